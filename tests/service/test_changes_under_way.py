"""A workshop changes while messages about it are on their way: nobody is left with what is no longer true."""

from __future__ import annotations

import pytest
from staging import (
    MEETING,
    START,
    Sender,
    Stage,
    change_workshop,
    do,
    planned,
    register,
    settle,
    states,
)

from conversations.screens import Content, Own, Say
from domain.audience import Audience, Part
from domain.instants import Instant, later, parse_instant
from service import announcements, changes
from service.announcements import Terms
from service.deliveries import Outgoing
from service.work import Tx
from storage import announcements as many
from storage import organising, tables
from storage import timeline as table
from storage.database import Database

INVITED = parse_instant("2022-11-12T18:00:00+01:00")
MOVED = later(MEETING, days=2)


@pytest.fixture
def stage(database: Database) -> Stage:
    return planned(database, 4)


def begin(database: Database, now: Instant) -> Sender:
    """Everything due is fanned out; nothing has left."""
    settle(database, now)
    return Sender(database).start()


def postpone(database: Database, stage: Stage, now: Instant, start: Instant = MOVED) -> int | None:
    def act(tx: Tx) -> int | None:
        change_workshop(tx, stage.workshop, starts_at=start, ends_at=later(start, hours=3))
        return changes.moved(tx, stage.workshop, frozenset({"time"}), "organiser", now)

    return do(database, act)


def told(one: Outgoing) -> set[Instant]:
    """The workshop's starts that a message tells."""
    found = set()
    for line in one.content.lines:
        if isinstance(line, Say) and line.name == "timeline-when":
            found.add(line.args["when"].moment)  # type: ignore[attr-defined]
    return found


def notes(one: Outgoing) -> list[str]:
    return [line.name for line in one.content.lines if isinstance(line, Say) and "changed" in line.name]


def test_an_invitation_half_sent_goes_on_with_the_new_date_and_the_others_are_told(
    database: Database, stage: Stage
) -> None:
    sender = begin(database, INVITED)
    sender.once(INVITED, limit=2)
    old = [one.chat for _, one in sender.record]
    assert len(old) == 2
    assert postpone(database, stage, INVITED) is not None
    settle(database, INVITED, sender)
    after = [one for _, one in sender.record[2:]]
    assert all(told(one) == {MOVED} for one in after)
    invited = {one.chat for one in after if not notes(one)}
    assert invited == {1000, 1001, 1002, 1003} - set(old)
    assert sorted(one.chat for one in after if notes(one)) == sorted(old)


def test_a_reminder_on_its_way_names_the_waves_new_end_and_helps_until_then(database: Database, stage: Stage) -> None:
    def open_only(tx: Tx) -> None:
        tx.execute(tables.timeline.update().where(tables.timeline.c.kind != "wave_opens_before").values(state="off"))

    do(database, open_only)
    opens = later(MEETING, days=-8)
    sender = begin(database, opens)
    end = later(opens, hours=5)

    def shorten(tx: Tx) -> None:
        table.set_wave_dates(tx, stage.before, closes_at=end)
        assert changes.moved(tx, stage.workshop, frozenset(), "organiser", opens) is None

    do(database, shorten)
    sender.once(opens, limit=1)
    (deadline,) = [line for line in sender.record[0][1].content.lines if isinstance(line, Say) and "until" in line.name]
    assert deadline.args["deadline"].moment == end  # type: ignore[attr-defined]
    sender.drain(end)
    assert states(database) == {"sent": 1, "expired": 3}


def test_starts_soon_is_not_said_of_a_workshop_that_was_put_off(database: Database, stage: Stage) -> None:
    do(database, lambda tx: register(tx, stage.workshop, 1))
    soon = later(MEETING, hours=-2)
    sender = begin(database, soon)
    assert postpone(database, stage, soon) is not None
    settle(database, soon, sender)
    said = {line.name for _, one in sender.record for line in one.content.lines if isinstance(line, Say)}
    assert "timeline-changed-time" in said
    assert "timeline-starts-soon" not in said


def test_who_registers_after_the_change_gets_the_day_before_with_the_new_place(
    database: Database, stage: Stage
) -> None:
    do(database, lambda tx: register(tx, stage.workshop, 1))
    now = later(MEETING, hours=-15)
    sender = Sender(database).start()
    settle(database, now, sender)
    new = {"pl": "Biblioteka", "uk": "Бібліотека", "en": "Library"}

    def relocate(tx: Tx) -> None:
        change_workshop(tx, stage.workshop, place=new)
        changes.moved(tx, stage.workshop, frozenset({"place"}), "organiser", now)

    do(database, relocate)
    settle(database, now, sender)
    sent = len(sender.record)
    do(database, lambda tx: register(tx, stage.workshop, 2))
    assert do(database, lambda tx: announcements.joined(tx, 2, stage.workshop, now)) == 1
    settle(database, now, sender)
    ((_, late),) = [entry for entry in sender.record[sent:] if entry[1].participant == 2]
    places = [line for line in late.content.lines if isinstance(line, Say) and line.name == "timeline-place"]
    assert [line.args["place"].texts for line in places] == [new]  # type: ignore[attr-defined]


def test_two_changes_in_a_minute_tell_both_to_who_had_not_heard_of_the_first(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    settle(database, INVITED, sender)
    sent = len(sender.record)
    first = postpone(database, stage, INVITED)

    def relocate(tx: Tx) -> int | None:
        change_workshop(tx, stage.workshop, place={"pl": "Biblioteka"})
        return changes.moved(tx, stage.workshop, frozenset({"place"}), "organiser", INVITED)

    second = do(database, relocate)
    assert first is not None
    assert second is not None
    settle(database, INVITED, sender)
    assert [notes(one) for _, one in sender.record[sent:]] == [["timeline-changed-time", "timeline-changed-place"]] * 4
    assert states(database, first) == {}  # withdrawn before its fan-out began


def test_a_change_told_twice_is_not_withdrawn_by_its_own_repetition(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    settle(database, INVITED, sender)
    number = postpone(database, stage, INVITED)
    again = do(database, lambda tx: changes.moved(tx, stage.workshop, frozenset({"time"}), "organiser", INVITED))
    assert again is None
    settle(database, INVITED, sender)
    assert states(database, number) == {"sent": 4}


def test_what_waits_for_a_second_organiser_is_withdrawn_with_the_workshop(database: Database, stage: Stage) -> None:
    def draft(tx: Tx) -> int:
        everyone = Audience(stage.workshop, (Part("everyone"),))
        said = Content("survey", (Own("Do zobaczenia"),))
        number = announcements.announce(tx, "k", "announcement", everyone, said, Terms(START), by="one", now=START)
        assert number is not None
        organising.keep_waiting(tx, number, "x")
        return number

    number = do(database, draft)
    do(database, lambda tx: changes.called_off(tx, stage.workshop, "two", START))
    assert not do(database, lambda tx: organising.confirm(tx, number, "two"))
    sender = Sender(database).start()
    settle(database, later(START, days=1), sender)
    assert sender.record == []


def test_a_message_that_waits_for_a_second_organiser_leaves_with_the_new_date(database: Database, stage: Stage) -> None:
    begin(database, INVITED)

    def wait(tx: Tx) -> int:
        [one] = many.running(tx, stage.workshop)
        assert announcements.pause(tx, one.id)
        organising.keep_waiting(tx, one.id, "writer")
        return one.id

    number = do(database, wait)
    postpone(database, stage, INVITED)
    sender = Sender(database).start()
    settle(database, INVITED, sender)
    assert do(database, lambda tx: organising.confirm(tx, number, "another"))
    settle(database, INVITED, sender)
    assert [told(one) for _, one in sender.record if not one.personal] == [{MOVED}] * 4
