"""What changed between two waves among the same people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import binom

from results.multiplicity import LEVEL, holm
from results.shares import wilson
from results.tables import NOBODY, Floats, Ints, Missing, Wave

METHOD: Final = "change-newcombe-paired-10-mcnemar-exact-holm/1"


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """Rows of the two waves that belong to the same people: `before[i]` and `after[i]` are one person's ballots."""

    before: Ints
    after: Ints
    only_before: Ints
    only_after: Ints


def match(before: Wave, after: Wave) -> Matching:
    """Pair ballots by `people`. A ballot of NOBODY, or whose id stands twice in its wave, is paired with none."""
    first, second = _pairable(before.people), _pairable(after.people)
    _, left, right = np.intersect1d(before.people[first], after.people[second], assume_unique=True, return_indices=True)
    rows_before, rows_after = first[left], second[right]
    return Matching(
        before=rows_before,
        after=rows_after,
        only_before=np.setdiff1d(np.arange(before.ballots), rows_before, assume_unique=True),
        only_after=np.setdiff1d(np.arange(after.ballots), rows_after, assume_unique=True),
    )


def _pairable(people: Ints) -> Ints:
    """Positions of ids that stand exactly once and are no NOBODY."""
    _, first, counts = np.unique(people, return_index=True, return_counts=True)
    once = first[counts == 1]
    return np.asarray(once[people[once] != NOBODY], dtype=np.int64)


@dataclass(frozen=True, slots=True)
class ShareChange:
    """One theme among `n` matched people: chosen `before`, chosen `after`, by both (`kept`), newly, dropped.

    `change` = (gained − dropped) / n in −1..1 with `low`, `high` (95 %); `p` exact McNemar; `p_holm` over all themes.
    `clear` is more or fewer only where p_holm < .05: nothing else is ever called a change.
    """

    n: int
    before: int
    after: int
    kept: int
    gained: int
    dropped: int
    change: float
    low: float
    high: float
    p: float
    p_holm: float
    clear: str
    method: str = METHOD


@dataclass(frozen=True, slots=True)
class ShareChanges:
    n: int
    themes: tuple[ShareChange, ...]
    missing: Missing | None = None


def paired_interval(kept: Ints, gained: Ints, dropped: Ints, n: int) -> tuple[Floats, Floats]:
    """Newcombe's 95 % interval for (gained − dropped)/n in paired data -> (low [k], high [k]). n > 0.

    R. G. Newcombe, Statistics in Medicine 17 (1998) 2635–2650, method 10: Wilson limits of the two shares, squared and
    added, with the phi correlation corrected for continuity (towards 0, and only when it is positive).
    """
    neither = n - kept - gained - dropped
    after, before = kept + gained, kept + dropped
    low_after, high_after = wilson(after.astype(np.float64), n)
    low_before, high_before = wilson(before.astype(np.float64), n)
    p_after, p_before = after / n, before / n
    margins = np.sqrt(after.astype(np.float64) * (n - after) * before * (n - before))
    cross = kept.astype(np.float64) * neither - gained.astype(np.float64) * dropped
    corrected = np.where(cross > 0, np.maximum(cross - n / 2, 0.0), cross)
    phi = np.divide(corrected, margins, out=np.zeros_like(margins), where=margins > 0)
    change = p_after - p_before
    down_after, up_before = p_after - low_after, high_before - p_before
    up_after, down_before = high_after - p_after, p_before - low_before
    below = np.sqrt(np.maximum(down_after**2 - 2 * phi * down_after * up_before + up_before**2, 0))
    above = np.sqrt(np.maximum(up_after**2 - 2 * phi * up_after * down_before + down_before**2, 0))
    return np.clip(change - below, -1, 1), np.clip(change + above, -1, 1)


def mcnemar_exact(gained: Ints, dropped: Ints) -> Floats:
    """Two-sided exact McNemar p-values [k]: twice the smaller binomial tail of (gained, dropped) at ½, at most 1."""
    fewer = np.minimum(gained, dropped)
    return np.asarray(np.minimum(1.0, 2 * binom.cdf(fewer, gained + dropped, 0.5)), dtype=np.float64)


def kept_counts(before: Wave, after: Wave, themes: int) -> Ints:
    """How many matched people (row i is the same person in both) chose each theme in both waves -> int64 [themes]."""
    kept = np.zeros(themes, dtype=np.int64)
    for place in range(before.places):
        earlier = before.choices[:, place]
        chosen = earlier >= 0
        again = np.zeros(len(earlier), dtype=np.bool_)
        for later_place in range(after.places):
            again |= after.choices[:, later_place] == earlier
        kept += np.bincount(earlier[chosen & again], minlength=themes)
    return kept


def change_of_shares(before: Wave, after: Wave, themes: int) -> ShareChanges:
    """Change of every theme's share among matched people: row i of both waves is the same person. Unweighted."""
    n = before.ballots
    if n == 0:
        return ShareChanges(0, (), Missing("nobody-matched"))
    count_before = _counts(before, themes)
    count_after = _counts(after, themes)
    kept = kept_counts(before, after, themes)
    gained, dropped = count_after - kept, count_before - kept
    low, high = paired_interval(kept, gained, dropped, n)
    p_values = mcnemar_exact(gained, dropped)
    adjusted = holm(p_values.tolist())
    return ShareChanges(
        n,
        tuple(
            ShareChange(
                n=n,
                before=int(count_before[theme]),
                after=int(count_after[theme]),
                kept=int(kept[theme]),
                gained=int(gained[theme]),
                dropped=int(dropped[theme]),
                change=float((gained[theme] - dropped[theme]) / n),
                low=float(low[theme]),
                high=float(high[theme]),
                p=float(p_values[theme]),
                p_holm=adjusted[theme],
                clear=called(float(gained[theme] - dropped[theme]), adjusted[theme]),
            )
            for theme in range(themes)
        ),
    )


def called(direction: float, p_holm: float) -> str:
    """'more', 'fewer', or 'unclear': the only words for a change."""
    if p_holm >= LEVEL or direction == 0:
        return "unclear"
    return "more" if direction > 0 else "fewer"


def _counts(wave: Wave, themes: int) -> Ints:
    counts = np.zeros(themes, dtype=np.int64)
    for place in range(wave.places):
        column = wave.choices[:, place]
        counts += np.bincount(column[column >= 0], minlength=themes)
    return counts
