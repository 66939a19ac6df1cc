"""Before a message to many is confirmed it is told what waits already, and whom the daily cap holds back."""

from __future__ import annotations

import pytest
from phones import Phone
from sqlalchemy import update
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
    settle,
    states,
    vote,
)
from test_announcements import EVERYONE, announce

from domain.audience import Audience, Part, Shown
from domain.instants import later, parse_instant
from messages.render import render
from service import announcements, audiences, queue
from service.announcements import Terms
from service.audiences import Counted
from service.organising import impact
from service.work import Tx
from storage import audiences as table
from storage import delivery_counts, tables
from storage.database import Database

TOMORROW = parse_instant("2022-11-11T08:00:00+01:00")


def forecast(database: Database, audience: Audience = EVERYONE, **terms: bool) -> Counted:
    def count(tx: Tx) -> Counted:
        return audiences.count(tx, audience, "broadcast", TOWN, START, queue=queue.at(tx, TOWN, START), **terms)  # type: ignore[arg-type]

    return do(database, count)


@pytest.mark.parametrize("sent", [True, False], ids=["sent today", "still waiting"])
def test_whom_the_daily_cap_holds_back_is_said_before_and_held_back_after(database: Database, sent: bool) -> None:
    do(database, lambda tx: add_people(tx, 8))
    do(database, lambda tx: add_people(tx, 12, first=2000, language="uk"))
    sender = Sender(database).start()
    polish = Audience(None, (Part("language", "pl"),))
    for key in ("a", "b", "c"):
        announce(database, polish, key=key)
    settle(database, START, sender if sent else None)
    assert forecast(database, polish).outlook.first == 0
    told = forecast(database)
    assert told.capped == Shown(8, True)
    assert (told.outlook.first, told.outlook.after) == (12, ((TOMORROW, 8),))
    urgent = forecast(database, skip_quiet=True)
    assert (urgent.capped, urgent.outlook.first) == (None, 20), "what the cap does not hold back"
    number = announce(database)
    settle(database, START, sender)
    assert states(database, number) == {"sent": 12, "queued": 8}
    assert [(held, count) for state, _, held, count in do(database, lambda tx: delivery_counts.counts(tx, number))
            if state == "queued"] == [("cap", 8)]  # fmt: skip
    assert settle(database, START, sender) == TOMORROW


def test_so_few_that_they_could_be_known_are_no_number(database: Database) -> None:
    """Neither by themselves nor as what is left of the others."""
    do(database, lambda tx: add_people(tx, 3))
    do(database, lambda tx: add_people(tx, 97, first=2000, language="uk"))
    for key in ("a", "b", "c"):
        announce(database, Audience(None, (Part("language", "pl"),)), key=key)
    settle(database, START, Sender(database).start())
    told = forecast(database)
    assert told.capped == Shown(None, False)
    shown = impact.ahead(told)
    assert shown is not None
    assert shown["capped"] == {"count": 0, "how": "few"}
    assert shown["first"]["how"] == "about"


def test_of_those_who_answered_the_cap_is_told_in_steps_of_five(database: Database) -> None:
    def build(tx: Tx) -> Audience:
        people = add_people(tx, 40)
        stage = add_workshop(tx)
        for one in people[:33]:
            vote(tx, stage.before, one, stage.themes[:1])
        tx.execute(update(tables.participants).where(tables.participants.c.id.in_(people[:9])).values(language="uk"))
        return Audience(stage.workshop, (Part("answered", str(stage.before)),))

    answered = do(database, build)
    assert forecast(database, answered).capped is None
    for key in ("a", "b", "c"):
        announce(database, Audience(None, (Part("language", "uk"),)), key=key)
    settle(database, START, Sender(database).start())
    assert forecast(database, answered).capped == Shown(5, False)


def test_what_waits_already_is_counted_until_it_is_paused_or_held_back_for_later(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 60))
    assert forecast(database).outlook.ends == later(START, seconds=2)
    number = announce(database, key="prepared")
    assert forecast(database).outlook.ends == later(START, seconds=4), "not fanned out yet"
    announce(database, key="tomorrow", terms=Terms(later(START, days=1)))
    settle(database, START)
    assert forecast(database).outlook.ends == later(START, seconds=4)
    left = do(database, lambda tx: announcements.progress(tx, number))
    assert left is not None
    assert left.seconds_left(30, do(database, lambda tx: queue.sizes(tx, START, number))) == 2
    other = announce(database, key="other")
    settle(database, START)
    assert left.seconds_left(30, do(database, lambda tx: queue.sizes(tx, START, number))) == 4
    assert forecast(database).outlook.ends == later(START, seconds=6)
    for one in (number, other):
        do(database, lambda tx, one=one: announcements.pause(tx, one))
    assert forecast(database).outlook.ends == later(START, seconds=2)


def test_the_end_is_after_the_night_for_those_who_wait_for_it(database: Database) -> None:
    """And for those whom the daily cap holds back; the terminal's line and the organiser's screen ask the same."""
    do(database, lambda tx: add_people(tx, 60))
    night = parse_instant("2022-11-10T22:00:00+01:00")
    number = announce(database, now=night)
    sender = Sender(database).start()
    settle(database, night, sender)

    def ends() -> object:
        return do(database, lambda tx: queue.ends(tx, number, 30, night))

    assert ends() == later(TOMORROW, seconds=2)
    do(database, lambda tx: announcements.pause(tx, number))
    assert ends() is None, "nobody knows"
    do(database, lambda tx: announcements.resume(tx, number))
    settle(database, TOMORROW, sender)
    assert ends() is None, "it is over"


def test_who_wants_no_messages_is_counted_before_one_is_confirmed(database: Database) -> None:
    """Five of ten stopped them, of whom one has blocked the bot; four switched reminders off."""
    do(database, lambda tx: add_people(tx, 4, first=2000, stopped=True))
    do(database, lambda tx: add_people(tx, 1, first=3000, stopped=True, reachable=False))
    do(database, lambda tx: add_people(tx, 4, first=4000, reminders=False))
    do(database, lambda tx: add_people(tx, 1, first=5000, agreed=False))

    def ask(tx: Tx, kind: str) -> int:
        return table.declined(tx, audiences.asked(EVERYONE, kind))

    assert do(database, lambda tx: ask(tx, "announcement")) == 4
    assert do(database, lambda tx: ask(tx, "reminder_before")) == 8


@pytest.mark.parametrize(("kind", "told"), [("reminder_before", "co najmniej 5 osób"), ("registration_reminder", None)])
def test_who_wants_no_reminders_is_counted_in_the_timeline_before_one_is_sent(
    database: Database, kind: str, told: str | None
) -> None:
    """Seven stopped messages and six switched reminders off, of whom one each answered: that few did is not told."""

    def build(tx: Tx) -> Stage:
        stage = add_workshop(tx)
        add_people(tx, 1, first=900)
        silent = add_people(tx, 7, first=2000, stopped=True) + add_people(tx, 6, first=4000, reminders=False)
        for one in (silent[0], silent[-1]):
            vote(tx, stage.before, one, stage.themes[:1])
        return stage

    stage = do(database, build)
    plan(database, stage)
    settle(database, later(MEETING, days=-7))
    entry = entries(database, stage.workshop)[kind, 1]
    phone = Phone(database, TOWN, 900, later(MEETING, days=-7), "pl").command("timeline")
    phone.tap("open", str(entry.id))
    for screen in (phone.screen, phone.tap("fire").screen):
        text = render(screen, "pl", session=0).text
        assert told is None or f"Nie chcą takich wiadomości i jej nie dostaną: {told}" in text
        assert ("Nie chcą takich" in text) == (told is not None)
