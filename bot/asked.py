"""What of the service the bot asks and calls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.files import Files
from bot.ledger import Ledger
from bot.screens import Shown
from bot.turns import Steps
from domain.instants import Instant
from service.incoming import InboxRow, Incoming
from service.work import Town, Tx


class Inbox(Protocol):
    """`service.incoming`."""

    def receive(self, tx: Tx, incoming: Sequence[Incoming], now: Instant) -> list[InboxRow]: ...

    def open_rows(self, tx: Tx, limit: int, after_id: int = 0) -> list[InboxRow]: ...

    def flooded(self, tx: Tx, bot: int, lane: int, now: Instant) -> bool: ...


class TurnService(Steps, Shown, Protocol):
    """`service.turn`."""


class PaidNews(Protocol):
    """`service.paid_news`."""

    def short_of_stars(self, tx: Tx, town: Town, now: Instant) -> int: ...


@dataclass(frozen=True, slots=True)
class Service:
    """What of the service the bot calls: its modules, or others like them in tests."""

    incoming: Inbox
    turn: TurnService
    deliveries: Ledger
    files: Files
    paid_news: PaidNews
