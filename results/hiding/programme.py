"""Whole-number programmes over what a workshop released: variables, linear rows, and cells some of which are hidden.

A *world* is one whole number for each variable. It is possible when every row holds, every visible cell has its
released value, and no variable leaves its bounds: then nobody who reads the releases can rule it out. Solved with HiGHS
(J. A. J. Hall, Q. Huangfu, Mathematical Programming Computation 10 (2018) 119–142) through scipy.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

World = NDArray[np.int64]
Terms = Mapping[int, int]
"""A linear expression: variable -> whole coefficient."""
Name = tuple[Any, ...]

UNBOUNDED: Final = 2**40
OPEN: Final = 4
"""Largest minus smallest possible value of a hidden cell: five consecutive values."""
SHARED: Final = 0
_WHOLE: Final = 1e-5
SECONDS: Final = 5.0
"""Longest time for one solution. Running out of it counts as "not proven", so it can only hide more."""


@dataclass(slots=True, eq=False)
class Cell:
    """One released number. `value` None: hidden in a release that was read, so its true value is not known here.

    `small`: the rule hides it. `hideable`: this release may hide it (numbers of earlier releases stay what they are).
    `with_row`: name of the base that, once hidden, takes this cell along. `families`: cells of the first one are withdrawn
    together (a theme in a breakdown) when this one cannot be kept open; a cell goes with any of its families. Withdrawn
    cells are shown to nobody and marked nowhere; a small one among them is still a secret. `worth`: how much hiding it takes
    away, in ordinary cells. `room`: smallest and largest value that the undivided table alone leaves, where that is less
    than OPEN: both must stay possible then; `public`: the same, for when the cell is withdrawn.
    """

    name: Name
    terms: Terms
    value: int | None
    small: bool = False
    hideable: bool = True
    with_row: Name | None = None
    families: tuple[Name, ...] = ()
    worth: float = 1.0
    hidden: bool = False
    withdrawn: bool = False
    room: tuple[int, int] | None = None
    public: tuple[int, int] | None = None

    def withdraw(self) -> None:
        """Take it out of the release. What the undivided table tells already is no secret then."""
        self.hidden = self.withdrawn = True
        if self.public is not None:
            least, most = self.public
            self.small = self.small and least < most
            self.room = self.public if most - least < OPEN else None

    @property
    def is_target(self) -> bool:
        """Whether nobody may bound it to fewer than five values."""
        return self.hidden and (self.small or not self.withdrawn)

    @property
    def needs(self) -> int:
        """By how much it has to be open."""
        return OPEN if self.room is None else self.room[1] - self.room[0]

    def edges(self, low: int, high: int) -> tuple[tuple[int, int], ...]:
        """Which values would open it, when worlds from `low` to `high` are known: (1, at least) or (−1, at most)."""
        if self.room is None:
            return (1, low + OPEN), (-1, high - OPEN)
        least, most = self.room
        return (*(((1, most),) if high < most else ()), *(((-1, least),) if low > least else ()))


@dataclass(slots=True, eq=False)
class Programme:
    """Collects variables, rows and cells; `freeze` makes the arrays that are solved."""

    lows: list[int] = field(default_factory=list)
    highs: list[int] = field(default_factory=list)
    rows: list[tuple[Terms, int, int]] = field(default_factory=list)
    cells: dict[Name, Cell] = field(default_factory=dict)
    steady: list[int] = field(default_factory=list)
    owners: list[int] = field(default_factory=list)
    spreads: list[tuple[tuple[int, ...], tuple[int, ...]]] = field(default_factory=list)
    """For each divided number: its variables by place, and the variables of all people by place."""

    words: set[Name] = field(default_factory=set)
    """Rows whose word ("more", "fewer", "unclear") is true in every world that is searched, so that it may be told."""
    statements: list[Any] = field(default_factory=list)
    """Released words about hidden numbers (`marks.Statement`); a world in which one is false is ruled out."""

    def variable(self, low: int = 0, high: int = UNBOUNDED, *, owner: int = SHARED, steady: bool = False) -> int:
        """A new whole-number variable in low..high. `steady`: searches leave it as it is in their first world.

        `owner`: the population it is about, see `population`; SHARED for what only ties populations.
        """
        self.lows.append(low)
        self.highs.append(high)
        self.owners.append(owner)
        if steady:
            self.steady.append(len(self.lows) - 1)
        return len(self.lows) - 1

    def population(self) -> int:
        """A new owner of variables. Searches first move one population alone and leave all others as they are."""
        return max(self.owners, default=SHARED) + 1

    def join(self, one: int, other: int) -> int:
        """Make two populations one, for they cannot move alone: the owner of both from now on."""
        self.owners = [one if owner == other else owner for owner in self.owners]
        return one

    def owners_of(self, cell: Cell) -> frozenset[int]:
        """The populations a cell is about."""
        return frozenset(self.owners[variable] for variable in cell.terms) - {SHARED}

    def row(self, terms: Terms, low: int, high: int) -> None:
        """Demand low ≤ terms ≤ high."""
        if terms:
            self.rows.append((terms, low, high))

    def same(self, terms: Terms, value: int) -> None:
        self.row(terms, value, value)

    def cell(self, cell: Cell) -> None:
        """Add a released number. Raises ValueError for a name that stands already."""
        if cell.name in self.cells:
            raise ValueError(f"{cell.name} is there twice")
        cell.hidden = cell.hidden or cell.value is None
        self.cells[cell.name] = cell

    def targets(self) -> list[Cell]:
        """Hidden cells that nobody may bound to fewer than five values."""
        return [cell for cell in self.cells.values() if cell.is_target]


def total(*parts: Terms, signs: Iterable[int] | None = None) -> dict[int, int]:
    """The sum of expressions, each with a factor."""
    factors = list(signs) if signs is not None else [1] * len(parts)
    summed: dict[int, int] = {}
    for part, factor in zip(parts, factors, strict=True):
        for variable, coefficient in part.items():
            summed[variable] = summed.get(variable, 0) + factor * coefficient
    return {variable: coefficient for variable, coefficient in summed.items() if coefficient}


def matrix(expressions: Iterable[Terms], width: int) -> csr_array[Any]:
    """Expressions as rows of a sparse matrix of whole numbers."""
    data: list[int] = []
    columns: list[int] = []
    starts = [0]
    for terms in expressions:
        columns.extend(terms.keys())
        data.extend(terms.values())
        starts.append(len(columns))
    return csr_array(
        (np.asarray(data, dtype=np.int64), np.asarray(columns, dtype=np.int32), np.asarray(starts, dtype=np.int32)),
        shape=(len(starts) - 1, width),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Rows low ≤ a·world ≤ high with bounds of the variables, ready to be solved."""

    a: csr_array[Any]
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    lows: NDArray[np.int64]
    highs: NDArray[np.int64]

    def holds(self, world: World) -> bool:
        """True when `world` is possible: exact arithmetic on whole numbers, no tolerance."""
        values = self.a @ world
        return bool(
            (values >= self.low).all()
            and (values <= self.high).all()
            and (world >= self.lows).all()
            and (world <= self.highs).all()
        )


def rows_of(programme: Programme) -> Rows:
    """The programme's rows, and its visible cells as equations."""
    visible = [cell for cell in programme.cells.values() if not cell.hidden and cell.value is not None]
    expressions = [terms for terms, _, _ in programme.rows] + [cell.terms for cell in visible]
    values = [cell.value for cell in visible]
    return Rows(
        matrix(expressions, len(programme.lows)),
        np.asarray([low for _, low, _ in programme.rows] + values, dtype=np.int64),
        np.asarray([high for _, _, high in programme.rows] + values, dtype=np.int64),
        np.asarray(programme.lows, dtype=np.int64),
        np.asarray(programme.highs, dtype=np.int64),
    )


def with_row(rows: Rows, terms: NDArray[Any], low: int, high: int) -> Rows:
    """`rows` and low ≤ terms ≤ high."""
    one = csr_array(terms.reshape(1, -1).astype(np.int64))
    return Rows(
        csr_array(vstack([rows.a, one], format="csr")),
        np.append(rows.low, low),
        np.append(rows.high, high),
        rows.lows,
        rows.highs,
    )


def best(
    objective: NDArray[Any], rows: Rows, *, whole: bool | NDArray[np.bool_] = True, gap: float = 0.0
) -> NDArray[np.float64] | None:
    """A solution with the least objective, or None: there is none, or it was not found in time.

    `whole` says which variables must be whole numbers; False gives the linear relaxation. `gap`: by which part of itself
    the objective of a whole solution may be worse than the least.
    """
    found = milp(
        objective,
        constraints=LinearConstraint(rows.a, rows.low, rows.high) if rows.a.shape[0] else (),
        bounds=Bounds(rows.lows.astype(float), np.where(rows.highs >= UNBOUNDED, np.inf, rows.highs)),
        integrality=np.broadcast_to(whole, len(objective)).astype(int),
        options={"time_limit": SECONDS, "mip_rel_gap": gap},
    )
    return None if found.x is None else np.asarray(found.x, dtype=np.float64)


def rounded(solution: NDArray[np.float64]) -> World | None:
    """The solution as whole numbers, or None when it is not whole."""
    near = np.rint(solution)
    return near.astype(np.int64) if np.abs(solution - near).max(initial=0.0) < _WHOLE else None


def world_of(programme: Programme) -> World | None:
    """One possible world, checked exactly, or None when there is none (or none was found in time).

    The steady variables are made whole first: with them given, what remains is close to a transport problem. Then each
    number is spread over the places as all people's is, as nearly as can be: worlds to all sides are found from there.
    """
    rows = rows_of(programme)
    anything = np.zeros(rows.a.shape[1])
    steady = np.zeros(len(anything), dtype=np.bool_)
    steady[programme.steady] = True
    first = best(anything, rows, whole=steady)
    if first is None:
        return None
    fixed = Rows(rows.a, rows.low, rows.high, rows.lows.copy(), rows.highs.copy())
    fixed.lows[steady] = fixed.highs[steady] = np.rint(first[steady]).astype(np.int64)
    near = _evenly(programme, first, fixed)
    for space, whole in ((near, False), (near, True), (fixed, False), (fixed, True), (rows, True)):
        solution = best(anything, space, whole=whole)
        world = None if solution is None else rounded(solution)
        if world is not None and rows.holds(world):
            return world
    return None


def _evenly(programme: Programme, solution: NDArray[np.float64], rows: Rows) -> Rows:
    """`rows` with each number's parts by place held within one of its even share."""
    near = Rows(rows.a, rows.low, rows.high, rows.lows.copy(), rows.highs.copy())
    for parts, ranks in programme.spreads:
        together = solution[list(ranks)].sum()
        if together > 0:
            shares = solution[list(parts)].sum() * solution[list(ranks)] / together
            for part, share in zip(parts, shares, strict=True):
                near.lows[part] = max(near.lows[part], math.floor(share) - 1)
                near.highs[part] = min(near.highs[part], math.ceil(share) + 1)
    return near
