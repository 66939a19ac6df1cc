"""A field of a workshop: how it is asked, and what is made of the answer. Shared by setting up and by editing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from conversations.context import Context
from conversations.events import Tap, Text
from conversations.folding import cleaned
from conversations.screens import In, Own, Say, When, Words
from conversations.show import Row
from domain.instants import Instant, parse_instant
from domain.languages import LANGUAGES
from domain.workshop_drafts import Draft


@dataclass(frozen=True, slots=True)
class Asked:
    """What a field is asked about. `asking`: what it has heard since it was asked, as JSON."""

    ctx: Context
    draft: Draft
    asking: Mapping[str, Any]

    @property
    def language(self) -> str:
        """The language of the text that is asked for: one of the workshop's, the organiser's own if it is."""
        listed: Sequence[str] = self.draft.get("languages") or [self.ctx.language]
        wanted = str(self.asking.get("language", self.ctx.language))
        return wanted if wanted in listed else listed[0]

    @property
    def zone(self) -> str:
        return str(self.draft.get("zone") or staff(self.ctx)["zone"])

    @property
    def town(self) -> ZoneInfo:
        return ZoneInfo(self.zone)


@dataclass(frozen=True, slots=True)
class Filled:
    """Answered: `values` are laid over the draft. `note`: said on the next screen."""

    values: Mapping[str, Any]
    note: Say | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """Not answered yet: the same field is asked on, with `asking` in place of what it had heard."""

    asking: Mapping[str, Any] = field(default_factory=dict)
    note: Say | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """What a field shows: lines above, rows of buttons below. The wizard adds the ways back and on."""

    lines: tuple[Words | None, ...]
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """`empty`: the values that skipping means; None: it cannot be skipped. `wanted`: False leaves it out for a draft."""

    name: str
    ask: Callable[[Asked], Asking]
    hear: Callable[[Asked, Tap | Text], Filled | Again]
    empty: Mapping[str, Any] | None = None
    wanted: Callable[[Draft], bool] = lambda draft: True


PLEASE = Again(note=Say("please-tap"))


def staff(ctx: Context) -> Mapping[str, Any]:
    """What the service adds to the facts of people with a role: zone, instruments, catalogues, usual profile values."""
    found: Mapping[str, Any] = ctx.facts.extra.get("staff", {})
    return found


def moment(draft: Draft, key: str) -> Instant | None:
    return parse_instant(draft[key]) if draft.get(key) else None


def span(draft: Draft) -> When | None:
    """The workshop's day and hours, when they are known."""
    start = moment(draft, "starts")
    return None if start is None else When(start, draft["zone"], "span", moment(draft, "ends"))


def said(texts: Mapping[str, str] | None) -> Words:
    """A text in the reader's language, or that there is none."""
    return In(texts) if texts else Say("organise-none")


def in_language(asked: Asked) -> dict[str, str]:
    """Arguments that say in which language the text is asked for, unless it goes without saying."""
    several = len(asked.draft.get("languages") or ()) > 1 or asked.language != asked.ctx.language
    return {"language": asked.language, "several": "yes" if several else "no"}


def in_all_languages(texts: Mapping[str, str]) -> tuple[Words, ...]:
    """A text as it stands so far, to be written in another language."""
    return tuple(Say("organise-other-language", {"text": Own(texts[code])}) for code in LANGUAGES if texts.get(code))


# ---- texts ------------------------------------------------------------------------------------------------------


def text_field(
    name: str, longest: int, *, optional: bool, wanted: Callable[[Draft], bool] = lambda draft: True
) -> Field:
    """A text by language, of one line (title, place) or several."""

    def ask(asked: Asked) -> Asking:
        texts = asked.draft.get(name) or {}
        return Asking((Say(f"organise-ask-{name}", in_language(asked)), *in_all_languages(texts)))

    def hear(asked: Asked, event: Tap | Text) -> Filled | Again:
        if not isinstance(event, Text):
            return PLEASE
        text = tidied(event.text)
        if len(text) > longest:
            return Again(asked.asking, Say("organise-too-long", {"most": longest, "is": len(text)}))
        if not any(letter.isalnum() for letter in text):
            return Again(asked.asking, Say("organise-no-words"))
        return Filled({name: {**(asked.draft.get(name) or {}), asked.language: text}})

    return Field(name, ask, hear, {name: {}} if optional else None, wanted)


def tidied(text: str) -> str:
    """The text with its line breaks, each line cleaned, never two empty lines in a row."""
    lines: list[str] = []
    for line in (cleaned(line) for line in text.splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines).strip()
