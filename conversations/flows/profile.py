"""Who you are at the table, your district, your age band: one screen each, every one skippable and removable."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from conversations.context import Context
from conversations.effects import SaveProfile
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.folding import folded
from conversations.screens import Button, In, Say, Screen
from conversations.session import Frame
from conversations.show import Row, button, page_buttons, paged, screen
from domain.languages import Texts

VERSION = 1
KEYS: Final[tuple[str, ...]] = ("group", "district", "age_band")
PAGE = 20
"""Values on a screen, two in a row."""
_NARROW = 8
"""From this many values on, two stand in a row."""


def asked_keys(workshop: WorkshopFact) -> tuple[str, ...]:
    """The profile questions that the workshop switched on and has values for."""
    return tuple(key for key in KEYS if key in workshop.instrument.profile and workshop.profile_values.get(key))


def unanswered(ctx: Context, workshop: WorkshopFact) -> tuple[str, ...]:
    return tuple(key for key in asked_keys(workshop) if key not in ctx.person.profile)


def values(ctx: Context, key: str, workshop: int | None = None) -> tuple[tuple[str, Texts], ...]:
    """The values of one profile question: of this workshop, else of the first workshop that asks it."""
    first = ctx.workshop(workshop)
    sources = (first, *ctx.known_workshops()) if first is not None else ctx.known_workshops()
    return next((found for one in sources if (found := tuple(one.profile_values.get(key) or ()))), ())


def value_label(ctx: Context, key: str, value: str) -> In | str:
    """What a stored value is called; the value itself when no workshop names it any more."""
    for workshop in ctx.known_workshops():
        for known, label in workshop.profile_values.get(key) or ():
            if known == value:
                return In(label)
    return value


def named(known: Sequence[tuple[str, Texts]], words: str) -> str | None:
    """The one value that is called so, in any language."""
    wanted = folded(words)
    found = [value for value, label in known if any(folded(name) == wanted for name in label.values())]
    return found[0] if len(found) == 1 else None


def value_rows(known: Sequence[tuple[str, Texts]], mine: str | None, page: int) -> list[Row]:
    """A button for each value, and to the other pages; `mine` is marked."""
    buttons = [
        Button(Say("chosen", {"label": In(label)}) if value == mine else In(label), "put", value)
        for value, label in known
    ]
    width = 2 if len(buttons) > _NARROW else 1
    rows: list[Row] = [tuple(buttons[start : start + width]) for start in range(0, len(buttons), width)]
    shown, page, pages = paged(rows, page, PAGE // width)
    return [*shown, page_buttons(page, pages)]


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    """From a workshop: the unanswered ones in a row. With a key as argument: that one alone."""
    if go.argument in KEYS:
        return Move(Frame("profile", VERSION, go.argument, {"left": []}, go.workshop))
    workshop = ctx.workshop(go.workshop)
    left = list(unanswered(ctx, workshop)) if workshop is not None else []
    if not left:
        return Move(None)
    return Move(Frame("profile", VERSION, left[0], {"left": left[1:]}, go.workshop))


def _onward(frame: Frame) -> Frame | None:
    left = [key for key in frame.data.get("left") or [] if key in KEYS]
    return frame.at(left[0], left=left[1:], page=None) if left else None


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    known = values(ctx, frame.step, frame.workshop)
    if isinstance(event, Text):
        meant = named(known, event.text)
        return _save(frame, meant) if meant is not None else Move(frame, note=Say("please-tap"))
    if not isinstance(event, Tap):
        return Move(frame)
    if event.verb == "put" and any(value == event.argument for value, _ in known):
        return _save(frame, event.argument)
    if event.verb == "take":
        return _save(frame, None)
    if event.verb == "page" and event.argument.isascii() and event.argument.isdecimal():
        return Move(frame.at(frame.step, page=int(event.argument)))
    if event.verb == "skip":
        after = _onward(frame)
        return Move(after, note=None if after is not None else Say("profile-done"))
    return Move(frame, note=Say("outdated-button"))


def _save(frame: Frame, value: str | None) -> Move:
    after = _onward(frame)
    return Move(after, (SaveProfile({frame.step: value}),), note=None if after is not None else Say("profile-done"))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    mine = ctx.person.profile.get(frame.step)
    rows = value_rows(values(ctx, frame.step, frame.workshop), mine, int(frame.data.get("page", 0)))
    last = (
        (button("profile-remove", "take"), button("profile-keep", "skip"))
        if mine is not None
        else (button("skip", "skip"),)
    )
    return screen([Say(f"profile-ask-{frame.step}"), Say("profile-why")], [*rows, last])


PROFILE = Flow("profile", "pf", VERSION, start, step, screen_of)
