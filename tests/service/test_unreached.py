"""Organisers see by name who of those registered could not be told that the workshop was moved or called off."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

import pytest
from phones import Phone
from sqlalchemy import insert, select, update
from staging import MEETING, TOWN, Sender, Stage, add_people, add_workshop, change_workshop, do, register, settle, vote

from conversations.screens import Own
from domain.instants import Instant, later, parse_instant
from messages.render import render
from service import changes, unreached
from service.deliveries import Finished
from service.work import Tx
from storage import announcements as many
from storage import tables
from storage.database import Database

NOW = parse_instant("2022-11-19T12:00:00+01:00")
ORGANISER = 1000
TOWN = replace(TOWN, owner_ids=frozenset())


@pytest.fixture
def stage(database: Database) -> Stage:
    """An organiser; six registered: one is told, five are not, each for another reason or in another way; and three others."""

    def build(tx: Tx) -> Stage:
        people = add_people(tx, 11)
        stage = add_workshop(tx)
        tx.execute(insert(tables.roles).values(participant_id=people[0], role="organiser", given_at=NOW))
        for one, name in zip(people[1:5], ("Zofia", "Adam", "Ewa", "Jan"), strict=True):
            register(tx, stage.workshop, one, name=name)
        register(tx, stage.workshop, people[5], "waiting", name="Maria")
        register(tx, stage.workshop, people[6], "cancelled", name="Piotr")
        for one in people[6:9]:
            vote(tx, stage.before, one, stage.themes[:1])
        for one in (people[5], *people[6:9]):  # who writes again is reachable
            gone = update(tables.participants).where(tables.participants.c.id == one)
            tx.execute(gone.values(reachable=False))
        return stage

    return do(database, build)


class Refusing(Sender):
    """A Telegram that is blocked by Adam, refuses Ewa's message, and gives no answer to Jan's."""

    ENDS: ClassVar = {1002: "blocked", 1003: "failed", 1004: "unknown"}

    def once(self, now: Instant, limit: int = 50) -> int:
        from service import deliveries

        def send(tx: Tx) -> int:
            sent = 0
            for personal, lease in ((True, self.personal), (False, self.lease)):
                ids = deliveries.claim(tx, lease, limit, now, personal=personal)
                leaving = deliveries.mark_sending(tx, ids, lease, TOWN, now)
                self.record += [(now, one) for one in leaving]
                ends = [Finished(one.delivery, self.ENDS.get(one.chat, "sent")) for one in leaving]  # type: ignore[arg-type]
                deliveries.finish(tx, ends, lease, now)
                sent += len(ids)
            return sent

        return do(self.database, send)


def move(database: Database, stage: Stage) -> None:
    moved = later(MEETING, days=1)

    def change(tx: Tx) -> None:
        change_workshop(tx, stage.workshop, starts_at=moved, ends_at=later(moved, hours=3))
        changes.moved(tx, stage.workshop, frozenset({"time"}), f"r{ORGANISER}", NOW)

    do(database, change)


@pytest.mark.parametrize("what", ["moved", "called off"])
def test_organisers_see_by_name_who_of_those_registered_could_not_be_told(
    database: Database, stage: Stage, what: str
) -> None:
    if what == "moved":
        move(database, stage)
    else:
        do(database, lambda tx: changes.called_off(tx, stage.workshop, f"r{ORGANISER}", NOW))
    sender = Refusing(database).start()
    settle(database, NOW, sender)
    number = do(database, lambda tx: next(one.id for one in many.latest(tx, 9) if one.kind in unreached.KINDS))
    about = f"{stage.workshop}:{number}"
    letters = [
        one for _, one in sender.record if about in [button.argument for row in one.content.buttons for button in row]
    ]
    assert [one.chat for one in letters] == [ORGANISER], "one piece of news, to the organiser alone"
    letter = render(letters[0].content, "pl", session=0)
    assert "4 osób" in letter.text
    assert "odrzucił Telegram" in letter.text
    look = next(key for row in letter.keyboard for key in row)
    phone = Phone(database, TOWN, ORGANISER, NOW, "pl")
    phone.event({"type": "tap", "data": look.data, "callback_id": "c", "message_id": None})
    phone.tap("unreached")
    shown = render(phone.screen, "pl", session=1).text
    named = ["Adam · sala", "Ewa · sala", "Jan · sala", "Maria · lista oczekujących"]
    assert [line for line in shown.split("\n") if " · " in line] == named
    assert "osób bez zapisu: mniej niż 5 osób" in shown, "who only answered is a number, and no small one"
    for name in ("Zofia", "Piotr"):
        assert name not in shown
    kept = do(database, lambda tx: str(tx.execute(select(tables.sessions)).all()))
    assert not any(name in kept for name in ("Adam", "Ewa", "Jan", "Maria"))
    logged = do(database, lambda tx: [row.act for row in tx.execute(select(tables.audit))])
    assert logged.count("announcement.unreached") == 1
    do(database, lambda tx: tx.execute(tables.roles.delete()))
    phone.tap("page", "0")
    assert not any(isinstance(line, Own) and line.text == "Adam" for line in phone.screen.lines)
    assert "Adam" not in render(phone.screen, "pl", session=1).text


def test_nobody_is_written_to_when_everybody_was_told(database: Database, stage: Stage) -> None:
    def reach(tx: Tx) -> None:
        tx.execute(update(tables.participants).values(reachable=True))

    do(database, reach)
    move(database, stage)
    sender = Sender(database).start()
    settle(database, NOW, sender)
    assert sender.record
    assert not any(one.personal and one.content.place == "announce" for _, one in sender.record)
