"""The survey's promises, one sentence each."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from conversations.effects import SubmitBallot
from domain.instants import parse_instant
from domain.instrument import Condition
from tests.lublin import lublin as lublin_file
from tests.pure_lublin import EVERY_KIND, lublin
from tests.pure_town import Phone, at_themes, chosen, told, town


def test_two_answers_for_one_theme_cannot_be_given() -> None:
    phone = at_themes()
    phone.say("sport, Sport, 10")
    phone.say("Sport")
    assert chosen(phone) == [10]


def test_a_required_question_cannot_be_skipped_or_passed() -> None:
    phone = at_themes(lublin(instrument=EVERY_KIND))
    phone.forge("sv.q0.10", "skip")
    phone.forge("sv.q0.10", "next")
    assert phone.session.frame is not None
    assert phone.session.frame.step == "q0"


def test_a_reason_stays_with_its_theme() -> None:
    phone = at_themes()
    for said in ("sport, edukacja", "dalej", "bo tak lubię biegać", "4"):
        phone.say(said)
    phone.tap("Zmień tematy")
    phone.tap("↑ Edukacja")
    assert "why" not in phone.answers
    phone.tap("↑ Sport")
    assert phone.answers["why"] == "bo tak lubię biegać"


def test_an_empty_survey_is_not_sent() -> None:
    phone = at_themes()
    for _ in range(2):
        phone.tap("Pomiń")
    assert phone.tap("Wyślij").effects == ()


def test_answers_of_a_closed_wave_are_not_sent() -> None:
    phone = at_themes()
    phone.say("sport")
    phone.session = phone.session.put(replace(phone.session.frame, step="review"))  # type: ignore[type-var]
    phone.town.at(parse_instant("2022-11-20T18:00:00+01:00"))
    taken = phone.forge("sv.review.10", "send")
    assert not [effect for effect in taken.effects if isinstance(effect, SubmitBallot)]
    assert "szkic" in phone.seen().text


def test_the_later_wave_does_not_show_the_earlier_answers() -> None:
    phone = at_themes()
    for said in ("sport", "dalej", "pomiń", "pomiń", "wyślij"):
        phone.say(said)
    phone.town.at(parse_instant("2022-11-21T13:00:00+01:00"))
    phone.start()
    phone.tap("Zaczynamy")
    assert chosen(phone) == []
    assert "1 · Sport" not in [key.text for key in phone.keys]


def test_the_simple_view_gets_a_new_message_for_each_step_and_no_signs() -> None:
    phone = Phone(town("pl", simple_view=True))
    phone.start()
    phone.tap("Przeczytane")
    assert phone.tap("Zaczynamy").fresh
    phone.say("8, 3")
    text = phone.seen().text + " ".join(key.text for key in phone.keys)
    assert not set("✓↑‹›·▲") & set(text)
    assert "8. Miasto zielone" in text


def test_people_see_themes_in_an_order_of_their_own_that_stays() -> None:
    shuffled = replace(EVERY_KIND.questions[0], shuffled=True)
    workshop = lublin(instrument=replace(EVERY_KIND, questions=(shuffled,)))
    orders = []
    for person in (1, 2, 2):
        phone = Phone(town("pl", workshop))
        phone.town.facts = replace(phone.town.facts, person=replace(phone.town.facts.person, id=person))
        for step in ("/start", "tak", "zaczynamy"):
            phone.say(step)
        orders.append([key.text for key in phone.keys][:12])
    assert orders[1] == orders[2] != orders[0]
    assert sorted(orders[0]) == sorted(orders[1])


@pytest.mark.parametrize(
    ("typed", "wrong"), [("3, 10, 99", "99"), ("0 1", "0"), ("1 " + "9" * 5000, "9999")], ids=["99", "0", "long"]
)
def test_a_number_of_no_theme_is_named_and_nothing_typed_with_it_is_taken(typed: str, wrong: str) -> None:
    phone = at_themes()
    phone.say(typed)
    assert chosen(phone) == []
    assert f"„{wrong}”" in phone.seen().text
    phone.say("3, 10")
    assert len(chosen(phone)) == 2


def test_more_than_a_screenful_of_themes_is_paged() -> None:
    workshop = lublin()
    more = tuple(
        replace(theme, id=theme.id + 100, key=f"m{theme.id}", names={"pl": f"Nowy {theme.names['pl']}"})
        for theme in workshop.themes
    )
    phone = at_themes(replace(workshop, themes=workshop.themes + more))
    phone.tap("Więcej ›")
    phone.tap("Nowy Sport")
    phone.tap("‹ Poprzednie")
    assert chosen(phone) == [110]
    assert "Sport" in [key.text for key in phone.keys]


def test_ballots_of_the_first_wave_hold_only_questions_that_are_asked() -> None:
    conditional = replace(EVERY_KIND.questions[6], condition=Condition("way", ("bus",)))
    instrument = replace(EVERY_KIND, questions=(EVERY_KIND.questions[3], conditional))
    phone = at_themes(lublin(instrument=instrument))
    for said in ("autobusem", "dużo ludzi rano"):
        phone.say(said)
    phone.tap("Zmień: Jak najczęściej")
    phone.tap("Pieszo")
    phone.tap("Wyślij")
    assert phone.ballot() == {"way": "foot"}


@pytest.mark.parametrize(
    ("language", "begin", "said"),
    [("pl", "Zaczynamy", "Wybierz do 3"), ("uk", "Почнімо", "Оберіть до 3"), ("en", "Let’s start", "Choose up to 3")],
)
def test_lublins_ranking_question_says_once_how_many_to_choose(language: str, begin: str, said: str) -> None:
    phone = told(lublin(instrument=lublin_file().instrument), language=language)
    phone.tap(begin)
    text = phone.seen().text
    assert text.count(said) == 1
    assert len(re.findall(r"\b3 (?:temat|тем|theme)", text)) == 1


def test_what_explains_a_question_stands_behind_a_button_of_that_question_alone() -> None:
    instrument = lublin_file().instrument
    first, second = (question.help["pl"] for question in instrument.questions[:2] if question.help)
    phone = at_themes(lublin(instrument=instrument))
    assert first not in phone.seen().text
    phone.tap("Więcej o pytaniu")
    phone.tap("Sport")
    assert first in phone.seen().text
    phone.tap("Dalej")
    assert second not in phone.seen().text
    phone.tap("Więcej o pytaniu")
    assert second in phone.seen().text
    phone.tap("Zwiń wyjaśnienie")
    assert second not in phone.seen().text
