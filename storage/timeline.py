"""The timeline's rows, and the dates of workshops and waves that they are computed from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, func, insert, select, update

from domain.instants import Instant
from domain.timeline import WaveKind
from storage.database import Tx
from storage.dialects import is_value
from storage.tables import timeline, waves, workshops

PLANNED: Final = is_value(timeline.c.state, "planned")
LIVE: Final = ("announced", "done")
"""States of a workshop in which its timeline runs."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What the timeline needs of a workshop. Texts are JSON by language."""

    id: int
    slug: str
    state: str
    version: int
    title: dict[str, str]
    starts_at: Instant
    ends_at: Instant
    zone: str
    place: dict[str, str]
    map_link: str | None
    online_link: str | None
    room_capacity: int | None
    online_capacity: int | None
    funding: dict[str, str] | None
    access: str


@dataclass(frozen=True, slots=True)
class WaveRow:
    id: int
    workshop: int
    kind: WaveKind
    opens_at: Instant
    closes_at: Instant
    state: str


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of an entry; `fired_at` only when it fired."""

    state: str
    fired_at: Instant | None


@dataclass(frozen=True, slots=True)
class EntryRow:
    id: int
    workshop: int
    kind: str
    number: int
    version: int
    rule: dict[str, Any]
    text: dict[str, str] | None
    due_at: Instant
    valid_until: Instant | None
    state: str
    fired_at: Instant | None
    why: str | None = None


_MEETING: Final[tuple[Any, ...]] = (
    workshops.c.id,
    workshops.c.slug,
    workshops.c.state,
    workshops.c.version,
    workshops.c.title,
    workshops.c.starts_at,
    workshops.c.ends_at,
    workshops.c.zone,
    workshops.c.place,
    workshops.c.map_link,
    workshops.c.online_link,
    workshops.c.room_capacity,
    workshops.c.online_capacity,
    workshops.c.funding,
    workshops.c.access,
)
_WAVE: Final[tuple[Any, ...]] = (
    waves.c.id,
    waves.c.workshop_id,
    waves.c.kind,
    waves.c.opens_at,
    waves.c.closes_at,
    waves.c.state,
)
_ENTRY: Final[tuple[Any, ...]] = (
    timeline.c.id,
    timeline.c.workshop_id,
    timeline.c.kind,
    timeline.c.number,
    timeline.c.version,
    timeline.c.rule,
    timeline.c.text,
    timeline.c.due_at,
    timeline.c.valid_until,
    timeline.c.state,
    timeline.c.fired_at,
    timeline.c.why,
)


# ---- workshops and waves ----------------------------------------------------------------------------------------


def meeting(tx: Tx, workshop: int) -> Meeting | None:
    row = tx.execute(select(*_MEETING).where(workshops.c.id == workshop)).first()
    return None if row is None else Meeting(*row)


def cancel_meeting(tx: Tx, workshop: int) -> bool:
    """The workshop does not take place. False: it was cancelled before."""
    cancelled = update(workshops).where(workshops.c.id == workshop, workshops.c.state != "cancelled")
    return tx.execute(cancelled.values(state="cancelled", version=workshops.c.version + 1)).rowcount == 1


def waves_of(tx: Tx, workshop: int) -> list[WaveRow]:
    return _waves(tx, waves.c.workshop_id == workshop)


def wave(tx: Tx, number: int) -> WaveRow | None:
    return next(iter(_waves(tx, waves.c.id == number)), None)


def waves_to_open(tx: Tx, now: Instant, limit: int) -> list[WaveRow]:
    """Planned waves of live workshops whose opening has come."""
    return _waves(tx, _planned_wave(), waves.c.opens_at <= now, limit=limit)


def waves_to_close(tx: Tx, now: Instant, limit: int) -> list[WaveRow]:
    """Open waves whose closing has come."""
    return _waves(tx, waves.c.state == "open", waves.c.closes_at <= now, limit=limit)


def open_wave(tx: Tx, number: int) -> bool:
    """planned -> open. False: it was not planned any more."""
    opened = update(waves).where(waves.c.id == number, waves.c.state == "planned")
    return tx.execute(opened.values(state="open")).rowcount == 1


def close_wave(tx: Tx, number: int, now: Instant) -> bool:
    """open -> closed: nothing is answered any more. False: it was not open."""
    closed = update(waves).where(waves.c.id == number, waves.c.state == "open")
    return tx.execute(closed.values(state="closed", closed_at=now)).rowcount == 1


def set_wave_dates(tx: Tx, number: int, *, opens_at: Instant | None = None, closes_at: Instant | None = None) -> None:
    dates = {"opens_at": opens_at, "closes_at": closes_at}
    values = {key: value for key, value in dates.items() if value is not None}
    tx.execute(update(waves).where(waves.c.id == number).values(**values))


def next_wave_change(tx: Tx) -> list[Instant]:
    """When the next wave of a live workshop opens, and when the next open one closes."""
    found = (
        tx.execute(select(func.min(waves.c.opens_at)).where(_planned_wave())).scalar_one(),
        tx.execute(select(func.min(waves.c.closes_at)).where(waves.c.state == "open")).scalar_one(),
    )
    return [moment for moment in found if moment is not None]


def _planned_wave() -> ColumnElement[bool]:
    live = select(workshops.c.id).where(workshops.c.state.in_(LIVE))
    return (waves.c.state == "planned") & waves.c.workshop_id.in_(live)


def _waves(tx: Tx, *where: ColumnElement[bool], limit: int | None = None) -> list[WaveRow]:
    found = select(*_WAVE).where(*where).order_by(waves.c.opens_at, waves.c.id).limit(limit)
    return [WaveRow(*row) for row in tx.execute(found)]


# ---- entries ----------------------------------------------------------------------------------------------------


def entries(tx: Tx, workshop: int) -> list[EntryRow]:
    """All entries of a workshop in order of their time."""
    return _entries(tx, timeline.c.workshop_id == workshop)


def entry(tx: Tx, number: int) -> EntryRow | None:
    return next(iter(_entries(tx, timeline.c.id == number)), None)


def ending(tx: Tx, workshop: int, kind: str) -> Ending | None:
    """Of the workshop's last entry of this kind, or None when it has none."""
    found = (
        select(timeline.c.state, timeline.c.fired_at)
        .where(timeline.c.workshop_id == workshop, timeline.c.kind == kind)
        .order_by(timeline.c.number.desc())
        .limit(1)
    )
    row = tx.execute(found).first()
    return None if row is None else Ending(*row)


def add_entry(
    tx: Tx,
    *,
    workshop: int,
    kind: str,
    number: int,
    rule: Mapping[str, Any],
    due_at: Instant,
    valid_until: Instant | None,
    state: str,
    why: str | None = None,
) -> int:
    """Raises IntegrityError when the workshop has an entry of this kind and number."""
    added = insert(timeline).values(
        workshop_id=workshop,
        kind=kind,
        number=number,
        rule=dict(rule),
        due_at=due_at,
        valid_until=valid_until,
        state=state,
        why=why,
    )
    return int(tx.execute(added.returning(timeline.c.id)).scalar_one())


def change_entry(tx: Tx, number: int, version: int, **values: Any) -> bool:
    """Change an entry that has not fired, and count its version up. False: it fired, or changed since `version`."""
    changed = update(timeline).where(
        timeline.c.id == number,
        timeline.c.version == version,
        timeline.c.state.in_(("planned", "off", "expired", "cancelled")),
        timeline.c.fired_at.is_(None),
    )
    values = {"why": None, **values} if values.get("state") in ("planned", "off") else values
    return tx.execute(changed.values(version=timeline.c.version + 1, **values)).rowcount == 1


def reword_fired(tx: Tx, number: int, text: Mapping[str, str] | None) -> None:
    """Keep the words of an entry that has fired, for its message still goes to somebody."""
    fired = update(timeline).where(timeline.c.id == number, timeline.c.fired_at.is_not(None))
    tx.execute(fired.values(text=None if text is None else dict(text)))


def end_entry(tx: Tx, entry: EntryRow, state: str, fired_at: Instant | None, *, why: str | None = None) -> bool:
    """-> fired, expired or cancelled, from the state in which `entry` was read. False: it is in another one by now, for it
    fired or was switched off; or it had fired before. `why` 'overtaken': another message said it; 'off': it was switched off."""
    ended = update(timeline).where(
        timeline.c.id == entry.id, timeline.c.state == entry.state, timeline.c.fired_at.is_(None)
    )
    return tx.execute(ended.values(state=state, fired_at=fired_at, why=why)).rowcount == 1


def cancel_entries(tx: Tx, workshop: int) -> int:
    """Whatever has not fired will not. Returns how many."""
    waiting = update(timeline).where(timeline.c.workshop_id == workshop, timeline.c.state.in_(("planned", "off")))
    return int(tx.execute(waiting.values(state="cancelled")).rowcount)


def due_entries(tx: Tx, now: Instant, limit: int | None, of: Collection[int] | None = None) -> list[EntryRow]:
    """Planned entries of live workshops whose time has come, oldest first; of the workshops `of` alone when they are given."""
    where = () if of is None else (timeline.c.workshop_id.in_(of),)
    return _entries(tx, PLANNED, timeline.c.due_at <= now, _live(), *where, limit=limit)


def next_entry(tx: Tx) -> Instant | None:
    """When the next planned entry of a live workshop is due."""
    found = select(timeline.c.due_at).where(PLANNED, _live()).order_by(timeline.c.due_at).limit(1)
    moment: Instant | None = tx.execute(found).scalar_one_or_none()
    return moment


def is_due(tx: Tx, now: Instant) -> bool:
    """Whether the time of a wave's opening or closing, or of an entry, has come."""
    return any(moment <= now for moment in (next_entry(tx), *next_wave_change(tx)) if moment is not None)


def _live() -> ColumnElement[bool]:
    about = workshops.c.id == timeline.c.workshop_id
    return select(workshops.c.id).where(about, workshops.c.state.in_(LIVE)).exists()


def _entries(tx: Tx, *where: ColumnElement[bool], limit: int | None = None) -> list[EntryRow]:
    found = select(*_ENTRY).where(*where).order_by(timeline.c.due_at, timeline.c.id).limit(limit)
    return [EntryRow(*row) for row in tx.execute(found)]
