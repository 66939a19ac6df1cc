"""Words: strict catalogues, plural forms, escaping, dates in the zone that is handed in."""

from __future__ import annotations

import pytest

from conversations.screens import In, Joined, Own, Say, When
from domain.instants import parse_instant
from messages import catalogue
from messages.catalogue import WordsMissing, plain, say, words

ZONE = "Europe/Warsaw"
STARTS = parse_instant("2022-11-21T09:00:00+01:00")
ENDS = parse_instant("2022-11-21T12:00:00+01:00")


@pytest.mark.parametrize(
    ("count", "polish", "ukrainian", "english"),
    [
        (1, "1 krótkie pytanie o Tobie", "1 коротке питання про вас", "1 short question about you"),
        (2, "2 krótkie pytania o Tobie", "2 короткі питання про вас", "2 short questions about you"),
        (5, "5 krótkich pytań o Tobie", "5 коротких питань про вас", "5 short questions about you"),
        (12, "12 krótkich pytań o Tobie", "12 коротких питань про вас", "12 short questions about you"),
        (22, "22 krótkie pytania o Tobie", "22 короткі питання про вас", "22 short questions about you"),
    ],
)
def test_plural_forms_are_right(count: int, polish: str, ukrainian: str, english: str) -> None:
    said = [say("profile-offer", language, count=count) for language in ("pl", "uk", "en")]
    assert said == [polish, ukrainian, english]


def test_a_missing_message_is_no_text() -> None:
    with pytest.raises(WordsMissing, match="no message gone"):
        say("gone", "pl")


def test_a_missing_argument_is_no_text() -> None:
    with pytest.raises(WordsMissing, match="survey-until"):
        say("survey-until", "pl")


def test_what_people_wrote_is_escaped_and_the_catalogues_markup_is_not() -> None:
    assert words(Own("<b>&"), "pl") == "&lt;b&gt;&amp;"
    assert words(Say("title", {"title": "<i>x</i>"}), "pl") == "<b>&lt;i&gt;x&lt;/i&gt;</b>"
    assert words(Say("title", {"title": In({"pl": "a < b"})}), "uk") == "<b>a &lt; b</b>"
    assert plain(Say("title", {"title": Own("a < b")}), "pl") == "a < b"


def test_fluent_syntax_in_what_people_wrote_stays_text() -> None:
    assert words(Say("quoted", {"text": "{ $x } { send }"}), "pl") == "„{ $x } { send }”"


def test_a_text_longer_than_fluent_takes_is_said_whole() -> None:
    assert words(Say("quoted", {"text": "&" * 3000}), "pl") == "„" + "&amp;" * 3000 + "”"
    assert words(Say("quoted", {"text": "\ue0000\ue001"}), "pl") == "„\ue0000\ue001”"


def test_words_in_several_languages_fall_back_to_polish() -> None:
    assert words(Joined((In({"pl": "jeden"}), In({"en": "two"})), " + "), "en") == "jeden + two"


@pytest.mark.parametrize(
    ("style", "polish", "ukrainian", "english"),
    [
        (
            "span",
            "poniedziałek, 21 listopada, 9:00–12:00",
            "понеділок, 21 листопада, 9:00–12:00",
            "Monday 21 November, 9:00–12:00",
        ),
        ("long", "poniedziałek, 21 listopada, 9:00", "понеділок, 21 листопада, 9:00", "Monday 21 November, 9:00"),
        ("date", "poniedziałek, 21 listopada", "понеділок, 21 листопада", "Monday 21 November"),
        (
            "deadline",
            "poniedziałku, 21 listopada, godz. 9:00",
            "понеділка, 21 листопада, 9:00",
            "Monday 21 November, 9:00",
        ),
        ("short", "21 listopada", "21 листопада", "21 November"),
        ("time", "9:00", "9:00", "9:00"),
        ("stamp", "21.11.2022, 9:00", "21.11.2022, 9:00", "21.11.2022, 9:00"),
    ],
)
def test_dates_carry_the_weekday_in_each_language(style: str, polish: str, ukrainian: str, english: str) -> None:
    when = When(STARTS, ZONE, style, ENDS if style == "span" else None)  # type: ignore[arg-type]
    assert [words(when, language) for language in ("pl", "uk", "en")] == [polish, ukrainian, english]


def test_a_date_is_shown_in_its_own_zone_whatever_the_season() -> None:
    summer = parse_instant("2022-07-01T22:30:00+00:00")
    assert words(When(summer, ZONE), "pl") == "sobota, 2 lipca, 0:30"
    assert words(When(summer, "Europe/Lisbon"), "pl") == "piątek, 1 lipca, 23:30"


def test_a_meeting_over_two_days_names_both() -> None:
    until = parse_instant("2022-11-22T12:00:00+01:00")
    assert words(When(STARTS, ZONE, "span", until), "en") == "Monday 21 November, 9:00 – Tuesday 22 November, 12:00"


def test_what_residents_wrote_is_never_kept_in_memory() -> None:
    """Unlike what comes again and again: numbers, dates, and what organisers call things."""

    def held(said: Say) -> int:
        for kept in (catalogue._kept, catalogue._constant, catalogue._date):
            kept.cache_clear()
        assert words(said, "pl")
        return catalogue._kept.cache_info().currsize

    assert held(Say("survey-until", {"deadline": When(STARTS, ZONE, "deadline")})) == 1
    assert held(Say("theme-number", {"number": 2, "theme": In({"pl": "Ład"})})) == 1
    assert held(Say("theme-number", {"number": 2, "theme": Own("Ceny mieszkań")})) == 0
    assert held(Say("theme-number", {"number": 2, "theme": "Ceny mieszkań"})) == 0
    assert held(Say("theme-number", {"number": 2, "theme": Joined((Own("Ceny"),))})) == 0
