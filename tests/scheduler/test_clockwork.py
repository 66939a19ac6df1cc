"""The clockwork looks when something is due, when it is woken, and regularly; one look at a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import pytest

from domain.instants import Instant, later, parse_instant
from scheduler.clockwork import Clockwork

EPOCH = parse_instant("2022-11-20T18:00:00+01:00")


class Civil:
    """A civil clock that runs from EPOCH, or stands still."""

    def __init__(self, runs: bool = True) -> None:
        self.began, self.runs, self.jumped = time.monotonic(), runs, 0.0

    def now(self) -> Instant:
        return later(EPOCH, seconds=self.jumped + (time.monotonic() - self.began if self.runs else 0.0))

    def machine(self) -> float:
        return time.monotonic()


async def until(condition: Callable[[], bool], patience: float = 5.0) -> None:
    async with asyncio.timeout(patience):
        while not condition():  # noqa: ASYNC110 - the clockwork has no events to wait for
            await asyncio.sleep(0.005)


async def test_it_looks_at_once_and_then_when_something_is_due() -> None:
    clock = Civil()
    looks: list[Instant] = []
    due = [later(EPOCH, seconds=0.3), later(EPOCH, seconds=0.6)]

    async def sweep() -> Instant | None:
        looks.append(clock.now())
        return next((moment for moment in due if moment > clock.now()), None)

    clockwork = Clockwork(sweep, clock)
    clockwork.start()
    await until(lambda: len(looks) == 3)
    await clockwork.stop()
    assert looks[0] < due[0] <= looks[1] < due[1] <= looks[2]


async def test_it_looks_regularly_though_nothing_is_planned() -> None:
    looks: list[int] = []

    async def sweep() -> Instant | None:
        looks.append(1)
        return None

    clockwork = Clockwork(sweep, Civil(), regularly=0.1)
    clockwork.start()
    await until(lambda: len(looks) >= 4)
    await clockwork.stop()


async def test_a_clock_that_stands_still_is_not_looked_at_all_the_time() -> None:
    """In a rehearsal civil time lies years back: what is due in its future must not be due at once."""
    looks: list[int] = []
    clock = Civil(runs=False)

    async def sweep() -> Instant | None:
        looks.append(1)
        return later(EPOCH, hours=1)

    clockwork = Clockwork(sweep, clock)
    clockwork.start()
    await asyncio.sleep(0.3)
    assert len(looks) == 1
    clock.jumped = 3600
    clockwork.clock_moved()
    await until(lambda: len(looks) == 2)
    await clockwork.stop()


async def test_a_wake_during_a_look_leads_to_one_more_look() -> None:
    looks: list[int] = []
    going_on = asyncio.Event()
    at_once = 0

    async def sweep() -> Instant | None:
        nonlocal at_once
        at_once += 1
        assert at_once == 1
        looks.append(1)
        await going_on.wait()
        at_once -= 1
        return None

    clockwork = Clockwork(sweep, Civil())
    clockwork.start()
    await until(lambda: len(looks) == 1)
    for _ in range(50):
        clockwork.wake()
        await asyncio.sleep(0)
    going_on.set()
    await until(lambda: len(looks) == 2)
    await asyncio.sleep(0.1)
    await clockwork.stop()
    assert len(looks) == 2


async def test_a_sweep_that_fails_is_tried_again_at_the_next_look() -> None:
    looks: list[int] = []

    async def sweep() -> Instant | None:
        looks.append(1)
        if len(looks) == 1:
            raise OSError("the database is away")
        return None

    clockwork = Clockwork(sweep, Civil(), regularly=0.1)
    clockwork.start()
    await until(lambda: len(looks) >= 2)
    await clockwork.stop()


async def test_stopping_waits_for_the_look_under_way() -> None:
    done: list[int] = []
    began = asyncio.Event()

    async def sweep() -> Instant | None:
        began.set()
        await asyncio.sleep(0.1)
        done.append(1)
        return EPOCH

    clockwork = Clockwork(sweep, Civil())
    clockwork.start()
    await began.wait()
    await clockwork.stop()
    assert done == [1]


async def test_a_look_that_is_cut_off_at_the_end_ends_and_is_no_error(caplog: pytest.LogCaptureFixture) -> None:
    began, ended = asyncio.Event(), asyncio.Event()

    async def sweep() -> Instant | None:
        began.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    clockwork = Clockwork(sweep, Civil())
    clockwork.start()
    await began.wait()
    stopping = asyncio.create_task(clockwork.stop())
    await asyncio.sleep(0)
    stopping.cancel()
    await asyncio.wait_for(ended.wait(), 5)
    await until(clockwork.idle)
    assert not caplog.records
