# Read by a native speaker of English: not yet.

timeline-title = <b>{ $title }</b>
timeline-when = When: { $when }
timeline-place = Where: { $place }
timeline-place-both = Where: { $place } or online
timeline-place-online = Where: online
timeline-place-later = Where: the place will be announced
timeline-until = You can answer until { $deadline }.

timeline-invitation = You are invited to a workshop. Before it and after it we ask which themes matter most to you. Will you come?
timeline-name-told = If you sign up, the organisers see your name as it is in Telegram.
timeline-invitation-asks = You can answer the questions right now: which themes matter most to you? It takes about 2 minutes.
timeline-wave-opens-before = Here we go. Which themes matter most to you? It takes about 2 minutes.
timeline-reminder-before = You can still say which themes matter most to you. It takes about 2 minutes.
timeline-wave-closes-before = The questions before the workshop are closed now. Thank you for every answer.
timeline-registration-reminder = The workshop is close. Tell us whether you will come, and we will have a place ready.
timeline-day-before = You have a place at the workshop. Here is when and where we meet; a calendar entry is attached.
timeline-cannot-come = If you cannot come, give your place back. Somebody else will be glad of it.
timeline-starts-soon = The workshop starts soon. See you there.
timeline-wave-opens-after = We ask the same a second time: which themes matter most to you now?
timeline-thank-you = The workshop is over. Thank you for taking part in this conversation. Please answer the same questions once more, so that we can see what has changed.
timeline-reminder-after = You can still answer after the workshop. The questions are the same as before; it takes about 2 minutes.
timeline-wave-closes-after = The questions after the workshop are closed now. Thank you. We will show the results soon.
timeline-summary = <b>Results: { $title }</b>
timeline-decision = What the city does with the workshop’s themes:
timeline-wave-opens-follow-up = Some time has passed since the workshop. As you agreed, we ask once more: what matters most now?
timeline-reminder-follow-up = You can still answer the questions some months after the workshop. It takes about 2 minutes.
timeline-wave-closes-follow-up = The last questions are closed now. Thank you.

timeline-changed-time = The workshop has a new time:
timeline-changed-place = The workshop has a new place.
timeline-changed-link = The link to the online meeting has changed.
timeline-cancelled = The workshop ({ $when }) is cancelled. We are sorry. The answers you sent stay saved.

timeline-button-answer = Answer
timeline-button-going = I will come
timeline-button-not-going = Not this time
timeline-button-maybe = I don’t know yet
timeline-button-come-anyway = I’ll come anyway
timeline-button-leave = I cannot come
timeline-button-results = Results
timeline-button-map = Show on the map
timeline-button-online = My registration and link

timeline-missed = The message “{ $entry }” (workshop: { $title }, due: { $when }) was not sent: the service was not running then, and now it would be too late.
timeline-nothing-to-say = The message “{ $entry }” (workshop: { $title }) was not sent, because there is nothing to tell yet.
timeline-beside-invitation =
    The invitation to “{ $title }” leaves only now. So that nobody gets several messages at once, { $count ->
        [one] one does not leave beside it:
       *[other] { $count } do not leave beside it:
    }
timeline-beside-left-out = – { $entry }: left out, for the invitation leads there
timeline-beside-later = – { $entry }: moved to { $when }
timeline-sending-fails = Telegram refuses some messages of announcement { $announcement }, because they are built wrongly. The fault is ours. Whoever runs the service sees more with ./wspolnie announcement.
timeline-sending-stopped =
    <b>Message no. { $announcement } has paused: Telegram refuses it.</b> The reason: { $why } Nothing more goes out, and whoever has not got it yet still waits.
    { $mend ->
        [words] Change the words and let it go on: those who were refused get it too. Or cancel the rest.
       *[ours] We built it wrongly. Show this to whoever runs the service; once it is mended, let it go on. Or cancel the rest.
    }

timeline-kind-invitation = invitation
timeline-kind-wave-opens-before = opening of the questions before the workshop
timeline-kind-reminder-before = reminder before the workshop
timeline-kind-wave-closes-before = closing of the questions before the workshop
timeline-kind-registration-reminder = reminder to register
timeline-kind-day-before = reminder the day before
timeline-kind-starts-soon = the workshop starts soon
timeline-kind-wave-opens-after = opening of the questions after the workshop
timeline-kind-thank-you = thanks, with the questions after the workshop
timeline-kind-reminder-after = reminder after the workshop
timeline-kind-wave-closes-after = closing of the questions after the workshop
timeline-kind-summary = summary
timeline-kind-decision = the office’s decision
timeline-kind-wave-opens-follow-up = opening of the questions months later
timeline-kind-reminder-follow-up = reminder months later
timeline-kind-wave-closes-follow-up = closing of the questions months later
timeline-kind-changed = new time or place
timeline-kind-cancelled = workshop cancelled

audience-refused-answered-and-profile = These recipients cannot be combined: who answered, and who they are. One could work out who took part.
audience-refused-fewer-than-five = There are fewer than 5 such recipients. A message to so few could give away who answered.
