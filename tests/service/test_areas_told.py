"""Areas agreed on after the summary went out: one tap tells those who take part, once, and nothing tells them by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from phones import Phone
from sqlalchemy import func, insert, select, update
from staging import MEETING, START, TOWN, Sender, add_people, add_workshop, do, plan, register, settle, vote

from conversations import effects
from domain.instants import Instant, later
from messages.render import render
from service import acts
from service.acts import NotAllowed
from service.doing import Doing
from service.organising import area_news
from service.work import Town
from storage import areas as table
from storage import people, tables
from storage.database import Database, Tx

pytestmark = pytest.mark.long_on_postgresql

LATE = later(MEETING, days=6)
"""The after wave has closed, and the summary went out half an hour later."""
NOON = later(MEETING, days=7, hours=3)


class Told:
    """A workshop with a facilitator, an organiser, six residents who took part and one who did not."""

    def __init__(self, database: Database) -> None:
        self.database = database

        def build(tx: Tx) -> Any:
            for number, role in ((901, "facilitator"), (902, "organiser"), (903, "staff"), (904, "organiser")):
                [who] = add_people(tx, 1, first=number)
                tx.execute(insert(tables.roles).values(participant_id=who, role=role, given_at=START))
            stage = add_workshop(tx)
            took_part = add_people(tx, 6)
            add_people(tx, 1, first=2000)
            for one in took_part[:5]:
                vote(tx, stage.before, one, stage.themes[:2])
            register(tx, stage.workshop, took_part[5])
            return stage

        self.stage = do(database, build)
        self.workshop: int = self.stage.workshop
        plan(database, self.stage)
        self.sender = Sender(database).start()

    def until(self, end: Instant) -> None:
        due: Instant | None = START
        while due is not None and due <= end:
            due = settle(self.database, due, self.sender)
        settle(self.database, end, self.sender)

    def areas(self, name: str, state: str, now: Instant) -> None:
        def put(tx: Tx) -> None:
            table.add(tx, self.workshop, 0, {"pl": name}, now, covers=self.stage.themes[:1])
            if state == "agreed":
                table.set_state(tx, self.workshop, "draft", "agreed", now)

        do(self.database, put)

    def act(self, who: int, name: str = "areas.tell", now: Instant = NOON, town: Town = TOWN) -> None:
        def perform(tx: Tx) -> None:
            [person] = people.by_telegram_ids(tx, frozenset({who}))
            acts.perform(Doing.of(tx, town, now, person), effects.Act(name, self.workshop, {}))

        do(self.database, perform)

    def news(self) -> str:
        return self.database.read(lambda tx: area_news.state(tx, self.workshop)).result()

    def heard(self, words: str = "podstawową listę obszarów") -> list[int]:
        """Who got the message about the areas, as often as they got it."""
        texts = [(one.chat, render(one.content, "pl", session=0).text) for _, one in self.sender.record]
        return sorted(chat for chat, text in texts if words in text)


@pytest.fixture
def told(database: Database) -> Told:
    return Told(database)


def test_areas_agreed_late_are_told_once_to_those_who_take_part(told: Told) -> None:
    told.until(LATE)
    told.areas("Blisko siebie", "agreed", LATE)
    told.until(NOON)
    assert told.heard() == [], "nothing tells them by itself"
    assert told.news() == "late"
    told.act(901)
    told.act(902, now=later(NOON, minutes=1))
    told.until(later(NOON, days=2))
    assert told.heard() == list(range(1000, 1006)), "each once, and nobody who took no part"
    assert told.heard("<b>1. Blisko siebie</b>") == list(range(1000, 1006))
    assert told.news() == "told"


def test_areas_that_stand_in_the_summary_are_not_told_again(told: Told) -> None:
    told.until(later(MEETING, hours=4))
    told.areas("Blisko siebie", "agreed", later(MEETING, hours=4))
    assert told.news() == "none", "the summary is still to come"
    told.act(901, now=later(MEETING, hours=4))
    told.until(NOON)
    assert told.heard("<b>1. Blisko siebie</b>") == list(range(1000, 1006)), "in the summary"
    assert told.news() == "none"
    told.act(901)
    told.until(later(NOON, days=1))
    assert told.heard() == []


def test_a_summary_that_was_switched_off_leaves_the_areas_to_be_told(told: Told) -> None:
    off = update(tables.timeline).where(tables.timeline.c.kind == "summary").values(state="off")
    do(told.database, lambda tx: tx.execute(off))
    told.areas("Blisko siebie", "agreed", MEETING)
    assert told.news() == "late"


def test_a_list_that_is_agreed_on_again_unchanged_is_not_offered_and_a_changed_one_is(told: Told) -> None:
    told.until(LATE)
    told.areas("Blisko siebie", "agreed", LATE)
    told.act(901)
    told.act(901, "areas.reopen")
    assert told.news() == "none", "a draft is nobody's to hear of"
    told.act(901, "areas.agree")
    assert told.news() == "told"
    told.act(901, "areas.reopen")
    told.areas("Woda", "agreed", NOON)
    assert told.news() == "late"


@pytest.mark.parametrize(("who", "may"), [(901, True), (902, True), (903, False), (1000, False)])
def test_the_room_s_staff_alone_may_tell(told: Told, who: int, may: bool) -> None:
    told.until(LATE)
    told.areas("Blisko siebie", "agreed", LATE)
    if may:
        told.act(who)
    else:
        with pytest.raises(NotAllowed):
            told.act(who)
    count = select(func.count()).where(tables.announcements.c.key.startswith("areas-told"))
    assert told.database.read(lambda tx: tx.execute(count).scalar_one()).result() == int(may)


def test_to_very_many_it_waits_for_a_second_organiser_and_can_be_told_after_a_no(told: Told) -> None:
    careful = replace(TOWN, office=replace(TOWN.office, second_confirmation_above=5))
    told.until(LATE)
    told.areas("Blisko siebie", "agreed", LATE)
    told.act(902, town=careful)
    told.until(NOON)
    assert (told.news(), told.heard()) == ("waiting", [])
    refused = update(tables.announcements).where(tables.announcements.c.state == "draft")
    do(told.database, lambda tx: tx.execute(refused.values(state="cancelled", finished_at=NOON)))
    assert told.news() == "late"
    told.act(902, now=later(NOON, hours=1))
    told.until(later(NOON, hours=2))
    assert told.heard() == list(range(1000, 1006))


def seen(phone: Phone) -> str:
    return render(phone.screen, "pl", session=1).text


def test_how_many_people_hear_of_it_is_said_before_anybody_does(told: Told) -> None:
    told.until(LATE)
    told.areas("Blisko siebie", "agreed", LATE)
    phone = Phone(told.database, TOWN, 901, NOON).command("areas")
    phone.tap("tell")
    assert "7 osób" in seen(phone), "six who took part, and whoever looks: the list stands on their phone"
    told.until(later(NOON, minutes=5))
    assert told.heard() == [], "the first tap only asks"
    phone.at(later(NOON, minutes=5)).tap("yes")
    told.until(later(NOON, hours=1))
    assert told.heard() == [901, *range(1000, 1006)], "as many as were said"
    assert told.news() == "told"


def test_an_area_that_covers_nothing_is_named_before_the_list_is_agreed_on(told: Told) -> None:
    told.until(LATE)
    told.areas("Blisko siebie", "draft", LATE)
    phone = Phone(told.database, TOWN, 901, NOON).command("areas").tap("agree")
    assert "nie obejmuje" not in seen(phone)
    do(told.database, lambda tx: table.add(tx, told.workshop, 1, {"pl": "Woda"}, NOON, covers=()))
    phone.tap("list", place=phone.screen.place).tap("agree")
    assert "Jeden obszar nie obejmuje żadnego tematu: Woda" in seen(phone)
