"""Telegram's formatting as HTML that is safe to send: what organisers made bold stays bold, everything else is text.

Residents' words never pass here: they are always escaped. Offsets of entities count UTF-16 code units, as Telegram does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from html.parser import HTMLParser
from typing import Any, Final
from urllib.parse import urlsplit

TAGS: Final[Mapping[str, str]] = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
    "text_link": "a",
}
"""Telegram's kinds of entity that are kept, and their tag."""
_ALLOWED: Final = frozenset(TAGS.values())
_HOST: Final = re.compile(r"(?:[\w-]{1,63}\.)+[\w-]{1,63}")
"""Names parted by dots, none of them empty; letters of any alphabet."""
MOST: Final = 100
"""Entities of one text; Telegram itself allows as many."""


def marked(text: str, entities: Sequence[Mapping[str, Any]]) -> str:
    """`text` with the formatting of its entities as HTML. Entities that make no sense are left out."""
    places = _places(text)
    spans = [span for one in entities[:MOST] if (span := _span(one, places)) is not None]
    opening: dict[int, list[tuple[int, str, str]]] = {}
    for start, end, tag, head in sorted(spans, key=lambda span: (span[0], -span[1])):
        opening.setdefault(start, []).append((end, tag, head))
    pieces: list[str] = []
    stack: list[tuple[int, str, str]] = []
    cuts = sorted({0, len(text), *(span[0] for span in spans), *(span[1] for span in spans)})
    for at, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        pieces += _closed(stack, at)
        for begun in opening.get(at, []):
            stack.append(begun)
            pieces.append(begun[2])
        pieces.append(escape(text[at:following], quote=False))
    pieces += _closed(stack, len(text))
    return "".join(pieces)


def _places(text: str) -> dict[int, int]:
    """UTF-16 offset -> index of the character that begins there; the end of the text too."""
    places, at = {0: 0}, 0
    for index, letter in enumerate(text, 1):
        at += 2 if ord(letter) > 0xFFFF else 1
        places[at] = index
    return places


def _span(entity: Mapping[str, Any], places: Mapping[int, int]) -> tuple[int, int, str, str] | None:
    """(start, end, tag, opening tag) in characters; None for what lies outside the text, or cuts a character in two."""
    tag = TAGS.get(str(entity.get("type")))
    offset, size = entity.get("offset"), entity.get("length")
    if tag is None or not isinstance(offset, int) or not isinstance(size, int) or size <= 0:
        return None
    start, end = places.get(offset), places.get(min(offset + size, max(places)))
    if start is None or end is None or start >= end:
        return None
    if tag == "a":
        url = str(entity.get("url") or "")
        return (start, end, tag, f'<a href="{escape(url)}">') if is_link(url) else None
    return start, end, tag, f"<{tag}>"


def _closed(stack: list[tuple[int, str, str]], at: int) -> list[str]:
    """The tags that end at `at`. What began later and goes on is closed and opened again: tags never cross."""
    if not any(end <= at for end, _, _ in stack):
        return []
    first = next(number for number, (end, _, _) in enumerate(stack) if end <= at)
    tail = stack[first:]
    del stack[first:]
    pieces = [f"</{tag}>" for _, tag, _ in reversed(tail)]
    for span in tail:
        if span[0] > at:
            stack.append(span)
            pieces.append(span[2])
    return pieces


def is_link(url: str) -> bool:
    """An address that a button or a text may lead to. Telegram refuses every message with a button to anything else."""
    try:
        parts = urlsplit(url)
        named = _HOST.fullmatch(parts.hostname or "") is not None and parts.port != 0
    except ValueError:  # a port that is no number, or brackets without an address
        return False
    web = parts.scheme in ("http", "https") and named
    return (web or (parts.scheme == "tg" and bool(parts.netloc))) and not any(sign.isspace() for sign in url)


def safe(html: str) -> str:
    """`html` with nothing but the tags that `marked` writes, closed in order. Whatever else it holds is text."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join([*reader.pieces, *(f"</{tag}>" for tag in reversed(reader.open))])


def unmarked(html: str) -> str:
    """The text of `html` without formatting."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return "".join(reader.words)


def length(html: str) -> int:
    """How long Telegram finds the text: UTF-16 code units, without the formatting."""
    return len(unmarked(html).encode("utf-16-le")) // 2


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.words: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        url = dict(attrs).get("href") or ""
        if tag not in _ALLOWED or (tag == "a" and not is_link(url)):
            return
        self.pieces.append(f'<a href="{escape(url)}">' if tag == "a" else f"<{tag}>")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.open:
            return
        while self.open:
            last = self.open.pop()
            self.pieces.append(f"</{last}>")
            if last == tag:
                return

    def handle_data(self, data: str) -> None:
        self.pieces.append(escape(data, quote=False))
        self.words.append(data)
