"""This computer's clock beside Telegram's: `doctor` asks once, the running service again and again.

Civil time decides what is due, so a wrong clock sends messages at the wrong hour. Telegram's time is the Date header of the Bot
API server. Between two questions machine time tells whether the clock was set: then it is asked anew.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

import aiohttp

from service.work import Clock
from web.pulse import is_clock_off

log = logging.getLogger("wspolnie.clock")

ANSWER_SECONDS: Final = 10
LOOK_EVERY: Final = 15.0
ASK_EVERY: Final = 600.0
ASK_AGAIN: Final = 60.0
"""Seconds until the next question after one that was not answered."""
SET_SECONDS: Final = 5.0
"""Civil and machine time that drift apart by more than this: somebody set the clock, or the machine slept."""

Ask = Callable[[], Awaitable[datetime | None]]


async def telegrams_time(api_url: str) -> datetime | None:
    """What the Bot API server says the time is, to the second (aware), or None when it does not say or does not answer."""
    try:
        timeout = aiohttp.ClientTimeout(total=ANSWER_SECONDS)
        async with (
            aiohttp.ClientSession(timeout=timeout, trust_env=True) as http,
            http.get(api_url.rstrip("/") + "/", allow_redirects=False) as answer,
        ):
            said = answer.headers.get("Date")
            return None if said is None else parsedate_to_datetime(said)
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError):
        return None


class ClockWatch:
    """`off`: by how many seconds this computer's clock is ahead of Telegram's, as last measured; None: not known."""

    def __init__(self, clock: Clock, ask: Ask) -> None:
        self.off: float | None = None
        self._clock = clock
        self._ask = ask
        self._told = False
        self._asked_at: float | None = None
        self._drift = 0.0

    async def watch(self, wait: Callable[[float], Awaitable[object]] = asyncio.sleep) -> None:
        """Look for ever, at once and then every LOOK_EVERY seconds."""
        while True:
            await self.look()
            await wait(LOOK_EVERY)

    async def look(self) -> None:
        """Ask when it is time to; say it in the log when the clock turns out wrong, and when it is right again."""
        if not self._is_time():
            return
        said = await self._ask()
        self._asked_at, self._drift = self._clock.machine(), self._apart()
        if said is None:
            return  # what was measured before is still the best that is known
        self.off = self._clock.now().timestamp() - said.timestamp()
        if is_clock_off(self.off) != self._told:
            self._told = not self._told
            if self._told:
                log.warning("this computer's clock is off by %.0f s: switch on time synchronisation (NTP)", self.off)
            else:
                log.info("this computer's clock is right again")

    def _is_time(self) -> bool:
        if self._asked_at is None:
            return True
        age = self._clock.machine() - self._asked_at
        was_set = abs(self._apart() - self._drift) > SET_SECONDS
        return age >= ASK_EVERY or (age >= ASK_AGAIN and self.off is None) or was_set

    def _apart(self) -> float:
        """Civil time minus machine time: it stands still unless the clock is set."""
        return self._clock.now().timestamp() - self._clock.machine()
