"""Similar themes are found across inflection, typos, missing diacritics and languages; unlike ones are not offered."""

from __future__ import annotations

import pytest

from conversations.similar import exact, meant, similar
from tests.pure_town import catalogue

THEMES = catalogue()


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("zielen w miescie", "Miasto zielone"),
        ("zieleń w mieście", "Miasto zielone"),
        ("zielone miasta", "Miasto zielone"),
        ("ubytek zieleni", "Miasto zielone"),
        ("edukacji", "Edukacja"),
        ("edukcja", "Edukacja"),
        ("o edukację dzieci", "Edukacja"),
        ("dobrzy sasiedzi", "Dobre sąsiedztwo"),
        ("sąsiedztwa", "Dobre sąsiedztwo"),
        ("mobilności miejskiej", "Urbanistyka i mobilność miejska"),
        ("urbanistyki", "Urbanistyka i mobilność miejska"),
        ("turystyczne", "Turystyka"),
        ("trystyka", "Turystyka"),
        ("partycypacji", "Partycypacja i współrządzenie"),
        ("wspolrzadzenie", "Partycypacja i współrządzenie"),
        ("metropolitalny", "Metropolia"),
        ("kultury", "Kultura i przemysły kreatywne"),
        ("gospodarki", "Inteligentna i zrównoważona gospodarka"),
        ("sportowe boiska", "Sport"),
        ("зелень у місті", "Miasto zielone"),
        ("зелені міста", "Miasto zielone"),
        ("освіти", "Edukacja"),
        ("спортом", "Sport"),
        ("мобільність", "Urbanistyka i mobilność miejska"),
        ("more green cities", "Miasto zielone"),
        ("educaton", "Edukacja"),
        ("good neighbours", "Dobre sąsiedztwo"),
        ("tourists", "Turystyka"),
    ],
)
def test_what_was_written_finds_its_theme_first(words: str, theme: str) -> None:
    found = similar(words, THEMES)
    assert found, f"nothing like {words!r}"
    assert found[0].names["pl"] == theme


@pytest.mark.parametrize(
    "words",
    [
        "ceny mieszkań",
        "praca i dochody",
        "usługi medyczne",
        "jazda samochodem",
        "gęsta zabudowa",
        "ціни на житло",
        "doctors",
        "x",
    ],
)
def test_what_is_unlike_every_theme_is_offered_none(words: str) -> None:
    assert similar(words, THEMES) == ()


def test_at_most_three_are_offered() -> None:
    assert len(similar("miasto społeczna kultura urbanistyka sport edukacja", THEMES)) == 3


@pytest.mark.parametrize(
    ("words", "theme"), [("MIASTO  ZIELONE", 8), ("miasto zielone!", 8), ("Зелене місто", 8), ("green CITY", 8)]
)
def test_a_name_is_a_name_whatever_its_case_and_language(words: str, theme: int) -> None:
    found = exact(words, THEMES)
    assert found is not None
    assert found.id == theme


def test_a_word_that_two_themes_share_means_neither() -> None:
    assert meant("miasto", THEMES) is None


def test_a_part_that_one_theme_has_means_that_theme() -> None:
    found = meant("urbanistyka", THEMES)
    assert found is not None
    assert found.id == 12
