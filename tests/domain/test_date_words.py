"""What people write when they are asked when, and what is made of it. Said on Thursday, 10 November 2022, at noon."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from domain.date_clock import read_length
from domain.date_vocabulary import fold
from domain.date_words import Unclear, read_when
from domain.instants import Instant, parse_instant

WARSAW = ZoneInfo("Europe/Warsaw")
NOW = parse_instant("2022-11-10T12:00:00+01:00")

SAID = (
    ("21.11 17:00", "2022-11-21 17:00"),
    ("21.11. 17:00", "2022-11-21 17:00"),
    ("21.11 o 17", "2022-11-21 17:00"),
    ("21.11.2022 17:00", "2022-11-21 17:00"),
    ("21.11.22 17:00", "2022-11-21 17:00"),
    ("21/11 17:00", "2022-11-21 17:00"),
    ("21/11/2022 9:00-12:00", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("21-11-2022 17:00", "2022-11-21 17:00"),
    ("2022-11-21 17:00", "2022-11-21 17:00"),
    ("2022-11-21T17:00", "2022-11-21 17:00"),
    ("21 listopada o 17", "2022-11-21 17:00"),
    ("21 listopada o 17:00", "2022-11-21 17:00"),
    ("21 listopada 2022 o 17.30", "2022-11-21 17:30"),
    ("21 listopada 2022 r. godz. 17:00", "2022-11-21 17:00"),
    ("21 lis 17:00", "2022-11-21 17:00"),
    ("poniedziałek 21 listopada, 9:00–12:00", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("w poniedziałek 21.11 9-12", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("dnia 21 listopada o godzinie 17", "2022-11-21 17:00"),
    ("jutro o 17", "2022-11-11 17:00"),
    ("jutro 17:00", "2022-11-11 17:00"),
    ("jutro 9-12", "2022-11-11 09:00 - 2022-11-11 12:00"),
    ("jutro o 9 rano", "2022-11-11 09:00"),
    ("jutro o 5", "2022-11-11 17:00"),
    ("jutro o 5 po południu", "2022-11-11 17:00"),
    ("jutro o 17.30", "2022-11-11 17:30"),
    ("pojutrze o 18:15", "2022-11-12 18:15"),
    ("dziś o 18", "2022-11-10 18:00"),
    ("dzisiaj 18:00", "2022-11-10 18:00"),
    ("dziś o 8", "!past"),
    ("w piątek 9-12", "2022-11-11 09:00 - 2022-11-11 12:00"),
    ("w piątek o 9", "2022-11-11 09:00"),
    ("piątek 17:00", "2022-11-11 17:00"),
    ("w środę o dziesiątej", "2022-11-16 10:00"),
    ("jutro o siedemnastej", "2022-11-11 17:00"),
    ("jutro o siedemnastej trzydzieści", "2022-11-11 17:30"),
    ("jutro od 9 do 12", "2022-11-11 09:00 - 2022-11-11 12:00"),
    ("jutro od 9:00 do 12:30", "2022-11-11 09:00 - 2022-11-11 12:30"),
    ("w przyszły piątek o 17", "2022-11-18 17:00"),
    ("w czwartek o 10", "2022-11-17 10:00"),
    ("w czwartek o 15", "2022-11-10 15:00"),
    ("za 3 dni o 18", "2022-11-13 18:00"),
    ("za tydzień o 17", "2022-11-17 17:00"),
    ("za dwa tygodnie o 17:00", "2022-11-24 17:00"),
    ("21 listopada 17:00 na 3 godziny", "2022-11-21 17:00 - 2022-11-21 20:00"),
    ("21.11 9:00, 2 godziny", "2022-11-21 09:00 - 2022-11-21 11:00"),
    ("w południe 21 listopada", "2022-11-21 12:00"),
    ("jutro w południe", "2022-11-11 12:00"),
    ("21.11 17:00 - 22.11 12:00", "2022-11-21 17:00 - 2022-11-22 12:00"),
    ("21 listopada 17:00 do 22 listopada 12:00", "2022-11-21 17:00 - 2022-11-22 12:00"),
    ("21-22 listopada 9:00-15:00", "2022-11-21 09:00 - 2022-11-22 15:00"),
    ("21.11 w godz. 9:00-12:00", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("21.11 godz. 17", "2022-11-21 17:00"),
    ("tomorrow 5pm", "2022-11-11 17:00"),
    ("tomorrow at 5 pm", "2022-11-11 17:00"),
    ("tomorrow at 17:00", "2022-11-11 17:00"),
    ("tomorrow 9-12", "2022-11-11 09:00 - 2022-11-11 12:00"),
    ("tomorrow at noon", "2022-11-11 12:00"),
    ("tomorrow 9am to 12pm", "2022-11-11 09:00 - 2022-11-11 12:00"),
    ("tomorrow from 10 to 2", "2022-11-11 10:00 - 2022-11-11 14:00"),
    ("tomorrow 2-4", "2022-11-11 14:00 - 2022-11-11 16:00"),
    ("tomorrow 5-7 pm", "2022-11-11 17:00 - 2022-11-11 19:00"),
    ("Nov 21 5pm", "2022-11-21 17:00"),
    ("November 21, 2022 at 5 pm", "2022-11-21 17:00"),
    ("21 November 17:00", "2022-11-21 17:00"),
    ("21st of November at 9", "2022-11-21 09:00"),
    ("on Friday 9:00-12:00", "2022-11-11 09:00 - 2022-11-11 12:00"),
    ("next Friday at 10", "2022-11-18 10:00"),
    ("friday 5:30pm", "2022-11-11 17:30"),
    ("Monday 21 November 9am", "2022-11-21 09:00"),
    ("today 6pm", "2022-11-10 18:00"),
    ("the day after tomorrow at 10:00", "2022-11-12 10:00"),
    ("in 2 weeks at 17:00", "2022-11-24 17:00"),
    ("in a week at 5pm", "2022-11-17 17:00"),
    ("in a month at 17:00", "2022-12-10 17:00"),
    ("in a fortnight at 10am", "2022-11-24 10:00"),
    ("two weeks from now at 9:00", "2022-11-24 09:00"),
    ("the 21st at 5pm", "2022-11-21 17:00"),
    ("Nov 21 from 9 to 12", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("21 Nov 9-12", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("завтра о 17:00", "2022-11-11 17:00"),
    ("завтра о 17", "2022-11-11 17:00"),
    ("завтра 9-12", "2022-11-11 09:00 - 2022-11-11 12:00"),
    ("завтра з 9 до 12", "2022-11-11 09:00 - 2022-11-11 12:00"),
    ("завтра о 9 ранку", "2022-11-11 09:00"),
    ("завтра о 5 вечора", "2022-11-11 17:00"),
    ("завтра о п'ятій", "2022-11-11 17:00"),
    ("завтра о сімнадцятій", "2022-11-11 17:00"),
    ("21 листопада о 17", "2022-11-21 17:00"),
    ("21 листопада 2022 року о 17:00", "2022-11-21 17:00"),
    ("21 листопада 17:00", "2022-11-21 17:00"),
    ("у п'ятницю о 9", "2022-11-11 09:00"),
    ("у п’ятницю 9-12", "2022-11-11 09:00 - 2022-11-11 12:00"),
    ("в середу об 11", "2022-11-16 11:00"),
    ("сьогодні о 18:00", "2022-11-10 18:00"),
    ("післязавтра о 10:00", "2022-11-12 10:00"),
    ("за тиждень о 17:00", "2022-11-17 17:00"),
    ("через 3 дні о 18", "2022-11-13 18:00"),
    ("за два тижні о 10", "2022-11-24 10:00"),
    ("через тиждень о 10", "2022-11-17 10:00"),
    ("наступної п'ятниці о 17:00", "2022-11-18 17:00"),
    ("понеділок, 21 листопада, 9:00–12:00", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("21.11 о 17:00", "2022-11-21 17:00"),
    ("опівдні 21 листопада", "2022-11-21 12:00"),
    ("завтра опівдні", "2022-11-11 12:00"),
    ("21 числа о 17:00", "2022-11-21 17:00"),
    ("31.11 17:00", "!no_such_date"),
    ("30 lutego o 10", "!no_such_date"),
    ("32.12 10:00", "!no_such_date"),
    ("21.13 17:00", "!not_understood"),
    ("jutro o 25", "!no_such_time"),
    ("jutro 25:00", "!no_such_time"),
    ("jutro 17:75", "!no_such_time"),
    ("wtorek 21.11 17:00", "!weekday_mismatch"),
    ("21.11", "!no_time"),
    ("jutro", "!no_time"),
    ("w piątek", "!no_time"),
    ("o 17", "2022-11-10 17:00"),
    ("17:00", "2022-11-10 17:00"),
    ("9:00", "2022-11-11 09:00"),
    ("dziś o 8:00", "!past"),
    ("wczoraj o 17", "!past"),
    ("21.11.2021 17:00", "!past"),
    ("21.11.2032 17:00", "!too_far"),
    ("jutro 17:00-16:00", "!end_before_start"),
    ("ratusz", "!not_understood"),
    ("abc", "!not_understood"),
    ("5", "!not_understood"),
    ("?", "!not_understood"),
    ("jutro o 17 w ratuszu", "!not_understood"),
    ("kiedyś", "!not_understood"),
    ("maj", "!not_understood"),
    ("1.12 10:00", "2022-12-01 10:00"),
    ("1 grudnia o 10", "2022-12-01 10:00"),
    ("9 listopada o 10", "2023-11-09 10:00"),
    ("9.11 10:00", "2023-11-09 10:00"),
    ("10.11 9:00", "2023-11-10 09:00"),
    ("29.02 10:00", "!no_such_date"),
    ("29 lutego 2024 o 10:00", "2024-02-29 10:00"),
    ("26 marca 2023 2:30", "!no_such_time"),
    ("30.10.2023 2:30", "2023-10-30 02:30"),
    ("kiedy wam pasuje", "!not_understood"),
    ("sobota 10", "2022-11-12 10:00"),
    ("21.11 17", "2022-11-21 17:00"),
    ("21.11, 17:00, ratusz", "!not_understood"),
    ("tomorrow", "!no_time"),
    ("tomorrow at 25:00", "!no_such_time"),
    ("february 30 at 10", "!no_such_date"),
    ("yesterday at 5pm", "!past"),
    ("some day", "!not_understood"),
    ("завтра", "!no_time"),
    ("31 листопада о 10", "!no_such_date"),
    ("вчора о 10", "!past"),
    ("колись", "!not_understood"),
    ("21.11 9.00-12.00", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("21.11 9.00 - 12.00", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("czwartek, 24.11.2022, godz. 9:00 - 12:00", "2022-11-24 09:00 - 2022-11-24 12:00"),
    ("od 9 do 12 21 listopada", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("9-12 21.11", "2022-11-21 09:00 - 2022-11-21 12:00"),
    ("17:00 jutro", "2022-11-11 17:00"),
    ("21.11 17-19:30", "2022-11-21 17:00 - 2022-11-21 19:30"),
    ("21.11.2022, 17:00–19:00", "2022-11-21 17:00 - 2022-11-21 19:00"),
    ("we wtorek o 18", "2022-11-15 18:00"),
    ("w niedzielę 11:00-13:00", "2022-11-13 11:00 - 2022-11-13 13:00"),
    ("5 grudnia 2022, 17:00", "2022-12-05 17:00"),
    ("5 XII 17:00", "2022-12-05 17:00"),
    ("22.11 od 16 do 18", "2022-11-22 16:00 - 2022-11-22 18:00"),
    ("22.11 między 16 a 18", "2022-11-22 16:00 - 2022-11-22 18:00"),
    ("jutro wieczorem", "!no_time"),
    ("jutro rano o 9", "2022-11-11 09:00"),
    ("jutro o 18 wieczorem", "2022-11-11 18:00"),
    ("22 listopada, wtorek, 17:00", "2022-11-22 17:00"),
    ("jutro 90 minut od 17:00", "2022-11-11 17:00 - 2022-11-11 18:30"),
    ("half past five tomorrow", "2022-11-11 17:30"),
    ("tomorrow 17:00 for two hours", "2022-11-11 17:00 - 2022-11-11 19:00"),
    ("tomorrow 17:00 for 90 minutes", "2022-11-11 17:00 - 2022-11-11 18:30"),
    ("Wed 23 Nov 2022 18:00", "2022-11-23 18:00"),
    ("23rd November 6.30pm", "2022-11-23 18:30"),
    ("Sunday at 11am", "2022-11-13 11:00"),
    ("11/21 5pm", "2022-11-21 17:00"),
    ("22 листопада з 16:00 до 18:00", "2022-11-22 16:00 - 2022-11-22 18:00"),
    ("22.11 16:00–18:00", "2022-11-22 16:00 - 2022-11-22 18:00"),
    ("у вівторок о 18:30", "2022-11-15 18:30"),
    ("неділя 11:00", "2022-11-13 11:00"),
    ("22 листопада, вівторок, 17:00", "2022-11-22 17:00"),
    ("завтра о 17:00 на 2 години", "2022-11-11 17:00 - 2022-11-11 19:00"),
    ("завтра о 25", "!no_such_time"),
    ("30 лютого о 10", "!no_such_date"),
    ("середа 22.11 17:00", "!weekday_mismatch"),
    ("wednesday 22 November 17:00", "!weekday_mismatch"),
    ("21.11 17:00 ‒ do ustalenia", "!not_understood"),
    ("12:00", "2022-11-11 12:00"),
    ("jutro 0:00", "2022-11-11 00:00"),
    ("21 XI 17:00", "2022-11-21 17:00"),
    ("21.XI.2022 17:00", "2022-11-21 17:00"),
    ("5 XII 2022 o 17:00", "2022-12-05 17:00"),
    ("5 I 2023 10:00", "2023-01-05 10:00"),
    ("21 i 22 listopada 9:00-15:00", "!not_understood"),
    ("21–22.11 9:00-15:00", "2022-11-21 09:00 - 2022-11-22 15:00"),
    ("pn 21.11 17", "2022-11-21 17:00"),
    ("pt. 17:00", "2022-11-11 17:00"),
    ("śr. 23.11. godz. 18", "2022-11-23 18:00"),
    ("21.11.2022 r., godz. 17.00", "2022-11-21 17:00"),
    ("24 grudnia 2022 (sobota) 10:00", "2022-12-24 10:00"),
    ("jutro o wpół do szóstej", "2022-11-11 17:30"),
    ("w piątek o wpół do dziesiątej", "2022-11-11 09:30"),
    ("dziś o 18-stej", "2022-11-10 18:00"),
    ("o 18ej jutro", "2022-11-11 18:00"),
    ("jutro wieczorem o 7", "2022-11-11 19:00"),
    ("jutro po południu o 3", "2022-11-11 15:00"),
    ("jutro, 17:00 (3h)", "2022-11-11 17:00 - 2022-11-11 20:00"),
    ("21.11 17:00, 2h", "2022-11-21 17:00 - 2022-11-21 19:00"),
    ("za godzinę", "2022-11-10 13:00"),
    ("za 2 godziny", "2022-11-10 14:00"),
    ("za pół godziny", "2022-11-10 12:30"),
    ("za 20 minut", "2022-11-10 12:20"),
    ("za miesiąc o 17", "2022-12-10 17:00"),
    ("w przyszłym tygodniu w środę o 17", "2022-11-16 17:00"),
    ("w najbliższy piątek o 17", "2022-11-11 17:00"),
    ("jutro w godzinach 17-19", "2022-11-11 17:00 - 2022-11-11 19:00"),
    ("21 listopada 17 do 20", "2022-11-21 17:00 - 2022-11-21 20:00"),
    ("co piątek o 17", "!not_understood"),
    ("21.11 albo 22.11 17:00", "!not_understood"),
    ("w weekend", "!not_understood"),
    ("jutro 23-1", "!end_before_start"),
    ("w sobotę rano", "!no_time"),
    ("Fri 5pm", "2022-11-11 17:00"),
    ("this Friday 5pm", "2022-11-11 17:00"),
    ("next week Tuesday 10am", "2022-11-15 10:00"),
    ("tomorrow morning at 9", "2022-11-11 09:00"),
    ("tomorrow evening 7", "2022-11-11 19:00"),
    ("tomorrow afternoon at 3", "2022-11-11 15:00"),
    ("tomorrow 5:30 p.m.", "2022-11-11 17:30"),
    ("21st November, 5-7pm", "2022-11-21 17:00 - 2022-11-21 19:00"),
    ("Dec 1st 2022 10:00", "2022-12-01 10:00"),
    ("11/21/2022 5pm", "2022-11-21 17:00"),
    ("13/13/2022 5pm", "!no_such_date"),
    ("in 3 hours", "2022-11-10 15:00"),
    ("in half an hour", "2022-11-10 12:30"),
    ("in 20 minutes", "2022-11-10 12:20"),
    ("half past nine tomorrow", "2022-11-11 09:30"),
    ("noon tomorrow", "2022-11-11 12:00"),
    ("every Friday at 5pm", "!not_understood"),
    ("завтра о пів на шосту", "2022-11-11 17:30"),
    ("завтра ввечері о 7", "2022-11-11 19:00"),
    ("завтра вранці о 9", "2022-11-11 09:00"),
    ("пн 21.11 17:00", "2022-11-21 17:00"),
    ("чт. 18:00", "2022-11-10 18:00"),
    ("в пятницу в 17:00", "2022-11-11 17:00"),
    ("через годину", "2022-11-10 13:00"),
    ("за 30 хвилин", "2022-11-10 12:30"),
    ("через пів години", "2022-11-10 12:30"),
    ("за місяць о 17", "2022-12-10 17:00"),
    ("наступного тижня у вівторок о 10", "2022-11-15 10:00"),
    ("1-го грудня о 10", "2022-12-01 10:00"),
    ("цієї п'ятниці о 17", "2022-11-11 17:00"),
    ("щоп'ятниці о 17", "!not_understood"),
)
"""(what was written, from - until on the clock of Warsaw, or the reason why it is unclear)"""


def shown(moment: Instant | None) -> str:
    return "" if moment is None else moment.astimezone(WARSAW).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(("text", "expected"), SAID, ids=[text or "nothing" for text, _ in SAID])
def test_a_date_in_words_is_understood_as_people_mean_it(text: str, expected: str) -> None:
    found = read_when(text, NOW, WARSAW)
    if isinstance(found, Unclear):
        assert f"!{found.reason}" == expected
    else:
        assert " - ".join(part for part in (shown(found.start), shown(found.end)) if part) == expected


def test_the_table_is_long_enough() -> None:
    assert len(SAID) >= 150
    assert len({text for text, _ in SAID}) == len(SAID)


def test_what_was_not_understood_is_named() -> None:
    assert read_when("jutro o 17 w ratuszu", NOW, WARSAW) == Unclear("not_understood", rest="ratuszu")


def test_a_day_without_a_time_is_kept_for_the_next_question() -> None:
    asked = read_when("21 listopada", NOW, WARSAW)
    assert isinstance(asked, Unclear)
    assert asked.day is not None
    found = read_when("17-19", NOW, WARSAW, day=asked.day)
    assert not isinstance(found, Unclear)
    assert (shown(found.start), shown(found.end)) == ("2022-11-21 17:00", "2022-11-21 19:00")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("3 godziny", 180),
        ("2 h", 120),
        ("90 min", 90),
        ("1,5 godziny", 90),
        ("дві години", 120),
        ("two hours", 120),
        ("17", None),
    ],
)
def test_how_long_it_takes_is_understood_alone(text: str, minutes: int) -> None:
    assert read_length(fold(text)) == minutes


def test_a_bare_number_is_no_length() -> None:
    assert read_length("17") is None


def test_the_zone_decides_which_day_tomorrow_is() -> None:
    far = ZoneInfo("Pacific/Auckland")
    found = read_when("tomorrow 9:00", NOW, far)
    assert not isinstance(found, Unclear)
    assert found.start.astimezone(far).strftime("%Y-%m-%d %H:%M") == "2022-11-12 09:00"


@pytest.mark.parametrize("text", ["x" * 5000, "1" * 300, "\u202e17:00", "0.0 0:0", "99/99/9999 99:99", "–––", "😀 17"])
def test_nothing_that_a_phone_can_send_raises(text: str) -> None:
    read_when(text, NOW, WARSAW)
