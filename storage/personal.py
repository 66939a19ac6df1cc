"""Personal deliveries: messages to one person that are no screens, outside any announcement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import insert, select

from conversations.content_json import to_json
from conversations.screens import Content
from domain.instants import Instant
from storage.database import Tx
from storage.tables import deliveries


def deliver(
    tx: Tx,
    participant: int,
    content: Content,
    now: Instant,
    *,
    not_before: Instant | None = None,
    valid_until: Instant | None = None,
) -> int:
    """Have `content` sent to the participant, as soon as possible or from `not_before` on; returns the delivery's id."""
    number: int = tx.execute(
        insert(deliveries)
        .values(
            participant_id=participant,
            personal=True,
            content=to_json(content),
            state="queued",
            not_before=not_before or now,
            valid_until=valid_until,
            changed_at=now,
        )
        .returning(deliveries.c.id)
    ).scalar_one()
    return number


def was_told(tx: Tx, participant: int, content: Mapping[str, Any], since: Instant) -> bool:
    """Whether the participant was sent this, or it waits for them, since that instant."""
    mine = select(deliveries.c.content).where(
        deliveries.c.participant_id == participant, deliveries.c.changed_at >= since, deliveries.c.personal
    )
    return any(kept == content for kept in tx.execute(mine).scalars())
