### Results: messages, pictures, files, report. Read by a native speaker: not yet.

results-limits = These are the answers of the people who took part. They do not show what the whole city thinks.
results-before = before the workshop
results-after = after the workshop
results-follow-up = some time after the workshop
results-order-share = Order: share of people who chose the theme; points decide between equal shares.
results-order-points = Order: points; the share of people decides between equal points.
results-clear-more = more people than before the workshop
results-clear-fewer = fewer people than before the workshop
results-clear-unclear = no clear change
results-hidden = too few people to show this
results-hidden-short = hidden
results-few = There are fewer than 10 answers, so we show only the order of the first themes, without numbers.
results-nothing-chosen = Nobody chose any theme.
results-percent = { $value }%
results-percentage-points = { $value } pp
results-place-range = place by points: {"{place}"} (range {"{span}"})
results-not-told = not told
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
results-picture-ranking = { $wave ->
    [before] Most important themes before the workshop
    [after] Most important themes after the workshop
   *[other] Most important themes some time after the workshop
}
results-picture-ranking-people = { $count ->
    [one] { $count } person answered. The band is the 95% interval.
   *[other] { $count } people answered. The band is the 95% interval.
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
