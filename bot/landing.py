"""Futures of other threads, awaited. What is done together lands together: the loop is woken once for all of it.

asyncio's own `wrap_future` wakes it for each, and a commit that fifty steps waited for ends with fifty futures.
"""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import Future
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Landing:
    """For one loop: that of the first `of`."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._landed: deque[tuple[Future[Any], asyncio.Future[Any]]] = deque()
        self._called = False

    async def of(self, future: Future[T]) -> T:
        """The future's result, or what it raises. Whoever is cancelled meanwhile cancels it, when it has not begun."""
        loop = self._loop = self._loop or asyncio.get_running_loop()
        here: asyncio.Future[Any] = loop.create_future()
        future.add_done_callback(lambda done: self._land(done, here))
        try:
            return cast(T, await here)
        except asyncio.CancelledError:
            future.cancel()
            raise

    def _land(self, done: Future[Any], here: asyncio.Future[Any]) -> None:
        """In whatever thread. Noted before it is asked whether the loop was called, which the loop forgets before it looks."""
        self._landed.append((done, here))
        if self._called or self._loop is None or self._loop.is_closed():
            return
        self._called = True
        self._loop.call_soon_threadsafe(self._take_in)

    def _take_in(self) -> None:
        self._called = False
        while self._landed:
            done, here = self._landed.popleft()
            if here.done():
                continue
            if done.cancelled():
                here.cancel()
            elif (error := done.exception()) is not None:
                here.set_exception(error)
            else:
                here.set_result(done.result())
