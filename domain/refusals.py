"""Refusals that are about a message and not about the person it is for. Names are those of `bot.failures`."""

from __future__ import annotations

from typing import Final

OF_THE_MESSAGE: Final = frozenset(
    {"markup", "empty", "too_long", "keyboard", "file_too_big", "file_lost", "picture", "file", "own_error"}
)
"""Whoever is next would meet the same: one is enough to know. `file`: ours could not be made."""

MANY: Final = 3
"""So many refusals with other names, when they outnumber what was sent, are about the message too."""

COUNTED: Final = 50
"""More than so many refusals are not counted: beyond that a message that reaches more than it is refused by goes on."""


def outnumber(refused: int, sent: int) -> bool:
    """Whether refusals that may be about single persons speak against the message. Both are counted up to COUNTED."""
    return refused >= MANY and sent < refused
