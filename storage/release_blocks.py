"""Closed waves whose figures cannot be made because of their themes, and what the themes looked like then."""

from __future__ import annotations

from hashlib import sha256

from sqlalchemy import delete, select

from domain.instants import Instant
from storage.database import Tx
from storage.dialects import insert_into
from storage.tables import release_blocks, themes, waves


def themes_of_wave(tx: Tx, wave: int) -> str:
    """Another text whenever one of the workshop's themes counts for another one."""
    found = (
        select(themes.c.id, themes.c.state, themes.c.merged_into)
        .join(waves, waves.c.workshop_id == themes.c.workshop_id)
        .where(waves.c.id == wave)
        .order_by(themes.c.id)
    )
    return sha256(repr([tuple(row) for row in tx.execute(found)]).encode()).hexdigest()[:16]


def block(tx: Tx, wave: int, now: Instant) -> None:
    """Nothing is tried with this wave until its themes have changed."""
    state = {"themes": themes_of_wave(tx, wave), "at": now}
    row = insert_into(tx, release_blocks).values(wave_id=wave, **state)
    tx.execute(row.on_conflict_do_update(index_elements=[release_blocks.c.wave_id], set_=state))


def is_blocked(tx: Tx, wave: int) -> bool:
    """True while the themes are those with which it failed."""
    then = tx.execute(select(release_blocks.c.themes).where(release_blocks.c.wave_id == wave)).scalar_one_or_none()
    return then is not None and then == themes_of_wave(tx, wave)


def lift(tx: Tx, wave: int) -> None:
    tx.execute(delete(release_blocks).where(release_blocks.c.wave_id == wave))
