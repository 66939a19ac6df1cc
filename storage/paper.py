"""Ballots that came on paper, or from somebody who was helped: known by a code, tied to no participant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import delete, func, insert, select
from sqlalchemy.exc import IntegrityError

from domain.instants import Instant
from storage.ballots import Place
from storage.database import SCRUB, Tx
from storage.dialects import insert_into
from storage.tables import ballot_answers, ballot_places, ballots, paper_codes, themes, waves, workshops
from storage.trouble import TryAgain

AT_ONCE: Final = 500
"""Values in one statement: both databases bound their number."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What a sheet of ballots is read against. `stamp` changes with anything of it."""

    workshop: int
    stamp: str
    instrument: Mapping[str, Any]
    instrument_version: int
    languages: tuple[str, ...]
    profile_values: Mapping[str, Sequence[tuple[str, Mapping[str, str]]]]
    waves: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Theme:
    id: int
    key: str
    names: Mapping[str, str]
    active: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """One ballot to store. `places` and `values` as in `storage.ballots.fill`."""

    code: str
    language: str | None
    profile: Mapping[str, str]
    came: bool
    places: Sequence[Place]
    values: Mapping[str, Any]


def asking(tx: Tx, slug: str) -> Asking | None:
    row = tx.execute(
        select(
            workshops.c.id,
            workshops.c.stamp,
            workshops.c.instrument,
            workshops.c.instrument_version,
            workshops.c.languages,
            workshops.c.profile_values,
        ).where(workshops.c.slug == slug)
    ).first()
    if row is None:
        return None
    found = tx.execute(select(waves.c.kind, waves.c.id).where(waves.c.workshop_id == row[0]).order_by(waves.c.opens_at))
    return Asking(row[0], row[1], row[2], row[3], tuple(row[4]), row[5], {one[0]: one[1] for one in found})


def stamp(tx: Tx, workshop: int) -> str:
    found: str = tx.execute(select(workshops.c.stamp).where(workshops.c.id == workshop)).scalar_one()
    return found


def countable_themes(tx: Tx, workshop: int) -> list[Theme]:
    """Themes that can be chosen on paper: those in use, and those merged since it was printed."""
    found = tx.execute(
        select(themes.c.id, themes.c.key, themes.c.names, themes.c.state)
        .where(themes.c.workshop_id == workshop, themes.c.state.in_(("active", "merged")))
        .order_by(themes.c.position, themes.c.id)
    )
    return [Theme(number, key, names, state == "active") for number, key, names, state in found]


def taken(tx: Tx, wave: int, codes: Iterable[str]) -> set[str]:
    """Those of `codes` under which the wave has a ballot already."""
    wanted, found = list(codes), set[str]()
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        found |= set(
            tx.execute(select(ballots.c.serial).where(ballots.c.wave_id == wave, ballots.c.serial.in_(part))).scalars()
        )
    return found


def add(
    tx: Tx,
    wave: int,
    rows: Sequence[Stored],
    *,
    way: Literal["paper", "helped"],
    late: bool,
    instrument_version: int,
    now: Instant,
) -> None:
    """Store all of `rows`. Raises TryAgain when somebody else is just bringing in a ballot of one of their codes."""
    try:
        _put(
            tx,
            ballots,
            [
                {
                    "wave_id": wave,
                    "serial": row.code,
                    "way": way,
                    "language": row.language,
                    "profile": dict(row.profile),
                    "late": late,
                    "checked_in": row.came,
                    "instrument_version": instrument_version,
                    "submitted_at": now,
                }
                for row in rows
            ],
        )
    except IntegrityError as error:
        raise TryAgain("the wave has a ballot of one of these codes already") from error
    numbers = _numbers(tx, wave, rows)
    _put(
        tx,
        ballot_places,
        [
            {
                "ballot_id": numbers[row.code],
                "question": one.question,
                "place": one.place,
                "theme_id": one.theme,
                "words": one.words,
            }
            for row in rows
            for one in row.places
        ],
    )
    _put(
        tx,
        ballot_answers,
        [
            {"ballot_id": numbers[row.code], "question": key, "value": value}
            for row in rows
            for key, value in row.values.items()
        ],
    )


def _numbers(tx: Tx, wave: int, rows: Sequence[Stored]) -> dict[str, int]:
    if len(rows) == 1:
        found = select(ballots.c.serial, ballots.c.id).where(
            ballots.c.wave_id == wave, ballots.c.serial == rows[0].code
        )
    else:
        found = select(ballots.c.serial, ballots.c.id).where(ballots.c.wave_id == wave, ballots.c.serial.is_not(None))
    return {one[0]: one[1] for one in tx.execute(found)}


def _put(tx: Tx, table: Any, values: list[dict[str, Any]]) -> None:
    if values:
        tx.execute(insert(table), values)


# ---- codes --------------------------------------------------------------------------------------------------------


def keep_codes(tx: Tx, workshop: int, codes: Iterable[str]) -> list[str]:
    """Those of `codes` that were not printed for this workshop before; from now on they are."""
    new = []
    for code in codes:
        added = insert_into(tx, paper_codes).values(workshop_id=workshop, code=code)
        if tx.execute(added.on_conflict_do_nothing().returning(paper_codes.c.code)).first() is not None:
            new.append(code)
    return new


def in_use(tx: Tx, workshop: int, codes: Sequence[str]) -> set[str]:
    """Those of `codes` that were printed for the workshop, or stand on a ballot of one of its waves."""
    found = set[str]()
    for start in range(0, len(codes), AT_ONCE):
        part = list(codes[start : start + AT_ONCE])
        printed = select(paper_codes.c.code).where(paper_codes.c.workshop_id == workshop, paper_codes.c.code.in_(part))
        on_ballots = (
            select(ballots.c.serial)
            .join(waves, waves.c.id == ballots.c.wave_id)
            .where(waves.c.workshop_id == workshop, ballots.c.serial.in_(part))
        )
        found |= set(tx.execute(printed).scalars()) | set(tx.execute(on_ballots).scalars())
    return found


# ---- forgetting ---------------------------------------------------------------------------------------------------


def ballots_with(tx: Tx, workshop: int, code: str) -> list[tuple[int, str]]:
    """(id, kind of its wave) of the workshop's ballots with this code."""
    found = tx.execute(
        select(ballots.c.id, waves.c.kind)
        .join(waves, waves.c.id == ballots.c.wave_id)
        .where(waves.c.workshop_id == workshop, ballots.c.serial == code)
        .order_by(waves.c.opens_at)
    )
    return [(number, kind) for number, kind in found]


@dataclass(frozen=True, slots=True)
class Held:
    """A code under which a workshop holds ballots. `stored_at`: when the first of them was."""

    workshop: int
    slug: str
    code: str
    stored_at: Instant


def codes_of_ballots(tx: Tx) -> Iterator[Held]:
    """Every code that still stands on a ballot."""
    found = (
        select(workshops.c.id, workshops.c.slug, ballots.c.serial, func.min(ballots.c.submitted_at))
        .join(waves, waves.c.id == ballots.c.wave_id)
        .join(workshops, workshops.c.id == waves.c.workshop_id)
        .where(ballots.c.serial.is_not(None))
        .group_by(workshops.c.id, workshops.c.slug, ballots.c.serial)
        .order_by(workshops.c.id, ballots.c.serial)
    )
    for row in tx.execute(found):
        yield Held(*row)


def slug(tx: Tx, workshop: int) -> str:
    found: str = tx.execute(select(workshops.c.slug).where(workshops.c.id == workshop)).scalar_one()
    return found


def forget_code(tx: Tx, workshop: int, code: str) -> None:
    tx.execute(delete(paper_codes).where(paper_codes.c.workshop_id == workshop, paper_codes.c.code == code))
    tx.info[SCRUB] = True
