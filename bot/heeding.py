"""What a refusal asks of the senders: to leave a chat alone, to slow down, to stop, to do without what has to be paid for."""

from __future__ import annotations

from bot.failures import DOWN, UNKNOWN_METHOD, Failure, Kind
from bot.pace import Bulk
from bot.purse import Purse
from bot.shared import Shared
from service.deliveries import Outgoing


class Heeding:
    """One for each sender. `bulk`: the pace of messages to many, None for single ones."""

    def __init__(self, shared: Shared, bulk: Bulk | None, purse: Purse | None = None) -> None:
        self._shared = shared
        self._bulk = bulk
        self._purse = purse

    def accepted(self) -> None:
        """Telegram took a message."""
        if self._bulk is not None:
            self._bulk.accepted()

    def refused(self, outgoing: Outgoing, failure: Failure) -> None:
        """A message came back, or nobody knows."""
        now = self._shared.machine()
        if failure.kind is Kind.WAIT:
            self._shared.chats.refused(outgoing.chat, failure.retry_after, now)
            if self._bulk is not None:
                self._bulk.refused(outgoing.chat, failure.retry_after, now)
                if self._purse is not None:
                    self._purse.slowed(now)
        elif failure.kind is Kind.UNPAID and self._purse is not None:
            self._purse.short(now)
        elif failure.kind in DOWN or failure.kind is Kind.REVOKED or failure.why == UNKNOWN_METHOD:
            self._shared.line.doubt(failure)
