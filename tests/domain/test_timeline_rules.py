"""When timeline entries are due, in words of the clock on the wall, over everything that clocks do."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.audience import Part
from domain.instants import Instant, at_wall_clock, later, parse_instant, wall_clock
from domain.timeline import (
    Dates,
    Moment,
    Rule,
    due_at,
    moment_of,
    rule_from_json,
    rule_to_json,
    still_helps,
    with_whom,
)
from domain.timeline_files import TimelineError, parse_timeline
from domain.timeline_moves import at_anchor, at_instant
from domain.timeline_together import overtaken, put_off

WARSAW = ZoneInfo("Europe/Warsaw")
AUCKLAND = ZoneInfo("Pacific/Auckland")
ST_JOHNS = ZoneInfo("America/St_Johns")
EVERYONE = (Part("everyone"),)
COMING = (Part("registered"),)


def dates(start: str, zone: ZoneInfo, **waves: tuple[str, str]) -> Dates:
    """Dates of a two-hour workshop that starts when the clock on the wall shows `start`."""
    starts_at = wall(start, zone)
    parsed = {kind: (wall(opens, zone), wall(closes, zone)) for kind, (opens, closes) in waves.items()}
    return Dates(zone, starts_at, later(starts_at, hours=2), parsed)  # type: ignore[arg-type]


def wall(text: str, zone: ZoneInfo) -> Instant:
    day, clock = text.split(" ")
    return at_wall_clock(date.fromisoformat(day), time.fromisoformat(clock), zone)


DAY_BEFORE = Moment("start", days=-1, at=time(18))

WALL_CLOCK = [
    # zone, workshop starts, rule, expected in UTC
    (WARSAW, "2022-11-21 09:00", DAY_BEFORE, "2022-11-20T17:00:00+00:00"),
    # Sunday 27 March 2022: 2:00 becomes 3:00. The evening before is still winter time
    (WARSAW, "2022-03-27 09:00", DAY_BEFORE, "2022-03-26T17:00:00+00:00"),
    (WARSAW, "2022-03-28 09:00", DAY_BEFORE, "2022-03-27T16:00:00+00:00"),
    # Sunday 30 October 2022: 3:00 becomes 2:00
    (WARSAW, "2022-10-30 09:00", DAY_BEFORE, "2022-10-29T16:00:00+00:00"),
    (WARSAW, "2022-10-31 09:00", DAY_BEFORE, "2022-10-30T17:00:00+00:00"),
    # a day's distance without a clock time keeps the anchor's own time, though the day has 23 or 25 hours
    (WARSAW, "2022-03-27 09:00", Moment("start", days=-1), "2022-03-26T08:00:00+00:00"),
    (WARSAW, "2022-10-30 09:00", Moment("start", days=-1), "2022-10-29T07:00:00+00:00"),
    # hours are elapsed time
    (WARSAW, "2022-03-27 09:00", Moment("start", minutes=-24 * 60), "2022-03-26T07:00:00+00:00"),
    (WARSAW, "2022-10-30 09:00", Moment("start", minutes=-24 * 60), "2022-10-29T08:00:00+00:00"),
    # 2:30 does not exist on 27 March: as far after midnight as the old offset says
    (WARSAW, "2022-03-28 09:00", Moment("start", days=-1, at=time(2, 30)), "2022-03-27T01:30:00+00:00"),
    # 2:30 exists twice on 30 October: the first
    (WARSAW, "2022-10-31 09:00", Moment("start", days=-1, at=time(2, 30)), "2022-10-30T00:30:00+00:00"),
    # leap days
    (WARSAW, "2024-03-01 09:00", DAY_BEFORE, "2024-02-29T17:00:00+00:00"),
    (WARSAW, "2023-03-01 09:00", DAY_BEFORE, "2023-02-28T17:00:00+00:00"),
    (WARSAW, "2024-02-29 09:00", Moment("start", days=365, at=time(9)), "2025-02-28T08:00:00+00:00"),
    # over the end of a year
    (WARSAW, "2023-01-01 09:00", DAY_BEFORE, "2022-12-31T17:00:00+00:00"),
    # far away, where summer begins in September and ends in April
    (AUCKLAND, "2022-09-26 09:00", DAY_BEFORE, "2022-09-25T05:00:00+00:00"),
    (AUCKLAND, "2022-09-25 09:00", DAY_BEFORE, "2022-09-24T06:00:00+00:00"),
    (AUCKLAND, "2022-04-03 09:00", DAY_BEFORE, "2022-04-02T05:00:00+00:00"),
    (AUCKLAND, "2022-09-26 09:00", Moment("start", days=-1, at=time(2, 30)), "2022-09-24T14:30:00+00:00"),
    # and where offsets are halves of hours
    (ST_JOHNS, "2022-03-14 09:00", DAY_BEFORE, "2022-03-13T20:30:00+00:00"),
    (ST_JOHNS, "2022-03-13 09:00", DAY_BEFORE, "2022-03-12T21:30:00+00:00"),
    (ST_JOHNS, "2022-11-06 09:00", DAY_BEFORE, "2022-11-05T20:30:00+00:00"),
    # a date of its own follows nothing
    (WARSAW, "2022-11-21 09:00", Moment("date", at=time(12), on=date(2022, 7, 1)), "2022-07-01T10:00:00+00:00"),
    (WARSAW, "2022-11-21 09:00", Moment("end", minutes=15), "2022-11-21T10:15:00+00:00"),
]


@pytest.mark.parametrize(("zone", "start", "moment", "expected"), WALL_CLOCK)
def test_a_moment_is_what_the_clock_on_the_wall_says(zone: ZoneInfo, start: str, moment: Moment, expected: str) -> None:
    assert moment_of(moment, dates(start, zone)) == parse_instant(expected)


@given(
    st.dates(date(2020, 1, 1), date(2030, 12, 30)),
    st.sampled_from([WARSAW, AUCKLAND, ST_JOHNS]),
    st.integers(-20, 20),
)
def test_the_day_before_at_18_is_18_on_every_day_of_the_year(day: date, zone: ZoneInfo, days: int) -> None:
    """18:00 exists once on every day in these zones, whatever the distance."""
    at = Dates(zone, at_wall_clock(day, time(9), zone), at_wall_clock(day, time(12), zone), {})
    due = moment_of(Moment("start", days=days, at=time(18)), at)
    assert due is not None
    shown = wall_clock(due, zone)
    assert (shown.date() - day).days == days
    assert shown.time() == time(18)


BEFORE = ("2022-11-13 09:00", "2022-11-20 18:00")

NIGHTS = [
    # a deadline's reminder: kind, before-wave, rule, expected on the wall or None
    ("reminder_before", BEFORE, Moment("before_closes", minutes=-180), "2022-11-20 15:00"),
    ("reminder_before", ("2022-11-13 09:00", "2022-11-20 09:00"), Moment("before_closes", minutes=-180), "2022-11-19 20:30"),
    ("reminder_before", ("2022-11-13 09:00", "2022-11-20 23:59"), Moment("before_closes", minutes=-120), "2022-11-20 20:30"),
    ("reminder_before", ("2022-11-13 09:00", "2022-11-21 00:00"), Moment("before_closes", minutes=-180), "2022-11-20 20:30"),
    # just before the quiet hours, and at their end
    ("reminder_before", ("2022-11-13 09:00", "2022-11-20 23:59"), Moment("before_closes", minutes=-180), "2022-11-20 20:59"),
    ("reminder_before", ("2022-11-13 09:00", "2022-11-20 11:00"), Moment("before_closes", minutes=-180), "2022-11-20 08:00"),
    ("reminder_before", ("2022-11-13 09:00", "2022-11-20 10:59"), Moment("before_closes", minutes=-180), "2022-11-19 20:30"),
    # a wave too short for it: earlier would be before it opens
    ("reminder_before", ("2022-11-20 06:00", "2022-11-20 09:00"), Moment("before_closes", minutes=-180), None),
    ("reminder_before", ("2022-11-20 20:45", "2022-11-20 23:00"), Moment("before_closes", minutes=-60), None),
    ("reminder_before", ("2022-11-20 12:00", "2022-11-20 14:00"), Moment("before_closes", minutes=-180), None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "wave", "moment", "expected"), NIGHTS)
def test_a_deadlines_reminder_in_the_night_comes_the_evening_before(
    kind: str, wave: tuple[str, str], moment: Moment, expected: str | None
) -> None:
    at = dates("2022-11-21 09:00", WARSAW, before=wave)
    due = due_at(kind, Rule(moment, EVERYONE, night="earlier"), at)
    assert due == (None if expected is None else wall(expected, WARSAW))


FAR_NIGHTS = [
    # the nights in which Auckland's clocks go forward (25 September 2022) and back (3 April 2022)
    ("2022-09-26 09:00", Moment("start", days=-1, at=time(2, 30)), "earlier", "2022-09-24T20:30:00+12:00"),
    ("2022-09-26 09:00", Moment("start", days=-1, at=time(2, 30)), "wait", "2022-09-25T08:00:00+13:00"),
    ("2022-04-04 09:00", Moment("start", days=-1, at=time(2, 30)), "earlier", "2022-04-02T20:30:00+13:00"),
    ("2022-04-04 09:00", Moment("start", days=-1, at=time(2, 30)), "wait", "2022-04-03T08:00:00+12:00"),
    ("2022-04-04 09:00", Moment("start", days=-1, at=time(2, 30)), "ignore", "2022-04-03T02:30:00+13:00"),
]


@pytest.mark.parametrize(("start", "moment", "night", "expected"), FAR_NIGHTS)
def test_a_night_far_away_is_that_ones_own_also_when_the_clocks_change(
    start: str, moment: Moment, night: Literal["wait", "earlier"], expected: str
) -> None:
    due = due_at("invitation", Rule(moment, EVERYONE, night=night), dates(start, AUCKLAND))
    assert due == parse_instant(expected)


def test_another_message_in_the_night_waits_for_the_morning() -> None:
    at = dates("2022-11-21 09:00", WARSAW, before=("2022-11-13 00:00", "2022-11-20 18:00"))
    due = due_at("wave_opens_before", Rule(Moment("before_opens"), EVERYONE), at)
    assert due == wall("2022-11-13 08:00", WARSAW)


def test_a_message_that_would_come_when_it_has_stopped_helping_is_not_planned() -> None:
    """A fixed date on the day after the workshop was moved before it, or a night after which a short wave has closed."""
    fixed = Rule(Moment("date", at=time(9), on=date(2022, 11, 21)), EVERYONE, valid_until=Moment("start"))
    assert due_at("day_before", fixed, dates("2022-11-21 09:01", WARSAW)) == wall("2022-11-21 09:00", WARSAW)
    assert due_at("day_before", fixed, dates("2022-11-21 09:00", WARSAW)) is None
    opens = Rule(Moment("before_opens"), EVERYONE, valid_until=Moment("before_closes"))
    for closes, due in (("2022-11-13 08:00", None), ("2022-11-13 08:01", wall("2022-11-13 08:00", WARSAW))):
        at = dates("2022-11-21 09:00", WARSAW, before=("2022-11-12 22:00", closes))
        assert due_at("wave_opens_before", opens, at) == due


def test_what_happens_without_a_message_does_not_wait() -> None:
    at = dates("2022-11-21 09:00", WARSAW, before=("2022-11-13 00:00", "2022-11-20 18:00"))
    due = due_at("wave_opens_before", Rule(Moment("before_opens"), EVERYONE, tells=False), at)
    assert due == wall("2022-11-13 00:00", WARSAW)


def test_the_workshops_own_day_has_no_night_for_those_who_come() -> None:
    at = dates("2022-11-21 08:30", WARSAW)
    soon = Moment("start", minutes=-120)
    assert due_at("starts_soon", Rule(soon, COMING, night="earlier"), at) == wall("2022-11-21 06:30", WARSAW)
    assert due_at("starts_soon", Rule(soon, EVERYONE, night="earlier"), at) == wall("2022-11-20 20:30", WARSAW)


def test_the_own_day_is_the_day_in_the_workshops_zone() -> None:
    """In Auckland it is the 21st while Europe still has the 20th."""
    at = dates("2022-11-21 07:00", AUCKLAND)
    soon = Rule(Moment("start", minutes=-60), COMING, night="earlier")
    assert due_at("starts_soon", soon, at) == wall("2022-11-21 06:00", AUCKLAND)


def test_an_entry_of_a_wave_that_is_not_there_is_not_due() -> None:
    at = dates("2022-11-21 09:00", WARSAW, before=BEFORE)
    assert due_at("reminder_after", Rule(Moment("after_closes", minutes=-60), EVERYONE), at) is None
    assert due_at("wave_opens_follow_up", Rule(Moment("follow_up_opens"), EVERYONE), at) is None


def test_a_message_helps_until_just_before_its_end() -> None:
    end = parse_instant("2022-11-20T17:00:00+00:00")
    assert still_helps(end, later(end, microseconds=-1))
    assert not still_helps(end, end)
    assert still_helps(None, end)


def test_a_waves_last_reminder_says_what_its_opening_would_say() -> None:
    assert overtaken("wave_opens_before", {"reminder_before"})
    assert overtaken("thank_you", {"reminder_after"})
    assert not overtaken("wave_opens_before", {"reminder_after"})
    assert not overtaken("invitation", {"reminder_before", "wave_opens_before"})


def test_an_invitation_says_what_the_opening_and_the_reminders_before_the_workshop_would_say() -> None:
    for kind in ("wave_opens_before", "reminder_before"):
        assert overtaken(kind, {"invitation"})
    for kind in (
        "registration_reminder",
        "day_before",
        "wave_closes_before",
        "thank_you",
        "reminder_after",
        "invitation",
    ):
        assert not overtaken(kind, {"invitation"})


PUT_OFF = [
    # people are invited at, and the reminder to register comes at; None: that would help nobody
    ("2022-11-19 12:00", "2022-11-20 17:00"),
    ("2022-11-18 17:00", "2022-11-19 17:00"),
    ("2022-11-20 08:00", None),
    ("2022-10-29 18:00", "2022-10-30 17:00"),  # the clocks go back in between
]


@pytest.mark.parametrize(("invited", "later"), PUT_OFF)
def test_a_reminder_to_register_comes_on_the_day_after_the_invitation_or_not_at_all(
    invited: str, later: str | None
) -> None:
    rule = Rule(Moment("start", days=-3, at=time(17)), EVERYONE, Moment("start"), night="earlier")
    at = dates("2022-11-21 09:00", WARSAW)
    moved = put_off("registration_reminder", rule, wall(invited, WARSAW), at)
    assert (None if moved is None else moment_of(moved.due, at)) == (None if later is None else wall(later, WARSAW))


@given(st.datetimes(min_value=parse_instant("2020-01-01T00:00:00+00:00").replace(tzinfo=None)))
def test_an_entry_moved_by_hand_is_due_to_the_second_minute_told(moment: object) -> None:
    """Also in the hour that exists twice."""
    for zone in (WARSAW, AUCKLAND, ST_JOHNS):
        due = parse_instant(f"{moment:%Y-%m-%dT%H:%M:00}+00:00")
        if due.year > 2035:
            return
        moved = at_instant(Rule(DAY_BEFORE, EVERYONE), due, zone)
        assert moment_of(moved.due, dates("2022-11-21 09:00", zone)) == due


def test_the_hour_that_exists_twice_can_be_told_by_hand() -> None:
    for text in ("2022-10-30T00:30:00+00:00", "2022-10-30T01:30:00+00:00"):
        moved = at_instant(Rule(DAY_BEFORE, EVERYONE), parse_instant(text), WARSAW)
        assert moment_of(moved.due, dates("2022-11-21 09:00", WARSAW)) == parse_instant(text)


BY_HAND = [
    # what it was, put at, and where it is once the workshop is two days and five hours later
    (DAY_BEFORE, "2022-11-19 17:00", Moment("start", days=-2, at=time(17)), "2022-11-21 17:00"),
    (DAY_BEFORE, "2022-11-21 07:00", Moment("start", at=time(7)), "2022-11-23 07:00"),
    # told in hours: again in hours on the same day, else in days
    (Moment("start", minutes=-120), "2022-11-21 08:00", Moment("start", minutes=-60), "2022-11-23 13:00"),
    (Moment("start", minutes=-120), "2022-11-20 19:30", Moment("start", days=-1, at=time(19, 30)), "2022-11-22 19:30"),
    (Moment("end"), "2022-11-21 11:15", Moment("end", minutes=15), "2022-11-23 16:15"),
    # the clock on the wall also over the night in which the clocks are put back
    (DAY_BEFORE, "2022-10-29 17:00", Moment("start", days=-23, at=time(17)), "2022-10-31 17:00"),
]


@pytest.mark.parametrize(("was", "put", "told", "then"), BY_HAND)
def test_an_entry_moved_by_hand_follows_its_anchor_from_there(was: Moment, put: str, told: Moment, then: str) -> None:
    moved = at_anchor(Rule(was, EVERYONE), was.anchor, wall(put, WARSAW), dates("2022-11-21 09:00", WARSAW))
    assert moved is not None
    assert moved.due == told
    assert moment_of(moved.due, dates("2022-11-23 14:00", WARSAW)) == wall(then, WARSAW)


@given(st.datetimes(min_value=parse_instant("2020-01-01T00:00:00+00:00").replace(tzinfo=None)))
def test_what_follows_its_anchor_is_due_to_the_minute_at_which_it_was_put(moment: object) -> None:
    due = parse_instant(f"{moment:%Y-%m-%dT%H:%M:00}+00:00")
    if due.year > 2035:
        return
    for zone in (WARSAW, AUCKLAND, ST_JOHNS):
        at = dates("2022-11-21 09:00", zone)
        for was in (DAY_BEFORE, Moment("start", minutes=-120)):
            moved = at_anchor(Rule(was, EVERYONE), "start", due, at)
            assert moved is not None
            assert moment_of(moved.due, at) == due


def test_nothing_follows_a_wave_that_is_not_there() -> None:
    rule = Rule(Moment("after_closes", minutes=-60), EVERYONE)
    put = wall("2022-11-20 12:00", WARSAW)
    assert at_anchor(rule, "after_closes", put, dates("2022-11-21 09:00", WARSAW)) is None


def test_the_thanks_go_to_those_who_were_there_when_the_organiser_says_so() -> None:
    rule = Rule(Moment("end"), (Part("participants"), Part("not_answered", "after")))
    there = with_whom("thank_you", rule, "checked_in")
    assert there is not None
    assert there.audience == (Part("checked_in"), Part("not_answered", "after"))
    assert with_whom("thank_you", there, "participants") == rule
    for kind, chosen in (("thank_you", "everyone"), ("summary", "checked_in"), ("thank_you", "answered")):
        assert with_whom(kind, rule, chosen) is None


DEFAULTS = Path(__file__).parents[2] / "surveys" / "timeline.toml"


def test_every_default_rule_survives_the_database() -> None:
    entries = parse_timeline(DEFAULTS.read_text(encoding="utf-8"), "timeline.toml")
    assert len(entries) == 19
    for entry in entries:
        kept = rule_to_json(entry.rule)
        again = rule_from_json(kept)
        assert (again.due, again.valid_until, again.audience) == (
            entry.rule.due,
            entry.rule.valid_until,
            entry.rule.audience,
        )
        assert rule_to_json(again) == kept


WRONG = [
    ("entry = 3", "entry"),
    ("[[entry]]\nkind = 'party'\ndue = {anchor='start'}\naudience=['everyone']", "entry 1.kind"),
    ("[[entry]]\nkind = 'summary'\naudience=['everyone']", "entry 1.due"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='lunch'}\naudience=['everyone']", "entry 1.due.anchor"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='start', at='25:00'}\naudience=['everyone']", "entry 1.due.at"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='start', days='x'}\naudience=['everyone']", "entry 1.due.days"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='date'}\naudience=['everyone']", "entry 1.due"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='start', weeks=1}\naudience=['everyone']", "entry 1.due.weeks"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='start'}\naudience=['nobody']", "entry 1.audience"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='start'}\naudience=['answered']", "entry 1.audience"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='start'}\naudience=[]", "entry 1.audience"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='start'}\naudience=['everyone']\nnight='never'", "entry 1.night"),
    ("[[entry]]\nkind = 'summary'\ndue = {anchor='start'}\naudience=['everyone']\ncolour='red'", "entry 1.colour"),
    ("[[entry]]\nkind = 'summary'\nnumber = 0\ndue = {anchor='start'}\naudience=['everyone']", "entry 1.number"),
    ("[[entry]\n", "TOML"),
]


@pytest.mark.parametrize(("text", "key"), WRONG)
def test_a_wrong_timeline_file_names_itself_and_the_key(text: str, key: str) -> None:
    with pytest.raises(TimelineError) as caught:
        parse_timeline(text, "mine.toml")
    assert caught.value.file == "mine.toml"
    assert caught.value.key == key


def test_an_entry_stands_once_in_a_file() -> None:
    entry = "[[entry]]\nkind = 'summary'\ndue = {anchor='start'}\naudience=['everyone']\n"
    with pytest.raises(TimelineError, match="twice"):
        parse_timeline(entry * 2, "mine.toml")
