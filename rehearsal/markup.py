"""Telegram's HTML parse mode: marked-up text to text and entities, with Telegram's own complaints.

The rules are those of TDLib's parser: byte offsets in complaints, UTF-16 offsets in entities, four named character
references, attributes that it does not know ignored, tags that it does not know refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .links import checked_url
from .refusals import Refused, bad

Entity = dict[str, Any]

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([A-Za-z]*));?")
_SPACE = " \t\r\n\v\0"
_MAX_ENTITIES = 100


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, the measure of offsets."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")


@dataclass(slots=True)
class _Open:
    tag: str
    argument: str
    offset: int
    start: int


class _Reader:
    """One pass over the marked-up text."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.out: list[str] = []
        self.length = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def complain(self, reason: str, position: int | None = None) -> Refused:
        where = "" if position is None else f" at byte offset {len(self.source[:position].encode())}"
        return bad(f"can't parse entities: {reason}{where}")

    def put(self, text: str) -> None:
        self.out.append(text)
        self.length += utf16_length(text)

    def reference(self) -> str | None:
        """The character that a reference at the current place stands for; moves behind it. None: it is plain text."""
        found = _REFERENCE.match(self.source, self.at)
        if found is None:
            return None
        hexadecimal, decimal, name = found.groups()
        if name is not None:
            letter = _NAMED.get(name)
        else:
            number = int(hexadecimal or "0", 16) if hexadecimal is not None else int(decimal or "0")
            letter = chr(number) if 0 < number < 0x10FFFF and len(found[0].rstrip(";")) < 10 else None
        if letter is not None:
            self.at = found.end()
        return letter

    def peek(self) -> str:
        return self.source[self.at] if self.at < len(self.source) else ""

    def skip_space(self) -> None:
        while self.peek() and self.peek() in _SPACE:
            self.at += 1

    def take_until(self, stops: str) -> str:
        start = self.at
        while self.peek() and self.peek() not in stops:
            self.at += 1
        return self.source[start : self.at]

    def read(self) -> tuple[str, list[Entity]]:
        pieces = re.compile(r"[^<&]+")
        while self.at < len(self.source):
            plain = pieces.match(self.source, self.at)
            if plain:
                self.at = plain.end()
                self.put(plain[0])
            elif self.peek() == "&":
                letter = self.reference()
                if letter is None:
                    self.at += 1
                self.put("&" if letter is None else letter)
            elif self.source.startswith("</", self.at):
                self.end_tag()
            else:
                self.start_tag()
        if self.open:
            raise self.complain(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        return "".join(self.out), self.entities

    def start_tag(self) -> None:
        begin = self.at
        self.at += 1
        tag = self.take_until(_SPACE + ">").lower()
        if not self.peek():
            raise self.complain("Unclosed start tag", begin)
        if tag not in _KINDS:
            raise self.complain(f'Unsupported start tag "{tag}"', begin)
        argument = ""
        while True:
            self.skip_space()
            if self.peek() == ">":
                break
            name, value = self.attribute(tag, begin)
            argument = _argument(tag, name, value, argument)
        if tag == "span" and argument != "spoiler":
            raise self.complain('Tag "span" must have class "tg-spoiler"', begin)
        self.at += 1
        self.open.append(_Open(tag, argument, self.length, len(self.out)))

    def attribute(self, tag: str, begin: int) -> tuple[str, str | None]:
        name = self.take_until(_SPACE + "=>/\"'")
        if not name:
            raise self.complain(f'Empty attribute name in the tag "{tag}"', begin)
        self.skip_space()
        if self.peek() != "=":
            if not self.peek():
                raise self.complain(f'Unclosed start tag "{tag}"', begin)
            return name, None
        self.at += 1
        self.skip_space()
        if not self.peek():
            raise self.complain(f'Unclosed start tag "{tag}"', begin)
        value = self.quoted() if self.peek() in "'\"" else self.token()
        if not self.peek():
            raise self.complain("Unclosed start tag", begin)
        return name, value

    def token(self) -> str:
        start = self.at
        while self.peek() and ((self.peek().isascii() and self.peek().isalnum()) or self.peek() in ".-"):
            self.at += 1
        if self.peek() and self.peek() not in _SPACE + ">":
            raise self.complain("Unexpected end of name token", start)
        return self.source[start : self.at].lower()

    def quoted(self) -> str:
        mark = self.peek()
        self.at += 1
        value: list[str] = []
        while self.peek() and self.peek() != mark:
            letter = self.reference() if self.peek() == "&" else None
            if letter is None:
                letter = self.peek()
                self.at += 1
            value.append(letter)
        if self.peek() == mark:
            self.at += 1
        return "".join(value)

    def end_tag(self) -> None:
        begin = self.at
        if not self.open:
            raise self.complain("Unexpected end tag", begin)
        self.at += 2
        tag = self.take_until(_SPACE + ">").lower()
        self.skip_space()
        if self.peek() != ">":
            raise self.complain("Unclosed end tag", begin)
        self.at += 1
        opened = self.open.pop()
        if tag and tag != opened.tag:
            raise self.complain(
                f"Unmatched end tag at byte offset {len(self.source[:begin].encode())}, "
                f'expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self.length > opened.offset:
            self.close(opened)

    def close(self, opened: _Open) -> None:
        entity: Entity = {"type": _KINDS[opened.tag], "offset": opened.offset, "length": self.length - opened.offset}
        last = self.entities[-1] if self.entities else None
        same = last is not None and (last["offset"], last["length"]) == (entity["offset"], entity["length"])
        if opened.tag == "a":
            url = checked_url(opened.argument or "".join(self.out[opened.start :]))
            if url is None:
                return
            entity["url"] = url
        elif opened.tag == "tg-emoji":
            if not opened.argument.isdigit() or int(opened.argument) == 0:
                raise self.complain("Invalid custom emoji identifier specified")
            entity["custom_emoji_id"] = opened.argument
        elif opened.tag == "blockquote" and opened.argument:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "code" and opened.argument:
            entity["language"] = opened.argument
        if last is not None and same and opened.tag == "pre" and last["type"] == "code" and "language" in last:
            last["type"] = "pre"
            return
        if last is not None and same and "language" in entity and last["type"] == "pre":
            last["language"] = entity["language"]
            return
        self.entities.append(entity)


def _argument(tag: str, name: str, value: str | None, before: str) -> str:
    if tag == "blockquote" and name == "expandable":
        return "1"
    if value is None:
        return before
    match tag, name:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case ("code", "class") if value.startswith("language-"):
            return value[len("language-") :]
        case ("span", "class") if value.startswith("tg-"):
            return value[len("tg-") :]
    return before


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return text and entities (offsets in UTF-16 units, sorted), trimmed as Telegram trims. Raises Refused like Telegram."""
    if "<" not in source and "&" not in source:
        return trim(source, [])
    text, entities = _Reader(source).read()
    for entity in entities:
        if entity["type"] == "code":
            entity.pop("language", None)
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return trim(text, entities[:_MAX_ENTITIES])


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut white space at the end, and blanks and line ends in front of the first entity."""
    text = text.replace("\r\n", "\n").rstrip()
    end = utf16_length(text)
    kept = [
        {**entity, "length": min(entity["length"], end - entity["offset"])}
        for entity in entities
        if entity["offset"] < end
    ]
    room = kept[0]["offset"] if kept else len(text)
    front = 0
    while front < room and text[front] in " \n":
        front += 1
    if front:
        text = text[front:]
        kept = [{**entity, "offset": entity["offset"] - front} for entity in kept]
    return text, kept
