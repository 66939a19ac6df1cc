"""A workshop's waves: at first, and after it was moved."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from domain.instants import Instant, parse_instant
from domain.slugs import slug
from domain.wave_dates import WaveDates, moved, shifted, usual

WARSAW = ZoneInfo("Europe/Warsaw")


def at(text: str) -> Instant:
    return parse_instant(f"{text}+01:00")


NOW = at("2022-11-02T12:00:00")
START, END = at("2022-11-21T09:00:00"), at("2022-11-21T12:00:00")


def test_the_first_wave_closes_the_evening_before_and_the_second_opens_at_the_end() -> None:
    before, after = usual(START, END, WARSAW, NOW)
    assert before == WaveDates("before", at("2022-11-11T10:00:00"), at("2022-11-20T18:00:00"))
    assert after == WaveDates("after", END, at("2022-11-23T18:00:00"))


def test_a_workshop_of_tomorrow_morning_is_asked_about_from_now_until_it_begins() -> None:
    before, _ = usual(START, END, WARSAW, at("2022-11-20T17:00:00"))
    assert (before.opens_at, before.closes_at) == (at("2022-11-20T17:00:00"), START)


def test_waves_move_with_the_workshop_by_the_clock_on_the_wall() -> None:
    later_start, later_end = at("2022-11-28T17:00:00"), at("2022-11-28T20:00:00")
    before, after = moved(usual(START, END, WARSAW, NOW), (START, END), (later_start, later_end), WARSAW, NOW)
    assert (before.opens_at, before.closes_at) == (at("2022-11-18T10:00:00"), at("2022-11-27T18:00:00"))
    assert (after.opens_at, after.closes_at) == (later_end, at("2022-11-30T18:00:00"))


def test_a_wave_that_has_opened_keeps_its_opening_and_does_not_close_in_the_past() -> None:
    now = at("2022-11-19T12:00:00")
    earlier_start, earlier_end = at("2022-11-19T17:00:00"), at("2022-11-19T20:00:00")
    before, _ = moved(usual(START, END, WARSAW, NOW), (START, END), (earlier_start, earlier_end), WARSAW, now)
    assert (before.opens_at, before.closes_at) == (at("2022-11-11T10:00:00"), earlier_start)


def test_a_wave_that_is_over_stays_as_it_was() -> None:
    now = at("2022-11-20T20:00:00")
    waves = usual(START, END, WARSAW, NOW)
    assert (
        moved(waves, (START, END), (at("2022-11-22T09:00:00"), at("2022-11-22T12:00:00")), WARSAW, now)[0] == waves[0]
    )


def test_the_change_of_clocks_does_not_move_the_evening_before() -> None:
    summer = parse_instant("2022-10-29T18:00:00+02:00")
    start = parse_instant("2022-10-30T09:00:00+01:00")
    assert shifted(summer, start, at("2022-11-21T09:00:00"), WARSAW) == at("2022-11-20T18:00:00")


@pytest.mark.parametrize(
    ("title", "taken", "name"),
    [
        ("Zieleń w mieście", (), "zielen-w-miescie"),
        ("Парки й сквери", (), "parky-i-skvery"),
        ("Łąka!", ("laka",), "laka-2"),
        ("😀", (), "w"),
        ("x" * 80, (), "x" * 32),
    ],
)
def test_titles_become_short_names_for_links(title: str, taken: tuple[str, ...], name: str) -> None:
    assert slug(title, taken) == name
