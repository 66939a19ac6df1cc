"""Civil time jumps, machine time does not; the phones' events and the process itself."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys

import pytest
from inside import Inside, Make
from local_telegram import ROOT, LocalTelegram


async def test_civil_time_flows_at_its_rate_and_can_be_set_and_advanced(inside: Inside) -> None:
    await inside.post("/clock/set", now="2022-11-21T09:00:00+01:00")
    assert (await inside.get("/clock"))["now"] == "2022-11-21T08:00:00+00:00"
    inside.seconds[0] += 60
    assert (await inside.get("/clock"))["now"] == "2022-11-21T08:01:00+00:00"
    await inside.post("/clock/rate", rate=0)
    inside.seconds[0] += 60
    assert (await inside.post("/clock/advance", seconds=3600))["now"] == "2022-11-21T09:01:00+00:00"


async def test_next_goes_to_the_earliest_plan(inside: Inside) -> None:
    await inside.post("/clock/set", now="2022-11-21T08:00:00+00:00")
    await inside.post("/plans", who="service", next="2022-11-22T18:00:00+01:00")
    await inside.post("/plans", who="sims", next="2022-11-22T12:00:00+01:00", seen=3)
    assert (await inside.post("/clock/next"))["now"] == "2022-11-22T11:00:00+00:00"
    await inside.post("/plans", who="sims", next=None)
    assert (await inside.get("/clock"))["next"] == "2022-11-22T17:00:00+00:00"
    await inside.post("/clock/next")
    await inside.post("/plans", who="service", next=None)
    assert (await inside.client.post("/clock/next")).status == 409


@pytest.mark.parametrize("now", ["2022-11-21T09:00:00", "tomorrow", None])
async def test_a_time_without_its_offset_is_refused(inside: Inside, now: str | None) -> None:
    assert (await inside.client.post("/clock/set", json={"now": now})).status == 400


async def test_events_are_numbered_and_a_reader_waits_for_the_next(inside: Inside) -> None:
    start = (await inside.get("/health"))["seq"]
    waiting = asyncio.create_task(inside.get(f"/phones/events?after={start}&wait=30&ids=1"))
    await inside.post("/phones", id=2, started=True)
    await inside.call("sendMessage", chat_id=2, text="x")
    await inside.call("sendMessage", chat_id=1, text="x")
    answer = await asyncio.wait_for(waiting, 5)
    assert [(event["type"], event["phone"]) for event in answer["events"]] == [("message", 1)]
    everything = await inside.get(f"/phones/events?after={start}")
    assert [event["type"] for event in everything["events"]] == ["phone", "message", "message"]
    assert everything["seq"] == answer["seq"] == start + 3
    assert (await inside.get(f"/phones/events?after={everything['seq']}"))["events"] == []


async def test_events_keep_what_was_shown_then(inside: Inside) -> None:
    message_id = (await inside.call("sendMessage", chat_id=1, text="a"))["result"]["message_id"]
    await inside.call("editMessageText", chat_id=1, message_id=message_id, text="b")
    events = (await inside.get("/phones/events"))["events"]
    assert [event["message"]["text"] for event in events if "message" in event] == ["a", "b"]


async def test_a_reset_forgets_everything_but_goes_on_numbering(make_inside: Make) -> None:
    inside = await make_inside()
    await inside.post("/phones", id=1)
    await inside.post("/phones/1/start")
    await inside.post("/faults", what="502")
    before = (await inside.get("/health"))["seq"]
    await inside.post("/reset")
    assert (await inside.call("getUpdates"))["result"] == []
    assert await inside.get("/phones") == []
    health = await inside.get("/health")
    assert (health["phones"], health["seq"]) == (0, before)


def test_a_taken_port_is_one_sentence(telegram: LocalTelegram) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "-m", "rehearsal", "--port", port], cwd=ROOT, capture_output=True, text=True, timeout=20
        )
    assert done.returncode == 1
    assert done.stderr.startswith(f"Cannot listen on 127.0.0.1:{port}")
    assert "Traceback" not in done.stderr


def test_the_process_ends_when_its_parents_line_ends() -> None:
    with LocalTelegram.start() as running:
        assert running.health()["ok"]
    assert running.process.returncode == 0
