# Read by a native speaker of English: not yet.

command-today = Today’s workshop: the room and the survey
command-checkin = Who is here

day-choose =
    { $count ->
        [0] There is no workshop that you run.
       *[other] Which workshop?
    }
day-when = { $when }
day-not-today = This workshop is not today.
day-wave =
    { $kind ->
        [before] Questions before the workshop
       *[after] Questions after the workshop
    }: { day-wave-state }{ day-ballots }
day-wave-state =
    { $state ->
        [open] open until { $when }
        [late] open in the room until { $when }
        [planned] from { $when }
       *[closed] closed
    }
day-ballots =
    { $state ->
        [planned] { "" }
       *[begun] { $ballots ->
            [0] ; fewer than 5 answers
           *[other] ; at least { $ballots } answers
        }
    }
day-next = Next on the timeline:
day-entry = { $when } · { $entry }
day-room = Open the “before” questions in the room
day-room-done = The questions are open in the room. Those present get a message.
day-room-message = We are starting. Tell us which themes matter most to you – it takes about 2 minutes. If you have sent your answer already, you need not do anything.
day-longer = Questions 10 minutes longer
day-longer-done = Ten minutes added.
day-close = Close the “before” questions
day-close-ask = Close the questions before the workshop? Nobody will be able to answer them any more.
day-close-done = The questions before the workshop are closed.
day-after = Open the “after” questions
day-after-ask = Open the questions after the workshop? Those before the workshop will be closed.
day-after-done = The questions after the workshop are open. Those present get a message.
day-after-message = Now that you have talked, tell us once more which themes matter most to you. It takes about 2 minutes.
day-overrun = We end 15 minutes later
day-overrun-done = The end, and all that follows it, moved by 15 minutes.
day-moved-meanwhile = Somebody has just done that. Below is how it stands now.
day-screen = Picture for the screen
day-link = Live screen
day-link-how = The live screen, to be opened on the computer with the projector. It keeps itself up to date. Whoever knows this address sees what the room sees, so keep it to yourself:
day-link-open = Open
day-renew = New address
day-renew-ask = Change the live screen’s address? The old one stops working at once, also on a computer that shows it now.
day-renew-done = The address is new. The old one no longer works.
day-live-on = Show themes live
day-live-off = Show no themes live
day-live-ask = Show the first themes on the screen before the survey closes? They appear once at least 20 people have answered, and change every few answers. Only a part of the answers is counted, drawn by lot each time, so that nobody learns anybody else’s. What is on the screen may influence people who have not answered yet.
day-live-state =
    { $on ->
        [on] The screen shows the first themes also while the survey is open.
       *[off] While the survey is open, the screen shows only how many have answered.
    }
day-live-done =
    { $on ->
        [on] Switched on. The first themes appear once at least 20 people have answered.
       *[off] Switched off.
    }
screen-live-now =
    So far, among { $count ->
        [one] { $count } person drawn by lot
       *[other] { $count } people drawn by lot
    }
screen-live-open = The survey is still open. Answers drawn by lot are counted; the full results come when it has closed.
screen-live-code = QR code: { $link }
screen-live-counting = The survey is closed. We are counting the results…
screen-live-themes = Themes
screen-live-legend = ▲ ▼ clearly more or fewer people than before the workshop
screen-live-areas = Areas
screen-live-draft = draft
screen-live-lost = No connection. Connecting again…
screen-live-languages = Language
screen-live-language = English
day-to-areas = Areas
screen-answered =
    Answered: { $people ->
        [0] fewer than 5 people
       *[other] at least { $people } people
    }
screen-people =
    Answers { $wave ->
        [before] before the workshop
        [after] after the workshop
       *[other] some time after the workshop
    }: { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
day-again = Refresh
day-to-checkin = Who is here
day-to-today = ‹ Today

checkin-numbers = Here: { $present }. With a place: { $expected }.
checkin-unregistered = Of them without a phone: { $count }.
checkin-how = Tap whoever came. Type the first letters to find somebody.
checkin-found =
    { $count ->
        [0] Nobody for “{ $letters }”.
       *[other] For “{ $letters }”: { $count }.
    }
checkin-line =
    { $in ->
        [yes] ✓
       *[no] ○
    } { $name }{ $state ->
        [going] { "" }
       *[other] { " " }(no place)
    }
checkin-nameless = person no. { $number }
checkin-who = <b>{ $name }</b>
checkin-state =
    { $state ->
        [going] { $way ->
            [online] Has a place online.
           *[room] Has a place in the room.
        }
        [waiting] Is on the waiting list.
        [offered] Was offered a place.
       *[other] Has no place.
    }
checkin-since = Here since { $when }.
checkin-in = Check in
checkin-undo = Undo
checkin-done = Checked in.
checkin-undone = No longer checked in.
checkin-already = This person is checked in already.
checkin-no-place = This person has no place. You can let them in all the same.
checkin-other-day = People are checked in on the day of the workshop.
checkin-gone = This registration is gone.
checkin-to-list = ‹ List
checkin-everybody = Show everybody
checkin-add = + person without a phone
checkin-add-done = One person without a phone added.
checkin-remove = − person without a phone
checkin-remove-done = One person without a phone less.

command-poster = A workshop’s poster
poster-ask = Which poster?
poster-a4-pdf = A4, PDF
poster-a4-png = A4, picture
poster-phone-png = Phone, picture
poster-phone-pdf = Phone, PDF
poster-comes = Poster: { $title }
poster-when = { $when }
poster-where = { $where }
poster-call = Scan the code and say which themes matter most to you.

guests-comes = The list of registrations, for printing. Special needs are not on it.
guests-note = Registered: { $count }. For organisers only; destroy this list after the workshop.
guests-state =
    { $state ->
        [going] { $way ->
            [online] online
           *[room] room
        }
        [waiting] waiting list
        [offered] place offered
       *[other] no place
    }
