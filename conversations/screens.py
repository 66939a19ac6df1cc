"""What a session shows, in no language yet: lines, buttons, perhaps a file. Rendered by `messages.render`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from domain.instants import Instant
from domain.languages import Texts


@dataclass(frozen=True, slots=True)
class Own:
    """Words in no catalogue: what a person wrote. Always escaped."""

    text: str


@dataclass(frozen=True, slots=True)
class In:
    """Words that exist in several languages (a theme's name, a title, a question). Always escaped."""

    texts: Texts


@dataclass(frozen=True, slots=True)
class When:
    """An instant, shown in `zone`, with the weekday where there is room.

    `long` 'poniedziałek, 21 listopada, 9:00'; `date` 'poniedziałek, 21 listopada'; `time` '9:00'; `short` '21 listopada';
    `span` as `long` and up to `until`; `deadline` what follows "until": 'niedzieli, 20 listopada, godz. 18:00';
    `stamp` '21.11.2022, 9:00'.
    """

    moment: Instant
    zone: str
    style: Literal["long", "date", "time", "short", "span", "deadline", "stamp"] = "long"
    until: Instant | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """A catalogue message by name. String arguments are data and are escaped; markup comes from the catalogue alone."""

    name: str
    args: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Joined:
    """Several words with a separator between them, such as a list of themes."""

    parts: tuple[Words, ...]
    separator: str = ", "


@dataclass(frozen=True, slots=True)
class Marked:
    """Organisers' words by language, with Telegram's formatting as HTML of `domain.markup`. Never residents' words."""

    texts: Texts


@dataclass(frozen=True, slots=True)
class As:
    """Words in that language, whatever the reader's own: what somebody else will see."""

    language: str
    words: Words


Words = Say | Own | In | When | Joined | Marked | As


@dataclass(frozen=True, slots=True)
class Button:
    """A tap (verb and argument, sent back in this session at this place), or a link.

    `place` names a flow, such as `reg`, when the button enters that flow instead of answering its own screen.
    """

    label: Words
    verb: str = ""
    argument: str = ""
    url: str | None = None
    style: Literal["plain", "primary", "danger"] = "plain"
    place: str | None = None


@dataclass(frozen=True, slots=True)
class FileRef:
    """A file made when it is sent, by `service.files`: kind 'calendar', 'ticket', 'card', 'mydata', 'results' …

    `about` is small JSON that the maker needs (ids, language; `written_in`: not in the reader's language); `key` lets the
    same picture be uploaded once; a `file_id` sends what Telegram already has (an organiser's photo).
    """

    kind: str
    about: Mapping[str, object] = field(default_factory=dict)
    key: str | None = None
    file_id: str | None = None
    as_photo: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """`lines` are joined by line breaks; an empty Own('') is an empty line. `place` goes into every tap of the screen."""

    place: str
    lines: tuple[Words, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What a delivery says: a message that is no screen. Its taps carry session 0 and `place`."""

    place: str
    lines: tuple[Words, ...]
    buttons: tuple[tuple[Button, ...], ...] = ()
    file: FileRef | None = None
    silent: bool = False
