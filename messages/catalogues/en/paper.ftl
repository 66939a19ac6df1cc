# Read by a native speaker of English: not yet.

paper-sheet-wave =
    { $kind ->
        [before] Survey before the workshop
        [after] Survey after the workshop
       *[follow_up] Survey some months after the workshop
    }
paper-sheet-when = { $when } · { $where }
paper-sheet-code =
    { $written ->
        [yes] Code from your slip:
       *[no] Code:
    }
paper-sheet-how =
    { $written ->
        [yes] Do you have the slip of the survey before the workshop? Copy its code into the boxes above. If you have none, leave them empty. Please do not sign.
       *[no] Please do not sign. Give the filled-in survey to whoever gave it to you, and keep the slip at the foot of the page.
    }
paper-sheet-rank =
    { $places ->
        [1] Write 1 into the box of the theme that matters most to you.
       *[other] Write 1 into the box of the theme that matters most to you, 2 into the next one’s and so on, up to { $places }.
    }
paper-sheet-own = Is your theme missing? Write it on the empty line and give it its number too.
paper-sheet-single = Tick one answer.
paper-sheet-multiple =
    { $most ->
        [one] Tick up to { $most } answer.
       *[other] Tick up to { $most } answers.
    }
paper-sheet-no-opinion = no opinion
paper-sheet-end = { $number } = { $label }
paper-sheet-option = { $number }. { $label }
paper-sheet-about =
    { $kind ->
        [group] Who are you at this table?
        [district] Which district do you live in?
       *[age_band] How old are you?
    }
paper-sheet-about-why = You can leave this out: we ask so as to see whether different groups say the same. Groups smaller than five people are not shown.
paper-sheet-notice = What happens with this survey
paper-sheet-controller = { $office } asks. Controller: { $controller }. Data-protection officer: { $officer }.
paper-sheet-kept = We keep your answers and the code, without your name. Results are shown in total only. Themes and reasons in your own words are read by people at the office, so please write nobody’s personal details in them.
paper-sheet-forget = The code ties the survey before the workshop to the one after it. Nobody knows whose it is. Tell it to the office to have your answers removed. Answering is voluntary. You can complain to the data-protection authority (in Poland: Prezes UODO).
paper-sheet-how-long =
    { $days ->
        [one] The code is cut from the answers { $days } day after the summary. They cannot be found any more then.
       *[other] The code is cut from the answers { $days } days after the summary. They cannot be found any more then.
    }
paper-sheet-contact = Contact: { $contact }. Page: { $page }.
paper-sheet-slip = Keep this slip
paper-sheet-slip-why = We ask once more after the workshop. Copy this code then, and we can see what has changed. With this code you can also ask to have your answers removed: { $contact }.

command-paper = Paper ballots: print and type in
paper-open = Paper ballots
paper-what = Paper ballots count as answers from phones do, for the same questions. They are typed in by their code, without names.
paper-to-typing =
    { $kind ->
        [before] Type in ballots before the workshop
        [after] Type in ballots after the workshop
       *[follow_up] Type in ballots some months later
    }
paper-print =
    { $kind ->
        [before] Print ballots before the workshop
        [after] Print ballots after the workshop
       *[follow_up] Print ballots for some months later
    }
paper-ask-language = In which language?
paper-ask-count =
    { $kind ->
        [before] How many? Each gets a code of its own and a slip to tear off.
       *[other] How many? They have boxes for the slip’s code, so they can be photocopied too.
    }
paper-count = { $count }
paper-large = ✓ Large letters (18 points)
paper-large-not = ○ Large letters (18 points)
paper-file =
    { $kind ->
        [before] Ballots before the workshop
        [after] Ballots after the workshop
       *[follow_up] Ballots some months later
    }: { $title } · copies: { $count }
paper-none-yet = These questions have not begun, so there is nothing to type in yet.
paper-to-menu = ‹ Paper ballots
paper-head =
    { $way ->
        [paper] { $kind ->
            [before] Typing in ballots before the workshop
            [after] Typing in ballots after the workshop
           *[follow_up] Typing in ballots some months later
        }
       *[helped] { $kind ->
            [before] Helping to answer: questions before the workshop
            [after] Helping to answer: questions after the workshop
           *[follow_up] Helping to answer: questions some months later
        }
    }
paper-late = These questions are closed. The ballot will be marked as late, and counts only when the results are released again.
paper-ask-code =
    { $way ->
        [paper] Type the code of the ballot.
       *[helped] Type the code of this person’s slip. If there is no slip, take a new code and write it down for them.
    }
paper-code-wrong = That does not look like a code. A code is letters and digits, such as ACD-E34.
paper-came = ✓ This person is at the workshop
paper-came-not = ○ This person is at the workshop
paper-fresh = There is no code: take a new one
paper-of = Code { $code }
paper-problem =
    { $problem ->
        [taken] The ballot { $code } is in already. Each code counts once. Check the code and type the right one.
       *[unknown] The code { $code } was on no ballot printed here. Check it and type it again, or confirm it.
    }
paper-sure = The code is right
paper-drop = Discard this ballot
paper-about-rest = Without any of this
paper-save = Save
paper-saved = Kept: { $code }. The next ballot?

help-open = Help somebody answer
help-read = Please read this to the person, or let them read it.
help-about = At the end we ask about: { $what }. Each of these can be skipped. We keep them with the code.
help-about-group = who you are at the table
help-about-district = your district
help-about-age_band = your age band
help-telegram = The answers pass through Telegram on this phone, without anything about the person who answers.
help-agree =
    { $basis ->
        [consent] This person agrees
       *[public_task] Read, let’s begin
    }
help-done = Thank you, the answers are saved. This person’s code: <b>{ $code }</b>. They should keep it: after the workshop we ask for it once more, and with it their answers can be removed.
help-next = The next person
