"""A town in memory: plays conversations through the pure engine and applies their effects to facts. No database.

`Phone` is what a person sees and does; its `Town` holds what the service would store. Small on purpose: what it does with
an effect is the shortest thing that a test can check the service's answer against.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from conversations import engine
from conversations.effects import (
    Act,
    Agree,
    Deliver,
    Effect,
    Follow,
    Forget,
    RefuseNotice,
    SaveNeeds,
    SaveProfile,
    SaveSettings,
    SetLanguage,
    SetRegistration,
    StopMessages,
    SubmitBallot,
    Withdraw,
)
from conversations.events import Command, Event, Tap, Text
from conversations.facts import (
    BallotFact,
    Consent,
    Facts,
    Person,
    RegistrationFact,
    RegistrationState,
    SeriesFact,
    WaveFact,
    WorkshopFact,
)
from conversations.screens import Content, Screen
from conversations.session import Session
from conversations.step import Step
from conversations.taps import read
from domain.instants import Instant, later
from messages.catalogue import plain
from messages.render import Key, Rendered, render
from tests.pure_lublin import OFFICE, OPENS, lublin, texts

SESSION = 7
PERSON = 42
CALL_CODE = "KOZIOLEK"
"""Shown in the call to those who come online."""


def _waves_at(workshop: WorkshopFact, now: Instant) -> WorkshopFact:
    def state(wave: WaveFact) -> WaveFact:
        at = "planned" if now < wave.opens_at else "open" if now < wave.closes_at else "closed"
        return replace(wave, state=at)

    return replace(workshop, waves=tuple(state(wave) for wave in workshop.waves))


@dataclass
class Town:
    """One person's facts, changed by effects as the service changes the database."""

    facts: Facts
    now: Instant
    places: int = 1000
    delivered: list[Content] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    needs: dict[int, Any] = field(default_factory=dict)

    def at(self, now: Instant) -> None:
        workshops = tuple(_waves_at(workshop, now) for workshop in self.facts.workshops)
        self.now, self.facts = now, replace(self.facts, workshops=workshops)

    def free(self, places: int) -> None:
        """So many places in the room are free from now on."""
        self.places, self.facts = places, replace(self.facts, places_left={"room": places})

    def offer(self, workshop: int, until: Instant) -> None:
        """A place became free, and is held for whoever waits for it."""
        self._register(workshop, "offered", offered_until=until)

    def office(self, **changes: Any) -> None:
        self.facts = replace(self.facts, office=replace(self.facts.office, **changes))

    def apply(self, effect: Effect) -> None:
        getattr(self, f"_{type(effect).__name__}")(effect)

    def _person(self, **changes: Any) -> None:
        self.facts = replace(self.facts, person=replace(self.facts.person, **changes))

    def _SetLanguage(self, effect: SetLanguage) -> None:
        self._person(language=effect.language)

    def _Agree(self, effect: Agree) -> None:
        person = self.facts.person
        consent = Consent(effect.purpose, effect.version, self.now, person.language or "pl")
        kept = tuple(one for one in person.consents if (one.purpose, one.version) != (effect.purpose, effect.version))
        self._person(consents=(*kept, consent))

    def _Withdraw(self, effect: Withdraw) -> None:
        consents = tuple(
            replace(one, withdrawn_at=self.now) if one.purpose == effect.purpose else one
            for one in self.facts.person.consents
        )
        self._person(consents=consents)
        if effect.purpose == "answering":
            self.facts = replace(self.facts, ballots=())

    def _RefuseNotice(self, effect: RefuseNotice) -> None:
        """Nothing new is kept; what there is from before stays."""

    def _SubmitBallot(self, effect: SubmitBallot) -> None:
        old = next((one for one in self.facts.ballots if one.wave == effect.wave), None)
        new = BallotFact(
            effect.wave, dict(effect.answers), old.submitted_at if old else self.now, self.now if old else None
        )
        self.facts = replace(self.facts, ballots=(*(one for one in self.facts.ballots if one.wave != effect.wave), new))

    def _SaveProfile(self, effect: SaveProfile) -> None:
        profile = {**self.facts.person.profile, **effect.values}
        self._person(profile={key: value for key, value in profile.items() if value is not None})

    def _SaveSettings(self, effect: SaveSettings) -> None:
        self._person(**effect.values)

    def _SetRegistration(self, effect: SetRegistration) -> None:
        others = tuple(one for one in self.facts.registrations if one.workshop != effect.workshop)
        states = {"accept": "going", "refuse": "cancelled", "going": "going" if self.places > 0 else "waiting"}
        state: Any = states.get(effect.wish, effect.wish)
        came = any(one.checked_in for one in self.facts.registrations if one.workshop == effect.workshop)
        registration = RegistrationFact(effect.workshop, state, effect.online, checked_in=came, ticket="ABCD-1234")
        self.facts = replace(self.facts, registrations=(*others, registration))

    def _register(self, workshop: int, state: RegistrationState, **changes: Any) -> None:
        registrations = tuple(
            replace(one, state=state, **changes) if one.workshop == workshop else one
            for one in self.facts.registrations
        )
        self.facts = replace(self.facts, registrations=registrations)

    def _SaveNeeds(self, effect: SaveNeeds) -> None:
        self.needs[effect.workshop] = effect.needs

    def _Follow(self, effect: Follow) -> None:
        follows = self.facts.person.follows
        self._person(follows=follows | {effect.series} if effect.on else follows - {effect.series})

    def _StopMessages(self, effect: StopMessages) -> None:
        self._person(stopped=effect.stopped)

    def _Forget(self, effect: Forget) -> None:
        fresh = Person(PERSON, None, self.facts.person.phone_language)
        self.facts = replace(self.facts, person=fresh, ballots=(), registrations=())

    def _Deliver(self, effect: Deliver) -> None:
        self.delivered.append(effect.content)

    def _Act(self, effect: Act) -> None:
        self.acts.append(effect)
        if effect.name == "check_in_online" and effect.workshop is not None and effect.args["code"] == CALL_CODE:
            self._register(effect.workshop, "going", checked_in=True)


def town(phone_language: str | None = "pl", *workshops: WorkshopFact, **person: Any) -> Town:
    """A town with one person and the workshops (Lublin's when none is given) on 14 November 2022 at 10:00."""
    now = later(OPENS, hours=2)
    facts = Facts(
        person=Person(PERSON, person.pop("language", None), phone_language, **person),
        office=OFFICE,
        bot_name="wspolnie_bot",
        workshops=workshops or (lublin(),),
        series=(SeriesFact(3, "akademia", texts("Akademia", "Академія", "Academy")),),
    )
    fresh = Town(facts, now)
    fresh.at(now)
    return fresh


class Phone:
    """One person with a phone: sends events, sees the session's screen."""

    def __init__(self, of: Town) -> None:
        self.town = of
        self.session = Session(SESSION, PERSON, ())
        self.screen: Screen | None = None
        self._rendered: Rendered | None = None
        self.taps = 0

    @property
    def language(self) -> str:
        return self.town.facts.person.language or "pl"

    def send(self, event: Event) -> Step:
        """One event through the engine; its effects are applied and the screen shown again."""
        taken = engine.step(self.session, event, self.town.facts, self.town.now, plain)
        for effect in taken.effects:
            self.town.apply(effect)
        self.session = taken.session
        self.look()
        return taken

    def look(self) -> None:
        """Show the session's screen as it is now."""
        self.screen = engine.screen(self.session, self.town.facts, self.town.now)
        simple = self.town.facts.person.simple_view
        self._rendered = (
            None if self.screen is None else render(self.screen, self.language, session=self.session.id, simple=simple)
        )

    def start(self, payload: str = "") -> Step:
        return self.send(Command("start", payload))

    def say(self, text: str) -> Step:
        if text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            return self.send(Command(name, argument))
        return self.send(Text(text))

    def seen(self) -> Rendered:
        assert self._rendered is not None, "the phone shows nothing"
        return self._rendered

    @property
    def keys(self) -> list[Key]:
        return [key for row in self.seen().keyboard for key in row]

    def key(self, label: str) -> Key:
        """The button whose label is, or else begins with, `label`."""
        exact = [key for key in self.keys if key.text == label]
        found = exact or [key for key in self.keys if key.text.startswith(label)]
        assert found, f"no button {label!r} among {[key.text for key in self.keys]}"
        return found[0]

    def tap(self, label: str) -> Step:
        key = self.key(label)
        assert key.data is not None, f"{label!r} is a link"
        self.taps += 1
        return self.send(read(key.data))

    def forge(self, place: str, verb: str, argument: str = "", session: int = SESSION) -> Step:
        return self.send(Tap(session, place, verb, argument))

    @property
    def answers(self) -> dict[str, Any]:
        """The answers of the current survey so far."""
        frame = self.session.frame
        assert frame is not None
        return dict(frame.data.get("answers") or {})

    def ballot(self, wave: int = 10) -> dict[str, Any] | None:
        return next((dict(one.answers) for one in self.town.facts.ballots if one.wave == wave), None)


def told(*workshops: WorkshopFact, language: str = "pl") -> Phone:
    """A phone whose owner has read the notice and stands before the survey."""
    phone = Phone(town(language, *workshops))
    phone.start("w-lublin")
    phone.forge("wl.notice", "agree")
    return phone


def at_themes(*workshops: WorkshopFact) -> Phone:
    """A phone at the survey's first question."""
    phone = told(*workshops)
    phone.tap("Zaczynamy")
    return phone


def chosen(phone: Phone) -> list[int | str]:
    """What is on the list of the question `themes`: ids and own words."""
    return [one.get("words") or one["theme"] for one in phone.answers.get("themes") or []]
