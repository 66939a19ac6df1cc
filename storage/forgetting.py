"""What is left to delete when a person is forgotten, and the list by which a restored backup forgets them again."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import delete, select

from domain.instants import Instant
from storage.database import SCRUB, Tx
from storage.dialects import insert_into
from storage.people import COLUMNS, ParticipantRow
from storage.tables import erasures, participants, roles

PAGE = 1_000


def take_roles(tx: Tx, participant: int) -> None:
    """The person holds no role from here on."""
    tx.execute(delete(roles).where(roles.c.participant_id == participant))


def delete_participant(tx: Tx, participant: int) -> None:
    """The participant's row, and by foreign keys every row about them. On SQLite old pages are overwritten as well."""
    tx.execute(delete(participants).where(participants.c.id == participant))
    tx.info[SCRUB] = True


def add_erasure(tx: Tx, key_hash: str, now: Instant) -> None:
    """Put the keyed hash on the list; a later erasure of the same person counts from then on."""
    statement = insert_into(tx, erasures).values(key_hash=key_hash, at=now)
    tx.execute(statement.on_conflict_do_update(index_elements=[erasures.c.key_hash], set_={"at": now}))


def list_erasures(tx: Tx) -> list[tuple[str, Instant]]:
    """(keyed hash, when), the oldest first."""
    return [(key, at) for key, at in tx.execute(select(erasures.c.key_hash, erasures.c.at).order_by(erasures.c.at))]


def everybody(tx: Tx) -> Iterator[ParticipantRow]:
    """Every participant who writes to the bot, a page at a time."""
    after = 0
    while True:
        page = [
            ParticipantRow(*row)
            for row in tx.execute(
                select(*COLUMNS)
                .where(participants.c.id > after, participants.c.telegram_id.is_not(None))
                .order_by(participants.c.id)
                .limit(PAGE)
            )
        ]
        yield from page
        if len(page) < PAGE:
            return
        after = page[-1].id
