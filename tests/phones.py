"""Phones without a network: what a person does goes through the inbox and `service.turn`, and what they see is a screen."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import Any

from conversations import taps
from conversations.events import Tap
from conversations.screens import Button, In, Screen
from domain.instants import Instant
from service import turn
from service.incoming import InboxRow, Incoming, receive
from service.turn import Outcome, Show, ShownMark
from service.work import Town
from storage.database import Database

_updates = count(1)
_messages = count(1000)


class Phone:
    """One person's phone. After each turn its screen is shown and marked, as the bot does."""

    def __init__(self, database: Database, town: Town, telegram_id: int, now: Instant, language: str = "pl") -> None:
        self.database = database
        self.town = town
        self.id = telegram_id
        self.now = now
        self.language = language
        self.name = f"Osoba {telegram_id}"
        self.show: Show | None = None
        self.outcome: Outcome | None = None

    @property
    def screen(self) -> Screen:
        assert self.show is not None, "nothing was shown yet"
        return self.show.screen

    def at(self, now: Instant) -> Phone:
        """The same phone, later."""
        self.now = now
        return self

    def start(self, payload: str = "") -> Phone:
        return self.event({"type": "command", "name": "start", "argument": payload})

    def command(self, name: str) -> Phone:
        return self.event({"type": "command", "name": name, "argument": ""})

    def text(self, text: str) -> Phone:
        return self.event({"type": "text", "text": text})

    def tap(self, verb: str, argument: str = "", place: str | None = None, session: int | None = None) -> Phone:
        """Tap a button of the screen that is shown, or of a place."""
        return self.event(self.tapped(verb, argument, place, session))

    def tapped(
        self, verb: str, argument: str = "", place: str | None = None, session: int | None = None
    ) -> dict[str, Any]:
        """What comes in when a button is tapped."""
        assert self.show is not None, "there is nothing to tap yet"
        data = taps.write(
            Tap(
                session=self.show.session if session is None else session,
                place=self.screen.place if place is None else place,
                verb=verb,
                argument=argument,
            )
        )
        return {
            "type": "tap",
            "data": data,
            "callback_id": "c",
            "message_id": self.show.message_id,
            "name": self.name,
            "chat": self.id,
        }

    def press(self, label: str, language: str | None = None) -> Phone:
        """Tap the button that bears this catalogue message's name, or these words in the phone's language."""
        for button in self.buttons():
            if label == _label(button, language or self.language):
                return self.tap(button.verb, button.argument, button.place)
        raise AssertionError(f"no button {label!r} among {[_label(one, self.language) for one in self.buttons()]}")

    def buttons(self) -> list[Button]:
        return [button for row in self.screen.buttons for button in row]

    def labels(self) -> list[str]:
        return [_label(button, self.language) for button in self.buttons()]

    def event(self, event: dict[str, Any]) -> Phone:
        [row] = self.receive({"phone_language": self.language, "chat": self.id, **event})
        return self.take(row)

    def receive(self, event: dict[str, Any]) -> list[InboxRow]:
        incoming = Incoming(self.town.bot, "update", str(next(_updates)), self.id, event)
        return self.database.write(lambda tx: receive(tx, [incoming], self.now)).result()

    def take(self, row: InboxRow) -> Phone:
        """Take the row's turn, after those of older rows that lie in its lane."""
        while True:
            self.outcome = self.database.write(lambda tx: turn.take(tx, row, self.town, self.now)).result()
            if self.outcome.show is not None:
                self._look(self.outcome.show)
            if self.outcome.row == row.id:
                return self

    def _look(self, show: Show) -> None:
        message = show.message_id or next(_messages)
        self.show = replace(show, message_id=message)
        mark = ShownMark(show.session, show.turn, message)
        self.database.write(lambda tx: turn.shown(tx, [mark], self.town, self.now)).result()


def _label(button: Button, language: str) -> str:
    if isinstance(button.label, In):
        return button.label.texts[language]
    return getattr(button.label, "name", str(button.label))
