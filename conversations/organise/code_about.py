"""Who somebody without a phone is at the table, their district, their age band: asked in the forms that go by a code.

As on a resident's own phone each is skippable, and only what the workshop switched on is asked. What is told stands beside
that one ballot, as a sheet's `profile:` columns put it, never beside a person. A frame's `about`: kind -> value, or None
where nothing was told.
"""

from __future__ import annotations

from typing import Any, Final

from conversations.context import Context
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Heard, Move
from conversations.flows import profile
from conversations.questions.path import asked_questions
from conversations.screens import Own, Say, Screen, Words
from conversations.session import Frame
from conversations.show import Row, button, screen
from conversations.survey_walk import answers_of, to_question

_STEP: Final = "about-"


def kind_at(workshop: WorkshopFact, step: str) -> str | None:
    """The kind that a step asks for, when it asks for one."""
    kind = step.removeprefix(_STEP)
    return kind if step.startswith(_STEP) and kind in profile.asked_keys(workshop) else None


def given(frame: Frame) -> dict[str, str]:
    """What was told, by kind."""
    return {kind: str(value) for kind, value in _about(frame).items() if value is not None}


def before_review(workshop: WorkshopFact, move: Move) -> Move:
    """The move, with what was not asked yet on the way to the review."""
    frame = move.frame
    if frame is None or frame.step != "review":
        return move
    left = [kind for kind in profile.asked_keys(workshop) if kind not in _about(frame)]
    return Move(to_kind(frame, left[0]), move.effects, move.note, move.go) if left else move


def to_kind(frame: Frame, kind: str) -> Frame:
    return frame.at(f"{_STEP}{kind}", page=None)


def _about(frame: Frame) -> dict[str, Any]:
    return dict(frame.data.get("about") or {})


def step(ctx: Context, workshop: WorkshopFact, frame: Frame, kind: str, event: Heard) -> Move:
    known = profile.values(ctx, kind, workshop.id)
    if isinstance(event, Text):
        named = profile.named(known, event.text)
        return _told(frame, {kind: named}) if named is not None else Move(frame, note=Say("please-tap"))
    if not isinstance(event, Tap):
        return Move(frame)
    if event.verb == "put" and any(value == event.argument for value, _ in known):
        return _told(frame, {kind: event.argument})
    if event.verb == "skip":
        return _told(frame, {kind: _about(frame).get(kind)})
    if event.verb == "take":
        return _told(frame, {kind: None})
    if event.verb == "rest":
        return _told(frame, dict.fromkeys(set(profile.asked_keys(workshop)) - _about(frame).keys()))
    if event.verb == "page" and event.argument.isascii() and event.argument.isdecimal():
        return Move(frame.at(frame.step, page=int(event.argument)))
    if event.verb == "back":
        return Move(_back(workshop, frame, kind))
    return Move(frame, note=Say("outdated-button"))


def _told(frame: Frame, about: dict[str, Any]) -> Move:
    return Move(frame.at("review", about={**_about(frame), **about}, page=None))


def _back(workshop: WorkshopFact, frame: Frame, kind: str) -> Frame:
    """Changing an answer: the review. Else the kind before, or the last question."""
    keys = profile.asked_keys(workshop)
    if all(key in _about(frame) for key in keys):
        return frame.at("review", page=None)
    before = keys.index(kind)
    if before:
        return to_kind(frame, keys[before - 1])
    asked = asked_questions(workshop.instrument, answers_of(frame))
    return to_question(workshop, frame, asked[-1] if asked else None)


def screen_of(ctx: Context, workshop: WorkshopFact, frame: Frame, kind: str, code: Own) -> Screen:
    told = _about(frame)
    mine = told.get(kind)
    rows = profile.value_rows(profile.values(ctx, kind, workshop.id), mine, int(frame.data.get("page", 0)))
    left = [key for key in profile.asked_keys(workshop) if key not in told and key != kind]
    last: Row = (
        (button("profile-remove", "take"), button("profile-keep", "skip")) if mine else (button("skip", "skip"),)
    )
    everything: Row = (button("paper-about-rest", "rest"),) if left and kind not in told else ()
    lines = [Say("paper-of", {"code": code}), Say(f"profile-ask-{kind}"), Say("profile-why")]
    return screen(lines, [*rows, (button("back", "back"), *last), everything])


def lines(ctx: Context, frame: Frame) -> list[Words]:
    """What was told, for the review."""
    return [
        Say(f"profile-line-{kind}", {"value": profile.value_label(ctx, kind, one)})
        for kind, one in given(frame).items()
    ]


def edit_rows(workshop: WorkshopFact) -> list[Row]:
    return [(button(f"profile-edit-{kind}", "about", kind),) for kind in profile.asked_keys(workshop)]
