"""Random conversations through the pure engine, against a list model of what should be stored."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.effects import Forget, RefuseNotice, SubmitBallot, Withdraw
from conversations.events import BadTap, Command, Due, Membership, Other, Tap, Text
from conversations.folding import folded
from conversations.session import Frame, Session
from conversations.step import Step
from conversations.taps import read
from domain.instants import later
from tests.pure_town import SESSION, THEMES, Phone, town

NAMES = {folded(name): number for number, names in enumerate(THEMES, 1) for name in names}
WORDS = (
    *[names[0] for names in THEMES],
    "sport",
    "спорт",
    "8, 3",
    "2",
    "sport, edukacja",
    "ceny mieszkań",
    "Ceny  mieszkań",
    "=HYPERLINK(1)",
)
NOISE = (
    "",
    "x",
    "<b>&",
    "zielen w miescie",
    "\u200b\u200f",
    "🙂",
    "ą" * 4096,
    "tak",
    "nie",
    "dalej",
    "wstecz",
    "wyślij",
    "pomiń",
)
COMMANDS = (
    "start",
    "survey",
    "ankieta",
    "workshops",
    "join",
    "settings",
    "language",
    "mydata",
    "privacy",
    "forget",
    "stop",
    "help",
    "cancel",
    "card",
    "results",
    "x",
)
PLACES = (
    "survey",
    "reg",
    "profile",
    "welcome",
    "code",
    "needs",
    "series",
    "invitation",
    "results",
    "sv.q0.10",
    "sv.review.10",
    "wl.notice",
    "x",
    "",
)
VERBS = (
    "put",
    "take",
    "move",
    "page",
    "send",
    "agree",
    "going",
    "cancelled",
    "accept",
    "next",
    "edit",
    "home",
    "lang",
    "withdraw",
    "ask",
    "open",
    "",
)
ARGUMENTS = (
    "",
    "1",
    "1:online",
    "t1",
    "t99",
    "oabc",
    "t1>1",
    "t1>9",
    "99999999999999999999",
    "٣",
    "-1",
    "uk",
    ":3",
    ":x",
    "group",
    "1:group",
)


class Model:
    """What should be chosen and stored in the first wave: three places, each theme or wording once."""

    def __init__(self) -> None:
        self.draft: list[str | int] = []
        self.stored: list[str | int] | None = None
        self.pending = ""

    def add(self, *chosen: str | int) -> None:
        self.draft += [one for one in dict.fromkeys(chosen) if one not in self.draft][: 3 - len(self.draft)]

    def tap(self, place: str, verb: str, argument: str, named: dict[str, str | int]) -> None:
        """A tap that reached the screen at `place`. `named` are the tokens of what was chosen before it."""
        if place.startswith("sv.q0"):
            if (
                verb == "put"
                and argument[1:].isdigit()
                and argument[1:].isascii()
                and 1 <= int(argument[1:]) <= len(THEMES)
            ):
                self.add(int(argument[1:]))
            elif verb == "take" and argument in named:
                self.draft.remove(named[argument])
            elif (
                verb == "move"
                and argument.split(">")[0] in named
                and argument.split(">")[1] in {str(n) for n in range(1, len(self.draft) + 1)}
            ):
                moved = named[argument.split(">")[0]]
                self.draft.remove(moved)
                self.draft.insert(int(argument.split(">")[1]) - 1, moved)
            elif verb == "keep":
                self.add(folded(self.pending))
            elif verb == "skip":
                self.draft = []
        elif (place, verb) in {("sv.review.10", "keep"), ("sv.sent.10", "edit")} and self.stored is not None:
            self.draft = list(self.stored)

    def text(self, place: str, text: str) -> None:
        """A text on the ranking screen."""
        if not place.startswith("sv.q0") or text not in WORDS:
            self.pending = text if place.startswith("sv.q0") and text == "zielen w miescie" else self.pending
        elif folded(text) in NAMES:
            self.add(NAMES[folded(text)])
        elif text.startswith(("8", "2")):
            self.add(*([8, 3] if text == "8, 3" else [2]) if place == "sv.q0.10" else ())
        elif "," in text:
            self.pending = text if place != "sv.q0.10" and len(self.draft) < 3 else self.pending
            self.add(*([NAMES["sport"], NAMES["edukacja"]] if place == "sv.q0.10" else ()))
        else:
            self.add(folded(text))


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


EVENT = st.one_of(
    st.tuples(st.just("button"), st.integers(0, 30)),
    st.tuples(st.just("button"), st.integers(0, 30)),
    st.tuples(st.just("button"), st.integers(0, 30)),
    st.tuples(st.just("old"), st.integers(0, 200)),
    st.tuples(st.just("text"), st.sampled_from(WORDS + NOISE)),
    st.tuples(
        st.just("command"),
        st.tuples(st.sampled_from(COMMANDS), st.sampled_from(["", "w-lublin", "s-akademia", "i-x", "%", "w-", "gone"])),
    ),
    st.tuples(
        st.just("forged"),
        st.tuples(
            st.sampled_from(PLACES),
            st.sampled_from(VERBS),
            st.sampled_from(ARGUMENTS),
            st.sampled_from([SESSION, 0, 1]),
        ),
    ),
    st.tuples(
        st.just("odd"),
        st.sampled_from(
            [
                BadTap(),
                Other("photo"),
                Other("edited"),
                Other("group"),
                Membership("blocked"),
                Due("wave_closed", {"workshop": 1}),
                Due("x"),
            ]
        ),
    ),
    st.tuples(st.just("restart"), st.none()),
    st.tuples(st.just("hours"), st.integers(1, 60)),
)


def restarted(session: Session) -> Session:
    """The session as it comes back from the database."""
    frames = json.loads(json.dumps([asdict(frame) for frame in session.frames]))
    return replace(session, frames=tuple(Frame(**frame) for frame in frames))


class Play:
    """One random conversation, checked at every event."""

    def __init__(self, language: str | None) -> None:
        self.phone = Phone(town(language))
        self.model = Model()
        self.seen: list[str] = []

    def do(self, kind: str, what: object) -> None:
        if kind == "hours":
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
        taken = phone.send(event)  # type: ignore[arg-type]
        self._check(taken, told)

    def _check(self, taken: Step, told: bool) -> None:
        phone, model = self.phone, self.model
        for effect in taken.effects:
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


CONVERSATIONS = {"language": st.sampled_from(["pl", "uk", "en", "de", None]), "events": st.lists(EVENT, max_size=40)}
PREFIX: list[tuple[str, object]] = [("command", ("start", "w-lublin")), ("button", 0), ("text", "zaczynamy")]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@settings(max_examples=250, deadline=None, suppress_health_check=SLOW)
@given(**CONVERSATIONS)
def test_any_conversation_leads_on_and_stores_what_was_chosen(
    language: str | None, events: list[tuple[str, object]]
) -> None:
    play(language, events)


@settings(max_examples=250, deadline=None, suppress_health_check=SLOW)
@given(events=CONVERSATIONS["events"])
def test_any_survey_stores_what_was_chosen(events: list[tuple[str, object]]) -> None:
    play("pl", PREFIX + events)


@pytest.mark.long
@settings(max_examples=10_000, deadline=None, suppress_health_check=SLOW)
@given(**CONVERSATIONS)
def test_ten_thousand_conversations_lead_on(language: str | None, events: list[tuple[str, object]]) -> None:
    play(language, PREFIX + events if language == "pl" else events)
