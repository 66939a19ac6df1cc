"""What the bot's parts share: the line to Telegram, the database, two clocks, paces and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.line import Line
from bot.pace import Chats
from bot.transactions import Transactions
from domain.instants import Instant
from service.work import Clock, Town

Call = Callable[..., Awaitable[Any]]
"""`bot.client.Client.call`: (method, **parameters) -> the answer's result as JSON."""


@dataclass(frozen=True, slots=True)
class Shared:
    """`counts` says what happened since the start, by name: for metrics."""

    call: Call
    transactions: Transactions
    town: Town
    clock: Clock
    chats: Chats
    line: Line
    counts: Counter[str] = field(default_factory=Counter)

    def now(self) -> Instant:
        """Civil time: what is due."""
        return self.clock.now()

    def machine(self) -> float:
        """Machine time in seconds: paces, ages, timeouts."""
        return self.clock.machine()
