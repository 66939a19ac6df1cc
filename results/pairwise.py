"""Would a majority put a theme before each other theme? Schulze's method on ballots that rank only some themes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from results.tables import Floats, Ints, Missing, Wave, theme_sums

METHOD: Final = "schulze-winning-votes/1"


@dataclass(frozen=True, slots=True, eq=False)
class Pairwise:
    """`places` int64 [themes]: Schulze's order, equals share the better place. `winner` beats every other theme in a
    direct comparison (Condorcet), None when no theme does. `prefers` float64 [themes, themes]: people who put the row's
    theme before the column's."""

    n: int
    places: Ints
    winner: int | None
    prefers: Floats
    missing: Missing | None = None
    method: str = METHOD


def preferences(wave: Wave, themes: int) -> Floats:
    """How many people put theme i before theme j -> float64 [i, j]. Ranked themes stand before unranked ones."""
    before = np.zeros(themes * themes, dtype=np.float64)
    for place in range(wave.places):
        for later in range(place + 1, wave.places):
            upper, lower = wave.choices[:, place], wave.choices[:, later]
            both = (upper >= 0) & (lower >= 0)
            cells = upper[both].astype(np.int64) * themes + lower[both]
            rows = None if wave.weights is None else wave.weights[both]
            before += np.bincount(cells, weights=rows, minlength=themes * themes)
    above = before.reshape(themes, themes)
    chosen = theme_sums(wave, themes, rows=wave.weights)
    prefers = chosen[:, np.newaxis] - above.T
    np.fill_diagonal(prefers, 0)
    return np.asarray(prefers, dtype=np.float64)


def strongest_paths(prefers: Floats) -> Floats:
    """Widest paths over defeats [themes, themes], strength = votes for the winner of each defeat.

    M. Schulze, Social Choice and Welfare 36 (2011) 267–303; the Floyd–Warshall form given there. Cubic in themes.
    """
    strength = np.where(prefers > prefers.T, prefers, 0.0)
    for middle in range(len(strength)):
        through = np.minimum(strength[:, middle, np.newaxis], strength[np.newaxis, middle, :])
        np.maximum(strength, through, out=strength)
    np.fill_diagonal(strength, 0)
    return strength


def pairwise(wave: Wave, themes: int) -> Pairwise:
    """Schulze's order of the themes and the pairwise winner, if there is one."""
    prefers = preferences(wave, themes)
    if wave.ballots == 0 or themes == 0:
        return Pairwise(wave.ballots, np.ones(themes, dtype=np.int64), None, prefers, Missing("no-ballots"))
    return pairwise_of(prefers, wave.ballots)


def pairwise_of(prefers: Floats, n: int) -> Pairwise:
    """The same from a matrix [themes, themes] of how many put the row before the column."""
    paths = strongest_paths(prefers)
    places = np.asarray(1 + np.sum(paths < paths.T, axis=1, dtype=np.int64), dtype=np.int64)
    wins = prefers > prefers.T
    np.fill_diagonal(wins, True)
    beats_all = np.flatnonzero(wins.all(axis=1))
    return Pairwise(n, places, int(beats_all[0]) if len(beats_all) else None, prefers)
