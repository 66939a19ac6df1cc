"""A wrong clock is noticed while the service runs: at the start, now and then, and as soon as somebody sets it."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from aiohttp import web
from lublin import NOW

from domain.instants import Instant, later
from running.telegram_time import ASK_AGAIN, ASK_EVERY, LOOK_EVERY, ClockWatch, telegrams_time
from web.pulse import is_clock_off


class Clocks:
    """Civil time of this computer, Telegram's time, and machine time that passes in both."""

    def __init__(self) -> None:
        self.passed = 0.0
        self.ahead = 0.0
        self.says = True
        self.asked = 0

    def now(self) -> Instant:
        return later(NOW, seconds=self.passed + self.ahead)

    def machine(self) -> float:
        return 1000 + self.passed

    async def ask(self) -> datetime | None:
        self.asked += 1
        return later(NOW, seconds=self.passed) if self.says else None


async def look(clocks: Clocks, watch: ClockWatch, seconds: float = 0.0) -> None:
    end = clocks.passed + seconds
    await watch.look()
    while clocks.passed < end:
        clocks.passed += LOOK_EVERY
        await watch.look()


async def test_the_clock_is_compared_at_the_start_and_every_ten_minutes() -> None:
    clocks = Clocks()
    watch = ClockWatch(clocks, clocks.ask)
    await look(clocks, watch)
    assert (clocks.asked, watch.off) == (1, 0.0)
    await look(clocks, watch, ASK_EVERY - LOOK_EVERY)
    assert clocks.asked == 1
    await look(clocks, watch, LOOK_EVERY)
    assert clocks.asked == 2


async def test_a_clock_that_is_set_is_compared_at_once_and_said_once_each_way(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "wspolnie.clock")
    clocks = Clocks()
    watch = ClockWatch(clocks, clocks.ask)
    await look(clocks, watch)
    clocks.ahead = -3600.0
    await look(clocks, watch, 5 * LOOK_EVERY)
    assert (clocks.asked, watch.off) == (2, -3600.0)
    clocks.ahead = 0.0
    await look(clocks, watch, 5 * LOOK_EVERY)
    assert (clocks.asked, watch.off) == (3, 0.0)
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]


async def test_a_server_that_does_not_answer_says_nothing_about_the_clock() -> None:
    clocks = Clocks()
    clocks.says, clocks.ahead = False, 3600.0
    watch = ClockWatch(clocks, clocks.ask)
    await look(clocks, watch, ASK_AGAIN)
    assert (clocks.asked, watch.off) == (2, None)
    clocks.says = True
    await look(clocks, watch, ASK_AGAIN)
    assert watch.off == 3600.0


@pytest.mark.parametrize(("seconds", "wrong"), [(0, False), (60, False), (-60, False), (60.5, True), (-61, True)])
def test_a_minute_either_way_is_no_wrong_clock(seconds: float, wrong: bool) -> None:
    assert is_clock_off(seconds) is wrong


async def test_telegrams_time_is_the_date_that_its_server_says() -> None:
    said = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=404, headers={"Date": format_datetime(said, usegmt=True)})

    app = web.Application()
    app.router.add_get("/", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    try:
        assert await telegrams_time(f"http://127.0.0.1:{port}") == said
    finally:
        await runner.cleanup()
    assert await asyncio.wait_for(telegrams_time(f"http://127.0.0.1:{port}"), 5) is None
