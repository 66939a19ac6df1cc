"""What figures are computed from: one wave as arrays, a row per ballot, and what its columns mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from domain.languages import Texts

Ints = NDArray[np.signedinteger[Any]]
Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

EMPTY: Final = -1
"""A place of a ballot on which nothing was put."""
UNSORTED: Final = -2
"""A place that holds somebody's own theme which staff have not looked at yet: it keeps its place, unnamed."""
REJECTED: Final = -3
"""A place that holds own words which staff found to be no theme: it keeps its place and counts for nothing."""
NOBODY: Final = -1
"""A ballot that can be paired with none of the other wave (paper without a code)."""
UNKNOWN: Final = -1
"""A group value, or an answer, that was not told."""
NO_OPINION: Final = -2
"""The answer "no opinion" on a scale."""

_COUNTED_UPTO: Final = 1 << 20

WAYS: Final[tuple[str, ...]] = ("phone", "paper", "helped")
"""How a ballot came; `Wave.ways` holds positions in this list."""

ThemeState = Literal["active", "incoming", "merged", "rejected"]
WaveKind = Literal["before", "after", "follow_up"]


@dataclass(frozen=True, slots=True)
class ThemeName:
    """A theme as it stands now. `merged_into` is the id of the theme it counts for when its state is `merged`."""

    id: int
    key: str
    names: Texts
    origin: Literal["catalogue", "proposal", "split"] = "catalogue"
    state: ThemeState = "active"
    merged_into: int | None = None


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A way to divide people: `key` names an array of `Wave.groups`, whose codes are positions in `values`."""

    key: str
    values: tuple[tuple[str, Texts], ...]


@dataclass(frozen=True, slots=True)
class ScaleQuestion:
    """A question answered by whole numbers `low`..`high` (kind scale or number), or by positions of `options`."""

    key: str
    kind: Literal["scale", "number", "single"]
    text: Texts
    low: int = 1
    high: int = 5
    options: tuple[tuple[str, Texts], ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Wave:
    """One wave's ballots as columns; row i of every array is the same ballot.

    choices     signed int [n, N]  position of the chosen theme in the list of themes, by place; EMPTY, UNSORTED, REJECTED.
                                   A theme stands at most once in a row.
    people      int64 [n]          an id that is the same person's in both waves (any number ≥ 0), or NOBODY
    ways        int8 [n]           position in WAYS
    checked_in  bool [n]           was at the workshop
    groups      int16 [n] each     by breakdown's key: position of the value, or UNKNOWN
    answers     int32 [n] each     by question's key: the number (scale, number) or option's position (single),
                                   UNKNOWN when skipped, NO_OPINION. Numbers below zero are not asked for.
    weights     float64 [n]        or None: everybody counts once
    """

    choices: Ints
    people: Ints
    ways: Ints
    checked_in: Bools
    groups: Mapping[str, Ints] = field(default_factory=dict)
    answers: Mapping[str, Ints] = field(default_factory=dict)
    weights: Floats | None = None

    def __post_init__(self) -> None:
        if self.choices.ndim != 2:
            raise ValueError(f"choices need two dimensions (ballots, places), not {self.choices.ndim}")
        columns: dict[str, NDArray[Any]] = {"people": self.people, "ways": self.ways, "checked_in": self.checked_in}
        columns |= {f"groups[{key}]": values for key, values in self.groups.items()}
        columns |= {f"answers[{key}]": values for key, values in self.answers.items()}
        if self.weights is not None:
            columns["weights"] = self.weights
        for name, values in columns.items():
            if values.shape != (self.ballots,):
                raise ValueError(f"{name} has shape {values.shape}; the wave has {self.ballots} ballots")

    @property
    def ballots(self) -> int:
        """Number of ballots."""
        return int(self.choices.shape[0])

    @property
    def places(self) -> int:
        """N: how many themes a ballot could name."""
        return int(self.choices.shape[1])

    def take(self, rows: Ints | Bools) -> Wave:
        """The wave with these rows only (positions or a mask)."""
        return replace(
            self,
            choices=self.choices[rows],
            people=self.people[rows],
            ways=self.ways[rows],
            checked_in=self.checked_in[rows],
            groups={key: values[rows] for key, values in self.groups.items()},
            answers={key: values[rows] for key, values in self.answers.items()},
            weights=None if self.weights is None else self.weights[rows],
        )


def wave_of(
    ballots: Sequence[Sequence[int]],
    *,
    places: int,
    people: Sequence[int] | None = None,
    ways: Sequence[int] | None = None,
    checked_in: Sequence[bool] | None = None,
    groups: Mapping[str, Sequence[int]] | None = None,
    answers: Mapping[str, Sequence[int]] | None = None,
    weights: Sequence[float] | None = None,
) -> Wave:
    """A wave from plain lists: each ballot lists theme positions from the first place on, as short as it likes."""
    n = len(ballots)
    choices = np.full((n, places), EMPTY, dtype=np.int32)
    for row, ballot in enumerate(ballots):
        choices[row, : len(ballot)] = ballot
    return Wave(
        choices=choices,
        people=np.asarray(range(n) if people is None else people, dtype=np.int64),
        ways=np.asarray([0] * n if ways is None else ways, dtype=np.int8),
        checked_in=np.asarray([False] * n if checked_in is None else checked_in, dtype=np.bool_),
        groups={key: np.asarray(values, dtype=np.int16) for key, values in (groups or {}).items()},
        answers={key: np.asarray(values, dtype=np.int32) for key, values in (answers or {}).items()},
        weights=None if weights is None else np.asarray(weights, dtype=np.float64),
    )


@dataclass(frozen=True, slots=True)
class Missing:
    """A figure that could not be computed, and the catalogue message (`results-why-<reason>`) that says why."""

    reason: Literal[
        "no-ballots",
        "one-ballot",
        "one-theme",
        "nobody-matched",
        "no-answers",
        "no-differences",
        "few-values",
        "all-same",
        "weights-zero",
        "nothing-chosen",
    ]


def theme_sums(wave: Wave, themes: int, values: Floats | None = None, rows: Floats | None = None) -> Floats:
    """Sum over ballots of `values[place]` (default 1 for each place) for each theme -> float64 [themes].

    `rows` float64 [n] multiplies each ballot (weights). Linear in ballots; needs memory for one column at a time.
    """
    totals = np.zeros(themes, dtype=np.float64)
    for place in range(wave.places):
        column = wave.choices[:, place]
        chosen = column >= 0
        counted = np.bincount(column[chosen], weights=None if rows is None else rows[chosen], minlength=themes)
        totals += counted * (1.0 if values is None else values[place])
    return totals


def row_keys(columns: Ints, size: int) -> Ints:
    """One number for each row of `columns` [n, k], the same for equal rows; entries lie in −1..size − 1 -> int64 [n].

    Digits of base size + 1 while they fit into 64 bits; beyond that the keys so far are numbered anew.
    """
    keys = np.zeros(len(columns), dtype=np.int64)
    highest = 0
    for place in range(columns.shape[1]):
        highest = highest * (size + 1) + size
        if highest > 2**62:
            _, renumbered = np.unique(keys, return_inverse=True)
            keys, highest = renumbered.astype(np.int64), len(columns) * (size + 1) + size
        keys = keys * (size + 1) + columns[:, place] + 1
    return keys


def distinct_rows(columns: Ints, size: int) -> tuple[Ints, Ints]:
    """The different rows of `columns` [n, k], entries in −1..size − 1, in the order of `row_keys` -> (a row that is each of
    them, how often it occurs), int64. Counted where there are few that could be, which is quicker than to sort."""
    keys = row_keys(columns, size)
    could_be = (size + 1) ** columns.shape[1]
    if could_be > _COUNTED_UPTO:
        _, rows, copies = np.unique(keys, return_index=True, return_counts=True)
        return rows, copies
    counts = np.bincount(keys, minlength=could_be)
    row_of = np.zeros(could_be, dtype=np.int64)
    row_of[keys] = np.arange(len(keys))
    there = np.flatnonzero(counts)
    return row_of[there], counts[there]


def in_all_places(marks: Bools) -> Bools:
    """For each row of `marks` [n, k], whether it is true throughout; column by column, which is quicker than by rows."""
    return reduce(np.logical_and, marks.T, np.ones(len(marks), dtype=np.bool_))


def in_any_place(marks: Bools) -> Bools:
    """For each row of `marks` [n, k], whether it is true somewhere."""
    return reduce(np.logical_or, marks.T, np.zeros(len(marks), dtype=np.bool_))
