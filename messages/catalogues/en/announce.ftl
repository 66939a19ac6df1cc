# Read by a native speaker of English: not yet.

command-timeline = Timeline: what leaves when
command-announce = Write to many people
organise-to-workshop = ‹ Workshop
    .simple = Workshop
organise-number =
    { $how ->
        [few] fewer than 5
        [least] at least { $count }
       *[exact] { $count }
    }

# Timeline
timeline-choose = <b>The timeline of which workshop?</b>
timeline-head =
    { $count ->
        [0] Nothing is planned any more.
       *[other] What leaves when. Choose one to change it.
    }
timeline-listed =
    { $state ->
        [off] <s>{ $when }</s> · { $entry } (off)
       *[planned] <b>{ $when }</b> · { $entry }
    }
timeline-listed-button = { $when } · { $entry }
timeline-to = To: { $audience } – now { $people }
timeline-tells-nobody = Happens by itself, without a message.
timeline-due = Leaves: { $when }
timeline-is-off = <b>Switched off.</b>
timeline-is-off-now = This is switched off. Switch it on first.
timeline-switch-on = Switch on
timeline-switch-off = Switch off
timeline-switched-on = Switched on.
timeline-switched-off = Switched off. Nothing leaves until you switch it on.
timeline-move = Move
timeline-text = Change the words
timeline-fire = Send now
timeline-fire-ask = <b>Send it now?</b> This cannot be undone.
timeline-fire-yes = Yes, send it now
timeline-fired = It is leaving.
timeline-moved = Moved.
timeline-move-sure = New time: <b>{ $when }</b>
timeline-at-night = That is in the quiet hours (21:00–8:00). Most people will get it in the morning only.
timeline-move-after = This has to be later than { $when }. Choose another time.
timeline-move-before = This has to be earlier than { $when }: after that it would help nobody. Choose another time.
timeline-ask-move = <b>When?</b> For example: tomorrow 5pm, 20.11 18:00.
timeline-ask-text =
    { $language ->
        [pl] <b>New words in Polish</b>
        [uk] <b>New words in Ukrainian</b>
       *[en] <b>New words in English</b>
    }
    Title, time, place and buttons are added by themselves. Now:
timeline-usual = Back to the usual words
timeline-usual-summary = <i>The summary: numbers from the published results. What you write here stands above them.</i>
timeline-usual-decision = <i>Write here what the office does with the themes. Without it the message does not leave.</i>
timeline-text-kept = Kept.
timeline-entry-gone = This message can no longer be changed: it has left, or somebody changed it.
timeline-kind-announcement = message from the organisers

# Recipients
audience-everyone = everybody who knows the bot
audience-participants = those taking part
audience-registered = registered
audience-waiting = waiting for a place
audience-checked-in = present at the workshop
audience-not-registered = not registered
audience-in-room = registered for the room
audience-online = registered online
audience-told = told before
audience-knows = know the time
audience-agreed-later = said yes to later questions
audience-answered =
    { $kind ->
        [before] answered before the workshop
        [after] answered after the workshop
       *[follow_up] answered months later
    }
audience-not-answered =
    { $kind ->
        [before] did not answer before the workshop
        [after] did not answer after the workshop
       *[follow_up] did not answer months later
    }
audience-language =
    { $language ->
        [pl] read Polish
        [uk] read Ukrainian
       *[en] read English
    }
audience-group = group: { $value }
audience-district = district: { $value }
audience-age-band = age: { $value }
audience-follows = follow the series: { $value }
audience-choose-answered = Answered…
audience-choose-not-answered = Did not answer…
audience-choose-language = Language…
audience-choose-group = Group…
audience-choose-district = District…
audience-choose-age-band = Age…

# A message to many
announce-choose = <b>Which workshop do you write about?</b>
announce-begin = Write a new message, or see what became of earlier ones.
announce-new = New message
announce-earlier =
    { $state ->
        [draft] Waits for confirmation
        [preparing] Being prepared
        [sending] Being sent
        [paused] Paused
        [cancelled] Cancelled
       *[done] Sent
    } · { $kind } no. { $number }
announce-resumed = You are back at the message you began.
announce-kept-for-later = The message waits. /announce brings you back to it.
announce-ask-audience = <b>To whom?</b> Begin with who should get it.
announce-ask-more = <b>To whom?</b> You can narrow it down: those stay for whom all of it holds.
announce-first-part = { $part }: { $people }
announce-part = → and { $part }: { $people }
announce-undo = Undo the last one
announce-ask-text =
    { $language ->
        [pl] <b>The words in Polish</b>
        [uk] <b>The words in Ukrainian</b>
       *[en] <b>The words in English</b>
    }
    Telegram's bold and links stay. A photo or a file with a caption can be sent as well.
announce-text-now = Now:
announce-text-missing =
    { $language ->
        [pl] No words in Polish: its readers will see another language.
        [uk] No words in Ukrainian: its readers will see another language.
       *[en] No words in English: its readers will see another language.
    }
announce-too-long = { NUMBER($most, useGrouping: 0) } characters fit at most; this is { NUMBER($is, useGrouping: 0) }. Under a photo or file fewer fit.
announce-file-kinds = A photo or a file can be attached.
announce-file-kept = Attached. Now write the words.
announce-file-now =
    { $kind ->
        [photo] A photo is attached.
       *[document] A file is attached.
    }
announce-ask-file = <b>A photo or a file?</b> Send it here.
announce-no-file = Nothing attached
announce-ask-button = <b>A button under the message?</b> Choose one, or write a name (up to { $most } characters) and an address, for example: Programme https://example.org/programme
announce-button-survey = Answer the questions
announce-button-reg = Take part in the workshop
announce-button-results = Results
announce-no-button = No button
announce-not-a-button = Write the button's name and then an address that begins with https://
announce-ask-when = <b>When should it leave?</b> Now, or write for example: today at 18:00.
announce-now = Now
announce-last = <b>Ready to leave · { $people }</b>
announce-to = To: { $audience }
announce-languages = { $counts }
announce-gone = { $count } blocked the bot and get nothing
announce-waits = { $count } get it in the morning (their own quiet hours)
announce-leaves-at = Leaves: { $when }
announce-leaves-now = Leaves at once.
announce-lasts =
    { $seconds ->
        [0] Takes a moment.
       *[other] Takes about { $seconds } s.
    }
announce-second-needed = So many people: a second organiser confirms it before it leaves.
announce-previewed =
    { $count ->
        [one] <i>The preview came to you.</i>
       *[other] <i>The preview came to you in { $count } languages.</i>
    }
announce-previews-end = That is the whole preview. Nothing has gone out yet.
announce-to-last = On: send or correct
announce-send = Send now
announce-send-at = Send: { $when }
announce-change-when = Change the time
announce-change-audience = Change recipients
announce-change-text = Change the words
announce-change-button = Change the button
announce-test = Preview again
announce-test-sent = The preview was sent to you.
announce-not-there = There is no such message: it was not sent.
announce-state =
    { $state ->
        [preparing] <b>Preparing</b>
        [sending] <b>Sending · { $sent } of { $of }</b>
        [paused] <b>Paused · { $sent } of { $of }</b>
        [cancelled] <b>Cancelled · { $sent } of { $of } were sent</b>
       *[done] <b>Sent · { $sent } of { $of }</b>
    }
announce-left = About { $seconds } s left.
announce-line-sent = sent: { $number }
announce-line-waiting = waiting: { $number }
announce-line-quiet = – of these until the morning (quiet hours): { $number }
announce-line-cap = – of these until tomorrow (daily limit): { $number }
announce-line-retried = tried again: { $number }
announce-line-blocked = blocked the bot: { $number }
announce-line-failed = failed: { $number }
announce-line-expired = expired: { $number }
announce-line-cancelled = cancelled: { $number }
announce-line-answered = answered meanwhile: { $number }
announce-line-unknown = unknown whether it arrived: { $number }
announce-why = – { $why }: { $number }
announce-refresh = Refresh
announce-pause = Pause
announce-resume = Go on
announce-cancel = Cancel the rest
announce-cancel-ask = <b>Cancel the rest?</b> Whoever has not got the message yet will not get it.
announce-cancel-yes = Yes, cancel
announce-cancel-no = No
announce-repeat = Send again where it is unknown
announce-waits-for-second = Waits for a second organiser · { $people }
announce-second-ask = <b>Should this be sent?</b>
announce-second-wanted = Another organiser asks you to confirm a message: { $title }
announce-second-look = Look at it
announce-second-confirmed = Your message was confirmed and is leaving.
announce-second-refused = Your message was not confirmed. Nothing left.
announce-confirm = I confirm, send it
announce-refuse = Do not send it
announce-take-back = Take it back
