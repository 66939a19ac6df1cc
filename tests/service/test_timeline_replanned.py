"""Entries whose dates make no sense for a while, or are over, and then do again; and what waits for the questions."""

from __future__ import annotations

import pytest
from sqlalchemy import delete
from staging import (
    MEETING,
    START,
    TOWN,
    Sender,
    Stage,
    add_people,
    add_workshop,
    change_workshop,
    do,
    entries,
    plan,
    planned,
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
    return planned(database, 3, without_consent=1)


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


def test_closing_the_questions_early_by_hand_ends_their_reminders_and_nobody_is_told_that_they_were_missed(
    database: Database, stage: Stage
) -> None:
    now = later(MEETING, days=-5)
    sender = Sender(database).start()
    settle(database, now, sender)
    closes = entries(database, stage.workshop)["wave_closes_before", 1]
    assert do(database, lambda tx: by_hand.fire_now(tx, TOWN, closes.id, "organiser", now))
    sent = len(sender.record)
    settle(database, later(CLOSES, minutes=-5), sender)
    assert not any("reminder-before" in str(one.content) for _, one in sender.record[sent:])
    assert not any("timeline-missed" in str(one.content) for _, one in sender.record[sent:])
    after = entries(database, stage.workshop)
    assert {after["reminder_before", number].state for number in (2, 3)} == {"cancelled"}


def test_moving_the_close_to_this_moment_ends_the_reminders_too(database: Database, stage: Stage) -> None:
    now = later(MEETING, days=-5)
    sender = Sender(database).start()
    settle(database, now, sender)
    closes = entries(database, stage.workshop)["wave_closes_before", 1]
    assert do(database, lambda tx: by_hand.move(tx, closes.id, now, now))
    sent = len(sender.record)
    settle(database, later(CLOSES, minutes=-5), sender)
    assert not any("timeline-missed" in str(one.content) for _, one in sender.record[sent:])


def test_opening_the_questions_early_by_hand_moves_their_reminders_and_leaves_the_invitation_where_it_is(
    database: Database, stage: Stage
) -> None:
    now = later(OPENS, days=-2)
    before = entries(database, stage.workshop)
    opens = before["wave_opens_before", 1]
    assert do(database, lambda tx: by_hand.fire_now(tx, TOWN, opens.id, "organiser", now))
    after = entries(database, stage.workshop)
    assert after["reminder_before", 1].due_at == later(before["reminder_before", 1].due_at, days=-2)
    assert (after["invitation", 1].due_at, after["invitation", 1].state) == (before["invitation", 1].due_at, "planned")


def test_the_closing_of_questions_that_are_not_open_cannot_be_fired(database: Database, stage: Stage) -> None:
    """It would be over, while the wave opens and closes by its dates."""
    closes = entries(database, stage.workshop)["wave_closes_before", 1]

    def ask(tx: Tx) -> str | None:
        row = table.entry(tx, closes.id)
        assert row is not None
        return by_hand.why_not_now(tx, row, START)

    assert do(database, ask) == "no_wave"
    assert not do(database, lambda tx: by_hand.fire_now(tx, TOWN, closes.id, "organiser", START))
    assert entries(database, stage.workshop)["wave_closes_before", 1].state == "planned"
