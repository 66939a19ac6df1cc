"""Quiet hours, the daily cap and the last check before a message leaves, at their edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audience import shown_count
from domain.instants import Instant, later, parse_instant, wall_clock
from domain.quiet import Quiet, before_quiet, day_begins, is_quiet, next_day, quiet_ends
from domain.sending import Candidate, End, Leave, Wait, verdict

WARSAW = ZoneInfo("Europe/Warsaw")
ST_JOHNS = ZoneInfo("America/St_Johns")
USUAL = Quiet(21, 8)

ENDS = [
    # quiet hours, now on the wall in Warsaw, end on the wall
    (USUAL, "2022-11-20T20:59:59+01:00", "2022-11-20T20:59:59+01:00"),
    (USUAL, "2022-11-20T21:00:00+01:00", "2022-11-21T08:00:00+01:00"),
    (USUAL, "2022-11-21T00:00:00+01:00", "2022-11-21T08:00:00+01:00"),
    (USUAL, "2022-11-21T07:59:59+01:00", "2022-11-21T08:00:00+01:00"),
    (USUAL, "2022-11-21T08:00:00+01:00", "2022-11-21T08:00:00+01:00"),
    # the night in which the clocks change
    (USUAL, "2022-03-26T23:00:00+01:00", "2022-03-27T08:00:00+02:00"),
    (USUAL, "2022-10-29T23:00:00+02:00", "2022-10-30T08:00:00+01:00"),
    # a nap in the afternoon, and hours that end when there is no such hour
    (Quiet(13, 15), "2022-11-20T14:00:00+01:00", "2022-11-20T15:00:00+01:00"),
    (Quiet(22, 2), "2022-03-26T23:00:00+01:00", "2022-03-27T03:00:00+02:00"),
    # and in the hour that comes twice: its end is its first end
    (Quiet(22, 2), "2022-10-29T23:00:00+02:00", "2022-10-30T02:00:00+02:00"),
    (Quiet(22, 3), "2022-10-30T02:30:00+02:00", "2022-10-30T03:00:00+01:00"),
    # never quiet
    (Quiet(0, 0), "2022-11-21T03:00:00+01:00", "2022-11-21T03:00:00+01:00"),
    (Quiet(24, 8), "2022-11-21T03:00:00+01:00", "2022-11-21T08:00:00+01:00"),
]


@pytest.mark.parametrize(("quiet", "now", "end"), ENDS)
def test_quiet_hours_end_on_the_wall(quiet: Quiet, now: str, end: str) -> None:
    assert quiet_ends(parse_instant(now), quiet, WARSAW) == parse_instant(end)


MOMENTS = st.integers(0, 10 * 365 * 24 * 3600).map(
    lambda after: later(parse_instant("2020-01-01T00:00:00Z"), seconds=after)
)
HOURS = st.builds(Quiet, st.integers(0, 24), st.integers(0, 24))
ZONES = st.sampled_from([WARSAW, ST_JOHNS, ZoneInfo("Pacific/Auckland"), ZoneInfo("Australia/Lord_Howe")])


@given(MOMENTS, HOURS, ZONES)
def test_the_end_of_the_quiet_hours_is_never_quiet_nor_early_nor_far(
    now: Instant, quiet: Quiet, zone: ZoneInfo
) -> None:
    end = quiet_ends(now, quiet, zone)
    assert not is_quiet(end, quiet, zone)
    assert now <= end <= later(now, hours=25)


@given(MOMENTS, ZONES)
def test_what_is_moved_to_the_evening_is_half_past_eight(now: Instant, zone: ZoneInfo) -> None:
    evening = before_quiet(now, USUAL, zone)
    assert evening <= now
    if evening != now:
        shown = wall_clock(evening, zone)
        assert (shown.hour, shown.minute) == (20, 30)
        assert now - evening < timedelta(hours=13)


@given(MOMENTS, HOURS, ZONES)
def test_the_next_day_is_another_day(now: Instant, quiet: Quiet, zone: ZoneInfo) -> None:
    then = next_day(now, quiet, zone)
    assert wall_clock(then, zone).date() > wall_clock(now, zone).date()
    assert not is_quiet(then, quiet, zone)
    assert day_begins(then, zone) > now


@pytest.mark.parametrize("hours", [(-1, 8), (21, 25)])
def test_quiet_hours_are_hours_of_a_day(hours: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="hours of a day"):
        Quiet(*hours)


NOON = parse_instant("2022-11-20T12:00:00+01:00")
NIGHT = parse_instant("2022-11-20T21:00:00+01:00")
MORNING = parse_instant("2022-11-21T08:00:00+01:00")
FREE = Candidate(personal=False, reachable=True, stopped=False, reminders=True, quiet=USUAL, valid_until=None)

VERDICTS = [
    ("nothing is in the way", FREE, NOON, Leave()),
    ("it ends now", replace(FREE, valid_until=NOON), NOON, End("expired", "too_late")),
    ("it ends a moment later", replace(FREE, valid_until=later(NOON, seconds=1)), NOON, Leave()),
    ("the bot is blocked", replace(FREE, reachable=False), NOON, End("blocked", "unreachable")),
    ("messages are stopped", replace(FREE, stopped=True), NOON, End("cancelled", "stopped")),
    ("stopped, but the workshop moved", replace(FREE, stopped=True, essential=True), NOON, Leave()),
    ("reminders are off", replace(FREE, reminders=False, reminder=True), NOON, End("cancelled", "no_reminders")),
    ("reminders are off, this is none", replace(FREE, reminders=False), NOON, Leave()),
    ("answered meanwhile", replace(FREE, why_not="answered"), NOON, End("cancelled", "answered")),
    ("night", FREE, NIGHT, Wait("quiet", MORNING)),
    ("a second before the night", FREE, later(NIGHT, seconds=-1), Leave()),
    ("night is over", FREE, MORNING, Leave()),
    ("night, and too late in the morning", replace(FREE, valid_until=MORNING), NIGHT, End("expired", "quiet")),
    (
        "night, and just in time in the morning",
        replace(FREE, valid_until=later(MORNING, seconds=1)),
        NIGHT,
        Wait("quiet", MORNING),
    ),
    ("night, on the workshop's own day", replace(FREE, skip_quiet=True), NIGHT, Leave()),
    ("night, asked for", replace(FREE, personal=True, stopped=True, today=99), NIGHT, Leave()),
    ("two today", replace(FREE, today=2), NOON, Leave()),
    ("three today", replace(FREE, today=3), NOON, Wait("cap", MORNING)),
    ("three today, and it cannot wait", replace(FREE, today=3, skip_quiet=True), NOON, Leave()),
    ("three today, too late tomorrow", replace(FREE, today=3, valid_until=MORNING), NOON, End("expired", "cap")),
    ("a night owl", replace(FREE, quiet=Quiet(2, 10)), NIGHT, Leave()),
]


@pytest.mark.parametrize(("name", "candidate", "now", "expected"), VERDICTS, ids=[case[0] for case in VERDICTS])
def test_everything_is_asked_once_more_before_a_message_leaves(
    name: str, candidate: Candidate, now: Instant, expected: object
) -> None:
    assert verdict(candidate, WARSAW, 3, now) == expected


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_coarse_count_bounds_nobody_to_fewer_than_five(part: int, rest: int) -> None:
    base = part + rest
    shown = shown_count(part, base, coarse=True)
    fits = [count for count in range(base + 1) if shown_count(count, base, coarse=True) == shown]
    assert part in fits
    assert len(fits) >= min(5, base + 1)
