"""Offers of a place: a set time, never ending at night, never after the workshop began."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.instants import Instant, instant, later, wall_clock
from domain.offers import LATEST_BEFORE_START, offer_times
from domain.quiet import TOWN_QUIET, is_quiet

WARSAW = ZoneInfo("Europe/Warsaw")
START = instant(datetime(2022, 11, 21, 9, tzinfo=WARSAW))
moments = st.integers(0, 33 * 24 * 60).map(
    lambda minutes: later(instant(datetime(2022, 10, 20, tzinfo=UTC)), minutes=minutes)
)


@given(moments, st.integers(0, 23))
def test_an_offer_is_told_by_day_and_ends_by_day_before_the_workshop(now: Instant, hour: int) -> None:
    starts_at = instant(datetime(2022, 11, 21, hour, tzinfo=WARSAW))
    times = offer_times(now, starts_at, WARSAW)
    if times is None:
        assert now > starts_at - timedelta(hours=13)
        return
    latest = starts_at - LATEST_BEFORE_START
    assert now <= times.tell_at < times.until <= latest
    assert not is_quiet(times.tell_at, TOWN_QUIET, WARSAW)
    assert times.until == latest or not is_quiet(times.until, TOWN_QUIET, WARSAW)


def test_a_week_before_there_are_twelve_hours_and_what_would_end_at_night_ends_in_the_morning() -> None:
    noon = instant(datetime(2022, 11, 14, 12, tzinfo=WARSAW))
    times = offer_times(noon, START, WARSAW)
    assert times is not None
    assert times.tell_at == noon
    assert wall_clock(times.until, WARSAW) == datetime(2022, 11, 15, 10, tzinfo=WARSAW)


def test_the_day_before_there_are_two_hours() -> None:
    noon = instant(datetime(2022, 11, 20, 12, tzinfo=WARSAW))
    times = offer_times(noon, START, WARSAW)
    assert times is not None
    assert wall_clock(times.until, WARSAW) == datetime(2022, 11, 20, 14, tzinfo=WARSAW)


def test_a_place_that_frees_at_night_is_offered_in_the_morning() -> None:
    night = instant(datetime(2022, 11, 15, 23, tzinfo=WARSAW))
    times = offer_times(night, START, WARSAW)
    assert times is not None
    assert wall_clock(times.tell_at, WARSAW) == datetime(2022, 11, 16, 8, tzinfo=WARSAW)


def test_too_close_to_the_start_nobody_is_offered_anything() -> None:
    assert offer_times(instant(datetime(2022, 11, 21, 8, 45, tzinfo=WARSAW)), START, WARSAW) is None
