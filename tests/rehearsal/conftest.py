"""A local Telegram for each test: as a process (`telegram`), or in this process with a clock that the test moves (`inside`)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer
from inside import Inside, Make
from local_telegram import LocalTelegram

from rehearsal.options import Options
from rehearsal.server import application
from rehearsal.world import World


@pytest.fixture(scope="session")
def telegram_process() -> Iterator[LocalTelegram]:
    with LocalTelegram.start(seed=7, now="2022-11-14T08:00:00+01:00", webhook_pause=0.02) as running:
        yield running


@pytest.fixture
def telegram(telegram_process: LocalTelegram) -> LocalTelegram:
    """A fresh state of the running process."""
    telegram_process.reset()
    return telegram_process


@pytest.fixture
async def make_inside() -> AsyncIterator[Make]:
    """Makes servers with the options of the test."""
    clients = []

    async def make(**options: Any) -> Inside:
        seconds = [1000.0]
        world = World(Options(seed=1, **options), machine=lambda: seconds[0])
        client: TestClient[Any, Any] = TestClient(TestServer(application(world)))
        await client.start_server()
        clients.append(client)
        return Inside(client, world, seconds)

    yield make
    for client in clients:
        await client.close()


@pytest.fixture
async def inside(make_inside: Make) -> Inside:
    """A server with one phone, 1, that has started the bot."""
    made = await make_inside()
    await made.post("/phones", id=1, name="Resident", started=True)
    return made
