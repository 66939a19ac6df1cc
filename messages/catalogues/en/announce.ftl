# Read by a native speaker of English: not yet.

command-timeline = Timeline: what goes out when
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
       *[other] What goes out when. Choose one to change it.
    }
timeline-listed =
    { $state ->
        [off] <s>{ $when }</s> · { $entry } (off)
       *[planned] <b>{ $when }</b> · { $entry }
    }
timeline-listed-button = { $when } · { $entry }
timeline-to = To: { $audience } – now { $people }
timeline-declined = Want no such messages and will not get it: { $people }
timeline-tells-nobody = Happens by itself, without a message.
timeline-due = Goes out: { $when }
timeline-is-off = <b>Switched off.</b>
timeline-is-off-now = This is switched off. Switch it on first.
timeline-switch-on = Switch on
timeline-switch-off = Switch off
timeline-switched-on = Switched on.
timeline-switched-off = Switched off. Nothing goes out until you switch it on.
timeline-move = Move
timeline-text = Change the words
timeline-fire = Send now
timeline-fire-ask = <b>Send it now?</b> This cannot be undone.
timeline-fire-yes = Yes, send it now
timeline-fired = It is on its way.
timeline-edge =
    { $edge ->
        [opens] Open the questions now
       *[closes] Close the questions now
    }
timeline-edge-ask =
    { $edge ->
        [opens] <b>Open the questions now?</b> This cannot be undone.
       *[closes] <b>Close the questions now?</b> No more answers are taken, and the results are counted. This cannot be undone.
    }
timeline-edge-yes =
    { $edge ->
        [opens] Yes, open them now
       *[closes] Yes, close them now
    }
timeline-edge-done =
    { $edge ->
        [opens] The questions are open.
       *[closes] The questions are closed.
    }
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
timeline-usual-decision = <i>Write here what the office does with the themes. Without it the message does not go out.</i>
timeline-text-kept = Saved.
timeline-over-head =
    { $count ->
        [0] Nothing is over yet.
       *[other] What is over. Choose one to see more.
    }
timeline-to-over = What is over
timeline-to-coming = What is to come
timeline-over-listed =
    { $state ->
        [fired] <b>{ $when }</b> · { $entry }
        [off] <s>{ $when }</s> · { $entry } (off)
        [cancelled] <s>{ $when }</s> · { $entry } (cancelled)
        [overtaken] <s>{ $when }</s> · { $entry } (another message said it)
       *[expired] <s>{ $when }</s> · { $entry } (not sent)
    }
timeline-over-sent = sent: { $sent } of { $of }
timeline-over-state =
    { $state ->
        [fired] Left: { $when }
        [off] <b>Switched off.</b> Its time has passed: { $when }
        [cancelled] Cancelled. Was due: { $when }
        [overtaken] <b>Not sent by itself.</b> Was due: { $when }. A message that says the same left at that moment, so that nobody got two.
       *[expired] <b>Not sent.</b> Was due: { $when }
    }
timeline-to-report = Report
timeline-not-now-fired = This cannot be sent any more: it has gone out or was cancelled.
timeline-not-now-over = The workshop is not announced or is cancelled, so nothing goes out.
timeline-not-now-too-late = It is too late now: this message would help nobody.
timeline-not-now-too-late-since = It is too late now: it made sense only before { $when }.
timeline-not-now-no-wave = These questions cannot be answered now, so there is nothing to ask for.
timeline-not-now-nothing = There is nothing to send yet.
timeline-follows = Counted from: { $anchor } · { $offset }. It moves along with that date.
timeline-fixed-date = A fixed date: it does not move along with the workshop.
timeline-anchor =
    { $anchor ->
        [start] start of the workshop
        [end] end of the workshop
        [before-opens] opening of the questions before the workshop
        [before-closes] closing of the questions before the workshop
        [after-opens] opening of the questions after the workshop
        [after-closes] closing of the questions after the workshop
        [follow-up-opens] opening of the questions months later
       *[follow-up-closes] closing of the questions months later
    }
timeline-offset-none = exactly then
timeline-offset-days =
    { $way ->
        [same] the same day
        [before] { $days ->
            [one] the day before
           *[other] { $days } days before
        }
       *[after] { $days ->
            [one] the day after
           *[other] { $days } days after
        }
    }
timeline-offset-at = at { $clock }
timeline-offset-passes =
    { $told ->
        [hours] { $hours } h
        [minutes] { $minutes } min
       *[both] { $hours } h { $minutes } min
    } { $way ->
        [before] before
       *[after] after
    }
timeline-move-along = Yes, and move it with the workshop
timeline-move-fixed = Yes, as a fixed date
timeline-move-nowhere = At that time the message would not help: because of the quiet hours (21:00–8:00) it would go out when it makes no sense. Choose another time.
timeline-move-out-of-night = Nothing goes out in the quiet hours (21:00–8:00), hence this time.
timeline-send-to = Change recipients: { $audience }
timeline-whom-chosen = Changed.
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
announce-ask-when = <b>When should it go out?</b> Now, or write for example: today at 18:00.
announce-now = Now
announce-last = <b>Ready to send · { $people }</b>
announce-to = To: { $audience }
announce-readers =
    { $language ->
        [pl] in Polish
        [uk] in Ukrainian
       *[en] in English
    }: { $count }
announce-gone = { $count } blocked the bot and get nothing
announce-declined =
    { $count ->
        [one] { $count } person wants no messages and does not get this one
       *[other] { $count } people want no messages and do not get this one
    }
announce-own-day = It is the workshop’s own day: to those who come it goes out in spite of the quiet hours.
announce-night-first = Before the quiet hours: { $people }
announce-night-after = After the quiet hours ({ $when }): { $people }
announce-night-rest = Later still: { $people }
announce-night-never = Not at all, because after the quiet hours it will be too late: { $people }
announce-night-capped = Of these because of the daily limit, for they have had their messages today: { $people }
announce-night-ends = The last ones go out at about: { $when }
announce-leaves-at = Goes out: { $when }
announce-leaves-now = Goes out at once.
announce-lasts =
    { $seconds ->
        [0] Takes a moment.
       *[other] Takes about { $seconds } s.
    }
announce-lasts-minutes = Takes about { $minutes } min.
announce-beside-others = Other messages go out at the same time. That is taken into account.
announce-second-needed = So many people: a second organiser confirms it before it goes out.
announce-previewed =
    { $count ->
        [one] <i>The preview came to you.</i>
       *[other] <i>The preview came to you in { $count } languages.</i>
    }
announce-previews-end = That is the whole preview. Nothing has gone out yet.
announce-to-last = Next: send or correct
announce-send = Send now
announce-send-at = Send: { $when }
announce-change-when = Change the time
announce-change-audience = Change recipients
announce-change-text = Change the words
announce-change-file = Change the attachment
announce-change-button = Change the button
announce-test = Preview again
announce-test-sent = The preview was sent to you.
announce-not-there = There is no such message: it was not sent.
announce-state =
    { $state ->
        [preparing] <b>Preparing</b>
        [sending] <b>Sending · { $sent } of { $of }</b>
        [paused-early] <b>Paused before it began</b>
        [cancelled-early] <b>Cancelled before it began</b>
        [paused] <b>Paused · { $sent } of { $of }</b>
        [cancelled] <b>Cancelled · { $sent } of { $of } were sent</b>
       *[done] <b>Sent · { $sent } of { $of }</b>
    }
announce-left = About { $seconds } s left.
announce-paused-itself = It paused by itself, since Telegram refuses the message: { $why }
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
announce-why =
    – { $why ->
        [markup] Telegram cannot read the formatting
        [empty] nothing in it to send
        [too_long] too long for Telegram
        [keyboard] Telegram does not take a button
        [file_too_big] the file is too big
        [file_lost] Telegram no longer has the file
        [picture] Telegram does not take the picture
        [file] the file could not be made
        [own_error] an error of ours
        [bad_request] Telegram does not take it
        [blocked] blocked the bot
        [deactivated] the account is gone
        [never_wrote] never wrote to the bot
        [chat_not_found] there is no such account any more
        [unreachable] could not be reached before
        [no_answer] Telegram did not answer in time
        [broken_connection] the connection broke
        [server_error] Telegram had trouble
        [garbage] no readable answer came
        [too_late] it would have come too late
        [quiet] it would have come too late after the quiet hours
        [cap] the daily limit of messages
        [stopped] wants no messages
        [no_reminders] wants no reminders
        [cancelled] cancelled
        [overtaken] the invitation says it
        [not_eligible] no longer among the recipients
        [registered] registered meanwhile
       *[other] Telegram refused ({ $why })
    }: { $number }
announce-refusal =
    { $why ->
        [markup] it cannot read the formatting of the text (bold, links).
        [empty] there is nothing in it to send.
        [too_long] the text is too long.
        [keyboard] it does not take a button, for example because of its address.
        [file_too_big] the file is too big.
        [file_lost] it no longer has the file. Attach it anew in a new message, or send the words without it.
        [picture] it does not take the picture.
        [file] our picture or file could not be made.
       *[other] it does not take the message as it stands.
    }
announce-preview-refused = <b>This preview did not arrive: Telegram refuses the message.</b> The reason: { $why } Change it before you send it: nobody else would get it either.
announce-reworded = Kept. A preview is on its way to you. When it arrives, let the message go on.
announce-ask-reword =
    { $language ->
        [pl] <b>New words in Polish</b>
        [uk] <b>New words in Ukrainian</b>
       *[en] <b>New words in English</b>
    }
    Whoever has not got the message yet gets the new one.
announce-unlink = Without the button
announce-unfile = Without the file
announce-refresh = Refresh
announce-pause = Pause
announce-resume = Go on
announce-cancel = Cancel the rest
announce-cancel-ask = <b>Cancel the rest?</b> Whoever has not got the message yet will not get it.
announce-cancel-yes = Yes, cancel
announce-cancel-no = No
announce-repeat = Send again where it is unknown
announce-unreached = Who was not reached
announce-unreached-head =
    { $count ->
        [0] Everybody registered knows.
       *[other] { $kind ->
            [cancelled] <b>They do not know that the workshop is cancelled</b>
           *[changed] <b>They do not know of the new time or place</b>
        }
            These registered people have to be told another way, by telephone or at the door:
    }
announce-unreached-line = { $name } · { $state }
announce-unreached-others = The message did not reach people without a registration either: { $people }.
announce-unreached-told =
    { $kind ->
        [cancelled] Not everybody registered knows that the workshop { $title } is cancelled.
       *[changed] Not everybody registered knows of the new time or place of the workshop { $title }.
    } { $count ->
        [one] The message did not reach { $count } person.
       *[other] The message did not reach { $count } people.
    } See whom to telephone or to meet at the door.
announce-unreached-refused = Telegram refused some of the messages. Those people did nothing wrong; the report says more.
announce-waits-for-second = Waits for a second organiser · { $people }
announce-second-ask = <b>Should this be sent?</b>
announce-second-wanted = Another organiser asks you to confirm a message: { $title }
announce-second-look = Look at it
announce-second-confirmed = Your message was confirmed and is leaving.
announce-second-refused = Your message was not confirmed. Nothing left.
announce-confirm = I confirm, send it
announce-refuse = Do not send it
announce-take-back = Take it back
