"""What a report says beyond its release: the frame around the figures, given by the service."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from domain.languages import Texts


@dataclass(frozen=True, slots=True)
class ReportArea:
    """An area that the workshop agreed on, with the ids of the themes that it covers."""

    name: Texts
    sentence: Texts = field(default_factory=dict)
    covers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportFrame:
    """`date` is already worded for each language. Counts of people may be None (not known); under five they are not named.
    `silent` are invited people who did not answer.
    """

    office: Texts
    date: Texts = field(default_factory=dict)
    place: Texts = field(default_factory=dict)
    description: Texts = field(default_factory=dict)
    contact: str = ""
    invited: int | None = None
    silent: int | None = None
    registered: int | None = None
    came: int | None = None
    areas: tuple[ReportArea, ...] = ()


Channel = Literal["telegram", "e-mail", "paper", "meeting", "other"]
CHANNELS: Final[tuple[Channel, ...]] = get_args(Channel)


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment on a draft, from whatever channel; position and reasons are the office's, empty until filled in."""

    channel: Channel
    text: str
    position: str = ""
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Consultation:
    """Of a workshop that consults a draft: what was consulted, when it was announced, until when one could comment.

    What is empty, and `comments` when they are None, is left for the office to fill in.
    """

    draft: Texts = field(default_factory=dict)
    announced: Texts = field(default_factory=dict)
    deadline: Texts = field(default_factory=dict)
    comments: tuple[Comment, ...] | None = None
