"""Quiet hours: when a person's phone is left alone. Hours are whole hours of the clock on the wall in a zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.instants import Instant, at_wall_clock, later, wall_clock

EARLIER_MINUTES: Final = 30
"""A deadline's reminder that would fall into the quiet hours comes this long before they begin: 20:30 by default."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """Quiet from `from_hour`:00 on, until just before `until_hour`:00. Two equal hours: never quiet."""

    from_hour: int = 21
    until_hour: int = 8

    def __post_init__(self) -> None:
        if not (0 <= self.from_hour <= 24 and 0 <= self.until_hour <= 24):
            raise ValueError(f"quiet hours are hours of a day, not {self.from_hour} to {self.until_hour}")

    def holds(self, hour: int) -> bool:
        """True when the hour of the clock on the wall, 0 to 23, lies in the quiet hours."""
        start, end = self.from_hour % 24, self.until_hour % 24
        if start < end:
            return start <= hour < end
        return start > end and (hour >= start or hour < end)


TOWN_QUIET: Final = Quiet()
NEVER_QUIET: Final = Quiet(0, 0)


def is_quiet(moment: Instant, quiet: Quiet, zone: ZoneInfo) -> bool:
    return quiet.holds(wall_clock(moment, zone).hour)


def quiet_ends(moment: Instant, quiet: Quiet, zone: ZoneInfo) -> Instant:
    """The first instant from `moment` on that is not quiet: `moment` itself, or the end of its night."""
    if not is_quiet(moment, quiet, zone):
        return moment
    shown = wall_clock(moment, zone)
    end_hour = quiet.until_hour % 24
    day = shown.date() if shown.hour < end_hour else shown.date() + timedelta(days=1)
    end = at_wall_clock(day, time(end_hour), zone)
    while is_quiet(end, quiet, zone):  # the clock was put back into the night
        end = later(end, minutes=30)
    return max(end, moment)


def before_quiet(moment: Instant, quiet: Quiet, zone: ZoneInfo) -> Instant:
    """`moment`, or when that is quiet, EARLIER_MINUTES before its night began."""
    if not is_quiet(moment, quiet, zone):
        return moment
    shown = wall_clock(moment, zone)
    start_hour = quiet.from_hour % 24
    day = shown.date() if shown.hour >= start_hour else shown.date() - timedelta(days=1)
    evening = at_wall_clock(day, time(start_hour), zone)
    return min(moment, later(evening, minutes=-EARLIER_MINUTES))


def day_begins(moment: Instant, zone: ZoneInfo) -> Instant:
    """Midnight before `moment` on the wall in `zone`: where a day's messages begin to count."""
    return min(moment, at_wall_clock(wall_clock(moment, zone).date(), time(0), zone))


def next_day(moment: Instant, quiet: Quiet, zone: ZoneInfo) -> Instant:
    """When messages may come again after a day's cap was reached: the next day, once it is not quiet."""
    midnight = at_wall_clock(wall_clock(moment, zone).date() + timedelta(days=1), time(0), zone)
    return quiet_ends(midnight, quiet, zone)
