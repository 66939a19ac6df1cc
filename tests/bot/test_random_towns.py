"""Random conversations through the whole bot, against a list model of what should be stored.

Twenty-five people side by side on one bot, one database and one local Telegram, each with events of their own: taps current and
stale, texts, commands, another language; between the rounds hours pass and the bot is started anew. After every round
each person's draft and ballot are what the model says, each phone shows a way on, and no more people have a place than
there are places.
"""

from __future__ import annotations

import asyncio
import random
from typing import Any

import pytest
from real_town import WAVE, RealTown

from conversations import taps
from conversations.events import Tap
from conversations.folding import folded
from domain.instants import later
from service.turn import Show
from tests.list_model import WORDS, Model

FIRST, PLACES = 8000, 2
TEXTS = (*WORDS, "x", "<b>&", "zielen w miescie", "🙂", "dalej", "wstecz", "\u200b\u200f", "ą" * 4096)
COMMANDS = (
    "start",
    "ankieta",
    "warsztaty",
    "udzial",
    "ustawienia",
    "podsumowanie",
    "mojedane",
    "karta",
    "pomoc",
    "anuluj",
)
LANGUAGES = ("pl", "uk", "en")
ONWARD = frozenset({"agree", "begin", "resume", "next", "skip", "send", "edit", "going"})
"""Half of the taps go on, so that some people get to the end."""


class Someone:
    """One person with a phone, and what should be stored of them."""

    def __init__(self, real: RealTown, number: int, seed: int) -> None:
        self.real, self.id = real, number
        self.random = random.Random(seed * 1000 + number)
        self.model = Model()
        self.old: list[tuple[int, str]] = []
        self.before: Show | None = None
        self.done = ""

    # ---- one event ------------------------------------------------------------------------------------------------

    def act(self) -> None:
        """Choose an event, tell the model, and let the phone do it."""
        self.before = self.real.show(self.id)
        roll = self.random.random()
        if self.before is None:
            self.done = "start"
            self.real.telegram.start_bot(self.id, self.random.choice([None, "w-lublin-ramy-strategii", "w-gone"]))
        elif roll < 0.62 and (key := self._key()) is not None:
            self._tap(*key)
        elif roll < 0.70 and self.old:
            self._tap(*self.random.choice(self.old))
        elif roll < 0.88:
            self._text(self.random.choice(TEXTS))
        elif roll < 0.93:
            data = taps.write(Tap(self.before.session, self.before.screen.place, "lang", self.random.choice(LANGUAGES)))
            self._tap(self._newest()["id"], data)
        else:
            self._text(f"/{self.random.choice(COMMANDS)}")

    def _newest(self) -> dict[str, Any]:
        """The newest message with buttons; a file that was asked for has none."""
        found: list[dict[str, Any]] = self.real.telegram.from_bot(self.id)
        return next((one for one in reversed(found) if one.get("keyboard")), found[-1])

    def _key(self) -> tuple[int, str] | None:
        shown = self._newest()
        data = [key["data"] for row in shown.get("keyboard") or [] for key in row if key.get("data")]
        self.old += [(shown["id"], one) for one in data]
        onward = [one for one in data if one.split("|")[3] in ONWARD]
        chosen = onward if onward and self.random.random() < 0.5 else data
        return (shown["id"], self.random.choice(chosen)) if chosen else None

    def _tap(self, message: int, data: str) -> None:
        self.done = data
        tap = taps.read(data)
        assert isinstance(tap, Tap)
        before = self.before
        if before is not None and (tap.session, tap.place) == (before.session, before.screen.place) and self._counts():
            self.model.tap(tap.place, tap.verb, tap.argument, self._named())
        self.real.telegram.tap(self.id, message, data)

    def _text(self, text: str) -> None:
        self.done = text
        if self.before is not None and self._counts():
            self.model.text(self.before.screen.place, text)
        self.real.telegram.text(self.id, text)

    def _counts(self) -> bool:
        """The wave is open, and the person has read the notice."""
        return self.real.wave_open() and self.real.told(self.id)

    def _named(self) -> dict[str, str | int]:
        """How the buttons name what is chosen."""
        assert self.before is not None
        if not self.before.screen.place.startswith("sv.q0"):
            return {}
        entries = self._draft() or []
        buttons = [button for row in self.before.screen.buttons for button in row]
        takes = [button.argument for button in buttons if button.verb == "take"]
        own = iter([one for one in entries if isinstance(one, str)])
        return {token: int(token[1:]) if token[0] == "t" else next(own) for token in takes}

    # ---- what is there --------------------------------------------------------------------------------------------

    def _draft(self) -> list[str | int] | None:
        """What is on the list of the first question, while the person is at it."""
        frame = self.real.frame(self.id)
        if frame is None or frame["flow"] != "survey" or frame["wave"] != WAVE or not frame["step"].startswith("q0"):
            return None
        entries = (frame["data"].get("answers") or {}).get("themes") or []
        return [folded(one["words"]) if "words" in one else one["theme"] for one in entries]

    def check(self) -> None:
        after = self.real.show(self.id)
        place = after.screen.place if after is not None else ""
        was = self.before.screen.place if self.before is not None else ""
        tap = taps.read(self.done)
        verb = tap.verb if isinstance(tap, Tap) and tap.place == was else ""
        if was == f"sv.review.{WAVE}" and place == f"sv.sent.{WAVE}" and verb == "send":
            self.model.stored = list(self.model.draft)
        if (was.startswith("wl.") and verb == "refuse") or (was, verb) in {
            ("fg.sure", "forget"),
            ("pr.sure", "withdraw"),
        }:
            self.model.draft = []
            self.model.stored = None if verb != "refuse" else self.model.stored
        said = f"{self.id} after {self.done[:60]!r} at {was}"
        draft = self._draft()
        if draft is not None:
            assert draft == self.model.draft, said
            assert len(set(draft)) == len(draft) <= 3, said
        assert self.real.stored(self.id) == self.model.stored, said
        assert self._newest().get("keyboard") or place.startswith("co."), f"no way on: {said}"


async def play(real: RealTown, people: int, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    await asyncio.to_thread(real.telegram.phones, FIRST, people)
    everybody = [Someone(real, FIRST + number, seed) for number in range(people)]
    real.room_for(PLACES)
    waited = 0
    for one in everybody:
        await asyncio.to_thread(real.telegram.start_bot, one.id, None)
    await real.arrive()
    for number in range(rounds):
        for one in everybody:
            await asyncio.to_thread(one.act)
        await real.arrive()
        for one in everybody:
            await asyncio.to_thread(one.check)
        states = real.registrations()
        assert states["going"] + states["offered"] <= PLACES, states
        waited += states["waiting"]
        if number == rounds * 4 // 5:
            real.clock.civil = later(real.clock.civil, days=9)
        elif chance.random() < 0.3:
            real.clock.civil = later(real.clock.civil, hours=chance.randint(1, 10))
        if chance.random() < 0.25:
            await real.restart()
        await real.sweep()
    assert real.bot.counts["steps_failed"] == 0
    assert waited, "nobody had to wait"
    assert any(one.model.stored is not None for one in everybody), "nobody got through"


async def test_whatever_twenty_five_people_do_the_bot_stores_what_they_chose(real: RealTown) -> None:
    await play(real, people=25, rounds=18, seed=1)
    assert real.dead() == 0


@pytest.mark.long
@pytest.mark.parametrize("seed", [2])
async def test_whatever_many_people_do_the_bot_stores_what_they_chose(real: RealTown, seed: int) -> None:
    await play(real, people=60, rounds=60, seed=seed)
    assert real.dead() == 0
