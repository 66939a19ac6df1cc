"""The audit log: every act that touches people or results, by random ids that lead nowhere once a person is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from domain.instants import Instant, later
from service.work import Tx
from storage import audit
from storage.audit import Entry

__all__ = ["Entry", "age", "newest", "record"]

KEPT_DAYS: Final = 5 * 365


def record(
    tx: Tx,
    actor: str,
    act: str,
    now: Instant,
    *,
    workshop: int | None = None,
    about: Mapping[str, Any] | None = None,
) -> None:
    """`actor` is a participant's random id, 'command line' or 'timeline'. `about` holds no names and no own words."""
    audit.add(tx, actor, act, workshop, about or {}, now)


def newest(tx: Tx, limit: int = 50, *, workshop: int | None = None) -> list[Entry]:
    """The newest entries first."""
    return audit.newest(tx, limit, workshop=workshop)


def count(tx: Tx) -> int:
    """How many entries the log has."""
    return audit.count(tx)


def age(tx: Tx, now: Instant, *, kept_days: int = KEPT_DAYS) -> int:
    """Let entries go that are older than `kept_days`; that this was done, and how many went, stays in the log."""
    gone = audit.age(tx, later(now, days=-kept_days))
    if gone:
        record(tx, "timeline", "audit.aged", now, about={"entries": gone, "kept_days": kept_days})
    return gone
