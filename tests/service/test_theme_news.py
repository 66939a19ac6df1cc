"""Who proposed a theme hears what became of it: only if they want to, once, by day, and in their own words."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import select, update
from staging import add_people

from conversations import effects
from conversations.content_json import from_json
from domain.instants import Instant, later
from domain.own_words import proposal_key
from messages.render import render
from service import acts, sweep
from service.effects import Doing
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx

pytestmark = pytest.mark.long_on_postgresql

STAFF = 900
WORDS = "Ławki w cieniu"


class Place:
    """One person with a wish, several without, and staff who decide."""

    def __init__(self, database: Database, town: Town) -> None:
        self.database, self.town = database, town
        self.workshop = open_lublin(database)
        self.now = NOW
        self.do(lambda tx: add_people(tx, 1, first=STAFF))
        [who] = self.do(lambda tx: people.by_telegram_ids(tx, frozenset({STAFF})))
        given = {"participant_id": who.id, "role": "staff", "given_at": NOW}
        self.do(lambda tx: tx.execute(tables.roles.insert().values(**given)))

    def do(self, action: Any) -> Any:
        return self.database.write(action).result()

    def proposes(self, number: int, answer: str | None, words: str = WORDS) -> Phone:
        """Somebody answers with their own words and says whether they want to be told."""
        phone = Phone(self.database, self.town, number, self.now).start("lublin-ramy-strategii").tap("agree")
        phone.tap("begin").text(words)
        while any(button.verb in ("keep", "next", "skip") for button in phone.buttons()):
            verb = next(one.verb for one in phone.buttons() if one.verb in ("keep", "next", "skip"))
            phone.tap(verb)
        phone.tap("send")
        return phone if answer is None else phone.tap("news", answer)

    def theme(self, words: str = WORDS) -> int:
        key = proposal_key(words)
        return int(
            self.do(lambda tx: tx.execute(select(tables.themes.c.id).where(tables.themes.c.key == key)).scalar_one())
        )

    def decides(self, name: str, **args: Any) -> None:
        def act(tx: Tx) -> None:
            [person] = people.by_telegram_ids(tx, frozenset({STAFF}))
            acts.perform(Doing.of(tx, self.town, self.now, person), effects.Act(name, self.workshop, args))

        self.do(act)

    def passes(self, **time: float) -> None:
        self.now = later(self.now, **time)
        while self.do(partial(sweep.sweep, town=self.town, now=self.now)).worked:
            pass

    def told(self) -> list[tuple[int, str, Instant]]:
        """(Telegram id, text, not before) of each message about a theme."""
        query = (
            select(tables.participants.c.telegram_id, tables.deliveries.c.content, tables.deliveries.c.not_before)
            .join(tables.participants, tables.participants.c.id == tables.deliveries.c.participant_id)
            .where(tables.deliveries.c.personal)
            .order_by(tables.deliveries.c.id)
        )
        rows = self.do(lambda tx: tx.execute(query).all())
        found = [(number, render(from_json(content), "pl", session=0).text, at) for number, content, at in rows]
        return [one for one in found if "Twój temat" in one[1]]


@pytest.fixture
def place(database: Database, town: Town) -> Place:
    return Place(database, town)


def test_only_those_who_want_it_are_told_and_once(place: Place) -> None:
    place.proposes(1, "yes")
    place.proposes(2, "no")
    place.proposes(3, None)
    place.decides("theme.accept", theme=place.theme())
    place.passes(minutes=14)
    assert place.told() == [], "staff may still think again"
    place.passes(minutes=2)
    assert [number for number, _, _ in place.told()] == [1]
    assert "„Ławki w cieniu” jest przyjęty" in place.told()[0][1]
    place.passes(minutes=60)
    assert len(place.told()) == 1


def test_everybody_who_wrote_the_same_is_told_in_their_own_words(place: Place) -> None:
    place.proposes(1, "yes", "Ławki w cieniu")
    place.proposes(2, "yes", "ławki  w CIENIU")
    place.decides("theme.reject", theme=place.theme(), reason="To robi już zarząd dróg")
    place.passes(minutes=16)
    assert [number for number, _, _ in place.told()] == [1, 2]
    assert "„ławki w CIENIU” nie został przyjęty. Powód: To robi już zarząd dróg" in place.told()[1][1]


def test_a_decision_undone_in_time_is_never_told_and_of_two_the_last(place: Place) -> None:
    place.proposes(1, "yes")
    place.decides("theme.reject", theme=place.theme(), reason="x")
    decision = place.do(lambda tx: tx.execute(select(tables.theme_decisions.c.id)).scalars().all())[-1]
    place.decides("theme.undo", decision=decision)
    place.passes(minutes=30)
    assert place.told() == []
    first = int(
        place.do(lambda tx: tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id)).scalars().first())
    )
    place.decides("theme.accept", theme=place.theme())
    place.decides("theme.merge", theme=place.theme(), into=first)
    place.passes(minutes=16)
    assert ["liczy się teraz razem" in text for _, text, _ in place.told()] == [True]


def test_a_split_theme_stands_by_itself_and_is_told_again(place: Place) -> None:
    place.proposes(1, "yes")
    first = int(
        place.do(lambda tx: tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id)).scalars().first())
    )
    place.decides("theme.merge", theme=place.theme(), into=first)
    place.passes(minutes=16)
    place.decides("theme.split", theme=place.theme())
    theme = place.theme()
    row = place.do(lambda tx: tx.execute(select(tables.themes).where(tables.themes.c.id == theme)).one())
    assert (row.state, row.merged_into) == ("active", None)
    place.passes(minutes=16)
    assert "znów osobnym tematem" in place.told()[-1][1]
    place.decides("theme.split", theme=place.theme())
    assert place.do(lambda tx: len(tx.execute(select(tables.theme_decisions.c.id)).all())) == 2


def test_nobody_is_told_at_night(place: Place) -> None:
    place.proposes(1, "yes")
    place.now = later(NOW, hours=11)
    place.decides("theme.accept", theme=place.theme())
    place.passes(minutes=16)
    [(_, _, at)] = place.told()
    assert at == later(NOW, hours=21), "eight o'clock the next morning"


def test_the_wish_can_be_taken_back_in_the_settings(place: Place) -> None:
    phone = place.proposes(1, "yes")
    phone.command("settings").press("settings-theme_news-off")
    place.decides("theme.accept", theme=place.theme())
    place.passes(minutes=16)
    assert place.told() == []
    phone.press("settings-theme_news-on")
    place.do(lambda tx: tx.execute(update(tables.theme_decisions).values(told_at=None)))
    place.passes(minutes=1)
    assert [number for number, _, _ in place.told()] == [1]


def test_a_decision_that_waits_to_be_told_is_something_to_do(place: Place) -> None:
    place.proposes(1, "yes")
    place.decides("theme.accept", theme=place.theme())
    due = place.do(lambda tx: sweep.next_due(tx, place.town, place.now))
    assert due == later(NOW, minutes=15)
