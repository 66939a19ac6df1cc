"""Do people agree? On rankings (Kendall's W), on the first place (entropy), on a scale (van der Eijk's A)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import entropy as shannon
from scipy.stats import rankdata

from results.tables import Floats, Ints, Missing, Wave

METHOD: Final = "kendall-w-ties/1"
METHOD_ENTROPY: Final = "entropy-first-places/1"
METHOD_SCALE: Final = "van-der-eijk-a/1"


@dataclass(frozen=True, slots=True)
class Agreement:
    """`value` of `n` people, or why there is none."""

    n: int
    value: float | None
    missing: Missing | None = None
    method: str = METHOD


def kendall_w(scores: Floats) -> Agreement:
    """Kendall's W for scores [raters, objects] (higher is a higher rank), corrected for ties: 0 none .. 1 all alike.

    M. G. Kendall and B. Babington Smith, Annals of Mathematical Statistics 10 (1939) 275–287; ties as in NAG's G08DAF.
    """
    raters, objects = scores.shape
    ranks = np.asarray(rankdata(scores, axis=1), dtype=np.float64)
    tied = 0.0
    for row in scores:
        counts = np.unique(row, return_counts=True)[1].astype(np.float64)
        tied += float(np.sum(counts**3 - counts))
    return _concordance(ranks.sum(axis=0), tied, raters, objects)


def _concordance(rank_sums: Floats, tied: float, raters: int, objects: int) -> Agreement:
    if raters < 2:
        return Agreement(raters, None, Missing("no-ballots" if raters == 0 else "one-ballot"))
    if objects < 2:
        return Agreement(raters, None, Missing("one-theme"))
    squares = float(np.square(rank_sums - rank_sums.mean()).sum())
    most = raters**2 * (float(objects) ** 3 - objects) - raters * tied
    if most <= 0:
        return Agreement(raters, None, Missing("nothing-chosen"))
    return Agreement(raters, min(1.0, 12 * squares / most))


def agreement_of_ballots(wave: Wave, themes: int) -> Agreement:
    """Kendall's W of ballots: chosen themes in their order, all others share the mean of the remaining ranks.

    The same as `kendall_w` on complete rankings, without ever writing them down: linear in ballots. Ballots that name
    no listed theme say nothing about the order and are left out of `n`. Unweighted.
    """
    return agreement_by(wave, themes, np.zeros(wave.ballots, dtype=np.int64), 1)[0]


def agreement_by(wave: Wave, themes: int, codes: Ints, size: int) -> list[Agreement]:
    """`agreement_of_ballots` of the ballots of each code; `codes` int64 [n] in 0..size − 1. One pass for all of them.

    Every sum is one of halves of whole numbers, so that its order does not matter.
    """
    kinds = wave.places + 1
    named = np.zeros(wave.ballots, dtype=np.int64)
    for place in range(wave.places):
        named += wave.choices[:, place] >= 0
    by_named = np.bincount(codes * kinds + named, minlength=size * kinds).reshape(size, kinds)
    by_named[:, 0] = 0
    rest = (np.arange(kinds) + 1 + themes) / 2
    sums = np.repeat(by_named @ rest, themes).reshape(size, themes)
    order = np.zeros(wave.ballots, dtype=np.int64)
    for place in range(wave.places):
        here = np.flatnonzero(wave.choices[:, place] >= 0)
        order[here] += 1
        cells = codes[here] * themes + wave.choices[here, place]
        gained = order[here] - rest[named[here]]
        sums += np.bincount(cells, weights=gained, minlength=size * themes).reshape(size, themes)
    unranked = themes - np.arange(kinds, dtype=np.float64)
    tied, raters = by_named @ (unranked**3 - unranked), by_named.sum(axis=1)
    return [_concordance(sums[code], float(tied[code]), int(raters[code]), themes) for code in range(size)]


def first_place_entropy(wave: Wave, themes: int) -> Agreement:
    """Entropy of first places / log(themes): 0 everybody puts the same theme first, 1 all themes equally often.

    C. E. Shannon, Bell System Technical Journal 27 (1948). `n` counts ballots whose first place is a listed theme.
    """
    first = wave.choices[:, 0] if wave.places else np.zeros(0, dtype=np.int64)
    counts = np.bincount(first[first >= 0], minlength=themes)
    n = int(counts.sum())
    if n == 0:
        return Agreement(0, None, Missing("no-ballots" if wave.ballots == 0 else "nothing-chosen"), METHOD_ENTROPY)
    if themes < 2:
        return Agreement(n, None, Missing("one-theme"), METHOD_ENTROPY)
    return Agreement(n, float(shannon(counts / n) / np.log(themes)), None, METHOD_ENTROPY)


def scale_agreement(counts: Ints) -> Agreement:
    """Van der Eijk's A for counts [K] of the K ≥ 3 steps of a scale: 1 all agree, 0 evenly spread, −1 two camps.

    C. van der Eijk, Quality & Quantity 35 (2001) 325–341: the distribution is cut into layers in which every step is
    either empty or full; A is the mean of the layers' agreement, weighted by how many answers each holds. (The old
    variant of the article's first print is not used; R's agrmt gives the same numbers as here.)
    """
    n = int(counts.sum())
    if n == 0:
        return Agreement(0, None, Missing("no-answers"), METHOD_SCALE)
    if len(counts) < 3:
        return Agreement(n, None, Missing("few-values"), METHOD_SCALE)
    left = counts.astype(np.float64).copy()
    total = 0.0
    while left.any():
        pattern = left > 0
        height = float(left[pattern].min())
        left[pattern] -= height
        total += height * int(pattern.sum()) / n * _layer(pattern)
    return Agreement(n, total, None, METHOD_SCALE)


def _layer(pattern: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> float:
    """Agreement of one layer [K]: unimodality U of its triples, times (1 − (S − 1)/(K − 1)) for its S full steps."""
    steps, full = len(pattern), int(pattern.sum())
    if full == steps:
        return 0.0
    if full == 1:
        return 1.0
    unimodal = bimodal = 0
    for i in range(steps - 2):
        for j in range(i + 1, steps - 1):
            for k in range(j + 1, steps):
                triple = (bool(pattern[i]), bool(pattern[j]), bool(pattern[k]))
                unimodal += triple in {(True, True, False), (False, True, True)}
                bimodal += triple == (True, False, True)
    unimodality = ((steps - 2) * unimodal - (steps - 1) * bimodal) / ((steps - 2) * (unimodal + bimodal))
    return unimodality * (1 - (full - 1) / (steps - 1))
