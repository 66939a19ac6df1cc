"""Lanes: one person's rows in the order in which they came, people side by side. Queues in memory, bounded.

Only copies wait here: every row is in the inbox, so what does not fit is left there and fetched when there is room
(`bot.leftovers`). A lane whose rows were left takes no newer ones before those: its order is kept.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from service.incoming import InboxRow

PER_LANE = 64
TOGETHER = 8
"""Rows of one lane handled in one go when they wait."""
OF_A_FLOOD = 2
"""The same when more than two goes of them wait: a short step ahead of whoever else comes, not a long one."""

Handle = Callable[[Sequence[InboxRow], bool], Awaitable[None]]
"""(rows of one lane, whether more of that lane wait) -> when they are handled. It must not raise."""


@dataclass(slots=True)
class _Lane:
    rows: deque[InboxRow]
    busy: int = 0  # of `rows`, being handled


class Lanes:
    """`room` is the number of rows held at once. `emptied` is called when rows left in the inbox can be fetched, `came` for
    each row that is new, with its lane."""

    def __init__(
        self,
        handle: Handle,
        emptied: Callable[[], None],
        came: Callable[[int], None] = lambda _: None,
        *,
        room: int = 4096,
    ) -> None:
        self._handle = handle
        self._emptied = emptied
        self._came = came
        self._room = room
        self._lanes: dict[int, _Lane] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._in_hand: set[int] = set()
        self._left: dict[int, int] = {}  # lane -> the newest of its rows that was left in the inbox
        self._closed = False

    @property
    def idle(self) -> bool:
        """Nothing waits or is being handled here, and nothing was left in the inbox for lack of room."""
        return not self._lanes and not self._left

    @property
    def held(self) -> int:
        """Rows that wait here or are being handled."""
        return len(self._in_hand)

    @property
    def left(self) -> Mapping[int, int]:
        """Lanes of which rows were left in the inbox, with the id of the newest such row."""
        return dict(self._left)

    def holds(self, row: int) -> bool:
        """Whether the row with this id waits here or is being handled."""
        return row in self._in_hand

    def offer(self, rows: Iterable[InboxRow], *, fetched: bool = False) -> set[int]:
        """Put rows into their lanes. Returns the lanes of those for which there was no room; they stay in the inbox.

        `fetched` rows come from the inbox, in the order of their ids, with none of their lane in between left out.
        """
        full: set[int] = set()
        for row in rows:
            if not fetched:
                self._came(row.lane)
            if not self._closed and row.id not in self._in_hand and (row.lane in full or not self._offer(row, fetched)):
                full.add(row.lane)
                self._left[row.lane] = max(row.id, self._left.get(row.lane, 0))
        return full

    def looked_through(self, before: Mapping[int, int], found: Set[int]) -> None:
        """The whole inbox was read; `found` are the lanes with open rows, `before` is what `left` was when it began.

        What was left of the other lanes has been handled elsewhere.
        """
        for lane, newest in before.items():
            if lane not in found and self._left.get(lane) == newest:
                del self._left[lane]

    def close(self) -> None:
        """Take nothing more and let go of what has not begun: it is in the inbox."""
        self._closed = True
        self._left.clear()
        for lane in self._lanes.values():
            while len(lane.rows) > lane.busy:
                self._in_hand.discard(lane.rows.pop().id)

    async def drained(self) -> None:
        """Wait until everything in hand is handled."""
        while self._workers:
            await asyncio.wait(set(self._workers))

    def _offer(self, row: InboxRow, fetched: bool) -> bool:
        lane = self._lanes.get(row.lane)
        newest_left = self._left.get(row.lane)
        if newest_left is not None and not fetched:
            return False
        if len(self._in_hand) >= self._room or (lane is not None and len(lane.rows) >= PER_LANE):
            return False
        if newest_left is not None and row.id >= newest_left:
            del self._left[row.lane]
        self._in_hand.add(row.id)
        if lane is not None:
            lane.rows.append(row)
            return True
        lane = self._lanes[row.lane] = _Lane(deque([row]))
        worker = asyncio.create_task(self._work(row.lane, lane))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)
        return True

    async def _work(self, number: int, lane: _Lane) -> None:
        while lane.rows:
            together = TOGETHER if len(lane.rows) <= 2 * TOGETHER else OF_A_FLOOD
            rows = [lane.rows[place] for place in range(min(together, len(lane.rows)))]
            lane.busy = len(rows)
            try:
                await self._handle(rows, len(lane.rows) > len(rows) or number in self._left)
            finally:
                lane.busy = 0
                for row in rows:
                    lane.rows.popleft()
                    self._in_hand.discard(row.id)
        del self._lanes[number]
        if number in self._left or (self._left and len(self._in_hand) <= self._room // 2):
            self._emptied()
