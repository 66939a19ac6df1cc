"""Which further cells to hide, so that no hidden one can be worked out: least loss first.

For each hidden cell that is not open yet: the cheapest change of the visible numbers that leads to a world in which the
cell differs by four. What that change touches is hidden as well (a linear programme for each cell; the idea of Kelly,
Golden and Assad, Networks 22 (1992) 397–417, for tables of any shape as in Fischetti and Salazar-González, Journal of
the American Statistical Association 95 (2000) 916–928). Then cells that turned out not to be needed are shown again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from results.hiding.cheapest import Aim, cheapest
from results.hiding.programme import OPEN, Cell, Name, Programme, World, matrix, rounded, rows_of
from results.hiding.proof import Worlds, prove, shut

_TRIED: Final = 60
"""How many further cells at most are tried for being shown again."""
_PROVEN_ANEW: Final = 4
"""How many hidden cells at most are proven anew for showing one cell again."""
_AT_ONCE: Final = 8
"""How many cells at most are opened with one solution."""
_TOUCHED: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Failed:
    """A hidden cell that cannot be kept open by hiding anything in this release."""

    cell: Cell


def hide(programme: Programme, base: World) -> Worlds | Failed:
    """Hide small cells and whatever else is needed -> the worlds that prove it; or the cell for which nothing helps.

    Changes `hidden` of the programme's cells. Cells of a family in which nothing helps are withdrawn together; `Failed`
    comes back for a cell without a family, and for a small one that stays closed even then.
    """
    for cell in programme.cells.values():
        if cell.small:
            _cover(programme, cell)
    worlds = Worlds(programme, base)
    closed = prove(programme, worlds, each=False)
    if hopeless := _hopeless(programme, worlds):
        return Failed(hopeless[0])
    while closed:
        for batch in _batches(programme, closed):
            if len(batch) > 1 and _open_together(programme, batch, worlds):
                continue
            for cell in batch:
                if not cell.is_target or not worlds.closed([cell]) or _open(programme, cell, worlds):
                    continue  # it may have been withdrawn meanwhile with another one of its family
                if cell.withdrawn or not withdraw(programme, cell):
                    return Failed(cell)
        closed = prove(programme, worlds, each=False)
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
            other.withdraw()
    return True


def _cover(programme: Programme, cell: Cell) -> None:
    cell.hidden = True
    for other in programme.cells.values():
        if other.with_row == cell.name:
            other.hidden = True


def _open(programme: Programme, cell: Cell, worlds: Worlds) -> bool:
    """Hide what the cheapest world far enough from the known ones touches. False when there is no such world.

    First its own population moves alone; then all of them: a number of people who answered in another wave too may be held
    by what is hidden there.
    """
    owners = programme.owners_of(cell)
    everywhere = [None] if len(set(programme.owners)) > len(owners) + 1 else []
    for whom in [owners, *everywhere]:
        reached = cell.edges(*worlds.ends(cell))
        for whole in (False, True):
            aims = [Aim(cell, sign, edge) for sign, edge in reached]
            reached = ()
            for aim in aims:
                solution = cheapest(programme, [aim], worlds.base, whom, whole=whole)
                if solution is not None and _follow(programme, solution, worlds):
                    return True
                if solution is not None:  # where not even broken people get to, whole ones need not be tried
                    reached = (*reached, (aim.sign, aim.edge))
    return False


def _batches(programme: Programme, closed: Sequence[Cell]) -> list[list[Cell]]:
    """Cells of this release to be opened at once: of one population and of different themes, so that they do not stand in
    each other's way."""
    batches: dict[tuple[frozenset[int], int], list[Cell]] = {}
    seen: dict[Name, int] = {}
    for cell in closed:
        if not cell.hideable or cell.room is not None:
            batches[frozenset(), -len(batches)] = [cell]
            continue
        family = cell.families[-1] if cell.families else cell.name
        turn = seen[family] = seen.get(family, 0) + 1
        batches.setdefault((programme.owners_of(cell), turn), []).append(cell)
    return [batch[start : start + _AT_ONCE] for batch in batches.values() for start in range(0, len(batch), _AT_ONCE)]


def _open_together(programme: Programme, cells: Sequence[Cell], worlds: Worlds) -> bool:
    """Hide what the cheapest world touches in which all cells are far enough above the known ones, or below."""
    waiting = worlds.closed(cells)
    if not waiting:
        return True
    owners = programme.owners_of(waiting[0])
    for sign in (1, -1):
        aims = [Aim(cell, sign, worlds.ends(cell)[sign < 0] + sign * OPEN) for cell in waiting]
        solution = cheapest(programme, aims, worlds.base, owners, whole=False)
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
