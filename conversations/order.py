"""The order in which themes are shown: one per person, the same at every look."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from conversations.facts import ThemeFact


def shuffled(themes: Sequence[ThemeFact], participant: int, question: str) -> tuple[ThemeFact, ...]:
    """`themes` in an order that depends on participant and question alone. A theme added later disturbs no other."""

    def rank(theme: ThemeFact) -> bytes:
        return blake2b(f"{participant}/{question}/{theme.key}".encode(), digest_size=8).digest()

    return tuple(sorted(themes, key=rank))
