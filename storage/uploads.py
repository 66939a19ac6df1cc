"""Pictures drawn once, and what Telegram already has of them."""

from __future__ import annotations

from sqlalchemy import delete, select

from domain.instants import Instant
from storage.database import Tx
from storage.dialects import insert_into
from storage.tables import pictures, uploads


def file_id(tx: Tx, bot: int, key: str) -> str | None:
    """The id under which Telegram has this file for this bot, or None."""
    return tx.execute(select(uploads.c.file_id).where(uploads.c.bot == bot, uploads.c.key == key)).scalar_one_or_none()


def remember(tx: Tx, bot: int, key: str, file: str, now: Instant) -> None:
    """Telegram has the file. The newest id wins."""
    row = insert_into(tx, uploads).values(bot=bot, key=key, file_id=file, at=now)
    tx.execute(
        row.on_conflict_do_update(index_elements=[uploads.c.bot, uploads.c.key], set_={"file_id": file, "at": now})
    )


def forget(tx: Tx, bot: int, key: str) -> None:
    """Telegram does not know the file by its id any more."""
    tx.execute(delete(uploads).where(uploads.c.bot == bot, uploads.c.key == key))


def picture(tx: Tx, key: str) -> bytes | None:
    return tx.execute(select(pictures.c.png).where(pictures.c.key == key)).scalar_one_or_none()


def keep_picture(tx: Tx, key: str, png: bytes, now: Instant) -> None:
    """Keep a drawn picture. One that is there already stays."""
    row = insert_into(tx, pictures).values(key=key, png=png, at=now)
    tx.execute(row.on_conflict_do_nothing(index_elements=[pictures.c.key]))
