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
paper-sheet-notice = What happens with this survey
paper-sheet-controller = { $office } asks. Controller: { $controller }. Data-protection officer: { $officer }.
paper-sheet-kept = We keep your answers and the code, without your name. Results are shown in total only. Themes and reasons in your own words are read by people at the office, so please write nobody’s personal details in them.
paper-sheet-forget = The code ties the survey before the workshop to the one after it. Nobody knows whose it is. Tell it to the office to have your answers removed. Answering is voluntary. You can complain to the data-protection authority (in Poland: Prezes UODO).
paper-sheet-contact = Contact: { $contact }. Page: { $page }.
paper-sheet-slip = Keep this slip
paper-sheet-slip-why = We ask once more after the workshop. Copy this code then, and we can see what has changed. With this code you can also ask to have your answers removed: { $contact }.
