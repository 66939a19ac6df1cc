"""Residents who answer the Lublin survey on their phones, each action once: who loses one of them leaves them waiting.

They act on what their screen shows and never repeat anything, so that an update which is lost, or a screen which never
comes, ends the test; what was handled twice shows in the session's turn and in the database.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from local_telegram import LocalTelegram, Message

from storage import tables
from storage.database import Tx

PAYLOAD = "w-lublin-ramy-strategii"
Button = dict[str, str]


@dataclass
class Resident:
    """What one person wants to say, and how far they are. `edits`: how often they come back and put themes in again."""

    telegram: LocalTelegram
    phone: int
    dice: random.Random
    edits: int = 0
    did: int = 0
    finished: bool = False
    wanted: list[str] = field(default_factory=list)
    own: str = ""
    reason: str = ""
    scale: int = 0
    option: str = ""
    _place: str = ""
    _expects: Callable[[str, list[Button]], bool] | None = None
    screen: Message | None = None

    def begin(self) -> None:
        self.wanted = [f"t{number}" for number in self.dice.sample(range(1, 13), 2)]
        self.own = f"własny temat {self.phone}"
        self.reason = f"bo tak, powiedział {self.phone}"
        self.scale = self.dice.randint(1, 5)
        self.option = self.dice.choice(("yes", "a_little", "no"))
        self.telegram.phone(self.phone)
        self._expects = lambda place, _: place == "wl.notice"
        self.telegram.start_bot(self.phone, PAYLOAD)
        self.did += 1

    def see(self, message: Message) -> None:
        """Do what this screen asks for, unless it is not the screen that the last action leads to."""
        buttons = [key for row in message.get("keyboard") or [] for key in row if "data" in key]
        place = _place(buttons)
        if self.finished or not buttons or (self._expects is not None and not self._expects(place, buttons)):
            return
        self.screen = message
        self._act(place, buttons)

    def _act(self, place: str, buttons: list[Button]) -> None:
        match place:
            case "wl.notice":
                self._tap(buttons, "agree|", then="sv.intro")
            case "sv.intro":
                self._tap(buttons, "begin|", then="sv.q0")
            case "sv.q0":
                self._choose(buttons)
            case "sv.q1":
                self._say(self.reason, then="sv.q2")
            case "sv.q2":
                self._tap(buttons, f"put|{self.scale}", then="sv.q3")
            case "sv.q3":
                self._tap(buttons, f"put|{self.option}", then="sv.review")
            case "sv.review":
                self._tap(buttons, "send|", then="sv.sent")
            case "sv.sent":
                self.finished = True
            case _:
                raise AssertionError(f"resident {self.phone} is at {place!r} unexpectedly: {self.screen}")

    def _choose(self, buttons: list[Button]) -> None:
        """Two themes tapped quickly one after the other, then one of their own, then on."""
        chosen = [key["data"].rsplit("|", 1)[1] for key in buttons if "|take|" in key["data"]]
        missing = [theme for theme in self.wanted if theme not in chosen]
        if missing:
            assert not chosen, f"resident {self.phone}: {chosen} stands there, {missing} does not"
            for theme in missing:
                self._tap(buttons, f"put|{theme}", then="sv.q0", chosen=2)
        elif len(chosen) == 2:
            self._say(self.own, then="sv.q0", chosen=3)
        else:
            self._tap(buttons, "next|", then="sv.q1")

    def _tap(self, buttons: list[Button], what: str, *, then: str, chosen: int | None = None) -> None:
        assert self.screen is not None
        data = next(key["data"] for key in buttons if key["data"].split("|", 3)[3] == what)
        self._expect(then, chosen)
        self.telegram.tap(self.phone, self.screen["id"], data)
        self.did += 1

    def _say(self, words: str, *, then: str, chosen: int | None = None) -> None:
        self._expect(then, chosen)
        self.telegram.text(self.phone, words)
        self.did += 1

    def _expect(self, then: str, chosen: int | None) -> None:
        def expected(place: str, buttons: list[Button]) -> bool:
            taken = sum("|take|" in key["data"] for key in buttons)
            return place == then and (chosen is None or taken == chosen)

        self._expects = expected


class Street:
    """Residents side by side. `pump` lets them act on what appears, for as long as asked."""

    def __init__(self, telegram: LocalTelegram, count: int, seed: int, first: int = 1) -> None:
        self._telegram = telegram
        self._dice = random.Random(seed)
        self.everybody = [
            Resident(telegram, first + number, random.Random(f"{seed} {number}")) for number in range(count)
        ]
        self._by_phone = {resident.phone: resident for resident in self.everybody}
        self._seq = telegram.seq
        self._waiting = list(self.everybody)

    @property
    def finished(self) -> bool:
        return all(resident.finished for resident in self.everybody)

    @property
    def did(self) -> int:
        return sum(resident.did for resident in self.everybody)

    def begin(self, count: int) -> None:
        """The next `count` residents press start."""
        for resident in self._waiting[:count]:
            resident.begin()
        del self._waiting[:count]

    def pump(self, until: Callable[[], bool], within: float) -> bool:
        """True: `until` came true. Residents act on each new screen meanwhile."""
        deadline = time.monotonic() + within
        while not until():
            if time.monotonic() > deadline:
                return False
            news = self._telegram.events(self._seq, wait=0.2)
            self._seq = news["seq"]
            for event in news["events"]:
                resident = self._by_phone.get(event["phone"])
                if resident is not None and event["type"] in ("message", "edit"):
                    resident.see(event["message"])
        return True

    def pump_until(self, did: int, within: float) -> bool:
        """True: they did so many things in all."""
        return self.pump(lambda: self.did >= did, within)

    def stuck(self) -> str:
        """Who is not done, and what their phones show: for a message."""
        open_ones = [resident for resident in self.everybody if resident.did and not resident.finished]
        shown = (self._telegram.from_bot(resident.phone)[-1:] for resident in open_ones[:3])
        return f"{len(open_ones)} residents wait; the first: {list(shown)}"


def _place(buttons: Iterable[Button]) -> str:
    """Where a screen is, from its first button: flow and step."""
    for key in buttons:
        return ".".join(key["data"].split("|")[2].split(".")[:2])
    return ""


def stored(tx: Tx, phone: int) -> list[dict[str, Any]]:
    """Every ballot of this person as the database has it."""
    ballots, places, answers = tables.ballots, tables.ballot_places, tables.ballot_answers
    person = tables.participants.select().where(tables.participants.c.telegram_id == phone)
    found = []
    for ballot in tx.execute(ballots.select().where(ballots.c.participant_id == tx.execute(person).one().id)):
        ranked = tx.execute(places.select().where(places.c.ballot_id == ballot.id).order_by(places.c.place)).all()
        given = tx.execute(answers.select().where(answers.c.ballot_id == ballot.id)).all()
        found.append(
            {
                "themes": [f"t{row.theme_id}" if row.words is None else row.words for row in ranked],
                "places": [row.place for row in ranked],
                "answers": {row.question: row.value for row in given},
            }
        )
    return found
