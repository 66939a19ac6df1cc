"""What becomes of messages while things change around them: cancelled with a request open, a place given back and taken again."""

from __future__ import annotations

import pytest
from sqlalchemy import update
from staging import START, TOWN, Sender, add_people, add_workshop, do, register, settle, states

from conversations.screens import Content, Own
from domain.audience import Audience, Part
from domain.instants import later
from service import announcements, deliveries
from service.announcements import Terms
from service.deliveries import Finished
from service.work import Tx
from storage import announcements as table
from storage import tables
from storage.database import Database

pytestmark = pytest.mark.long_on_postgresql

HELLO = Content("reg", (Own("Dzień dobry"),))


def announce(database: Database, audience: Audience, terms: Terms) -> int:
    """Announced and fanned out."""
    number = do(
        database,
        lambda tx: announcements.announce(tx, "one", "day_before", audience, HELLO, terms, by="x", now=START),
    )
    settle(database, START)
    assert number is not None
    return number


def test_what_telegram_turns_away_after_the_cancelling_is_cancelled_too(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 2))
    number = announce(database, Audience(None, (Part("everyone"),)), Terms(START))
    sender = Sender(database).start()
    ids = do(database, lambda tx: deliveries.claim(tx, sender.lease, 1, START, personal=False))
    [leaving] = do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START))
    assert do(database, lambda tx: announcements.cancel(tx, number))
    settle(database, START)
    found = do(database, lambda tx: table.find(tx, number))
    assert found is not None
    assert found.finished_at is None, "one request is still open"
    refused = Finished(leaving.delivery, "queued", why="too_many", retry_at=later(START, seconds=5))
    do(database, lambda tx: deliveries.finish(tx, [refused], sender.lease, START))
    settle(database, later(START, minutes=1), sender)
    assert sender.record == []
    assert states(database, number) == {"cancelled": 2}
    found = do(database, lambda tx: table.find(tx, number))
    assert found is not None
    assert found.finished_at == later(START, minutes=1)


def test_who_gave_a_place_back_and_takes_one_again_gets_what_passed_them_by(database: Database) -> None:
    people = do(database, lambda tx: add_people(tx, 2))
    stage = do(database, add_workshop)
    do(database, lambda tx: [register(tx, stage.workshop, one) for one in people])
    terms = Terms(START, valid_until=later(START, hours=9), late_joiners=True)
    number = announce(database, Audience(stage.workshop, (Part("registered"),)), terms)

    def take(state: str) -> None:
        mine = update(tables.registrations).where(tables.registrations.c.participant_id == people[0])
        do(database, lambda tx: tx.execute(mine.values(state=state)))

    def join(tx: Tx) -> int:
        return announcements.joined(tx, people[0], stage.workshop, soon)

    soon = later(START, hours=1)
    take("cancelled")
    sender = Sender(database).start()
    settle(database, START, sender)
    assert states(database, number) == {"cancelled": 1, "sent": 1}
    assert do(database, join) == 0, "they do not come"
    take("going")
    assert do(database, join) == 1
    settle(database, soon, sender)
    assert states(database, number) == {"sent": 2}
    assert do(database, join) == 0, "once"
    found = do(database, lambda tx: table.find(tx, number))
    assert found is not None
    assert (found.state, found.recipients) == ("done", 2)
