"""What became due in one process is looked at within a second by the one that looks after what is due."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from clocks import SystemClock
from scheduler.tenure import Tenure
from service import leases
from service.work import Tx
from storage.database import Database
from storage.trouble import is_trouble

T = TypeVar("T")


async def test_whoever_holds_the_lease_hears_what_another_process_asks(database: Database) -> None:
    heard: list[str] = []

    def process(name: str) -> Tenure:
        return Tenure(
            database,
            SystemClock(),
            name,
            alone=False,
            changed=lambda: None,
            asked=lambda: heard.append(name),
            is_trouble=is_trouble,
        )

    holder, other = process("one"), process("two")
    for tenure in (holder, other):
        await tenure.look()
        await tenure.listen()
    assert holder.bulk is not None
    assert other.bulk is None
    holder.ask()  # which looks by itself
    await holder.listen()
    assert heard == []
    other.ask()
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task is not asyncio.current_task()))
    for tenure in (holder, other):
        await tenure.listen()
        await tenure.look()
    assert heard == ["one"], "once"


class Held:
    """A database whose writes take for ever once `held` is set: a commit that waits for a busy disk."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.held = False
        self.waits = asyncio.Event()

    def read(self, action: Callable[[Tx], T]) -> Future[T]:
        return self.database.read(action)

    def write(self, action: Callable[[Tx], T]) -> Future[T]:
        if not self.held:
            return self.database.write(action)
        self.waits.set()
        return Future()


async def test_what_another_process_asks_is_heard_while_the_holders_own_beat_waits_for_its_commit(
    database: Database,
) -> None:
    """An organiser who resumes a broadcast waits for this, and no longer than a second under load."""
    heard = asyncio.Event()
    held = Held(database)
    holder = Tenure(
        held, SystemClock(), "one", alone=False, changed=lambda: None, asked=heard.set, is_trouble=is_trouble
    )
    await holder.look()
    await holder.listen()
    held.held = True
    running = asyncio.create_task(holder.run())
    await held.waits.wait()
    await asyncio.wrap_future(database.write(leases.ask))
    async with asyncio.timeout(30):
        await heard.wait()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert not [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
