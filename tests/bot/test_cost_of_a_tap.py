"""What taps cost, counted in the whole bot: Telegram calls and transactions."""

from __future__ import annotations

import asyncio
from typing import Any

from local_telegram import LocalTelegram
from real_town import RealTown

FIRST, PHONES = 7000, 20


def newest(telegram: LocalTelegram, phone: int) -> dict[str, Any]:
    return telegram.from_bot(phone)[-1]


async def all_tap(real: RealTown, verb: str) -> None:
    """Everybody taps that button of their newest message before anything of it arrives."""

    def tap() -> None:
        for phone in range(FIRST, FIRST + PHONES):
            shown = newest(real.telegram, phone)
            keys = [key["data"] for row in shown["keyboard"] for key in row if f"|{verb}|" in key.get("data", "")]
            real.telegram.tap(phone, shown["id"], keys[0])

    await asyncio.to_thread(tap)


async def test_a_tap_costs_two_calls_and_one_transaction_of_its_own(real: RealTown, telegram: LocalTelegram) -> None:
    await asyncio.to_thread(telegram.phones, FIRST, PHONES)
    for phone in range(FIRST, FIRST + PHONES):
        await asyncio.to_thread(telegram.start_bot, phone, None)
    await real.arrive()
    for verb in ("agree", "begin", "put", "next", "skip", "put", "send"):
        await all_tap(real, verb)
        real.calls.clear()
        real.turns.clear()
        real.work.writes = real.work.reads = 0
        await real.arrive()
        assert real.calls == {"answerCallbackQuery": PHONES, "editMessageText": PHONES}, verb
        assert real.turns["taken"] == PHONES, verb
        batches = real.work.writes - PHONES
        assert 2 <= batches <= PHONES // 2, f"{verb}: {batches} transactions for inbox and shown-marks of {PHONES} taps"
    assert len([one for one in range(FIRST, FIRST + PHONES) if "Dziękujemy" in newest(telegram, one)["text"]]) == PHONES


async def test_a_lone_tap_costs_two_calls_and_three_transactions(real: RealTown, telegram: LocalTelegram) -> None:
    """Inbox, step and shown-mark; of many taps the first and the last are batched."""
    await asyncio.to_thread(telegram.phones, FIRST, 1)
    await asyncio.to_thread(telegram.start_bot, FIRST, None)
    await real.arrive()
    shown = newest(telegram, FIRST)
    real.calls.clear()
    real.work.writes = real.work.reads = 0
    await asyncio.to_thread(telegram.tap, FIRST, shown["id"], shown["keyboard"][0][0]["data"])
    await real.arrive()
    assert sum(real.calls.values()) == 2
    assert real.work.writes == 3
