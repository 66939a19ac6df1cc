"""A local Telegram as a process of its own, and a client to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from bot_stand_ins import DirectWork, shared_parts
from local_telegram import LocalTelegram
from real_town import RealTown

from bot.client import Client
from bot.shared import Shared
from storage.database import Database


@pytest.fixture(scope="session")
def telegram_process() -> Iterator[LocalTelegram]:
    with LocalTelegram.start() as running:
        yield running


@pytest.fixture
def telegram(telegram_process: LocalTelegram) -> LocalTelegram:
    """An empty local Telegram without faults."""
    telegram_process.reset()
    return telegram_process


@pytest.fixture
async def client(telegram: LocalTelegram) -> AsyncIterator[Client]:
    made = Client(telegram.token, telegram.api_url)
    await made.start()
    yield made
    await made.stop()


@pytest.fixture
def work() -> DirectWork:
    return DirectWork()


@pytest.fixture
async def shared(client: Client, work: DirectWork) -> AsyncIterator[Shared]:
    made = shared_parts(client, work)
    yield made
    await made.line.stop()


@pytest.fixture
async def real(client: Client, telegram: LocalTelegram, sqlite_url: str) -> AsyncIterator[RealTown]:
    """The whole bot with a database of its own."""
    database = Database(sqlite_url)
    made = RealTown(client, telegram, database, bot=123456789)
    await made.bot.start()
    yield made
    await made.bot.stop()
    database.close()
