"""Faults on order: before a call is accepted and after, up to killing the process that calls."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys

import aiohttp
import pytest
from inside import Inside
from local_telegram import LocalTelegram


async def test_a_fault_before_leaves_no_message_and_one_after_leaves_it(inside: Inside) -> None:
    await inside.post("/faults", method="sendMessage", point="before", what="502", times=1)
    await inside.refuses(502, "Bad Gateway", "sendMessage", chat_id=1, text="a")
    assert await inside.get("/record") == []
    await inside.post("/faults", method="sendMessage", point="after", what="502", times=1)
    await inside.refuses(502, "Bad Gateway", "sendMessage", chat_id=1, text="b")
    assert [entry["text"] for entry in await inside.get("/record")] == ["b"]
    assert (await inside.call("sendMessage", chat_id=1, text="c"))["ok"]
    refused = await inside.get("/record/refused")
    assert [(entry["code"], entry["rehearsed"]) for entry in refused] == [(502, True)]


async def test_a_429_carries_the_seconds_that_were_ordered(inside: Inside) -> None:
    await inside.post("/faults", what="429", retry_after=10_000, times=1)
    said = await inside.refuses(429, "Too Many Requests: retry after 10000", "sendMessage", chat_id=1, text="a")
    assert said["parameters"] == {"retry_after": 10_000}


@pytest.mark.parametrize("point", ["before", "after"])
async def test_a_reset_ends_the_connection_without_an_answer(inside: Inside, point: str) -> None:
    await inside.post("/faults", method="sendMessage", point=point, what="reset", times=1)
    with pytest.raises((aiohttp.ClientError, ConnectionError)):
        await inside.call("sendMessage", chat_id=1, text="a")
    assert len(await inside.get("/record")) == (0 if point == "before" else 1)


async def test_garbage_is_no_json_and_slow_only_slow(inside: Inside) -> None:
    await inside.post("/faults", what="garbage", times=1)
    with pytest.raises(ValueError, match=r"."):
        await inside.call("getMe")
    await inside.post("/faults", what="slow", delay=0.05, times=1)
    before = asyncio.get_running_loop().time()
    assert (await inside.call("getMe"))["ok"]
    assert asyncio.get_running_loop().time() - before >= 0.05


async def test_a_slow_line_hides_no_other_fault(inside: Inside) -> None:
    await inside.post("/faults", what="slow", delay=0.01, jitter=0.01)
    await inside.post("/faults", what="502", times=1)
    await inside.refuses(502, "Bad Gateway", "getMe")
    assert (await inside.call("getMe"))["ok"]
    assert [order["hit"] for order in await inside.get("/faults")] == [2]


async def test_a_hanging_call_gets_no_answer(inside: Inside) -> None:
    await inside.post("/faults", method="sendMessage", what="hang", times=1)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await inside.call("sendMessage", chat_id=1, text="a")
    assert await inside.get("/record") == []


async def test_faults_can_skip_calls_pick_a_chat_strike_by_chance_and_be_taken_back(inside: Inside) -> None:
    await inside.post("/phones", id=2, started=True)
    await inside.post("/faults", what="500", chat=2, skip=1, times=1)
    said = [await inside.call("sendMessage", chat_id=chat, text="a") for chat in (1, 2, 2, 2, 1)]
    assert [answer["ok"] for answer in said] == [True, True, False, True, True]
    await inside.post("/faults", what="500", probability=0.5)
    struck = sum([not (await inside.call("getMe"))["ok"] for _ in range(200)])
    assert 50 < struck < 150
    await inside.client.delete("/faults")
    assert (await inside.call("getMe"))["ok"]


@pytest.mark.parametrize(
    "order",
    [
        {"what": "slow", "delay": "long"},
        {"what": "explode"},
        {"what": "502", "when": 1},
        {"what": "kill"},
        {"what": "502", "point": "x"},
    ],
)
async def test_an_order_that_makes_no_sense_is_refused(inside: Inside, order: dict[str, str]) -> None:
    answer = await inside.client.post("/faults", json=order)
    assert answer.status == 400
    assert "error" in await answer.json()


_BOT = """
import sys, urllib.request, urllib.parse
url, token = sys.argv[1:]
body = urllib.parse.urlencode({"chat_id": 1, "text": "hej"}).encode()
sys.stdin.readline()
print(urllib.request.urlopen(f"{url}/bot{token}/sendMessage", body).status, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize(("point", "messages"), [("before", 0), ("after", 1)])
def test_the_calling_process_is_killed_at_the_point(telegram: LocalTelegram, point: str, messages: int) -> None:
    telegram.phone(1, started=True)
    bot = subprocess.Popen(
        [sys.executable, "-c", _BOT, telegram.api_url, telegram.token],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    telegram.fault("kill", "sendMessage", point, pid=bot.pid, times=1)
    out, _ = bot.communicate("go\n", timeout=20)
    assert (bot.returncode, out) == (-signal.SIGKILL, "")
    assert len(telegram.from_bot(1)) == messages
