"""When somebody means: 'jutro o 17', '21.11 17:00', 'next Friday 9-12', 'завтра о 17:00' as instants, or why not.

Polish, Ukrainian and English are understood whatever the language of the screen: people mix them. What is understood is
shown before it is used, so a reading may take the likelier of two meanings but never leaves words unread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from domain.date_clock import Clock, Clocks, read_clocks
from domain.date_days import Days, read_days
from domain.date_spellings import minutes_from_now, plainer
from domain.date_vocabulary import FILLER, fold
from domain.instants import Instant, at_wall_clock, later

LONGEST: Final = 100
"""Characters. Whoever writes more is not giving a date."""
FARTHEST_DAYS: Final = 3 * 366
LONGEST_MEETING_DAYS: Final = 14

Reason = Literal[
    "empty",
    "not_understood",
    "no_date",
    "no_time",
    "no_such_date",
    "no_such_time",
    "weekday_mismatch",
    "end_before_start",
    "past",
    "too_far",
    "too_long",
]


@dataclass(frozen=True, slots=True)
class Understood:
    """From when, and until when if that was said."""

    start: Instant
    end: Instant | None = None


@dataclass(frozen=True, slots=True)
class Unclear:
    """Why nothing can be made of it. `day`: the day that was understood, when only its time is missing. `rest`: the words
    that were not understood."""

    reason: Reason
    day: date | None = None
    rest: str = ""


def read_when(text: str, now: Instant, zone: ZoneInfo, *, day: date | None = None) -> Understood | Unclear:
    """What `text` means at `now` to somebody in `zone`. `day`: the day that times without one are about."""
    folded = fold(text)
    if not folded:
        return Unclear("empty")
    if len(folded) > LONGEST:
        return Unclear("not_understood")
    soon = minutes_from_now(folded)
    if soon is not None:
        return _checked(later(now, minutes=soon), None, now)
    folded = plainer(folded)
    local = now.astimezone(zone)
    two = _two_days(folded, now, zone)
    if two is not None:
        return two
    days = read_days(folded, local)
    clocks = read_clocks(days.rest)
    rest = _unread(clocks.rest)
    if rest and days.day is None and days.wrong is None:
        days, rest = _by_library(rest, clocks.rest, local)
    if re.fullmatch(r"\d{1,2}", rest) and (days.day or day) is not None and clocks.start is None:
        clocks, rest = replace(clocks, start=Clock(int(rest), 0, False)), ""
    if days.wrong is not None:
        return Unclear(days.wrong)
    if rest:
        return Unclear("not_understood", rest=rest)
    return _resolved(days, clocks, local, day, now, zone)


def _unread(rest: str) -> str:
    """What neither days nor times explain, without filler words and punctuation."""
    words = re.findall(r"[\w']+(?:[.:]\d+)*", rest)
    return " ".join(word for word in words if word not in FILLER)


def _by_library(rest: str, said: str, local: datetime) -> tuple[Days, str]:
    """The rarer ways to say a day ('in a month', 'in a fortnight') by dateparser, which is slow to import.

    `rest`: the words of `said` that carry meaning. What it does not read either stays in the rest.
    """
    if not re.search(r"[^\W\d]{2}", rest) or re.search(r"\d{3}", rest):
        return Days(rest), rest
    import dateparser

    naive = local.replace(tzinfo=None)
    asked: dict[str, object] = {"RELATIVE_BASE": naive, "PREFER_DATES_FROM": "future", "REQUIRE_PARTS": ["day"]}
    words = " ".join(re.findall(r"[\w']+", said))
    found = dateparser.parse(words, languages=["pl", "uk", "en"], settings=asked)
    return (Days(rest), rest) if found is None else (Days("", found.date(), year_said=True), "")


# ---- day and time together ---------------------------------------------------------------------------------------


def _resolved(
    days: Days, clocks: Clocks, local: datetime, given: date | None, now: Instant, zone: ZoneInfo
) -> Understood | Unclear:
    start, end = clocks.start, clocks.end
    if days.day is None and start is None:
        return Unclear("not_understood" if clocks.minutes is None else "no_date")
    if start is None:
        return Unclear("past", days.day) if _over(days, local) else Unclear("no_time", days.day)
    if not start.exists or (end is not None and not end.exists):
        return Unclear("no_such_time", days.day)
    day = days.day or given or _next_day_with(start, local)
    begins = _at(day, start.as_time(), zone)
    if begins is None:
        return Unclear("no_such_time", day)
    if begins <= now:
        again = _again(days, day, given)
        if again is None:
            return Unclear("past")
        day, begins = again, at_wall_clock(again, start.as_time(), zone)
    return _checked(begins, _ending(begins, day, days.last, clocks, zone), now)


def _over(days: Days, local: datetime) -> bool:
    return days.day is not None and days.day < local.date()


def _next_day_with(start: Clock, local: datetime) -> date:
    """A time alone: today when it is still to come, else tomorrow."""
    return local.date() + timedelta(days=0 if start.as_time() > local.time().replace(tzinfo=None) else 1)


def _again(days: Days, day: date, given: date | None) -> date | None:
    """The next such day when this one's time is over; None when a day was said that does not come again."""
    if days.weekly:
        return day + timedelta(days=7)
    if days.day is None or given is not None or days.year_said:
        return None
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return None


def _ending(begins: Instant, day: date, last: date | None, clocks: Clocks, zone: ZoneInfo) -> Instant | None:
    if clocks.end is not None:
        return at_wall_clock(last or day, clocks.end.as_time(), zone)
    if clocks.minutes is not None:
        return later(begins, minutes=clocks.minutes)
    return None


def _at(day: date, clock: time, zone: ZoneInfo) -> Instant | None:
    """The instant, or None for a time that the change of clocks leaves out on that day."""
    moment = at_wall_clock(day, clock, zone)
    return moment if moment.astimezone(zone).time() == clock else None


def _checked(begins: Instant, ends: Instant | None, now: Instant) -> Understood | Unclear:
    if begins <= now:
        return Unclear("past")
    if begins > later(now, days=FARTHEST_DAYS):
        return Unclear("too_far")
    if ends is not None and ends <= begins:
        return Unclear("end_before_start")
    if ends is not None and ends > later(begins, days=LONGEST_MEETING_DAYS):
        return Unclear("too_long")
    return Understood(begins, ends)


# ---- from one day to another ----------------------------------------------------------------------------------------

_BETWEEN: Final = re.compile(r"\s+-\s+|\s*-\s*(?=\d{1,2}\.\d{1,2}[. ])|\s+(?:do|to|until|till|до|по)\s+")


def _two_days(folded: str, now: Instant, zone: ZoneInfo) -> Understood | Unclear | None:
    """'21.11 17:00 - 22.11 12:00': a day and a time on both sides. None when it is nothing of that kind."""
    local = now.astimezone(zone)
    for found in _BETWEEN.finditer(folded):
        halves = []
        for half in (folded[: found.start()], folded[found.end() :]):
            days = read_days(re.sub(r"^(?:od|from|від|з) ", "", half), local)
            clocks = read_clocks(days.rest)
            halves.append((days, clocks))
        if any(days.day is None or clocks.start is None or _unread(clocks.rest) for days, clocks in halves):
            continue
        (first, from_clock), (last, to_clock) = halves
        begins = _resolved(first, from_clock, local, None, now, zone)
        if isinstance(begins, Unclear):
            return begins
        ends = _resolved(last, to_clock, local, None, now, zone)
        return ends if isinstance(ends, Unclear) else _checked(begins.start, ends.start, now)
    return None
