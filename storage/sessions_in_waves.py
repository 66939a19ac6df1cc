"""Who is in the middle of a wave's questions."""

from __future__ import annotations

from sqlalchemy import select

from storage.database import Tx
from storage.dialects import lists_object
from storage.tables import participants, sessions


def lanes(tx: Tx, wave: int) -> list[int]:
    """The lanes (Telegram ids) of people with an unfinished conversation about the wave. Reads every session."""
    found = (
        select(participants.c.telegram_id)
        .join(sessions, sessions.c.participant_id == participants.c.id)
        .where(participants.c.telegram_id.is_not(None), lists_object(tx, sessions.c.frames, "wave", wave))
        .order_by(participants.c.id)
    )
    return [lane for lane in tx.execute(found).scalars() if lane is not None]
