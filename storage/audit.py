"""The audit log: only added to. Triggers refuse everything else, but for the ageing job's own transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select

from domain.instants import Instant
from storage.database import Tx
from storage.tables import audit, audit_ageing


@dataclass(frozen=True, slots=True)
class Entry:
    """`actor`: a participant's random id, or who else acted: 'command line', 'timeline'."""

    id: int
    at: Instant
    actor: str
    act: str
    workshop: int | None
    about: dict[str, Any]


def add(tx: Tx, actor: str, act: str, workshop: int | None, about: Mapping[str, Any], now: Instant) -> None:
    tx.execute(insert(audit).values(at=now, actor=actor, act=act, workshop_id=workshop, about=dict(about)))


def newest(tx: Tx, limit: int, *, workshop: int | None = None) -> list[Entry]:
    """The newest entries first, of one workshop or of all."""
    statement = select(audit.c.id, audit.c.at, audit.c.actor, audit.c.act, audit.c.workshop_id, audit.c.about)
    if workshop is not None:
        statement = statement.where(audit.c.workshop_id == workshop)
    return [Entry(*row) for row in tx.execute(statement.order_by(audit.c.id.desc()).limit(limit))]


def count(tx: Tx) -> int:
    return int(tx.execute(select(func.count()).select_from(audit)).scalar_one())


def age(tx: Tx, before: Instant) -> int:
    """Delete entries older than `before`; returns how many. The triggers let these go and no others."""
    if tx.execute(select(audit.c.id).where(audit.c.at < before).limit(1)).first() is None:
        return 0
    tx.execute(insert(audit_ageing).values(before=before))
    gone = tx.execute(delete(audit).where(audit.c.at < before)).rowcount
    tx.execute(delete(audit_ageing))
    return gone
