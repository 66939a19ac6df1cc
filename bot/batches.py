"""What comes together is written together: items gather while the last batch is being written."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Batch(Generic[T]):
    """`write` gets all items that came since it was last called; one call at a time. It must not raise.

    `gather`: seconds for which the first item waits for others, where nobody waits for it to be written.
    """

    def __init__(self, write: Callable[[list[T]], Awaitable[None]], *, gather: float = 0.0) -> None:
        self._write = write
        self._gather = gather
        self._items: list[T] = []
        self._writing: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        """Items not yet written and not being written."""
        return len(self._items)

    @property
    def idle(self) -> bool:
        """Everything that was added has been written."""
        return self._writing is None

    def add(self, item: T) -> None:
        """Have `item` written soon."""
        self._items.append(item)
        if self._writing is None:
            self._writing = asyncio.create_task(self._write_all())

    async def drained(self) -> None:
        """Wait until everything added so far is written."""
        while self._writing is not None:
            await asyncio.shield(self._writing)

    async def _write_all(self) -> None:
        try:
            while self._items:
                if self._gather:
                    await asyncio.sleep(self._gather)
                items, self._items = self._items, []
                await self._write(items)
        finally:
            self._writing = None
