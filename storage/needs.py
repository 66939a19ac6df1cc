"""Special needs: health data in a table of their own, one row a person and workshop, deleted a week after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select

from domain.instants import Instant
from storage.database import SCRUB, Tx
from storage.dialects import insert_into
from storage.tables import needs, workshops


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
    tx.execute(delete(needs).where(needs.c.workshop_id == workshop, needs.c.participant_id == participant))


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
