"""The real clocks: civil time that may be corrected or rehearsed, and machine time that nothing can move."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from domain.instants import Instant


class SystemClock:
    """Civil time from the computer, machine time that no correction of it can move."""

    def now(self) -> Instant:
        return Instant(datetime.now(UTC))

    def machine(self) -> float:
        return time.monotonic()


class MovableClock(SystemClock):
    """Civil time stands where the rehearsal put it; machine time is always real."""

    def __init__(self, now: Instant) -> None:
        self._now = now

    def now(self) -> Instant:
        return self._now

    def move(self, now: Instant) -> None:
        self._now = now
