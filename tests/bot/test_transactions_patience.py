"""The database's trouble is waited out; an action's own exception is its caller's affair. Batches gather meanwhile."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from bot_stand_ins import TX, Away, DirectWork, is_away
from telegram.error import BadRequest, InvalidToken, NetworkError

from bot.batches import Batch
from bot.failures import UNKNOWN_METHOD, Failure, Kind
from bot.line import Line
from bot.transactions import Transactions


async def test_trouble_is_tried_again_until_it_passes() -> None:
    work = DirectWork()
    work.troubles = [Away(), Away()]
    transactions = Transactions(work, is_away)
    assert await transactions.write(lambda tx: "stored") == "stored"
    assert transactions.troubled == 2
    work.troubles = [Away()]
    assert await transactions.read(lambda tx: tx) is TX


async def test_what_the_action_raises_is_raised_and_a_single_try_raises_trouble_too() -> None:
    work = DirectWork()
    transactions = Transactions(work, is_away)

    def wrong(tx: Any) -> None:
        raise KeyError("own")

    with pytest.raises(KeyError):
        await transactions.write(wrong)
    work.troubles = [Away()]
    with pytest.raises(Away):
        await transactions.write_once(lambda tx: None)


async def test_items_that_come_while_a_batch_is_written_go_together_into_the_next() -> None:
    written: list[list[int]] = []
    gate = asyncio.Event()

    async def write(items: list[int]) -> None:
        written.append(items)
        await gate.wait()

    batch = Batch(write)
    assert batch.idle
    batch.add(1)
    await asyncio.sleep(0)
    for item in (2, 3, 4):
        batch.add(item)
    assert not batch.idle
    assert len(batch) == 3
    gate.set()
    await batch.drained()
    assert written == [[1], [2, 3, 4]]
    assert batch.idle


async def test_the_line_is_up_again_when_telegram_answers_even_with_a_refusal() -> None:
    said: list[Exception] = [NetworkError("x"), BadRequest("no")]
    fatal: list[str] = []

    async def ask() -> None:
        raise said.pop(0)

    line = Line(ask, fatal=fatal.append)
    line.doubt(Failure(Kind.GONE, "blocked"))
    assert line.up
    line.doubt(Failure(Kind.UNKNOWN, "no_answer"))
    assert not line.up
    await asyncio.wait_for(line.wait(), 5)
    assert said == []
    line.doubt(Failure(Kind.REVOKED, "revoked"))
    line.doubt(Failure(Kind.REVOKED, "revoked"))
    assert not line.up
    assert len(fatal) == 1
    assert "BOT_TOKEN" in fatal[0]


@pytest.mark.parametrize(("answer", "fatally"), [(None, 0), (InvalidToken("Not Found"), 1)])
async def test_a_method_that_a_server_lacks_ends_nothing_unless_it_does_not_know_the_bot(
    answer: Exception | None, fatally: int
) -> None:
    fatal: list[str] = []

    async def ask() -> None:
        if answer is not None:
            raise answer

    line = Line(ask, fatal=fatal.append)
    line.doubt(Failure(Kind.BUG, UNKNOWN_METHOD))
    for _ in range(5):
        await asyncio.sleep(0)
    assert (len(fatal), line.up, line.revoked) == (fatally, not fatally, bool(fatally))
