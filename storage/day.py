"""A workshop on its day: how many answered, the late minutes of a wave, an end that moves."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select, update

from domain.instants import Instant
from storage.database import Tx
from storage.tables import ballots, waves, workshops


def ballots_by_wave(tx: Tx, workshop: int) -> Mapping[int, int]:
    """How many ballots each wave has: the true number, which nobody is shown."""
    found = tx.execute(
        select(waves.c.id, func.count(ballots.c.id))
        .select_from(waves.outerjoin(ballots, ballots.c.wave_id == waves.c.id))
        .where(waves.c.workshop_id == workshop)
        .group_by(waves.c.id)
    )
    return {row[0]: row[1] for row in found}


def late_until(tx: Tx, wave: int) -> Instant | None:
    """Until when late answers count. The wave is held until this transaction ends."""
    held = select(waves.c.late_until).where(waves.c.id == wave).with_for_update()
    found: Instant | None = tx.execute(held).scalar_one()
    return found


def set_late_until(tx: Tx, wave: int, until: Instant | None) -> None:
    tx.execute(update(waves).where(waves.c.id == wave).values(late_until=until))


def move_end(tx: Tx, workshop: int, expected: Instant, ends_at: Instant) -> bool:
    """False: it does not end at `expected` any more."""
    changed = update(workshops).where(workshops.c.id == workshop, workshops.c.ends_at == expected)
    return tx.execute(changed.values(ends_at=ends_at)).rowcount == 1


def description(tx: Tx, workshop: int) -> dict[str, str]:
    """What the workshop is about, by language; empty when nothing was written."""
    found: dict[str, str] = tx.execute(select(workshops.c.description).where(workshops.c.id == workshop)).scalar_one()
    return found
