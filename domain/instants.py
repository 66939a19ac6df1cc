"""Points in civil time. An `Instant` is an aware datetime in UTC; naive times are refused at the door."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NewType
from zoneinfo import ZoneInfo

Instant = NewType("Instant", datetime)


def instant(moment: datetime) -> Instant:
    """Return `moment` in UTC. Raises ValueError when it carries no zone."""
    if moment.tzinfo is UTC:
        return Instant(moment)
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise ValueError(f"{moment!r} has no time zone; an instant needs one")
    return Instant(moment.astimezone(UTC))


def parse_instant(text: str) -> Instant:
    """Read ISO 8601 with an offset, such as 2022-11-21T09:00:00+01:00."""
    return instant(datetime.fromisoformat(text))


def at_wall_clock(day: date, clock: time, zone: ZoneInfo) -> Instant:
    """The instant at which a clock on the wall in `zone` shows `clock` on `day`.

    A time that exists twice (autumn) means the first of the two. A time that does not exist (spring) means the same
    distance after midnight that the old offset gives: 02:30 becomes 03:30, as PEP 495's fold=0 has it.
    """
    return instant(datetime.combine(day, clock.replace(tzinfo=None), tzinfo=zone))


def wall_clock(moment: Instant, zone: ZoneInfo) -> datetime:
    """What the clock on the wall in `zone` shows at `moment` (aware)."""
    return moment.astimezone(zone)


def later(moment: Instant, **delta: float) -> Instant:
    """`moment` moved by real elapsed time, e.g. later(now, hours=2)."""
    return Instant(moment + timedelta(**delta))
