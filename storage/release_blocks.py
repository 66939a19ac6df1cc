"""Waves that cannot be released as they are, and what their themes or their ballots were then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Final, Literal

from sqlalchemy import delete, func, select

from domain.instants import Instant
from storage.database import Tx
from storage.dialects import insert_into
from storage.tables import ballots, release_blocks, themes, waves

Why = Literal["themes", "ballots"]


def block(tx: Tx, wave: int, why: Why, now: Instant) -> None:
    """Nothing is tried with this wave until its themes, or its ballots, have changed."""
    values = {"state": f"{why}:{_STATES[why](tx, wave)}", "at": now}
    row = insert_into(tx, release_blocks).values(wave_id=wave, **values)
    tx.execute(row.on_conflict_do_update(index_elements=[release_blocks.c.wave_id], set_=values))


def is_blocked(tx: Tx, wave: int) -> bool:
    """True while what stood in the way is as it was."""
    then = tx.execute(select(release_blocks.c.state).where(release_blocks.c.wave_id == wave)).scalar_one_or_none()
    return then is not None and then in {f"{why}:{state(tx, wave)}" for why, state in _STATES.items()}


def lift(tx: Tx, wave: int) -> None:
    tx.execute(delete(release_blocks).where(release_blocks.c.wave_id == wave))


def _themes(tx: Tx, wave: int) -> str:
    """Another text whenever one of the workshop's themes counts for another one."""
    found = (
        select(themes.c.id, themes.c.state, themes.c.merged_into)
        .join(waves, waves.c.workshop_id == themes.c.workshop_id)
        .where(waves.c.id == wave)
        .order_by(themes.c.id)
    )
    return sha256(repr([tuple(row) for row in tx.execute(found)]).encode()).hexdigest()[:16]


def _ballots(tx: Tx, wave: int) -> str:
    found = select(func.count(), func.max(ballots.c.id)).where(ballots.c.wave_id == wave)
    return ":".join(str(value) for value in tx.execute(found).one())


_STATES: Final[Mapping[Why, Callable[[Tx, int], str]]] = {"themes": _themes, "ballots": _ballots}
