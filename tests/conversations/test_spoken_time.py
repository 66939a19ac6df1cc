"""A moment in words that is said in two goes: the day, and its hour when it is asked for."""

from __future__ import annotations

import pytest

from conversations.organise.spoken_time import Unheard, hear_moment
from domain.instants import parse_instant

NOW = parse_instant("2022-11-14T12:00:00+01:00")
ZONE = "Europe/Warsaw"


@pytest.mark.parametrize(
    ("first", "second", "meant"),
    [
        ("tomorrow", "18:00", "2022-11-15T18:00:00+01:00"),
        ("jutro", "18", "2022-11-15T18:00:00+01:00"),
        ("у п'ятницю", "о 9", "2022-11-18T09:00:00+01:00"),
        ("tomorrow", "17.11 18:00", "2022-11-17T18:00:00+01:00"),
    ],
)
def test_an_hour_said_after_its_day_is_of_that_day(first: str, second: str, meant: str) -> None:
    heard = hear_moment(first, NOW, ZONE, None)
    assert isinstance(heard, Unheard)
    assert heard.note.name == "date-unclear-hour"
    assert hear_moment(second, NOW, ZONE, heard.day) == parse_instant(meant)


def test_words_that_are_not_understood_do_not_lose_the_day() -> None:
    heard = hear_moment("kiedyś", NOW, ZONE, "2022-11-15")
    assert isinstance(heard, Unheard)
    assert heard.day == "2022-11-15"
