"""New words for a message of the timeline that is paused on its way: an organiser's own, by language, or the usual ones again.

`extra["sending"]["entry"]`, while such a message is paused: {id, kind, text}; absent for everything else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Heard, Move
from conversations.organise.announcement import languages
from conversations.organise.entry_words import entry_text, usual_words
from conversations.organise.impact import entry_name
from conversations.screens import Button, In, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, button, screen

WITHOUT_USUAL: Final = frozenset({"decision"})
"""Kinds that have no words but the organiser's."""


def is_open(now: Mapping[str, Any] | None) -> bool:
    return now is not None and now["state"] == "paused" and now.get("entry") is not None


def begin(ctx: Context, frame: Frame, now: Mapping[str, Any]) -> Move:
    return Move(frame.at("mend", language=_own(ctx), announcement=now["id"], sure=None))


def _own(ctx: Context) -> str:
    codes = languages(ctx)
    return ctx.language if ctx.language in codes else codes[0]


def step(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    now = ctx.facts.extra["sending"]
    entry, language = now["entry"], str(frame.data["language"])
    if isinstance(event, Text):
        text = entry_text(event.text, entry["kind"])
        if isinstance(text, Say):
            return Move(frame, note=text)
        return _reworded(workshop, frame, entry, {**(entry["text"] or {}), language: text})
    if not isinstance(event, Tap):
        return None
    if event.verb == "language" and event.argument in languages(ctx):
        return Move(frame.at("mend", language=event.argument))
    if event.verb == "usual" and entry["text"] and entry["kind"] not in WITHOUT_USUAL:
        return _reworded(workshop, frame, entry, None)
    return None


def _reworded(workshop: WorkshopFact, frame: Frame, entry: Mapping[str, Any], text: Mapping[str, str] | None) -> Move:
    args = {"entry": entry["id"], "text": text, "language": frame.data["language"]}
    return Move(frame, (Act("timeline.reword", workshop.id, args),), note=Say("announce-reworded"))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    entry = ctx.facts.extra["sending"]["entry"]
    language, texts = str(frame.data["language"]), entry["text"] or {}
    said: Words = In({language: texts[language]}) if language in texts else usual_words(entry["kind"])
    lines: list[Words | None] = [
        Say("title", {"title": entry_name(entry["kind"], entry["number"])}),
        Say("announce-ask-reword", {"language": language}),
        Say("announce-text-now"),
        EMPTY,
        said,
    ]
    others = tuple(Button(Say(f"language-{code}"), "language", code) for code in languages(ctx) if code != language)
    usual = (button("timeline-usual", "usual"),) if texts and entry["kind"] not in WITHOUT_USUAL else ()
    return screen(lines, [others, usual, (button("back", "done"),)])
