"""Workshops as people know them: what changes rarely (read by id, kept by stamp) and what every step must see anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import Select, bindparam, or_, select, update

from conversations.facts import SeriesFact, ThemeFact, WaveFact, WorkshopFact
from domain.instants import Instant
from domain.instrument import Instrument
from domain.instrument_json import from_json
from storage.database import Tx
from storage.prepared import Prepared, Values
from storage.tables import releases, series, themes, waves, workshops


@dataclass(frozen=True, slots=True)
class Moving:
    """What of a workshop may have changed since the last step. `stamp` changes with everything else about it."""

    id: int
    stamp: str
    state: Any
    room_capacity: int | None
    room_taken: int
    online_capacity: int | None
    online_taken: int
    waves: tuple[WaveFact, ...]


_MOVING = (
    workshops.c.id,
    workshops.c.stamp,
    workshops.c.state,
    workshops.c.room_capacity,
    workshops.c.room_taken,
    workshops.c.online_capacity,
    workshops.c.online_taken,
)
_RELEASED = (
    select(releases.c.id).where(releases.c.wave_id == waves.c.id, releases.c.kind != "live").correlate(waves).exists()
)
_WAVE = (
    waves.c.id.label("wave_id"),
    waves.c.kind,
    waves.c.opens_at,
    waves.c.closes_at,
    waves.c.state.label("wave_state"),
    _RELEASED.label("released"),
    waves.c.late_until,
)


def _moving(*conditions: Any) -> Select[Any]:
    return (
        select(*_MOVING, *_WAVE)
        .select_from(workshops.outerjoin(waves, waves.c.workshop_id == workshops.c.id))
        .where(*conditions)
        .order_by(workshops.c.starts_at, workshops.c.id, waves.c.opens_at, waves.c.id)
    )


_CURRENT = (
    select(workshops.c.id)
    .where(workshops.c.state != "draft", workshops.c.ends_at > bindparam("ended_after"))
    .order_by(workshops.c.starts_at)
    .limit(bindparam("limit"))
)
_NAMED = (workshops.c.slug == bindparam("slug")) & (workshops.c.state != "draft")
_FOR_STAFF: Final = Prepared(_moving())


@cache
def _for_residents(named: int) -> Prepared:
    """With so many workshops named by id: few, those of one person's session."""
    about = [workshops.c.id == bindparam(f"about_{number}") for number in range(named)]
    return Prepared(_moving(or_(workshops.c.id.in_(_CURRENT), _NAMED, *about)))


def moving(
    tx: Tx, *, about: Sequence[int], slug: str, ended_after: Instant, limit: int, everything: bool
) -> list[Moving]:
    """Announced workshops that end after `ended_after`, those `about` and the one with this `slug`; in order of start.

    `everything`: drafts and old ones too, for those who work with them.
    """
    if everything:
        return _gathered(_FOR_STAFF.all(tx))
    named = {f"about_{number}": workshop for number, workshop in enumerate(about)}
    return _gathered(_for_residents(len(named)).all(tx, slug=slug, ended_after=ended_after, limit=limit, **named))


def _gathered(rows: Sequence[Values]) -> list[Moving]:
    by_id: dict[int, tuple[Values, list[WaveFact]]] = {}
    for row in rows:
        of_workshop = by_id.setdefault(row[0], (row[: len(_MOVING)], []))[1]
        number, kind, opens_at, closes_at, state, released, late_until = row[len(_MOVING) :]
        if number is not None:
            of_workshop.append(WaveFact(number, kind, opens_at, closes_at, state, bool(released), late_until))
    return [Moving(*(*workshop, tuple(found))) for workshop, found in by_id.values()]


def lasting(tx: Tx, workshop: int) -> WorkshopFact:
    """Everything about a workshop that goes by its stamp. State and waves are those of `Moving`: none here."""
    row = tx.execute(
        select(
            workshops,
            series.c.slug.label("series_slug"),
            series.c.title.label("series_title"),
            series.c.description.label("series_description"),
        )
        .select_from(workshops.outerjoin(series, series.c.id == workshops.c.series_id))
        .where(workshops.c.id == workshop)
    ).one()
    return WorkshopFact(
        id=row.id,
        slug=row.slug,
        title=row.title,
        description=row.description,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        zone=row.zone,
        place=row.place,
        map_link=row.map_link,
        has_room=row.room_capacity is None or row.room_capacity > 0,
        has_online=row.online_capacity is None or row.online_capacity > 0,
        access=row.access,
        state=row.state,
        instrument=from_json(row.instrument),
        themes=_active_themes(tx, workshop),
        waves=(),
        series=row.series_id,
        series_title=row.series_title,
        funding=row.funding,
        profile_values={
            kind: tuple((key, texts) for key, texts in values) for kind, values in row.profile_values.items()
        },
        research_file=row.research_file,
        asks_needs=row.asks_needs and row.needs_contact_id is not None,
        needs_contact=row.needs_contact_name,
        extra={
            "example": row.example,
            "series_slug": row.series_slug,
            "series_description": row.series_description or {},
            "online_link": row.online_link,
            "online_code": row.online_code,
            "access_code_hash": row.access_code_hash,
            "version": row.version,
        },
    )


def _active_themes(tx: Tx, workshop: int) -> tuple[ThemeFact, ...]:
    found = tx.execute(
        select(themes.c.id, themes.c.key, themes.c.names, themes.c.origin)
        .where(themes.c.workshop_id == workshop, themes.c.state == "active")
        .order_by(themes.c.position, themes.c.id)
    )
    return tuple(
        ThemeFact(number, key, names, "catalogue" if origin == "catalogue" else "proposal")
        for number, key, names, origin in found
    )


def all_series(tx: Tx) -> tuple[SeriesFact, ...]:
    found = tx.execute(select(series.c.id, series.c.slug, series.c.title, series.c.description).order_by(series.c.id))
    return tuple(SeriesFact(*row) for row in found)


@dataclass(frozen=True, slots=True)
class Asking:
    """What a workshop asks. `version` grows when its instrument changes. `profile`: the keys of each kind's values."""

    instrument: Instrument
    version: int
    profile: Mapping[str, frozenset[str]]


def asking(tx: Tx, workshop: int) -> Asking:
    """Raises sqlalchemy.exc.NoResultFound when there is no such workshop."""
    row = tx.execute(
        select(workshops.c.instrument, workshops.c.instrument_version, workshops.c.profile_values).where(
            workshops.c.id == workshop
        )
    ).one()
    return Asking(from_json(row[0]), row[1], {kind: frozenset(key for key, _ in one) for kind, one in row[2].items()})


def touch(tx: Tx, workshop: int, stamp: str) -> None:
    """Whoever changes a workshop, its themes or its series' title says so here, with a `stamp` never used before."""
    tx.execute(update(workshops).where(workshops.c.id == workshop).values(stamp=stamp, version=workshops.c.version + 1))


@dataclass(frozen=True, slots=True)
class WaveRow:
    id: int
    workshop: int
    kind: Any
    opens_at: Instant
    closes_at: Instant
    late_until: Instant | None
    state: Any


_HELD: Final = Prepared(
    select(
        waves.c.id,
        waves.c.workshop_id,
        waves.c.kind,
        waves.c.opens_at,
        waves.c.closes_at,
        waves.c.late_until,
        waves.c.state,
    )
    .where(waves.c.id == bindparam("wave"))
    .with_for_update(read=True)
)


def hold_wave(tx: Tx, wave: int) -> WaveRow | None:
    """The wave, which nobody closes before this transaction ends."""
    row = _HELD.first(tx, wave=wave)
    return None if row is None else WaveRow(*row)


_ACCESS: Final = Prepared(
    select(workshops.c.access).where(
        workshops.c.id == bindparam("workshop"),
        or_(workshops.c.state == "announced", workshops.c.state == "done"),
    )
)


def access(tx: Tx, workshop: int) -> str | None:
    """Who may answer at this moment: everybody, by code, or registered people. None: nobody may: a draft, or called off."""
    row = _ACCESS.first(tx, workshop=workshop)
    return None if row is None else row[0]


def keeps_research_file(tx: Tx, workshop: int) -> bool:
    """Whether the workshop switched the research file on, which it can only before its first wave opens."""
    found = select(workshops.c.id).where(workshops.c.id == workshop, workshops.c.research_file)
    return tx.execute(found).first() is not None


def consults_draft(tx: Tx, workshop: int) -> bool:
    """Whether the workshop is marked as consulting a draft, of which the law wants a statement."""
    found = select(workshops.c.id).where(workshops.c.id == workshop, workshops.c.consults_draft)
    return tx.execute(found).first() is not None


@dataclass(frozen=True, slots=True)
class Call:
    """When a workshop's call is on, and the code shown in it."""

    code: str | None
    starts_at: Instant
    ends_at: Instant


def call(tx: Tx, workshop: int) -> Call | None:
    row = tx.execute(
        select(workshops.c.online_code, workshops.c.starts_at, workshops.c.ends_at).where(workshops.c.id == workshop)
    ).first()
    return None if row is None else Call(*row)
