"""Waves that somebody asked to be released again: one request a wave, gone when it is done."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, select

from domain.instants import Instant
from storage.database import Tx
from storage.dialects import insert_into
from storage.tables import release_requests, waves


@dataclass(frozen=True, slots=True)
class Request:
    """`number` is that of the release to be made; when the wave has it already, nothing is left to do."""

    wave: int
    workshop: int
    participant: int
    number: int
    reason: str


def add(tx: Tx, wave: int, participant: int, number: int, reason: str, now: Instant) -> bool:
    """False: one waits for this wave already."""
    values = {"wave_id": wave, "participant_id": participant, "number": number, "reason": reason, "at": now}
    added = insert_into(tx, release_requests).values(**values).on_conflict_do_nothing(index_elements=["wave_id"])
    return tx.execute(added).rowcount == 1


def oldest(tx: Tx) -> Request | None:
    found = (
        select(
            release_requests.c.wave_id,
            waves.c.workshop_id,
            release_requests.c.participant_id,
            release_requests.c.number,
            release_requests.c.reason,
        )
        .join(waves, waves.c.id == release_requests.c.wave_id)
        .order_by(release_requests.c.at, release_requests.c.wave_id)
        .limit(1)
    )
    row = tx.execute(found).first()
    return None if row is None else Request(*row)


def waits(tx: Tx, wave: int) -> bool:
    return tx.execute(select(release_requests.c.wave_id).where(release_requests.c.wave_id == wave)).first() is not None


def remove(tx: Tx, request: Request) -> bool:
    """False: it is gone already."""
    gone = delete(release_requests).where(
        release_requests.c.wave_id == request.wave, release_requests.c.number == request.number
    )
    return tx.execute(gone).rowcount == 1
