"""Points: Borda's count on the top N, and the places that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import rankdata

from results.tables import Floats, Ints, Wave, theme_sums

METHOD: Final = "points-borda-top-n/1"


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """`points` float64 [themes], `places` int64 [themes] (1 is best, equals share the better place), of n ballots."""

    n: int
    points: Floats
    places: Ints
    method: str = METHOD


def place_values(places: int) -> Floats:
    """Points by place for a ballot of N places: N for the first, 1 for the last -> float64 [N]."""
    return np.arange(places, 0, -1, dtype=np.float64)


def shared_places(scores: Floats) -> Ints:
    """Places by descending score; equals share the better place (1 2 2 4). Works along the last axis."""
    rounded = np.round(-scores, 9)
    return np.asarray(rankdata(rounded, method="min", axis=-1), dtype=np.int64)


def points(wave: Wave, themes: int) -> Points:
    """N + 1 − rank points for each place of the ballot, 0 when not chosen, however short the ballot is.

    J.-C. de Borda (1781), for truncated ballots in the "pessimistic" reading: what is not named gets nothing.
    A wave without ballots gives 0 points and the shared first place to every theme.
    """
    totals = theme_sums(wave, themes, place_values(wave.places), wave.weights)
    return Points(wave.ballots, totals, shared_places(totals) if themes else np.zeros(0, dtype=np.int64))
