"""What a morning digest counts. Numbers leave this module as they are; what may be shown of them, the service decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select, text, update

from domain.instants import Instant
from storage.database import Tx
from storage.people import COLUMNS, ParticipantRow
from storage.tables import (
    announcements,
    ballots,
    deliveries,
    participants,
    registrations,
    themes,
    timeline,
    waves,
    workshops,
)

WANTED: Final = text("participants.digest")
"""As the partial index says it: SQLite does not see that `digest = 1` is the same, and would read everybody at each sweep."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who wants the digest. `since`: their last one."""

    person: ParticipantRow
    since: Instant | None


def readers(tx: Tx, before: Instant, limit: int) -> list[Reader]:
    """Those whose last digest was before that moment, or who have had none."""
    last = participants.c.digested_at
    found = (
        select(*COLUMNS, last)
        .where(WANTED, participants.c.reachable, last.is_(None) | (last < before))
        .order_by(participants.c.id)
        .limit(limit)
    )
    return [Reader(ParticipantRow(*row[:-1]), row[-1]) for row in tx.execute(found)]


def is_wanted(tx: Tx) -> bool:
    """True when anybody wants one."""
    wanted = select(participants.c.id).where(WANTED, participants.c.reachable).limit(1)
    return tx.execute(wanted).first() is not None


def sent(tx: Tx, participant: int, now: Instant) -> None:
    tx.execute(update(participants).where(participants.c.id == participant).values(digested_at=now))


@dataclass(frozen=True, slots=True)
class Workshop:
    id: int
    title: dict[str, str]
    zone: str


def workshops_after(tx: Tx, ended_after: Instant) -> list[Workshop]:
    """Announced workshops that are to come or ended after that moment, the next one first."""
    found = (
        select(workshops.c.id, workshops.c.title, workshops.c.zone)
        .where(workshops.c.state == "announced", workshops.c.ends_at > ended_after)
        .order_by(workshops.c.starts_at, workshops.c.id)
    )
    return [Workshop(*row) for row in tx.execute(found)]


def new_ballots(tx: Tx, workshop: int, since: Instant) -> int:
    of_workshop = select(waves.c.id).where(waves.c.workshop_id == workshop)
    return _count(tx, select(ballots.c.id).where(ballots.c.wave_id.in_(of_workshop), ballots.c.submitted_at > since))


def is_asked(tx: Tx, workshop: int, since: Instant) -> bool:
    """True when a wave is open, or closed since then."""
    asked = (waves.c.state == "open") | ((waves.c.state == "closed") & (waves.c.closed_at > since))
    return tx.execute(select(waves.c.id).where(waves.c.workshop_id == workshop, asked)).first() is not None


def new_registrations(tx: Tx, workshop: int, since: Instant, states: Sequence[str]) -> int:
    return _count(
        tx,
        select(registrations.c.id).where(
            registrations.c.workshop_id == workshop,
            registrations.c.changed_at > since,
            registrations.c.state.in_(list(states)),
            registrations.c.participant_id.is_not(None),
        ),
    )


def waiting_proposals(tx: Tx, workshop: int) -> int:
    return _count(tx, select(themes.c.id).where(themes.c.workshop_id == workshop, themes.c.state == "incoming"))


def failed_deliveries(tx: Tx, workshop: int, since: Instant) -> int:
    """Messages to many that Telegram did not take, or of which nobody knows."""
    about = select(announcements.c.id).where(announcements.c.workshop_id == workshop)
    return _count(
        tx,
        select(deliveries.c.id).where(
            deliveries.c.announcement_id.in_(about),
            deliveries.c.state.in_(("failed", "unknown")),
            deliveries.c.changed_at > since,
        ),
    )


def next_entries(tx: Tx, workshop: int, now: Instant, until: Instant, limit: int) -> list[tuple[str, int, Instant]]:
    """(kind, number, due) of what the timeline does next."""
    found = (
        select(timeline.c.kind, timeline.c.number, timeline.c.due_at)
        .where(
            timeline.c.workshop_id == workshop,
            timeline.c.state == "planned",
            timeline.c.due_at > now,
            timeline.c.due_at <= until,
        )
        .order_by(timeline.c.due_at, timeline.c.id)
        .limit(limit)
    )
    return [(row[0], row[1], row[2]) for row in tx.execute(found)]


def _count(tx: Tx, rows: object) -> int:
    return int(tx.execute(select(func.count()).select_from(rows.subquery())).scalar_one())  # type: ignore[attr-defined]
