"""Who is at a workshop: the list at the door. Names leave this module for organisers' screens only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, case, delete, func, insert, or_, select, update

from domain.instants import Instant
from storage.database import Tx
from storage.tables import registrations, workshops

EXPECTED: Final = ("going", "offered", "waiting")
"""States of those who are on the list at the door before they come."""


@dataclass(frozen=True, slots=True)
class Guest:
    """One line of the list. `participant` None: somebody without a phone."""

    id: int
    workshop: int
    participant: int | None
    name: str | None
    state: str
    online: bool
    walk_in: bool
    checked_in_at: Instant | None


@dataclass(frozen=True, slots=True)
class Numbers:
    """`expected`: have a place; `present`: checked in, `online` of them through the call; `unregistered`: without a phone."""

    expected: int
    present: int
    online: int
    unregistered: int


_GUEST: Final[tuple[Any, ...]] = (
    registrations.c.id,
    registrations.c.workshop_id,
    registrations.c.participant_id,
    registrations.c.name,
    registrations.c.state,
    registrations.c.online,
    registrations.c.walk_in,
    registrations.c.checked_in_at,
)
_IN: Final = registrations.c.checked_in_at.is_not(None)
_UNREGISTERED: Final = registrations.c.participant_id.is_(None) & registrations.c.walk_in


def by_ticket(tx: Tx, ticket: str) -> Guest | None:
    return _first(tx, registrations.c.ticket == ticket)


def guest(tx: Tx, registration: int) -> Guest | None:
    return _first(tx, registrations.c.id == registration)


def _first(tx: Tx, where: ColumnElement[bool]) -> Guest | None:
    row = tx.execute(select(*_GUEST).where(where)).first()
    return None if row is None else Guest(*row)


def listed(tx: Tx, workshop: int, begins: str, offset: int, limit: int) -> tuple[list[Guest], int]:
    """One page of the list in order of names, and how many lines there are. `begins`: how a word of the name begins."""
    where = [registrations.c.workshop_id == workshop, ~_UNREGISTERED, or_(registrations.c.state.in_(EXPECTED), _IN)]
    if begins:
        name = registrations.c.name
        typed = (begins, begins.capitalize())  # SQLite knows no capitals beyond a-z
        first = [name.istartswith(one, autoescape=True) for one in typed]
        where.append(or_(*first, *(name.icontains(f" {one}", autoescape=True) for one in typed)))
    total = int(tx.execute(select(func.count()).select_from(registrations).where(*where)).scalar_one())
    rows = tx.execute(
        select(*_GUEST)
        .where(*where)
        .order_by(registrations.c.name.is_(None), registrations.c.name, registrations.c.id)
        .offset(offset)
        .limit(limit)
    )
    return [Guest(*row) for row in rows], total


def numbers(tx: Tx, workshop: int) -> Numbers:
    def how_many(where: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((where, 1), else_=0)), 0)

    row = tx.execute(
        select(
            how_many((registrations.c.state == "going") & ~_UNREGISTERED),
            how_many(_IN),
            how_many(_IN & registrations.c.online),
            how_many(_UNREGISTERED),
        ).where(registrations.c.workshop_id == workshop)
    ).one()
    return Numbers(*(int(value) for value in row))


def check_in(tx: Tx, registration: int, now: Instant) -> bool:
    """False: they were in already. Whoever had no place came without one: a walk-in."""
    changed = update(registrations).where(registrations.c.id == registration, ~_IN)
    values = {"checked_in_at": now, "walk_in": registrations.c.state != "going", "changed_at": now}
    return tx.execute(changed.values(values)).rowcount == 1


def undo(tx: Tx, registration: int, now: Instant) -> bool:
    """False: they were not in."""
    changed = update(registrations).where(registrations.c.id == registration, _IN)
    return tx.execute(changed.values(checked_in_at=None, walk_in=False, changed_at=now)).rowcount == 1


def add_unregistered(tx: Tx, workshop: int, ticket: str, now: Instant) -> int:
    """Somebody without a phone is in the room. They take no registered place: those are for who was promised one."""
    added = insert(registrations).values(
        workshop_id=workshop,
        participant_id=None,
        state="going",
        walk_in=True,
        ticket=ticket,
        checked_in_at=now,
        changed_at=now,
    )
    return int(tx.execute(added.returning(registrations.c.id)).scalar_one())


def remove_unregistered(tx: Tx, workshop: int) -> bool:
    """One of them less: the one added last. False: there was none."""
    last = select(func.max(registrations.c.id)).where(registrations.c.workshop_id == workshop, _UNREGISTERED)
    number = tx.execute(last).scalar_one()
    if number is None:
        return False
    return tx.execute(delete(registrations).where(registrations.c.id == number)).rowcount == 1


def stands(tx: Tx, workshop: int) -> bool:
    """True when the workshop is announced."""
    state = tx.execute(select(workshops.c.state).where(workshops.c.id == workshop)).scalar_one_or_none()
    return state == "announced"
