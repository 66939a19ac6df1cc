"""The words: Fluent catalogues by language, strict, read once.

A message that is missing, or an argument that is, raises `WordsMissing`: a resident never reads a message's name.
Markup (<b>, <i>, <a>) stands in catalogues alone; every argument is escaped before it goes in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from html import escape, unescape
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import Message
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from conversations.screens import As, In, Joined, Marked, Own, Say, When, Words
from domain.languages import FALLBACK, LANGUAGES, pick
from domain.markup import safe
from messages.dates import shown

FOLDER = Path(__file__).parent / "catalogues"
SIMPLE = "simple"
"""The attribute of a message that stands in for it in the simple view: no decorative signs."""
FLUENT_TAKES = 500
_REPEATED = (int, float, In, When)
_HELD = re.compile("\ue000(\\d+)\ue001")
_ENTRY = re.compile(r"^(-?[a-zA-Z][\w-]*) *=", re.MULTILINE)
_TAG = re.compile(r"</?(?:b|i|u|s|a|code|pre|blockquote|tg-spoiler)(?:\s[^<>]*)?>")


class WordsMissing(LookupError):
    """A message or one of its arguments is not there."""


def read_resources(folder: Path, language: str) -> dict[str, ast.Resource]:
    """The parsed files of one language, by file name."""
    parser = FluentParser(with_spans=False)  # where each word stood in its file would take half of the memory
    files = sorted((folder / language).glob("*.ftl"))
    return {file.name: parser.parse(file.read_text(encoding="utf-8")) for file in files}


class _Catalogue:
    """One language. An entry is parsed when it is first asked for, and plural rules are loaded with the first that may
    need them: what an idle bot says of itself needs neither, and all of it would take sixteen megabytes."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._sources: dict[str, str] = {}
        for file in sorted((FOLDER / language).glob("*.ftl")):
            self._sources |= _entries(file.read_text(encoding="utf-8"))

    def has(self, name: str) -> bool:
        return name in self._sources

    @cached_property
    def bundle(self) -> FluentBundle:
        return FluentBundle([self._language], use_isolating=False)

    def plain_text(self, name: str) -> str | None:
        """The words of an entry that is nothing but words; None for any other."""
        [entry] = [one for one in self._parsed(name).body if isinstance(one, ast.Message)]
        if entry.attributes or entry.value is None:
            return None
        parts = [element.value for element in entry.value.elements if isinstance(element, ast.TextElement)]
        return "".join(parts) if len(parts) == len(entry.value.elements) else None

    def message(self, name: str) -> Message:
        if not self.bundle.has_message(name):
            self._add(name)
        return self.bundle.get_message(name)

    def _parsed(self, name: str) -> ast.Resource:
        return FluentParser(with_spans=False).parse(self._sources[name])

    def _add(self, name: str) -> None:
        """Parse an entry, after those that it refers to."""
        resource = self._parsed(name)
        references = _References()
        references.visit(resource)
        for other in references.names - {name}:
            if other in self._sources:
                self._add(other)
        self.bundle.add_resource(resource)


class _References(Visitor):
    """Collects the names that an entry refers to, terms with their hyphen."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.names.add(node.id.name)

    def visit_TermReference(self, node: ast.TermReference) -> None:
        self.names.add(f"-{node.id.name}")
        self.generic_visit(node)


def _entries(text: str) -> dict[str, str]:
    """The entries of a file unparsed, by name: each begins at the start of a line and goes on to the next."""
    starts = list(_ENTRY.finditer(text))
    ends = [start.start() for start in starts[1:]] + [len(text)]
    return {start.group(1): text[start.start() : end] for start, end in zip(starts, ends, strict=True)}


@cache
def _catalogue(language: str) -> _Catalogue:
    return _Catalogue(language)


def _known(language: str | None) -> str:
    return language if language in LANGUAGES else FALLBACK


@lru_cache(maxsize=8192)
def _constant(name: str, language: str, simple: bool) -> str:
    catalogue = _catalogue(language)
    text = catalogue.plain_text(name) if catalogue.has(name) else None
    return _formatted(name, language, simple, {}) if text is None else text


def _formatted(name: str, language: str, simple: bool, args: Mapping[str, Any]) -> str:
    catalogue = _catalogue(language)
    if not catalogue.has(name):
        raise WordsMissing(f"{language}: no message {name}")
    message = catalogue.message(name)
    pattern = message.attributes.get(SIMPLE, message.value) if simple else message.value
    if pattern is None:
        raise WordsMissing(f"{language}: message {name} has no words")
    short, long = _held_back(args)
    text, errors = catalogue.bundle.format_pattern(pattern, short)
    if errors:
        raise WordsMissing(f"{language}: {name}: {errors[0]}")
    return _HELD.sub(lambda found: long[int(found.group(1))], str(text)) if long else str(text)


def _held_back(args: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Arguments for Fluent, which takes no text over 1,000 characters: long ones are put in afterwards."""
    long = [
        value for value in args.values() if isinstance(value, str) and (len(value) > FLUENT_TAKES or "\ue000" in value)
    ]
    marks = {value: f"\ue000{number}\ue001" for number, value in enumerate(long)}
    return {key: marks.get(value, value) for key, value in args.items()}, long


def has(name: str, language: str = FALLBACK) -> bool:
    return _catalogue(language).has(name)


def say(name: str, language: str, *, simple: bool = False, **args: object) -> str:
    """The message in HTML. Arguments that are words are rendered, strings escaped, numbers counted."""
    return _say(Say(name, args), _known(language), simple)


def words(said: Words, language: str, *, simple: bool = False) -> str:
    """`said` as Telegram HTML: escaped but for the catalogue's own markup."""
    return _html(said, _known(language), simple)


def plain(said: Words, language: str, *, simple: bool = False) -> str:
    """`said` without markup, for buttons, files and pictures."""
    return unmarked(words(said, language, simple=simple))


def unmarked(html: str) -> str:
    """Telegram HTML as plain text."""
    if "<" not in html and "&" not in html:
        return html
    return unescape(_TAG.sub("", html))


def _say(said: Say, language: str, simple: bool) -> str:
    if not said.args:
        return _constant(said.name, language, simple)
    args = {key: _argument(one, language, simple) for key, one in said.args.items()}
    if all(isinstance(one, _REPEATED) for one in said.args.values()):
        return _kept(said.name, language, simple, tuple(args.items()))
    return _formatted(said.name, language, simple, args)


@lru_cache(maxsize=4096, typed=True)
def _kept(name: str, language: str, simple: bool, args: tuple[tuple[str, str | int | float], ...]) -> str:
    """Numbers, dates and organisers' texts come again and again, on everybody's screens. What residents wrote is not kept."""
    return _formatted(name, language, simple, dict(args))


def _argument(value: object, language: str, simple: bool) -> str | int | float:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return value
    if isinstance(value, str):
        return escape(value, quote=False)
    if isinstance(value, Words):
        return _html(value, language, simple)
    raise WordsMissing(f"no words for an argument of type {type(value).__name__}")


def _html(said: Words, language: str, simple: bool) -> str:
    if isinstance(said, Say):
        return _say(said, language, simple)
    if isinstance(said, Own):
        return escape(said.text, quote=False)
    if isinstance(said, In):
        return escape(pick(said.texts, language), quote=False)
    if isinstance(said, Joined):
        separator = ", " if simple else escape(said.separator, quote=False)  # a dot or a gap is heard by nobody
        return separator.join(_html(part, language, simple) for part in said.parts)
    if isinstance(said, Marked):
        return safe(pick(said.texts, language))
    if isinstance(said, As):
        return _html(said.words, _known(said.language), simple)
    return _date(said, language, simple)


@lru_cache(maxsize=1024)
def _date(when: When, language: str, simple: bool) -> str:
    return shown(when, lambda name, args: _formatted(name, language, simple, args))
