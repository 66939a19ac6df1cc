"""The service's transactions, awaited. Trouble of database or disk is tried again without end, with growing pauses."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot import pace
from bot.landing import Landing
from service.work import Tx, Work

log = logging.getLogger("wspolnie.bot")

T = TypeVar("T")
LONGEST = 5.0
"""Seconds between two tries while the database is away."""


class Transactions:
    """`is_trouble` tells the database's trouble, which passes, from an action's own exception, which is raised."""

    def __init__(self, work: Work, is_trouble: Callable[[BaseException], bool]) -> None:
        self._work = work
        self._is_trouble = is_trouble
        self._landing = Landing()
        self.troubled = 0
        """Tries that failed because of the database, since the start."""

    async def write(self, action: Callable[[Tx], T]) -> T:
        """The action's result after its commit. It may run several times: what it does must stand that."""
        return await self._patiently(self.write_once, action)

    async def read(self, action: Callable[[Tx], T]) -> T:
        """The action's result, from what was committed before it began."""
        return await self._patiently(self._read_once, action)

    async def write_once(self, action: Callable[[Tx], T]) -> T:
        """As `write`, but the database's trouble is raised as well."""
        return await self._landing.of(self._work.write(action))

    async def _read_once(self, action: Callable[[Tx], T]) -> T:
        return await self._landing.of(self._work.read(action))

    async def _patiently(self, attempt: Callable[[Callable[[Tx], T]], Awaitable[T]], action: Callable[[Tx], T]) -> T:
        tries = 0
        while True:
            try:
                return await attempt(action)
            except Exception as error:
                if not self._is_trouble(error):
                    raise
                tries += 1
                self.troubled += 1
                wait = pace.pause(tries, first=0.1, longest=LONGEST)
                log.warning("database trouble (%s), try %d, again in %.1f s", type(error).__name__, tries, wait)
            await asyncio.sleep(wait)
