"""Special needs: health data in a table of their own, one row a person and workshop, deleted a week after it.

Nobody but the workshop's contact reads them: `told_to` asks for the reader, and gives no hint of whose they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, update

from domain.instants import Instant
from storage.database import SCRUB, Tx
from storage.dialects import insert_into
from storage.tables import needs, participants, workshops


def put(tx: Tx, workshop: int, participant: int, told: Mapping[str, Any], now: Instant) -> None:
    statement = insert_into(tx, needs).values(
        workshop_id=workshop, participant_id=participant, needs=dict(told), given_at=now
    )
    tx.execute(
        statement.on_conflict_do_update(
            index_elements=[needs.c.workshop_id, needs.c.participant_id],
            set_={"needs": dict(told), "given_at": now},
        )
    )


def remove(tx: Tx, workshop: int, participant: int) -> None:
    mine = delete(needs).where(needs.c.workshop_id == workshop, needs.c.participant_id == participant)
    if tx.execute(mine).rowcount:
        tx.info[SCRUB] = True


def remove_after(tx: Tx, ended_before: Instant) -> int:
    """Delete the needs told for workshops that ended before; returns how many went."""
    over = select(workshops.c.id).where(workshops.c.ends_at < ended_before)
    gone = tx.execute(delete(needs).where(needs.c.workshop_id.in_(over))).rowcount
    if gone:
        tx.info[SCRUB] = True
    return gone


def of_person(tx: Tx, participant: int) -> dict[int, dict[str, Any]]:
    """What this person told, by workshop."""
    found = tx.execute(select(needs.c.workshop_id, needs.c.needs).where(needs.c.participant_id == participant))
    return {row[0]: row[1] for row in found}


# ---- the contact ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Contact:
    """Who alone sees a workshop's needs, and how residents are told of them."""

    participant: int
    name: str


def contact(tx: Tx, workshop: int) -> Contact | None:
    """None: the workshop does not ask."""
    row = tx.execute(
        select(workshops.c.needs_contact_id, workshops.c.needs_contact_name).where(
            workshops.c.id == workshop, workshops.c.asks_needs, workshops.c.needs_contact_id.is_not(None)
        )
    ).first()
    return None if row is None else Contact(row[0], row[1] or "")


def set_contact(tx: Tx, workshop: int, chosen: Contact | None) -> None:
    """Ask for needs, to be seen by that person; or ask no longer."""
    values = {
        "asks_needs": chosen is not None,
        "needs_contact_id": None if chosen is None else chosen.participant,
        "needs_contact_name": None if chosen is None else chosen.name,
    }
    tx.execute(update(workshops).where(workshops.c.id == workshop).values(**values))


def workshops_of(tx: Tx, participant: int) -> list[int]:
    """The workshops whose contact this participant is."""
    found = select(workshops.c.id).where(workshops.c.needs_contact_id == participant, workshops.c.asks_needs)
    return list(tx.execute(found.order_by(workshops.c.starts_at, workshops.c.id)).scalars())


def told_to(tx: Tx, workshop: int, participant: int) -> list[dict[str, Any]]:
    """What was told for the workshop, when the reader is its contact; else nothing. In no order that says whose it is."""
    found = tx.execute(
        select(needs.c.needs)
        .join(workshops, workshops.c.id == needs.c.workshop_id)
        .where(needs.c.workshop_id == workshop, workshops.c.needs_contact_id == participant, workshops.c.asks_needs)
    ).scalars()
    return sorted(found, key=lambda told: (str(told.get("options")), str(told.get("words"))))


def told_by(tx: Tx, workshop: int) -> list[int]:
    """The participants who told their needs for the workshop: to tell them of a change, never to be shown."""
    return list(tx.execute(select(needs.c.participant_id).where(needs.c.workshop_id == workshop)).scalars())


def reader(tx: Tx, random_id: str) -> int | None:
    """The participant with this random id."""
    return tx.execute(select(participants.c.id).where(participants.c.random_id == random_id)).scalar_one_or_none()
