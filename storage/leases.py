"""Leases: who may sweep, send bulk, or finish what it claimed. A number grows with each new holder, over all names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, delete, select, update

from storage.database import Tx
from storage.dialects import insert_into
from storage.tables import leases

COUNTER: Final = "*"
"""The row that hands out numbers, so that no two leases ever bear the same one."""


ASKED: Final = "?"
"""The row whose beat grows whenever a process asks the holder of the bulk lease to look at what is due. Nobody holds it."""


@dataclass(frozen=True, slots=True)
class LeaseState:
    """`beat` grows while the holder lives. `holder` None: nobody ever held it, or it was let go."""

    number: int
    holder: str | None
    beat: int


def acquire(tx: Tx, name: str, holder: str) -> int:
    """Take the lease over, whoever held it; returns the new number."""
    next_number = insert_into(tx, leases).values(name=COUNTER, number=1, beat=0)
    number = tx.execute(
        next_number.on_conflict_do_update(
            index_elements=[leases.c.name], set_={"number": leases.c.number + 1}
        ).returning(leases.c.number)
    ).scalar_one()
    taken = insert_into(tx, leases).values(name=name, number=number, holder=holder, beat=0)
    tx.execute(
        taken.on_conflict_do_update(
            index_elements=[leases.c.name], set_={"number": number, "holder": holder, "beat": leases.c.beat + 1}
        )
    )
    return int(number)


def beat(tx: Tx, name: str, number: int) -> bool:
    """Show that the holder lives. False: somebody else holds it now."""
    changed = tx.execute(
        update(leases).where(leases.c.name == name, leases.c.number == number).values(beat=leases.c.beat + 1)
    )
    return changed.rowcount == 1


def ask(tx: Tx) -> None:
    """Have the holder of the bulk lease look at what is due."""
    first = insert_into(tx, leases).values(name=ASKED, number=0, beat=1)
    tx.execute(first.on_conflict_do_update(index_elements=[leases.c.name], set_={"beat": leases.c.beat + 1}))


def let_go(tx: Tx, name: str, number: int) -> None:
    """Give the lease back; nobody needs to wait for it. Nothing happens when it is somebody else's by now."""
    tx.execute(delete(leases).where(leases.c.name == name, leases.c.number == number))


def look(tx: Tx, name: str) -> LeaseState:
    row = tx.execute(select(leases.c.number, leases.c.holder, leases.c.beat).where(leases.c.name == name)).first()
    return LeaseState(0, None, 0) if row is None else LeaseState(*row)


def held(tx: Tx, prefix: str) -> dict[str, LeaseState]:
    """The leases whose names begin with `prefix`, by name."""
    rows = tx.execute(
        select(leases.c.name, leases.c.number, leases.c.holder, leases.c.beat).where(
            leases.c.name.startswith(prefix, autoescape=True)
        )
    )
    return {name: LeaseState(number, holder, beats) for name, number, holder, beats in rows}


def is_held(tx: Tx, number: int) -> bool:
    """True while `number` is somebody's lease. Nobody can take it over before this transaction ends."""
    row = tx.execute(
        select(leases.c.number).where(leases.c.number == number, leases.c.name != COUNTER).with_for_update(read=True)
    )
    return row.first() is not None


def not_held(number: ColumnElement[int]) -> ColumnElement[bool]:
    """A condition: `number` is no living lease."""
    return number.not_in(select(leases.c.number).where(leases.c.name != COUNTER))
