"""When an offered place is offered, and until when: a set time, never ending at night, never after the workshop began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.instants import Instant, later
from domain.quiet import TOWN_QUIET, is_quiet, quiet_ends

USUAL_HOURS: Final = 12
SHORT_HOURS: Final = 2
"""For the last two days, when others still want to know."""
MORNING_HOURS: Final = 2
"""What would run out at night runs out so long after the night."""
LATEST_BEFORE_START: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class OfferTimes:
    """`tell_at`: when the person hears of it (not at night); `until`: when it passes on to the next."""

    tell_at: Instant
    until: Instant


def offer_times(now: Instant, starts_at: Instant, zone: ZoneInfo) -> OfferTimes | None:
    """The times of an offer made now for a workshop that starts at `starts_at`; None when it would help nobody."""
    latest = Instant(starts_at - LATEST_BEFORE_START)
    tell_at = quiet_ends(now, TOWN_QUIET, zone)
    if tell_at >= latest:
        return None
    near = starts_at - tell_at <= timedelta(days=2)
    until = later(tell_at, hours=SHORT_HOURS if near else USUAL_HOURS)
    if is_quiet(until, TOWN_QUIET, zone):
        until = later(quiet_ends(until, TOWN_QUIET, zone), hours=MORNING_HOURS)
    return OfferTimes(tell_at, min(until, latest))
