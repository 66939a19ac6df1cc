"""Futures of other threads are awaited, and wake the loop once for all that is done together."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest

from bot.landing import Landing


async def test_results_and_errors_arrive_and_wake_the_loop_once_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    loop, landing, woken = asyncio.get_running_loop(), Landing(), []
    futures: list[Future[int]] = [Future() for _ in range(50)]
    waiting = [asyncio.create_task(landing.of(one)) for one in futures]
    await asyncio.sleep(0)
    wake = loop.call_soon_threadsafe

    def counted(callback: Callable[..., Any], *given: Any) -> Any:
        woken.append(callback)
        return wake(callback, *given)

    monkeypatch.setattr(loop, "call_soon_threadsafe", counted)

    def commit() -> None:
        for number, one in enumerate(futures[:-1]):
            one.set_result(number)
        futures[-1].set_exception(KeyError("own"))

    thread = threading.Thread(target=commit)
    thread.start()
    thread.join()  # the loop waits with it: nothing is taken in before all are done
    *results, error = await asyncio.gather(*waiting, return_exceptions=True)
    assert results == list(range(49))
    assert isinstance(error, KeyError)
    assert len(woken) == 1


async def test_none_is_lost_while_a_thread_and_the_loop_take_turns() -> None:
    landing = Landing()
    futures: list[Future[int]] = [Future() for _ in range(3_000)]
    waiting = [asyncio.create_task(landing.of(one)) for one in futures]

    def commit() -> None:
        for one in futures:
            one.set_result(1)

    thread = threading.Thread(target=commit)
    thread.start()
    async with asyncio.timeout(20):
        assert sum(await asyncio.gather(*waiting)) == 3_000
    thread.join()
    done: Future[str] = Future()
    done.set_result("before anybody waited")
    assert await landing.of(done) == "before anybody waited"


async def test_who_is_cancelled_takes_what_has_not_begun_along() -> None:
    future: Future[None] = Future()
    waiting = asyncio.create_task(Landing().of(future))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled()
    assert future.cancelled()


async def test_a_future_that_somebody_else_cancels_cancels_its_waiter() -> None:
    future: Future[None] = Future()
    waiting = asyncio.create_task(Landing().of(future))
    await asyncio.sleep(0)
    future.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
