"""What a step may know: loaded by the service in the step's own transaction, never looked up by a step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from domain.instants import Instant
from domain.instrument import Instrument
from domain.languages import Texts
from domain.office import Office
from domain.roles import Grant

WaveKind = Literal["before", "after", "follow_up"]
RegistrationState = Literal["going", "waiting", "offered", "cancelled", "maybe", "declined"]


@dataclass(frozen=True, slots=True)
class Consent:
    purpose: str
    version: int
    given_at: Instant
    language: str
    withdrawn_at: Instant | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """The participant. `language` is None until chosen or guessed from the phone."""

    id: int
    language: str | None
    phone_language: str | None
    simple_view: bool = False
    stopped: bool = False
    reminders: bool = True
    quiet_from: int = 21
    quiet_until: int = 8
    profile: Mapping[str, str] = field(default_factory=dict)
    consents: tuple[Consent, ...] = ()
    follows: frozenset[int] = frozenset()
    grants: tuple[Grant, ...] = ()
    telegram_id: int | None = None
    digest: bool = False


@dataclass(frozen=True, slots=True)
class ThemeFact:
    """A theme that can be chosen or suggested. `label` of an accepted proposal is its translated name."""

    id: int
    key: str
    names: Texts
    origin: Literal["catalogue", "proposal"] = "catalogue"


@dataclass(frozen=True, slots=True)
class WaveFact:
    id: int
    kind: WaveKind
    opens_at: Instant
    closes_at: Instant
    state: Literal["planned", "open", "closed"]
    released: bool = False
    late_until: Instant | None = None

    def takes_late(self, now: Instant) -> bool:
        """True in the minutes after the closing in which people in the room may still answer, marked late."""
        return self.late_until is not None and self.closes_at <= now < self.late_until

    @property
    def until(self) -> Instant:
        """Until when answers are taken."""
        return self.closes_at if self.late_until is None else max(self.closes_at, self.late_until)


@dataclass(frozen=True, slots=True)
class WorkshopFact:
    """One workshop as residents may know it."""

    id: int
    slug: str
    title: Texts
    description: Texts
    starts_at: Instant
    ends_at: Instant
    zone: str
    place: Texts
    map_link: str | None
    has_room: bool
    has_online: bool
    access: Literal["everybody", "code", "registered"]
    state: Literal["draft", "announced", "done", "cancelled"]
    instrument: Instrument
    themes: tuple[ThemeFact, ...]
    waves: tuple[WaveFact, ...]
    series: int | None = None
    series_title: Texts | None = None
    funding: Texts | None = None
    profile_values: Mapping[str, tuple[tuple[str, Texts], ...]] = field(default_factory=dict)
    research_file: bool = False
    asks_needs: bool = False
    needs_contact: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """One place of a ballot: a theme, or the person's own words (then `theme` is the proposal's id once stored)."""

    theme: int | None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class BallotFact:
    """This person's own submitted answers in one wave: question key -> answer (see `conversations.answers`)."""

    wave: int
    answers: Mapping[str, Any]
    submitted_at: Instant
    edited_at: Instant | None = None


EARLIER_CONSENTS: Final = "earlier_consents"
"""In the facts' extra: how many consents were withdrawn and given again since, and the newest of them."""
EARLIER_SHOWN: Final = 3
"""So many in the message; the file has all."""
HOLDING: Final = frozenset({"going", "waiting", "offered"})
"""States of a registration that has a place, or waits for one."""


@dataclass(frozen=True, slots=True)
class RegistrationFact:
    workshop: int
    state: RegistrationState
    online: bool
    checked_in: bool
    offered_until: Instant | None = None
    ticket: str | None = None


@dataclass(frozen=True, slots=True)
class SeriesFact:
    id: int
    slug: str
    title: Texts
    description: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Facts:
    """`workshops` are those this person may see; `workshop` is the one their session or event is about, in full."""

    person: Person
    office: Office
    bot_name: str
    workshops: tuple[WorkshopFact, ...] = ()
    workshop: WorkshopFact | None = None
    ballots: tuple[BallotFact, ...] = ()
    registrations: tuple[RegistrationFact, ...] = ()
    places_left: Mapping[str, int | None] = field(default_factory=dict)
    series: tuple[SeriesFact, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)
