"""The inbox: what came in, each update once, in the order of its lane. A handled row keeps its key and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from sqlalchemy import bindparam, delete, func, select, update

from domain.instants import Instant
from storage.database import Tx
from storage.dialects import insert_for, is_value
from storage.prepared import Prepared
from storage.tables import inbox
from storage.types import BigId

OPEN: Final = is_value(inbox.c.state, "new")
DEAD: Final = is_value(inbox.c.state, "dead")


@dataclass(frozen=True, slots=True)
class StoredRow:
    id: int
    lane: int
    event: dict[str, Any]
    source: str
    tries: int


_ROW = (inbox.c.id, inbox.c.lane, inbox.c.event, inbox.c.source, inbox.c.tries)
_LOWEST: Final = Prepared(select(*_ROW).where(inbox.c.lane == bindparam("lane"), OPEN).order_by(inbox.c.id).limit(1))
_LOCK: Final = Prepared(select(func.pg_advisory_xact_lock(bindparam("lane", type_=BigId))))
_DONE: Final = Prepared(
    update(inbox)
    .where(inbox.c.id == bindparam("row"), OPEN)
    .values(state="done", lane=0, event=None, handled_at=bindparam("now"))
)
_ADDED: Final = ("bot", "source", "external_id", "lane", "event", "received_at", "state", "tries", "handled_at")


def add(tx: Tx, rows: Sequence[Mapping[str, Any]]) -> dict[tuple[int, str, str], int]:
    """Insert those whose key (bot, source, external_id) is not there yet; returns the new ones' ids by key."""
    full = [{"handled_at": None, **row} for row in rows]
    if tx.dialect.name == "postgresql" and len(full) > 1:  # one round trip for all
        added: Sequence[Any] = tx.execute(_adding("postgresql"), full).all()
    else:
        added = _prepared_adding(tx.dialect.name).each(tx, full)
    return {(bot, source, external_id): number for number, bot, source, external_id in added}


def _adding(kind: str) -> Any:
    new = insert_for(kind, inbox).on_conflict_do_nothing(
        index_elements=[inbox.c.bot, inbox.c.source, inbox.c.external_id]
    )
    return new.returning(inbox.c.id, inbox.c.bot, inbox.c.source, inbox.c.external_id)


@cache
def _prepared_adding(kind: str) -> Prepared:
    return Prepared(_adding(kind), into=_ADDED)


def open_rows(tx: Tx, limit: int, after_id: int) -> list[StoredRow]:
    """Unhandled rows with a higher id, in order of id."""
    found = tx.execute(select(*_ROW).where(OPEN, inbox.c.id > after_id).order_by(inbox.c.id).limit(limit))
    return [StoredRow(*row) for row in found]


def lock_lane(tx: Tx, lane: int) -> None:
    """On PostgreSQL, until the transaction ends no other process takes a step of this lane. SQLite has one writer."""
    if tx.dialect.name == "postgresql":
        _LOCK.first(tx, lane=lane)


def lowest_open(tx: Tx, lane: int) -> StoredRow | None:
    """The unhandled row of the lane whose turn it is."""
    row = _LOWEST.first(tx, lane=lane)
    return None if row is None else StoredRow(*row)


def open_row(tx: Tx, row_id: int) -> StoredRow | None:
    """The row, when it is still unhandled."""
    row = tx.execute(select(*_ROW).where(inbox.c.id == row_id, inbox.c.state == "new")).first()
    return None if row is None else StoredRow(*row)


def done(tx: Tx, row_id: int, now: Instant) -> bool:
    """Mark as handled and erase what it said and who it was from. False: somebody else handled it."""
    return _DONE.change(tx, row=row_id, now=now) == 1


def count_try(tx: Tx, row_id: int, error: str) -> int | None:
    """One more failed try; returns how many there were. None: it is handled or dead by now."""
    return tx.execute(
        update(inbox)
        .where(inbox.c.id == row_id, inbox.c.state == "new")
        .values(tries=inbox.c.tries + 1, error=error[:200])
        .returning(inbox.c.tries)
    ).scalar_one_or_none()


def bury(tx: Tx, row_id: int, now: Instant, event: Mapping[str, Any]) -> None:
    """No more tries. What it said, `event`, stays for a week, so that it can be tried again by hand."""
    tx.execute(update(inbox).where(inbox.c.id == row_id).values(state="dead", handled_at=now, event=dict(event)))


@dataclass(frozen=True, slots=True)
class DeadRow:
    """A row nobody tries any more. `error` is the exception's type and place; it says nothing of the person."""

    id: int
    error: str | None
    received_at: Instant
    died_at: Instant


def dead_rows(tx: Tx, limit: int) -> list[DeadRow]:
    found = tx.execute(
        select(inbox.c.id, inbox.c.error, inbox.c.received_at, inbox.c.handled_at)
        .where(DEAD)
        .order_by(inbox.c.id)
        .limit(limit)
    )
    return [DeadRow(*row) for row in found]


def revive(tx: Tx, row_ids: Iterable[int] | None) -> int:
    """Dead rows (these, or all) are tried again from the start; returns how many."""
    statement = update(inbox).where(DEAD).values(state="new", tries=0, handled_at=None)
    if row_ids is not None:
        statement = statement.where(inbox.c.id.in_(list(row_ids)))
    return tx.execute(statement).rowcount


def erase_lane(tx: Tx, lane: int, now: Instant) -> None:
    """Whatever of this lane was not handled is handled now, unread. The keys stay, so that it does not come again."""
    erased = {"state": "done", "lane": 0, "event": None, "handled_at": now}
    tx.execute(update(inbox).where(inbox.c.lane == lane, OPEN).values(erased))
    tx.execute(update(inbox).where(inbox.c.lane == lane, DEAD).values(erased))


def age(tx: Tx, *, done_before: Instant, dead_before: Instant, limit: int) -> int:
    """Delete at most `limit` rows handled, or dead, before these times; returns how many."""
    old = (
        select(inbox.c.id)
        .where(
            inbox.c.handled_at < done_before,
            (inbox.c.state == "done") | ((inbox.c.state == "dead") & (inbox.c.handled_at < dead_before)),
        )
        .order_by(inbox.c.handled_at)
        .limit(limit)
    )
    return tx.execute(delete(inbox).where(inbox.c.id.in_(old))).rowcount


def backlog(tx: Tx) -> int:
    """How many rows wait to be handled."""
    return tx.execute(select(func.count()).select_from(inbox).where(OPEN)).scalar_one()


def oldest_open(tx: Tx) -> Instant | None:
    """When the oldest open row was received."""
    found: Instant | None = tx.execute(select(func.min(inbox.c.received_at)).where(inbox.c.state == "new")).scalar()
    return found
