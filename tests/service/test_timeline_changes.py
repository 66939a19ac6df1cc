"""The timeline when things change: moved, missed, slept through, switched off, fired by hand, called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import staging
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update
from staging import (
    INSTRUMENT,
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
    states,
    vote,
)

from conversations.screens import In, Say
from domain.instants import Instant, later, parse_instant
from domain.instrument_json import to_json
from service import announcements, changes, releases, sweep, timeline
from service import timeline_by_hand as by_hand
from service.work import Tx
from storage import tables
from storage import timeline as timeline_table
from storage.database import Database

pytestmark = pytest.mark.long_on_postgresql


@pytest.fixture
def stage(database: Database) -> Stage:
    return planned(database, 3, without_consent=1)


def names(sender: Sender) -> list[tuple[str, int]]:
    said = []
    for _, one in sender.record:
        found = [line.name for line in one.content.lines if isinstance(line, Say) and line.name != "timeline-title"]
        said.append((found[0], one.chat))
    return said


def run(database: Database, sender: Sender, now: Instant, until: Instant) -> None:
    """Let civil time jump from event to event until `until`."""
    due: Instant | None = now
    while due is not None and due <= until:
        due = settle(database, due, sender)


def test_planning_twice_changes_nothing(database: Database, stage: Stage) -> None:
    first = entries(database, stage.workshop)
    plan(database, stage)
    assert entries(database, stage.workshop) == first


def test_a_moved_workshop_moves_what_has_not_fired(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    run(database, sender, START, parse_instant("2022-11-13T10:00:00+01:00"))
    before = entries(database, stage.workshop)
    assert before["invitation", 1].state == "fired"
    moved = later(MEETING, days=7)

    def move(tx: Tx) -> None:
        change_workshop(tx, stage.workshop, starts_at=moved, ends_at=later(moved, hours=3))
        timeline.plan(tx, stage.workshop, START)

    do(database, move)
    after = entries(database, stage.workshop)
    assert after["invitation", 1] == before["invitation", 1]
    assert after["day_before", 1].due_at == parse_instant("2022-11-27T18:00:00+01:00")
    assert after["day_before", 1].version == before["day_before", 1].version + 1
    assert after["starts_soon", 1].due_at == later(moved, hours=-2)


def test_what_has_fired_never_fires_again(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    noon = parse_instant("2022-11-20T19:00:00+01:00")
    do(database, lambda tx: register(tx, stage.workshop, 1))
    run(database, sender, START, noon)
    day_before = [one for one in names(sender) if one[0] == "timeline-day-before"]
    assert len(day_before) == 1
    moved = later(MEETING, days=3)

    def move(tx: Tx) -> None:
        change_workshop(tx, stage.workshop, starts_at=moved, ends_at=later(moved, hours=3))
        timeline.plan(tx, stage.workshop, noon)

    do(database, move)
    run(database, sender, noon, later(moved, hours=-3))
    assert [one for one in names(sender) if one[0] == "timeline-day-before"] == day_before


def test_a_clock_that_jumps_back_fires_nothing_again(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    run(database, sender, START, parse_instant("2022-11-14T10:00:00+01:00"))
    sent = len(sender.record)
    assert sent
    for back in (later(START, days=1), START, parse_instant("2022-11-13T09:00:00+01:00")):
        settle(database, back, sender)
    assert len(sender.record) == sent
    settle(database, parse_instant("2022-11-15T18:00:00+01:00"), sender)
    assert names(sender)[sent:] == [("timeline-reminder-before", chat) for chat in (1000, 1001, 1002)]


def test_after_a_week_asleep_people_get_what_still_helps_and_organisers_hear_of_the_rest(
    database: Database, stage: Stage
) -> None:
    """From 12 November, before the invitation, to the evening of the 21st: the workshop is over."""
    do(database, lambda tx: register(tx, stage.workshop, 1))
    sender = Sender(database).start()
    settle(database, parse_instant("2022-11-12T12:00:00+01:00"), sender)
    assert sender.record == []
    settle(database, parse_instant("2022-11-21T18:00:00+01:00"), sender)
    residents = [name for name, chat in names(sender) if chat != 900]
    assert residents == ["timeline-thank-you"]
    missed = [one for _, one in sender.record if one.chat == 900]
    about = [one.content.lines[0].args["entry"].name for one in missed]  # type: ignore[union-attr]
    assert sorted(set(about)) == [
        "timeline-kind-day-before",
        "timeline-kind-invitation",
        "timeline-kind-registration-reminder",
        "timeline-kind-reminder-before",
        "timeline-kind-starts-soon",
        "timeline-kind-wave-opens-before",
    ]
    expired = {key for key, row in entries(database, stage.workshop).items() if row.state == "expired"}
    assert ("reminder_before", 3) in expired
    assert len(about) == len(expired)


def test_after_days_asleep_people_get_one_reminder_and_not_all_of_them(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    settle(database, parse_instant("2022-11-12T18:00:00+01:00"), sender)
    settle(database, parse_instant("2022-11-20T15:30:00+01:00"), sender)
    first = [name for name, chat in names(sender) if chat == 1000]
    assert first == ["timeline-invitation", "timeline-reminder-before"]
    rows = entries(database, stage.workshop)
    assert {key: row.state for key, row in rows.items() if key[0] in ("reminder_before", "wave_opens_before")} == {
        ("wave_opens_before", 1): "expired",
        ("reminder_before", 1): "expired",
        ("reminder_before", 2): "expired",
        ("reminder_before", 3): "fired",
    }


def test_far_away_over_the_change_of_clocks_a_week_asleep_and_a_clock_set_back_lose_and_double_nothing(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Auckland clocks go forward on Sunday 25 September 2022 at 2:00; the workshop is on the Monday."""
    monkeypatch.setattr(staging, "TOWN", replace(TOWN, zone="Pacific/Auckland"))
    meeting = parse_instant("2022-09-26T09:00:00+13:00")

    def build(tx: Tx) -> Stage:
        people = add_people(tx, 2)
        stage = add_workshop(tx, starts_at=meeting, zone="Pacific/Auckland")
        register(tx, stage.workshop, people[0])
        return stage

    stage = do(database, build)
    plan(database, stage, later(meeting, days=-12))
    due = {key: row.due_at for key, row in entries(database, stage.workshop).items()}
    assert due["day_before", 1] == parse_instant("2022-09-25T18:00:00+13:00")
    assert due["registration_reminder", 1] == parse_instant("2022-09-23T17:00:00+12:00")
    sender = Sender(database).start()
    settle(database, parse_instant("2022-09-16T12:00:00+12:00"), sender)
    assert sender.record == []
    settle(database, parse_instant("2022-09-25T15:30:00+13:00"), sender)
    assert [name for name, chat in names(sender) if chat == 1001] == ["timeline-invitation"]
    sent = len(sender.record)
    for back in ("2022-09-25T01:30:00+12:00", "2022-09-18T12:00:00+12:00", "2022-09-25T03:00:00+13:00"):
        settle(database, parse_instant(back), sender)
    assert len(sender.record) == sent
    settle(database, parse_instant("2022-09-25T18:00:00+13:00"), sender)
    assert names(sender)[sent:] == [("timeline-day-before", 1000)]


def test_a_workshop_loaded_late_begins_with_what_still_helps(database: Database) -> None:
    def build(tx: Tx) -> Stage:
        add_people(tx, 1)
        add_people(tx, 1, first=900, agreed=False)
        return add_workshop(tx)

    stage = do(database, build)
    now = parse_instant("2022-11-20T19:00:00+01:00")
    plan(database, stage, now)
    rows = entries(database, stage.workshop)
    assert rows["invitation", 1].state == "expired"
    assert rows["day_before", 1].state == "planned"
    sender = Sender(database).start()
    settle(database, now, sender)
    assert names(sender) == []


def test_a_draft_says_nothing_until_it_is_announced(database: Database, stage: Stage) -> None:
    do(database, lambda tx: change_workshop(tx, stage.workshop, state="draft"))
    sender = Sender(database).start()
    assert settle(database, parse_instant("2022-11-13T10:00:00+01:00"), sender) is None
    assert sender.record == []
    do(database, lambda tx: change_workshop(tx, stage.workshop, state="announced"))
    settle(database, parse_instant("2022-11-13T10:00:00+01:00"), sender)
    assert sender.record


def test_an_entry_switched_off_does_not_fire(database: Database, stage: Stage) -> None:
    rows = entries(database, stage.workshop)
    assert do(database, lambda tx: by_hand.switch(tx, rows["invitation", 1].id, False))
    sender = Sender(database).start()
    run(database, sender, START, parse_instant("2022-11-13T08:30:00+01:00"))
    assert "timeline-invitation" not in {name for name, _ in names(sender)}
    assert not do(database, lambda tx: by_hand.switch(tx, rows["wave_opens_before", 1].id + 999, True))


def put(database: Database, stage: Stage, kind: str, moment: str, **how: bool) -> None:
    entry = entries(database, stage.workshop)[kind, 1]
    assert do(database, lambda tx: by_hand.move(tx, entry.id, parse_instant(moment), START, **how))


def postpone(database: Database, stage: Stage, days: int, now: Instant = START) -> None:
    def shift(tx: Tx) -> None:
        moved = later(MEETING, days=days)
        change_workshop(tx, stage.workshop, starts_at=moved, ends_at=later(moved, hours=3))
        timeline.plan(tx, stage.workshop, now)

    do(database, shift)


def test_an_entry_moved_by_hand_follows_the_workshop_unless_its_date_was_fixed_on_purpose(
    database: Database, stage: Stage
) -> None:
    put(database, stage, "day_before", "2022-11-20T17:15:00+01:00")
    put(database, stage, "registration_reminder", "2022-11-17T16:45:00+01:00", fixed=True)
    postpone(database, stage, 2)
    moved = entries(database, stage.workshop)
    assert moved["day_before", 1].due_at == parse_instant("2022-11-22T17:15:00+01:00")
    assert moved["registration_reminder", 1].due_at == parse_instant("2022-11-17T16:45:00+01:00")
    put(database, stage, "registration_reminder", "2022-11-19T17:00:00+01:00")
    postpone(database, stage, 3)
    again = entries(database, stage.workshop)["registration_reminder", 1]
    assert again.due_at == parse_instant("2022-11-20T17:00:00+01:00"), "a date that was fixed can follow again"


def test_a_fixed_date_that_the_workshop_was_moved_past_is_no_message_missed(database: Database, stage: Stage) -> None:
    put(database, stage, "registration_reminder", "2022-11-19T16:45:00+01:00", fixed=True)
    postpone(database, stage, -3)
    assert entries(database, stage.workshop)["registration_reminder", 1].state == "cancelled"
    postpone(database, stage, 1)
    assert entries(database, stage.workshop)["registration_reminder", 1].state == "planned"


def test_an_entry_put_into_the_night_stands_at_once_where_planning_would_leave_it(
    database: Database, stage: Stage
) -> None:
    put(database, stage, "invitation", "2022-11-12T23:00:00+01:00")
    put(database, stage, "reminder_before", "2022-11-15T23:00:00+01:00")
    rows = entries(database, stage.workshop)
    assert rows["invitation", 1].due_at == parse_instant("2022-11-13T08:00:00+01:00")
    assert rows["reminder_before", 1].due_at == parse_instant("2022-11-15T20:30:00+01:00")
    plan(database, stage)
    assert entries(database, stage.workshop) == rows


def test_the_thanks_go_to_all_or_to_those_who_were_there(database: Database, stage: Stage) -> None:
    def there(tx: Tx) -> None:
        register(tx, stage.workshop, 1, checked_in_at=MEETING)
        register(tx, stage.workshop, 2)

    do(database, there)
    thanks = entries(database, stage.workshop)["thank_you", 1]
    assert do(database, lambda tx: by_hand.choose(tx, thanks.id, "checked_in"))
    plan(database, stage)
    sender = Sender(database).start()
    settle(database, parse_instant("2022-11-21T11:00:00+01:00"), sender)
    sender.record.clear()
    settle(database, parse_instant("2022-11-21T12:00:00+01:00"), sender)
    assert names(sender) == [("timeline-thank-you", 1000)]
    assert not do(database, lambda tx: by_hand.choose(tx, thanks.id, "participants")), "it has left"


def test_an_entry_that_expired_is_fired_by_hand_while_it_helps_and_not_after(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    settle(database, parse_instant("2022-11-12T18:00:00+01:00"), sender)
    now = parse_instant("2022-11-20T15:30:00+01:00")
    settle(database, now, sender)
    rows = entries(database, stage.workshop)
    overtaken = rows["reminder_before", 2]
    assert overtaken.state == "expired"

    def why(kind: str, number: int, when: Instant) -> str | None:
        def ask(tx: Tx) -> str | None:
            row = timeline_table.entry(tx, rows[kind, number].id)
            assert row is not None
            return by_hand.why_not_now(tx, row, when)

        return do(database, ask)

    assert why("reminder_before", 2, later(MEETING, hours=-15)) == "too_late"
    assert why("reminder_after", 1, now) == "no_wave"
    assert why("reminder_before", 3, now) == "fired"
    assert why("summary", 1, now) == "nothing"
    assert why("reminder_before", 2, now) is None
    sent = len(sender.record)
    assert do(database, lambda tx: by_hand.fire_now(tx, TOWN, overtaken.id, "organiser", now))
    assert not do(database, lambda tx: by_hand.fire_now(tx, TOWN, overtaken.id, "organiser", now))
    settle(database, now, sender)
    assert names(sender)[sent:] == [("timeline-reminder-before", chat) for chat in (1000, 1001, 1002)]


def test_an_entry_switched_off_while_the_sweep_looks_does_not_fire(database: Database, stage: Stage) -> None:
    """The sweep has read it as planned; the organiser's word is committed before the sweep's."""
    read = do(database, lambda tx: timeline_table.due_entries(tx, parse_instant("2022-11-12T18:00:00+01:00"), 1))[0]
    assert do(database, lambda tx: by_hand.switch(tx, read.id, on=False))
    now = parse_instant("2022-11-12T18:00:00+01:00")
    do(database, lambda tx: timeline.fire(tx, TOWN, read, [read], now))
    assert entries(database, stage.workshop)["invitation", 1].state == "off"
    assert do(database, lambda tx: tx.execute(select(tables.announcements.c.id)).all()) == []


def test_a_reminder_cannot_be_put_after_its_wave_or_before_it(database: Database, stage: Stage) -> None:
    reminder = entries(database, stage.workshop)["reminder_before", 1]
    opens, closes = later(MEETING, days=-8), later(MEETING, hours=-15)
    for moment in (opens, closes, later(closes, hours=1)):
        assert not do(database, lambda tx, moment=moment: by_hand.move(tx, reminder.id, moment, START))
    assert do(database, lambda tx: by_hand.move(tx, reminder.id, later(closes, minutes=-1), START))
    assert entries(database, stage.workshop)["reminder_before", 1].valid_until == closes


def test_moving_the_close_moves_the_wave_and_what_is_planned_from_it(database: Database, stage: Stage) -> None:
    close = entries(database, stage.workshop)["wave_closes_before", 1]
    end = later(MEETING, hours=-39)
    assert do(database, lambda tx: by_hand.move(tx, close.id, end, START))
    [before] = [
        one for one in do(database, lambda tx: timeline_table.waves_of(tx, stage.workshop)) if one.kind == "before"
    ]
    assert before.closes_at == end
    planned = entries(database, stage.workshop)
    assert planned["wave_closes_before", 1].due_at == end
    assert planned["reminder_before", 3].due_at < end
    assert planned["reminder_before", 3].valid_until == end
    run(database, Sender(database).start(), START, end)
    assert do(database, lambda tx: timeline_table.wave(tx, before.id)).state == "closed"
    assert not do(database, lambda tx: by_hand.move(tx, close.id, later(end, days=1), end)), "what is closed is frozen"


def test_moving_the_opening_moves_the_wave_and_never_past_its_close(database: Database, stage: Stage) -> None:
    opening = entries(database, stage.workshop)["wave_opens_after", 1]
    assert not do(database, lambda tx: by_hand.move(tx, opening.id, later(MEETING, days=5), START))
    put = later(MEETING, hours=5)
    assert do(database, lambda tx: by_hand.move(tx, opening.id, put, START))
    assert {one.opens_at for one in do(database, lambda tx: timeline_table.waves_of(tx, stage.workshop))} >= {put}
    assert entries(database, stage.workshop)["wave_opens_after", 1].due_at == put


def test_what_tells_nobody_cannot_be_switched_off_for_its_wave_closes_all_the_same(
    database: Database, stage: Stage
) -> None:
    close = entries(database, stage.workshop)["wave_closes_before", 1]
    assert not do(database, lambda tx: by_hand.switch(tx, close.id, on=False))


def test_an_organisers_own_words_replace_the_catalogues(database: Database, stage: Stage) -> None:
    invitation = entries(database, stage.workshop)["invitation", 1]
    words = {"pl": "Przyjdźcie", "en": "Do come"}
    assert do(database, lambda tx: by_hand.edit(tx, invitation.id, words))
    sender = Sender(database).start()
    run(database, sender, START, parse_instant("2022-11-12T18:00:00+01:00"))
    assert In(words) in sender.record[0][1].content.lines
    assert not do(database, lambda tx: by_hand.edit(tx, invitation.id, None))


def test_an_invitation_names_the_funding(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    run(database, sender, START, parse_instant("2022-11-12T18:00:00+01:00"))
    assert sender.record[0][1].content.lines[-1] == In(
        {"pl": "Dofinansowano.", "uk": "Співфінансовано.", "en": "Co-financed."}
    )


def test_an_entry_fires_now_when_an_organiser_says_so_and_once(database: Database, stage: Stage) -> None:
    opens = entries(database, stage.workshop)["wave_opens_before", 1]
    now = parse_instant("2022-11-11T10:00:00+01:00")
    assert do(database, lambda tx: by_hand.fire_now(tx, TOWN, opens.id, "organiser", now))
    assert not do(database, lambda tx: by_hand.fire_now(tx, TOWN, opens.id, "organiser", now))
    sender = Sender(database).start()
    settle(database, now, sender)
    assert names(sender) == [("timeline-wave-opens-before", chat) for chat in (1000, 1001, 1002)]
    state = do(
        database,
        lambda tx: tx.execute(select(tables.waves.c.state).where(tables.waves.c.id == stage.before)).scalar_one(),
    )
    assert state == "open"


def test_a_wave_closed_by_hand_is_frozen_and_released(database: Database, stage: Stage) -> None:
    run(database, Sender(database).start(), START, parse_instant("2022-11-14T10:00:00+01:00"))
    now = parse_instant("2022-11-14T11:00:00+01:00")
    closes = entries(database, stage.workshop)["wave_closes_before", 1]
    assert do(database, lambda tx: by_hand.fire_now(tx, TOWN, closes.id, "organiser", now))
    settle(database, now)
    wave = do(database, lambda tx: tx.execute(select(tables.waves).where(tables.waves.c.id == stage.before)).one())
    assert (wave.state, wave.closed_at, wave.closes_at) == ("closed", now, now)
    kinds = do(database, lambda tx: tx.execute(select(tables.releases.c.kind)).scalars().all())
    assert kinds == ["closed"]


def test_a_summary_without_answers_is_not_sent_and_organisers_hear_of_it(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    settle(database, parse_instant("2022-11-12T17:00:00+01:00"), sender)
    settle(database, later(MEETING, days=5, hours=1), sender)
    settle(database, later(MEETING, days=5, hours=24), sender)
    notices = [one.content.lines[0] for _, one in sender.record if one.chat == 900]
    said = {
        line.args["entry"].name  # type: ignore[attr-defined]
        for line in notices
        if isinstance(line, Say) and line.name == "timeline-nothing-to-say"
    }
    assert said == {"timeline-kind-summary"}


def test_those_who_know_the_old_time_are_told_the_new_one_at_any_hour(database: Database, stage: Stage) -> None:
    night = parse_instant("2022-11-12T23:30:00+01:00")
    sender = Sender(database).start()
    run(database, sender, START, parse_instant("2022-11-12T18:30:00+01:00"))
    sent = len(sender.record)

    def move(tx: Tx) -> int | None:
        add_people(tx, 1, first=2000)  # never heard of it
        tx.execute(update(tables.participants).where(tables.participants.c.telegram_id == 1001).values(stopped=True))
        tx.execute(update(tables.participants).where(tables.participants.c.telegram_id == 1002).values(reachable=False))
        moved = later(MEETING, days=1)
        change_workshop(tx, stage.workshop, starts_at=moved, ends_at=later(moved, hours=3))
        return changes.moved(tx, stage.workshop, frozenset({"time"}), "organiser", night)

    number = do(database, move)
    assert number is not None
    settle(database, night, sender)
    assert names(sender)[sent:] == [("timeline-changed-time", 1000), ("timeline-changed-time", 1001)]
    assert states(database, number) == {"sent": 2, "blocked": 1}
    again = do(database, lambda tx: changes.moved(tx, stage.workshop, frozenset({"time"}), "organiser", night))
    assert again is None


def test_calling_a_workshop_off_cancels_the_rest_and_tells_everyone_who_was_told(
    database: Database, stage: Stage
) -> None:
    sender = Sender(database).start()
    run(database, sender, START, parse_instant("2022-11-13T08:30:00+01:00"))
    do(database, lambda tx: add_people(tx, 1, first=2000))
    sent = len(sender.record)
    now = parse_instant("2022-11-13T09:30:00+01:00")
    assert do(database, lambda tx: changes.called_off(tx, stage.workshop, "organiser", now)) is not None
    assert do(database, lambda tx: changes.called_off(tx, stage.workshop, "organiser", now)) is None
    run(database, sender, now, later(MEETING, days=60))
    assert names(sender)[sent:] == [("timeline-cancelled", chat) for chat in (1000, 1001, 1002)]
    assert {row.state for row in entries(database, stage.workshop).values()} == {"fired", "cancelled"}


def test_messages_on_their_way_are_withdrawn_when_the_workshop_is_called_off(database: Database, stage: Stage) -> None:
    """Prepared, but nobody was told yet: so there is nobody to tell that it is off."""
    now = parse_instant("2022-11-12T18:00:00+01:00")
    settle(database, now)
    do(database, lambda tx: changes.called_off(tx, stage.workshop, "organiser", now))
    sender = Sender(database).start()
    settle(database, now, sender)
    assert sender.record == []
    assert states(database) == {"cancelled": 3}


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(jumps=st.lists(st.integers(1, 60 * 24 * 3), min_size=1, max_size=12))
def test_nothing_is_due_before_next_due_and_something_is_at_it(database: Database, jumps: list[int]) -> None:
    """Wherever the clock stands: a look before next_due finds no work, a look at it finds some."""

    def build(tx: Tx) -> Stage:
        for table in (
            tables.deliveries, tables.announcements, tables.timeline, tables.releases, tables.waves, tables.themes,
            tables.registrations, tables.workshops, tables.consents, tables.participants, tables.inbox, tables.leases,
        ):  # fmt: skip
            tx.execute(delete(table))
        people = add_people(tx, 2)
        stage = add_workshop(tx)
        register(tx, stage.workshop, people[0])
        register(tx, stage.workshop, people[1], "offered", offered_until=later(START, days=2))
        timeline.plan(tx, stage.workshop, START)
        return stage

    do(database, build)
    sender = Sender(database).start()
    now = START
    for minutes in jumps:
        due = settle(database, now, sender)
        if due is None:
            break
        assert due > now
        just_before = later(due, seconds=-1)
        if just_before > now:
            assert not do(database, lambda tx, when=just_before: sweep.sweep(tx, TOWN, when)).worked
            assert sender.once(just_before) == 0
        worked = do(database, lambda tx, when=due: sweep.sweep(tx, TOWN, when)).worked
        assert worked or sender.once(due) > 0
        now = due + timedelta(minutes=minutes)


def test_an_entry_that_cannot_be_fired_holds_up_no_other(database: Database, stage: Stage) -> None:
    def spoil(tx: Tx) -> None:
        rows = tables.timeline.c
        tx.execute(update(tables.timeline).where(rows.kind == "invitation").values(rule={"spoiled": True}))
        register(tx, stage.workshop, 1)

    do(database, spoil)
    now = parse_instant("2022-11-20T18:00:00+01:00")
    swept = do(database, lambda tx: sweep.sweep(tx, TOWN, now))
    assert len(swept.failures) == 1
    assert swept.failures[0].startswith("KeyError at ")
    sender = Sender(database).start()
    for _ in range(12):
        swept = do(database, lambda tx: sweep.sweep(tx, TOWN, now))
        sender.drain(now)
    assert ("timeline-day-before", 1000) in names(sender)
    assert (swept.worked, swept.next_due) == (False, now)


def test_figures_that_cannot_be_computed_hold_up_nothing_but_the_summary(database: Database, stage: Stage) -> None:
    do(database, lambda tx: change_workshop(tx, stage.workshop, instrument={"spoiled": True}))
    do(database, lambda tx: vote(tx, stage.before, 1, stage.themes[:1]))
    sender = Sender(database).start()
    for now in (parse_instant("2022-11-14T10:00:00+01:00"), later(MEETING, hours=4), later(MEETING, days=6)):
        worked = True
        while worked:
            swept = do(database, lambda tx, when=now: sweep.sweep(tx, TOWN, when))
            sender.drain(now)
            worked = swept.worked
    assert swept.figures_due
    with pytest.raises(KeyError):
        releases.publish_due(database, TOWN, START)
    assert ("timeline-thank-you", 1000) in names(sender)
    assert entries(database, stage.workshop)["summary", 1].state == "planned"
    mended = to_json(INSTRUMENT)
    do(database, lambda tx: change_workshop(tx, stage.workshop, instrument=mended))
    settle(database, later(MEETING, days=6), sender)
    assert ("timeline-summary", 1000) in names(sender)


def test_reminders_reach_only_those_who_have_not_answered(database: Database, stage: Stage) -> None:
    sender = Sender(database).start()
    run(database, sender, START, parse_instant("2022-11-14T10:00:00+01:00"))
    sent = len(sender.record)
    do(database, lambda tx: vote(tx, stage.before, 2, stage.themes[:2]))
    run(database, sender, parse_instant("2022-11-15T18:00:00+01:00"), parse_instant("2022-11-15T18:00:00+01:00"))
    assert names(sender)[sent:] == [("timeline-reminder-before", 1000), ("timeline-reminder-before", 1002)]
    found = do(database, lambda tx: announcements.report(tx, 3))
    assert found is not None
    assert found.kind == "reminder_before"
    assert found.coarse
