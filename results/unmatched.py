"""People with a ballot in one wave only: two independent groups, shown apart, never pooled with the matched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from statsmodels.stats.proportion import confint_proportions_2indep

from results.tables import Missing, Wave, theme_sums

METHOD: Final = "unmatched-newcombe-independent/1"


@dataclass(frozen=True, slots=True)
class Difference:
    """Share among those of the later wave only minus share among those of the earlier only, with a 95 % interval."""

    before: int
    after: int
    difference: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Unmatched:
    """`themes` has one difference a theme unless one of the groups is empty (`missing` says so)."""

    n_before: int
    n_after: int
    themes: tuple[Difference, ...]
    missing: Missing | None = None
    method: str = METHOD


def unmatched(only_before: Wave, only_after: Wave, themes: int) -> Unmatched:
    """Compare ballots without a partner. Newcombe's hybrid score interval for independent shares.

    R. G. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10 (statsmodels' "newcomb").
    """
    n_before, n_after = only_before.ballots, only_after.ballots
    if n_before == 0 or n_after == 0:
        return Unmatched(n_before, n_after, (), Missing("no-ballots"))
    counts_before = theme_sums(only_before, themes)
    counts_after = theme_sums(only_after, themes)
    rows = []
    for before, after in zip(counts_before, counts_after, strict=True):
        low, high = confint_proportions_2indep(
            after, n_after, before, n_before, method="newcomb", compare="diff", alpha=0.05
        )
        difference = after / n_after - before / n_before
        rows.append(
            Difference(
                int(before), int(after), float(difference), float(np.clip(low, -1, 1)), float(np.clip(high, -1, 1))
            )
        )
    return Unmatched(n_before, n_after, tuple(rows))
