"""Small things done once beside everything else; one that fails is said in the log and stops nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from bot.turns import described

log = logging.getLogger("wspolnie.bot")


class Errands:
    def __init__(self) -> None:
        self._under_way: set[asyncio.Task[None]] = set()

    @property
    def idle(self) -> bool:
        return not self._under_way

    def run(self, name: str, work: Coroutine[Any, Any, object]) -> None:
        """Begin `work`; `name` is for the log."""

        async def logged() -> None:
            try:
                await work
            except Exception as error:  # noqa: BLE001 - our own bug in a part; the others go on
                log.error("%s failed: %s", name, described(error))

        errand = asyncio.create_task(logged())
        self._under_way.add(errand)
        errand.add_done_callback(self._under_way.discard)

    def cancel(self) -> list[asyncio.Task[None]]:
        """Cut off what is under way; the caller waits for it."""
        for errand in self._under_way:
            errand.cancel()
        return list(self._under_way)
