"""Proofs that a hidden cell stays open: two possible worlds in which it differs by four or more.

Whoever reads the releases can rule out neither of them, so whatever they reason, the cell keeps five consecutive values
or more. A world is checked in whole numbers without tolerance; a solver's word alone proves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from results.hiding.programme import Cell, Name, Programme, Rows, World, best, matrix, rounded, rows_of

OPEN: Final = 4
"""Largest minus smallest possible value of a hidden cell: five consecutive values."""
_ROUNDS: Final = 4


@dataclass(slots=True, eq=False)
class Worlds:
    """Worlds found so far, all of them possible. `base` is one that every search starts from."""

    base: World
    found: list[World] = field(default_factory=list)

    def spread(self, cells: Sequence[Cell]) -> NDArray[np.int64]:
        """Largest minus smallest value of each cell over all worlds."""
        if not cells:
            return np.zeros(0, dtype=np.int64)
        values = matrix([cell.terms for cell in cells], len(self.base)) @ np.stack([self.base, *self.found], axis=1)
        return np.asarray(values.max(axis=1) - values.min(axis=1), dtype=np.int64)

    def closed(self, cells: Sequence[Cell]) -> list[Cell]:
        """Cells that these worlds do not prove open."""
        return [cell for cell, width in zip(cells, self.spread(cells), strict=True) if width < OPEN]


@dataclass(frozen=True, slots=True, eq=False)
class Freed:
    """A programme in which only what hidden cells are made of may move away from `base`.

    Holding still how visible numbers are made up leaves fewer worlds than a reader has to reckon with: what is proven
    here holds against readers who know more than was released, such as points and orders of groups shown in full.
    """

    rows: Rows
    free: NDArray[np.int64]
    base: World

    def grown(self, part: World) -> World:
        """The whole world of which `part` gives the free variables."""
        world = self.base.copy()
        world[self.free] = part
        return world


def freed(programme: Programme, base: World) -> Freed:
    """`programme` with everything fixed that no hidden cell consists of."""
    held = np.zeros(len(base), dtype=np.bool_)
    moving = np.zeros(len(base), dtype=np.bool_)
    for cell in programme.cells.values():
        (moving if cell.hidden else held)[list(cell.terms)] = True
    held[programme.steady] = True
    free = np.flatnonzero(moving | ~held)
    rows = rows_of(programme)
    part = rows.a[:, free]
    kept = np.flatnonzero(np.diff(part.indptr) > 0)
    fixed = (rows.a @ base - part @ base[free])[kept]
    return Freed(
        Rows(part[kept], rows.low[kept] - fixed, rows.high[kept] - fixed, rows.lows[free], rows.highs[free]), free, base
    )


def prove(programme: Programme, worlds: Worlds) -> list[Cell]:
    """Search worlds until every hidden cell is proven open -> the cells for which there are none."""
    space = freed(programme, worlds.base)
    randomness = np.random.default_rng(len(worlds.base))
    for _ in range(_ROUNDS):
        unproven = worlds.closed(programme.targets())
        if len(unproven) < _ROUNDS:
            break
        weights = randomness.uniform(0.5, 1.5, len(unproven)) * randomness.choice((-1, 1), len(unproven))
        aim = matrix([cell.terms for cell in unproven], len(worlds.base)).T @ weights
        for sign in (1, -1):
            _add(worlds, space, sign * np.asarray(aim))
    closed: list[Cell] = []
    settled: set[Name] = set()
    while remaining := [cell for cell in worlds.closed(programme.targets()) if cell.name not in settled]:
        cell = remaining[0]
        settled.add(cell.name)
        if not _opened(cell, worlds, space):
            closed.append(cell)
    return closed


def _opened(cell: Cell, worlds: Worlds, space: Freed) -> bool:
    """Search this cell's largest and smallest value; True when they lie far enough apart."""
    aim = np.asarray(matrix([cell.terms], len(worlds.base)).toarray()[0], dtype=np.float64)
    bounds = []
    for sign in (-1, 1):
        bounds.append(_add(worlds, space, sign * aim, exactly=True))
        if not worlds.closed([cell]):
            return True
    return False


def _add(worlds: Worlds, space: Freed, aim: NDArray[Any], *, exactly: bool = False) -> bool:
    """Add a world with the least `aim`: the relaxation's when it is whole, else (exactly) the whole-number optimum."""
    for whole in (False, True) if exactly else (False,):
        solution = best(aim[space.free], space.rows, whole=whole)
        if solution is None:
            return False
        part = rounded(solution)
        if part is not None and space.rows.holds(part):
            worlds.found.append(space.grown(part))
            return True
    return False
