"""The way in. An update is confirmed to Telegram (by the next offset, or by the webhook's 200) only after the commit.

No offset is kept: after a start everything unconfirmed comes again, and the inbox's key drops the copies.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Any

from bot import pace, updates
from bot.answers import Answers
from bot.failures import UNKNOWN_METHOD, Failure, Kind, sort
from bot.lanes import Lanes
from bot.shared import Shared
from bot.updates import Reading
from domain.instants import Instant
from service.incoming import InboxRow, Incoming
from service.work import Tx

log = logging.getLogger("wspolnie.bot")

TIMEOUT = 30
"""Seconds that Telegram keeps a long poll open."""

AFTER_CONFLICT = 5.0
LONGEST = 5.0
"""Seconds between two tries: short, since a tap waits at Telegram for 150 s only."""

NOTHING_NEW = 0.25
"""Seconds after an answer that held nothing new and came at once: some servers do not keep a long poll open."""

Receive = Callable[[Tx, Sequence[Incoming], Instant], list[InboxRow]]
"""`service.incoming.receive`: stores what is new, returns it."""

SENTENCES = {
    "another_poller": "Another program reads this bot's updates. Stop it: only one may use BOT_TOKEN with long polling.",
    "webhook": "A webhook is set for this bot, so Telegram refuses long polling. Remove it, or run with WEBHOOK_URL.",
}


class Intake:
    """`tell` gets one sentence for the operator when something is wrong that only they can mend."""

    def __init__(
        self, shared: Shared, receive: Receive, lanes: Lanes, answers: Answers, tell: Callable[[str], None]
    ) -> None:
        self._shared = shared
        self._receive = receive
        self._lanes = lanes
        self._answers = answers
        self._tell = tell
        self._told: str | None = None
        self._storing = 0
        self.answered_at = shared.machine()
        """When (machine time) Telegram last answered a getUpdates."""

    @property
    def idle(self) -> bool:
        """Nothing is being stored."""
        return not self._storing

    async def receive(self, raw: Sequence[object], *, patient: bool = False) -> int | None:
        """Store raw updates; returns after the commit, with the highest update id among them.

        Raises the database's trouble, so that a webhook answers 503, unless `patient`: then it is tried without end.
        """
        readings = [updates.read(one, self._shared.town.bot, self._shared.town.bot_name) for one in raw]
        readings.sort(key=lambda reading: reading.update_id or 0)
        self._count(readings)
        kept = [reading.incoming for reading in readings if reading.incoming is not None]
        if kept:
            self._storing += 1
            try:
                write = self._shared.transactions.write if patient else self._shared.transactions.write_once
                rows = await write(lambda tx: self._receive(tx, kept, self._shared.now()))
            finally:
                self._storing -= 1
            self._lanes.offer(rows)
        return max((reading.update_id for reading in readings if reading.update_id is not None), default=None)

    async def poll(self) -> None:
        """Long polling, until cancelled or until the token is refused."""
        offset: int | None = None
        tries = 0
        while True:
            asked_at = self._shared.machine()
            try:
                raw = await self._get_updates(offset)
            except Exception as error:  # noqa: BLE001 - sorted; the loop goes on
                failure = sort(error)
                if failure.kind is Kind.REVOKED:
                    self._shared.line.doubt(failure)
                    return
                if failure.why == UNKNOWN_METHOD:
                    self._shared.line.doubt(failure)
                tries += 1
                await asyncio.sleep(self._pause_after(failure, tries))
                continue
            tries = 0
            self.answered_at = self._shared.machine()
            self._told = None
            highest = await self.receive(raw, patient=True)
            if highest is None and raw:
                await asyncio.sleep(1.0)  # nothing in it can be confirmed: not a spinning loop
            elif highest is None or (offset is not None and highest < offset):
                await asyncio.sleep(max(0.0, asked_at + NOTHING_NEW - self._shared.machine()))
            if highest is not None:
                offset = highest + 1

    async def _get_updates(self, offset: int | None) -> Sequence[object]:
        asked: dict[str, Any] = {"timeout": TIMEOUT, "limit": 100, "allowed_updates": list(updates.ALLOWED)}
        raw = await self._shared.call("getUpdates", read_timeout=TIMEOUT + 10, offset=offset, **asked)
        return raw if isinstance(raw, list) else []

    def _pause_after(self, failure: Failure, tries: int) -> float:
        """Seconds to wait before asking for updates again."""
        self._shared.counts[f"polls_{failure.kind.value}"] += 1
        if failure.kind is Kind.CONFLICT:
            if self._told != failure.why:
                self._tell(SENTENCES[failure.why])
                self._told = failure.why
            return AFTER_CONFLICT
        if failure.kind is Kind.WAIT:
            return failure.retry_after + 0.5
        wait = pace.pause(tries, first=0.5, longest=LONGEST)
        log.warning("no updates (%s), try %d, again in %.1f s", failure.why, tries, wait)
        return wait

    def _count(self, readings: Sequence[Reading]) -> None:
        self._shared.counts["updates"] += len(readings)
        for reading in readings:
            if reading.incoming is None:
                self._shared.counts[f"ignored_{reading.why}"] += 1
            if reading.tap is not None and reading.incoming is not None:
                self._answers.expect(reading.tap)
            elif reading.tap is not None:
                self._answers.settle(reading.tap, None)
