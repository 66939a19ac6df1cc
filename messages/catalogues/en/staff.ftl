# Read by a native speaker of English: not yet.

command-results = Results: text, picture, files

staff-results-choose =
    { $count ->
        [0] There is no workshop with results yet.
       *[other] Which workshop’s results?
    }
staff-which-wave = Which questions?
staff-wave =
    { $wave ->
        [before] Before the workshop
        [after] After the workshop
       *[other] Some time after the workshop
    } · { $state ->
        [planned] not begun yet
        [open] open now
       *[other] closed
    }
staff-other-wave = Other questions
staff-not-begun = These questions begin: { $when }.
staff-computed = The questions are closed and the results are being computed. That usually takes a few seconds.
staff-look-again = Look again
staff-released-at = Results are shown once the questions close: { $when }.
staff-view-summary = <b>Summary</b>
staff-view-themes = <b>Theme by theme</b>
staff-view-groups = <b>Groups</b>
staff-view-change = <b>Change</b> among people who answered twice
staff-view-own = <b>People’s own themes</b>
staff-to-summary = Summary
staff-to-themes = Theme by theme
staff-to-groups = Groups
staff-to-change = Change
staff-to-own = Own themes
staff-picture = Picture
staff-file-xlsx = Excel
staff-file-csv = CSV
staff-file-csv-pl = CSV (Excel)
staff-file-json = JSON
staff-file-html = Report
staff-file-comes = Coming in a message of its own.
staff-people-chose =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
staff-group-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }, most often:
staff-place = Place by points: { $place } (range { $low }–{ $high })
staff-some-hidden = Some numbers are hidden: too few people.
staff-before-after =
    Of { $n ->
        [one] { $n } person
       *[other] { $n } people
    } chose it: before { $before }, later { $after }
staff-own-few = Own themes that nobody has looked at yet: fewer than 5 people.
staff-own-waiting =
    { $count ->
        [one] { $count } person has an own theme that nobody has looked at yet.
       *[other] { $count } people have own themes that nobody has looked at yet.
    }
staff-own-accepted = Accepted: { $name }
staff-own-merged =
    { $name }: { $count ->
        [one] { $count } own theme counts here
       *[other] { $count } own themes count here
    }
staff-own-none = No own theme has been accepted or merged with another yet.
