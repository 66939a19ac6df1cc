"""Share of a theme: people who chose it / people who submitted, with Wilson's interval."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from statsmodels.stats.proportion import proportion_confint

from results.tables import Floats, Missing, Wave, theme_sums

METHOD: Final = "share-wilson-95/1"


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `n` people (sums of weights when weighted); `share`, `low`, `high` lie in 0..1 (95 %)."""

    count: float
    n: float
    share: float
    low: float
    high: float
    method: str = METHOD


@dataclass(frozen=True, slots=True)
class Shares:
    """One `Share` a theme, in the order of the themes, or why there is none. `effective_n` is n unless weighted."""

    n: int
    effective_n: float
    themes: tuple[Share, ...]
    missing: Missing | None = None


def wilson(counts: Floats, n: float) -> tuple[Floats, Floats]:
    """Wilson's 95 % limits for counts [k] of n > 0 -> (low [k], high [k]). E. B. Wilson, JASA 22 (1927) 209–212.

    `counts` and `n` may be fractions: with weights they are share × effective n, and effective n.
    """
    low, high = proportion_confint(counts, n, alpha=0.05, method="wilson")
    share = counts / n  # of nobody and of everybody the limits miss 0 and 1 by a rounding error
    return np.clip(np.minimum(low, share), 0, 1), np.clip(np.maximum(high, share), 0, 1)


def effective_size(weights: Floats | None, n: int) -> float:
    """Kish's effective number of people (Σw)²/Σw²; n when nobody is weighted; 0 when all weights are 0."""
    if weights is None:
        return float(n)
    squares = float(np.square(weights).sum())
    return float(weights.sum()) ** 2 / squares if squares > 0 else 0.0


def shares(wave: Wave, themes: int) -> Shares:
    """The share of each of `themes` themes among everybody who submitted, blank ballots included."""
    n = wave.ballots
    if n == 0:
        return Shares(0, 0.0, (), Missing("no-ballots"))
    base = float(n) if wave.weights is None else float(wave.weights.sum())
    if base <= 0:
        return Shares(n, 0.0, (), Missing("weights-zero"))
    counts = theme_sums(wave, themes, rows=wave.weights)
    share = counts / base
    effective = effective_size(wave.weights, n)
    low, high = wilson(share * effective, effective)
    rows = zip(counts, share, low, high, strict=True)
    return Shares(n, effective, tuple(Share(float(c), base, float(s), float(a), float(b)) for c, s, a, b in rows))
