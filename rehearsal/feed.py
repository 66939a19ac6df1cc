"""What happened on the phones' screens, numbered, for everybody who looks on: the page, simulated residents, tests."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from .posts import Post, to_phone

LONGEST_WAIT = 60.0
MOST_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Happening:
    """`kind`: message, edit, delete, answer, action, own, own-edit, phone, menu."""

    seq: int
    phone: int
    kind: str
    post: Post | None
    more: dict[str, Any] | None

    def view(self) -> dict[str, Any]:
        shown: dict[str, Any] = {"seq": self.seq, "phone": self.phone, "type": self.kind}
        if self.post is not None:
            shown["message"] = to_phone(self.post)
        if self.more is not None:
            shown.update(self.more)
        return shown


class Feed:
    """All happenings since the start or the last reset. Numbers go on after a reset."""

    def __init__(self) -> None:
        self.seq = 0
        self._first = 1  # the number of the oldest one kept
        self._events: list[Happening] = []
        self._readers: list[asyncio.Future[None]] = []

    def add(self, phone: int, kind: str, post: Post | None = None, more: dict[str, Any] | None = None) -> None:
        self.seq += 1
        self._events.append(Happening(self.seq, phone, kind, post, more))
        for reader in self._readers:
            if not reader.done():
                reader.set_result(None)
        self._readers.clear()

    def clear(self) -> None:
        self._events.clear()
        self._first = self.seq + 1

    async def read(self, after: int, wait: float, phones: Collection[int] | None) -> tuple[int, list[Happening]]:
        """Happenings after number `after`, of `phones` only; waits up to `wait` machine seconds for the first.

        Returns the number to read on from as well.
        """
        loop = asyncio.get_running_loop()
        deadline = loop.time() + min(wait, LONGEST_WAIT)
        while True:
            after, found = self._look(after, phones)
            left = deadline - loop.time()
            if found or left <= 0:
                return after, found
            reader: asyncio.Future[None] = loop.create_future()
            self._readers.append(reader)
            try:
                async with asyncio.timeout(left):
                    await reader
            except TimeoutError:
                return after, found

    def _look(self, after: int, phones: Collection[int] | None) -> tuple[int, list[Happening]]:
        found: list[Happening] = []
        for happening in self._events[max(0, after + 1 - self._first) :]:
            if phones is None or happening.phone in phones:
                found.append(happening)
                if len(found) == MOST_AT_ONCE:
                    return happening.seq, found
        return max(after, self.seq), found
