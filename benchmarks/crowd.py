"""The local Telegram with people in it who tap as fast as they are answered: a process of its own, for `taps.py`.

    python benchmarks/crowd.py --now 2022-11-14T12:00:00+01:00

They live in the server's own process, so that a tap costs no request of its own and its wait is measured where it begins
and ends: from the tap's being put into the bot's queue to the acceptance of the edit that it leads to. Each person has one
tap on its way at a time; who has said everything goes, and somebody new comes.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]

import uvloop  # noqa: E402 - found by the path above
from aiohttp import web  # noqa: E402
from processes import processor_seconds  # noqa: E402

from rehearsal import phones  # noqa: E402
from rehearsal.options import Options  # noqa: E402
from rehearsal.posts import Post  # noqa: E402
from rehearsal.server import serve  # noqa: E402
from rehearsal.world import World  # noqa: E402

WORKSHOP = "w-lublin-ramy-strategii"
ECHO_TAPS = 12
"""As many as somebody needs who answers the Lublin survey."""
FLOOD = 200
PATIENCE = 30.0

Script = Callable[["Person", list[str]], str | None]
"""(person, data of the buttons on their screen) -> data of the one to tap, or None: they have said everything."""


@dataclass(slots=True)
class Person:
    """`tapped`: when (machine time) their tap was put; None: they only pressed start."""

    phone: int
    number: int
    message: int = 0
    tapped: float | None = None
    taps: int = 0
    done: dict[str, int] = field(default_factory=dict)


def echo(person: Person, data: list[str]) -> str | None:
    """Tap one button after the other."""
    return data[person.taps % len(data)] if person.taps < ECHO_TAPS else None


def survey(person: Person, data: list[str]) -> str | None:
    """The Lublin survey: three themes, one taken back and another put in, no reason, both questions, send."""
    by_act = {one.split("|", 3)[3]: one for one in data}
    place = ".".join(data[0].split("|")[2].split(".")[:2])
    turn = person.done[place] = person.done.get(place, 0) + 1
    match place:
        case "wl.notice":
            return by_act["agree|"]
        case "sv.intro":
            return by_act["begin|"]
        case "sv.q0" if turn <= 3 or turn == 5:
            return _other([one for act, one in by_act.items() if act.startswith("put|")], person.number + turn)
        case "sv.q0" if turn == 4:
            return next(one for act, one in by_act.items() if act.startswith("take|"))
        case "sv.q0":
            return by_act["next|"]
        case "sv.q1":
            return by_act["skip|"]
        case "sv.q2":
            return by_act[f"put|{1 + person.number % 5}"]
        case "sv.q3":
            return by_act["put|yes"]
        case "sv.review":
            return by_act["send|"]
        case "sv.sent":
            return None
    raise AssertionError(f"nobody expected {place}: {data}")


def swaying(person: Person, data: list[str]) -> str | None:
    """Up to the choice of themes, and there one theme in and out again, without end."""
    if data[0].split("|")[2].startswith("sv.q0"):
        wanted = "|put|" if person.taps % 2 else "|take|"
        return next((one for one in data if wanted in one), data[0])
    return survey(person, data)


def _other(data: Sequence[str], number: int) -> str:
    return data[number % len(data)]


SCRIPTS: dict[str, Script] = {"echo": echo, "survey": survey, "swaying": swaying}


class Crowd:
    """People who follow one script. Counts taps from `counting` on."""

    def __init__(self, world: World, script: Script, first: int) -> None:
        self._world = world
        self._script = script
        self._numbers = itertools.count(first)
        self._people: dict[int, Person] = {}
        self._seq = world.feed.seq
        self.waits: list[float] = []

    def come(self, count: int) -> None:
        """So many new people press start."""
        for number in itertools.islice(self._numbers, count):
            chat = phones.add(self._world, {"id": number, "language": "pl"})
            self._people[number] = Person(number, number)
            phones.start(self._world, chat, WORKSHOP)

    async def go_on(self, until: float) -> None:
        """Everybody taps on what they see until that machine time."""
        while (left := until - time.monotonic()) > 0:
            self._seq, news = await self._world.feed.read(self._seq, min(left, 1.0), None)
            for happening in news:
                person = self._people.get(happening.phone)
                if person is not None and happening.post is not None and happening.kind in ("message", "edit"):
                    self._see(person, happening.post)

    def _see(self, person: Person, post: Post) -> None:
        data = [
            key["callback_data"]
            for row in (post.keyboard or {}).get("inline_keyboard", [])
            for key in row
            if "callback_data" in key
        ]
        if not data or (person.message and post.id != person.message):
            return
        if person.tapped is not None:
            self.waits.append(time.monotonic() - person.tapped)
        chosen = self._script(person, data)
        if chosen is None:
            del self._people[person.phone]
            self.come(1)
            return
        person.message, person.taps, person.tapped = post.id, person.taps + 1, time.monotonic()
        phones.tap(self._world, self._world.chats[person.phone], post.id, chosen)


class Measuring:
    """A part of the local Telegram: `POST /crowd` and `POST /flood` let people tap and answer with what they saw."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._first = itertools.count(1_000_000, 1_000_000)

    def routes(self) -> list[web.RouteDef]:
        return [web.post("/crowd", self._crowd), web.post("/flood", self._flood)]

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def _crowd(self, request: web.Request) -> web.Response:
        """{"script", "in_flight", "warm_up", "seconds", "pid"} -> {"taps", "seconds", "waits", "processor", "server"}"""
        given = await request.json()
        crowd = Crowd(self._world, SCRIPTS[given["script"]], next(self._first))
        crowd.come(given["in_flight"])
        await crowd.go_on(time.monotonic() + given["warm_up"])
        crowd.waits.clear()
        before = processor_seconds(given["pid"]), processor_seconds(os.getpid())
        began = time.monotonic()
        await crowd.go_on(began + given["seconds"])
        seconds = time.monotonic() - began
        after = processor_seconds(given["pid"]), processor_seconds(os.getpid())
        return web.json_response(
            {
                "seconds": seconds,
                "waits": sorted(crowd.waits),
                "processor": after[0] - before[0],
                "server": after[1] - before[1],
                "unanswered": sum(not tap.answered for tap in self._world.taps.values()),
            }
        )

    async def _flood(self, request: web.Request) -> web.Response:
        """{"rounds"} -> {"waits"}: of somebody who taps right after one person's 200 texts came all at once."""
        given = await request.json()
        first = next(self._first)
        bystander = Crowd(self._world, swaying, first)
        bystander.come(1)
        await self._until(bystander, 4)
        bystander.waits.clear()
        flooder = phones.add(self._world, {"id": first + 1, "language": "pl"})
        for number in range(given["rounds"]):
            for _ in range(FLOOD):
                phones.say(self._world, flooder, f"wpis {number}")
            await self._until(bystander, number + 2)
        return web.json_response({"waits": sorted(bystander.waits)})

    async def _until(self, crowd: Crowd, waits: int) -> None:
        deadline = time.monotonic() + PATIENCE
        while len(crowd.waits) < waits:
            assert time.monotonic() < deadline, "nobody answers the bystander"
            await crowd.go_on(time.monotonic() + 0.005)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--now", type=datetime.fromisoformat, required=True, help="civil time, which stands still")
    options = Options(port=0, now=parser.parse_args().now, rate=0, seed=1)

    def parts(world: World) -> Sequence[Any]:
        return (Measuring(world),)

    uvloop.run(serve(options, parts, ready=lambda url: print(url, flush=True), until_input_ends=True))


if __name__ == "__main__":
    main()
