"""One wave's ballots as columns, read with plain SELECTs: what the figures of `results` are computed from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import and_, or_, select

from storage.database import Tx
from storage.tables import ballot_answers, ballot_places, ballots, registrations, themes, waves

EMPTY: Final = -1
NOBODY: Final = -1
UNKNOWN: Final = -1
NO_OPINION: Final = -2
WAYS: Final = ("phone", "paper", "helped")
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
    """Row i of every array is the same ballot; the arrays are those of `results.tables.Wave`."""

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


def ballots_of(tx: Tx, wave: int, theme_ids: Sequence[int], asked: Asked) -> Columns:
    """The ballots of one wave, in order of their ids. Linear in ballots; nothing of a person but a pairing id leaves."""
    came = and_(
        registrations.c.workshop_id == waves.c.workshop_id,
        registrations.c.participant_id == ballots.c.participant_id,
        registrations.c.checked_in_at.is_not(None),
    )
    columns = (
        ballots.c.id,
        ballots.c.participant_id,
        ballots.c.link,
        ballots.c.serial,
        ballots.c.way,
        or_(ballots.c.checked_in, registrations.c.id.is_not(None)),
        ballots.c.profile,
    )
    found = (
        select(*columns)
        .join(waves, waves.c.id == ballots.c.wave_id)
        .outerjoin(registrations, came)
        .where(ballots.c.wave_id == wave)
        .order_by(ballots.c.id)
    )
    rows = tx.execute(found).all()
    ids = np.array([row[0] for row in rows], dtype=np.int64)
    profiles = [row[6] for row in rows]
    return Columns(
        choices=_choices(tx, wave, ids, theme_ids, asked),
        people=np.array([_person(row[1], row[2], row[3]) for row in rows], dtype=np.int64),
        ways=np.array([WAYS.index(row[4]) for row in rows], dtype=np.int8),
        checked_in=np.array([bool(row[5]) for row in rows], dtype=np.bool_),
        groups={key: _coded(profiles, key, values) for key, values in asked.breakdowns.items()},
        answers=_answers(tx, wave, ids, asked),
    )


def count(tx: Tx, wave: int) -> int:
    """How many ballots a wave has."""
    return len(tx.execute(select(ballots.c.id).where(ballots.c.wave_id == wave)).all())


def _choices(tx: Tx, wave: int, ids: NDArray[np.int64], theme_ids: Sequence[int], asked: Asked) -> NDArray[np.int16]:
    choices = np.full((len(ids), asked.places), EMPTY, dtype=np.int16)
    found = (
        select(ballot_places.c.ballot_id, ballot_places.c.place, ballot_places.c.theme_id)
        .join(ballots, ballots.c.id == ballot_places.c.ballot_id)
        .where(
            ballots.c.wave_id == wave,
            ballot_places.c.question == asked.rank,
            ballot_places.c.place <= asked.places,
        )
    )
    cells = np.array([tuple(row) for row in tx.execute(found)], dtype=np.int64).reshape(-1, 3)
    if len(cells):
        positions = {theme: position for position, theme in enumerate(theme_ids)}
        chosen = np.array([positions[theme] for theme in cells[:, 2].tolist()], dtype=np.int16)
        choices[np.searchsorted(ids, cells[:, 0]), cells[:, 1] - 1] = chosen
    return choices


def _answers(tx: Tx, wave: int, ids: NDArray[np.int64], asked: Asked) -> dict[str, NDArray[np.int32]]:
    answers = {key: np.full(len(ids), UNKNOWN, dtype=np.int32) for key in asked.answers}
    if not answers:
        return answers
    found = (
        select(ballot_answers.c.ballot_id, ballot_answers.c.question, ballot_answers.c.value)
        .join(ballots, ballots.c.id == ballot_answers.c.ballot_id)
        .where(ballots.c.wave_id == wave, ballot_answers.c.question.in_(list(answers)))
    )
    rows = tx.execute(found).all()
    places = np.searchsorted(ids, np.array([row[0] for row in rows], dtype=np.int64))
    for place, (_, question, value) in zip(places.tolist(), rows, strict=True):
        answers[question][place] = _code_of(value, asked.answers[question])
    return answers


def _code_of(value: Any, options: Sequence[str] | None) -> int:
    if value == "no_opinion":
        return NO_OPINION
    if options is not None:
        return options.index(value) if value in options else UNKNOWN
    return int(value) if isinstance(value, int) and value >= 0 else UNKNOWN


def _coded(profiles: Sequence[Mapping[str, Any]], key: str, values: Sequence[str]) -> NDArray[np.int16]:
    codes = {value: position for position, value in enumerate(values)}
    return np.array([codes.get(str(profile.get(key)), UNKNOWN) for profile in profiles], dtype=np.int16)


def _person(participant: int | None, link: str | None, serial: str | None) -> int:
    """The same number for the same person in every wave of a workshop, or NOBODY."""
    if participant is not None:
        return participant
    code = link or serial
    if code is None:
        return NOBODY
    return _CODED | int.from_bytes(hashlib.blake2b(code.encode(), digest_size=7).digest(), "big")
