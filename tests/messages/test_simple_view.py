"""The simple view, for whoever hears the screen: nothing is said by a sign, an emoji or a place on the screen alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import pytest

from conversations.effects import SaveSettings
from domain.languages import LANGUAGES
from messages.render import render
from tests.pure_town import Phone, at_themes
from tests.sheets import Shown, heard, played

ROADS = ("main_road_pl", "own_theme_pl", "every_kind_pl", "own_affairs_pl", "taking_part_pl", "after_the_workshop_pl")
DECORATION = frozenset("‹›·•↑↓←→↗✓✔✗▲▼■□★☆…")


def read_aloud(phone: Phone) -> None:
    phone.town.apply(SaveSettings({"simple_view": True}))
    phone.look()


@pytest.fixture(scope="module")
def screens() -> Sequence[Shown]:
    return played(ROADS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sign_carries_a_meaning_on_any_screen_of_a_resident(screens: Sequence[Shown], language: str) -> None:
    assert len(screens) > 60
    for screen in screens:
        said = heard(render(screen, language, session=1, simple=True))
        signs = {sign for sign in said if sign in DECORATION or unicodedata.category(sign) == "So"}
        assert not signs, said


def test_the_ordinary_view_has_such_signs(screens: Sequence[Shown]) -> None:
    said = "".join(heard(render(screen, "pl", session=1)) for screen in screens)
    assert set("‹·↑✓") <= set(said)


@pytest.mark.parametrize(
    ("language", "place", "free", "hours"),
    [
        ("pl", "miejsce 1: Edukacja, miejsce 2: Sport", "3. wolne", "od 9:00 do 12:00"),
        ("uk", "місце 1: Освіта, місце 2: Спорт", "3. вільно", "з 9:00 до 12:00"),
        ("en", "place 1: Education, place 2: Sport", "3. free", "from 9:00 to 12:00"),
    ],
)
def test_places_and_hours_are_said_in_words(language: str, place: str, free: str, hours: str) -> None:
    phone = at_themes()
    read_aloud(phone)
    phone.say("edukacja, sport")
    assert phone.screen is not None
    assert free in heard(render(phone.screen, language, session=1, simple=True))
    phone.tap("Dalej")
    phone.tap("Pomiń")
    phone.tap("Pomiń")
    assert place in heard(render(phone.screen, language, session=1, simple=True))
    phone.tap("Wyślij")
    assert hours in heard(render(phone.screen, language, session=1, simple=True))


def test_each_step_is_a_new_message_so_that_it_is_read_out() -> None:
    phone = at_themes()
    assert not phone.tap("Edukacja").fresh
    read_aloud(phone)
    for label in ("Sport", "Usuń z miejsca 1: Edukacja", "Dalej"):
        assert phone.tap(label).fresh, label
