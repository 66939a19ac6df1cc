"""The room is asked about the areas: agree, can live with it, object with a reason. Entered from the message that asks.

`extra["check"]`: {"open", "present", "mine", "listed": [{"name", "sentence"}]}. The answer is kept at the first tap; a reason
follows when there is one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.flow import Flow, Go, Heard, Move
from conversations.organise.area_rules import ANSWERS, LONGEST_REASON
from conversations.organise.fields import tidied
from conversations.screens import In, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, screen

VERSION: Final = 1


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    if workshop is None or not go.argument.isascii() or not go.argument.isdecimal() or len(go.argument) > 6:
        return Move(None, note=Say("outdated-button"))
    frame = Frame("check", VERSION, "asked", {"round": int(go.argument)}, workshop.id)
    return _answered(frame, go.verb) if go.verb in ANSWERS else Move(frame)


def _answered(frame: Frame, answer: str) -> Move:
    act = Act("answer_areas", frame.workshop, {"round": frame.data["round"], "answer": answer})
    return Move(frame.at("why" if answer == "object" else "asked"), (act,))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb in ANSWERS:
        return _answered(frame, event.verb)
    if isinstance(event, Tap) and event.verb == "without" and frame.step == "why":
        return Move(frame.at("asked"))
    if isinstance(event, Text) and frame.step == "why":
        return _reason(frame, event)
    return Move(frame, note=Say("please-tap"))


def _reason(frame: Frame, event: Text) -> Move:
    text = tidied(event.text).replace("\n", " ")
    if len(text) > LONGEST_REASON:
        return Move(frame, note=Say("organise-too-long", {"most": LONGEST_REASON, "is": len(text)}))
    if not any(letter.isalnum() for letter in text):
        return Move(frame, note=Say("organise-no-words"))
    args = {"round": frame.data["round"], "answer": "object", "reason": text}
    return Move(frame.at("asked"), (Act("answer_areas", frame.workshop, args),), note=Say("check-reason-kept"))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop, known = ctx.workshop(frame.workshop), _told(ctx)
    title = Say("title", {"title": In(workshop.title)}) if workshop is not None else None
    if not known.get("open"):
        return screen([title, Say("check-over")], [(HOME,)])
    if not known.get("present"):
        return screen([title, Say("check-not-here")], [(HOME,)])
    mine = known.get("mine")
    if frame.step == "why" and mine == "object":
        lines = [title, Say("check-ask-reason", {"most": LONGEST_REASON})]
        return screen(lines, [(button("check-without", "without"),)])
    shown: list[Words | None] = [title, Say("check-ask"), *_areas(known), Say("check-nameless")]
    if mine is not None:
        shown += [EMPTY, Say("check-mine", {"answer": mine})]
    rows: list[Row] = [(button(f"check-{answer}", answer),) for answer in ANSWERS if answer != mine]
    return screen(shown, [*rows, (HOME,)])


def _told(ctx: Context) -> Mapping[str, Any]:
    found: Mapping[str, Any] = ctx.facts.extra.get("check", {})
    return found


def _areas(known: Mapping[str, Any]) -> list[Words | None]:
    lines: list[Words | None] = []
    for place, area in enumerate(known["listed"], start=1):
        lines.append(Say("areas-named", {"place": place, "name": In(area["name"])}))
        lines.append(In(area["sentence"]) if area["sentence"] else None)
    return lines


CHECK: Final = Flow("check", "ck", VERSION, start, step, screen_of)
