### Results: messages, pictures, files, report. Read by a native speaker: not yet.

results-limits = These are the answers of the people who took part. They do not show what the whole city thinks.
results-order-share = Order: share of people who chose the theme; points decide between equal shares.
results-order-points = Order: points; the share of people decides between equal points.
results-clear-more = { $compared ->
    [after] more people than after the workshop
   *[other] more people than before the workshop
}
results-clear-fewer = { $compared ->
    [after] fewer people than after the workshop
   *[other] fewer people than before the workshop
}
results-clear-unclear = no clear change
results-hidden = too few people to show this
results-hidden-short = hidden
results-few = There are fewer than 10 answers, so we show only the order of the first themes, without numbers.
results-very-few = Only one to four people answered. So that nobody's answer shows, we show no results.
results-nothing-chosen = Nobody chose any theme.
results-percent = { $value }%
results-percentage-points = { $value } pp
results-place-range = place by points: {"{place}"} (range {"{span}"})
results-not-told = not given
results-card-new = new on the list
results-flow-dropped = let the theme go
results-flow-kept = chose it both times
results-flow-gained = came to it
results-covered = {"{n}"} people chose some theme. Without any of their themes on this list: {"{without}"}.
results-plain-list = The plain list of the most often chosen would leave without a theme: {"{without}"}.

## Pictures
results-picture-change = What changed after the workshop
results-picture-change-people = { $count ->
    [one] { $count } person answered both before and after the workshop.
   *[other] { $count } people answered both before and after the workshop.
}
results-picture-change-everybody = All answers: { $before ->
    [one] { $before } person
   *[other] { $before } people
} before the workshop, { $after ->
    [one] { $after } person
   *[other] { $after } people
} after it.
results-picture-change-twice = { $count ->
    [one] We say “more” and “fewer” only of the { $count } person who answered twice.
   *[other] We say “more” and “fewer” only of the { $count } people who answered twice.
}
results-picture-ranking = { $wave ->
    [before] Most important themes before the workshop
    [after] Most important themes after the workshop
   *[other] Most important themes some time after the workshop
}
results-picture-ranking-people = { $count ->
    [one] { $count } person answered. The band is the 95% interval.
   *[other] { $count } people answered. The band is the 95% interval.
}
results-picture-few-people = { $count ->
    [one] { $count } person answered.
   *[other] { $count } people answered.
}
results-picture-flow = Who changed their mind
results-picture-flow-people = { results-picture-change-people }
results-picture-groups = Themes by group
results-picture-groups-people = { $count ->
    [one] { $count } person answered. In brackets: how many of how many.
   *[other] { $count } people answered. In brackets: how many of how many.
}
results-picture-shortlist = A short list on which many people find a theme of theirs
results-picture-shortlist-people = { $count ->
    [one] { $count } person answered. The bar: share of people who already have at least one of their themes.
   *[other] { $count } people answered. The bar: share of people who already have at least one of their themes.
}
results-picture-card = Your themes before and after the workshop
results-picture-card-people = Your answers alone. Nobody else gets this card.

## Waves and people
results-wave = { $wave ->
    [before] before the workshop
    [after] after the workshop
   *[other] some time after the workshop
}
results-way = { $key ->
    [phone] on the phone
    [paper] on paper
   *[other] with somebody's help
}
results-attendance = { $key ->
    [came] people who were at the workshop
   *[other] people who were not at the workshop
}
results-breakdown = { $key ->
    [way] way of answering
    [attendance] attendance
    [group] who you are at the table
    [district] district
    [language] language
    [age_band] age
    [classes] classes that answers are weighted by
   *[other] { $key }
}
results-access = { $access ->
    [registered] people registered for the workshop
    [code] people who had a code
   *[other] everybody who wished to
}
results-who = { $who ->
    [came] people who were at the workshop
    [stayed_away] people who were not at the workshop
   *[other] everybody who answered twice
}
results-no-opinion = no opinion
results-skipped = no answer
results-no-winner = no theme wins against each other one

## Why something is missing
results-why-no-ballots = nobody answered
results-why-one-ballot = only one person answered
results-why-one-theme = there is only one theme
results-why-nobody-matched = nobody answered in both waves
results-why-no-answers = nobody answered this question
results-why-no-differences = nobody changed an answer
results-why-few-values = the scale has fewer than three steps
results-why-all-same = all answers are the same
results-why-weights-zero = all weights are zero
results-why-nothing-chosen = nobody chose any theme

## Weights
results-no-weights = No weighted shares.
results-weighting = { $why ->
    [no-totals] The office has given no known totals by age or district.
    [class-empty] Nobody answered of at least one class of the known totals, so the answers cannot be weighted.
    [class-few] In at least one class of the known totals there are too few people to show it, or the difference to earlier results would show them.
    [classes-changed] An earlier result of this workshop was weighted by other classes, and the two together would say too much.
   *[other] Beside each share stands the weighted one: every age and district counts by its share of the people who live here. Weights correct for age and district alone, as far as the office knows the totals, and for nothing else.
}
results-weighting-class = { $answers } % of the answers, { $part } % of the residents ({ $people })
results-weighting-cut = { $people ->
    [one] The weight of { $people } person was cut to 0.2–5; because of that no class misses its part of the residents by more than { $points } percentage points.
   *[other] The weights of { $people } people were cut to 0.2–5; because of that no class misses its part of the residents by more than { $points } percentage points.
}
results-no-class = in no class

## Sheets and columns
results-sheet-summary = Summary
results-sheet-areas = Areas
results-sheet-themes = Themes
results-sheet-change = Change
results-sheet-groups = Groups
results-sheet-questions = Questions
results-sheet-once = Answered once
results-sheet-scales = Scales
results-sheet-method = Method
results-column-theme = Theme
results-column-area-place = No.
results-column-area = Area
results-column-area-sentence = What it is about
results-column-area-own = Own themes that count here
results-column-key = Key
results-column-order = Order
results-column-n = People
results-column-count = Chose it
results-column-share = Share
results-column-low = Share from (95%)
results-column-high = Share to (95%)
results-column-points = Points
results-column-place = Place by points
results-column-place-low = Place from (95%)
results-column-place-high = Place to (95%)
results-column-pairwise-place = Place by pairwise comparison
results-column-weighted-share = Weighted share
results-column-weighted-low = Weighted share from
results-column-weighted-high = Weighted share to
results-column-town = Residents
results-column-answers-part = Part of the answers
results-column-town-part = Part of the residents
results-column-who = Whose answers
results-column-before = Chose it before
results-column-after = Chose it after
results-column-kept = Chose it both times
results-column-gained = Came to it
results-column-dropped = Let it go
results-column-change = Change
results-column-change-low = Change from (95%)
results-column-change-high = Change to (95%)
results-column-p = p (McNemar)
results-column-p-holm = p after Holm's correction
results-column-clear = Conclusion
results-column-places-mean = Mean change of place
results-column-places-low = Change of place from (95%)
results-column-places-high = Change of place to (95%)
results-column-places-p = p (Wilcoxon)
results-column-mean = Mean
results-column-deviation = Standard deviation
results-column-scale-agreement = Agreement (A, −1 to 1)
results-column-twice = Answered twice
results-column-mean-change = Mean change
results-column-mean-change-low = Change from (95%)
results-column-mean-change-high = Change to (95%)
results-column-once-before = Chose it, of those who answered only earlier
results-column-once-after = Chose it, of those who answered only later
results-column-difference = Difference
results-column-difference-low = Difference from (95%)
results-column-difference-high = Difference to (95%)
results-column-breakdown = Breakdown
results-column-group = Group
results-column-question = Question
results-column-answer = Answer
results-column-figure = Figure
results-column-value = Value
results-column-method = Method
results-column-version = Method's version
results-row-workshop = Workshop
results-row-wave = When people answered
results-row-people = People who answered
results-row-access = Who could answer
results-row-blank = People without any theme
results-row-own-themes = People with an own theme that nobody has looked at yet
results-row-way = Answers: { $way }
results-row-matched = People who answered twice
results-row-lost = People who answered only earlier
results-row-new = People who answered only later
results-row-w = Agreement on the order (Kendall's W, 0–1)
results-row-entropy = Spread of first places (entropy, 0–1)
results-row-winner = Theme that wins against each other
results-row-instrument = Questionnaire and version
results-row-release = Release number
results-row-reason = Why it was released again
results-row-at = Released
results-row-limits = Important
results-row-order = Order
results-row-few = Few answers
results-row-weights = Weights
results-row-effective-n = Effective number of people (with weights)
results-row-funding = Funding

## Methods in plain words
results-figure-share = Share of people
results-method-share = How many people chose the theme out of all who answered; Wilson's 95% interval.
results-figure-points = Points
results-method-points = Borda's method: with three places the first gives 3 points, the second 2, the third 1, not chosen 0.
results-figure-place-range = Range of places
results-method-place-range = Places in 1000 random repetitions of the same answers (bootstrap); the range holds 95% of them.
results-figure-agreement = Agreement on the order
results-method-agreement = Kendall's W corrected for ties: 0 no agreement, 1 the same order for everybody.
results-figure-entropy = Spread of first places
results-method-entropy = Entropy divided by the largest possible: 0 when everybody puts the same theme first, 1 when each theme equally often.
results-figure-scale-agreement = Agreement on a scale
results-method-scale-agreement = Van der Eijk's A: 1 full agreement, 0 evenly spread, −1 two camps at the ends of the scale.
results-figure-pairwise = Pairwise comparison
results-method-pairwise = Schulze's method; themes that a person did not choose stand below the chosen ones.
results-figure-shortlist = Shortlist
results-method-shortlist = Phragmén's sequential method: every sizeable group of people finds some theme of theirs on the list.
results-figure-change = Change of share
results-method-change = Only people who answered twice; Newcombe's paired interval (method 10), exact McNemar test.
results-figure-mean-change = Change of place and on scales
results-method-mean-change = Mean difference (a theme not chosen has the place after the last), bootstrap interval, Wilcoxon's test with Pratt's zeros.
results-figure-many-themes = Many themes at once
results-method-many-themes = Holm's correction: we call something a change only when p after correction is below 0.05.
results-figure-unmatched = People who answered once
results-method-unmatched = Two separate groups, Newcombe's interval for independent shares; never pooled with the pairs.
results-figure-lineage = Merged and split themes
results-method-lineage = A theme counts where the office decided; when two themes of one list became one, the better place stays.
results-figure-weights = Weighted shares
results-method-weights = Raking to known totals, each weight cut to 0.2–5; effective number of people (Σw)²/Σw² (Kish) in place of n. They correct for age and district alone.

## Messages
results-text-people = { $wave ->
    [before] Before the workshop
    [after] After the workshop
   *[other] Some time after the workshop
} · { $count ->
    [one] { $count } person
   *[other] { $count } people
}
results-text-matched = { $matched ->
    [one] { $matched } of them also answered earlier
   *[other] { $matched } of them also answered earlier
}; { $lost ->
    [one] { $lost } answered only earlier
   *[other] { $lost } answered only earlier
}
results-text-ways = Answers:
results-text-share = { $share }% ({ $low }–{ $high })
results-text-more = ▲ { results-clear-more } ({ $change } pp)
    .simple = { results-clear-more } ({ $change } pp)
results-text-fewer = ▼ { results-clear-fewer } ({ $change } pp)
    .simple = { results-clear-fewer } ({ $change } pp)
results-text-unclear = no clear change
results-text-change-hidden = change: too few people
results-text-rest = { $count ->
    [one] and { $count } more theme
   *[other] and { $count } more themes
}
results-text-areas = <b>Agreed areas</b>
results-text-open = { $count ->
    [0] The questions are open. Answers: fewer than 5.
   *[other] The questions are open. Answers: at least { $count }.
}
results-text-nobody = Nobody has answered yet, so there is nothing to show.
results-text-most-gained = { $count ->
    [one] Among { $count } person who answered twice, the theme that gained most is:
   *[other] Among the { $count } people who answered twice, the theme that gained most is:
}
results-text-points-of-percent = { $count ->
    [one] +{ $count } percentage point
   *[other] +{ $count } percentage points
}
results-text-no-change = No theme changed enough to be called a change.
results-text-change-left-out = We do not show the change: with numbers this small, single people’s answers could be recognised.
results-text-range = The numbers in brackets are a 95 % confidence interval: they say how uncertain a share is with so many people.
results-text-merged = Themes merged by the office count together.

## Report
results-report-title = Workshop report
results-report-skip = Skip to content
results-report-example = An example. This is no service of any office.
results-report-when = When
results-report-where = Where
results-report-asked = What was asked
results-report-question = Which themes matter most?
results-report-places = { $count ->
    [one] One could choose { $count } theme.
   *[other] One could choose up to { $count } themes, the most important first.
}
results-report-who = Who answered and who did not
results-report-invited = People invited
results-report-silent = Invited people who did not answer
results-report-date = { $when } ({ $year })
results-report-registered = People registered for the workshop
results-report-came = People who came to the workshop
results-report-not-known = not known
results-report-fewer-than-five = fewer than 5
results-report-results = Results
results-report-share = Share of people and 95% interval
results-report-place = Place by points (range)
results-report-chart = Chart: { $title }. The same numbers are in the table below it.
results-report-change = What changed
results-report-change-how = We compare only people who answered twice. We call something a change only when chance can hardly explain it, even with many themes at once. This is an observation, not a proof that the workshop caused it.
results-report-attendance = Who was at the workshop and who was not
results-report-attendance-how = The same comparison for people who were at the workshop and for people who were not. This is an observation: the two groups may differ in more than having been there.
results-report-change-interval = Change and 95% interval
results-report-difference-interval = Difference and 95% interval
results-report-shortlist = Shortlist
results-report-covered = People who already have a theme of theirs
results-report-plain = Plain list (most often chosen)
results-report-questions = Other questions
results-report-groups = Groups
results-report-groups-how = Numbers about small groups are hidden, and with them those from which they could be worked out.
results-report-own = Own themes
results-report-own-accepted = Themes proposed by participants and accepted:
results-report-own-merged = Themes that count together with others:
results-report-own-words = { $count ->
    [one] { $count } theme in a person's own words
   *[other] { $count } themes in people's own words
}
results-report-own-none = No own theme has been accepted or merged yet.
results-report-areas = Agreed areas
results-report-ways = Where the areas come from: from people’s own themes to the area
results-report-covers = Themes:
results-report-town = Answers and residents by class
results-report-method = Method and limits
results-report-method-how = People answered of their own will and were not drawn at random. Intervals say how steady a figure is among people like these, not in the whole city.
results-report-further = Other measures
results-report-contact = Contact
results-statement-title = Consultation statement
results-statement-draft = Draft consulted
results-statement-announced = Consultation announced
results-statement-deadline = Deadline for comments
results-statement-count = Number of comments
results-statement-how = A template for the office to fill in: position and reasons for each comment.
results-statement-comments = Comments from every channel
results-statement-number = No.
results-statement-channel = Channel
results-statement-from = { $channel ->
    [telegram] Telegram
    [e-mail] e-mail
    [paper] paper
    [meeting] meeting
   *[other] other
}
results-statement-comment = Comment
results-statement-position = The office's position
results-statement-reasons = Reasons
results-statement-fill = to be filled in
results-statement-none = No comments were made.
results-statement-workshop = Workshop within the consultation

## Research file
results-research-label = Research file: answers about themes
results-research-code = Code of the person, new in each file
results-research-wave = Wave
results-research-place = Place on the list
results-research-theme = Theme
results-research-group = Group
results-research-district = District
results-research-age-band = Age
results-research-own = own theme
results-research-wave-value = { $wave ->
    [earlier] earlier
   *[other] later
}
