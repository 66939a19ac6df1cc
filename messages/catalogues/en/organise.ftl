# Read by a native speaker of English: not yet.

command-manage = Your workshops: change, publish, call off
command-new = New workshop

organise-in-language =
    { $language ->
        [pl] in Polish
        [uk] in Ukrainian
       *[en] in English
    }
organise-in-one-language =
    { $several ->
        [yes] { " " }({ organise-in-language })
       *[no] { "" }
    }
organise-kind-questions =
    { $kind ->
        [before] questions before the workshop
        [after] questions after the workshop
       *[follow_up] questions months later
    }

organise-step = <i>{ $number } of { $of }</i>
organise-resumed = You are back at the workshop you began.
organise-kept-for-later = The workshop waits. /new brings you back to it.
organise-thrown-away = Deleted. Nothing was stored.
organise-none = none
organise-now = Now: { $value }
organise-yes = That is right
organise-other-language = <i>{ $text }</i>
organise-too-long = { $most } characters fit at most; this is { $is }. Please shorten it.
organise-no-words = Please say it in words.
organise-leave = Stop here
organise-leave-ask = Stop here? You can come back to this place later.
organise-leave-later = Keep it for later
organise-leave-delete = Delete what is there

# Questions about the workshop
organise-ask-title =
    <b>What is the workshop called?</b>{ organise-in-one-language }
    Residents see the title.
organise-ask-description =
    <b>What is it about?</b>{ organise-in-one-language }
    Two or three sentences: for whom, what happens, what comes of it.
organise-ask-place =
    <b>Where do you meet?</b>{ organise-in-one-language }
    For example: Town hall, council chamber.
organise-ask-funding =
    <b>A funding notice?</b>{ organise-in-one-language }
    Where one is required we add it to invitations, results and the report.
organise-ask-when =
    <b>When?</b>
    Write it as you say it: “21.11 17:00–20:00”, “21 November at 5 pm”, “Friday 9–12”, “tomorrow 5pm”.
organise-understood =
    I take it to mean:
    <b>{ $when }</b> ({ $year })
organise-ask-until =
    { $when }.
    <b>Until when?</b> Choose how long, or write a time.
organise-ask-hour =
    { $when }.
    <b>At what time?</b> For example: 17:00–20:00.
organise-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
organise-other-time = Another time
organise-ask-room = <b>How many places are there in the room?</b> Choose or write a number. When they are gone, there is a waiting list.
organise-ask-online = <b>Can people take part online?</b> If so, how many?
organise-no-limit = no limit
organise-online-only = online only
organise-not-online = no, in the room only
organise-not-offered = no
organise-places =
    { $count ->
        [one] { $count } place
       *[other] { $count } places
    }
organise-nowhere = The workshop has to take place in a room or online.
organise-not-a-number = Please write a number from { $least } to { NUMBER($most, useGrouping: 0) }.
organise-ask-map = <b>A link to a map?</b> Paste the address, from OpenStreetMap for example.
organise-ask-link = <b>A link to the call?</b> Those who registered see it when the day comes near.
organise-not-a-link = That does not look like an address. Paste the whole link, beginning with https://
organise-ask-series = <b>Does the workshop belong to a series?</b> Choose one or write a new one's name{ organise-in-one-language }. People can follow a series.
organise-ask-series-name =
    <b>What is the series called?</b>{ organise-in-one-language }
    Its other workshops show this name too.
organise-ask-languages = <b>In which languages do we ask?</b> Tap to add or remove.
organise-one-language = At least one language is needed.
organise-catalogue =
    { $title } ({ $count ->
        [one] { $count } theme
       *[other] { $count } themes
    })
organise-themes-of = As in: { $title } ({ $count })
organise-themes-now = Themes ({ $count }): { $themes }
organise-themes-translate =
    <b>The themes' names { organise-in-language }</b>
    Paste them in the same order, one in each line.
organise-ask-themes =
    <b>Which themes can people choose from?</b>
    Choose a list or paste your own{ organise-in-one-language }: one theme in each line.
organise-list-looked-at = <b>{ $list }</b>
organise-take-list = Take this list
organise-other-lists = ‹ Other lists
organise-take-questions = Take these questions
organise-theme-too-long = A theme has at most { $most } characters; this one has more: “{ $theme }…”
organise-theme-no-words = “{ $theme }” has no words. Please paste the list again.
organise-theme-twice = This theme is there twice: “{ $theme }”. Please paste the list again.
organise-themes-number = A list has { $least } to { $most } themes; this one has { $is }. Paste the whole list in one message.
organise-lines-number = There are { $count } themes and { $is } lines. Please paste it again, one line for each theme.
organise-instrument =
    { $title } ({ $count ->
        [one] { $count } question
       *[other] { $count } questions
    })
organise-question = { $number }. { $text }
organise-ask-instrument = <b>What do we ask before the workshop and after it?</b> The questions are the same.
organise-ask-access = <b>Who may answer?</b>
organise-access-everybody = Everybody
organise-access-registered = Those who registered for the workshop
organise-access-code = Those who know the code
organise-ask-code = <b>Which code?</b> At least { $least } characters. Capitals and spaces do not matter. We ask for it once: before the questions or before registering. Whoever has a place keeps it.
organise-code-length = A code has { $least } to { $most } characters.
organise-skip-description = No description
organise-skip-place = The place comes later
organise-skip-map = No map
organise-skip-link = The link comes later
organise-skip-series = No series
organise-skip-funding = There is no such notice

date-unclear-empty = Please write when.
date-unclear-not-understood = I do not understand this date. Write for example: 21.11 17:00.
date-unclear-rest = I do not understand “{ $rest }”. Write for example: 21.11 17:00–20:00.
date-unclear-no-date = The day is missing. Write for example: 21.11 17:00.
date-unclear-no-time = At what time?
date-unclear-hour = { $when }: at what time?
date-unclear-no-such-date = There is no such day in the calendar.
date-unclear-no-such-time = There is no such time.
date-unclear-weekday-mismatch = The day of the week does not fit the date. Please check which one you mean.
date-unclear-end-before-start = It would end before it starts.
date-unclear-past = That time has passed.
date-unclear-too-far = That is very far away. Please check the year.
date-unclear-too-long = That would take more than two weeks. Please check the dates.

# Looking it over
organise-review-head = <b>Check before you save</b>
organise-line-when = When: { $value }
organise-line-room = In the room: { $value }
organise-line-place = Where: { $value }
organise-line-online = Online: { $value }
organise-line-link = Link: { $value }
organise-line-series = Series: { $value }
organise-line-languages = Languages: { $value }
organise-line-access = Who may answer: { $value }
organise-line-funding = <i>{ $value }</i>
organise-wave =
    { $kind ->
        [before] Questions before the workshop
        [after] Questions after the workshop
       *[follow_up] Questions months later
    }: { $span }
organise-ask-waves = <b>When do we ask?</b> Choose what to change.
organise-wave-opens =
    { $kind ->
        [before] Before: opening
        [after] After: opening
       *[follow_up] Months later: opening
    }
organise-wave-closes =
    { $kind ->
        [before] Before: closing
        [after] After: closing
       *[follow_up] Months later: closing
    }
organise-ask-wave-edge =
    { $which ->
        [opens] <b>When do we open the { organise-kind-questions }?</b>
       *[closes] <b>When do we close the { organise-kind-questions }?</b>
    }
    Now: { $now }
organise-wave-order = Questions cannot close before they open.
organise-waves-overlap = The questions after the workshop can open only when the earlier ones are closed.
organise-missing = <b>Translations are missing.</b> Readers of that language will see another one:
organise-missing-one =
    – { $field }{ $count ->
        [1] { "" }
       *[other] { " " }({ $count })
    } – { organise-in-language }
organise-fill-missing = Add translations ({ $count })
organise-translating =
    { $language ->
        [pl] <b>In Polish</b>
        [uk] <b>In Ukrainian</b>
       *[en] <b>In English</b>
    }
organise-skip-translation = Skip
organise-field-title = Title
organise-field-description = Description
organise-field-when = Date and time
organise-field-room = Places in the room
organise-field-place = Place
organise-field-map = Map
organise-field-online = Places online
organise-field-link = Link to the call
organise-field-series = Series
organise-field-languages = Languages
organise-field-themes = Themes
organise-field-instrument = Questions
organise-field-funding = Funding notice
organise-field-access = Who answers
organise-field-waves = When we ask
organise-button-preview = [{ $label }]
organise-look = Preview for residents
organise-look-head = <i>This is what residents will see ({ organise-in-language })</i>
organise-change = Change
organise-change-which = <b>What do you want to change?</b>
organise-save = Save as a draft
organise-made =
    Kept: <b>{ $title }</b>
    It is a draft. Only organisers see it until you publish it.
organise-not-made = It could not be saved. Please try /new once more.
organise-link = Link to the workshop: { $link }
organise-to-manage = Open the workshop

# Your workshops
organise-list-head =
    { $count ->
        [0] There is no workshop yet.
       *[other] <b>Your workshops</b>
    }
organise-listed =
    { $state ->
        [draft] Draft · { $title }
        [done] Done · { $title }
        [cancelled] Called off · { $title }
       *[announced] { $title }
    }
organise-to-new = New workshop
organise-to-list = ‹ Your workshops
    .simple = Your workshops
organise-state =
    { $state ->
        [draft] <i>Draft: residents do not see it yet</i>
        [done] <i>Done</i>
        [cancelled] <i>Called off</i>
       *[announced] <i>Published</i>
    }
organise-going = Registered: { $going }, waiting: { $waiting }
organise-ballots =
    { $kind ->
        [before] Answers before the workshop
        [after] Answers after the workshop
       *[follow_up] Answers months later
    }: at least { $count }
organise-publish = Publish
organise-publish-ask = <b>Publish the workshop?</b> The next messages:
organise-publish-yes = Yes, publish
organise-published = Published. Messages go out as the timeline says.
organise-to-timeline = Timeline
organise-to-poster = Poster
organise-guests = Registrations (PDF)
organise-to-today = Today: the room and the survey
organise-to-results = Results
organise-to-announce = Write to people
organise-finish = Close the workshop
organise-finish-ask =
    <b>Finish the workshop?</b>
    Date, place and questions cannot be changed after that. Results, timeline and messages stay.
organise-finish-yes = Yes, finish it
organise-finished = The workshop is closed.
organise-cancel = Call the workshop off
organise-cancel-ask =
    <b>Call the workshop off?</b>
    Planned messages will not go out. Told of the cancellation: { $people }. This cannot be undone.
organise-cancel-draft-ask =
    <b>Call the workshop off?</b>
    Nobody knows of it yet. This cannot be undone.
organise-cancel-yes = Yes, call it off
organise-called-off = The workshop is called off.
organise-over = This can no longer be changed.
organise-drop = Discard the changes
organise-change-more = Change something else
organise-confirm = Make the changes
organise-changed = Changed.
organise-changed-meanwhile = Somebody changed this workshop meanwhile. Look below at what your change will do now.
organise-nothing-changed = Nothing changes.
organise-will-change = <b>Will change:</b> { $fields }
organise-old-and-new =
    Was: { $old }
    Will be: { $new }
organise-refused = This change cannot be made:
organise-refused-themes = – themes that somebody has chosen have to stay in the list; names can be corrected
organise-refused-waves = – questions that have opened cannot be moved or removed
organise-refused-profile = – somebody has told something about themselves that would no longer be in the list
organise-refused-places = – more places are taken
organise-refused-questions = – these questions were answered, and the answers would lose their meaning
organise-entries-move =
    { $count ->
        [one] { $count } message moves:
       *[other] { $count } messages move:
    }
organise-entry =
    { $number ->
        [1] { $kind }
       *[other] { $kind } ({ $number })
    }
organise-entries-more = – and { $count } more
organise-entry-goes = – { $entry }: will not go out
organise-entry-moves = – { $entry }: { $new }
organise-entry-line = – { $when }: { $entry }, { $people }
organise-entry-said = – { $entry }: does not leave by itself, the invitation says it
organise-will-tell = We tell: { $people } (everybody who knows the old time or place).
organise-answers-stay =
    { $kind ->
        [before] Answers before the workshop
        [after] Answers after the workshop
       *[follow_up] Answers months later
    } (at least { $count }) stay.
organise-people =
    { $how ->
        [few] fewer than 5 people
        [about] about { $count } people
        [least] at least { $count } people
       *[exact] { $count ->
            [one] { $count } person
           *[other] { $count } people
        }
    }
