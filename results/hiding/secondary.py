"""Which further cells to hide, so that no hidden one can be worked out: least loss first.

For each hidden cell that is not open yet: the cheapest change of the visible numbers that leads to a world in which the
cell differs by four. What that change touches is hidden as well (a linear programme for each cell; the idea of Kelly,
Golden and Assad, Networks 22 (1992) 397–417, for tables of any shape as in Fischetti and Salazar-González, Journal of
the American Statistical Association 95 (2000) 916–928). Then cells that turned out not to be needed are shown again.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, eye_array, hstack, vstack

from results.hiding.programme import (
    SHARED,
    UNBOUNDED,
    Cell,
    Name,
    Programme,
    Rows,
    World,
    best,
    matrix,
    rounded,
    rows_of,
)
from results.hiding.proof import OPEN, Worlds, prove, shut

_TRIED: Final = 60
"""How many further cells at most are tried for being shown again."""
_PROVEN_ANEW: Final = 4
"""How many hidden cells at most are proven anew for showing one cell again."""
_TOUCHED: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Failed:
    """A hidden cell that cannot be kept open by hiding anything in this release."""

    cell: Cell


def hide(programme: Programme, base: World) -> Worlds | Failed:
    """Hide small cells and whatever else is needed -> the worlds that prove it; or the cell for which nothing helps.

    Changes `hidden` of the programme's cells. Cells of a family in which nothing helps are withdrawn together; `Failed`
    comes back only for a cell without a family.
    """
    for cell in programme.cells.values():
        if cell.small:
            _cover(programme, cell)
    worlds = Worlds(programme, base)
    closed = prove(programme, worlds)
    if hopeless := _hopeless(programme, worlds):
        return Failed(hopeless[0])
    while closed:
        for cell in closed:
            if cell.withdrawn or not worlds.closed([cell]):
                continue
            if not _open(programme, cell, worlds) and not withdraw(programme, cell):
                return Failed(cell)
        closed = prove(programme, worlds)
    return _show_again(programme, worlds)


def _hopeless(programme: Programme, worlds: Worlds) -> list[Cell]:
    """Closed cells of earlier releases that stay so even when this one shows nothing of what it could hide."""
    if all(cell.hideable for cell in worlds.closed(programme.targets())):
        return []
    visible = [cell for cell in programme.cells.values() if not cell.hidden and cell.hideable]
    for cell in visible:
        cell.hidden = cell.withdrawn = True
    try:
        return shut(programme, Worlds(programme, worlds.base, worlds.found))
    finally:
        for cell in visible:
            cell.hidden = cell.withdrawn = False


def withdraw(programme: Programme, cell: Cell) -> bool:
    """Take the cell's first family out of the release altogether. False when it has none that could be taken out."""
    if not cell.hideable or not cell.families:
        return False
    for other in programme.cells.values():
        if cell.families[0] in other.families:
            other.hidden = other.withdrawn = True
    return True


def _cover(programme: Programme, cell: Cell) -> None:
    cell.hidden = True
    for other in programme.cells.values():
        if other.with_row == cell.name:
            other.hidden = True


def _open(programme: Programme, cell: Cell, worlds: Worlds) -> bool:
    """Hide what the cheapest world far enough from the known ones touches. False when there is no such world."""
    low, high = worlds.ends(cell)
    owners = programme.owners_of(cell)
    everywhere = [None] if len(set(programme.owners)) > len(owners) + 1 and not cell.hideable else []
    for whom in [owners, *everywhere]:
        for whole in (False, True):
            for sign, edge in ((1, low + OPEN), (-1, high - OPEN)):
                solution = _cheapest(programme, (cell, sign, edge), worlds.base, whom, whole=whole)
                if solution is not None and _follow(programme, solution, worlds):
                    return True
    return False


def _follow(programme: Programme, solution: NDArray[np.float64], worlds: Worlds) -> bool:
    """Hide what the way to a solution touches. False when that is nothing, and the solution is no world."""
    touched = _touched(programme, solution - worlds.base)
    for other in touched:
        _cover(programme, other)
    world = rounded(solution)
    if world is not None and rows_of(programme).holds(world):
        worlds.add(world)
        return True
    return bool(touched)


def _cost(cell: Cell, members: dict[Name, int]) -> float:
    """What hiding costs: the number of cells that go, and a little more for large ones."""
    return 1.0 + members.get(cell.name, 0) + math.log1p(cell.value or 0) / 20


def _cheapest(
    programme: Programme,
    target: tuple[Cell, int, int],
    base: World,
    whom: frozenset[int] | None,
    *,
    whole: bool,
) -> NDArray[np.float64] | None:
    """The world (relaxed or whole) in which `target`, (cell, sign, edge), has sign·cell ≥ sign·edge, and which touches
    the visible numbers of this release as little as can be. `whom`: the populations that may move; None: all."""
    width = len(base)
    cells = list(programme.cells.values())
    open_now = [other for other in cells if not other.hidden and other.hideable]
    fixed = rows_of(_without(programme, open_now))
    members: dict[Name, int] = {}
    for other in cells:
        if other.with_row is not None and not other.hidden:
            members[other.with_row] = members.get(other.with_row, 0) + 1
    still = np.zeros(width, dtype=np.bool_)
    if whom is not None:
        still = ~np.isin(programme.owners, [SHARED, *whom])
    still[programme.steady] = True
    fixed.highs[still] = fixed.lows[still] = base[still]
    price = np.zeros(width)
    jitter = np.random.default_rng(width).uniform(0, 0.05, len(open_now))
    costs = np.asarray([_cost(other, members) for other in open_now]) + jitter
    hidden_columns = np.zeros(width, dtype=np.bool_)
    for other in cells:
        if other.hidden:
            hidden_columns[list(other.terms)] = True
    for other, cost in zip(open_now, costs, strict=True):
        columns = [column for column in other.terms if not hidden_columns[column]]
        price[columns] = np.maximum(price[columns], cost)
    return _least_change(fixed, price, (open_now, costs), target, base, whole=whole)


def _least_change(
    fixed: Rows,
    price: NDArray[np.float64],
    slack: tuple[Sequence[Cell], NDArray[np.float64]],
    target: tuple[Cell, int, int],
    base: World,
    *,
    whole: bool,
) -> NDArray[np.float64] | None:
    """Solve over how much each variable goes up and down, and each visible number with them."""
    width = len(base)
    cell, sign, edge = target
    shown = matrix([other.terms for other in slack[0]], width)
    aim = matrix([cell.terms], width)
    count = shown.shape[0]
    unit = eye_array(count, dtype=np.int64, format="csr")
    none = csr_array((fixed.a.shape[0], 2 * count), dtype=np.int64)
    a = csr_array(
        vstack(
            [
                hstack([fixed.a, -fixed.a, none]),
                hstack([shown, -shown, -unit, unit]),
                hstack([aim, -aim, csr_array((1, 2 * count), dtype=np.int64)]),
            ]
        )
    )
    now = fixed.a @ base
    need = edge - int((aim @ base)[0])
    low = np.concatenate([fixed.low - now, np.zeros(count, dtype=np.int64), [need if sign > 0 else -UNBOUNDED]])
    high = np.concatenate([fixed.high - now, np.zeros(count, dtype=np.int64), [UNBOUNDED if sign > 0 else need]])
    ups, downs = fixed.highs - base, base - fixed.lows
    free = np.full(2 * count, UNBOUNDED)
    objective = np.concatenate([price, price, slack[1], slack[1]])
    zeros = np.zeros(len(objective), dtype=np.int64)
    rows = Rows(a, low.astype(np.int64), high.astype(np.int64), zeros, np.concatenate([ups, downs, free]))
    moved = best(objective, rows, whole=whole)
    return None if moved is None else base + moved[:width] - moved[width : 2 * width]


def _without(programme: Programme, cells: Sequence[Cell]) -> Programme:
    """The programme in which `cells` are no equations."""
    left_out = {cell.name for cell in cells}
    kept = {name: cell for name, cell in programme.cells.items() if name not in left_out}
    return Programme(programme.lows, programme.highs, programme.rows, kept, programme.steady, programme.owners)


def _touched(programme: Programme, moved: NDArray[np.float64]) -> list[Cell]:
    """Visible cells of this release that a change of the variables runs through.

    A variable that only visible cells consist of moved: such a cell's make-up is held still by every proof, so the cell
    has to be hidden even when its sum stays the same.
    """
    candidates = [cell for cell in programme.cells.values() if not cell.hidden and cell.hideable]
    covered = np.zeros(len(moved), dtype=np.bool_)
    for cell in programme.cells.values():
        if cell.hidden:
            covered[list(cell.terms)] = True
    if not candidates:
        return []
    sums = matrix([cell.terms for cell in candidates], len(moved)) @ moved
    stirred = (np.abs(moved) > _TOUCHED) & ~covered
    return [
        cell
        for cell, change in zip(candidates, sums, strict=True)
        if abs(change) > _TOUCHED or stirred[list(cell.terms)].any()
    ]


def _show_again(programme: Programme, worlds: Worlds) -> Worlds:
    """Show further cells again that are not needed, the largest first, as long as everything stays proven."""
    further = [
        cell
        for cell in programme.cells.values()
        if cell.hidden and cell.hideable and not cell.small and not cell.withdrawn and cell.value is not None
    ]
    bases = {cell.with_row for cell in programme.cells.values()}
    for cell in sorted(further, key=lambda other: (-(other.value or 0), str(other.name)))[:_TRIED]:
        if cell.name in bases or (cell.with_row is not None and programme.cells[cell.with_row].hidden):
            continue
        columns = list(cell.terms)
        kept = [world for world in worlds.found if (world[columns] == worlds.base[columns]).all()]
        fewer = Worlds(programme, worlds.base, kept)
        cell.hidden = False
        if len(fewer.closed(programme.targets())) <= _PROVEN_ANEW and not prove(programme, fewer):
            worlds = fewer
        else:
            cell.hidden = True
    return worlds
