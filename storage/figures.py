"""One wave's ballots as columns, read with plain SELECTs: what the figures of `results` are computed from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, case, func, select

from storage.database import Tx
from storage.packed import as_text, numbers, packed, texts
from storage.tables import ballot_answers, ballot_places, ballots, registrations, themes, waves

EMPTY: Final = -1
NOBODY: Final = -1
UNKNOWN: Final = -1
NO_OPINION: Final = -2
WAYS: Final = ("phone", "paper", "helped")
CHUNK: Final = 50_000
"""So many ballots are read at once."""
_CODED: Final = 1 << 62
"""Ids of people known by a code alone stand above those of participants."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What to read. `rank`: the rank question and its number of places. `breakdowns`: the values' keys in order, by
    breakdown. `answers`: by question key, the option keys in order (single), or None (whole numbers)."""

    rank: str
    places: int
    breakdowns: Mapping[str, Sequence[str]]
    answers: Mapping[str, Sequence[str] | None]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Row i of every array is the same ballot; the arrays are those of `results.tables.Wave`, and the ballots' ids."""

    ids: NDArray[np.int64]
    choices: NDArray[np.int16]
    people: NDArray[np.int64]
    ways: NDArray[np.int8]
    checked_in: NDArray[np.bool_]
    groups: dict[str, NDArray[np.int16]]
    answers: dict[str, NDArray[np.int32]]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    id: int
    key: str
    names: dict[str, str]
    origin: Literal["catalogue", "proposal", "split"]
    state: Literal["active", "incoming", "merged", "rejected"]
    merged_into: int | None


def themes_of(tx: Tx, workshop: int) -> list[ThemeRow]:
    """All themes of a workshop, whatever their state, in their order; choices are positions in this list."""
    columns = (themes.c.id, themes.c.key, themes.c.names, themes.c.origin, themes.c.state, themes.c.merged_into)
    found = select(*columns).where(themes.c.workshop_id == workshop).order_by(themes.c.position, themes.c.id)
    return [ThemeRow(*row) for row in tx.execute(found)]


def ballots_of(tx: Tx, wave: int, theme_ids: Sequence[int], asked: Asked, *, chunk: int = CHUNK) -> Columns:
    """The ballots of one wave, in order of their ids; nothing of a person but a pairing id and the ballot's own leaves.

    Linear in ballots, in chunks of `chunk`, so that memory is that of the arrays. What is read must be one snapshot: a
    ballot that comes in between has no place, and one that goes leaves an empty one.
    """
    ids = np.sort(numbers(packed(tx, select(ballots.c.id).where(ballots.c.wave_id == wave))[0]))
    columns = Columns(
        ids=ids,
        choices=np.full((len(ids), asked.places), EMPTY, dtype=np.int16),
        people=np.full(len(ids), NOBODY, dtype=np.int64),
        ways=np.zeros(len(ids), dtype=np.int8),
        checked_in=np.zeros(len(ids), dtype=np.bool_),
        groups={key: np.full(len(ids), UNKNOWN, dtype=np.int16) for key in asked.breakdowns},
        answers={key: np.full(len(ids), UNKNOWN, dtype=np.int32) for key in asked.answers},
    )
    for start in range(0, len(ids), chunk):
        part = _Part(tx, wave, ids[start : start + chunk], slice(start, start + chunk))
        _people(part, columns, asked)
        _choices(part, columns, theme_ids, asked)
        _answers(part, columns, asked)
    columns.checked_in[np.isin(columns.people, _came(tx, wave))] = True
    return columns


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A chunk of a wave's ballots: their ids in order, and which rows of the columns are theirs."""

    tx: Tx
    wave: int
    ids: NDArray[np.int64]
    rows: slice

    @property
    def first(self) -> int:
        return int(self.ids[0])

    @property
    def span(self) -> int:
        """How many ids lie from the first of these ballots to the last."""
        return int(self.ids[-1]) - self.first + 1

    @property
    def is_dense(self) -> bool:
        """Few other ballots lie between these."""
        return self.span <= 2 * len(self.ids)

    def holds(self, ballot: ColumnElement[int]) -> ColumnElement[bool]:
        """`ballot` is one of these, or lies between them and is left out by `place`: by the range of ids alone where few
        others do, which is quickest. Asked for the wave as well, SQLite walks the whole wave for each chunk."""
        among = ballot.between(self.first, int(self.ids[-1]))
        if self.is_dense:
            return among
        return ballot.in_(
            select(ballots.c.id).where(
                ballots.c.wave_id == self.wave, ballots.c.id.between(self.first, int(self.ids[-1]))
            )
        )

    def place(self, offsets: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.bool_] | slice]:
        """Where ballots (ids less the first one) stand in this chunk, and which of them are in it at all."""
        if self.span == len(self.ids):
            return offsets, slice(None)
        if self.is_dense:
            table = np.full(self.span, NOBODY, dtype=np.int64)
            table[self.ids - self.first] = np.arange(len(self.ids))
            places = table[offsets]
            return places, places != NOBODY
        places = np.minimum(np.searchsorted(self.ids, offsets + self.first), len(self.ids) - 1)
        return places, self.ids[places] == offsets + self.first


def _people(part: _Part, columns: Columns, asked: Asked) -> None:
    way = case(*((ballots.c.way == way, code) for code, way in enumerate(WAYS)), else_=0)
    came = case((ballots.c.checked_in, 1), else_=0)
    found = select(
        ((ballots.c.id - part.first) * len(WAYS) + way) * 2 + came,
        func.coalesce(ballots.c.participant_id, NOBODY),
        as_text(ballots.c.profile),
    ).where(part.holds(ballots.c.id))
    marks, people, profiles = packed(part.tx, found)
    rest, here = np.divmod(numbers(marks), 2)
    offsets, ways = np.divmod(rest, len(WAYS))
    places, known = part.place(offsets)
    persons = numbers(people)
    at = places[known]
    columns.people[part.rows][at] = persons[known]
    columns.ways[part.rows][at] = ways[known]
    columns.checked_in[part.rows][at] = here[known] == 1
    kinds, told = _distinct(texts(profiles, len(offsets)))
    for key, values in asked.breakdowns.items():
        positions = {value: position for position, value in enumerate(values)}
        of_kind = [positions.get(str(json.loads(kind or "{}").get(key)), UNKNOWN) for kind in kinds]
        columns.groups[key][part.rows][at] = np.array(of_kind, dtype=np.int16)[told[known]]
    if (persons == NOBODY).any():
        _unnamed(part, columns)


def _unnamed(part: _Part, columns: Columns) -> None:
    """Ballots that no participant stands beside: known by a code, or nobody's."""
    code = func.coalesce(func.nullif(ballots.c.link, ""), func.nullif(ballots.c.serial, ""), "")
    found = select(ballots.c.id - part.first, code).where(part.holds(ballots.c.id), ballots.c.participant_id.is_(None))
    offsets, codes = packed(part.tx, found)
    places, known = part.place(numbers(offsets))
    people = np.fromiter(map(_person, texts(codes, len(places))), np.int64, len(places))
    columns.people[part.rows][places[known]] = people[known]


def _distinct(values: Sequence[str]) -> tuple[list[str], NDArray[np.int64]]:
    """The different values, and for each value which of them it is."""
    numbered = {value: number for number, value in enumerate(dict.fromkeys(values))}
    return list(numbered), np.fromiter(map(numbered.__getitem__, values), np.int64, len(values))


def _choices(part: _Part, columns: Columns, theme_ids: Sequence[int], asked: Asked) -> None:
    """Each chosen theme as one number: ballot, place and theme are its digits."""
    if not theme_ids:
        return
    lowest = min(theme_ids)
    width = max(theme_ids) - lowest + 1
    ballot, place, theme = ballot_places.c.ballot_id, ballot_places.c.place, ballot_places.c.theme_id
    code = ((ballot - part.first) * asked.places + place - 1) * width + theme - lowest
    # Ballots in between may hold another workshop's themes. Asked for as a condition, SQLite looks for all ballots with
    # these themes.
    cell = case((theme.between(lowest, lowest + width - 1), code), else_=-1)
    found = select(cell).where(
        part.holds(ballot),
        ballot_places.c.question == asked.rank,
        place <= asked.places,
    )
    cells = numbers(packed(part.tx, found)[0])
    rows, chosen = np.divmod(cells[cells >= 0], width)
    offsets, at = np.divmod(rows, asked.places)
    places, known = part.place(offsets)
    columns.choices[part.rows][places[known], at[known]] = _positions(theme_ids, lowest, width)[chosen[known]]


def _positions(theme_ids: Sequence[int], lowest: int, width: int) -> NDArray[np.int16]:
    """The position of each theme in the list by its id less the lowest -> int16 [width]."""
    positions = np.full(width, EMPTY, dtype=np.int16)
    positions[np.array(theme_ids, dtype=np.int64) - lowest] = np.arange(len(theme_ids))
    return positions


def _answers(part: _Part, columns: Columns, asked: Asked) -> None:
    for question, options in asked.answers.items():
        found = select(ballot_answers.c.ballot_id - part.first, as_text(ballot_answers.c.value)).where(
            part.holds(ballot_answers.c.ballot_id), ballot_answers.c.question == question
        )
        offsets, values = packed(part.tx, found)
        places, known = part.place(numbers(offsets))
        kinds, told = _distinct(texts(values, len(places)))
        codes = np.array([_code_of(json.loads(kind or "null"), options) for kind in kinds], dtype=np.int32)
        if len(codes):
            columns.answers[question][part.rows][places[known]] = codes[told[known]]


def _came(tx: Tx, wave: int) -> NDArray[np.int64]:
    """Participants who were checked in at the wave's workshop."""
    workshop = select(waves.c.workshop_id).where(waves.c.id == wave).scalar_subquery()
    found = select(registrations.c.participant_id).where(
        registrations.c.workshop_id == workshop,
        registrations.c.participant_id.is_not(None),
        registrations.c.checked_in_at.is_not(None),
    )
    return numbers(packed(tx, found)[0])


def _code_of(value: Any, options: Sequence[str] | None) -> int:
    if value == "no_opinion":
        return NO_OPINION
    if options is not None:
        return options.index(value) if value in options else UNKNOWN
    return int(value) if isinstance(value, int) and value >= 0 else UNKNOWN


def _person(code: str) -> int:
    """The same number for the same code in every wave of a workshop, or NOBODY without one."""
    if not code:
        return NOBODY
    return _CODED | int.from_bytes(hashlib.blake2b(code.encode(), digest_size=7).digest(), "big")
