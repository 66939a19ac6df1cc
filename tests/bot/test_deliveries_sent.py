"""Deliveries: once each, at the pace, ended truly; a crash leaves few open, and a lost lease sends nothing."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from bot_stand_ins import MemoryLedger, plain_render, until
from local_telegram import LocalTelegram

from bot import deliveries
from bot.deliveries import Deliveries
from bot.files import Uploads
from bot.letters import Letters
from bot.pace import Bulk
from bot.shared import Shared


class NoFiles:
    """Nothing here has a file."""

    def find(self, *_: Any) -> Any:
        raise AssertionError("no delivery here has a file")

    make = keep = remember = forget = find


class Office:
    """A ledger and what sends from it."""

    def __init__(self, shared: Shared, *, rate: float | None = None, letters: Letters | None = None) -> None:
        self.shared = shared
        self.ledger = MemoryLedger()
        self.lease: int | None = 1
        letters = letters or Letters(shared.call, Uploads(shared, NoFiles(), str), plain_render)
        bulk = None if rate is None else Bulk(rate, shared.machine() - 1.0)
        self.sender = Deliveries(shared, self.ledger, letters, lambda: self.lease, bulk)

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        running = asyncio.create_task(self.sender.run())
        try:
            yield
            if running.done():
                running.result()
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)

    async def until_idle(self, seconds: float = 10.0) -> None:
        await until(lambda: self.sender.idle, seconds)


@pytest.fixture
async def phones(telegram: LocalTelegram) -> LocalTelegram:
    await asyncio.to_thread(telegram.phones, 1000, 60, started=True)
    return telegram


async def sent(telegram: LocalTelegram) -> Counter[int]:
    record = await asyncio.to_thread(telegram.record, method="sendMessage")
    return Counter(one["chat"] for one in record)


async def test_everybody_gets_it_once_and_its_end_is_written(shared: Shared, phones: LocalTelegram) -> None:
    office = Office(shared, rate=1000)
    ids = [office.ledger.add(chat, silent=True) for chat in range(1000, 1020)]
    async with office.open():
        await office.until_idle()
    assert await sent(phones) == dict.fromkeys(range(1000, 1020), 1)
    assert office.ledger.in_state("sent") == ids
    assert all(isinstance(office.ledger.ends[number].message_id, int) for number in ids)


async def test_personal_deliveries_leave_on_a_nudge_without_waiting_for_a_look(
    shared: Shared, phones: LocalTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deliveries, "LOOK_EVERY", 3600.0)
    office = Office(shared)
    async with office.open():
        await office.until_idle()
        office.ledger.add(1000, personal=True)
        office.ledger.add(1001, personal=False)
        office.sender.nudge()
        assert not office.sender.idle
        await until(lambda: office.ledger.in_state("sent"))
    assert await sent(phones) == {1000: 1}


async def test_few_are_open_at_once_however_slow_telegram_is(shared: Shared, phones: LocalTelegram) -> None:
    await asyncio.to_thread(phones.fault, "slow", "sendMessage", "before", times=1000, delay=0.7)
    office = Office(shared, rate=30)
    for chat in range(1000, 1060):
        office.ledger.add(chat)
    async with office.open():
        await until(lambda: len(office.ledger.in_state("sent")) >= 20)
        assert office.ledger.most_open <= 20
    assert office.ledger.most_open <= office.sender.open_limit <= 20


async def test_bulk_keeps_the_pace_and_what_a_busy_machine_gets_refused_is_sent_later(
    shared: Shared, phones: LocalTelegram
) -> None:
    await asyncio.to_thread(phones.phones, 2000, 150, started=True)
    await asyncio.to_thread(phones.advance_machine, 61)  # nobody is being answered any more: all of it is bulk
    office = Office(shared, rate=30)
    for chat in range(2000, 2150):
        office.ledger.add(chat)
    began = shared.machine()
    async with office.open():
        await office.until_idle(30)
    assert 0.5 * 30 <= 150 / (shared.machine() - began) <= 30 * 1.1
    assert await sent(phones) == dict.fromkeys(range(2000, 2150), 1)
    assert len(await asyncio.to_thread(phones.refused)) <= 10, "test_pace_rules proves none with up to 15 ms of jitter"


async def test_of_messages_that_are_late_each_is_on_its_way_before_the_next_departs(
    shared: Shared, phones: LocalTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the pace counts a whole burst as gone that is still being written, and Telegram sees too many in its second."""
    happened: list[str] = []

    async def call(method: str, **parameters: Any) -> Any:
        happened.append("on its way")
        return await shared.call(method, **parameters)

    depart = Bulk.depart

    def departing(bulk: Bulk, now: float) -> None:
        happened.append("departs")
        depart(bulk, now)

    monkeypatch.setattr(Bulk, "depart", departing)
    office = Office(shared, rate=1000, letters=Letters(call, Uploads(shared, NoFiles(), str), plain_render))
    ids = [office.ledger.add(chat) for chat in range(1000, 1020)]
    async with office.open():
        await office.until_idle()
    assert office.ledger.in_state("sent") == ids
    assert len(happened) >= 2 * len(ids)
    assert happened == ["departs", "on its way"] * (len(happened) // 2)


async def test_pausing_takes_effect_at_the_next_mark(shared: Shared, phones: LocalTelegram) -> None:
    office = Office(shared, rate=30)
    for chat in range(1000, 1060):
        office.ledger.add(chat)
    async with office.open():
        await until(lambda: len(office.ledger.in_state("sent")) >= 5)
        office.ledger.stopped = True
        at_stop = len(office.ledger.in_state("sent")) + office.sender.open
        await until(lambda: office.sender.open == 0)
        await asyncio.sleep(0.3)
        assert sum((await sent(phones)).values()) <= at_stop
        assert office.sender.idle
        office.ledger.stopped = False
        office.sender.nudge()
        await office.until_idle()
    assert await sent(phones) == dict.fromkeys(range(1000, 1060), 1), (office.ledger.states, office.ledger.ends)


@pytest.mark.parametrize(
    ("what", "point", "state", "why"),
    [
        ("reset", "after", "unknown", "broken_connection"),
        ("reset", "before", "unknown", "broken_connection"),
        ("garbage", "after", "unknown", "garbage"),
        ("502", "after", "unknown", "server_error"),
    ],
)
async def test_a_lost_answer_is_unknown_and_not_repeated(
    shared: Shared, phones: LocalTelegram, what: str, point: str, state: str, why: str
) -> None:
    await asyncio.to_thread(phones.fault, what, "sendMessage", point, times=1)
    office = Office(shared)
    number = office.ledger.add(1000, personal=True)
    async with office.open():
        await office.until_idle()
        await until(lambda: shared.line.up)
    assert office.ledger.states[number] == state
    assert office.ledger.ends[number].why == why
    assert (await sent(phones))[1000] == (1 if point == "after" else 0)


async def test_what_telegram_refused_is_sent_later(shared: Shared, phones: LocalTelegram) -> None:
    await asyncio.to_thread(phones.fault, "429", "sendMessage", "before", times=1, retry_after=1)
    office = Office(shared)
    number = office.ledger.add(1000, personal=True)
    async with office.open():
        await until(lambda: office.ledger.ends.get(number) is not None)
        assert office.ledger.ends[number].state == "queued"
        assert not office.sender.idle
        await until(lambda: office.ledger.states[number] == "sent")
    assert await sent(phones) == {1000: 1}


async def test_a_wait_of_hours_is_kept_in_the_database_and_holds_up_nobody_else(
    shared: Shared, phones: LocalTelegram
) -> None:
    await asyncio.to_thread(phones.fault, "429", "sendMessage", "before", times=1, retry_after=10_000)
    office = Office(shared)
    number = office.ledger.add(1000, personal=True)
    async with office.open():
        await until(lambda: office.ledger.ends.get(number) is not None)
        other = office.ledger.add(1001, personal=True)
        office.sender.nudge()
        await until(lambda: office.ledger.states[other] == "sent")
        assert office.ledger.states[number] == "queued"
        retry_at = office.ledger.ends[number].retry_at
        assert retry_at is not None
        assert (retry_at - shared.now()).total_seconds() == 10_000
        await office.until_idle()


async def test_who_blocked_the_bot_and_what_is_our_bug_end_for_good(shared: Shared, phones: LocalTelegram) -> None:
    await asyncio.to_thread(phones.block, 1000)
    office = Office(shared)
    blocked = office.ledger.add(1000, personal=True)
    unheard = office.ledger.add(999_999, personal=True)
    broken = office.ledger.add(1001, "<zzz>", personal=True)
    async with office.open():
        await office.until_idle()
    assert [office.ledger.states[number] for number in (blocked, unheard, broken)] == ["blocked", "blocked", "failed"]
    assert [office.ledger.ends[number].why for number in (blocked, broken)] == ["blocked", "markup"]


async def test_while_telegram_is_away_nothing_is_tried_on_people(phones: LocalTelegram, shared: Shared) -> None:
    await asyncio.to_thread(phones.fault, "502", "*", "before", times=5)
    office = Office(shared, rate=30)
    ids = [office.ledger.add(chat) for chat in range(1000, 1040)]
    async with office.open():
        await office.until_idle(30)
    unknown = office.ledger.in_state("unknown")
    assert 1 <= len(unknown) <= office.sender.open_limit
    assert sorted(unknown + office.ledger.in_state("sent")) == ids, office.ledger.states


async def test_a_lost_lease_marks_and_sends_nothing(shared: Shared, phones: LocalTelegram) -> None:
    office = Office(shared, rate=30)
    office.ledger.add(1000)
    office.ledger.take_over()
    async with office.open():
        await office.until_idle()
        assert await sent(phones) == {}
        office.lease = None
        assert office.sender.idle
        office.lease = office.ledger.lease
        await until(lambda: office.ledger.in_state("sent"))


async def test_a_process_that_slept_past_its_lease_sends_nothing_it_had_marked(
    shared: Shared, phones: LocalTelegram
) -> None:
    office = Office(shared, rate=30)
    for chat in range(1000, 1060):
        office.ledger.add(chat)
    clock: Any = shared.clock
    real = clock.machine
    async with office.open():
        await until(lambda: len(office.ledger.in_state("sent")) >= 5)
        before = await asyncio.to_thread(phones.record, method="sendMessage")
        await until(lambda: office.sender._queue)  # something is marked and has not left
        waiting = [item.outgoing.chat for item in office.sender._queue]
        clock.machine = lambda: real() + 30.0  # SIGSTOP for half a minute
        office.ledger.take_over()
        await until(lambda: not office.sender._queue)
        after = await asyncio.to_thread(phones.record, method="sendMessage")
    new = {one["chat"] for one in after[len(before) :]}
    assert new.isdisjoint(waiting)
    assert all(office.ledger.states[number] in ("unknown", "queued", "sent") for number in office.ledger.states)


async def test_a_revoked_token_stops_everything_and_loses_nothing(shared: Shared, phones: LocalTelegram) -> None:
    await asyncio.to_thread(phones.fault, "401", "*", "before", times=100)
    office = Office(shared, rate=1000)
    ids = [office.ledger.add(chat) for chat in range(1000, 1030)]
    async with office.open():
        await until(lambda: shared.line.revoked)
        await until(lambda: office.sender.open == 0)
    assert sorted(office.ledger.in_state("queued") + office.ledger.in_state("claimed")) == ids


async def test_a_polite_stop_ends_what_is_open(shared: Shared, phones: LocalTelegram) -> None:
    office = Office(shared, rate=30)
    for chat in range(1000, 1060):
        office.ledger.add(chat)
    async with office.open():
        await until(lambda: len(office.ledger.in_state("sent")) >= 5)
        office.sender.close()
        await asyncio.wait_for(office.sender.drained(), 3)
    assert office.ledger.in_state("sending") == []
    assert office.ledger.in_state("unknown") == []
    assert sum((await sent(phones)).values()) == len(office.ledger.in_state("sent"))
