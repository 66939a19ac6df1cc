"""What came in, typed. The bot reads raw updates into these; the service adds times that concern one person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Command:
    """`/name argument`, name lowered and without the bot's name. /start carries its deep-link payload as argument."""

    name: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Tap:
    """A button was tapped: what to do in which session, at which flow and step. Read by `conversations.taps`."""

    session: int
    place: str
    verb: str
    argument: str = ""


@dataclass(frozen=True, slots=True)
class BadTap:
    """Callback data that we cannot have written, or that is from an older format."""


@dataclass(frozen=True, slots=True)
class Text:
    """What the person wrote, trimmed, NFC. At most 4,096 characters. `html`: with its formatting, when it has any."""

    text: str
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """Something that is not a text: photo, voice, sticker, location, contact, poll, document, edited, group …

    `file_id` is kept for photo and document only (organisers attach them to announcements). `html`: the caption with its
    formatting, when it has any.
    """

    kind: str
    file_id: str | None = None
    caption: str = ""
    html: str | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """The person blocked the bot (`blocked`) or let it in again (`member`)."""

    status: Literal["blocked", "member"]


@dataclass(frozen=True, slots=True)
class Due:
    """A time that concerns this person came: an offer of a place ran out, a wave closed under an open session …"""

    kind: str
    about: dict[str, Any] = field(default_factory=dict)


Event = Command | Tap | BadTap | Text | Other | Membership | Due
