"""A later wave, months on: only those who said yes to it are asked and can answer; it closes and its figures come out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lublin import lublin
from phones import Phone
from sqlalchemy import select
from staging import TOWN, Sender, do, settle

from conversations.screens import Say
from domain.instants import Instant, later
from domain.survey_files import WaveFile
from service import ballots, releases, timeline
from service.ballots import Refused
from service.workshops import load
from storage import people, tables
from storage.database import Database, Tx

SLUG = "lublin-ramy-strategii"
START = later(lublin().waves[0].opens_at, days=-2)
OPENS = later(lublin().ends_at, days=150)
CLOSES = later(OPENS, days=7)
YES, NO, BACK, SILENT = range(1000, 1007), range(1010, 1013), 1020, 1030
"""Who says yes to a later wave, no, yes and takes it back, and yes without answering it."""


class Road:
    """A workshop with a later wave; fourteen residents, each with a phone, and a sender."""

    def __init__(self, database: Database) -> None:
        self.database = database
        file = lublin()
        self.file = replace(file, waves=(*file.waves, WaveFile("follow_up", OPENS, CLOSES, None)))
        self.sender = Sender(database).start()
        self.due: Instant | None = START
        self.phones = {number: Phone(database, TOWN, number, START) for number in (*YES, *NO, BACK, SILENT)}

        def begin(tx: Tx) -> int:
            loaded = load(tx, self.file, START)
            assert loaded.workshop is not None
            timeline.plan(tx, loaded.workshop, START)
            return loaded.workshop

        self.workshop = do(database, begin)

    def until(self, end: Instant) -> Road:
        while self.due is not None and self.due <= end:
            self.due = settle(self.database, self.due, self.sender)
        self.due = settle(self.database, end, self.sender)
        for phone in self.phones.values():
            phone.at(end)
        return self

    def answer(self, number: int) -> Phone:
        phone = self.phones[number].start(SLUG)
        if "agree" in {button.verb for button in phone.buttons()}:
            phone.tap("agree").start(SLUG)
        phone.tap("begin").press("Sport").tap("next").tap("skip").tap("put", "4").tap("put", "yes").tap("send")
        return phone

    def got(self, name: str) -> list[int]:
        lines = [(one.chat, line) for _, one in self.sender.record for line in one.content.lines]
        return sorted(chat for chat, line in lines if isinstance(line, Say) and line.name == name)

    def wave(self, kind: str) -> int:
        found = select(tables.waves.c.id).where(tables.waves.c.kind == kind)
        return self.database.read(lambda tx: tx.execute(found).scalar_one()).result()


def names(phone: Phone) -> list[str]:
    return [line.name for line in phone.screen.lines if isinstance(line, Say)]


@pytest.fixture
def asked(database: Database) -> Road:
    """Everybody answered after the workshop, and was asked about a later wave then."""
    road = Road(database).until(later(lublin().ends_at, hours=1))
    for number in road.phones:
        phone = road.answer(number)
        offer = [button for button in phone.buttons() if button.place == "later"]
        assert len(offer) == 1, "the thanks after the workshop offer it"
        phone.tap(offer[0].verb, offer[0].argument, place="later")
        phone.tap("back" if number in NO else "follow")
    road.until(later(OPENS, days=-30))
    road.phones[BACK].tap("open", "", place="later").tap("unfollow")
    return road


def test_months_later_only_those_who_said_yes_are_asked_and_can_answer(asked: Road) -> None:
    asked.until(later(OPENS, hours=1))
    expected = [*YES, SILENT]
    assert asked.got("timeline-wave-opens-follow-up") == expected
    for number in YES:
        assert "thanks" in names(asked.answer(number))
    for number in (NO[0], BACK):
        phone = asked.phones[number].command("survey")
        assert "later-ask" in names(phone)
        assert "later-needed" in str(phone.screen.lines)
        with pytest.raises(Refused):
            do(asked.database, lambda tx, number=number: _forged(asked, number, tx))  # type: ignore[misc]
    asked.until(later(CLOSES, hours=1))
    assert asked.got("timeline-reminder-follow-up") == [SILENT]
    release = asked.database.read(lambda tx: releases.newest(tx, asked.wave("follow_up"))).result()
    assert release is not None
    assert release.figures["n"] == len(YES)


def _forged(road: Road, number: int, tx: Tx) -> None:
    [person] = people.by_telegram_ids(tx, frozenset({number}))
    ballots.submit(
        tx,
        person,
        workshop=road.workshop,
        wave=road.wave("follow_up"),
        answers={"influence": 3},
        language="pl",
        notice=1,
        now=later(OPENS, hours=1),
    )


@pytest.mark.long_on_postgresql
def test_who_says_yes_when_it_is_open_can_answer_too(asked: Road) -> None:
    asked.until(later(OPENS, hours=1))
    phone = asked.phones[NO[0]].command("survey")
    phone.tap("follow")
    assert "thanks" in names(asked.answer(NO[0]))
