"""Those whom the news of a changed workshop did not reach, by name. Names stand in no session: the frame, which is
the one of the announcement's own screen, keeps a page's number (`data["unreached"]`; None: its own screen shows).

`extra["unreached"]`: {kind, listed, total, others}; absent when there is no such announcement.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.context import Context
from conversations.events import Tap
from conversations.facts import WorkshopFact
from conversations.flow import Heard, Move
from conversations.organise.guests import Registered
from conversations.screens import In, Own, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, button, page_buttons, screen

LISTED: Final = 20


def shows(frame: Frame) -> bool:
    """True while the names are on the screen."""
    return frame.data.get("unreached") is not None


def step(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    if not isinstance(event, Tap):
        return None
    if event.verb == "page" and event.argument.isdecimal() and len(event.argument) < 7:
        return Move(frame.at("sending", unreached=int(event.argument)))
    return Move(frame.at("sending", unreached=None)) if event.verb == "back" else None


def screen_of(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    told: Mapping[str, Any] = ctx.facts.extra.get("unreached", {})
    back = (button("back", "back"),)
    if not told:
        return screen([Say("announce-not-there")], [back])
    total, guests = int(told["total"]), tuple(told["listed"])
    lines: list[Words | None] = [
        Say("title", {"title": In(workshop.title)}),
        Say("announce-unreached-head", {"kind": told["kind"], "count": total}),
        EMPTY if guests else None,
        *(_line(one) for one in guests),
    ]
    if told["others"] is not None:
        lines += [EMPTY, Say("announce-unreached-others", {"people": Say("organise-people", told["others"])})]
    pages = max(1, -(-total // LISTED))
    return screen(lines, [page_buttons(int(frame.data["unreached"]), pages), back])


def _line(one: Registered) -> Words:
    name: Words = Own(one.name) if one.name else Say("checkin-nameless", {"number": one.id})
    state = Say("guests-state", {"state": one.state, "way": "online" if one.online else "room"})
    return Say("announce-unreached-line", {"name": name, "state": state})
