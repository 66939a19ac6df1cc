"""A workshop that is announced late: people get one message, and organisers see what did not leave beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import select
from staging import (
    MEETING,
    START,
    TOWN,
    Sender,
    Stage,
    add_people,
    add_workshop,
    do,
    entries,
    plan,
    register,
    settle,
    vote,
)

from conversations.screens import Say
from domain.instants import Instant, later, parse_instant
from service import sweep
from service import timeline_by_hand as by_hand
from service.organising import impact
from service.progress import progress
from service.work import Tx
from storage import announcements as many
from storage import tables
from storage import timeline as timeline_table
from storage.database import Database

pytestmark = pytest.mark.long_on_postgresql

RESIDENT, OWNER = 1000, 900
QUESTIONS = "timeline-invitation-asks"


@dataclass
class Late:
    stage: Stage
    sender: Sender

    def at(self, database: Database, now: Instant) -> Late:
        plan(database, self.stage, now)
        settle(database, now, self.sender)
        return self

    def told(self, chat: int) -> list[list[str]]:
        """The names of the lines of each message to `chat`, in the order in which they left."""
        return [
            [line.name for line in one.content.lines if isinstance(line, Say)]
            for _, one in self.sender.record
            if one.chat == chat
        ]


@pytest.fixture
def late(database: Database) -> Late:
    def build(tx: Tx) -> Stage:
        people = add_people(tx, 3)
        add_people(tx, 1, first=OWNER, agreed=False)
        stage = add_workshop(tx)
        vote(tx, stage.before, people[2], stage.themes[:1])  # by a poster's link: takes part, and is not registered
        return stage

    return Late(do(database, build), Sender(database).start())


def test_a_workshop_announced_late_is_one_message_that_says_all(database: Database, late: Late) -> None:
    """Two days before it the invitation, the opening, two reminders and the reminder to register are due at once."""
    late.at(database, parse_instant("2022-11-19T18:30:00+01:00"))
    [invitation] = late.told(RESIDENT)
    assert "timeline-invitation" in invitation
    assert QUESTIONS in invitation
    assert "timeline-until" in invitation
    invited = next(one for _, one in late.sender.record if one.chat == RESIDENT)
    places = [[button.place for button in row] for row in invited.content.buttons]
    assert ["survey"] in places
    assert late.told(1002) == [], "she has answered, and hears of the registration tomorrow"


def test_organisers_see_what_was_left_out_and_what_waits(database: Database, late: Late) -> None:
    late.at(database, parse_instant("2022-11-19T18:30:00+01:00"))
    [told] = late.told(OWNER)
    assert told == ["timeline-beside-invitation", *["timeline-beside-left-out"] * 2, "timeline-beside-later",
                    "timeline-beside-left-out"]  # fmt: skip
    rows = entries(database, late.stage.workshop)
    left_out = {key for key, row in rows.items() if (row.state, row.why) == ("expired", "overtaken")}
    assert left_out == {("wave_opens_before", 1), ("reminder_before", 1), ("reminder_before", 2)}
    reminder = rows["registration_reminder", 1]
    assert (reminder.state, reminder.due_at) == ("planned", parse_instant("2022-11-20T17:00:00+01:00"))
    settle(database, parse_instant("2022-11-20T17:00:00+01:00"), late.sender)
    assert [line for line in late.told(1002)[0] if "registration" in line] == ["timeline-registration-reminder"]


def test_what_waits_stays_where_it_was_put_when_the_workshop_is_planned_again(database: Database, late: Late) -> None:
    now = parse_instant("2022-11-19T18:30:00+01:00")
    late.at(database, now).at(database, later(now, minutes=5))
    assert entries(database, late.stage.workshop)["registration_reminder", 1].due_at == later(now, hours=22, minutes=30)
    assert len(late.told(RESIDENT)) == 1


def test_a_workshop_announced_in_the_night_before_its_questions_open_is_one_message_too(
    database: Database, late: Late
) -> None:
    """The invitation waits for 8:00, when the questions open: it is made for those who read it then."""
    opens = parse_instant("2022-11-14T08:00:00+01:00")
    do(database, lambda tx: timeline_table.set_wave_dates(tx, late.stage.before, opens_at=opens))
    late.at(database, parse_instant("2022-11-13T22:30:00+01:00"))
    assert late.told(RESIDENT) == []
    settle(database, opens, late.sender)
    [invitation] = late.told(RESIDENT)
    assert QUESTIONS in invitation


def test_an_invitation_before_the_questions_open_leads_to_none_and_leaves_nothing_out(
    database: Database, late: Late
) -> None:
    opens = MEETING - timedelta(days=8)
    late.at(database, later(opens, minutes=-30))
    settle(database, opens, late.sender)
    assert [QUESTIONS in lines for lines in late.told(RESIDENT)] == [False, False]
    assert late.told(OWNER) == []


def test_all_workshops_announced_at_once_are_looked_at_whole(database: Database) -> None:
    """More entries are due than one look takes."""

    def build(tx: Tx) -> list[Stage]:
        add_people(tx, 1)
        return [add_workshop(tx, slug=f"w{number}") for number in range(15)]

    stages = do(database, build)
    now = parse_instant("2022-11-19T18:30:00+01:00")
    for stage in stages:
        plan(database, stage, now)
    for _ in range(40):
        do(database, lambda tx: sweep.sweep(tx, TOWN, now))
    kinds = do(database, lambda tx: set(tx.execute(select(tables.announcements.c.kind)).scalars()))
    assert kinds == {"invitation"}


def test_before_it_is_announced_the_organiser_is_told_what_the_invitation_says_instead(
    database: Database, late: Late
) -> None:
    now = parse_instant("2022-11-19T18:30:00+01:00")
    plan(database, late.stage, START)

    def ask(tx: Tx) -> dict[tuple[str, int], str | None]:
        rows = timeline_table.entries(tx, late.stage.workshop)
        return {(one["kind"], one["number"]): one["due"] for one in impact.first_entries(tx, rows, TOWN, now)}

    told = do(database, ask)
    assert told["invitation", 1] == now.isoformat()
    assert {key for key, due in told.items() if due is None} == {
        ("wave_opens_before", 1),
        ("reminder_before", 1),
        ("reminder_before", 2),
    }
    assert told["registration_reminder", 1] == later(now, hours=22, minutes=30).isoformat()


def test_after_a_night_asleep_those_who_come_are_reminded_once(database: Database, late: Late) -> None:
    """The day before at 18:00 and two hours before the start are due at one look."""
    do(database, lambda tx: register(tx, late.stage.workshop, 1))
    late.at(database, parse_instant("2022-11-20T17:30:00+01:00"))
    before = len(late.told(RESIDENT))
    settle(database, parse_instant("2022-11-21T07:30:00+01:00"), late.sender)
    assert [lines[1] for lines in late.told(RESIDENT)[before:]] == ["timeline-starts-soon"]
    day_before = entries(database, late.stage.workshop)["day_before", 1]
    assert (day_before.state, day_before.why) == ("expired", "overtaken")


LATE_RISER = 1900
"""Whose own quiet hours are from 17:00 to 10:00."""


def rise_late(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 1, first=LATE_RISER, quiet_from=17, quiet_until=10))


def test_who_reads_the_invitation_after_the_questions_opened_gets_it_with_them_and_no_opening_behind_it(
    database: Database, late: Late
) -> None:
    rise_late(database)
    opens = MEETING - timedelta(days=8)
    late.at(database, parse_instant("2022-11-12T18:00:00+01:00"))
    settle(database, opens, late.sender)
    assert [QUESTIONS in lines for lines in late.told(RESIDENT)] == [False, False], "invited, then led to the questions"
    assert late.told(LATE_RISER) == []
    settle(database, parse_instant("2022-11-13T10:00:00+01:00"), late.sender)
    [invitation] = late.told(LATE_RISER)
    assert QUESTIONS in invitation
    opening = do(database, lambda tx: next(one for one in many.latest(tx, 9) if one.kind == "wave_opens_before"))
    counted = do(database, lambda tx: progress(tx, opening.id))
    assert counted is not None
    assert counted.why == {"overtaken": 1}, "it is counted, and the report says why"


@pytest.mark.parametrize(("due", "gets_it"), [("09:30", False), ("10:45", False), ("11:15", True)])
def test_a_reminder_does_not_follow_an_invitation_that_was_read_late_in_the_same_breath(
    database: Database, late: Late, due: str, gets_it: bool
) -> None:
    rise_late(database)
    plan(database, late.stage, START)
    moment = parse_instant(f"2022-11-20T{due}:00+01:00")
    reminder = entries(database, late.stage.workshop)["reminder_before", 3]
    assert do(database, lambda tx: by_hand.move(tx, reminder.id, moment, START))
    late.at(database, parse_instant("2022-11-19T18:30:00+01:00"))
    now: Instant | None = parse_instant("2022-11-20T09:00:00+01:00")
    while now is not None and now <= later(moment, hours=2):
        now = settle(database, now, late.sender)
    assert [lines[1] for lines in late.told(RESIDENT)] == ["timeline-invitation", "timeline-reminder-before"]
    expected = ["timeline-invitation", "timeline-reminder-before"] if gets_it else ["timeline-invitation"]
    assert [lines[1] for lines in late.told(LATE_RISER)] == expected


def test_what_an_organiser_sends_by_hand_reaches_those_too_who_have_just_been_invited(
    database: Database, late: Late
) -> None:
    now = parse_instant("2022-11-19T18:30:00+01:00")
    late.at(database, now)
    opening = entries(database, late.stage.workshop)["wave_opens_before", 1]
    assert do(database, lambda tx: by_hand.fire_now(tx, TOWN, opening.id, "organiser", now))
    settle(database, now, late.sender)
    assert [lines[1] for lines in late.told(RESIDENT)] == ["timeline-invitation", "timeline-wave-opens-before"]
