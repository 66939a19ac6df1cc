"""/needs for a workshop's contact: what people need there, without names and in no order that says whose it is.

`extra["needs"]`: {"workshops": ids whose contact the reader is, "told": [{"options", "words"}]}, given to the contact alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from conversations.commands import ANYBODY_AT_WORK
from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows.needs import OPTIONS
from conversations.screens import Button, In, Joined, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, page_buttons, paged, screen

VERSION: Final = 1
ROLES: Final = ANYBODY_AT_WORK
PAGE: Final = 10


def _known(ctx: Context) -> Mapping[str, Any]:
    found: Mapping[str, Any] = ctx.facts.extra.get("needs", {})
    return found


def _mine(ctx: Context) -> list[WorkshopFact]:
    found = (ctx.workshop(number) for number in _known(ctx).get("workshops", ()))
    return [one for one in found if one is not None]


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    """Whether the reader is the contact is known on the screen alone; until one asks to see, nothing is shown."""
    return Move(Frame("needs_seen", VERSION, "list"))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "list":
        return Move(Frame("needs_seen", VERSION, "list"))
    if event.verb == "see":
        chosen = next((one for one in _mine(ctx) if str(one.id) == event.argument), None)
        if chosen is not None:
            return Move(Frame("needs_seen", VERSION, "told", {}, chosen.id), (Act("needs.look", chosen.id),))
    if event.verb == "page" and event.argument.isascii() and event.argument.isdecimal():
        return Move(frame.at(frame.step, page=int(event.argument[:4])))
    return Move(frame, note=Say("outdated-button"))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = next((one for one in _mine(ctx) if one.id == frame.workshop), None)
    if frame.step != "told" or workshop is None:
        rows: list[Row] = [(Button(In(one.title), "see", str(one.id)),) for one in _mine(ctx)]
        return screen([Say("needs-see-which" if rows else "needs-not-contact")], [*rows, (HOME,)])
    told = _known(ctx).get("told", ())
    shown, page, pages = paged([_item(one) for one in told], int(frame.data.get("page", 0)), PAGE)
    lines: list[Words | None] = [Say("title", {"title": In(workshop.title)}), Say("needs-seen-head")]
    lines += [EMPTY, *_counted(told), EMPTY, *shown] if told else [EMPTY, Say("needs-none")]
    return screen(lines, [page_buttons(page, pages), (button("back", "list"), HOME)])


def _counted(told: Any) -> list[Words]:
    """How many people ticked each option."""
    counts = Counter(option for one in told for option in one.get("options", ()))
    return [Say("needs-count", {"need": Say(f"needs-{one}"), "count": counts[one]}) for one in OPTIONS if counts[one]]


def _item(one: Mapping[str, Any]) -> Words:
    """One person's needs."""
    parts: list[Words] = [Say(f"needs-{option}") for option in one.get("options", ()) if option in OPTIONS]
    if one.get("words"):
        parts.append(Say("quoted", {"text": str(one["words"])}))
    return Say("needs-item", {"needs": Joined(tuple(parts))})


NEEDS_SEEN: Final = Flow("needs_seen", "nv", VERSION, start, step, screen_of, roles=ROLES)
