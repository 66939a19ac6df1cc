"""What a flow may ask about the person, the town and the time: facts with the questions that flows put to them."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.facts import BallotFact, Facts, Person, RegistrationFact, SeriesFact, WaveFact, WorkshopFact
from conversations.labels import Labelling
from domain.instants import Instant
from domain.languages import FALLBACK
from domain.office import Office

ANSWERING = "answering"
LATER_WAVES = "later_waves"


@dataclass(frozen=True, slots=True)
class Context:
    """Facts at `now` (UTC). Nothing here changes during a step, also not by the step's own effects.

    `labelling`: how the catalogue calls things, for understanding typed labels. Flows show words, they never read them.
    """

    facts: Facts
    now: Instant
    labelling: Labelling | None = None

    @property
    def person(self) -> Person:
        return self.facts.person

    @property
    def office(self) -> Office:
        return self.facts.office

    @property
    def language(self) -> str:
        return self.facts.person.language or FALLBACK

    def workshop(self, number: int | None) -> WorkshopFact | None:
        """The workshop with this id, if this person may know it."""
        about = self.facts.workshop
        if about is not None and about.id == number:
            return about
        return next((workshop for workshop in self.facts.workshops if workshop.id == number), None)

    def known_workshops(self) -> tuple[WorkshopFact, ...]:
        """Every workshop in the facts, the one they are about first."""
        about = self.facts.workshop
        rest = tuple(one for one in self.facts.workshops if about is None or one.id != about.id)
        return (about, *rest) if about is not None else rest

    def is_open(self, wave: WaveFact) -> bool:
        return (wave.state == "open" and self.now < wave.closes_at) or wave.takes_late(self.now)

    def open_wave(self, workshop: WorkshopFact) -> WaveFact | None:
        if workshop.state == "cancelled":
            return None
        return next((wave for wave in workshop.waves if self.is_open(wave)), None)

    def next_wave(self, workshop: WorkshopFact) -> WaveFact | None:
        """The first wave still to come."""
        planned = [wave for wave in workshop.waves if wave.state == "planned" and self.now < wave.closes_at]
        return min(planned, key=lambda wave: wave.opens_at, default=None)

    def ballot(self, wave: int | None) -> BallotFact | None:
        return next((ballot for ballot in self.facts.ballots if ballot.wave == wave), None)

    def ballots_in(self, workshop: WorkshopFact) -> int:
        """In how many waves of the workshop this person has answered."""
        return sum(self.ballot(wave.id) is not None for wave in workshop.waves)

    def registration(self, workshop: int) -> RegistrationFact | None:
        return next((one for one in self.facts.registrations if one.workshop == workshop), None)

    def series(self, number: int | None) -> SeriesFact | None:
        """The series with this id, as the facts list it or as one of its workshops names it."""
        if number is None:
            return None
        listed = next((one for one in self.facts.series if one.id == number), None)
        if listed is not None:
            return listed
        titles = (one.series_title for one in self.known_workshops() if one.series == number and one.series_title)
        return next((SeriesFact(number, str(number), title) for title in titles), None)

    def agreed(self, purpose: str, version: int = 1) -> bool:
        """True when the person was told of, or agreed to, at least this version and has not taken it back."""
        return any(
            consent.purpose == purpose and consent.version >= version and consent.withdrawn_at is None
            for consent in self.person.consents
        )

    @property
    def told(self) -> bool:
        """True when the notice in force was read, or the consent in force given."""
        return self.agreed(ANSWERING, self.office.notice_version)

    def may_answer(self, workshop: WorkshopFact) -> bool:
        """True when this person may answer this workshop's questions: open to all, let in by the code, or a place held."""
        if workshop.access == "code":
            return self.let_in(workshop)
        if workshop.access == "registered":
            registration = self.registration(workshop.id)
            return registration is not None and registration.state == "going"
        return True

    def let_in(self, workshop: WorkshopFact) -> bool:
        """False where a workshop is open by code and this person neither gave it once nor was checked in."""
        if workshop.access != "code" or self.agreed(access_purpose(workshop.id)):
            return True
        registration = self.registration(workshop.id)
        return registration is not None and registration.checked_in


def access_purpose(workshop: int) -> str:
    """The purpose under which it is kept that the person gave the workshop's code."""
    return f"access:{workshop}"
