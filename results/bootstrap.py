"""How steady a place is: the 95 % range of places over resampled ballots, seeded and linear in ballots."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from results.points import place_values, shared_places
from results.tables import EMPTY, Floats, Ints, Missing, Wave, distinct_rows

METHOD: Final = "places-bootstrap-multinomial-1000/1"
RESAMPLES: Final = 1000
UNITS: Final = 2048
"""At most so many distinct ballots are drawn one by one; above it ballots are dealt into so many blocks."""


@dataclass(frozen=True, slots=True, eq=False)
class PlaceRanges:
    """`low`, `high` int64 [themes]: 95 % of resampled places lie between them; the observed place always does."""

    n: int
    low: Ints
    high: Ints
    seed: int
    missing: Missing | None = None
    method: str = METHOD


def place_ranges(wave: Wave, themes: int, seed: int) -> PlaceRanges:
    """Percentile bootstrap of places by points (B. Efron, Annals of Statistics 7 (1979) 1–26), RESAMPLES draws.

    Ballots that say the same are drawn together: a multinomial over distinct ballots is exactly drawing people with
    replacement. With more than UNITS distinct ballots they are dealt at random into UNITS equal blocks and blocks are
    drawn, which keeps mean and spread of the sums (the spread's own error is about 2 %). Equal seeds give equal ranges.
    """
    if wave.ballots == 0 or themes == 0:
        nothing = np.zeros(0, dtype=np.int64)
        return PlaceRanges(0, nothing, nothing, seed, Missing("no-ballots"))
    random = np.random.default_rng(seed)
    points, copies = _units(wave, themes, random)
    drawn = random.multinomial(int(copies.sum()), copies / copies.sum(), size=RESAMPLES)
    places = shared_places(drawn @ points)
    observed = shared_places(copies @ points)
    low = np.quantile(places, 0.025, axis=0, method="inverted_cdf").astype(np.int64)
    high = np.quantile(places, 0.975, axis=0, method="inverted_cdf").astype(np.int64)
    return PlaceRanges(wave.ballots, np.minimum(low, observed), np.maximum(high, observed), seed)


def _units(wave: Wave, themes: int, random: np.random.Generator) -> tuple[Floats, Ints]:
    """Points of each unit that is drawn -> float64 [units, themes], and how often it occurs -> int64 [units]."""
    n = wave.ballots
    if wave.weights is None:
        rows, copies = distinct_rows(np.maximum(wave.choices, EMPTY), themes)
        if len(copies) <= UNITS:
            distinct = wave.take(rows)
            return _points_by_unit(distinct, themes, np.arange(len(copies)), len(copies)), copies
    if n <= UNITS:
        return _points_by_unit(wave, themes, np.arange(n), n), np.ones(n, dtype=np.int64)
    blocks = random.permutation(n) % UNITS
    return _points_by_unit(wave, themes, blocks, UNITS), np.ones(UNITS, dtype=np.int64)


def _points_by_unit(wave: Wave, themes: int, unit_of: Ints, units: int) -> Floats:
    points = np.zeros(units * themes, dtype=np.float64)
    for place, worth in enumerate(place_values(wave.places)):
        column = wave.choices[:, place]
        chosen = column >= 0
        rows = np.full(int(chosen.sum()), worth) if wave.weights is None else worth * wave.weights[chosen]
        cells = unit_of[chosen].astype(np.int64) * themes + column[chosen]
        points += np.bincount(cells, weights=rows, minlength=units * themes)
    return points.reshape(units, themes)
