"""When to look: APScheduler wakes the sweep at the next due time, and regularly anyway. It decides nothing else.

Jobs live in memory and hold no data: what is due stands in the database. This is the only module that knows APScheduler.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger

from domain.instants import Instant
from service.work import Clock

REGULARLY: Final = 30.0
"""Seconds of machine time between two looks at the least."""
OVERDUE: Final = 5.0
"""Seconds until the next look when something that is due could not be done."""

Sweep = Callable[[], Awaitable[Instant | None]]
"""Does all that is due, and returns when (civil time) there is something to do next."""


class Once(BaseTrigger):  # type: ignore[misc]
    """Fires one time, some seconds of real time after it was added: civil time may stand still or jump."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    def get_next_fire_time(self, previous: datetime | None, now: datetime) -> datetime | None:
        return None if previous is not None else now + timedelta(seconds=self._seconds)


class Clockwork:
    """Runs `sweep` one at a time: when something is due, when somebody says so, and every REGULARLY seconds."""

    def __init__(self, sweep: Sweep, clock: Clock, *, regularly: float = REGULARLY) -> None:
        self._sweep = sweep
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._asked = False
        self._soon = False
        self._stopping = False
        self._regularly = regularly
        # The lock lets one look at a time through; APScheduler, asked to do so, would drop a wake instead of keeping it
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 3}
        self._scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)

    def start(self) -> None:
        """Begin, in the running loop, with a look at once."""
        self._scheduler.add_job(self._look, "interval", seconds=self._regularly, id="regularly")
        self._scheduler.start()
        self.wake()

    async def stop(self) -> None:
        """No more looks. The one that is under way is waited for, unless the wait is cut off: then so is the look."""
        self._stopping = True
        try:
            async with self._one_at_a_time:
                pass
        finally:  # APScheduler cancels what is still running
            if self._scheduler.running:
                self._scheduler.shutdown(wait=False)

    def wake(self) -> None:
        """Look as soon as possible: something may have become due. During a look: once more after it."""
        if self._one_at_a_time.locked():
            self._asked = True
        else:
            self._soon = True
            self._plan(0.0)

    def clock_moved(self) -> None:
        """Civil time jumped (a rehearsal): what was waited for may be due by now."""
        self.wake()

    def idle(self) -> bool:
        """No look is under way or asked for: what was due by now is done."""
        return not (self._one_at_a_time.locked() or self._asked or self._soon)

    async def _look(self) -> None:
        try:
            await self._all_that_is_due()
        except asyncio.CancelledError:
            if not self._stopping:  # the service ends: nothing went wrong that APScheduler would have to report
                raise

    async def _all_that_is_due(self) -> None:
        async with self._one_at_a_time:
            self._soon = False
            self._asked = True
            due = None
            while self._asked and not self._stopping:
                self._asked = False
                due = await self._sweep()
            if due is not None:
                away = (due - self._clock.now()).total_seconds()
                self._plan(away if away > 0 else OVERDUE)

    def _plan(self, seconds: float) -> None:
        if self._stopping:
            return
        options: dict[str, Any] = {"id": "wake", "replace_existing": True}
        self._scheduler.add_job(self._look, Once(seconds), **options)
