"""Whether messages to many are paid for. While the bot's Stars are short they go at the free rate; paying is tried again later.

Telegram takes 0.1 Star for each message above the free rate. All times are machine time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from bot.pace import Bulk

FREE: Final = 30.0
"""Messages a second that Telegram sends for nothing."""

AGAIN: Final = 3600.0
"""Seconds after which paying is tried again: somebody may have bought Stars."""


class Purse:
    """`short_of_stars` is called each time it turns out that nothing can be paid; whoever tells of it tells once."""

    def __init__(self, bulk: Bulk, *, paid: bool, short_of_stars: Callable[[], None]) -> None:
        self._bulk = bulk
        self._paid = paid
        self._full = bulk.full
        self._short_of_stars = short_of_stars
        self._free_until: float | None = None

    def pays(self, now: float) -> bool:
        """Whether a message that leaves now is to be paid for."""
        if self._free_until is not None and now >= self._free_until:
            self._free_until = None
            self._bulk.change_rate(self._full, now)
        return self._paid and self._free_until is None

    def short(self, now: float) -> None:
        """Telegram says that the Stars do not suffice."""
        if self.pays(now):
            self._free_until = now + AGAIN
            self._bulk.change_rate(min(self._full, FREE), now)
            self._short_of_stars()

    def slowed(self, now: float) -> None:
        """A message was refused for the pace. Refused down to the free rate, paying is of no use, whatever Telegram calls it."""
        if self._full > FREE and self._bulk.rate <= FREE:
            self.short(now)
