"""What became due in one process is looked at within a second by the one that looks after what is due."""

from __future__ import annotations

import asyncio

from clocks import SystemClock
from scheduler.tenure import Tenure
from storage.database import Database
from storage.trouble import is_trouble


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
