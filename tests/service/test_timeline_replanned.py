"""Entries whose dates make no sense for a while, or are over, and then do again; and what waits for the questions."""

from __future__ import annotations

import pytest
from sqlalchemy import delete
from staging import (
    MEETING,
    START,
    Sender,
    Stage,
    add_people,
    add_workshop,
    change_workshop,
    do,
    entries,
    plan,
    register,
    settle,
)

from conversations.screens import Say
from domain.instants import Instant, later
from service import timeline
from service import timeline_by_hand as by_hand
from service.work import Tx
from storage import tables
from storage import timeline as table
from storage.database import Database

pytestmark = pytest.mark.long_on_postgresql

OPENS, CLOSES = later(MEETING, days=-8), later(MEETING, hours=-15)


@pytest.fixture
def stage(database: Database) -> Stage:
    def build(tx: Tx) -> Stage:
        add_people(tx, 3)
        add_people(tx, 1, first=900, agreed=False)
        return add_workshop(tx)

    stage = do(database, build)
    plan(database, stage)
    return stage


def open_at(database: Database, stage: Stage, opens: Instant) -> None:
    def change(tx: Tx) -> None:
        table.set_wave_dates(tx, stage.before, opens_at=opens, closes_at=CLOSES)
        timeline.plan(tx, stage.workshop, START)

    do(database, change)


@pytest.mark.parametrize("switched", ["off", "planned"])
def test_what_was_switched_off_comes_back_switched_off_when_its_dates_make_sense_again(
    database: Database, stage: Stage, switched: str
) -> None:
    """The questions are open for less than a day for a while: no reminder after two days."""
    reminder = entries(database, stage.workshop)["reminder_before", 1]
    if switched == "off":
        assert do(database, lambda tx: by_hand.switch(tx, reminder.id, False))
    open_at(database, stage, later(CLOSES, hours=-20))
    assert entries(database, stage.workshop)["reminder_before", 1].state == "cancelled"
    open_at(database, stage, OPENS)
    back = entries(database, stage.workshop)["reminder_before", 1]
    assert (back.state, back.due_at, back.why) == (switched, reminder.due_at, None)


def test_what_begins_switched_off_stays_so_when_a_workshop_of_the_past_is_moved_ahead(database: Database) -> None:
    stage = do(database, add_workshop)
    afterwards = later(MEETING, days=500)
    plan(database, stage, afterwards)
    before = entries(database, stage.workshop)
    assert (before["decision", 1].state, before["summary", 1].state) == ("expired", "expired")
    moved = later(afterwards, days=10)

    def move(tx: Tx) -> None:
        change_workshop(tx, stage.workshop, starts_at=moved, ends_at=later(moved, hours=3))
        table.set_wave_dates(tx, stage.after, opens_at=later(moved, hours=3), closes_at=later(moved, days=5))
        timeline.plan(tx, stage.workshop, afterwards)

    do(database, move)
    after = entries(database, stage.workshop)
    assert (after["decision", 1].state, after["summary", 1].state) == ("off", "planned")


def test_the_thanks_wait_until_the_questions_they_lead_to_are_open(database: Database, stage: Stage) -> None:
    ends, next_day = later(MEETING, hours=3), later(MEETING, days=1)
    assert entries(database, stage.workshop)["thank_you", 1].due_at == ends

    def open_later(tx: Tx) -> None:
        table.set_wave_dates(tx, stage.after, opens_at=next_day)
        timeline.plan(tx, stage.workshop, START)

    do(database, open_later)
    assert entries(database, stage.workshop)["thank_you", 1].due_at == next_day


def test_a_workshop_that_asks_nothing_afterwards_plans_no_thanks_and_reports_none_missing(database: Database) -> None:
    def build(tx: Tx) -> Stage:
        add_people(tx, 1)
        add_people(tx, 1, first=900, agreed=False)
        stage = add_workshop(tx)
        tx.execute(delete(tables.waves).where(tables.waves.c.id == stage.after))
        register(tx, stage.workshop, 1)
        return stage

    stage = do(database, build)
    plan(database, stage)
    assert ("thank_you", 1) not in entries(database, stage.workshop)
    sender = Sender(database).start()
    settle(database, later(MEETING, hours=4), sender)
    told = [
        line.name for _, one in sender.record if one.chat == 900 for line in one.content.lines if isinstance(line, Say)
    ]
    assert "timeline-nothing-to-say" not in told
