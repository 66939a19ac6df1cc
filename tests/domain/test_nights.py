"""What an organiser is told, before confirming, of a broadcast that runs into the night."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.instants import later, parse_instant
from domain.nights import Beside, outlook
from domain.quiet import Quiet

WARSAW = ZoneInfo("Europe/Warsaw")
AUCKLAND = ZoneInfo("Pacific/Auckland")
USUAL = Quiet(21, 8)
EARLY = Quiet(20, 7)
OWL = Quiet(0, 0)

MORNING = "2022-11-21T08:00:00+01:00"
CASES = [
    # people by quiet hours, start, until; first, after, never, split
    ("by day it all goes", [(USUAL, 1000)], "2022-11-20T12:00:00+01:00", None, 1000, [], 0, False),
    ("at night it all waits", [(USUAL, 1000)], "2022-11-20T23:00:00+01:00", None, 0, [(MORNING, 1000)], 0, False),
    # ten minutes are left until the night: 600 seconds at 30 a second
    ("what fits before the night", [(USUAL, 20000)], "2022-11-20T20:50:00+01:00", None, 18000, [(MORNING, 2000)], 0, True),
    ("to the second", [(USUAL, 20)], "2022-11-20T20:59:59.500000+01:00", None, 15, [(MORNING, 5)], 0, True),
    ("too late in the morning", [(USUAL, 1000)], "2022-11-20T23:00:00+01:00", MORNING, 0, [], 1000, False),
    ("too late while it runs", [(OWL, 1000)], "2022-11-20T12:00:00+01:00", "2022-11-20T12:00:10+01:00", 300, [], 700, False),
    (
        "each by their own hours",
        [(USUAL, 10), (EARLY, 20), (OWL, 30)],
        "2022-11-20T20:30:00+01:00",
        None,
        40,
        [("2022-11-21T07:00:00+01:00", 20)],
        0,
        False,
    ),
    # 1,080,000 at 30 a second are ten hours: from 12:00 until 21:00, and one more in the morning
    ("a million", [(USUAL, 1_080_000)], "2022-11-20T12:00:00+01:00", None, 972_000, [(MORNING, 108_000)], 0, True),
    # two nights, and over the change of clocks
    (
        "two nights",
        [(USUAL, 1_620_000)],
        "2022-10-29T20:00:00+02:00",
        None,
        108_000,
        [("2022-10-30T08:00:00+01:00", 1_404_000), ("2022-10-31T08:00:00+01:00", 108_000)],
        0,
        True,
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("people", "start", "until", "first", "after", "never", "split"),
    [case[1:] for case in CASES],
    ids=[c[0] for c in CASES],
)
def test_the_night_lets_so_many_through(
    people: list[tuple[Quiet, int]],
    start: str,
    until: str | None,
    first: int,
    after: list[tuple[str, int]],
    never: int,
    split: bool,
) -> None:
    found = outlook(people, parse_instant(start), 30, WARSAW, None if until is None else parse_instant(until))
    assert found.first == first
    assert found.after == tuple((parse_instant(moment), count) for moment, count in after)
    assert (found.never, found.split) == (never, split)


def test_it_ends_when_the_last_one_has_left() -> None:
    found = outlook([(USUAL, 20000)], parse_instant("2022-11-20T20:50:00+01:00"), 30, WARSAW)
    assert abs((found.ends - later(parse_instant(MORNING), seconds=2000 / 30)).total_seconds()) < 1


@given(
    st.lists(st.tuples(st.builds(Quiet, st.integers(0, 24), st.integers(0, 24)), st.integers(0, 5000)), max_size=5),
    st.integers(0, 365 * 24 * 60),
    st.sampled_from([1, 30, 1000]),
    st.sampled_from([WARSAW, AUCKLAND]),
    st.one_of(st.none(), st.integers(1, 3000)),
)
def test_everybody_is_counted_once(
    people: list[tuple[Quiet, int]], minutes: int, rate: int, zone: ZoneInfo, until: int | None
) -> None:
    start = later(parse_instant("2022-01-01T00:00:00+00:00"), minutes=minutes)
    end = None if until is None else later(start, minutes=until)
    found = outlook(people, start, rate, zone, end)
    assert found.first + found.waits + found.never == sum(count for _, count in people)
    assert all(moment > start and (end is None or moment < end) for moment, _ in found.after)
    if end is None:
        assert found.never == 0


NOON = parse_instant("2022-11-20T12:00:00+01:00")
TOGETHER = [
    # how many of ours, how many wait beside them, and the seconds until the last of ours has left at 30 a second
    (300, [], 10),
    (300, [300], 20),
    (30, [100_000], 2),
    (300, [30, 3_000], 21),
]


@pytest.mark.parametrize(("ours", "others", "seconds"), TOGETHER)
def test_what_waits_at_the_same_pace_makes_it_last_longer(ours: int, others: list[int], seconds: int) -> None:
    """Each announcement has the same share, so a short one does not wait for a long one's end."""
    found = outlook([(USUAL, ours)], NOON, 30, WARSAW, beside=[Beside(left, NOON, USUAL) for left in others])
    assert abs((found.ends - NOON).total_seconds() - seconds) < 0.1


def test_fewer_get_it_before_the_night_when_others_leave_too() -> None:
    evening = parse_instant("2022-11-20T20:50:00+01:00")
    other = [Beside(20_000, evening, USUAL)]
    assert outlook([(USUAL, 20_000)], evening, 30, WARSAW, beside=other).first == 9_000
    later_on = [Beside(20_000, parse_instant(MORNING), USUAL)]
    found = outlook([(USUAL, 20_000)], evening, 30, WARSAW, beside=later_on)
    assert (found.first, found.split) == (18_000, True)
    assert abs((found.ends - later(parse_instant(MORNING), seconds=4_000 / 30)).total_seconds()) < 1


def test_who_had_a_days_messages_gets_it_the_next_morning() -> None:
    found = outlook([(USUAL, 100)], NOON, 30, WARSAW, capped=[(USUAL, 10), (OWL, 5)])
    assert found.first == 100
    assert found.after == ((parse_instant("2022-11-21T00:00:00+01:00"), 5), (parse_instant(MORNING), 10))
    too_late = outlook([(USUAL, 100)], NOON, 30, WARSAW, parse_instant(MORNING), capped=[(USUAL, 10)])
    assert (too_late.first, too_late.after, too_late.never) == (100, (), 10)
