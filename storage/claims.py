"""Claiming: queued deliveries that are due come under a lease, in the order of `not_before` and id.

A claim of an announcement begins behind the last delivery that was claimed, its *place*: the index entries of rows that left the
queue are still there until PostgreSQL may forget them, and walking over two million of them takes half a second. The place is
a hint, and no delivery's fate hangs on it. It is kept only by a claim that found all it asked for. The others begin at the
front:

- the first one under a lease, so what a dead process left in hand is found at once;
- the one after a claim that found less than it asked for, so nothing is called done or idle before the front was looked at;
- one in LOOK_AT_FRONT, so what came back into the queue before the place (put back by a pause, tried again under a clock
  that went back, let in late, whoever did it and in whatever race) waits for so many claims at most.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, delete, literal, select, text, tuple_, update

from domain.instants import Instant
from storage.database import Tx
from storage.deliveries import QUEUED
from storage.dialects import among, insert_into
from storage.tables import claim_places, deliveries, participants

LOOK_AT_FRONT: Final = 30
PERSONAL: Final = text("deliveries.personal")
_KEY: Final = (deliveries.c.not_before, deliveries.c.id)
_PLACE: Final = (claim_places.c.not_before, claim_places.c.delivery, claim_places.c.claims)
_OF_PLACE: Final = claim_places.c.announcement_id == bindparam("announcement")
_BEYOND: Final = (
    select(deliveries.c.id)
    .where(
        deliveries.c.announcement_id == bindparam("announcement"),
        QUEUED,
        tuple_(*_KEY)
        > tuple_(
            select(claim_places.c.not_before).where(_OF_PLACE).scalar_subquery(),
            select(claim_places.c.delivery).where(_OF_PLACE).scalar_subquery(),
        ),
    )
    .order_by(*_KEY)
    .limit(1)
)
"""Asked with each hundred answers. Each value a question of its own: by a join PostgreSQL would walk over all that was sent."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Behind the delivery with this key; `claims` were made since the front was looked at."""

    not_before: Instant
    delivery: int
    claims: int


def personal(tx: Tx, lease: int, limit: int, now: Instant, skip_chats: Collection[int]) -> list[int]:
    """Put up to `limit` personal deliveries under `lease`, oldest first. Any number of processes may do so at once."""
    return _take(tx, lease, [due.id for due in _due(tx, limit, now, skip_chats, PERSONAL)])


def bulk(tx: Tx, announcement: int, lease: int, limit: int, now: Instant, skip_chats: Collection[int]) -> list[int]:
    """Put up to `limit` deliveries of one announcement under `lease`, which no other process has."""
    of_it = deliveries.c.announcement_id == announcement
    place = _place(tx, announcement, lease)
    found = _due(tx, limit, now, skip_chats, of_it, _behind(place)) if place is not None else []
    claims = place.claims + 1 if place is not None and found else 1
    found = found or _due(tx, limit, now, skip_chats, of_it)
    if len(found) == limit:
        _keep(tx, announcement, lease, _Place(found[-1].not_before, found[-1].id, claims))
    elif place is not None:
        tx.execute(delete(claim_places).where(claim_places.c.announcement_id == announcement))
    return _take(tx, lease, [due.id for due in found])


def is_due(tx: Tx, announcement: int, lease: int, now: Instant) -> bool:
    """True when a delivery of the announcement is due."""
    place = _place(tx, announcement, lease)
    due = (deliveries.c.announcement_id == announcement, QUEUED, deliveries.c.not_before <= now)
    return (place is not None and _exists(tx, *due, _behind(place))) or _exists(tx, *due)


def is_beyond(tx: Tx, announcement: int) -> bool:
    """True when deliveries wait behind the place. False says nothing: there may be none, or they wait before it."""
    return tx.execute(_BEYOND, {"announcement": announcement}).first() is not None


def _due(tx: Tx, limit: int, now: Instant, skip_chats: Collection[int], *where: Any) -> Sequence[Any]:
    """(id, not_before) of up to `limit` deliveries that may be claimed, locked."""
    due = select(deliveries.c.id, deliveries.c.not_before).where(QUEUED, *where, deliveries.c.not_before <= now)
    if skip_chats:
        resting = select(participants.c.id).where(participants.c.telegram_id.in_(skip_chats))
        due = due.where(deliveries.c.participant_id.not_in(resting))
    due = due.order_by(*_KEY).limit(limit).with_for_update(skip_locked=True)
    return tx.execute(due).all()


def _take(tx: Tx, lease: int, ids: Collection[int]) -> list[int]:
    if not ids:
        return []
    taken = update(deliveries).where(among(tx, deliveries.c.id, ids), QUEUED).values(state="claimed", lease=lease)
    return sorted(tx.execute(taken.returning(deliveries.c.id)).scalars())


# ---- places -----------------------------------------------------------------------------------------------------


def _place(tx: Tx, announcement: int, lease: int) -> _Place | None:
    """Where the next claim under `lease` begins; None: at the front."""
    found = select(*_PLACE).where(
        claim_places.c.announcement_id == announcement,
        claim_places.c.lease == lease,
        claim_places.c.claims < LOOK_AT_FRONT,
    )
    row = tx.execute(found).first()
    return None if row is None else _Place(*row)


def _behind(place: _Place) -> ColumnElement[bool]:
    not_before = literal(place.not_before, deliveries.c.not_before.type)
    return tuple_(*_KEY) > tuple_(not_before, literal(place.delivery, deliveries.c.id.type))


def _keep(tx: Tx, announcement: int, lease: int, place: _Place) -> None:
    kept = {"lease": lease, "not_before": place.not_before, "delivery": place.delivery, "claims": place.claims}
    added = insert_into(tx, claim_places).values(announcement_id=announcement, **kept)
    tx.execute(added.on_conflict_do_update(index_elements=[claim_places.c.announcement_id], set_=kept))


def _exists(tx: Tx, *where: ColumnElement[bool]) -> bool:
    """In order, so that PostgreSQL goes by the index and does not read the table for the first row that fits."""
    return tx.execute(select(deliveries.c.id).where(*where).order_by(*_KEY).limit(1)).first() is not None
