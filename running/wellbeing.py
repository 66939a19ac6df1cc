"""How the running service is: asked by /health, and watched so that owners hear of it once when it turns."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, Protocol

from service import health_news, incoming
from service.work import Clock, Town, Work
from storage.trouble import DatabaseError, is_trouble
from web.pulse import Pulse, Turns, wrong

log = logging.getLogger("wspolnie.health")

LOOK_EVERY: Final = 15.0
ANSWERS_WITHIN: Final = 10.0
"""Seconds after which a database that says nothing, frozen or cut off, counts as away."""


class Watched(Protocol):
    """What of the running service is looked at: `app.Running`."""

    clock: Clock
    town: Town

    @property
    def database(self) -> Work: ...

    def since_intake(self) -> float | None: ...

    def since_sweep(self) -> float | None: ...

    def clock_off(self) -> float | None: ...

    def looks_after_all(self) -> bool: ...

    def nudge(self) -> None: ...


async def pulse(running: Watched, *, within: float = ANSWERS_WITHIN) -> Pulse:
    """How it is now. Takes `within` seconds at most: whoever asks for /health has to hear that nothing goes on."""
    now = running.clock.now()
    try:
        asked = asyncio.wrap_future(running.database.read(lambda tx: incoming.oldest_open(tx)))
        oldest = await asyncio.wait_for(asked, within)
    except (DatabaseError, TimeoutError):
        return Pulse(None, None, None, database=False, clock_off=running.clock_off())
    return Pulse(
        oldest_unhandled=None if oldest is None else (now - oldest).total_seconds(),
        since_intake=running.since_intake(),
        since_sweep=running.since_sweep(),
        clock_off=running.clock_off(),
    )


async def watch(running: Watched, wait: Callable[[float], Awaitable[object]] = asyncio.sleep) -> None:
    """Look for ever. Of several processes the one that looks after everything tells the owners."""
    turns = Turns()
    while True:
        await wait(LOOK_EVERY)
        await look(running, turns)


async def look(running: Watched, turns: Turns) -> None:
    """One look. While the database is away nobody can be told: that turn is heard of once it is back, or not at all."""
    found = wrong(await pulse(running))
    if not running.looks_after_all() or "database" in found:
        return
    turned = turns.look(found)
    if turned is None:
        return
    log.warning("health turned %s: %s", turned, ", ".join(found) or "all is well")
    try:
        await asyncio.wrap_future(
            running.database.write(lambda tx: health_news.tell(tx, running.town, found, running.clock.now()))
        )
    except Exception as error:
        if not is_trouble(error):
            raise
        turns.told_bad = not turns.told_bad  # nobody heard: the next looks say it again
        return
    running.nudge()
