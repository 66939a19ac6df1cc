"""Times of day in words: '17:00', '5pm', 'o siedemnastej', '9-12', 'від 9 до 12', '17.00 na 3 godziny'."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time
from typing import Final

from domain.date_vocabulary import COUNTS, HOURS, alternatives

AFTERNOON_UNTIL: Final = 6
"""A bare hour from 1 to this one is meant in the afternoon: nobody invites to a workshop at five in the morning."""


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour and minute as they were said. `certain`: with minutes or a part of the day, so taken literally."""

    hour: int
    minute: int
    certain: bool

    @property
    def exists(self) -> bool:
        return 0 <= self.hour <= 23 and 0 <= self.minute <= 59

    def as_time(self) -> time:
        """The time of day. A bare small hour is one of the afternoon."""
        afternoon = not self.certain and 1 <= self.hour <= AFTERNOON_UNTIL
        return time(self.hour + 12 if afternoon else self.hour, self.minute)


@dataclass(frozen=True, slots=True)
class Clocks:
    """What was said of times, and the text without it. `minutes`: how long it takes, when that was said."""

    rest: str
    start: Clock | None = None
    end: Clock | None = None
    minutes: int | None = None


_EDGE: Final = r"(?<![\w.:,'])"
_STOP: Final = r"(?![\w:]|[.,]\d)"
_MORNING: Final = r"(?:rano|am|a\.m\.?|in the morning|morning|ранку|вранці|зранку)"
_EVENING: Final = (
    r"(?:po poludniu|popoludniu|wieczorem|wieczor|pm|p\.m\.?|in the afternoon|in the evening|afternoon|evening|at night|"
    r"вечора|ввечері|увечері|дня|після обіду)"
)
_PREFIX: Final = r"(?:(?:o godzinie|o godz\.?|godzina|godz\.?|g\.|at|o|о|об|о годині|na|на|by)\s*)"
_OF_DAY: Final = rf"(?:\s*(?P<{{0}}am>{_MORNING})|\s*(?P<{{0}}pm>{_EVENING}))?"
_NOON: Final = r"(?P<{0}noon>noon|midday|poludnie|poludniu|w poludnie|опівдні|полудень)"


def _clock(name: str, *, bare: bool) -> str:
    """One time with groups named after it. `bare`: an hour without minutes is enough."""
    words = rf"(?P<{name}word>{alternatives(HOURS)})(?:\s+(?P<{name}half>trzydziesci|тридцять|30|pietnascie|15))?"
    digits = rf"(?P<{name}h>\d{{1,2}})(?:[:.](?P<{name}m>\d{{2}}))" + ("?" if bare else "")
    hours = r"(?:\s*(?:h|год\.?|годин[иіа]?|godz\.?|o'clock|oclock)(?!\w))?(?![\d:])" if bare else ""
    return rf"(?:{_NOON.format(name)}|{words}|{digits}{hours}){_OF_DAY.format(name)}"


_FROM: Final = r"(?:od|from|between|miedzy|з|із|від|od godz\.?|w godz\.?|w godzinach|з години|godz\.?|o|at|о|об)\s*"
_TO: Final = r"\s*(?:-|do|to|until|till|and|a|до|по|та)\s*(?:godz\.?\s*)?"
_RANGE: Final = re.compile(rf"{_EDGE}(?:{_FROM})?{_clock('a', bare=True)}{_TO}{_clock('b', bare=True)}{_STOP}")
_AT: Final = re.compile(rf"{_EDGE}(?:{_PREFIX}|{_FROM}){_clock('a', bare=True)}{_STOP}")
_PLAIN: Final = re.compile(rf"{_EDGE}{_clock('a', bare=False)}{_STOP}")
_OF_DAY_ONLY: Final = re.compile(
    rf"{_EDGE}(?P<ah>\d{{1,2}})(?P<am>)(?:\s*(?P<aam>{_MORNING})|\s*(?P<apm>{_EVENING})|\s*(?:h|год\.?|години|o'clock|oclock)){_STOP}"
)
_LASTS: Final = re.compile(
    rf"{_EDGE}(?:na|przez|for|на|протягом|,|trwa|lasts)?\s*(?P<n>\d{{1,2}}(?:[.,]5)?|{alternatives(COUNTS)})\s*"
    r"(?P<unit>godziny|godzin|godzine|hours?|hrs?|години|годин|годину|minut|minuty|minutes|min|хвилин|хвилини|хв)"
    r"(?![\w])\.?"
)


_PART_OF_DAY: Final = re.compile(rf"{_EDGE}(?:(?P<am>{_MORNING})|(?P<pm>{_EVENING})){_STOP}")


def read_clocks(text: str) -> Clocks:
    """The times in folded `text`. What it does not read stays in `rest`."""
    read = _said(text)
    part = _PART_OF_DAY.search(read.rest)
    if part is None:
        return read
    rest = f"{read.rest[: part.start()]} ; {read.rest[part.end() :]}"
    start = read.start
    if start is not None and not start.certain:
        start = Clock(start.hour + 12 if part["pm"] and start.hour < 12 else start.hour, start.minute, True)
    return replace(read, rest=rest, start=start)


def _said(text: str) -> Clocks:
    """The times, but for a part of the day that stands apart from them ('jutro rano o 9')."""
    rest, minutes = _length(text)
    for pattern in (_RANGE, _AT, _PLAIN, _OF_DAY_ONLY):
        found = pattern.search(rest)
        if found is None:
            continue
        start = _read(found, "a")
        end = _read(found, "b") if pattern is _RANGE else None
        left = f"{rest[: found.start()]} ; {rest[found.end() :]}"
        return _together(left, start, end, minutes)
    return Clocks(rest, minutes=minutes)


def _together(rest: str, start: Clock, end: Clock | None, minutes: int | None) -> Clocks:
    """A part of the day said once counts for both ends of a range: '5-7 pm', 'from 10 to 2'."""
    if end is None:
        return Clocks(rest, start, None, minutes)
    if end.certain and not start.certain and not start.minute and end.hour > 12 >= start.hour + 12 - end.hour > 0:
        start = Clock(start.hour + 12, start.minute, True) if start.hour < end.hour - 12 else start
    if not end.certain and end.exists and start.exists and end.as_time() <= start.as_time() and end.hour <= 11:
        end = Clock(end.hour + 12, end.minute, True)
    return Clocks(rest, start, end, minutes)


def read_length(text: str) -> int | None:
    """How many minutes folded `text` says and nothing else ('3 godziny', '90 min', '2 h'), or None."""
    rest, minutes = _length(re.sub(r"(?<=\d)\s*(?:h|godz|год)\.?$", " hours", text))
    return minutes if not rest.strip(" ;.") else None


def _length(text: str) -> tuple[str, int | None]:
    """The text without "for three hours", and that length in minutes."""
    found = _LASTS.search(text)
    if found is None:
        return text, None
    said = found["n"]
    number = float(said.replace(",", ".")) if said[0].isdigit() else float(COUNTS[said])
    hours = found["unit"].startswith(("g", "h", "год"))
    return f"{text[: found.start()]} ; {text[found.end() :]}", round(number * (60 if hours else 1))


def _read(found: re.Match[str], name: str) -> Clock:
    parts = found.groupdict()
    if parts.get(f"{name}noon"):
        return Clock(12, 0, True)
    morning, evening = bool(parts.get(f"{name}am")), bool(parts.get(f"{name}pm"))
    if parts.get(f"{name}word"):
        hour, minute = HOURS[parts[f"{name}word"]], _minutes(parts.get(f"{name}half"))
    else:
        hour, minute = int(parts[f"{name}h"]), int(parts.get(f"{name}m") or 0)
    if evening and 1 <= hour < 12:
        hour += 12
    if morning and hour == 12:
        hour = 0
    literal = bool(parts.get(f"{name}m"))
    return Clock(hour, minute, morning or evening or literal)


def _minutes(said: str | None) -> int:
    if said is None:
        return 0
    return 15 if said in ("15", "pietnascie") else 30
