"""Whom a message did not reach: by name those who are registered, the others as a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, func, select

from storage.checkin import EXPECTED
from storage.database import Tx
from storage.tables import deliveries, registrations

NOT_REACHED: Final = ("blocked", "failed", "expired", "unknown")
"""Final states of a message that did not arrive, or of which nobody knows."""


@dataclass(frozen=True, slots=True)
class Guest:
    """A registered person as organisers see them. Why the message did not reach them is between them and Telegram."""

    id: int
    name: str | None
    state: str
    online: bool


def listed(tx: Tx, announcement: int, workshop: int, offset: int, limit: int) -> list[Guest]:
    """One page of those registered for the workshop whom the announcement did not reach, in order of names."""
    name = registrations.c.name
    columns = (registrations.c.id, name, registrations.c.state, registrations.c.online)
    found = _registered(select(*columns), announcement, workshop).order_by(name.is_(None), name, registrations.c.id)
    return [Guest(*row) for row in tx.execute(found.offset(offset).limit(limit))]


def counts(tx: Tx, announcement: int, workshop: int) -> tuple[int, int]:
    """(registered, others) whom the announcement did not reach."""
    registered = int(tx.execute(_registered(select(func.count()), announcement, workshop)).scalar_one())
    everybody = select(func.count()).select_from(deliveries).where(*_of(announcement))
    return registered, int(tx.execute(everybody).scalar_one()) - registered


def _of(announcement: int) -> tuple[Any, ...]:
    return deliveries.c.announcement_id == announcement, deliveries.c.state.in_(NOT_REACHED)


def _registered(what: Select[Any], announcement: int, workshop: int) -> Select[Any]:
    theirs = deliveries.c.participant_id == registrations.c.participant_id
    here = (registrations.c.workshop_id == workshop, registrations.c.state.in_(EXPECTED))
    return what.select_from(deliveries.join(registrations, theirs)).where(*_of(announcement), *here)
