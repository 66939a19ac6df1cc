"""What everything is compared with: a plain loop over `telegram.Bot.send_message`, one message after the other."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from local_telegram import TOKEN, LocalTelegram

HERE = Path(__file__).resolve().parent
FIRST = 100_000
"""The Telegram id of the first of the many; phones below it belong to those who wait for replies."""
LATENCY = 0.05
"""Seconds that Telegram takes for an answer."""
PLAIN = 200
"""Messages of the plain loop."""

LOOP = """
import asyncio, json, sys, time
sys.path[:0] = json.loads(sys.argv[4])
from processes import highest_memory
from telegram import Bot
import os

async def loop(url, token, first, count, recipients, paid):
    chats = list(range(first, first + recipients))  # what a plain loop keeps: everybody it still has to write to
    waits = []
    async with Bot(token, base_url=url) as bot:
        began, busy = time.monotonic(), time.process_time()
        for chat in chats[:count]:
            sent = time.monotonic()
            await bot.send_message(chat, "Zapraszamy na warsztat.", allow_paid_broadcast=paid)
            waits.append(time.monotonic() - sent)
        took, used = time.monotonic() - began, time.process_time() - busy
    print(json.dumps([count / took, used * 1000 / count, highest_memory(os.getpid()), sorted(waits)]))

given = json.loads(sys.argv[3])
asyncio.run(loop(sys.argv[1], sys.argv[2], *given))
"""
"""A process of its own, so that its memory is its own."""


@dataclass(frozen=True)
class Plain:
    """What the plain loop did; `waits`: seconds that each of its messages took, the shortest first."""

    rate: float
    processor: float
    memory: float
    waits: tuple[float, ...]


def plain_loop(telegram: LocalTelegram, *, paid: bool, count: int = PLAIN, recipients: int = PLAIN) -> Plain:
    """`telegram.Bot.send_message` to `count` people, one after the other, of `recipients` whom the loop has in its list."""
    telegram.reset()
    telegram.fault("slow", "sendMessage", delay=LATENCY)
    telegram.phones(FIRST, count, language="pl", started=True)
    about = json.dumps([FIRST, count, recipients, paid])
    places = json.dumps([str(HERE)])
    ran = subprocess.run(
        [sys.executable, "-c", LOOP, telegram.bot_url, TOKEN, about, places], capture_output=True, text=True, check=True
    )
    rate, processor, memory, waits = json.loads(ran.stdout)
    return Plain(rate, processor, memory, tuple(waits))
