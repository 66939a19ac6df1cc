"""Whether Telegram answers. While it does not, nothing is sent but a harmless question, with growing pauses.

So what is open when Telegram goes away stays small: a message is tried on somebody only after the line is known to work.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot import pace
from bot.failures import DOWN, UNKNOWN_METHOD, Failure, Kind, sort

log = logging.getLogger("wspolnie.bot")


LONGEST = 5.0
"""Seconds between two questions."""


class Line:
    """One for all senders. `ask` is a call that changes nothing, such as getMe."""

    def __init__(self, ask: Callable[[], Awaitable[object]], *, fatal: Callable[[str], None]) -> None:
        self._ask = ask
        self._fatal = fatal
        self._up = asyncio.Event()
        self._up.set()
        self._asking: asyncio.Task[None] | None = None
        self.revoked = False

    @property
    def up(self) -> bool:
        return self._up.is_set()

    async def wait(self) -> None:
        """Wait until Telegram answers. For ever once the token is revoked."""
        await self._up.wait()

    def doubt(self, failure: Failure) -> None:
        """A call failed. Stops the senders when the line may be down, and all of them for good when the token is.

        A method that is not known may mean a token that is not: the question tells.
        """
        if failure.kind is Kind.REVOKED:
            self._stop_for_good()
        elif (failure.kind in DOWN or failure.why == UNKNOWN_METHOD) and self._asking is None and not self.revoked:
            self._up.clear()
            self._asking = asyncio.create_task(self._ask_until_answered(failure))

    async def stop(self) -> None:
        """Stop asking."""
        if self._asking is not None:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)

    def _stop_for_good(self) -> None:
        if not self.revoked:
            self.revoked = True
            self._up.clear()
            self._fatal("Telegram no longer accepts BOT_TOKEN: nothing is sent. Put the new token into BOT_TOKEN.")

    async def _ask_until_answered(self, failure: Failure) -> None:
        tries = 0
        try:
            while not self.revoked:
                try:
                    await self._ask()
                except Exception as error:  # noqa: BLE001 - sorted; only Telegram's answer ends the loop
                    failure = sort(error)
                    if failure.kind is Kind.REVOKED or failure.why == UNKNOWN_METHOD:
                        self._stop_for_good()
                        return
                    if failure.kind not in DOWN and failure.kind is not Kind.WAIT:
                        break  # it answered, if with a refusal
                else:
                    break
                tries += 1
                wait = max(failure.retry_after, pace.pause(tries, longest=LONGEST))
                log.warning("Telegram does not answer (%s), try %d, again in %.1f s", failure.why, tries, wait)
                await asyncio.sleep(wait)
            if not self.revoked:
                self._up.set()
                if tries:
                    log.warning("Telegram answers again")
        finally:
            self._asking = None
