"""Holds this process's own lease, and the bulk lease whenever nobody else lives to hold it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

from service import deliveries, leases
from service.work import Clock, Tx, Work

log = logging.getLogger("wspolnie.scheduler")
T = TypeVar("T")

EVERY: Final = 1.0
"""Seconds of machine time between two beats."""
LISTEN_EVERY: Final = 0.1
"""Seconds between two times that the holder of the bulk lease hears what other processes ask: an organiser waits for it."""


class Tenure:
    """`bulk` and `personal` are the numbers under which this process may claim deliveries now, or None.

    `alone`: no other process can use this database (SQLite, one process), so what older leases left is taken over at
    once. `changed` is called when either number changed, `asked` when another process asks whoever holds the bulk lease to look
    at what is due. `is_trouble` tells the database's trouble, which passes.
    """

    def __init__(
        self,
        work: Work,
        clock: Clock,
        process: str,
        *,
        alone: bool,
        changed: Callable[[], None],
        asked: Callable[[], None] = lambda: None,
        is_trouble: Callable[[BaseException], bool],
    ) -> None:
        self.bulk: int | None = None
        self.personal: int | None = None
        self._work = work
        self._clock = clock
        self._process = process
        self._own = leases.process_name(process)
        self._alone = alone
        self._changed = changed
        self._asked = asked
        self._asks: int | None = None
        self._asking: asyncio.Task[None] | None = None
        self._is_trouble = is_trouble
        self._bulk_watch = leases.Watch()
        self._watches: dict[str, leases.Watch] = {}

    async def run(self) -> None:
        """Beat and look each second, and listen meanwhile: beats wait for commits, which take their time under load. Ends by
        being cancelled."""
        parts = [self._again(self.look, EVERY, "leases cannot be looked at")]
        if not self._alone:
            parts.append(self._again(self.listen, LISTEN_EVERY, "what others ask cannot be heard"))
        tasks = [asyncio.create_task(part) for part in parts]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _again(self, action: Callable[[], Awaitable[None]], seconds: float, trouble: str) -> None:
        while True:
            try:
                await action()
            except Exception as error:
                if not self._is_trouble(error):
                    raise
                log.warning("database trouble (%s): %s", type(error).__name__, trouble)
                await asyncio.sleep(EVERY)
            await asyncio.sleep(seconds)

    async def look(self) -> None:
        """Beat for what is held, take what is free, and let go for those who fell silent."""
        before = (self.bulk, self.personal)
        self.personal = await self._write(self._keep_own)
        self.bulk = await self._write(self._keep_bulk)
        if self.bulk is not None:
            await self._write(self._let_silent_ones_go)
        if before != (self.bulk, self.personal):
            self._changed()

    async def listen(self) -> None:
        """Hear what other processes ask of the holder of the bulk lease."""
        if self._alone or self.bulk is None:
            self._asks = None
            return
        asks = await asyncio.wrap_future(self._work.read(leases.asked))
        if self._asks is not None and asks != self._asks:
            self._asked()
        self._asks = asks

    def ask(self) -> None:
        """Something became due: ask the process that looks after what is due, unless it is this one."""
        if not self._alone and self.bulk is None and (self._asking is None or self._asking.done()):
            self._asking = asyncio.create_task(self._ask())

    async def _ask(self) -> None:
        try:
            await self._write(leases.ask)
        except Exception as error:
            if not self._is_trouble(error):
                raise
            log.warning("database trouble (%s): what became due is looked at later", type(error).__name__)

    async def stop(self) -> None:
        """Give both leases back, when nothing is in hand any more."""
        bulk, personal, self.bulk, self.personal = self.bulk, self.personal, None, None

        def let_go(tx: Tx) -> None:
            if bulk is not None:
                leases.let_go(tx, leases.BULK, bulk)
            if personal is not None:
                leases.let_go(tx, self._own, personal)

        await self._write(let_go)

    async def _write(self, action: Callable[[Tx], T]) -> T:
        return await asyncio.wrap_future(self._work.write(action))

    def _keep_own(self, tx: Tx) -> int:
        if self.personal is not None and leases.beat(tx, self._own, self.personal):
            return self.personal
        return leases.acquire(tx, self._own, self._process)

    def _keep_bulk(self, tx: Tx) -> int | None:
        if self.bulk is not None:
            if leases.beat(tx, leases.BULK, self.bulk):
                return self.bulk
            log.warning("the bulk lease was taken over by another process")
        state = leases.look(tx, leases.BULK)
        if not self._alone and not self._bulk_watch.gone(state, self._clock.machine()):
            return None
        number = leases.acquire(tx, leases.BULK, self._process)
        deliveries.take_over(tx, number)
        return number

    def _let_silent_ones_go(self, tx: Tx) -> None:
        others = {name: state for name, state in leases.process_leases(tx).items() if name != self._own}
        self._watches = {name: self._watches.get(name, leases.Watch()) for name in others}
        gone = [name for name, state in others.items() if self._alone or self._is_gone(name, state)]
        for name in gone:
            leases.let_go(tx, name, others[name].number)
        if gone:
            newest = max(state.number for state in others.values()) + 1
            deliveries.take_over(tx, max(newest, self.bulk or 0))

    def _is_gone(self, name: str, state: leases.LeaseState) -> bool:
        return self._watches[name].gone(state, self._clock.machine())
