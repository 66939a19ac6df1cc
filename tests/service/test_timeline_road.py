"""A whole workshop's timeline with a clock that jumps from one due time to the next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from staging import (
    MEETING,
    START,
    TOWN,
    Sender,
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
from service import files, releases
from service.files import Plan
from service.work import Tx
from storage.database import Database

Sent = list[tuple[Instant, str, int]]


def _names(sender: Sender) -> Sent:
    """(when, which catalogue message, to whom) of everything that left."""
    return [
        (when, next(line.name for line in one.content.lines if isinstance(line, Say) and line.name != "timeline-title"), one.chat)
        for when, one in sender.record
    ]  # fmt: skip


def test_a_workshop_is_told_from_its_invitation_to_its_summary(database: Database) -> None:
    def build(tx: Tx):  # type: ignore[no-untyped-def]
        people = add_people(tx, 30)
        add_people(tx, 1, first=900)
        stage = add_workshop(tx)
        register(tx, stage.workshop, people[0])
        return people, stage

    people, stage = do(database, build)
    plan(database, stage)
    sender = Sender(database).start()
    now: Instant | None = START
    after_voted = before_voted = False
    for _ in range(200):
        assert now is not None
        due = settle(database, now, sender)
        if due is None:
            break
        assert due > now
        if due > parse_instant("2022-11-15T12:00:00+01:00") and not before_voted:
            before_voted = True
            do(database, lambda tx: [vote(tx, stage.before, one, stage.themes[:3]) for one in people[:20]])
        if due > later(MEETING, hours=30) and not after_voted:
            after_voted = True
            do(database, lambda tx: [vote(tx, stage.after, one, stage.themes[1:4]) for one in people[:18]])
        now = due
    fired = {key: row.state for key, row in entries(database, stage.workshop).items()}
    assert fired.pop(("decision", 1)) == "off"
    assert set(fired.values()) == {"fired"}
    sent = _names(sender)
    by_name: dict[str, list[int]] = {}
    for _, name, chat in sent:
        by_name.setdefault(name, []).append(chat)
    assert len(by_name["timeline-invitation"]) == 31  # the owner reads the notice too
    assert len(by_name["timeline-wave-opens-before"]) == 31
    # of three reminders, one fell before twenty people answered and two after it
    assert len(by_name["timeline-reminder-before"]) == 31 + 11 + 11 or len(by_name["timeline-reminder-before"]) == 33
    assert by_name["timeline-day-before"] == [1000]
    assert by_name["timeline-starts-soon"] == [1000]
    assert len(by_name["timeline-thank-you"]) == 20
    assert len(by_name["timeline-summary"]) == 20
    when = {name: moment for moment, name, _ in reversed(sent)}
    assert when["timeline-day-before"] == parse_instant("2022-11-20T18:00:00+01:00")
    assert when["timeline-starts-soon"] == parse_instant("2022-11-21T07:00:00+01:00")  # its own day: no quiet hours


@pytest.mark.parametrize("access", ["registered", "everybody"])
def test_only_who_may_answer_is_asked_to_but_everybody_is_invited(database: Database, access: str) -> None:
    def build(tx: Tx):  # type: ignore[no-untyped-def]
        people = add_people(tx, 12)
        stage = add_workshop(tx, access=access)
        for one in people[:5]:
            register(tx, stage.workshop, one)
        return stage

    stage = do(database, build)
    plan(database, stage)
    sender = Sender(database).start()
    now: Instant | None = START
    while now is not None:
        now = settle(database, now, sender)
    asked: dict[str, set[int]] = {}
    for _, name, chat in _names(sender):
        asked.setdefault(name, set()).add(chat)
    registered, everybody = set(range(1000, 1005)), set(range(1000, 1012))
    assert asked["timeline-invitation"] == everybody
    who = registered if access == "registered" else everybody
    assert asked["timeline-wave-opens-before"] == asked["timeline-reminder-before"] == who
    assert asked["timeline-thank-you"] == asked["timeline-reminder-after"] == registered


@pytest.mark.long_on_postgresql
def test_every_message_leaves_a_day_of_peace_at_night(database: Database) -> None:
    """Nothing but the workshop's own day comes between 21:00 and 8:00."""

    def build(tx: Tx):  # type: ignore[no-untyped-def]
        add_people(tx, 3)
        return add_workshop(tx)

    stage = do(database, build)
    plan(database, stage)
    sender = Sender(database).start()
    now: Instant | None = START
    while now is not None:
        now = settle(database, now, sender)
    assert sender.record
    assert all(8 <= (when + timedelta(hours=1)).hour < 21 for when, _ in sender.record)


@pytest.fixture
def released(database: Database) -> int:
    def build(tx: Tx) -> int:
        people = add_people(tx, 24)
        stage = add_workshop(tx)
        for position, one in enumerate(people):
            vote(tx, stage.before, one, stage.themes[:3])
            vote(tx, stage.after, one, stage.themes[1:4] if position % 2 else stage.themes[:3])
        return stage.workshop

    workshop = do(database, build)
    settle(database, later(MEETING, days=6))
    settle(database, later(MEETING, days=6))
    newest = do(database, lambda tx: releases.of_workshop(tx, workshop))
    assert [release.figures["wave"]["kind"] for release in newest] == ["before", "after"]
    return newest[-1].id


def test_the_close_releases_the_figures_of_everybody(database: Database, released: int) -> None:
    from storage import releases as table

    release = do(database, lambda tx: table.find(tx, released))
    assert release is not None
    figures = release.figures
    assert figures["n"] == 24
    assert figures["matched"]["n"] == 24
    assert figures["published"] is True
    counts = {row["key"]: row["count"] for row in figures["themes"]}
    assert counts == {"zielone": 12, "edukacja": 24, "sport": 24, "turystyka": 12}


@pytest.mark.long_on_postgresql
def test_the_summary_picture_is_drawn_once_and_uploaded_once(database: Database, released: int) -> None:
    from conversations.screens import FileRef

    ref = FileRef("summary", {"release": released}, f"summary:{released}", as_photo=True)
    found = do(database, lambda tx: files.find(tx, TOWN.bot, ref, "pl"))
    assert isinstance(found, Plan)
    ready = files.make(found, lambda name, /, **arguments: name)
    assert ready.data is not None
    assert ready.data.startswith(b"\x89PNG")
    do(database, lambda tx: files.keep(tx, ready, START))
    again = do(database, lambda tx: files.find(tx, TOWN.bot, ref, "pl"))
    assert isinstance(again, files.Ready)
    assert again.data == ready.data
    assert ready.key is not None
    do(database, lambda tx: files.remember(tx, TOWN.bot, ready.key, "file-1", START))
    third = do(database, lambda tx: files.find(tx, TOWN.bot, ref, "pl"))
    assert isinstance(third, files.Ready)
    assert third.file_id == "file-1"
    other = do(database, lambda tx: files.find(tx, TOWN.bot, ref, "uk"))
    assert isinstance(other, Plan)


def test_the_calendar_file_carries_the_zones_rules(database: Database) -> None:
    from icalendar import Calendar

    from conversations.screens import FileRef

    stage = do(database, add_workshop)
    ref = FileRef("calendar", {"workshop": stage.workshop}, "calendar:x")
    found = do(database, lambda tx: files.find(tx, TOWN.bot, ref, "uk"))
    ready = files.make(found, lambda name, /, **arguments: name)
    assert ready.name == "lublin.ics"
    assert ready.data is not None
    calendar = Calendar.from_ical(ready.data)
    event = calendar.events[0]
    assert event["SUMMARY"] == "Воркшоп"
    assert event["LOCATION"] == "Ратуша (Ratusz)"
    assert event.start == MEETING
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Warsaw"]
