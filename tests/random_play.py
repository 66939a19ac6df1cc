"""One random conversation with the pure engine: played event by event and held against a list model of what should be stored."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, replace
from typing import ClassVar

from conversations.effects import Forget, RefuseNotice, SubmitBallot, Withdraw
from conversations.events import Command, Tap, Text
from conversations.folding import folded
from conversations.session import Frame, Session
from conversations.step import Step
from conversations.taps import read
from domain.instants import later
from tests.list_model import Model
from tests.pure_town import SESSION, Phone, town

ONWARD = frozenset(
    {"agree", "begin", "resume", "next", "put", "send", "edit", "going", "going:online", "forget", "follow"}
)
"""Verbs of half of the taps, so that conversations come to their ends."""


def tokens(phone: Phone) -> dict[str, str | int]:
    """How the phone's buttons name what is chosen: from the taps that take it away."""
    taps = [read(key.data) for key in phone.keys if key.data] if phone.screen else []
    takes = [
        tap.argument for tap in taps if isinstance(tap, Tap) and tap.verb == "take" and tap.place.startswith("sv.q0")
    ]
    own = iter(sorted((one for one in chosen(phone) if isinstance(one, str)), key=lambda one: chosen(phone).index(one)))
    return {token: int(token[1:]) if token[0] == "t" else next(own) for token in takes}


def chosen(phone: Phone) -> list[str | int]:
    entries = phone.answers.get("themes") or []
    return [folded(one["words"]) if "words" in one else one["theme"] for one in entries]


def restarted(session: Session) -> Session:
    """The session as it comes back from the database."""
    frames = json.loads(json.dumps([asdict(frame) for frame in session.frames]))
    return replace(session, frames=tuple(Frame(**frame) for frame in frames))


class Play:
    """One random conversation, checked at every event. `reached` counts where conversations came, and what they did."""

    reached: ClassVar[Counter[str]] = Counter()

    def __init__(self, language: str | None) -> None:
        self.phone = Phone(town(language))
        self.reached["conversations"] += 1
        self.model = Model()
        self.seen: list[str] = []

    def do(self, kind: str, what: object) -> None:
        self.reached[f"event {kind}"] += 1
        if kind == "full":
            self.phone.town.places = 0 if what else 1000
        elif kind == "hours":
            self.phone.town.at(later(self.phone.town.now, hours=float(str(what))))
        elif kind == "restart":
            self.phone.session = restarted(self.phone.session)
        else:
            event = self._event(kind, what)
            if event is not None:
                self._send(event)

    def _event(self, kind: str, what: object) -> object:
        keys = [key.data for key in self.phone.keys if key.data] if self.phone.screen else []
        if kind == "button":
            return read(keys[int(str(what)) % len(keys)]) if keys else None
        if kind == "old":
            return read(self.seen[int(str(what)) % len(self.seen)]) if self.seen else None
        if kind == "onward":
            onward = [one for one in keys if isinstance(tap := read(one), Tap) and tap.verb in ONWARD]
            return read(onward[int(str(what)) % len(onward)]) if onward else None
        if kind == "language":
            return Tap(SESSION, self.phone.screen.place, "lang", str(what)) if self.phone.screen else None
        if kind == "text":
            return Text(str(what))
        if kind == "command":
            assert isinstance(what, tuple)
            return Command(*what)
        if kind == "forged":
            assert isinstance(what, tuple)
            place, verb, argument, session = what
            return Tap(session, place, verb, argument)
        return what

    def _send(self, event: object) -> None:
        phone, before = self.phone, self.phone.screen
        told = any(one.withdrawn_at is None for one in phone.town.facts.person.consents if one.purpose == "answering")
        named = tokens(phone) if before is not None and before.place.startswith("sv.q0") else {}
        open_before = any(wave.id == 10 and wave.state == "open" for wave in phone.town.facts.workshops[0].waves)
        if before is not None and open_before and told:
            if isinstance(event, Tap) and (event.session, event.place) == (SESSION, before.place):
                self.model.tap(before.place, event.verb, event.argument, named)
            elif isinstance(event, Text):
                self.model.text(before.place, event.text)
        was = self._at()
        taken = phone.send(event)  # type: ignore[arg-type]
        if isinstance(event, Tap) and event.verb == "send" and (was, self._at()) == ("sv.review.10", "sv.sent.10"):
            self.model.stored = list(self.model.draft)
        self._check(taken, told)

    def _at(self) -> str:
        return self.phone.screen.place if self.phone.screen is not None else ""

    def _check(self, taken: Step, told: bool) -> None:
        phone, model = self.phone, self.model
        if phone.screen is not None:
            self.reached[phone.screen.place] += 1
        for effect in taken.effects:
            self.reached[type(effect).__name__] += 1
            self.reached["waiting"] += any(one.state == "waiting" for one in phone.town.facts.registrations)
            if isinstance(effect, SubmitBallot):
                assert told, "a ballot before the notice"
                if effect.wave == 10:
                    model.stored = list(model.draft)
            if isinstance(effect, Forget | RefuseNotice) or effect == Withdraw("answering"):
                model.draft = []
                model.stored = None if not isinstance(effect, RefuseNotice) else model.stored
        if phone.screen is not None:
            self.seen += [key.data for key in phone.keys if key.data]
            assert phone.keys or phone.screen.place.startswith("co."), "no way on"
        elif not taken.silent:
            raise AssertionError("nothing is shown")
        self._same_as_model()

    def _same_as_model(self) -> None:
        frame = self.phone.session.frame
        if frame is not None and frame.flow == "survey" and frame.wave == 10 and frame.step.startswith("q0"):
            assert chosen(self.phone) == self.model.draft
            assert len(set(self.model.draft)) == len(self.model.draft) <= 3
        ballot = self.phone.ballot(10)
        stored = (
            None
            if ballot is None
            else [folded(one["words"]) if "words" in one else one["theme"] for one in ballot.get("themes") or []]
        )
        assert stored == self.model.stored


def play(language: str | None, events: list[tuple[str, object]]) -> None:
    playing = Play(language)
    for kind, what in events:
        playing.do(kind, what)
