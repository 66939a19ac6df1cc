"""Organisers decide whether a workshop asks for special needs, and who alone will see them.

`extra["asks_needs"]`: {"staff": [{"id", "who", "me"}], "contact": {"id", "name"} | None}. Staff are told apart by their
Telegram id; how residents are told of the contact is written by the organiser.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.flow import Flow, Go, Heard, Move
from conversations.folding import cleaned, has_letters
from conversations.organise.own import ROLES
from conversations.screens import Button, In, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, page_buttons, paged, screen

VERSION: Final = 1
NAME_SHORTEST: Final = 3
NAME_LONGEST: Final = 80
PAGE: Final = 8


def _known(ctx: Context) -> Mapping[str, Any]:
    found: Mapping[str, Any] = ctx.facts.extra.get("asks_needs", {})
    return found


def _person(ctx: Context, argument: object) -> Mapping[str, Any] | None:
    return next((one for one in _known(ctx).get("staff", ()) if str(one["id"]) == str(argument)), None)


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    if workshop is None:
        return Move(None, note=Say("workshop-gone"), go=Go("manage"))
    return Move(Frame("asks_needs", VERSION, "shown", {}, workshop.id))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Text) and frame.step == "name":
        return _name(ctx, frame, cleaned(event.text))
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "shown":
        return Move(frame.at("shown", who=None))
    if event.verb == "choose":
        return Move(frame.at("who"))
    if event.verb == "page" and event.argument.isascii() and event.argument.isdecimal():
        return Move(frame.at("who", page=int(event.argument[:4])))
    if event.verb == "who" and _person(ctx, event.argument) is not None:
        return Move(frame.at("name", who=int(event.argument)))
    if event.verb in ("off", "off_sure") and _known(ctx).get("contact") is not None:
        if event.verb == "off":
            return Move(frame.at("off"))
        return Move(frame.at("shown"), (Act("needs.ask", frame.workshop, {"contact": None}),), note=Say("needs-off"))
    return Move(frame, note=Say("outdated-button"))


def _name(ctx: Context, frame: Frame, name: str) -> Move:
    if _person(ctx, frame.data.get("who")) is None:
        return Move(frame.at("who", who=None), note=Say("outdated-button"))
    if not has_letters(name, NAME_SHORTEST) or len(name) > NAME_LONGEST:
        return Move(frame, note=Say("needs-name-again", {"longest": NAME_LONGEST}))
    act = Act("needs.ask", frame.workshop, {"contact": frame.data["who"], "name": name})
    return Move(frame.at("shown", who=None), (act,), note=Say("needs-on"))


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return screen([Say("workshop-gone")], [(HOME,)])
    head: list[Words | None] = [Say("title", {"title": In(workshop.title)}), Say("needs-head"), EMPTY]
    back = (button("back", "shown"),)
    if frame.step == "who":
        rows: list[Row] = [(_label(one),) for one in _known(ctx).get("staff", ())]
        shown, page, pages = paged(rows, int(frame.data.get("page", 0)), PAGE)
        return screen([*head, Say("needs-who")], [*shown, page_buttons(page, pages), back])
    if frame.step == "name":
        return screen([*head, Say("needs-name")], [back])
    if frame.step == "off":
        return screen([*head, Say("needs-off-ask")], [(button("needs-off-yes", "off_sure"),), back])
    return _shown(ctx, frame, head)


def _label(one: Mapping[str, Any]) -> Button:
    number = str(one["id"])
    return (
        button("needs-me", "who", number) if one["me"] else button("needs-somebody", "who", number, who=str(one["who"]))
    )


def _shown(ctx: Context, frame: Frame, head: list[Words | None]) -> Screen:
    manage: Row = (enter("needs-to-workshop", "manage", "open", str(frame.workshop)),)
    contact = _known(ctx).get("contact")
    if contact is None:
        return screen([*head, Say("needs-are-off")], [(button("needs-switch-on", "choose"),), manage])
    person = _person(ctx, contact["id"])
    who = str(person["who"]) if person is not None else "–"
    lines = [*head, Say("needs-are-on", {"name": str(contact["name"]), "who": who})]
    return screen(lines, [(button("needs-change", "choose"), button("needs-switch-off", "off")), manage])


ASKS_NEEDS: Final = Flow("asks_needs", "ask", VERSION, start, step, screen_of, roles=ROLES)
