"""The list of a rank question: up to N places in order, each a theme or the person's own words. Never one twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from conversations.folding import folded
from conversations.questions.asking import Asked
from conversations.screens import In, Say, Words

Entry = Mapping[str, Any]


def token(entry: Entry) -> str:
    """What names an entry in callback data: t<theme id>, or o and a digest of the person's own words."""
    words = entry.get("words")
    if words is None:
        return f"t{entry['theme']}"
    return "o" + blake2b(folded(str(words)).encode(), digest_size=5).hexdigest()


def entries(answer: Any) -> list[Entry]:
    """The entries of an answer, or none."""
    return [dict(entry) for entry in answer or []]


def _same(one: Entry, other: Entry) -> bool:
    themes = one.get("theme"), other.get("theme")
    return token(one) == token(other) or (themes[0] is not None and themes[0] == themes[1])


def put(chosen: Sequence[Entry], entry: Entry, places: int) -> list[Entry]:
    """`chosen` with `entry` behind it, when it is new and there is room; else as it was."""
    if len(chosen) >= places or any(_same(entry, other) for other in chosen):
        return list(chosen)
    return [*chosen, entry]


def take(chosen: Sequence[Entry], named: str) -> list[Entry]:
    """`chosen` without the entry of that token; the others move up."""
    return [entry for entry in chosen if token(entry) != named]


def move(chosen: Sequence[Entry], named: str, place: int) -> list[Entry]:
    """`chosen` with that entry at `place` (from 1). Done twice, it is as done once."""
    moved = [entry for entry in chosen if token(entry) == named]
    if not moved or not 1 <= place <= len(chosen):
        return list(chosen)
    rest = take(chosen, named)
    return [*rest[: place - 1], moved[0], *rest[place - 1 :]]


def name(asked: Asked, entry: Entry) -> Words:
    """How an entry is called: the person's own words in quotes, or the theme's name."""
    words = entry.get("words")
    if words is not None:
        return Say("quoted", {"text": str(words)})
    theme = asked.theme(entry.get("theme"))
    return In(theme.names) if theme is not None else Say("theme-gone")
