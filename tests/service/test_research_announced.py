"""A workshop with a research file says so to everybody before their first answer: on the phone, when helped, on paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert, update

from conversations.screens import Say, Screen
from domain.languages import LANGUAGES
from messages.catalogue import plain
from results.pictures import ballot
from results.pictures.sheet import MARGIN, Text
from service import paper_prints
from service.work import Town
from storage import people, tables, workshops
from storage.database import Database, Tx

SLUG = "lublin-ramy-strategii"
TITLE = {"pl": "ramy tematyczne", "uk": "тематичні рамки", "en": "thematic frame"}


@pytest.fixture(params=[True, False], ids=["announced", "silent"])
def told(request: pytest.FixtureRequest, sqlite_url: str) -> Iterator[tuple[Database, bool]]:
    """A database with the example workshop open, and whether it has a research file."""
    database = Database(sqlite_url)
    open_lublin(database, research_file=request.param)
    yield database, request.param
    database.close()


def names(screen: Screen) -> list[str]:
    return [line.name for line in screen.lines if isinstance(line, Say)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_and_the_first_page_of_the_survey_say_it(told: Any, town: Town, language: str) -> None:
    database, announced = told
    phone = Phone(database, town, 1, NOW, language).start(SLUG)
    assert ("notice-research" in names(phone.screen)) == announced
    phone.tap("details")
    assert ("notice-research" in names(phone.screen)) == announced
    where = next(
        (line for line in phone.screen.lines if isinstance(line, Say) and line.name == "notice-research-where"), None
    )
    assert (where is not None) == announced
    assert where is None or TITLE[language] in plain(where, language)
    phone.tap("agree")
    assert "begin" in phone.labels()
    assert ("notice-research" in names(phone.screen)) == announced


def test_whoever_read_the_notice_before_the_workshop_was_there_reads_it_at_its_survey(
    sqlite_url: str, town: Town
) -> None:
    database = Database(sqlite_url)
    phone = Phone(database, town, 1, NOW).start()
    assert "notice-research" not in names(phone.screen)
    phone.tap("agree")
    open_lublin(database, research_file=True)
    phone.start(SLUG)
    assert "begin" in phone.labels()
    assert "notice-research" in names(phone.screen)
    database.close()


def test_a_workshop_that_is_over_and_was_not_answered_is_not_spoken_of(sqlite_url: str, town: Town) -> None:
    database = Database(sqlite_url)
    open_lublin(database, research_file=True)
    database.write(lambda tx: tx.execute(update(tables.waves).values(state="closed"))).result()
    assert "notice-research" not in names(Phone(database, town, 1, NOW).start().screen)
    database.close()


def test_whoever_is_helped_is_read_it_too(told: Any, town: Town) -> None:
    database, announced = told
    phone = Phone(database, town, 1, NOW).start().tap("agree")

    def make_organiser(tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({1}))
        tx.execute(insert(tables.roles).values(participant_id=row.id, role="organiser", given_at=NOW))

    database.write(make_organiser).result()
    phone.tap("open", "1", place="helping")
    assert "help-read" in names(phone.screen)
    assert ("notice-research" in names(phone.screen)) == announced


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [ballot.PLAIN, ballot.LARGE])
def test_paper_says_it_within_the_page(told: Any, town: Town, language: str, size: int) -> None:
    database, announced = told
    about = paper_prints.about(1, "before", ["ACDE34"], town.office, language, large=size == ballot.LARGE)
    workshop = database.read(lambda tx: workshops.lasting(tx, 1)).result()

    def say(name: str, /, **arguments: object) -> str:
        return plain(Say(name, arguments), language)

    words = paper_prints._words(workshop, about, say, language)
    printed = [mark for page in ballot.pages(words, "ACD-E34", size) for mark in page if isinstance(mark, Text)]
    assert all(mark.y >= MARGIN for mark in printed)
    seen = " ".join(mark.text for mark in printed)
    assert (say("notice-research").split(":")[0] in seen) == announced
