"""Taps a second, side by side in one run: stock python-telegram-bot in memory, and the whole service with its survey.

    .venv/bin/python benchmarks/taps.py [--seconds 5] [--latency 0.05] [--only service,echo]

The service is the real process with a new SQLite file (synchronous=FULL, every tap durable and in order) and the Lublin
survey: who taps reads the notice, chooses themes, answers and sends. The others answer the tap and edit one message, with
nothing stored. Every call takes Telegram `--latency` seconds. A tap's wait runs from its being put to the acceptance of its
edit. "Bare" is no library at all: the local Telegram's own limit.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "road"), str(ROOT / "benchmarks")]
os.environ["WSPOLNIE_WITHOUT_DOTENV"] = "1"

import sending  # noqa: E402 - found by the path above
from local_telegram import LocalTelegram  # noqa: E402
from real_service import NOW, RealService  # noqa: E402

from storage import migrate  # noqa: E402

SLOW = ("sendMessage", "editMessageText", "answerCallbackQuery")
WARM_UP = 3.0
IN_FLIGHT = (5, 50)
ROUNDS = 10
STOCK = ("echo", "conversation", "bare")


@dataclass(frozen=True)
class Measured:
    """Waits are in ms, `processor` in seconds for 1,000 taps, `bot` and `server` in cores."""

    rate: float
    median: float
    p99: float
    processor: float
    bot: float
    server: float


@contextmanager
def crowded_telegram(latency: float) -> Iterator[LocalTelegram]:
    """A local Telegram with people in it."""
    command = [sys.executable, str(ROOT / "benchmarks" / "crowd.py"), "--now", NOW]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        telegram = LocalTelegram(process, process.stdout.readline().strip())
        for method in SLOW if latency else ():
            telegram.fault("slow", method, delay=latency)
        yield telegram


@contextmanager
def stock_bot(kind: str, telegram: LocalTelegram) -> Iterator[int]:
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "benchmarks" / "stock.py"), kind, telegram.api_url], cwd=ROOT
    )
    try:
        yield process.pid
    finally:
        process.kill()
        process.wait()


@contextmanager
def whole_service(telegram: LocalTelegram, folder: Path) -> Iterator[int]:
    url = f"sqlite:///{folder}/taps.db"
    migrate.upgrade(url)
    service = RealService(telegram, url, folder, fast=1)
    service.environment["LOG_LEVEL"] = "WARNING"
    with service.running():
        service.until_idle()
        yield service.pid
        said = service.log.read_text(errors="replace")
        if said.strip():
            print(f"the service's log: {said[-2000:]}")


def measure(telegram: LocalTelegram, pid: int, script: str, in_flight: int, seconds: float) -> Measured:
    asked = {"script": script, "in_flight": in_flight, "warm_up": WARM_UP, "seconds": seconds, "pid": pid}
    found: dict[str, Any] = telegram.request("POST", "/crowd", asked, timeout=seconds + 30)
    waits, took = found["waits"], found["seconds"]
    return Measured(
        len(waits) / took,
        percentile(waits, 0.5) * 1000,
        percentile(waits, 0.99) * 1000,
        found["processor"] * 1000 / len(waits),
        found["processor"] / took,
        found["server"] / took,
    )


def percentile(waits: list[float], share: float) -> float:
    """Of sorted waits."""
    return waits[min(len(waits) - 1, int(len(waits) * share))]


def bystander(telegram: LocalTelegram) -> None:
    waits = telegram.request("POST", "/flood", {"rounds": ROUNDS})["waits"]
    print(
        f"a bystander who taps after one person's 200 texts, {len(waits)} times: median {percentile(waits, 0.5) * 1000:.0f} ms, "
        f"longest {waits[-1] * 1000:.0f} ms"
    )


def run(kind: str, latency: float, seconds: float) -> dict[int, Measured]:
    """One bot at 5 and at 50 in flight."""
    found: dict[int, Measured] = {}
    with tempfile.TemporaryDirectory() as folder, crowded_telegram(latency) as telegram:
        bot = whole_service(telegram, Path(folder)) if kind == "service" else stock_bot(kind, telegram)
        with bot as pid:
            for in_flight in IN_FLIGHT:
                script = "survey" if kind == "service" else "echo"
                one = found[in_flight] = measure(telegram, pid, script, in_flight, seconds)
                print(
                    f"{kind:14}{in_flight:>4} in flight: {one.rate:7.0f} taps/s, p50 {one.median:6.0f} ms, "
                    f"p99 {one.p99:6.0f} ms, {one.processor:6.2f} s of processor for 1,000; bot {one.bot:4.0%}, "
                    f"local Telegram {one.server:4.0%} of a core",
                    flush=True,
                )
            if kind == "service":
                bystander(telegram)
    return found


def compare(found: dict[str, dict[int, Measured]]) -> None:
    for in_flight in IN_FLIGHT:
        ours, stock = found["service"][in_flight], found["echo"][in_flight]
        print(
            f"the service at {in_flight}: {ours.rate / stock.rate:.1f} times the taps of stock's bare echo, "
            f"p99 {ours.p99 / stock.p99:.2f} of its, processor {ours.processor / stock.processor:.2f} of its"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--latency", type=float, default=0.05)
    parser.add_argument("--only", default=",".join((*STOCK, "service", "messages")))
    given = parser.parse_args()
    kinds = given.only.split(",")
    found = {kind: run(kind, given.latency, given.seconds) for kind in kinds if kind != "messages"}
    if {"service", "echo"} <= found.keys():
        compare(found)
    if "messages" in kinds:
        sending.rates(200, given.seconds)
    print(f"load of this machine: {os.getloadavg()[0] / (os.cpu_count() or 1):.1f} a core")


if __name__ == "__main__":
    main()
