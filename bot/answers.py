"""Answers to taps: what came of it, after the commit; or empty after a second, so that the phone stops waiting.

Best effort, and never the only way in which something is said. Times are machine time.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable

from bot.failures import Kind, sort

log = logging.getLogger("wspolnie.bot")

PATIENCE = 1.0
"""Seconds after which a tap is answered without words."""

LENGTH = 200
"""Characters that Telegram allows in an answer."""

REMEMBERED = 1_000
AT_ONCE = 200
"""Answers under way at once; beyond that a tap goes unanswered rather than the memory full."""

Answer = Callable[[str, str | None], Awaitable[object]]
"""(callback id, text or None) -> the call answerCallbackQuery."""


class Answers:
    def __init__(self, answer: Answer, counts: Counter[str]) -> None:
        self._answer = answer
        self._counts = counts
        self._waiting: dict[str, float] = {}  # callback id -> when to answer without words, in order of time
        self._answered: dict[str, None] = {}  # answered without words, what came of them not known yet
        self._timer: asyncio.TimerHandle | None = None
        self._calls: set[asyncio.Task[None]] = set()

    @property
    def idle(self) -> bool:
        """No tap waits for its answer, and none is being answered."""
        return not self._waiting and not self._calls

    def expect(self, callback: str) -> None:
        """A tap came in. It is answered within a second whatever happens."""
        loop = asyncio.get_running_loop()
        self._waiting[callback] = loop.time() + PATIENCE
        if self._timer is None:
            self._timer = loop.call_later(PATIENCE, self._lose_patience)

    def settle(self, callback: str, words: str | None) -> None:
        """What came of a tap is known and committed. One that was answered already is left alone.

        A tap from before a restart, which nobody expected here, is answered too: it may still be in time.
        """
        self._waiting.pop(callback, None)
        if callback in self._answered:
            del self._answered[callback]
        else:
            self._send(callback, words[:LENGTH] if words else None)

    async def drained(self) -> None:
        """Answer without words whatever waits, and wait for every answer under way."""
        for callback in list(self._waiting):
            self.settle(callback, None)
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._calls:
            await asyncio.wait(set(self._calls))

    def _lose_patience(self) -> None:
        loop = asyncio.get_running_loop()
        self._timer = None
        for callback, due in list(self._waiting.items()):
            if due > loop.time():
                self._timer = loop.call_at(due, self._lose_patience)
                return
            self._counts["answers_late"] += 1
            self.settle(callback, None)
            self._answered[callback] = None
            if len(self._answered) > REMEMBERED:
                del self._answered[next(iter(self._answered))]

    def _send(self, callback: str, words: str | None) -> None:
        if len(self._calls) >= AT_ONCE:
            self._counts["answers_dropped"] += 1
            return
        call = asyncio.create_task(self._call(callback, words))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)

    async def _call(self, callback: str, words: str | None) -> None:
        try:
            await self._answer(callback, words)
        except Exception as error:  # noqa: BLE001 - sorted below; the screen says the same
            failure = sort(error)
            self._counts[f"answers_{failure.kind.value}"] += 1
            if failure.kind is not Kind.TOO_OLD:
                log.info("a tap could not be answered: %s", failure.why)
        else:
            self._counts["answers"] += 1
