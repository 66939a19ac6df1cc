"""Somebody registered, as the service hands them over to those who may see names."""

from __future__ import annotations

from typing import Protocol


class Registered(Protocol):
    """`name`: as Telegram gave it at registration; None once it was deleted. `state`: of the registration."""

    @property
    def id(self) -> int: ...
    @property
    def name(self) -> str | None: ...
    @property
    def state(self) -> str: ...
    @property
    def online(self) -> bool: ...
