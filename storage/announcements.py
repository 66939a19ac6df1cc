"""Announcements: one message to many, from its draft to its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, or_, select, update

from domain.audience import Audience, Part
from domain.instants import Instant
from storage.database import Tx
from storage.dialects import insert_into
from storage.tables import announcements

RUNNING: Final = ("preparing", "sending", "paused")


@dataclass(frozen=True, slots=True)
class Announcement:
    """A stored announcement. `content` is JSON of `conversations.content_json`."""

    id: int
    workshop: int | None
    timeline: int | None
    kind: str
    key: str | None
    audience: Audience
    content: dict[str, Any]
    state: str
    cursor: int
    not_before: Instant
    valid_until: Instant | None
    skip_quiet: bool
    essential: bool
    late_joiners: bool
    recipients: int
    created_at: Instant
    created_by: str
    finished_at: Instant | None
    bug_reported: bool
    refused: str | None


_COLUMNS = (
    announcements.c.id,
    announcements.c.workshop_id,
    announcements.c.timeline_id,
    announcements.c.kind,
    announcements.c.key,
    announcements.c.audience,
    announcements.c.content,
    announcements.c.state,
    announcements.c.cursor,
    announcements.c.not_before,
    announcements.c.valid_until,
    announcements.c.skip_quiet,
    announcements.c.essential,
    announcements.c.late_joiners,
    announcements.c.recipients,
    announcements.c.created_at,
    announcements.c.created_by,
    announcements.c.finished_at,
    announcements.c.bug_reported,
    announcements.c.refused,
)


def audience_to_json(audience: Audience) -> dict[str, Any]:
    return {"workshop": audience.workshop, "parts": [[part.kind, part.value] for part in audience.parts]}


def audience_from_json(kept: Mapping[str, Any]) -> Audience:
    return Audience(kept["workshop"], tuple(Part(kind, value) for kind, value in kept["parts"]))


def add(
    tx: Tx,
    *,
    key: str,
    kind: str,
    workshop: int | None,
    timeline: int | None,
    audience: Audience,
    content: Mapping[str, Any],
    not_before: Instant,
    valid_until: Instant | None,
    skip_quiet: bool,
    essential: bool,
    late_joiners: bool,
    by: str,
    now: Instant,
) -> int | None:
    """A new announcement in state preparing, or None when one of this `key` exists."""
    added = insert_into(tx, announcements).values(
        key=key,
        kind=kind,
        workshop_id=workshop,
        timeline_id=timeline,
        audience=audience_to_json(audience),
        content=dict(content),
        state="preparing",
        not_before=not_before,
        valid_until=valid_until,
        skip_quiet=skip_quiet,
        essential=essential,
        late_joiners=late_joiners,
        created_at=now,
        created_by=by,
        confirmed_by=by,
    )
    done = added.on_conflict_do_nothing(index_elements=[announcements.c.key]).returning(announcements.c.id)
    number: int | None = tx.execute(done).scalar_one_or_none()
    return number


def find(tx: Tx, number: int) -> Announcement | None:
    return _one(tx, announcements.c.id == number)


def find_by_key(tx: Tx, key: str) -> Announcement | None:
    return _one(tx, announcements.c.key == key)


def in_state(tx: Tx, *states: str) -> list[Announcement]:
    """Announcements in one of `states`, oldest first."""
    return _all(tx, announcements.c.state.in_(states))


def is_any_alive(tx: Tx, since: Instant) -> bool:
    """Whether one runs, is still being cancelled, or ended after `since`."""
    alive = or_(announcements.c.finished_at > since, announcements.c.finished_at.is_(None))
    return (
        tx.execute(select(announcements.c.id).where(announcements.c.state != "draft", alive).limit(1)).first()
        is not None
    )


def running(tx: Tx, workshop: int) -> list[Announcement]:
    """The workshop's announcements that are not at their end."""
    return _all(tx, announcements.c.workshop_id == workshop, announcements.c.state.in_(RUNNING))


def drafts(tx: Tx, workshop: int) -> list[Announcement]:
    """The workshop's announcements that wait for a second organiser's word."""
    return _all(tx, announcements.c.workshop_id == workshop, announcements.c.state == "draft")


def leaving(tx: Tx, workshop: int, kind: str) -> list[Announcement]:
    """The workshop's announcements of this kind that leave or have left, none that is stopped."""
    states = announcements.c.state.in_(("preparing", "sending", "done"))
    return _all(tx, announcements.c.workshop_id == workshop, announcements.c.kind == kind, states)


def latest(tx: Tx, limit: int, workshop: int | None = None) -> list[Announcement]:
    """The newest announcements first, of one workshop or of all."""
    where = () if workshop is None else (announcements.c.workshop_id == workshop,)
    found = select(*_COLUMNS).where(*where).order_by(announcements.c.id.desc()).limit(limit)
    return [_read(row) for row in tx.execute(found)]


def called(tx: Tx, key: str) -> list[Announcement]:
    """Those whose key is `key` with a number behind it, oldest first."""
    return _all(tx, announcements.c.key.startswith(f"{key}:", autoescape=True))


def being_cancelled(tx: Tx) -> list[Announcement]:
    """Cancelled ones whose waiting deliveries are not all cancelled yet."""
    return _all(tx, announcements.c.state == "cancelled", announcements.c.finished_at.is_(None))


def still_joined(tx: Tx, workshop: int, now: Instant) -> list[Announcement]:
    """The workshop's announcements that late joiners still get."""
    valid = or_(announcements.c.valid_until.is_(None), announcements.c.valid_until > now)
    return _all(
        tx,
        announcements.c.workshop_id == workshop,
        announcements.c.late_joiners,
        announcements.c.state.in_((*RUNNING, "done")),
        valid,
    )


def counting_since(tx: Tx, since: Instant) -> list[int]:
    """Announcements of which the daily cap counts messages since that instant: on their way, or ended later."""
    ended = or_(announcements.c.finished_at.is_(None), announcements.c.finished_at >= since)
    states = announcements.c.state.in_((*RUNNING, "done", "cancelled"))
    return list(tx.execute(select(announcements.c.id).where(states, ended, ~announcements.c.skip_quiet)).scalars())


def being_sent(tx: Tx) -> list[int]:
    """Announcements whose deliveries may leave, oldest first."""
    found = select(announcements.c.id).where(announcements.c.state == "sending").order_by(announcements.c.id)
    return list(tx.execute(found).scalars())


def change_state(tx: Tx, number: int, before: tuple[str, ...], after: str, finished_at: Instant | None = None) -> bool:
    """Move an announcement on. False: it is in none of the states `before` any more."""
    changed = (
        update(announcements)
        .where(announcements.c.id == number, announcements.c.state.in_(before))
        .values(state=after, finished_at=finished_at)
    )
    return tx.execute(changed).rowcount == 1


def rewrite(tx: Tx, number: int, content: Mapping[str, Any], valid_until: Instant | None) -> None:
    """Whatever has not left yet says this from now on, and helps until then."""
    changed = update(announcements).where(announcements.c.id == number)
    tx.execute(changed.values(content=dict(content), valid_until=valid_until))


def reword(tx: Tx, number: int, content: Mapping[str, Any]) -> bool:
    """A paused announcement says this from now on, and may be refused anew. False: it is not paused."""
    changed = update(announcements).where(announcements.c.id == number, announcements.c.state == "paused")
    return tx.execute(changed.values(content=dict(content), refused=None, bug_reported=False)).rowcount == 1


def pause_refused(tx: Tx, number: int, why: str) -> bool:
    """Pause an announcement because Telegram refuses what it says. False: it is not running, or was resumed as it is."""
    paused = update(announcements).where(
        announcements.c.id == number,
        announcements.c.state.in_(("preparing", "sending")),
        announcements.c.refused.is_(None),
    )
    return tx.execute(paused.values(state="paused", refused=why, bug_reported=False)).rowcount == 1


def set_finished(tx: Tx, number: int, now: Instant) -> None:
    tx.execute(update(announcements).where(announcements.c.id == number).values(finished_at=now))


def advance(tx: Tx, number: int, cursor: int, upper: int, added: int) -> bool:
    """The fan-out came from `cursor` to `upper`. False: somebody else did, or it is not being prepared any more."""
    moved = (
        update(announcements)
        .where(announcements.c.id == number, announcements.c.state == "preparing", announcements.c.cursor == cursor)
        .values(cursor=upper, recipients=announcements.c.recipients + added)
    )
    return tx.execute(moved).rowcount == 1


def count_more(tx: Tx, number: int, added: int) -> None:
    tx.execute(
        update(announcements).where(announcements.c.id == number).values(recipients=announcements.c.recipients + added)
    )


def report_bug(tx: Tx, number: int) -> bool:
    """True once for each announcement: whoever gets it reports."""
    reported = (
        update(announcements)
        .where(announcements.c.id == number, ~announcements.c.bug_reported)
        .values(bug_reported=True)
    )
    return tx.execute(reported).rowcount == 1


def _one(tx: Tx, *where: ColumnElement[bool]) -> Announcement | None:
    return next(iter(_all(tx, *where)), None)


def _all(tx: Tx, *where: ColumnElement[bool]) -> list[Announcement]:
    found = select(*_COLUMNS).where(*where).order_by(announcements.c.id)
    return [_read(row) for row in tx.execute(found)]


def _read(row: Any) -> Announcement:
    values = row._asdict()
    values["workshop"] = values.pop("workshop_id")
    values["timeline"] = values.pop("timeline_id")
    return Announcement(**{**values, "audience": audience_from_json(values["audience"])})
