"""The looks at what is due: when there is one, what it does, whether it hangs. Only who holds the bulk lease does anything.

At the start one short question comes first: is there a wave or an entry of a timeline whose time has come? If so, the first look
is made at once, for whoever is answered next should find open what is to be open. If not, those who wrote while the service was
away are answered first, and what the looks need is loaded after that.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

import logs
from domain.instants import Instant
from service import forget
from service.work import Clock, Town
from storage import erasure_list
from storage import timeline as table
from storage.database import Database
from storage.trouble import is_trouble

if TYPE_CHECKING:
    from scheduler.clockwork import Clockwork

log = logging.getLogger("wspolnie.app")

ANSWERS_FIRST_SECONDS: Final = 0.5
ENDS_WITHIN: Final = 1.2
"""Seconds that a look gets to end when the service stops. Figures may take longer, and are begun again at the next start; what
the bot has on its way to people needs the time more, for a request that is cut off leaves a message `unknown`."""
FIRST_SECONDS: Final = 5.0
STUCK_SECONDS: Final = 180.0
"""A look that takes longer than this without a sign of progress hangs: systemd may start the service again."""


class Looking:
    """`may`: true while this process holds the bulk lease. `look`: tells the bot that something was written.
    `erasures`: the file that keeps the list of erasures."""

    def __init__(
        self,
        database: Database,
        town: Town,
        clock: Clock,
        erasures: Path,
        *,
        may: Callable[[], bool],
        look: Callable[[], None],
    ) -> None:
        self._database = database
        self._town = town
        self._clock = clock
        self._path = erasures
        self._may = may
        self._look = look
        self._clockwork: Clockwork | None = None
        self._erasures: dict[str, Instant] = {}
        self._swept_at = clock.machine()
        self._looked_at = clock.machine()
        self._looked = asyncio.Event()

    async def first(self) -> None:
        """To be called before anybody is answered: when something is due that people would notice, such as questions that open,
        it is done first, or for FIRST_SECONDS at the longest."""
        now = self._clock.now()
        if await asyncio.wrap_future(self._database.read(lambda tx: table.is_due(tx, now))):
            await asyncio.to_thread(_load)
            self._start()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._looked.wait(), FIRST_SECONDS)

    async def begin(self) -> None:
        """Look from now on. Where nothing was due the first answers leave first."""
        if self._clockwork is None:
            await asyncio.sleep(ANSWERS_FIRST_SECONDS)
            await asyncio.to_thread(_load)
            self._start()

    def _start(self) -> None:
        from scheduler.clockwork import Clockwork

        self._clockwork = Clockwork(self._sweep, self._clock)
        self._clockwork.start()

    async def stop(self) -> None:
        """No more looks; the one that is under way is waited for."""
        if self._clockwork is not None:
            await self._clockwork.stop()

    def wake(self) -> None:
        """Look now. Before the first look there is nothing to wake: it is to come."""
        if self._clockwork is not None:
            self._clockwork.wake()

    def idle(self) -> bool:
        return self._clockwork is not None and self._clockwork.idle()

    def since(self) -> float | None:
        """Seconds since the last look; None while another process does the looking."""
        return self._clock.machine() - self._swept_at if self._may() else None

    def is_stuck(self) -> bool:
        """No look for minutes, though the clockwork makes one every half a minute."""
        return self._clock.machine() - max(self._looked_at, self._swept_at) > STUCK_SECONDS

    async def next_due(self) -> Instant | None:
        """When (civil time) there is something to do next."""
        from service import sweep

        now = self._clock.now()
        return await asyncio.wrap_future(self._database.read(lambda tx: sweep.next_due(tx, self._town, now)))

    async def _sweep(self) -> Instant | None:
        try:
            return await self._sweep_all()
        finally:
            self._looked.set()

    async def _sweep_all(self) -> Instant | None:
        """One look at what is due, in steps of bounded work."""
        from service import sweep

        self._looked_at = self._clock.machine()
        if not self._may():
            return None
        while True:
            swept = await asyncio.wrap_future(
                self._database.write(lambda tx: sweep.sweep(tx, self._town, self._clock.now()))
            )
            self._swept_at = self._clock.machine()
            for failure in swept.failures:
                log.error("something due could not be done and is tried again: %s", failure)
            if swept.worked:
                self._look()
            elif not (swept.figures_due and await self._release_figures()):
                await self._keep_erasures()
                return swept.next_due

    async def _release_figures(self) -> bool:
        """Compute the figures of a wave that has closed, beside everything else. False: it failed and is said."""
        from service import releases

        try:
            return await asyncio.to_thread(releases.publish_due, self._database, self._town, self._clock.now())
        except Exception as error:
            if is_trouble(error):
                raise
            log.error("the figures of a closed wave cannot be computed: %s", logs.describe(error))
            return False

    async def _keep_erasures(self) -> None:
        """The list of erasures outlives the database: a restored backup forgets the same people again."""
        listed = dict(await asyncio.wrap_future(self._database.read(forget.erasures)))
        if listed == self._erasures:
            return
        try:
            await asyncio.to_thread(erasure_list.keep, self._path, listed.items())
            self._erasures = listed
        except (OSError, erasure_list.NoErasureList) as error:
            log.error("the list of erasures cannot be kept (%s); a restored backup would not know it", error)


def _load() -> None:
    """In a thread of its own beside the loop, which answers meanwhile."""
    for module in ("scheduler.clockwork", "service.releases", "service.sweep"):
        import_module(module)
