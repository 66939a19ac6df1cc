"""Deliveries: claim, mark as `sending` just before the request leaves, send, and write down what came of it.

One instance for personal deliveries and one for bulk. Nothing is sent twice: a request of which nobody knows whether it
arrived ends as `unknown`. Few are open at once (`open_limit`), so that what a crash leaves unknown is small. All waiting
here is machine time.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from functools import partial

from bot.batches import Batch
from bot.endings import ended
from bot.failures import Kind, sort
from bot.heeding import Heeding
from bot.ledger import Ledger
from bot.letters import Letters
from bot.pace import Bulk
from bot.shared import Shared
from bot.turns import described
from service.deliveries import NOT_MADE, Finished, Outgoing
from service.work import Tx

log = logging.getLogger("wspolnie.bot")

LOOK_EVERY = 1.0
AHEAD = 0.2
"""Seconds before a departure at which its delivery is marked. Pausing and cancelling take effect at the mark."""

STALE = 2.0
"""Seconds after which a mark is no longer believed: another process may have taken over meanwhile."""

SOON = 5.0
"""Seconds: a chat that rests no longer than this may be about to get something."""

PERSONAL_AT_ONCE = 16


@dataclass(frozen=True, slots=True)
class _Marked:
    outgoing: Outgoing
    lease: int
    at: float


class Deliveries:
    """With `bulk` it sends to many at that pace, without to single persons. `lease` is the number to claim under, or None
    while another process has it. `refused` is called when some that failed are written: somebody may have to hear of it."""

    def __init__(
        self,
        shared: Shared,
        ledger: Ledger,
        letters: Letters,
        lease: Callable[[], int | None],
        bulk: Bulk | None = None,
        *,
        heeding: Heeding | None = None,
        refused: Callable[[], None] = lambda: None,
    ) -> None:
        self._shared = shared
        self._ledger = ledger
        self._letters = letters
        self._lease = lease
        self._bulk = bulk
        self._heeding = heeding or Heeding(shared, bulk)
        self._refused = refused
        self._name = "personal" if bulk is None else "bulk"
        self._claimed: deque[int] = deque()
        self._claimed_under: int | None = None
        self._queue: deque[_Marked] = deque()
        self._open = 0  # marked, and what came of it is not written yet
        self._hungry = True  # there may be something to claim
        self._nudges = 0
        self._claiming = False
        self._closing = False
        self._moved = asyncio.Event()  # something left, ended or came
        self._sends: set[asyncio.Task[None]] = set()
        self._results: Batch[tuple[int, Finished]] = Batch(self._write_results)

    @property
    def open_limit(self) -> int:
        """How many may be marked as `sending` at once: what a crash may leave unknown. Fewer as soon as the rate is lower."""
        return max(PERSONAL_AT_ONCE, int(self._rate * 0.25))

    @property
    def _group(self) -> int:
        return max(1, int(self._rate * 0.1))

    @property
    def _rate(self) -> float:
        return PERSONAL_AT_ONCE * 4 if self._bulk is None else self._bulk.full

    @property
    def idle(self) -> bool:
        """Nothing in hand, and the last claim found nothing. Another process's lease is its own affair."""
        in_hand = self._open or self._claimed or self._claiming or not self._results.idle
        soon = self._hungry or self._shared.chats.is_anyone_due(self._shared.machine(), SOON)
        return not in_hand and (not soon or self._lease() is None)

    @property
    def open(self) -> int:
        """Deliveries marked as `sending` whose end is not written yet."""
        return self._open

    def nudge(self) -> None:
        """There may be something to send."""
        self._hungry = True
        self._nudges += 1
        self._moved.set()

    async def run(self) -> None:
        """Send until closed. Cancelling it may leave up to `open_limit` deliveries for the next holder to call unknown."""
        marking = asyncio.create_task(self._mark_all())
        try:
            await self._send_all(marking)
        finally:
            marking.cancel()
            await asyncio.gather(marking, return_exceptions=True)

    def close(self) -> None:
        """Claim and mark nothing more; what is marked still leaves, or is given back."""
        self._closing = True
        self._moved.set()

    async def drained(self) -> None:
        """Wait until what is open has ended and is written. After `close` only."""
        while self._open:
            await self._moved_within(0.05)
        await self._results.drained()

    # ---- claim and mark

    async def _mark_all(self) -> None:
        while not self._closing:
            lease = self._lease()
            if lease is None or lease != self._claimed_under:
                self._claimed.clear()  # whoever holds the lease now puts them back
                self._claimed_under = lease
            if lease is None:
                await self._moved_within(LOOK_EVERY)
            elif not self._claimed:
                await self._claim(lease)
            elif self._may_mark():
                await self._mark(lease)
            else:
                await self._moved_within(AHEAD / 2)

    async def _claim(self, lease: int) -> None:
        nudges, self._claiming = self._nudges, True  # until its end is known, nobody may call this idle
        try:
            skip = self._shared.chats.waiting(self._shared.machine())
            self._claimed.extend(await self._shared.transactions.write(partial(self._claim_some, lease, skip)))
        finally:
            self._claiming = False
        self._hungry = bool(self._claimed) or self._nudges != nudges
        if not self._hungry:
            await self._moved_within(LOOK_EVERY)

    def _claim_some(self, lease: int, skip: frozenset[int], tx: Tx) -> list[int]:
        personal = self._bulk is None
        return self._ledger.claim(
            tx, lease, max(10, int(self._rate)), self._shared.now(), personal=personal, skip_chats=skip
        )

    def _may_mark(self) -> bool:
        few = 2 * (self.open_limit - self._open) < min(self._group, len(self._claimed))  # a mark costs a commit
        if not self._shared.line.up or few or len(self._queue) >= self._group:
            return False
        return self._bulk is None or self._bulk.ready(now := self._shared.machine()) - now <= AHEAD

    async def _mark(self, lease: int) -> None:
        size = min(self._group, self.open_limit - self._open, len(self._claimed))
        ids = [self._claimed.popleft() for _ in range(size)]
        self._open += size
        marked: list[Outgoing] = []
        try:
            marked = await self._shared.transactions.write(
                lambda tx: self._ledger.mark_sending(tx, ids, lease, self._shared.town, self._shared.now())
            )
        except Exception as error:  # noqa: BLE001 - our own bug; the ids stay claimed, for a later version to take over
            log.error("%d %s deliveries could not be marked: %s", size, self._name, described(error))
            self._shared.counts[f"{self._name}_not_marked"] += size
        self._open -= size - len(marked)
        now = self._shared.machine()
        self._queue.extend(_Marked(outgoing, lease, now) for outgoing in marked)
        self._moved.set()

    # ---- send

    async def _send_all(self, marking: asyncio.Task[None]) -> None:
        while not (marking.done() and not self._queue):
            if marking.done() and not self._closing:
                marking.result()  # raises what ended it
            if not self._queue:
                await self._moved_within(LOOK_EVERY)
                continue
            item = self._queue[0]
            now = self._shared.machine()
            wait = self._bulk.ready(now) - now if self._bulk is not None else 0.0
            if wait > 0 and not self._is_stale(item):
                await asyncio.sleep(min(wait, STALE))
                continue
            self._queue.popleft()
            if len(self._queue) == self._group - 1:
                self._moved.set()  # the next are marked while these leave
            self._depart(item)
            await asyncio.sleep(0)  # it is on its way before the next one's time is noted, and others get their turn

    def _depart(self, item: _Marked) -> None:
        now = self._shared.machine()
        chat_wait = self._shared.chats.ready(item.outgoing.chat, now) - now
        if self._is_stale(item) or not self._shared.line.up:
            self._end(item, Finished(item.outgoing.delivery, "queued"))
        elif chat_wait > 0:
            self._shared.chats.refused(item.outgoing.chat, chat_wait, now)
            self._end(item, Finished(item.outgoing.delivery, "queued"))
        elif self._letters.is_ready(item.outgoing):
            self._shared.chats.depart(item.outgoing.chat, now)
            if self._bulk is not None:
                self._bulk.depart(now)
            self._start(self._send(item))
        else:
            self._start(self._prepare(item))

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._sends.add(task)
        task.add_done_callback(self._sends.discard)

    async def _prepare(self, item: _Marked) -> None:
        """Make the file, then wait in the queue again: first, since it was its turn."""
        try:
            await self._letters.prepare(item.outgoing)
        except Exception as error:  # noqa: BLE001 - our own bug with one file; the others go on
            log.error("a file could not be made: %s", described(error))
            self._end(item, Finished(item.outgoing.delivery, "failed", why=NOT_MADE))
        else:
            self._queue.appendleft(item)
            self._moved.set()

    async def _send(self, item: _Marked) -> None:
        outgoing = item.outgoing
        try:
            message_id = await self._letters.send(outgoing)
        except Exception as error:  # noqa: BLE001 - sorted in `bot.failures`
            failure = sort(error)
            if failure.kind is Kind.BUG:
                log.error("a delivery failed (%s): %s", failure.why, described(error))
            self._heeding.refused(outgoing, failure)
            self._end(item, ended(outgoing.delivery, failure, self._shared.now()))
        else:
            self._heeding.accepted()
            self._end(item, Finished(outgoing.delivery, "sent", message_id=message_id))

    def _end(self, item: _Marked, finished: Finished) -> None:
        self._shared.counts[f"{self._name}_{finished.state}"] += 1
        self._results.add((item.lease, finished))

    async def _write_results(self, results: list[tuple[int, Finished]]) -> None:
        try:
            for lease in sorted({lease for lease, _ in results}):
                finished = [one for under, one in results if under == lease]
                await self._shared.transactions.write(partial(self._finish, finished, lease))
            if any(finished.state == "failed" for _, finished in results):
                self._refused()
        except Exception as error:  # noqa: BLE001 - our own bug; the next holder of the lease calls them unknown
            log.error("the end of %d deliveries could not be written: %s", len(results), described(error))
            self._shared.counts[f"{self._name}_not_finished"] += len(results)
        finally:
            self._open -= len(results)
            self._moved.set()
            if any(finished.state == "queued" for _, finished in results):
                self.nudge()

    def _finish(self, finished: Sequence[Finished], lease: int, tx: Tx) -> None:
        self._ledger.finish(tx, finished, lease, self._shared.now())

    # ---- waiting

    def _is_stale(self, item: _Marked) -> bool:
        return self._shared.machine() - item.at > STALE

    async def _moved_within(self, seconds: float) -> None:
        self._moved.clear()
        try:
            async with asyncio.timeout(seconds):
                await self._moved.wait()
        except TimeoutError:
            return
