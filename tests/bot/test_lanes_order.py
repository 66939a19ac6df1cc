"""One person's rows in order, people side by side, memory bounded, nothing lost and nothing overtaken."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot_stand_ins import DirectWork, is_away, until
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.lanes import OF_A_FLOOD, PER_LANE, TOGETHER, Lanes
from bot.leftovers import Leftovers
from bot.transactions import Transactions
from service.incoming import InboxRow
from service.work import Tx


def row(number: int, lane: int) -> InboxRow:
    return InboxRow(number, lane, {}, "update", 0)


class Inbox:
    """Rows by id; handled ones go."""

    def __init__(self) -> None:
        self.open: dict[int, InboxRow] = {}
        self.handled: list[InboxRow] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.sizes: list[int] = []

    def put(self, number: int, lane: int) -> InboxRow:
        self.open[number] = made = row(number, lane)
        return made

    def open_rows(self, tx: Tx, limit: int, after: int) -> list[InboxRow]:
        return [self.open[number] for number in sorted(self.open) if number > after][:limit]

    async def handle(self, rows: Sequence[InboxRow], more: bool) -> None:
        self.sizes.append(len(rows))
        await self.gate.wait()
        await asyncio.sleep(0)
        for one in rows:
            if self.open.pop(one.id, None) is not None:  # a row that was handled already is nothing to do, as in take()
                self.handled.append(one)

    def order(self, lane: int) -> list[int]:
        return [one.id for one in self.handled if one.lane == lane]


def build(inbox: Inbox, room: int = 4096) -> tuple[Lanes, Leftovers]:
    leftovers = Leftovers(Transactions(DirectWork(), is_away), inbox.open_rows, lambda: lanes)
    lanes = Lanes(inbox.handle, leftovers.look_now, room=room)
    return lanes, leftovers


async def test_one_person_in_order_and_a_few_together_while_others_go_beside_them() -> None:
    inbox = Inbox()
    inbox.gate.clear()
    lanes, _ = build(inbox)
    lanes.offer(inbox.put(number, 1) for number in range(1, 21))
    lanes.offer([inbox.put(21, 2)])
    assert lanes.held == 21
    inbox.gate.set()
    await lanes.drained()
    assert inbox.order(1) == list(range(1, 21))
    assert inbox.handled.index(row(21, 2)) < TOGETHER * 2
    assert max(inbox.sizes) == TOGETHER
    assert lanes.idle


async def test_somebody_who_comes_beside_a_flood_waits_for_a_short_step_of_it() -> None:
    inbox = Inbox()
    inbox.gate.clear()
    lanes, _ = build(inbox)
    lanes.offer(inbox.put(number, 1) for number in range(1, 41))
    lanes.offer([inbox.put(41, 2)])
    inbox.gate.set()
    await lanes.drained()
    assert inbox.handled.index(row(41, 2)) <= OF_A_FLOOD
    assert inbox.order(1) == list(range(1, 41))
    assert max(inbox.sizes) == TOGETHER, "what is left of it goes as anybody's"


async def test_the_same_row_is_held_once() -> None:
    inbox = Inbox()
    lanes, _ = build(inbox)
    one = inbox.put(1, 1)
    lanes.offer([one])
    lanes.offer([one], fetched=True)
    await lanes.drained()
    assert inbox.order(1) == [1]


async def test_a_thousand_rows_of_one_person_are_bounded_and_all_handled_in_order() -> None:
    inbox = Inbox()
    inbox.gate.clear()
    lanes, leftovers = build(inbox)
    await leftovers.look()
    lanes.offer(inbox.put(number, 1) for number in range(1, 1001))
    assert lanes.held == PER_LANE
    assert not lanes.idle
    lanes.offer([inbox.put(1001, 2)])
    looking = asyncio.create_task(leftovers.run())
    inbox.gate.set()
    await until(lambda: not inbox.open)
    assert inbox.order(1) == list(range(1, 1001))
    assert inbox.handled.index(row(1001, 2)) < 3 * TOGETHER
    await until(lambda: lanes.idle)
    looking.cancel()


@settings(max_examples=40, deadline=None)
@given(
    arrivals=st.lists(st.tuples(st.integers(1, 4), st.booleans()), min_size=1, max_size=120),
    room=st.integers(2, 12),
)
def test_whatever_is_left_for_lack_of_room_nobody_is_overtaken(arrivals: list[tuple[int, bool]], room: int) -> None:
    async def play() -> None:
        inbox = Inbox()
        lanes, leftovers = build(inbox, room)
        await leftovers.look()
        looking = asyncio.create_task(leftovers.run())
        for number, (lane, breathe) in enumerate(arrivals, 1):
            lanes.offer([inbox.put(number, lane)])
            if breathe:
                await asyncio.sleep(0)
        await until(lambda: not inbox.open and lanes.idle)
        looking.cancel()
        for lane in range(1, 5):
            assert inbox.order(lane) == [number for number, (one, _) in enumerate(arrivals, 1) if one == lane]

    asyncio.run(play())


async def test_after_a_start_everything_is_fetched_later_only_what_lay_there_a_look_ago() -> None:
    inbox = Inbox()
    lanes, leftovers = build(inbox)
    inbox.put(1, 1)
    await leftovers.look()
    await lanes.drained()
    assert inbox.order(1) == [1]
    inbox.put(2, 1)  # another process stored it just now
    await leftovers.look()
    await lanes.drained()
    assert inbox.order(1) == [1]
    await leftovers.look()
    await lanes.drained()
    assert inbox.order(1) == [1, 2]


async def test_what_another_process_handled_meanwhile_no_longer_blocks_its_lane() -> None:
    inbox = Inbox()
    inbox.gate.clear()
    lanes, leftovers = build(inbox, room=1)
    await leftovers.look()
    lanes.offer([inbox.put(1, 1)])
    lanes.offer([inbox.put(2, 2)])
    assert lanes.left == {2: 2}
    del inbox.open[2]
    inbox.gate.set()
    await lanes.drained()
    await leftovers.look()
    assert lanes.idle
    lanes.offer([inbox.put(3, 2)])
    await lanes.drained()
    assert inbox.order(2) == [3]


async def test_closing_finishes_what_has_begun_and_lets_go_of_the_rest() -> None:
    inbox = Inbox()
    inbox.gate.clear()
    lanes, _ = build(inbox)
    lanes.offer(inbox.put(number, 1) for number in range(1, 13))
    await asyncio.sleep(0)
    lanes.close()
    lanes.offer([inbox.put(13, 2)])
    inbox.gate.set()
    await lanes.drained()
    assert inbox.order(1) == list(range(1, TOGETHER + 1))
    assert len(inbox.open) == 13 - TOGETHER
    assert lanes.idle
