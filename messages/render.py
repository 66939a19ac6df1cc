"""A screen or a delivery's content in one language: Telegram HTML of at most 4,096 characters, and a keyboard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from conversations import taps
from conversations.events import Tap
from conversations.screens import Button, Content, Screen
from messages.catalogue import plain, unmarked, words

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
LABEL_LIMIT = 64
"""Longer labels are cut by phones in the middle of a word; ours end with an ellipsis."""
SIDE_BY_SIDE = {1: LABEL_LIMIT, 2: 14, 3: 8, 4: 6}
"""Characters that a phone of 360 px shows of a label, by how many stand in its row; `MANY_SIDE_BY_SIDE` of still more."""
MANY_SIDE_BY_SIDE = 4
NOTHING = "\u2060"
"""What Telegram accepts as a text without words (word joiner)."""


@dataclass(frozen=True, slots=True)
class Key:
    """A button: callback data or a link, never both."""

    text: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    text: str
    keyboard: tuple[tuple[Key, ...], ...] = ()


def render(
    shown: Screen | Content, language: str, *, session: int, simple: bool = False, place: str | None = None
) -> Rendered:
    """`shown` in `language`. `session` goes into the taps: the session's id, 0 for a delivery. `place` overrides its own."""
    lines = [words(line, language, simple=simple) for line in shown.lines]
    with_file = isinstance(shown, Content) and shown.file is not None
    text = bounded(_tidy(lines), CAPTION_LIMIT if with_file else TEXT_LIMIT)
    at = place or shown.place
    keys = (tuple(_key(button, language, session, at, simple) for button in row) for row in shown.buttons)
    rows = tuple(fitting for row in keys for fitting in _fitting(row))
    return Rendered(text or ("" if with_file else NOTHING), rows)


def _fitting(row: Sequence[Key]) -> Iterator[tuple[Key, ...]]:
    """The row, or several when its labels are too long to be read side by side: Telegram cuts what does not fit."""
    together: tuple[Key, ...] = ()
    for key in row:
        wider = (*together, key)
        if together and any(_wide(one) > SIDE_BY_SIDE.get(len(wider), MANY_SIDE_BY_SIDE) for one in wider):
            yield together
            wider = (key,)
        together = wider
    if together:
        yield together


def _wide(key: Key) -> int:
    """Characters; a link has an arrow beside its label."""
    return len(key.text) + (0 if key.url is None else 2)


def _tidy(lines: Sequence[str]) -> list[str]:
    """Without empty lines at the ends, and never two empty lines in a row."""
    kept: list[str] = []
    for line in lines:
        if line.strip() or (kept and kept[-1]):
            kept.append(line.strip())
    while kept and not kept[-1]:
        kept.pop()
    return kept


def _key(button: Button, language: str, session: int, place: str, simple: bool) -> Key:
    label = _shortened(" ".join(plain(button.label, language, simple=simple).split()), LABEL_LIMIT) or NOTHING
    if button.url is not None:
        return Key(label, url=button.url)
    return Key(label, data=taps.write(Tap(session, button.place or place, button.verb, button.argument)))


def _shortened(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _units(text: str) -> int:
    """Length as Telegram counts it: UTF-16 code units."""
    return len(text.encode("utf-16-le")) // 2


def bounded(lines: Sequence[str], limit: int) -> str:
    """The lines joined, whole lines first: the longest ones are shortened alike until all fit, so that none is left out while
    another is whole. Markup is never cut in two."""
    fitting = list(lines)
    for _ in range(2 * len(fitting) + 1):
        over = _units("\n".join(fitting)) - limit
        if over <= 0:
            return "\n".join(fitting)
        most = _level([_units(line) for line in fitting], over)
        longest = max(range(len(fitting)), key=lambda at: _units(fitting[at]))
        fitting[longest] = _cut(fitting[longest], _units(fitting[longest]) - most)
        if not fitting[longest]:
            del fitting[longest]
    raise ValueError("a text cannot be made to fit")


def _level(lengths: Sequence[int], over: int) -> int:
    """How long a line may be, so that cutting all longer ones to it takes away at least `over`."""
    highest = sorted(lengths, reverse=True)
    for count, longest in enumerate(highest, start=1):
        most = (sum(highest[:count]) - over) // count
        if count == len(highest) or most >= highest[count]:
            return min(most, longest - 1)
    return 0


def _cut(line: str, over: int) -> str:
    """The line as plain text, shorter by at least `over`; empty when nothing worth reading would stay."""
    text = unmarked(line)
    keep = _units(line) - over - 1
    while text and _units(escape(text, quote=False)) > keep:
        text = text[: min(len(text) - 1, max(0, len(text) - (_units(escape(text, quote=False)) - keep) // 6 - 1))]
    return escape(text.rstrip(), quote=False) + "…" if len(text) > 20 else ""
