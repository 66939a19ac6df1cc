"""Days in words: '21.11', '21 listopada', 'next Friday', 'jutro', 'за два тижні', '2022-11-21'."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal

from domain.date_vocabulary import AWAY, COUNTS, DAY_UNITS, MONTHS, WEEKDAYS, alternatives

Wrong = Literal["no_such_date", "weekday_mismatch"]


@dataclass(frozen=True, slots=True)
class Days:
    """What was said of days, and the text without it. `last`: the last day of several. `year_said`: it is of this year and
    no other. `weekly`: a weekday alone, which comes again in a week.
    """

    rest: str
    day: date | None = None
    last: date | None = None
    wrong: Wrong | None = None
    year_said: bool = False
    weekly: bool = False


_EDGE: Final = r"(?<![\w:.'])"
_STOP: Final = r"(?![\w:'])"
_YEAR: Final = r"(?:,?\s*(?P<y>\d{4})(?!:)(?:\s*(?:r\.?|roku|року|р\.?)(?!\w))?)?"
_MONTH: Final = rf"(?P<month>{alternatives(MONTHS)})\.?"
_ORDINAL: Final = r"(?:st|nd|rd|th|\.|-?go|-?ego|-?ого|-?го|-?е)?"
_ISO: Final = re.compile(rf"{_EDGE}(?P<y>\d{{4}})[-./](?P<m>\d{{1,2}})[-./](?P<d>\d{{1,2}})(?:t(?=\d)|(?!\d))")
_FULL: Final = re.compile(
    rf"{_EDGE}(?P<d>\d{{1,2}})\s*[-./]\s*(?P<m>\d{{1,2}})\s*[-./]\s*(?P<y>\d{{4}}|\d{{2}})(?![\d:.])"
)
_NAMED: Final = re.compile(
    rf"{_EDGE}(?:the\s+)?(?P<d>\d{{1,2}}){_ORDINAL}(?:\s*-\s*(?P<d2>\d{{1,2}}){_ORDINAL})?\s*(?:of\s+)?{_MONTH}(?!\w){_YEAR}"
)
_NAMED_FIRST: Final = re.compile(
    rf"{_EDGE}{_MONTH}\s+(?:the\s+)?(?P<d>\d{{1,2}}){_ORDINAL}(?![\d:]|\s*(?:am|pm)){_YEAR}"
)
_SHORT: Final = re.compile(
    rf"(?<!о )(?<!o )(?<!at )(?<!godz )(?<!godz\. )(?<!до )(?<!do )(?<!з )(?<!об )(?<!-){_EDGE}"
    r"(?P<d>\d{1,2})(?:\.|/)(?P<m>\d{1,2})(?:\.(?!\d))?(?!\d|:|\s*(?:am|pm))"
)
_AWAY: Final = re.compile(rf"{_EDGE}(?P<word>{'|'.join(map(re.escape, AWAY))}){_STOP}")
_IN: Final = re.compile(
    rf"{_EDGE}(?:za|in|через|за)\s+(?:(?P<n>\d{{1,3}}|{alternatives(COUNTS)})\s+)?(?P<unit>{alternatives(DAY_UNITS)}){_STOP}"
)
_FROM_NOW: Final = re.compile(
    rf"{_EDGE}(?P<n>\d{{1,3}}|{alternatives(COUNTS)})\s+(?P<unit>{alternatives(DAY_UNITS)})\s+from\s+now{_STOP}"
)
_NEXT: Final = (
    r"(?P<next>next|przyszly|przyszla|nastepny|nastepna|przyszlym|наступний|наступна|наступну|наступної|наступного)"
)
_THIS: Final = r"(?:this|ten|ta|te|najblizszy|najblizsza|цей|цю|ця|цієї|цього)"
_WEEKDAY: Final = re.compile(rf"{_EDGE}(?:(?:{_NEXT}|{_THIS})\s+)?(?P<wd>{alternatives(WEEKDAYS)})\.?{_STOP}")
_OF_MONTH: Final = re.compile(rf"{_EDGE}(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th|-?go|-?ego|\s+числа){_STOP}")


def read_days(text: str, now: datetime) -> Days:
    """The day in folded `text`, as it is meant at the local time `now`. What it does not read stays in `rest`."""
    found = _dated(text, now)
    weekday = _WEEKDAY.search(found.rest)
    if weekday is None:
        return found
    rest = _without(found.rest, weekday)
    wanted = WEEKDAYS[weekday["wd"]]
    if found.day is not None:
        mismatch = found.wrong is None and found.day.weekday() != wanted
        return Days(rest, found.day, found.last, "weekday_mismatch" if mismatch else found.wrong, found.year_said)
    if found.wrong is not None:
        return Days(rest, wrong=found.wrong)
    ahead = wanted - now.weekday() + 7 if weekday["next"] else (wanted - now.weekday()) % 7
    return Days(rest, now.date() + timedelta(days=ahead), weekly=True)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} ; {text[found.end() :]}"


def _dated(text: str, now: datetime) -> Days:
    """The day said by number or by its distance from today, weekdays aside."""
    for pattern, reader in _READERS:
        found = pattern.search(text)
        if found is not None:
            days = reader(found, now)
            if days is not None:
                return Days(_without(text, found), days.day, days.last, days.wrong, days.year_said)
    return Days(text)


def _of_numbers(found: re.Match[str], now: datetime) -> Days | None:
    year, day, month = int(found["y"]), int(found["d"]), int(found["m"])
    if "/" in found[0] and month > 12 >= day:
        day, month = month, day
    return _day(year + 2000 if year < 100 else year, month, day)


def _of_month_name(found: re.Match[str], now: datetime) -> Days | None:
    parts = found.groupdict()
    month = MONTHS[found["month"]]
    first = _near(int(found["d"]), month, now) if found["y"] is None else _day(int(found["y"]), month, int(found["d"]))
    if not parts.get("d2") or first.day is None:
        return first
    last = _day(first.day.year, month, int(found["d2"]))
    return Days("", first.day, last.day, last.wrong, first.year_said)


def _of_short(found: re.Match[str], now: datetime) -> Days | None:
    day, month = int(found["d"]), int(found["m"])
    if "/" in found[0] and month > 12 >= day:
        day, month = month, day
    return _near(day, month, now) if 1 <= month <= 12 and day >= 1 else None


def _away(found: re.Match[str], now: datetime) -> Days:
    return Days("", now.date() + timedelta(days=AWAY[found["word"]]), year_said=True)


def _in(found: re.Match[str], now: datetime) -> Days:
    said = found["n"]
    number = 1 if said is None else COUNTS[said] if said in COUNTS else int(said)
    return Days("", now.date() + timedelta(days=number * DAY_UNITS[found["unit"]]), year_said=True)


def _day_of_month(found: re.Match[str], now: datetime) -> Days:
    """The next such day of a month."""
    number, first = int(found["d"]), now.date().replace(day=1)
    for _ in range(4):
        month = _day(first.year, first.month, number)
        if month.day is not None and month.day >= now.date():
            return Days("", month.day)
        first = (first + timedelta(days=31)).replace(day=1)
    return Days("", wrong="no_such_date")


def _day(year: int, month: int, day: int) -> Days:
    try:
        return Days("", date(year, month, day), year_said=True)
    except ValueError:
        return Days("", wrong="no_such_date")


def _near(day: int, month: int, now: datetime) -> Days:
    """The next such day: of this year, or when that is over of the next."""
    for year in (now.year, now.year + 1):
        found = _day(year, month, day)
        if found.day is not None and found.day >= now.date():
            return Days("", found.day)
    return Days("", wrong="no_such_date")


_READERS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], datetime], Days | None]], ...]] = (
    (_ISO, _of_numbers),
    (_FULL, _of_numbers),
    (_NAMED, _of_month_name),
    (_NAMED_FIRST, _of_month_name),
    (_AWAY, _away),
    (_FROM_NOW, _in),
    (_IN, _in),
    (_SHORT, _of_short),
    (_OF_MONTH, _day_of_month),
)
