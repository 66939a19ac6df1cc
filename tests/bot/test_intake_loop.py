"""An update is confirmed to Telegram only after its commit, whatever the update, the database or the line is like."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from time import monotonic
from typing import Any

import pytest
from bot_stand_ins import Away, DirectWork, EchoTown, until
from local_telegram import LocalTelegram
from telegram.error import Conflict

from bot.answers import Answers
from bot.client import Client
from bot.failures import sort
from bot.intake import NOTHING_NEW, Intake
from bot.lanes import Lanes
from bot.shared import Shared
from service.incoming import InboxRow


class Desk:
    """An intake with lanes that only write down what came."""

    def __init__(self, shared: Shared) -> None:
        self.town = EchoTown()
        self.rows: list[InboxRow] = []
        self.answered: list[str] = []
        self.told: list[str] = []
        self.lanes = Lanes(self._handle, lambda: None)
        self.answers = Answers(self._answer, Counter())
        self.intake = Intake(shared, self.town.receive, self.lanes, self.answers, self.told.append)

    async def _handle(self, rows: Any, more: bool) -> None:
        self.rows += rows

    async def _answer(self, callback: str, text: str | None) -> None:
        self.answered.append(callback)

    def texts(self) -> list[str]:
        return [row.event.get("text", row.event["type"]) for row in self.rows]


@pytest.fixture
async def desk(shared: Shared) -> AsyncIterator[Desk]:
    made = Desk(shared)
    polling = asyncio.create_task(made.intake.poll())
    yield made
    polling.cancel()
    await asyncio.gather(polling, return_exceptions=True)


async def in_thread(call: Any, *given: Any, **more: Any) -> Any:
    return await asyncio.to_thread(call, *given, **more)


async def test_updates_come_in_order_and_once(desk: Desk, telegram: LocalTelegram) -> None:
    await in_thread(telegram.phone, 5)
    for number in range(30):
        await in_thread(telegram.text, 5, f"t{number}")
    await until(lambda: len(desk.rows) == 30)
    assert desk.texts() == [f"t{number}" for number in range(30)]


async def test_malformed_updates_stop_nothing(desk: Desk, telegram: LocalTelegram) -> None:
    await in_thread(telegram.phone, 5)
    await in_thread(telegram.text, 5, "przed")
    await in_thread(telegram.raw, 5, {"callback_query": {"id": "c9", "from": {"id": 5}}})
    await in_thread(telegram.raw, 5, {"message": "nonsense"})
    await in_thread(telegram.raw, 5, {"nothing_known": {}})
    await in_thread(telegram.text, 5, "po")
    await until(lambda: len(desk.rows) == 2)
    assert desk.texts() == ["przed", "po"]
    await until(lambda: desk.answered == ["c9"])


async def test_nothing_is_confirmed_while_the_database_is_away(
    desk: Desk, telegram: LocalTelegram, work: DirectWork
) -> None:
    work.troubles = [Away() for _ in range(4)]
    await in_thread(telegram.phone, 5)
    await in_thread(telegram.text, 5, "cierpliwie")
    await until(lambda: len(work.troubles) < 4)
    assert desk.rows == []
    again = await in_thread(telegram.call, "getWebhookInfo")
    assert again["result"]["pending_update_count"] == 1
    await until(lambda: desk.texts() == ["cierpliwie"])


async def test_after_a_start_copies_are_dropped_by_their_key(shared: Shared, telegram: LocalTelegram) -> None:
    desk = Desk(shared)
    update = {
        "update_id": 4,
        "message": {"from": {"id": 5}, "chat": {"id": 5, "type": "private"}, "text": "raz"},
    }
    assert await desk.intake.receive([update]) == 4
    assert await desk.intake.receive([update, update]) == 4
    await desk.lanes.drained()
    assert desk.texts() == ["raz"]


async def test_a_batch_out_of_order_is_put_in_order(shared: Shared) -> None:
    desk = Desk(shared)
    person = {"from": {"id": 5}, "chat": {"id": 5, "type": "private"}}
    batch = [{"update_id": number, "message": {**person, "text": str(number)}} for number in (5, 3, 4)]
    assert await desk.intake.receive(batch) == 5
    await desk.lanes.drained()
    assert desk.texts() == ["3", "4", "5"]


async def test_a_webhook_hears_of_the_databases_trouble(shared: Shared, work: DirectWork) -> None:
    desk = Desk(shared)
    work.troubles = [Away()]
    update = {"update_id": 4, "message": {"from": {"id": 5}, "chat": {"id": 5, "type": "private"}, "text": "raz"}}
    with pytest.raises(Away):
        await desk.intake.receive([update])
    assert desk.intake.idle
    assert desk.rows == []


async def test_faults_of_the_line_only_delay(desk: Desk, telegram: LocalTelegram) -> None:
    await in_thread(telegram.fault, "502", "getUpdates", "before", times=1)
    await in_thread(telegram.fault, "garbage", "getUpdates", "after", times=1)
    await in_thread(telegram.fault, "reset", "getUpdates", "after", times=1)
    await in_thread(telegram.phone, 5)
    await in_thread(telegram.text, 5, "mimo to")
    await until(lambda: desk.texts() == ["mimo to"])


@pytest.mark.parametrize("handed_over", [[], [{"update_id": 7, "message": "again and again"}]])
async def test_a_server_that_answers_at_once_is_not_asked_in_a_busy_loop(
    shared: Shared, handed_over: list[Any]
) -> None:
    """Neither one that keeps no long poll open, nor one that takes no offset for an answer."""
    asked: list[float] = []

    async def call(method: str, **_: Any) -> list[Any]:
        asked.append(monotonic())
        return handed_over

    polling = asyncio.create_task(Desk(replace(shared, call=call)).intake.poll())
    await until(lambda: len(asked) == 4)
    polling.cancel()
    assert asked[3] - asked[1] >= 2 * NOTHING_NEW - 0.05


async def test_a_second_poller_and_a_webhook_are_told_apart(shared: Shared) -> None:
    desk = Desk(shared)
    poller = sort(Conflict("Conflict: terminated by other getUpdates request; make sure that only one …"))
    webhook = sort(Conflict("Conflict: can't use getUpdates method while webhook is active; …"))
    assert desk.intake._pause_after(poller, 1) == 5.0
    assert desk.intake._pause_after(poller, 2) == 5.0
    assert desk.intake._pause_after(webhook, 3) == 5.0
    assert ["Another program" in desk.told[0], "webhook" in desk.told[1], len(desk.told)] == [True, True, 2]


async def test_a_webhook_that_is_set_is_told_to_the_operator(shared: Shared, telegram: LocalTelegram) -> None:
    desk = Desk(shared)
    await in_thread(telegram.call, "setWebhook", url="https://example.invalid/hook")
    polling = asyncio.create_task(desk.intake.poll())
    await until(lambda: len(desk.told) == 1)
    assert "webhook" in desk.told[0]
    polling.cancel()


async def test_a_revoked_token_ends_the_polling_and_stops_all_sending(shared: Shared, client: Client) -> None:
    desk = Desk(shared)
    client.bot._base_url = client.bot._base_url.rsplit("/", 1)[0] + "/bot0"
    await asyncio.wait_for(desk.intake.poll(), 10)
    assert shared.line.revoked
    assert not shared.line.up
