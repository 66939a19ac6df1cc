"""The bot's incoming queue: kept until confirmed, expired by machine time, handed to one poller or pushed to a webhook."""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from .refusals import Refused

LONGEST_POLL = 50.0
NOT_BY_DEFAULT = frozenset(("chat_member", "message_reaction", "message_reaction_count"))
_SHORT_LIVED = frozenset(("callback_query", "shipping_query", "pre_checkout_query"))
_WEBHOOK_IS_SET = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_TERMINATED_BY_WEBHOOK = "Conflict: terminated by setWebhook request"


@dataclass(slots=True)
class Update:
    """One update as it goes over the line."""

    id: int
    lane: int  # the chat whose order must be kept
    body: bytes
    expires: float  # machine time
    confirmed: bool = False


class Updates:
    """The queue. All times are machine time."""

    def __init__(
        self, machine: Callable[[], float], dice: random.Random, *, tap_life: float, update_life: float
    ) -> None:
        self._machine = machine
        self._tap_life = tap_life
        self._update_life = update_life
        self._next_id = dice.randrange(100_000_000, 900_000_000)
        self._waiting: deque[Update] = deque()
        self._earliest = float("inf")
        self._poll: asyncio.Future[bool] | None = None
        self.allowed: frozenset[str] | None = None  # None: all but NOT_BY_DEFAULT
        self.push: Callable[[Update], None] | None = None  # set while a webhook is

    def add(self, kind: str, payload: Any, lane: int) -> int | None:
        """Queue an update and return its id; None when the bot did not ask for this kind."""
        if kind in NOT_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return None
        update_id = self._next_id
        self.add_raw({"update_id": update_id, kind: payload}, lane, tap=kind in _SHORT_LIVED)
        return update_id

    def add_raw(self, update: dict[str, Any], lane: int, *, tap: bool = False) -> int:
        """Queue anything as it stands, be it malformed, repeated or out of order. Without an update_id it gets the next."""
        update.setdefault("update_id", self._next_id)
        number = update["update_id"]
        if not isinstance(number, int):
            number = self._next_id
        self._next_id = max(self._next_id, number + 1)
        expires = self._machine() + (self._tap_life if tap else self._update_life)
        waiting = Update(number, lane, orjson.dumps(update), expires)
        self._waiting.append(waiting)
        self._earliest = min(self._earliest, expires)
        if self.push is not None:
            self.push(waiting)
        self._end_poll(True)
        return number

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Remember the last allowed_updates; an empty list means the default, None changes nothing."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or None

    def pending(self) -> list[Update]:
        """What waits, in order, without what has expired or was confirmed."""
        now = self._machine()
        if now >= self._earliest or any(update.confirmed for update in self._waiting):
            self._waiting = deque(update for update in self._waiting if not update.confirmed and update.expires > now)
            self._earliest = min((update.expires for update in self._waiting), default=float("inf"))
        return list(self._waiting)

    def __len__(self) -> int:
        return len(self.pending())

    def __contains__(self, update: Update) -> bool:
        return not update.confirmed and update.expires > self._machine()

    def clear(self) -> None:
        for update in self._waiting:
            update.confirmed = True
        self._waiting.clear()

    async def fetch(self, offset: int, limit: int, timeout: float) -> list[bytes]:
        """getUpdates: confirm what is below `offset`, then return up to `limit`, waiting for the first up to `timeout`.

        Raises Refused 409 while a webhook is set, and when another call or a new webhook ends the wait.
        """
        if self.push is not None:
            raise Refused(409, _WEBHOOK_IS_SET)
        self.end_poll()
        self._confirm(offset)
        found = self.pending()[:limit]
        if not found and timeout > 0:
            await self._wait(min(timeout, LONGEST_POLL))
            found = self.pending()[:limit]
        return [update.body for update in found]

    def _confirm(self, offset: int) -> None:
        waiting = self.pending()
        if offset < 0:
            cut = len(waiting) + offset
            for place, update in enumerate(waiting):
                update.confirmed = place < cut
        elif offset > 0:
            for update in waiting:
                update.confirmed = update.id < offset

    async def _wait(self, timeout: float) -> None:
        poll: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._poll = poll
        try:
            async with asyncio.timeout(timeout):
                came = await poll
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
        if not came:
            raise Refused(409, _TERMINATED if self.push is None else _TERMINATED_BY_WEBHOOK)

    @property
    def polled(self) -> bool:
        """Whether a getUpdates waits at this moment."""
        return self._poll is not None

    def end_poll(self) -> None:
        """End the waiting getUpdates, if there is one, with a conflict."""
        self._end_poll(False)

    def _end_poll(self, came: bool) -> None:
        if self._poll is not None and not self._poll.done():
            self._poll.set_result(came)
        self._poll = None
