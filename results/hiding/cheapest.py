"""The cheapest change of visible numbers that leads to a world in which hidden cells differ: a linear programme."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array, eye_array, hstack, vstack

from results.hiding.programme import SHARED, UNBOUNDED, Cell, Name, Programme, Rows, World, best, matrix, rows_of


@dataclass(frozen=True, slots=True)
class Aim:
    """A cell that is to be `edge` at least (sign 1) or at most (sign −1)."""

    cell: Cell
    sign: int
    edge: int


def _cost(cell: Cell, members: dict[Name, int]) -> float:
    """What hiding costs: the number of cells that go, and a little more for large ones."""
    return cell.worth + members.get(cell.name, 0) + math.log1p(abs(cell.value or 0)) / 20


def cheapest(
    programme: Programme,
    aims: Sequence[Aim],
    base: World,
    whom: frozenset[int] | None,
    *,
    whole: bool,
) -> NDArray[np.float64] | None:
    """The world (relaxed or whole) in which all aims are reached, and which touches the visible numbers of this release as
    little as can be. `whom`: the populations that may move; None: all."""
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
    return _least_change(fixed, price, (open_now, costs), aims, base, whole=whole)


def _least_change(
    fixed: Rows,
    price: NDArray[np.float64],
    slack: tuple[Sequence[Cell], NDArray[np.float64]],
    aims: Sequence[Aim],
    base: World,
    *,
    whole: bool,
) -> NDArray[np.float64] | None:
    """Solve over how much each free variable goes up and down, and each visible number with them."""
    free = np.flatnonzero(fixed.highs > fixed.lows)
    shown, costs = _moving(slack, free, len(base))
    count = shown.shape[0]
    unit = eye_array(count, dtype=np.int64, format="csr")
    kept = _rows_with(fixed.a[:, free])
    a_free = fixed.a[:, free][kept]
    goal = matrix([aim.cell.terms for aim in aims], len(base))
    goal_free = goal[:, free]
    a = csr_array(
        vstack(
            [
                hstack([a_free, -a_free, csr_array((a_free.shape[0], 2 * count), dtype=np.int64)]),
                hstack([shown, -shown, -unit, unit]),
                hstack([goal_free, -goal_free, csr_array((len(aims), 2 * count), dtype=np.int64)]),
            ]
        )
    )
    now = (fixed.a @ base)[kept]
    need = np.asarray([aim.edge for aim in aims], dtype=np.int64) - goal @ base
    up = np.asarray([aim.sign > 0 for aim in aims])
    same = np.zeros(count, dtype=np.int64)
    low = np.concatenate([fixed.low[kept] - now, same, np.where(up, need, -UNBOUNDED)])
    high = np.concatenate([fixed.high[kept] - now, same, np.where(up, UNBOUNDED, need)])
    ups, downs = (fixed.highs - base)[free], (base - fixed.lows)[free]
    objective = np.concatenate([price[free], price[free], costs, costs])
    zeros = np.zeros(len(objective), dtype=np.int64)
    limits = np.concatenate([ups, downs, np.full(2 * count, UNBOUNDED)])
    moved = best(objective, Rows(a, low.astype(np.int64), high.astype(np.int64), zeros, limits), whole=whole)
    if moved is None:
        return None
    solution = base.astype(np.float64)
    solution[free] += moved[: len(free)] - moved[len(free) : 2 * len(free)]
    return solution


def _moving(
    slack: tuple[Sequence[Cell], NDArray[np.float64]], free: NDArray[np.int64], width: int
) -> tuple[csr_array[Any], NDArray[np.float64]]:
    """The visible numbers that free variables can change, over these variables, and what each costs."""
    shown = matrix([other.terms for other in slack[0]], width)[:, free]
    kept = _rows_with(shown)
    return shown[kept], slack[1][kept]


def _rows_with(part: csr_array[Any]) -> NDArray[np.int64]:
    """Rows that hold any variable."""
    return np.flatnonzero(np.diff(part.indptr) > 0)


def _without(programme: Programme, cells: Sequence[Cell]) -> Programme:
    """The programme in which `cells` are no equations."""
    left_out = {cell.name for cell in cells}
    kept = {name: cell for name, cell in programme.cells.items() if name not in left_out}
    return Programme(programme.lows, programme.highs, programme.rows, kept, programme.steady, programme.owners)
