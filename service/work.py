"""How the service is given transactions and time, and what every step of it may know of the installation."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol, TypeVar

from conversations.labels import Labelling
from domain.instants import Instant
from domain.office import Office
from storage.database import Tx
from storage.trouble import TryAgain, is_trouble

__all__ = ["Clock", "Town", "TryAgain", "Tx", "Work", "is_trouble"]

T = TypeVar("T")


class Work(Protocol):
    """`storage.database.Database`, as the rest sees it."""

    def write(self, action: Callable[[Tx], T]) -> Future[T]: ...

    def read(self, action: Callable[[Tx], T]) -> Future[T]: ...

    def read_twice(self, action: Callable[[Tx, Tx], T]) -> Future[T]: ...


class Clock(Protocol):
    """Two clocks, never mixed: civil time decides what is due, machine time paces and times out."""

    def now(self) -> Instant: ...

    def machine(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Town:
    """What does not change while the process runs.

    `pages_url`: where browsers find our pages; None: nowhere. `labelling`: the catalogue's words, by which typed labels
    are known.
    """

    office: Office
    zone: str
    owner_ids: frozenset[int]
    bot: int
    bot_name: str
    erasure_key: bytes
    daily_cap: int = 3
    pages_url: str | None = None
    send_rate: float = 30.0
    labelling: Labelling | None = None
