"""A moment in words, said in one go or in two: the day, and its hour when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from conversations.organise.meeting_fields import unclear
from conversations.screens import Say, When
from domain.date_words import Understood, read_when
from domain.instants import Instant, at_wall_clock

NOON = time(12)


@dataclass(frozen=True, slots=True)
class Unheard:
    """What to say, and the day (ISO) that was understood so far: kept by the conversation until the hour is said."""

    note: Say
    day: str | None


def hear_moment(text: str, now: Instant, zone: str, day: str | None) -> Instant | Unheard:
    """`day`: as an earlier `Unheard` had it."""
    town = ZoneInfo(zone)
    found = read_when(text, now, town, day=date.fromisoformat(day) if day else None)
    if isinstance(found, Understood):
        return found.start
    if found.reason == "no_time" and found.day is not None:
        noon = When(at_wall_clock(found.day, NOON, town), zone, "date")
        return Unheard(Say("date-unclear-hour", {"when": noon}), found.day.isoformat())
    return Unheard(unclear(found), day)
