"""A lane's rows -> the service takes their turns -> what came of them goes to answers, screens and deliveries."""

from __future__ import annotations

import asyncio
import logging
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from bot import pace
from bot.shared import Shared
from domain.instants import Instant
from service.incoming import InboxRow
from service.turn import Outcome, Show
from service.work import Town, Tx

log = logging.getLogger("wspolnie.bot")

HOLD = 1.0
"""Seconds that a flood of one person's rows may keep their screen from being shown."""

PATIENCE = 32
"""Takes of one row before it is left to a later look at the inbox."""


class Steps(Protocol):
    """`service.turn`, as far as turns are taken."""

    def take(self, tx: Tx, row: InboxRow, town: Town, now: Instant) -> Outcome: ...

    def failed(self, tx: Tx, row_id: int, error: str, town: Town, now: Instant) -> Outcome | None: ...


class Turns:
    """`came` is called after each commit with the outcome and the callback of its tap; `show` with a lane's newest screen."""

    def __init__(
        self,
        shared: Shared,
        steps: Steps,
        came: Callable[[Outcome, str | None], None],
        show: Callable[[Show], None],
    ) -> None:
        self._shared = shared
        self._steps = steps
        self._came = came
        self._show = show
        self._held: dict[int, tuple[Show, float]] = {}  # lane -> newest screen not shown yet, and since when

    async def handle(self, rows: Sequence[InboxRow], more: bool) -> None:
        """Take the turns of one lane's rows, in order, together when they wait together.

        When the service raises, each is taken alone, and the one that raises is tried again until the service calls it
        dead. With `more` rows of the lane waiting, the screen is held back for theirs.
        """
        for row in await self._take_together(rows) if len(rows) > 1 else rows:
            await self._take_alone(row)
        self._show_newest(rows[0].lane, more)

    async def _take_together(self, rows: Sequence[InboxRow]) -> list[InboxRow]:
        """The rows that are still to be taken: all when one of them raised, some when older ones went before them."""
        try:
            outcomes = await self._shared.transactions.write(partial(self._take_all, rows))
        except Exception as error:  # noqa: BLE001 - found and recorded when they are taken one by one
            log.info("a batch of %d rows fails (%s): one by one", len(rows), type(error).__name__)
            return list(rows)
        for row, outcome in zip(rows, outcomes, strict=True):
            self._done(row, outcome)
        taken = {outcome.row for outcome in outcomes}
        return [row for row in rows if row.id not in taken]

    async def _take_alone(self, row: InboxRow) -> None:
        for attempt in range(1, PATIENCE + 1):
            outcome: Outcome | None
            try:
                outcome = await self._shared.transactions.write(partial(self._take, row))
            except Exception as error:  # noqa: BLE001 - the step's own: recorded with the row, its person is told
                outcome = await self._record(row, error)
            if outcome is None:
                await asyncio.sleep(pace.pause(attempt, first=0.02, longest=1.0))
                continue
            self._done(row, outcome)
            if outcome.row == row.id:
                return
        log.error("inbox row %d is left for later: it cannot be handled", row.id)
        self._shared.counts["rows_given_up"] += 1

    async def _record(self, row: InboxRow, error: Exception) -> Outcome | None:
        """Count the failure of a step; the outcome is None until the service gives it up."""
        where = described(error)
        log.error("inbox row %d failed: %s", row.id, where)
        self._shared.counts["steps_failed"] += 1
        try:
            return await self._shared.transactions.write(
                lambda tx: self._steps.failed(tx, row.id, where, self._shared.town, self._shared.now())
            )
        except Exception as second:  # noqa: BLE001 - nobody else may wait for this row; the inbox still has it
            log.error("the failure of inbox row %d could not be recorded: %s", row.id, described(second))
            return None

    def _take(self, row: InboxRow, tx: Tx) -> Outcome:
        return self._steps.take(tx, row, self._shared.town, self._shared.now())

    def _take_all(self, rows: Sequence[InboxRow], tx: Tx) -> list[Outcome]:
        return [self._take(row, tx) for row in rows]

    def _done(self, row: InboxRow, outcome: Outcome) -> None:
        self._shared.counts["turns"] += 1
        if outcome.show is not None:
            since = self._held[row.lane][1] if row.lane in self._held else asyncio.get_running_loop().time()
            self._held[row.lane] = (outcome.show, since)
        self._came(outcome, row.event.get("callback_id") if outcome.row == row.id else None)

    def _show_newest(self, lane: int, more: bool) -> None:
        held = self._held.get(lane)
        if held is not None and (not more or asyncio.get_running_loop().time() - held[1] > HOLD):
            del self._held[lane]
            self._show(held[0])


def described(error: BaseException) -> str:
    """An exception's type and place, and nothing of its text, which may hold what somebody wrote."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {frames[-1].name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"[:200]
