"""When a workshop's waves open and close: at first, and after the workshop was moved. Wall-clock days, in its zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta
from typing import Final, Literal
from zoneinfo import ZoneInfo

from domain.instants import Instant, at_wall_clock, later, wall_clock

WaveKind = Literal["before", "after", "follow_up"]

OPENS_DAYS_BEFORE: Final = 10
OPENS_AT: Final = time(10)
CLOSES_AT: Final = time(18)
CLOSES_DAYS_AFTER: Final = 2
SHORTEST_HOURS: Final = 3
"""A first wave that would be shorter stays open until the workshop begins."""


@dataclass(frozen=True, slots=True)
class WaveDates:
    kind: WaveKind
    opens_at: Instant
    closes_at: Instant
    late_until: Instant | None = None


def usual(starts_at: Instant, ends_at: Instant, zone: ZoneInfo, now: Instant) -> tuple[WaveDates, ...]:
    """Before: from ten days ahead (or now) until 18:00 of the day before; after: from the end for two days."""
    day = wall_clock(starts_at, zone).date()
    opens = max(now, at_wall_clock(day - timedelta(days=OPENS_DAYS_BEFORE), OPENS_AT, zone))
    closes = at_wall_clock(day - timedelta(days=1), CLOSES_AT, zone)
    if closes < later(opens, hours=SHORTEST_HOURS):
        closes = starts_at
    last_day = wall_clock(ends_at, zone).date() + timedelta(days=CLOSES_DAYS_AFTER)
    after = WaveDates("after", ends_at, at_wall_clock(last_day, CLOSES_AT, zone))
    return (WaveDates("before", min(opens, later(closes, minutes=-1)), closes), after)


def moved(
    waves: Sequence[WaveDates],
    old: tuple[Instant, Instant],
    new: tuple[Instant, Instant],
    zone: ZoneInfo,
    now: Instant,
) -> tuple[WaveDates, ...]:
    """The waves of a workshop moved from `old` (start, end) to `new`: each end as many calendar days and hours from the
    workshop as before. What has begun keeps its opening, what is over stays; nothing closes in the past."""
    found = []
    for wave in waves:
        before = wave.kind == "before"
        anchors = (old[0], new[0]) if before else (old[1], new[1])
        if wave.closes_at <= now:
            found.append(wave)
            continue
        opens = wave.opens_at if wave.opens_at <= now else max(now, shifted(wave.opens_at, *anchors, zone))
        closes = shifted(wave.closes_at, *anchors, zone)
        if closes <= max(opens, now):
            closes = max(later(max(opens, now), minutes=30), new[0]) if before else later(max(opens, now), hours=24)
        late = wave.late_until
        kept = None if late is None else later(closes, seconds=(late - wave.closes_at).total_seconds())
        found.append(replace(wave, opens_at=opens, closes_at=closes, late_until=kept))
    return tuple(found)


def shifted(moment: Instant, old: Instant, new: Instant, zone: ZoneInfo) -> Instant:
    """`moment` moved as `old` was moved to `new`, by the clock on the wall: 18:00 the day before stays 18:00 the day
    before; what lies on the anchor's own day moves with its hour."""
    told, was, will = wall_clock(moment, zone), wall_clock(old, zone), wall_clock(new, zone)
    days = told.date() - was.date()
    if days:
        return at_wall_clock(will.date() + days, told.time(), zone)
    return later(new, seconds=(moment - old).total_seconds())
