"""Messages to many: the fan-out behind its cursor, what is asked again at the mark, and the organiser's hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, text, update
from staging import (
    MEETING,
    START,
    TOWN,
    Sender,
    add_people,
    add_workshop,
    agree,
    do,
    register,
    settle,
    states,
    vote,
)

from conversations.screens import Content, Own, Say
from domain.audience import Audience, Part, Shown
from domain.instants import Instant, later, parse_instant
from messages.catalogue import plain
from service import announcements, audiences, deliveries, leases
from service.announcements import Refused, Terms
from service.deliveries import NOT_MADE, Finished
from service.work import Tx
from storage import announcements as table
from storage import delivery_counts, tables
from storage.database import Database

pytestmark = pytest.mark.long_on_postgresql

HELLO = Content("survey", (Own("Dzień dobry"),))
EVERYONE = Audience(None, (Part("everyone"),))


def announce(
    database: Database,
    audience: Audience = EVERYONE,
    *,
    key: str = "one",
    kind: str = "broadcast",
    now: Instant = START,
    terms: Terms | None = None,
) -> int:
    number = do(
        database,
        lambda tx: announcements.announce(tx, key, kind, audience, HELLO, terms or Terms(now), by="x", now=now),
    )
    assert number is not None
    return number


def whys(database: Database, announcement: int) -> dict[str, int]:
    progress = do(database, lambda tx: announcements.progress(tx, announcement))
    assert progress is not None
    return dict(progress.why)


def test_a_second_tap_on_send_sends_nothing_more(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 2))
    announce(database)
    again = do(
        database, lambda tx: announcements.announce(tx, "one", "broadcast", EVERYONE, HELLO, Terms(START), by="x", now=START)
    )  # fmt: skip
    assert again is None


def test_a_fan_out_that_was_killed_in_the_middle_goes_on_where_it_was(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 25))
    number = announce(database)

    def chunk_and_die(tx: Tx) -> None:
        announcements.fan_out(tx, START, chunk=10)
        raise KeyboardInterrupt("kill -9 before the commit")

    do(database, lambda tx: announcements.fan_out(tx, START, chunk=10))
    for _ in range(3):
        with pytest.raises(BaseException, match="kill"):
            do(database, _as_exception(chunk_and_die))
    assert states(database, number) == {"queued": 10}
    while do(database, lambda tx: announcements.fan_out(tx, START, chunk=10)):
        pass
    assert states(database, number) == {"queued": 25}
    found = do(database, lambda tx: table.find(tx, number))
    assert found is not None
    assert (found.state, found.recipients) == ("sending", 25)


def _as_exception(action: Callable[[Tx], None]) -> Callable[[Tx], None]:
    def run(tx: Tx) -> None:
        try:
            action(tx)
        except KeyboardInterrupt as error:
            raise RuntimeError(str(error)) from error

    return run


def test_sending_starts_when_the_fan_out_is_complete(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 5))
    announce(database)
    sender = Sender(database).start()
    do(database, lambda tx: announcements.fan_out(tx, START, chunk=3))
    assert sender.once(START) == 0
    settle(database, START, sender)
    assert len(sender.record) == 5


def test_an_announcement_to_nobody_is_done_at_once(database: Database) -> None:
    number = announce(database)
    settle(database, START)
    found = do(database, lambda tx: table.find(tx, number))
    assert found is not None
    assert (found.state, found.finished_at) == ("done", START)


def test_an_announcement_for_the_evening_waits_for_the_evening(database: Database) -> None:
    evening = later(START, hours=6)
    do(database, lambda tx: add_people(tx, 3))
    announce(database, terms=Terms(evening))
    sender = Sender(database).start()
    assert settle(database, START, sender) == evening
    assert not sender.record
    settle(database, evening, sender)
    assert len(sender.record) == 3


def test_only_those_who_read_the_notice_and_can_be_reached_are_written_to(database: Database) -> None:
    def build(tx: Tx) -> None:
        add_people(tx, 2)
        add_people(tx, 1, first=2000, agreed=False)
        add_people(tx, 1, first=3000, reachable=False)
        add_people(tx, 1, first=4000, stopped=True)
        withdrawn = add_people(tx, 1, first=5000)[0]
        tx.execute(
            update(tables.consents).where(tables.consents.c.participant_id == withdrawn).values(withdrawn_at=START)
        )

    do(database, build)
    announce(database)
    sender = Sender(database).start()
    settle(database, START, sender)
    assert sorted(one.chat for _, one in sender.record) == [1000, 1001]


def test_who_answers_while_it_runs_is_skipped_and_counted(database: Database) -> None:
    people = do(database, lambda tx: add_people(tx, 5))
    stage = do(database, add_workshop)
    audience = Audience(stage.workshop, (Part("everyone"), Part("not_answered", str(stage.before))))
    number = do(
        database, lambda tx: announcements.announce(tx, "r", "x", audience, HELLO, Terms(START), by="x", now=START)
    )
    assert number is not None
    settle(database, START)
    sender = Sender(database).start()
    ids = do(database, lambda tx: deliveries.claim(tx, sender.lease, 10, START, personal=False))
    do(database, lambda tx: vote(tx, stage.before, people[1], stage.themes[:1]))
    leaving = do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START))
    assert [one.participant for one in leaving] == [people[0], *people[2:]]
    progress = do(database, lambda tx: announcements.progress(tx, number))
    assert progress is not None
    assert (progress.answered, progress.cancelled, progress.in_hand) == (1, 0, 4)


def test_each_reason_for_not_sending_is_counted_by_its_name(database: Database) -> None:
    people = do(database, lambda tx: add_people(tx, 5))
    number = announce(database, kind="reminder_before")
    settle(database, START)

    def change(tx: Tx) -> None:
        for one, values in zip(
            people, ({"stopped": True}, {"reminders": False}, {"reachable": False}, {}, {}), strict=True
        ):
            if values:
                tx.execute(update(tables.participants).where(tables.participants.c.id == one).values(**values))
        tx.execute(delete(tables.consents).where(tables.consents.c.participant_id == people[3]))

    do(database, change)
    sender = Sender(database).start()
    sender.drain(START)
    assert states(database, number) == {"cancelled": 3, "blocked": 1, "sent": 1}
    assert whys(database, number) == {"stopped": 1, "no_reminders": 1, "unreachable": 1, "not_eligible": 1}


WHYS = (
    "stopped", "no_reminders", "not_eligible", "registered", "cancelled", "too_late", "quiet", "cap", "unreachable", "blocked",
    "overtaken", NOT_MADE,
)  # fmt: skip


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_what_a_rule_dropped_is_told_in_words(language: str) -> None:
    """A reason without words of its own shows its name."""
    for why in WHYS:
        said = plain(Say("announce-why", {"why": why, "number": "3"}), language)
        assert f"({why})" not in said
    assert "(no_such_name)" in plain(Say("announce-why", {"why": "no_such_name", "number": "3"}), language)


def test_the_night_holds_messages_back_until_eight(database: Database) -> None:
    night = parse_instant("2022-11-10T21:00:00+01:00")
    morning = parse_instant("2022-11-11T08:00:00+01:00")
    do(database, lambda tx: add_people(tx, 3))
    do(database, lambda tx: add_people(tx, 1, first=2000, quiet_from=23, quiet_until=6))
    number = announce(database, now=later(night, seconds=-1))
    sender = Sender(database).start()
    assert settle(database, night, sender) == morning
    assert [one.chat for _, one in sender.record] == [2000]
    progress = do(database, lambda tx: announcements.progress(tx, number))
    assert progress is not None
    assert progress.held == {"quiet": 3}
    settle(database, morning, sender)
    assert states(database, number) == {"sent": 4}


def test_the_fourth_message_of_a_day_waits_for_the_next(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 2))
    sender = Sender(database).start()
    for name in ("a", "b", "c", "d", "e"):
        announce(database, key=name)
    urgent = announce(database, key="urgent", terms=Terms(START, skip_quiet=True))
    tomorrow = parse_instant("2022-11-11T08:00:00+01:00")
    assert settle(database, START, sender) == tomorrow
    assert len(sender.record) == 2 * (3 + 1)
    assert states(database, urgent) == {"sent": 2}
    settle(database, tomorrow, sender)
    assert len(sender.record) == 2 * 6


def test_what_people_asked_for_counts_for_no_cap(database: Database) -> None:
    from storage import personal

    person = do(database, lambda tx: add_people(tx, 1))[0]
    night = parse_instant("2022-11-10T23:00:00+01:00")
    do(database, lambda tx: [personal.deliver(tx, person, HELLO, night) for _ in range(5)])
    sender = Sender(database).start()
    sender.drain(night)
    assert len(sender.record) == 5
    noon = later(night, hours=13)
    announce(database, now=noon)
    settle(database, noon, sender)
    assert len(sender.record) == 6


def test_pause_holds_resume_goes_on_and_cancel_ends(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 9))
    number = announce(database)
    settle(database, START)
    sender = Sender(database).start()
    ids = do(database, lambda tx: deliveries.claim(tx, sender.lease, 3, START, personal=False))
    assert len(ids) == 3
    assert do(database, lambda tx: announcements.pause(tx, number))
    assert do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START)) == []
    assert sender.once(START) == 0
    assert states(database, number) == {"queued": 9}
    assert do(database, lambda tx: announcements.resume(tx, number))
    assert sender.once(START, limit=4) == 4, "at once, without waiting for the sweep"
    assert states(database, number) == {"sent": 4, "queued": 5}
    ids = do(database, lambda tx: deliveries.claim(tx, sender.lease, 2, START, personal=False))
    assert do(database, lambda tx: announcements.cancel(tx, number))
    assert do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START)) == []
    settle(database, START, sender)
    assert states(database, number) == {"sent": 4, "cancelled": 5}
    found = do(database, lambda tx: table.find(tx, number))
    assert found is not None
    assert (found.state, found.finished_at) == ("cancelled", START)
    assert not do(database, lambda tx: announcements.resume(tx, number))


def test_a_pause_in_the_middle_of_the_fan_out_loses_nobody(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 12))
    number = announce(database)
    do(database, lambda tx: announcements.fan_out(tx, START, chunk=5))
    do(database, lambda tx: announcements.pause(tx, number))
    sender = Sender(database).start()
    settle(database, START, sender)
    assert not sender.record
    do(database, lambda tx: announcements.resume(tx, number))
    settle(database, START, sender)
    assert states(database, number) == {"sent": 12}


def test_a_person_who_blocked_the_bot_is_not_tried_again(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 1))
    first, second = announce(database, key="a"), announce(database, key="b")
    settle(database, START)
    sender = Sender(database).start()
    ids = do(database, lambda tx: deliveries.claim(tx, sender.lease, 1, START, personal=False))
    leaving = do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START))
    gone = [Finished(one.delivery, "blocked", why="blocked") for one in leaving]
    do(database, lambda tx: deliveries.finish(tx, gone, sender.lease, START))
    settle(database, START, sender)
    assert not sender.record
    assert states(database, first) == {"blocked": 1}
    assert states(database, second) == {"blocked": 1}


def test_chats_that_telegram_lets_rest_are_left_out_of_a_claim(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 3))
    announce(database)
    settle(database, START)
    sender = Sender(database).start()
    ids = do(
        database,
        lambda tx: deliveries.claim(tx, sender.lease, 5, START, personal=False, skip_chats=frozenset({1001})),
    )
    leaving = do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START))
    assert [one.chat for one in leaving] == [1000, 1002]


def test_announcements_that_run_at_once_share_what_is_claimed(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 9))
    numbers = [announce(database, key=name) for name in ("a", "b", "c")]
    settle(database, START)
    sender = Sender(database).start()
    do(database, lambda tx: deliveries.claim(tx, sender.lease, 6, START, personal=False))
    assert [states(database, number)["claimed"] for number in numbers] == [2, 2, 2]


def test_the_older_leases_marks_fail(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 4))
    number = announce(database)
    settle(database, START)
    old = Sender(database).start("old")
    ids = do(database, lambda tx: deliveries.claim(tx, old.lease, 2, START, personal=False))
    other = do(database, lambda tx: deliveries.claim(tx, old.lease, 1, START, personal=False))
    out = do(database, lambda tx: deliveries.mark_sending(tx, other, old.lease, TOWN, START))
    new = Sender(database).start("new")
    assert new.lease > old.lease
    assert states(database, number) == {"queued": 3, "unknown": 1}
    assert do(database, lambda tx: deliveries.mark_sending(tx, ids, old.lease, TOWN, START)) == []
    assert do(database, lambda tx: deliveries.claim(tx, old.lease, 5, START, personal=False)) == []
    assert not do(database, lambda tx: leases.beat(tx, leases.BULK, old.lease))
    assert do(database, lambda tx: leases.beat(tx, leases.BULK, new.lease))
    new.drain(START)
    assert states(database, number) == {"sent": 3, "unknown": 1}
    late = [Finished(one.delivery, "sent", message_id=77) for one in out]
    do(database, lambda tx: deliveries.finish(tx, late, old.lease, START))
    assert states(database, number) == {"sent": 4}


def test_a_new_bulk_lease_leaves_living_processes_their_personal_messages(database: Database) -> None:
    from storage import personal

    person = do(database, lambda tx: add_people(tx, 1))[0]
    do(database, lambda tx: personal.deliver(tx, person, HELLO, START))
    other = do(database, lambda tx: leases.acquire(tx, leases.process_name("other"), "other"))
    ids = do(database, lambda tx: deliveries.claim(tx, other, 5, START, personal=True))
    new = Sender(database).start("new")
    assert states(database) == {"claimed": 1}
    assert len(do(database, lambda tx: deliveries.mark_sending(tx, ids, other, TOWN, START))) == 1
    # the other process falls silent: whoever holds bulk lets its lease go
    do(database, lambda tx: leases.let_go(tx, leases.process_name("other"), other))
    do(database, lambda tx: deliveries.take_over(tx, do_acquire(tx)))
    assert states(database) == {"unknown": 1}
    assert new.lease


def do_acquire(tx: Tx) -> int:
    return leases.acquire(tx, leases.BULK, "again")


def test_a_contender_watches_the_beat_with_machine_time() -> None:
    watch = leases.Watch(patience=5.0)
    living = leases.LeaseState(3, "somebody", 10)
    assert watch.gone(leases.LeaseState(0, None, 0), 0.0)
    assert not watch.gone(living, 0.0)
    assert not watch.gone(living, 4.9)
    assert not watch.gone(leases.LeaseState(3, "somebody", 11), 5.0)
    assert not watch.gone(leases.LeaseState(3, "somebody", 11), 9.9)
    assert watch.gone(leases.LeaseState(3, "somebody", 11), 10.0)


def test_unknown_is_repeated_on_the_organisers_word_alone(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 2))
    number = announce(database)
    settle(database, START)
    sender = Sender(database).start()
    ids = do(database, lambda tx: deliveries.claim(tx, sender.lease, 1, START, personal=False))
    do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START))
    sender = Sender(database).start("again")
    settle(database, START, sender)
    assert states(database, number) == {"sent": 1, "unknown": 1}
    found = do(database, lambda tx: table.find(tx, number))
    assert found is not None
    assert found.state == "done"
    assert do(database, lambda tx: announcements.repeat_unknown(tx, number, START)) == 1
    settle(database, START, sender)
    assert states(database, number) == {"sent": 2}


def test_unknown_stays_unknown_when_it_is_too_late_to_repeat_it(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 1))
    over = later(START, hours=2)
    number = announce(database, terms=Terms(START, valid_until=over))
    settle(database, START)
    sender = Sender(database).start()
    ids = do(database, lambda tx: deliveries.claim(tx, sender.lease, 1, START, personal=False))
    do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START))
    sender = Sender(database).start("again")
    settle(database, START, sender)
    assert do(database, lambda tx: announcements.repeat_unknown(tx, number, over)) == 0
    settle(database, over, sender)
    assert states(database, number) == {"unknown": 1}, "it may have arrived"


def test_who_comes_late_gets_what_is_still_valid_once(database: Database) -> None:
    people = do(database, lambda tx: add_people(tx, 3))
    stage = do(database, add_workshop)
    do(database, lambda tx: register(tx, stage.workshop, people[0]))
    coming = Audience(stage.workshop, (Part("registered"),))
    terms = Terms(START, valid_until=later(START, hours=2), late_joiners=True)
    number = announce(database, coming, kind="day_before", terms=terms)
    sender = Sender(database).start()
    settle(database, START, sender)
    assert states(database, number) == {"sent": 1}
    soon = later(START, hours=1)
    do(database, lambda tx: register(tx, stage.workshop, people[1]))
    assert do(database, lambda tx: announcements.joined(tx, people[1], stage.workshop, soon)) == 1
    assert do(database, lambda tx: announcements.joined(tx, people[1], stage.workshop, soon)) == 0
    assert do(database, lambda tx: announcements.joined(tx, people[2], stage.workshop, soon)) == 0
    settle(database, soon, sender)
    assert states(database, number) == {"sent": 2}
    do(database, lambda tx: register(tx, stage.workshop, people[2]))
    late = later(START, hours=2)
    assert do(database, lambda tx: announcements.joined(tx, people[2], stage.workshop, late)) == 0


def test_who_answered_and_who_they_are_are_never_asked_together(database: Database) -> None:
    mixed = Audience(1, (Part("answered", "1"), Part("group", "student")))
    with pytest.raises(Refused, match="answered-and-profile"):
        announce(database, mixed)


def test_an_audience_by_profile_holds_five_people_at_least(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 4, profile={"group": "student"}))
    students = Audience(None, (Part("group", "student"),))
    with pytest.raises(Refused, match="fewer-than-five"):
        announce(database, students)
    do(database, lambda tx: add_people(tx, 1, first=2000, profile={"group": "student"}))
    number = announce(database, students)
    sender = Sender(database).start()
    settle(database, START, sender)
    assert states(database, number) == {"sent": 5}
    report = do(database, lambda tx: announcements.report(tx, number))
    assert report is not None
    assert report.numbers["sent"] == Shown(5, False)
    assert report.numbers["failed"] == Shown(None, False)
    assert report.as_json()["failed"] == "fewer than 5"


def test_the_last_screen_before_sending_knows_languages_the_gone_and_the_sleeping(database: Database) -> None:
    def build(tx: Tx) -> None:
        add_people(tx, 5)
        add_people(tx, 2, first=2000, language="uk")
        add_people(tx, 1, first=3000, reachable=False)
        add_people(tx, 3, first=4000, quiet_from=18, quiet_until=9)
        add_people(tx, 1, first=5000, stopped=True)

    do(database, build)
    evening = parse_instant("2022-11-10T18:00:00+01:00")
    counted = do(database, lambda tx: audiences.count(tx, EVERYONE, "broadcast", TOWN, evening))
    assert counted.people == Shown(10, True)
    assert counted.by_language == {"pl": 8, "uk": 2}
    assert (counted.gone, counted.outlook.waits, counted.too_few) == (1, 3, False)


def test_what_the_last_screen_says_of_the_night_becomes_of_the_messages(database: Database) -> None:
    """At 21:30 those with the usual hours sleep, some are up until midnight, and some get it too late in the morning."""

    def build(tx: Tx) -> None:
        add_people(tx, 4)
        add_people(tx, 2, first=2000, quiet_from=0, quiet_until=7)
        add_people(tx, 3, first=3000, quiet_from=20, quiet_until=10)

    do(database, build)
    late, until = parse_instant("2022-11-10T21:30:00+01:00"), parse_instant("2022-11-11T09:00:00+01:00")
    told = do(database, lambda tx: audiences.count(tx, EVERYONE, "broadcast", TOWN, late, until=until)).outlook
    terms = Terms(not_before=late, valid_until=until)
    announce(database, now=late, terms=terms)
    sender = Sender(database).start()
    settle(database, late, sender)
    waiting = do(database, lambda tx: delivery_counts.counts(tx, 1))
    assert told.first == len(sender.record) == 2
    assert told.never == sum(number for state, _, _, number in waiting if state == "expired") == 3
    assert told.after == ((parse_instant("2022-11-11T08:00:00+01:00"), 4),)
    assert told.waits == sum(number for _, _, held, number in waiting if held == "quiet")
    assert settle(database, late, sender) == told.after[0][0]


PARTS: dict[Part, set[int]] = {
    Part("registered"): {0},
    Part("waiting"): {1},
    Part("checked_in"): {0},
    Part("online"): set(),
    Part("in_room"): {0},
    Part("not_registered"): {3, 4, 5},
    Part("participants"): {0, 1, 4, 5},
    Part("language", "uk"): {5},
    Part("agreed_later"): {3},
    Part("follows", "1"): {2},
    Part("told"): {3},
    Part("knows"): {0, 1, 3, 4, 5},
}


def test_each_part_of_an_audience_finds_its_people(database: Database) -> None:
    def build(tx: Tx) -> tuple[list[int], int]:
        people = [*add_people(tx, 5), *add_people(tx, 1, first=2000, language="uk")]
        stage = add_workshop(tx)
        register(tx, stage.workshop, people[0], checked_in_at=START)
        register(tx, stage.workshop, people[1], "waiting")
        register(tx, stage.workshop, people[2], "declined")
        vote(tx, stage.before, people[4], stage.themes[:1])
        tx.execute(
            insert(tables.sessions).values(
                participant_id=people[5], frames=[{"flow": "survey", "workshop": stage.workshop}], changed_at=START
            )
        )
        agree(tx, people[3], "later_waves")
        tx.execute(insert(tables.series).values(id=1, slug="s", title={}))
        tx.execute(insert(tables.series_followers).values(series_id=1, participant_id=people[2], since=START))
        number = table.add(
            tx, key="k", kind="x", workshop=stage.workshop, timeline=None, audience=EVERYONE, content={}, not_before=START,
            valid_until=None, skip_quiet=False, essential=False, late_joiners=False, by="x", now=START,
        )  # fmt: skip
        tx.execute(
            insert(tables.deliveries).values(
                announcement_id=number, participant_id=people[3], state="sent", not_before=START, changed_at=START
            )
        )
        return people, stage.workshop

    people, workshop = do(database, build)
    from storage import audiences as asked

    def ask(tx: Tx) -> dict[Part, set[int]]:
        return {part: asked.eligible(tx, asked.Asked(Audience(workshop, (part,))), people) for part in PARTS}

    expected = {part: {people[position] for position in positions} for part, positions in PARTS.items()}
    assert do(database, ask) == expected


def test_a_refused_message_is_reported_to_the_organisers_once(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 4))
    do(database, lambda tx: add_people(tx, 1, first=900, agreed=False))
    announce(database)
    settle(database, START)
    sender = Sender(database).start()

    def fail_two() -> None:
        ids = do(database, lambda tx: deliveries.claim(tx, sender.lease, 2, START, personal=False))
        do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START))
        bad = [Finished(one, "failed", why="cant_parse") for one in ids]
        do(database, lambda tx: deliveries.finish(tx, bad, sender.lease, START))
        settle(database, START)

    fail_two()
    fail_two()
    sender.drain(START)
    assert [one.chat for _, one in sender.record] == [900]
    assert sender.record[0][1].personal


PLANS = {
    "bulk": "SELECT id FROM deliveries WHERE deliveries.state = 'queued' AND announcement_id = 1"
    " AND not_before <= '2030-01-01' ORDER BY not_before, id LIMIT 20",
    "personal": "SELECT id FROM deliveries WHERE deliveries.state = 'queued' AND deliveries.personal"
    " AND not_before <= '2030-01-01' ORDER BY not_before, id LIMIT 20",
    "in hand": "SELECT id FROM deliveries WHERE deliveries.state = 'sending'"
    " AND deliveries.state IN ('claimed', 'sending') AND deliveries.lease < 9",
    "has state": "SELECT id FROM deliveries WHERE announcement_id = 1 AND state = 'failed' LIMIT 1",
    "cap": "SELECT count(*) FROM deliveries WHERE participant_id = 5 AND changed_at >= '2022-11-10'",
}


def test_the_ledger_is_never_read_from_end_to_end(database: Database) -> None:
    """With many rows, every question of the hot path is answered from an index, on both databases."""

    def fill(tx: Tx) -> None:
        ids = add_people(tx, 300)
        for key in range(10):
            number = table.add(
                tx, key=f"k{key}", kind="x", workshop=None, timeline=None, audience=EVERYONE, content={}, not_before=START,
                valid_until=None, skip_quiet=False, essential=False, late_joiners=False, by="x", now=START,
            )  # fmt: skip
            tx.execute(
                insert(tables.deliveries),
                [
                    {"announcement_id": number, "participant_id": one, "state": "queued" if one % 50 else "sent",
                     "not_before": START, "changed_at": START + timedelta(days=key)}
                    for one in ids
                ],
            )  # fmt: skip

    do(database, fill)

    def explain(tx: Tx) -> dict[str, str]:
        tx.execute(text("ANALYZE"))
        command = "EXPLAIN QUERY PLAN " if database.kind == "sqlite" else "EXPLAIN "
        return {
            name: "\n".join(str(tuple(row)) for row in tx.execute(text(command + query)))
            for name, query in PLANS.items()
        }

    for name, plan in do(database, explain).items():
        assert "ix_deliveries" in plan, (name, plan)
        assert "SCAN deliveries" not in plan.replace("SCAN deliveries USING", ""), (name, plan)
        assert "Seq Scan" not in plan, (name, plan)


def test_progress_says_how_long_it_takes(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 30))
    number = announce(database)
    settle(database, START)
    progress = do(database, lambda tx: announcements.progress(tx, number))
    assert progress is not None
    assert progress.seconds_left(30) == 1.0


def test_whoever_was_in_the_middle_when_the_wave_closed_hears_of_it(database: Database) -> None:
    def build(tx: Tx) -> int:
        people = add_people(tx, 2)
        stage = add_workshop(tx)
        tx.execute(
            insert(tables.sessions).values(
                participant_id=people[0],
                frames=[{"flow": "survey", "workshop": stage.workshop, "wave": stage.before}],
                changed_at=START,
            )
        )
        return stage.before

    wave = do(database, build)
    close = later(MEETING, hours=-15)
    settle(database, close)

    def read(tx: Tx) -> list[tuple[int, str, dict[str, object]]]:
        found = select(tables.inbox.c.lane, tables.inbox.c.source, tables.inbox.c.event)
        return [(lane, source, event) for lane, source, event in tx.execute(found)]

    assert do(database, read) == [
        (1000, "time", {"type": "time", "kind": "wave_closed", "about": {"workshop": 1, "wave": wave}})
    ]
