"""How the service ends: every part in its turn, all of them within a budget, whatever hangs.

Cutting something off loses nothing: what is not finished stands in the database, and the next start finds it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import logs

log = logging.getLogger("wspolnie.stopping")

Part = Callable[[], Awaitable[None]]

BUDGET: Final = 4.2
"""Seconds for all parts together; the whole end is promised within five."""
SHARE: Final = 0.15
"""Seconds that every later part is sure of, however long the ones before it hang."""
CUT_SECONDS: Final = 0.05
"""How long a part that was cut off has to let go of what it holds."""
LEAVE_SECONDS: Final = 0.4
"""How long the process may take to end by itself after something was cut off: a thread cannot be cut off."""


async def end(parts: Sequence[Part | tuple[Part, float]], budget: float) -> bool:
    """End the parts one after the other, within `budget` seconds in all. Returns False when one had to be cut off.

    A part may come with the seconds that it gets at most, so that it leaves the ones after it more than their share.
    A part that fails is logged and does not keep the others from ending.
    """
    loop = asyncio.get_running_loop()
    deadline = loop.time() + budget
    whole = True
    for place, given in enumerate(parts, 1):
        part, most = given if isinstance(given, tuple) else (given, budget)
        promised = min(SHARE, budget / (2 * len(parts))) * (len(parts) - place)
        whole &= await _end_one(part, min(most, deadline - promised - loop.time()))
    return whole


async def _end_one(part: Part, seconds: float) -> bool:
    name = getattr(part, "__qualname__", repr(part))
    ending = asyncio.ensure_future(part())
    await asyncio.wait({ending}, timeout=max(0.0, seconds - CUT_SECONDS))
    if not ending.done():
        log.warning("%s did not end in time and is cut off; the next start goes on where it stood", name)
        ending.cancel()
        await asyncio.wait({ending}, timeout=CUT_SECONDS)
        return False
    error = None if ending.cancelled() else ending.exception()
    if error is not None:
        log.error("%s failed: %s", name, logs.describe(error))
    return True


def leave_soon(code: int) -> None:
    """End the process with `code` if it has not ended by itself in a moment: a thread may hang in a dead connection."""
    leaving = threading.Timer(LEAVE_SECONDS, os._exit, (code,))
    leaving.daemon = True
    leaving.start()
