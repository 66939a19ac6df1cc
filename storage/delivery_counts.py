"""Looking at the ledger of messages: how many are in which state, whose they are, what is due next."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import distinct, exists, func, select

from domain.instants import Instant
from storage.claims import PERSONAL, is_beyond
from storage.database import Tx
from storage.deliveries import QUEUED, SENDING, UNKNOWN
from storage.dialects import among, is_value
from storage.tables import announcements, ballots, deliveries


def counts(tx: Tx, announcement: int) -> list[tuple[str, str | None, str | None, int]]:
    """(state, why, held, number) of one announcement's deliveries."""
    columns = (deliveries.c.state, deliveries.c.why, deliveries.c.held)
    found = select(*columns, func.count()).where(deliveries.c.announcement_id == announcement).group_by(*columns)
    return [(state, why, held, number) for state, why, held, number in tx.execute(found)]


def has_state(tx: Tx, announcement: int, *states: str) -> bool:
    """True when some delivery of the announcement is in one of `states`."""
    return any(
        tx.execute(
            select(deliveries.c.id)
            .where(deliveries.c.announcement_id == announcement, is_value(deliveries.c.state, state))
            .limit(1)
        ).first()
        for state in states
    )


def few(tx: Tx, announcement: int, state: str, limit: int) -> int:
    """How many deliveries of the announcement are in `state`, counted up to `limit`."""
    some = select(deliveries.c.id).where(
        deliveries.c.announcement_id == announcement, is_value(deliveries.c.state, state)
    )
    return int(tx.execute(select(func.count()).select_from(some.limit(limit).subquery())).scalar_one())


def failed_of(tx: Tx, ids: Collection[int]) -> set[tuple[int, str]]:
    """(announcement, why) of those of these deliveries that have failed."""
    found = select(deliveries.c.announcement_id, deliveries.c.why).where(
        deliveries.c.id.in_(ids), deliveries.c.announcement_id.is_not(None), is_value(deliveries.c.state, "failed")
    )
    return {(int(number), why or "") for number, why in tx.execute(found.distinct()) if number is not None}


def is_open(tx: Tx, announcement: int) -> bool:
    """True while some delivery of the announcement has not ended."""
    return is_beyond(tx, announcement) or has_state(tx, announcement, "queued", "claimed", "sending")


def next_due(tx: Tx, announcement: int | None, after: Instant) -> Instant | None:
    """When the next queued delivery of the announcement (None: the next personal one) after `after` is due."""
    which: Any = PERSONAL if announcement is None else deliveries.c.announcement_id == announcement
    found: Instant | None = tx.execute(
        select(func.min(deliveries.c.not_before)).where(QUEUED, which, deliveries.c.not_before > after)
    ).scalar_one()
    return found


def waiting(tx: Tx, announcement: int) -> list[tuple[Instant, int]]:
    """(due from, how many) of the announcement's queued deliveries: those held back apart from the others."""
    found = select(func.min(deliveries.c.not_before), func.count()).where(
        QUEUED, deliveries.c.announcement_id == announcement
    )
    return [(since, number) for since, number in tx.execute(found.group_by(deliveries.c.held)) if number]


def held_until(tx: Tx, announcement: int, now: Instant) -> tuple[Instant, int] | None:
    """(when the last of them is due, how many) of the announcement's queued deliveries that are not due yet."""
    found = select(func.max(deliveries.c.not_before), func.count()).where(
        QUEUED, deliveries.c.announcement_id == announcement, deliveries.c.not_before > now
    )
    until, number = tx.execute(found).one()
    return (until, int(number)) if number else None


def people_of(tx: Tx, ids: Collection[int]) -> set[int]:
    return set(tx.execute(select(deliveries.c.participant_id).where(among(tx, deliveries.c.id, ids))).scalars())


def announcements_of(tx: Tx, ids: Collection[int]) -> set[int]:
    found = select(deliveries.c.announcement_id).where(
        among(tx, deliveries.c.id, ids), deliveries.c.announcement_id.is_not(None)
    )
    return {int(number) for number in tx.execute(found.distinct()).scalars() if number is not None}


def asked(tx: Tx, workshop: int, wave: int, kinds: Collection[str]) -> tuple[int, int] | None:
    """(people who got a message of one of `kinds` about the workshop, those of them without a ballot in the wave).

    None once ballots are cut from the people whose they are: then nobody can say any more who did not answer.
    """
    cut = exists().where(ballots.c.wave_id == wave, ballots.c.participant_id.is_(None), ballots.c.way == "phone")
    answered = exists().where(ballots.c.wave_id == wave, ballots.c.participant_id == deliveries.c.participant_id)
    got = (
        select(func.count(distinct(deliveries.c.participant_id)))
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
        .where(
            announcements.c.workshop_id == workshop,
            announcements.c.kind.in_(list(kinds)),
            is_value(deliveries.c.state, "sent"),
        )
    )
    if tx.execute(select(cut)).scalar_one():
        return None
    return int(tx.execute(got).scalar_one()), int(tx.execute(got.where(~answered)).scalar_one())


def personal_of(tx: Tx, ids: Collection[int], lease: int) -> list[tuple[int, dict[str, Any]]]:
    """Whom these personal deliveries are for and what they say, of those that `lease` has open."""
    found = select(deliveries.c.participant_id, deliveries.c.content).where(
        among(tx, deliveries.c.id, ids),
        deliveries.c.personal,
        deliveries.c.content.is_not(None),
        SENDING | UNKNOWN,
        deliveries.c.lease == lease,
    )
    return [(person, content) for person, content in tx.execute(found.order_by(deliveries.c.id)) if content is not None]
