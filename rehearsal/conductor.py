"""The conductor: civil time jumps to the next event as soon as everybody is idle.

Idle means: the bot has confirmed every update, the service has nothing in hand and nothing due, and the simulated
residents have read everything that appeared on a phone and done what they wanted about it. The service may be away for
a while (it restarts, or is killed by a test): time stands still until it is back, and it is told again what time it is.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import aiohttp
from aiohttp import web

log = logging.getLogger(__name__)

SERVICE = "service"
"""Under this name the service's next due time stands among the clock's plans."""
LOOK_SECONDS = 0.01
LONGEST_LOOK_SECONDS = 0.08
"""A service at work is asked less and less often, so that asking does not keep it from its work."""
LOOK_SECONDS_BY_HAND = 0.5
LONGEST_WATCH = 30.0
SERVICE_TIMEOUT = aiohttp.ClientTimeout(total=10)
DRIFT = timedelta(seconds=5)
"""By how much the service's civil time may differ from ours before it is told again (times the clock's rate)."""


class Clock(Protocol):
    """What the conductor needs of the rehearsal's civil clock. All times are aware."""

    auto: bool
    rate: float
    plans: dict[str, datetime]
    seen: dict[str, int]
    on_move: list[Callable[[datetime], Awaitable[None]]]

    def now(self) -> datetime: ...
    async def set(self, moment: datetime) -> None: ...


@dataclass(frozen=True, slots=True)
class Traffic:
    """What is on the line: updates that the bot has not confirmed, and the newest event on the phones."""

    unconfirmed: int
    newest: int


@dataclass(frozen=True, slots=True)
class Look:
    """What the conductor saw: for whom time has to wait (None: for nobody), and the earliest plan."""

    waits_for: str | None
    next: datetime | None


def busy(now: datetime, plans: Mapping[str, datetime], seen: Mapping[str, int], traffic: Traffic) -> str | None:
    """Who is not done with the present: 'bot', or the name of one who is behind or overdue. None: nobody."""
    if traffic.unconfirmed:
        return "bot"
    behind = (who for who, number in seen.items() if number < traffic.newest)
    overdue = (who for who, moment in plans.items() if moment <= now and who != SERVICE)
    return next(behind, None) or next(overdue, None)


class Conductor:
    """Looks around, and moves the clock while it is on auto. `pause` is how long all must be idle, in machine seconds."""

    def __init__(
        self, clock: Clock, traffic: Callable[[], Traffic], service: str | None, *, pause: float = 0.0
    ) -> None:
        self._clock, self._traffic = clock, traffic
        self._service = service.rstrip("/") if service else None
        self.pause = pause
        self.moves = 0
        self._moved = asyncio.Condition()
        self._seen: Look = Look(SERVICE, None)
        self._idle_since: tuple[tuple[Traffic, int], float] | None = None
        clock.on_move.append(self._on_move)

    def routes(self) -> list[web.RouteDef]:
        """What the page and the residents ask."""
        return [
            web.get("/clock/watch", self._watch),
            web.get("/conductor", self._show),
            web.post("/conductor", self._change),
        ]

    async def run(self) -> None:
        """Conduct until cancelled."""
        async with aiohttp.ClientSession(timeout=SERVICE_TIMEOUT) as session:
            waited = LOOK_SECONDS
            while True:
                self._seen = look = await self.look(session)
                if self._clock.auto and self._may_jump(look):
                    await self._clock.set(max(look.next or self._clock.now(), self._clock.now()))
                waited = min(waited * 2, LONGEST_LOOK_SECONDS) if look.waits_for == SERVICE else LOOK_SECONDS
                nothing_to_do = not self._clock.auto or look.next is None
                await asyncio.sleep(LOOK_SECONDS_BY_HAND if nothing_to_do else waited)

    def _may_jump(self, look: Look) -> bool:
        """Whether all have been idle for the pause, with nothing on the line meanwhile."""
        if look.waits_for is not None or look.next is None:
            return False
        traffic, machine = self._traffic(), time.monotonic()
        if self._idle_since is None or self._idle_since[0] != (traffic, self.moves):
            self._idle_since = ((traffic, self.moves), machine)
        return machine - self._idle_since[1] >= self.pause

    async def look(self, session: aiohttp.ClientSession) -> Look:
        """Who is busy, and what comes next. Traffic is looked at before and after the service, which may have moved it."""
        clock, before = self._clock, self._traffic()
        waits_for = busy(clock.now(), clock.plans, clock.seen, before)
        if waits_for is None and self._service is not None:
            waits_for = await self._ask_service(session)
        if waits_for is None and self._traffic() != before:
            waits_for = "bot"
        return Look(waits_for, min(clock.plans.values(), default=None))

    async def _ask_service(self, session: aiohttp.ClientSession) -> str | None:
        """'service' unless it is idle, on time, and has nothing due. Its next due time becomes a plan."""
        try:
            async with session.get(f"{self._service}/rehearsal/state") as response:
                response.raise_for_status()
                state: dict[str, Any] = await response.json()
            now = self._clock.now()
            told = datetime.fromisoformat(state["now"])
            if abs(now - told) > DRIFT * max(1.0, self._clock.rate):
                await self._tell(session, now)
                return SERVICE
        except (aiohttp.ClientError, TimeoutError) as error:
            # It restarts, or is not up yet: everybody waits, and the next look asks again.
            log.debug("the service is away: %s", error)
            return SERVICE
        due = datetime.fromisoformat(state["next_due"]) if state["next_due"] else None
        if due is None:
            self._clock.plans.pop(SERVICE, None)
        else:
            self._clock.plans[SERVICE] = due.astimezone(UTC)
        return SERVICE if not state["idle"] or (due is not None and due <= now) else None

    async def _tell(self, session: aiohttp.ClientSession, now: datetime) -> None:
        async with session.post(f"{self._service}/rehearsal/clock", json={"now": now.isoformat()}) as response:
            response.raise_for_status()

    async def _on_move(self, moment: datetime) -> None:
        """The clock jumped: the service hears of it at once, those who watch are woken."""
        if self._service is not None:
            try:
                async with aiohttp.ClientSession(timeout=SERVICE_TIMEOUT) as session:
                    await self._tell(session, moment)
            except (aiohttp.ClientError, TimeoutError) as error:
                # The next look finds that its clock is off, and tells it then.
                log.debug("the service did not hear the clock: %s", error)
        async with self._moved:
            self.moves += 1
            self._moved.notify_all()

    async def _watch(self, request: web.Request) -> web.Response:
        """`?after=N&wait=SECONDS`: how often the clock has jumped and what it shows, once it jumped more than N times."""
        after, wait = int(request.query.get("after", "0")), float(request.query.get("wait", "0"))
        async with self._moved:
            try:
                async with asyncio.timeout(min(wait, LONGEST_WATCH)):
                    await self._moved.wait_for(lambda: self.moves > after)
            except TimeoutError:
                pass  # nothing jumped: the time is told all the same
        return web.json_response({"moves": self.moves, "now": self._clock.now().isoformat()})

    async def _show(self, request: web.Request) -> web.Response:
        upcoming = self._seen.next.isoformat() if self._seen.next else None
        return web.json_response({"waits_for": self._seen.waits_for, "next": upcoming, "pause": self.pause})

    async def _change(self, request: web.Request) -> web.Response:
        """`{"pause": seconds}`: how long all must be idle before time jumps."""
        self.pause = float((await request.json())["pause"])
        return await self._show(request)
