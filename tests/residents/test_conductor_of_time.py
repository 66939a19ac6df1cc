"""The conductor against a service and residents served over HTTP: time moves when all are idle, never before."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from rehearsal.conductor import Conductor, Traffic, busy
from rehearsal.options import Options
from rehearsal.parts import parts
from rehearsal.processes import free_port
from rehearsal.server import application
from rehearsal.world import World

START = datetime(2022, 11, 14, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)
TOKEN = "1:" + "t" * 35


class FakeService:
    """Its state is what a test puts there; it remembers every time it was told."""

    def __init__(self) -> None:
        self.port = free_port()
        self.now, self.idle = START, True
        self.due: list[datetime] = []
        self.told: list[datetime] = []
        self.runner: web.AppRunner | None = None

    async def up(self) -> None:
        app = web.Application()
        app.add_routes([web.get("/rehearsal/state", self._state), web.post("/rehearsal/clock", self._clock)])
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", self.port).start()

    async def down(self) -> None:
        if self.runner is not None:
            await self.runner.cleanup()
            self.runner = None

    async def _state(self, request: web.Request) -> web.Response:
        due = self.due[0].isoformat() if self.due else None
        return web.json_response({"idle": self.idle, "next_due": due, "now": self.now.isoformat()})

    async def _clock(self, request: web.Request) -> web.Response:
        self.now = datetime.fromisoformat((await request.json())["now"])
        self.told.append(self.now)
        self.due = [moment for moment in self.due if moment > self.now]
        return await self._state(request)


class Rehearsal:
    """A local Telegram with the real conductor, asked over HTTP."""

    def __init__(self, session: aiohttp.ClientSession, port: int, service: FakeService) -> None:
        self.session, self.url, self.service = session, f"http://127.0.0.1:{port}", service

    async def get(self, path: str) -> Any:
        async with self.session.get(self.url + path) as answer:
            return await answer.json()

    async def post(self, path: str, **given: Any) -> Any:
        async with self.session.post(self.url + path, json=given) as answer:
            return await answer.json()

    async def now(self) -> datetime:
        return datetime.fromisoformat((await self.get("/clock"))["now"])

    async def plan(self, moment: datetime | None, seen: int) -> None:
        await self.post("/plans", who="residents", next=moment.isoformat() if moment else None, seen=seen)


async def comes_true(fact: Callable[[], Any], seconds: float = 10.0) -> None:
    """Wait for what an independent task brings about."""
    deadline = time.monotonic() + seconds
    while not await fact():
        assert time.monotonic() < deadline, "it did not come true in time"
        await asyncio.sleep(0.01)


async def stays_false(fact: Callable[[], Any], looks: int = 25) -> None:
    for _ in range(looks):
        assert not await fact()
        await asyncio.sleep(0.01)


@asynccontextmanager
async def rehearsed() -> AsyncIterator[Rehearsal]:
    service, port = FakeService(), free_port()
    await service.up()
    world = World(Options(port=port, service=f"http://127.0.0.1:{service.port}", now=START, rate=0, auto=True))
    runner = web.AppRunner(application(world, parts(world)), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    try:
        async with aiohttp.ClientSession() as session:
            yield Rehearsal(session, port, service)
    finally:
        await runner.cleanup()
        await service.down()


async def test_time_jumps_to_the_earliest_of_what_service_and_residents_plan() -> None:
    async with rehearsed() as stage:
        await stage.plan(START + 3 * HOUR, 0)
        stage.service.due = [START + 2 * HOUR, START + 5 * HOUR]
        await comes_true(lambda: _is_now(stage, START + 3 * HOUR))
        await comes_true(lambda: _was_told(stage, START + 2 * HOUR, START + 3 * HOUR))
        # The residents' time has come and they have not said what is next: everybody waits for them.
        await stays_false(lambda: _is_now(stage, START + 5 * HOUR))
        await stage.plan(None, 0)
        await comes_true(lambda: _is_now(stage, START + 5 * HOUR))


async def test_time_waits_for_a_busy_service_for_unread_messages_and_for_unconfirmed_updates() -> None:
    async with rehearsed() as stage:
        stage.service.idle = False
        await stage.plan(START + HOUR, 0)
        await comes_true(lambda: _waits_for(stage, "service"))
        await stage.post("/phones", id=7, name="Resident")
        stage.service.idle = True
        await comes_true(lambda: _waits_for(stage, "residents"))
        await stage.post("/phones/7/start", payload="")
        await stage.plan(START + HOUR, 2)
        await comes_true(lambda: _waits_for(stage, "bot"))
        assert await stage.now() == START
        updates = (await stage.get(f"/bot{TOKEN}/getUpdates"))["result"]
        assert await stage.now() == START
        await stage.get(f"/bot{TOKEN}/getUpdates?offset={updates[-1]['update_id'] + 1}")
        await comes_true(lambda: _is_now(stage, START + HOUR))


async def test_a_service_that_restarts_is_waited_for_and_told_the_time_again() -> None:
    async with rehearsed() as stage:
        await stage.plan(START + HOUR, 0)
        await comes_true(lambda: _is_now(stage, START + HOUR))
        await stage.service.down()
        await stage.plan(START + 2 * HOUR, 0)
        await comes_true(lambda: _waits_for(stage, "service"))
        await stays_false(lambda: _is_now(stage, START + 2 * HOUR))
        stage.service.now, stage.service.told = START, []
        await stage.service.up()
        await comes_true(lambda: _is_now(stage, START + 2 * HOUR))
        await comes_true(lambda: _was_told(stage, START + HOUR, START + 2 * HOUR))


async def test_by_hand_time_moves_by_the_hour_and_to_the_next_event_only() -> None:
    async with rehearsed() as stage:
        await stage.post("/clock/auto", on=False)
        stage.service.due = [START + 4 * HOUR]
        await comes_true(lambda: _next_is(stage, START + 4 * HOUR))
        assert await stage.now() == START
        await stage.post("/clock/advance", seconds=3600)
        assert await stage.now() == START + HOUR
        await stage.post("/clock/next")
        assert await stage.now() == START + 4 * HOUR
        assert stage.service.told == [START + HOUR, START + 4 * HOUR]


async def test_whoever_watches_the_clock_hears_of_a_jump_at_once() -> None:
    async with rehearsed() as stage:
        await stage.post("/clock/auto", on=False)
        watching = asyncio.ensure_future(stage.get("/clock/watch?after=0&wait=20"))
        await stage.post("/clock/advance", seconds=60)
        seen = await asyncio.wait_for(watching, 5)
        assert seen["moves"] == 1
        assert datetime.fromisoformat(seen["now"]) == START + timedelta(minutes=1)


async def test_with_a_pause_time_stands_while_somebody_taps() -> None:
    async with rehearsed() as stage:
        await stage.post("/conductor", pause=3600)
        await stage.plan(START + HOUR, 0)
        await comes_true(lambda: _waits_for(stage, None))
        await stays_false(lambda: _is_now(stage, START + HOUR))
        await stage.post("/conductor", pause=0)
        await comes_true(lambda: _is_now(stage, START + HOUR))


async def _is_now(stage: Rehearsal, moment: datetime) -> bool:
    return await stage.now() == moment


async def _was_told(stage: Rehearsal, *moments: datetime) -> bool:
    return stage.service.told == list(moments)


async def _waits_for(stage: Rehearsal, who: str | None) -> bool:
    return bool((await stage.get("/conductor"))["waits_for"] == who)


async def _next_is(stage: Rehearsal, moment: datetime) -> bool:
    upcoming = (await stage.get("/clock"))["next"]
    return upcoming is not None and datetime.fromisoformat(upcoming) == moment


@pytest.mark.parametrize(
    ("plans", "seen", "traffic", "who"),
    [
        ({}, {}, Traffic(0, 0), None),
        ({}, {}, Traffic(1, 0), "bot"),
        ({"residents": START + HOUR}, {"residents": 4}, Traffic(0, 5), "residents"),
        ({"residents": START}, {"residents": 5}, Traffic(0, 5), "residents"),
        ({"residents": START + HOUR}, {"residents": 5}, Traffic(0, 5), None),
        ({"service": START - HOUR}, {}, Traffic(0, 0), None),
    ],
)
def test_who_is_busy(plans: dict[str, datetime], seen: dict[str, int], traffic: Traffic, who: str | None) -> None:
    assert busy(START, plans, seen, traffic) == who


def test_a_conductor_without_a_service_conducts_residents_alone() -> None:
    world = World(Options(now=START, rate=0))
    assert Conductor(world.clock, lambda: Traffic(0, 0), None).moves == 0
