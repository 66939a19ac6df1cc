"""How fast a bot may speak, and what a broadcast that is only a loop meets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inside import Inside, Make

from rehearsal.options import Options
from rehearsal.paces import Paces
from rehearsal.refusals import Refused


async def test_a_loop_over_everybody_is_refused_and_told_when_to_come_again(inside: Inside) -> None:
    await inside.post("/phones/many", first=100, count=40, started=True)
    said = [await inside.call("sendMessage", chat_id=chat, text="Zapraszamy!") for chat in range(100, 140)]
    assert [answer["ok"] for answer in said] == [True] * 30 + [False] * 10
    assert said[-1] == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }
    inside.seconds[0] += 0.999
    assert not (await inside.call("sendMessage", chat_id=130, text="x"))["ok"]
    inside.seconds[0] += 0.001
    assert (await inside.call("sendMessage", chat_id=130, text="x"))["ok"]
    assert len(await inside.get("/record")) == 31


async def test_answers_are_free_of_the_bulk_limit_for_a_minute(inside: Inside) -> None:
    await inside.post("/phones/many", first=100, count=40)
    for chat in range(100, 140):
        await inside.post(f"/phones/{chat}/text", text="hej")
    said = [await inside.call("sendMessage", chat_id=chat, text="x") for chat in range(100, 140)]
    assert all(answer["ok"] for answer in said)
    inside.seconds[0] += 60.1
    said = [await inside.call("sendMessage", chat_id=chat, text="x") for chat in range(100, 140)]
    assert sum(answer["ok"] for answer in said) == 30


async def test_a_paid_broadcast_goes_to_a_thousand_and_is_counted(inside: Inside) -> None:
    await inside.post("/phones/many", first=2000, count=1001, started=True)
    said = [
        await inside.call("sendMessage", chat_id=chat, text="x", allow_paid_broadcast=True)
        for chat in range(2000, 3001)
    ]
    assert [answer["ok"] for answer in said] == [True] * 1000 + [False]
    assert (await inside.get("/record/calls"))["paid"] == 970


async def test_one_chat_has_a_burst_of_twenty_for_messages_and_edits_and_one_a_second(inside: Inside) -> None:
    await inside.post("/phones/1/text", text="hej")
    message_id = (await inside.call("sendMessage", chat_id=1, text="x"))["result"]["message_id"]
    for number in range(19):
        assert (await inside.call("editMessageText", chat_id=1, message_id=message_id, text=str(number)))["ok"]
    said = await inside.call("sendMessage", chat_id=1, text="x")
    assert said["parameters"] == {"retry_after": 1}
    tap = await inside.post("/phones/1/tap", message_id=message_id, data="d")
    assert (await inside.call("answerCallbackQuery", callback_query_id=tap["callback_id"]))["ok"]
    inside.seconds[0] += 1
    assert (await inside.call("sendMessage", chat_id=1, text="x"))["ok"]
    assert not (await inside.call("sendMessage", chat_id=1, text="x"))["ok"]


async def test_a_group_has_twenty_a_minute(inside: Inside) -> None:
    await inside.post("/phones/1/text", text="hej", chat=-5)
    for _ in range(20):
        assert (await inside.call("sendMessage", chat_id=-5, text="x"))["ok"]
    said = await inside.call("sendMessage", chat_id=-5, text="x")
    assert said["parameters"] == {"retry_after": 3}


async def test_a_fast_rehearsal_multiplies_the_limits(make_inside: Make) -> None:
    inside = await make_inside(fast=10.0)
    await inside.post("/phones/many", first=100, count=301, started=True)
    said = [await inside.call("sendMessage", chat_id=chat, text="x") for chat in range(100, 401)]
    assert [answer["ok"] for answer in said] == [True] * 300 + [False]


@given(st.lists(st.floats(0, 0.2), min_size=1, max_size=200))
def test_no_sliding_second_ever_holds_more_than_the_limit(pauses: list[float]) -> None:
    paces = Paces(Options(bulk_limit=5))
    now = 0.0
    passed: list[float] = []
    for chat, pause in enumerate(pauses, start=1):
        now += pause
        try:
            paces.admit(chat, now, heard=None)
        except Refused:
            assert len([one for one in passed if one > now - 1]) == 5
        else:
            passed.append(now)
    for start in passed:
        assert len([one for one in passed if start <= one < start + 1]) <= 5


def test_who_waits_as_long_as_told_gets_through() -> None:
    paces = Paces(Options(chat_burst=1, chat_rate=0.1))
    paces.admit_edit(1, 0.0)
    with pytest.raises(Refused) as refused:
        paces.admit_edit(1, 0.5)
    paces.admit_edit(1, 0.5 + refused.value.parameters["retry_after"])
