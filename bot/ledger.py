"""The ledger of messages as the senders use it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from domain.instants import Instant
from service.deliveries import Finished, Outgoing
from service.work import Town, Tx


class Ledger(Protocol):
    """`service.deliveries`."""

    def claim(
        self, tx: Tx, lease: int, limit: int, now: Instant, *, personal: bool, skip_chats: frozenset[int] = ...
    ) -> list[int]: ...

    def mark_sending(self, tx: Tx, ids: Sequence[int], lease: int, town: Town, now: Instant) -> list[Outgoing]: ...

    def finish(self, tx: Tx, finished: Sequence[Finished], lease: int, now: Instant) -> None: ...
