"""Proofs that a hidden cell stays open: two possible worlds in which it differs by four or more.

Whoever reads the releases can rule out neither of them, so whatever they reason, the cell keeps five consecutive values
or more. A world is checked in whole numbers without tolerance; a solver's word alone proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from results.hiding.programme import (
    SHARED,
    UNBOUNDED,
    Cell,
    Programme,
    Rows,
    World,
    best,
    matrix,
    rounded,
    rows_of,
    with_row,
)

_ROUNDS: Final = 16
"""How often at most many cells are moved at once before each is looked at."""
_FEW: Final = 1
_ANY: Final = 0.5
"""How far from the best a whole world may be that moves many cells: any that moves them serves."""
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
        return [cell for cell in cells if self.ends(cell)[1] - self.ends(cell)[0] < cell.needs]


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


def freed(programme: Programme, base: World, whom: frozenset[int] | None = None, *, wide: bool = False) -> Freed:
    """`programme` with everything fixed that no hidden cell consists of, and the steady variables.

    whom: only these populations (and what ties them to others) may move. wide: what visible numbers of earlier releases
    consist of may move as well.
    """
    held = np.zeros(len(base), dtype=np.bool_)
    moving = np.zeros(len(base), dtype=np.bool_)
    for cell in programme.cells.values():
        loose = cell.hidden or (wide and not cell.hideable)
        (moving if loose else held)[list(cell.terms)] = True
    moving |= ~held
    moving[programme.steady] = False
    if whom is not None:
        moving &= np.isin(programme.owners, [SHARED, *whom])
    free = np.flatnonzero(moving)
    rows = rows_of(programme)
    part = rows.a[:, free]
    kept = np.flatnonzero(np.diff(part.indptr) > 0)
    fixed = (rows.a @ base - part @ base[free])[kept]
    return Freed(
        Rows(part[kept], rows.low[kept] - fixed, rows.high[kept] - fixed, rows.lows[free], rows.highs[free]), free, base
    )


def prove(programme: Programme, worlds: Worlds, *, each: bool = True) -> list[Cell]:
    """Search worlds until every hidden cell is proven open -> the cells for which none were found.

    A world that moves one population and leaves the others as they are is as possible as any, so each is searched
    alone first. each: look at every cell that stays closed when many are moved at once. Cells of earlier releases,
    which this release cannot show or hide, are then searched everywhere.
    """
    for whom in dict.fromkeys(programme.owners_of(cell) for cell in programme.targets()):
        targets = [cell for cell in programme.targets() if programme.owners_of(cell) == whom]
        if worlds.closed(targets):
            _search(targets, worlds, freed(programme, worlds.base, whom), each=each)
    for wide in (False, True):
        if earlier := _earlier(programme, worlds):
            _search(earlier, worlds, freed(programme, worlds.base, wide=wide), each=each)
    return worlds.closed(programme.targets())


def _earlier(programme: Programme, worlds: Worlds) -> list[Cell]:
    return worlds.closed(cell for cell in programme.targets() if not cell.hideable)


def shut(programme: Programme, worlds: Worlds) -> list[Cell]:
    """Closed cells of earlier releases that even broken numbers of people could not keep open."""
    space = freed(programme, worlds.base, wide=True)
    return [cell for cell in _earlier(programme, worlds) if worlds.closed([cell]) and not _relaxed(cell, worlds, space)]


def _search(targets: Sequence[Cell], worlds: Worlds, space: Freed, *, each: bool) -> None:
    """Add worlds that move the targets: many at once (if people could be divided, then whole), then each still closed."""
    for whole in (False, True):
        _move_many(targets, worlds, space, whole=whole)
    for cell in worlds.closed(targets) if each else ():
        if worlds.closed([cell]) and _relaxed(cell, worlds, space):
            _find(cell, worlds, space)


def _move_many(targets: Sequence[Cell], worlds: Worlds, space: Freed, *, whole: bool) -> None:
    """Add worlds in which all closed targets go up or down at random, as long as that opens a tenth of them."""
    randomness = np.random.default_rng(len(worlds.base))
    before = 2 * len(targets) + 1
    for _ in range(_ROUNDS):
        unproven = worlds.closed(targets)
        if len(unproven) < _FEW or before - len(unproven) <= before // 10:
            return
        before = len(unproven)
        weights = randomness.uniform(0.5, 1.5, len(unproven)) * randomness.choice((-1, 1), len(unproven))
        aim = matrix([cell.terms for cell in unproven], len(worlds.base)).T @ weights
        for sign in (1, -1):
            solution = best(sign * np.asarray(aim)[space.free], space.rows, whole=whole, gap=_ANY)
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
    return ends[1] - ends[0] > cell.needs - _NEARLY


def _find(cell: Cell, worlds: Worlds, space: Freed) -> None:
    """Add a world, in whole numbers, in which the cell is far enough above or below the worlds known."""
    aim = _aim(cell, space)[space.free]
    held = int(_aim(cell, space) @ space.base) - int(aim @ space.base[space.free])
    for sign, wanted in cell.edges(*worlds.ends(cell)):
        edge = wanted - held
        limits = (edge, UNBOUNDED) if sign > 0 else (-UNBOUNDED, edge)
        solution = best(np.zeros(len(aim)), with_row(space.rows, aim, *limits))
        if solution is not None:
            _keep(solution, worlds, space)
        if not worlds.closed([cell]):
            return


def _keep(solution: NDArray[np.float64], worlds: Worlds, space: Freed) -> None:
    """Add a solution to the worlds when it is whole and possible."""
    part = rounded(solution)
    if part is not None and space.rows.holds(part):
        worlds.add(space.grown(part))
