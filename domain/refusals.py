"""When refusals speak against a message and not against the persons it is for."""

from __future__ import annotations

from typing import Final

MANY: Final = 3
"""Fewer may be chance: one address, one account, one language."""

COUNTED: Final = 50
"""More than so many are not counted: beyond that a message that reaches more than it is refused by goes on."""


def outnumber(refused: int, sent: int) -> bool:
    """Whether the refusals speak against the message. Both are counted up to COUNTED."""
    return refused >= MANY and sent < refused
