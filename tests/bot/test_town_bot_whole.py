"""The whole bot with a small service in memory, over HTTP with the local Telegram."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest
from bot_stand_ins import (
    NOON,
    TX,
    Away,
    DirectWork,
    EchoTown,
    MemoryLedger,
    TestClock,
    is_away,
    plain_render,
    plain_words,
    town,
    until,
)
from local_telegram import LocalTelegram

from bot.asked import Service
from bot.client import Client
from bot.town_bot import Hooks, Leases, Paces, TownBot, Words
from domain.instants import Instant
from domain.roles import Grant
from service import paid_news
from service.incoming import InboxRow, Incoming
from service.person_menus import PersonMenu
from service.turn import Outcome
from service.work import Town, Tx


class Whole:
    def __init__(self, client: Client, work: DirectWork, echo: EchoTown | None = None) -> None:
        self.echo = echo or EchoTown()
        self.ledger = MemoryLedger()
        self.woken = 0
        self.told: list[str] = []
        self.fatal: list[str] = []
        files: Any = None
        self.bot = TownBot(
            client,
            work,
            is_away,
            TestClock(),
            town(),
            Service(self.echo, self.echo, self.ledger, files, paid_news),
            Words(plain_render, plain_words, lambda language, grants: [(grants[0].role, f"{language} role")]),
            Leases(lambda: 1, lambda: 1),
            Hooks(self._wake, self.told.append, self.fatal.append),
            Paces(),
        )

    def _wake(self) -> None:
        self.woken += 1

    @asynccontextmanager
    async def running(self) -> AsyncIterator[TownBot]:
        await self.bot.start()
        try:
            yield self.bot
        finally:
            await self.bot.stop()

    async def until_idle(self, seconds: float = 10.0) -> None:
        await until(self.bot.idle, seconds)


@pytest.fixture
async def whole(client: Client, work: DirectWork) -> Whole:
    return Whole(client, work)


async def said(telegram: LocalTelegram, phone: int = 5) -> list[str]:
    return [message["text"] for message in await asyncio.to_thread(telegram.from_bot, phone)]


async def test_a_text_gets_a_screen_and_a_tap_edits_it_and_is_answered(whole: Whole, telegram: LocalTelegram) -> None:
    await asyncio.to_thread(telegram.phone, 5)
    async with whole.running():
        await asyncio.to_thread(telegram.text, 5, "cześć")
        shown = await asyncio.to_thread(telegram.wait_for_message, 5)
        assert shown["text"] == "1: cześć"
        await asyncio.to_thread(telegram.tap, 5, shown["id"], shown["keyboard"][0][0]["data"])
        await until(lambda: whole.bot.counts["answers"] == 1)
        await whole.until_idle()
    phone = await asyncio.to_thread(telegram.look, 5)
    assert await said(telegram) == ["2: 1|1|t|go|"]
    assert phone["toasts"][-1]["text"] == "jest 1|1|t|go|"


async def test_a_tap_costs_two_calls_and_one_transaction_of_its_own(
    whole: Whole, telegram: LocalTelegram, work: DirectWork
) -> None:
    await asyncio.to_thread(telegram.phone, 5)
    calls: list[str] = []
    real = whole.bot._shared.call

    async def counted(method: str, **given: Any) -> Any:
        calls.append(method)
        return await real(method, **given)

    object.__setattr__(whole.bot._shared, "call", counted)
    async with whole.running():
        await asyncio.to_thread(telegram.text, 5, "cześć")
        shown = await asyncio.to_thread(telegram.wait_for_message, 5)
        await whole.until_idle()
        calls.clear()
        taken = len(whole.echo.taken)
        await asyncio.to_thread(telegram.tap, 5, shown["id"], "1|1|t|go|")
        await until(lambda: len(whole.echo.taken) > taken)
        await whole.until_idle()
    assert sorted(call for call in calls if call != "getUpdates") == ["answerCallbackQuery", "editMessageText"]


async def test_a_step_that_always_fails_is_dead_after_five_tries_and_nobody_else_waits(
    whole: Whole, telegram: LocalTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    for phone in (5, 6):
        await asyncio.to_thread(telegram.phone, phone)
    async with whole.running():
        for words in ("raz", "boom", "dwa", "boom twice", "trzy"):
            await asyncio.to_thread(telegram.text, 5, words)
        await asyncio.to_thread(telegram.text, 6, "obok")
        await until(lambda: (5, "trzy") in whole.echo.taken)
        await whole.until_idle()
    assert [said for lane, said in whole.echo.taken if lane == 5] == ["raz", "dwa", "boom twice", "trzy"]
    assert len(whole.echo.dead) == 1
    assert whole.bot.counts["steps_failed"] == 7
    assert await said(telegram, 6) == ["1: obok"]
    assert "nobody knows" not in caplog.text


async def test_a_flood_of_one_person_ends_in_one_screen_and_a_bystander_does_not_notice(
    whole: Whole, telegram: LocalTelegram
) -> None:
    for phone in (5, 6):
        await asyncio.to_thread(telegram.phone, phone, started=True)
    person = {"from": {"id": 5, "is_bot": False}, "chat": {"id": 5, "type": "private"}, "date": 0, "message_id": 1}
    async with whole.running() as bot:
        flood = [{"update_id": 10_000 + n, "message": {**person, "text": f"t{n}"}} for n in range(1000)]
        loading = asyncio.create_task(bot.receive(flood))
        began = asyncio.get_running_loop().time()
        await asyncio.to_thread(telegram.text, 6, "obok")
        await until(lambda: (6, "obok") in whole.echo.taken)
        assert asyncio.get_running_loop().time() - began < 2
        await loading
        await until(lambda: len(whole.echo.taken) == 1001)
        await whole.until_idle()
    assert [words for lane, words in whole.echo.taken if lane == 5] == [f"t{n}" for n in range(1000)]
    messages = await said(telegram)
    assert messages[-1] == "1000: t999"
    assert len(messages) <= 5
    assert whole.echo.floods == [5]


async def test_what_was_in_the_inbox_and_not_shown_before_a_crash_is_done_after_it(
    client: Client, telegram: LocalTelegram, work: DirectWork
) -> None:
    await asyncio.to_thread(telegram.phones, 5, 2, started=True)
    echo = EchoTown()
    stored = [
        Incoming(1, "update", "1", 5, {"type": "text", "text": "nieobsłużone", "chat": 5}),
        Incoming(1, "update", "2", 6, {"type": "text", "text": "niepokazane", "chat": 6}),
    ]
    rows = echo.receive(TX, stored, NOON)
    echo.take(TX, rows[1], town(), NOON)
    whole = Whole(client, work, echo)
    async with whole.running():
        await whole.until_idle()
    assert await said(telegram, 5) == ["1: nieobsłużone"]
    assert await said(telegram, 6) == ["1: niepokazane"]


async def test_who_blocked_the_bot_is_marked_as_unreachable(whole: Whole, telegram: LocalTelegram) -> None:
    await asyncio.to_thread(telegram.phone, 5)
    async with whole.running():
        await asyncio.to_thread(telegram.fault, "403", "sendMessage", "before", times=1)
        await asyncio.to_thread(telegram.text, 5, "cześć")
        await until(lambda: 5 in whole.echo.unreachable)
        await whole.until_idle()


async def test_the_databases_trouble_delays_and_loses_nothing(
    whole: Whole, telegram: LocalTelegram, work: DirectWork
) -> None:
    await asyncio.to_thread(telegram.phone, 5)
    async with whole.running():
        await whole.until_idle()
        work.troubles = [Away() for _ in range(6)]
        await asyncio.to_thread(telegram.text, 5, "cześć")
        await asyncio.to_thread(telegram.wait_for_message, 5, timeout=20)
        await whole.until_idle()
    assert await said(telegram) == ["1: cześć"]
    assert whole.bot.counts["steps_failed"] == 0


async def test_deliveries_written_by_a_step_leave_at_once_and_the_sweep_is_woken(
    whole: Whole, telegram: LocalTelegram
) -> None:
    await asyncio.to_thread(telegram.phone, 5, started=True)
    async with whole.running() as bot:
        await whole.until_idle()
        whole.ledger.add(5, "Kartka", personal=True)
        bot.look()
        assert not bot.idle()
        await until(lambda: whole.ledger.in_state("sent"))
        await whole.until_idle()
    assert await said(telegram) == ["Kartka"]


async def test_a_revoked_token_is_said_to_the_operator(whole: Whole, telegram: LocalTelegram) -> None:
    await asyncio.to_thread(telegram.fault, "401", "getUpdates", "before", times=1)
    async with whole.running():
        await until(lambda: whole.fatal)
    assert "BOT_TOKEN" in whole.fatal[0]


async def test_it_stops_within_five_seconds_even_while_telegram_hangs(whole: Whole, telegram: LocalTelegram) -> None:
    await asyncio.to_thread(telegram.phone, 5)
    loop = asyncio.get_running_loop()
    async with whole.running():
        await asyncio.to_thread(telegram.fault, "hang", "sendMessage", "before", times=5)
        await asyncio.to_thread(telegram.text, 5, "cześć")
        await until(lambda: whole.echo.taken)
        began = loop.time()
    assert loop.time() - began < 6


async def test_an_idle_bot_stops_at_once(whole: Whole) -> None:
    loop = asyncio.get_running_loop()
    async with whole.running():
        await whole.until_idle()
        began = loop.time()
    assert loop.time() - began < 3


class Giving(EchoTown):
    """Whoever writes gets a role."""

    def take(self, tx: Tx, row: InboxRow, town: Town, now: Instant) -> Outcome:
        outcome = super().take(tx, row, town, now)
        return replace(outcome, menus=(PersonMenu(row.lane, "uk", (Grant("staff", None),)),))


async def test_a_step_that_changes_somebodys_roles_brings_their_commands_up_to_them(
    client: Client, work: DirectWork, telegram: LocalTelegram
) -> None:
    whole = Whole(client, work, Giving())
    async with whole.running():
        await asyncio.to_thread(telegram.phone, 5, started=True)
        await asyncio.to_thread(telegram.text, 5, "hej")
        await until(lambda: bool(whole.echo.taken))
        await whole.until_idle()
    found = await asyncio.to_thread(telegram.call, "getMyCommands", scope={"type": "chat", "chat_id": 5})
    assert found["result"] == [{"command": "staff", "description": "uk role"}]
