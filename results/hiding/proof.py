"""Proofs that a hidden cell stays open: two possible worlds in which it differs by four or more.

Whoever reads the releases can rule out neither of them, so whatever they reason, the cell keeps five consecutive values
or more. A world is checked in whole numbers without tolerance; a solver's word alone proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from results.hiding.programme import Cell, Name, Programme, Rows, World, best, matrix, rounded, rows_of

OPEN: Final = 4
"""Largest minus smallest possible value of a hidden cell: five consecutive values."""
_ROUNDS: Final = 4
_NEARLY: Final = 1e-4


class Worlds:
    """Possible worlds found so far, and between which values they take each cell of a programme.

    `base` is the one that every search starts from.
    """

    def __init__(self, programme: Programme, base: World, found: Iterable[World] = ()) -> None:
        self.base = base
        self.found: list[World] = []
        self._rows = {name: row for row, name in enumerate(programme.cells)}
        self._values = matrix([cell.terms for cell in programme.cells.values()], len(base))
        self._low = self._high = np.asarray(self._values @ base)
        for world in found:
            self.add(world)

    def add(self, world: World) -> None:
        values = np.asarray(self._values @ world)
        self._low, self._high = np.minimum(self._low, values), np.maximum(self._high, values)
        self.found.append(world)

    def ends(self, cell: Cell) -> tuple[int, int]:
        """Smallest and largest value of a cell over all worlds."""
        row = self._rows[cell.name]
        return int(self._low[row]), int(self._high[row])

    def closed(self, cells: Iterable[Cell]) -> list[Cell]:
        """Cells that these worlds do not prove open."""
        return [cell for cell in cells if self.ends(cell)[1] - self.ends(cell)[0] < OPEN]


@dataclass(frozen=True, slots=True, eq=False)
class Freed:
    """A programme in which what this release's visible numbers are made of stays as it is in `base`.

    That leaves fewer worlds than a reader has to reckon with: what is proven here holds against readers who know more
    than was released, such as the points of groups shown in full. It also is far less to solve.
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
    """`programme` with everything fixed that only visible cells of this release consist of, and the steady variables."""
    held = np.zeros(len(base), dtype=np.bool_)
    moving = np.zeros(len(base), dtype=np.bool_)
    for cell in programme.cells.values():
        (held if cell.hideable and not cell.hidden else moving)[list(cell.terms)] = True
    moving |= ~held
    moving[programme.steady] = False
    free = np.flatnonzero(moving)
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
    _spread(programme, worlds, space)
    closed: list[Cell] = []
    settled: set[Name] = set()
    while remaining := [cell for cell in worlds.closed(programme.targets()) if cell.name not in settled]:
        cell = remaining[0]
        settled.add(cell.name)
        if not _opened(cell, worlds, space):
            closed.append(cell)
    return closed


def shut(programme: Programme, base: World) -> list[Cell]:
    """Hidden cells of earlier releases that even broken numbers of people could not keep open."""
    worlds = Worlds(programme, base)
    space = freed(programme, base)
    _spread(programme, worlds, space)
    closed = [cell for cell in worlds.closed(programme.targets()) if not cell.hideable]
    return [cell for cell in closed if worlds.closed([cell]) and not _relaxed(cell, worlds, space)]


def _spread(programme: Programme, worlds: Worlds, space: Freed) -> None:
    """A few worlds that move many cells at once."""
    randomness = np.random.default_rng(len(worlds.base))
    for _ in range(_ROUNDS):
        unproven = worlds.closed(programme.targets())
        if len(unproven) < _ROUNDS:
            break
        weights = randomness.uniform(0.5, 1.5, len(unproven)) * randomness.choice((-1, 1), len(unproven))
        aim = matrix([cell.terms for cell in unproven], len(worlds.base)).T @ weights
        for sign in (1, -1):
            solution = best(sign * np.asarray(aim)[space.free], space.rows, whole=False)
            if solution is not None:
                _keep(solution, worlds, space)


def _aim(cell: Cell, space: Freed) -> NDArray[np.float64]:
    return np.asarray(matrix([cell.terms], len(space.base)).toarray()[0], dtype=np.float64)


def _relaxed(cell: Cell, worlds: Worlds, space: Freed) -> bool:
    """True when the cell would be open if people could be divided; whole solutions on the way become worlds."""
    ends = []
    for sign in (1, -1):
        solution = best(sign * _aim(cell, space)[space.free], space.rows, whole=False)
        if solution is None:
            return False
        ends.append(float(_aim(cell, space)[space.free] @ solution))
        _keep(solution, worlds, space)
    return ends[1] - ends[0] > OPEN - _NEARLY


def _opened(cell: Cell, worlds: Worlds, space: Freed) -> bool:
    """Search this cell's smallest and largest value; True when they lie far enough apart."""
    if not _relaxed(cell, worlds, space):
        return False
    for sign in (1, -1):
        if not worlds.closed([cell]):
            return True
        solution = best(sign * _aim(cell, space)[space.free], space.rows)
        if solution is not None:
            _keep(solution, worlds, space)
    return not worlds.closed([cell])


def _keep(solution: NDArray[np.float64], worlds: Worlds, space: Freed) -> None:
    """Add a solution to the worlds when it is whole and possible."""
    part = rounded(solution)
    if part is not None and space.rows.holds(part):
        worlds.add(space.grown(part))
