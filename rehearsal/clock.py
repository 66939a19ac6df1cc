"""Civil time of the rehearsal: it flows at a rate, can be moved, and knows what everybody plans next.

Machine time is another thing, and never jumps by itself: paces, time-outs and the age of taps use it.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from .refusals import ControlError


class MachineClock:
    """Monotonic seconds. A test may move it forward instead of waiting."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self._ahead

    def advance(self, seconds: float) -> None:
        self._ahead += seconds


class CivilClock:
    """Aware UTC datetimes. `on_move` is awaited with the new time after every jump."""

    def __init__(
        self, start: datetime | None, rate: float, machine: Callable[[], float], *, auto: bool = False
    ) -> None:
        self._start = (start or datetime.now(UTC)).astimezone(UTC)
        self._machine = machine
        self._base = self._start
        self._since = machine()
        self.rate = rate
        self.auto = auto  # whoever conducts may jump to the next plan when everybody is idle
        self.plans: dict[str, datetime] = {}
        self.seen: dict[str, int] = {}
        self.on_move: list[Callable[[datetime], Awaitable[None]]] = []

    def now(self) -> datetime:
        return self._base + timedelta(seconds=(self._machine() - self._since) * self.rate)

    def unix(self) -> int:
        """Seconds since 1970, as in the dates of messages."""
        return int(self.now().timestamp())

    async def set(self, moment: datetime) -> None:
        """Jump, forward or back, and tell those who listen."""
        if moment.tzinfo is None:
            raise ControlError("a time needs its offset, such as 2022-11-21T09:00:00+01:00")
        self._base = moment.astimezone(UTC)
        self._since = self._machine()
        for listener in self.on_move:
            await listener(self._base)

    async def advance(self, seconds: Any) -> None:
        """Jump by so many civil seconds. Raises ControlError."""
        if not isinstance(seconds, int | float) or isinstance(seconds, bool):
            raise ControlError("seconds is a number")
        await self.set(self.now() + timedelta(seconds=seconds))

    def set_rate(self, rate: float) -> None:
        """Civil seconds in a machine second from now on; 0 stops the clock."""
        self._base, self._since = self.now(), self._machine()
        self.rate = rate

    def plan(self, who: str, moment: datetime | None, seen: int | None = None) -> None:
        """`who` has something to do at `moment` next (None: nothing), and has read the phones' events up to `seen`."""
        if moment is None:
            self.plans.pop(who, None)
        else:
            self.plans[who] = moment.astimezone(UTC)
        if seen is not None:
            self.seen[who] = seen

    def next(self) -> datetime | None:
        """The earliest plan, even when it is overdue."""
        return min(self.plans.values(), default=None)

    async def jump(self) -> None:
        """Go to the earliest plan; an overdue one moves nothing. Raises ControlError 409 when nobody plans anything."""
        moment = self.next()
        if moment is None:
            raise ControlError("nobody plans anything", status=409)
        await self.set(max(moment, self.now()))

    async def restart(self) -> None:
        self.plans.clear()
        self.seen.clear()
        await self.set(self._start)

    def state(self) -> dict[str, Any]:
        upcoming = self.next()
        return {
            "now": self.now().isoformat(),
            "auto": self.auto,
            "rate": self.rate,
            "next": upcoming.isoformat() if upcoming else None,
            "plans": {who: moment.isoformat() for who, moment in self.plans.items()},
        }


def parse_moment(text: Any) -> datetime:
    """Read ISO 8601 with an offset. Raises ControlError."""
    try:
        moment = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise ControlError(f"{text!r} is not a time such as 2022-11-21T09:00:00+01:00") from None
    if moment.tzinfo is None:
        raise ControlError("a time needs its offset, such as 2022-11-21T09:00:00+01:00")
    return moment.astimezone(UTC)
