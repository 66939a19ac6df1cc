"""What a step wants done. The service does each in the step's own transaction (`service.effects`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from conversations.screens import Content


@dataclass(frozen=True, slots=True)
class SetLanguage:
    language: str


@dataclass(frozen=True, slots=True)
class Agree:
    """Notice read, or consent given, for one purpose: 'answering', 'series:<id>', 'later_waves', 'needs:<workshop>'."""

    purpose: str
    version: int


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Consent withdrawn or objection made: what was stored under that purpose goes."""

    purpose: str


@dataclass(frozen=True, slots=True)
class RefuseNotice:
    """The person does not want to take part: the session goes, and nothing but id and language stays."""


@dataclass(frozen=True, slots=True)
class SubmitBallot:
    """Store or replace this person's ballot. `answers` as in `conversations.answers`; own words become proposals."""

    workshop: int
    wave: int
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SaveProfile:
    """Set or (None) remove profile values: group, district, age_band."""

    values: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class SaveSettings:
    """Any of simple_view, reminders, quiet_from, quiet_until."""

    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SetRegistration:
    """Wish for a place: going (may become waiting), declined, maybe, cancelled, accept (an offer), refuse (an offer)."""

    workshop: int
    wish: Literal["going", "declined", "maybe", "cancelled", "accept", "refuse"]
    online: bool = False


@dataclass(frozen=True, slots=True)
class SaveNeeds:
    """Special needs for one workshop, after their own consent. None deletes them."""

    workshop: int
    needs: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Follow:
    series: int
    on: bool


@dataclass(frozen=True, slots=True)
class StopMessages:
    """No more messages but what the person asks for (True), or again as usual (False)."""

    stopped: bool


@dataclass(frozen=True, slots=True)
class Forget:
    """Everything about this person goes, everywhere."""


@dataclass(frozen=True, slots=True)
class Deliver:
    """A personal message that is no screen, to this very person."""

    content: Content


@dataclass(frozen=True, slots=True)
class Act:
    """An act of staff, by name, checked against the roles in the database when it is done (`service.acts`)."""

    name: str
    workshop: int | None = None
    args: Mapping[str, Any] = field(default_factory=dict)


Effect = (
    SetLanguage
    | Agree
    | Withdraw
    | RefuseNotice
    | SubmitBallot
    | SaveProfile
    | SaveSettings
    | SetRegistration
    | SaveNeeds
    | Follow
    | StopMessages
    | Forget
    | Deliver
    | Act
)
