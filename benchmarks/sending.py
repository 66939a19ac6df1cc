"""Messages a second over python-telegram-bot's own HTTP client and over ours, many requests open at once.

    .venv/bin/python benchmarks/sending.py [--seconds 5] [--in-flight 200]

One process sends, the local Telegram (with its limits out of the way) is another. Each answer takes 50 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]

import uvloop  # noqa: E402 - found by the path above
from local_telegram import TOKEN, LocalTelegram  # noqa: E402
from processes import processor_seconds  # noqa: E402
from telegram import Bot  # noqa: E402
from telegram.request import HTTPXRequest  # noqa: E402

from bot.client import Client  # noqa: E402
from bot.request import AiohttpRequest  # noqa: E402

LATENCY = 0.05
PHONES = 500
TEXT = "Zapraszamy na warsztat."

Send = Callable[[int], Awaitable[object]]


async def many(send: Send, in_flight: int, seconds: float) -> tuple[float, float]:
    """Messages a second with so many on their way, and processor seconds for 1,000."""
    counted = 0
    over = False

    async def one(number: int) -> None:
        nonlocal counted
        while not over:
            await send(1 + number % PHONES)
            counted += 1
            number += in_flight

    senders = [asyncio.create_task(one(number)) for number in range(in_flight)]
    await asyncio.sleep(1.0)
    before, busy, began = counted, time.process_time(), time.monotonic()
    await asyncio.sleep(seconds)
    sent, used, took = counted - before, time.process_time() - busy, time.monotonic() - began
    over = True
    await asyncio.gather(*senders)
    return sent / took, used * 1000 / max(1, sent)


async def by_bot(
    request: HTTPXRequest | AiohttpRequest, url: str, in_flight: int, seconds: float
) -> tuple[float, float]:
    """`Bot.send_message` over this request class."""
    async with Bot(TOKEN, base_url=f"{url}/bot", request=request) as bot:
        return await many(lambda chat: bot.send_message(chat, TEXT), in_flight, seconds)


async def by_service(url: str, in_flight: int, seconds: float) -> tuple[float, float]:
    """As the service sends: our request class, no objects built for the answers."""
    client = Client(TOKEN, url)
    await client.start()
    try:
        return await many(lambda chat: client.call("sendMessage", chat_id=chat, text=TEXT), in_flight, seconds)
    finally:
        await client.stop()


def rates(in_flight: int, seconds: float) -> None:
    """Print all of them."""
    stock = HTTPXRequest(connection_pool_size=256, pool_timeout=60.0, read_timeout=60.0)
    ours = AiohttpRequest(pool_timeout=60.0, read_timeout=60.0)
    ways: dict[str, Callable[[str], tuple[float, float]]] = {
        "python-telegram-bot, its HTTPXRequest": lambda url: asyncio.run(by_bot(stock, url, in_flight, seconds)),
        "python-telegram-bot, our AiohttpRequest": lambda url: asyncio.run(by_bot(ours, url, in_flight, seconds)),
        "as the service sends (plain JSON, uvloop)": lambda url: uvloop.run(by_service(url, in_flight, seconds)),
    }
    first = 0.0
    for name, run in ways.items():
        with LocalTelegram.start(rate=0, fast=1e6) as telegram:
            telegram.phones(1, PHONES, started=True, language="pl")
            telegram.fault("slow", "sendMessage", delay=LATENCY)
            serving, began = processor_seconds(telegram.process.pid), time.monotonic()
            rate, processor = run(telegram.api_url)
            server = (processor_seconds(telegram.process.pid) - serving) / (time.monotonic() - began)
        first = first or rate
        print(
            f"{name:44}{rate:8.0f} messages/s at {in_flight} in flight, {processor:6.2f} s of processor for 1,000, "
            f"{rate / first:5.1f} times stock; local Telegram {server:.0%} of a core",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--in-flight", type=int, default=200)
    given = parser.parse_args()
    rates(given.in_flight, given.seconds)


if __name__ == "__main__":
    main()
