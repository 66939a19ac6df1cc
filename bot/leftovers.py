"""Rows in the inbox that nobody holds: from before a restart, for lack of room, or left lying by another process."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial

from bot.lanes import Lanes
from bot.transactions import Transactions
from service.incoming import InboxRow
from service.work import Tx

EVERY = 1.0
"""Seconds between two looks."""

PAGE = 500
PAGES = 10

OpenRows = Callable[[Tx, int, int], list[InboxRow]]
"""(transaction, limit, after this id) -> rows not handled yet, in the order of their ids: `service.incoming.open_rows`."""


class Leftovers:
    """The first look takes everything. Later ones take what lay there at the look before as well: what is newer is in
    the hands of the process that stored it."""

    def __init__(self, transactions: Transactions, open_rows: OpenRows, lanes: Callable[[], Lanes]) -> None:
        self._transactions = transactions
        self._open_rows = open_rows
        self._lanes = lanes
        self._seen: set[int] | None = None
        self._room = asyncio.Event()
        self.looked = False
        """Whether the first look is over."""

    def look_now(self) -> None:
        """There is room for rows that were left."""
        self._room.set()

    async def run(self) -> None:
        """Look each second, and as soon as there is room. Ends by being cancelled."""
        while True:
            await self.look()
            self.looked = True
            try:
                await asyncio.wait_for(self._room.wait(), EVERY)
            except TimeoutError:
                continue
            finally:
                self._room.clear()

    async def look(self) -> None:
        """Fetch what nobody holds."""
        lanes = self._lanes()
        before = lanes.left
        seen: set[int] = set()
        found: set[int] = set()
        full: set[int] = set()  # their later rows must not go before those that were left
        after = 0
        for _ in range(PAGES):
            rows = await self._transactions.read(partial(self._page, after))
            seen.update(row.id for row in rows)
            found.update(row.lane for row in rows)
            ours = [row for row in rows if row.lane in before or self._lay_here(row)]
            full |= lanes.offer([row for row in ours if row.lane not in full], fetched=True)
            if len(rows) < PAGE:
                lanes.looked_through(before, found)
                break
            after = rows[-1].id
        self._seen = seen

    def _page(self, after: int, tx: Tx) -> list[InboxRow]:
        return self._open_rows(tx, PAGE, after)

    def _lay_here(self, row: InboxRow) -> bool:
        return self._seen is None or row.id in self._seen
