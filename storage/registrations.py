"""Places at a workshop. Capacity is one conditional UPDATE of the workshop: taken = going and offered places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, func, or_, select, update

from domain.instants import Instant
from storage.database import Tx
from storage.dialects import insert_into, is_value
from storage.prepared import Prepared
from storage.tables import participants, registrations, workshops

WAITING: Final = is_value(registrations.c.state, "waiting")
OFFERED: Final = is_value(registrations.c.state, "offered")


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """One person's registration. `queued_at`: since when they wait."""

    id: int
    workshop: int
    participant: int
    state: Any
    online: bool
    ticket: str
    queued_at: Instant | None
    offered_until: Instant | None
    checked_in_at: Instant | None


_ROW = (
    registrations.c.id,
    registrations.c.workshop_id,
    registrations.c.participant_id,
    registrations.c.state,
    registrations.c.online,
    registrations.c.ticket,
    registrations.c.queued_at,
    registrations.c.offered_until,
    registrations.c.checked_in_at,
)


def hold(tx: Tx, workshop: int, participant: int) -> RegistrationRow | None:
    """The registration, which nobody changes before this transaction ends. Its workshop is held first: `hold_workshop`."""
    row = tx.execute(
        select(*_ROW)
        .where(registrations.c.workshop_id == workshop, registrations.c.participant_id == participant)
        .with_for_update()
    ).first()
    return None if row is None else RegistrationRow(*row)


def by_id(tx: Tx, registration: int) -> RegistrationRow | None:
    row = tx.execute(select(*_ROW).where(registrations.c.id == registration)).first()
    return None if row is None else RegistrationRow(*row)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What registering needs to know of a workshop."""

    id: int
    title: dict[str, str]
    state: Any
    starts_at: Instant
    ends_at: Instant
    zone: str


def hold_workshop(tx: Tx, workshop: int) -> Meeting | None:
    """The workshop; its places change hands one after the other, so whoever wants one asks here first."""
    row = tx.execute(
        select(
            workshops.c.id,
            workshops.c.title,
            workshops.c.state,
            workshops.c.starts_at,
            workshops.c.ends_at,
            workshops.c.zone,
        )
        .where(workshops.c.id == workshop)
        .with_for_update()
    ).first()
    return None if row is None else Meeting(*row)


def take_place(tx: Tx, workshop: int, *, online: bool) -> bool:
    """Take a free place in the room or online. False: there is none."""
    taken, capacity = _columns(online)
    changed = tx.execute(
        update(workshops)
        .where(workshops.c.id == workshop, or_(capacity.is_(None), taken < capacity))
        .values({taken.key: taken + 1})
    )
    return changed.rowcount == 1


def give_back(tx: Tx, workshop: int, *, online: bool) -> None:
    """A place is free again."""
    taken, _ = _columns(online)
    tx.execute(update(workshops).where(workshops.c.id == workshop, taken > 0).values({taken.key: taken - 1}))


def _columns(online: bool) -> tuple[ColumnElement[int], ColumnElement[int | None]]:
    if online:
        return workshops.c.online_taken, workshops.c.online_capacity
    return workshops.c.room_taken, workshops.c.room_capacity


def put(
    tx: Tx,
    workshop: int,
    participant: int,
    *,
    state: str,
    online: bool,
    ticket: str,
    name: str | None,
    queued_at: Instant | None,
    now: Instant,
) -> None:
    """Insert or change the registration. `ticket` counts for a new one; `name` replaces the old one unless None."""
    changing = {
        "state": state,
        "online": online,
        "queued_at": queued_at,
        "offered_until": None,
        "changed_at": now,
        **({} if name is None else {"name": name}),
    }
    statement = insert_into(tx, registrations).values(
        workshop_id=workshop, participant_id=participant, ticket=ticket, **changing
    )
    tx.execute(
        statement.on_conflict_do_update(
            index_elements=[registrations.c.workshop_id, registrations.c.participant_id], set_=changing
        )
    )


def set_state(tx: Tx, registration: int, state: str, now: Instant, *, offered_until: Instant | None = None) -> None:
    """Change the state alone; an offer ends with it unless `offered_until` is given."""
    tx.execute(
        update(registrations)
        .where(registrations.c.id == registration)
        .values(state=state, offered_until=offered_until, changed_at=now)
    )


def first_waiting(tx: Tx, workshop: int, *, online: bool) -> RegistrationRow | None:
    """Who waits longest among those whom messages reach."""
    row = tx.execute(
        select(*_ROW)
        .join(participants, participants.c.id == registrations.c.participant_id)
        .where(
            registrations.c.workshop_id == workshop,
            registrations.c.online == online,
            WAITING,
            participants.c.reachable,
        )
        .order_by(registrations.c.queued_at, registrations.c.id)
        .limit(1)
    ).first()
    return None if row is None else RegistrationRow(*row)


@dataclass(frozen=True, slots=True)
class Offer:
    """An offer of a place, the lane of the person who has it, and when it ends."""

    registration: int
    workshop: int
    telegram_id: int
    until: Instant


def offers_over(tx: Tx, now: Instant, limit: int) -> list[Offer]:
    """Offers that ran out and were not taken back yet, the oldest first."""
    found = tx.execute(
        select(
            registrations.c.id, registrations.c.workshop_id, participants.c.telegram_id, registrations.c.offered_until
        )
        .join(participants, participants.c.id == registrations.c.participant_id)
        .where(OFFERED, registrations.c.offered_until <= now, participants.c.telegram_id.is_not(None))
        .order_by(registrations.c.offered_until)
        .limit(limit)
    )
    return [Offer(*row) for row in found]


def next_offer_end(tx: Tx) -> Instant | None:
    """When the next offer of a place runs out."""
    found: Instant | None = tx.execute(select(func.min(registrations.c.offered_until)).where(OFFERED)).scalar_one()
    return found


def check_in(tx: Tx, registration: int, now: Instant) -> None:
    """Mark as present; a second time changes nothing."""
    tx.execute(
        update(registrations)
        .where(registrations.c.id == registration, registrations.c.checked_in_at.is_(None))
        .values(checked_in_at=now)
    )


_CHECKED_IN: Final = Prepared(
    select(registrations.c.id).where(
        registrations.c.workshop_id == bindparam("workshop"),
        registrations.c.participant_id == bindparam("participant"),
        registrations.c.checked_in_at.is_not(None),
    )
)


def is_checked_in(tx: Tx, workshop: int, participant: int) -> bool:
    return _CHECKED_IN.first(tx, workshop=workshop, participant=participant) is not None


def is_going(tx: Tx, workshop: int, participant: int) -> bool:
    """True for who has a place at this moment."""
    going = select(registrations.c.id).where(
        registrations.c.workshop_id == workshop,
        registrations.c.participant_id == participant,
        registrations.c.state == "going",
    )
    return tx.execute(going).first() is not None


def remove_name(tx: Tx, registration: int) -> None:
    tx.execute(update(registrations).where(registrations.c.id == registration).values(name=None))


def workshops_of(tx: Tx, participant: int) -> list[int]:
    """Workshops at which this person has, had or refused a place."""
    return list(
        tx.execute(select(registrations.c.workshop_id).where(registrations.c.participant_id == participant)).scalars()
    )
