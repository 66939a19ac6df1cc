"""A workshop that is open by code: the code is asked for once, before the survey or a place, and that it was given is kept.

`to` in the frame's data: "reg" where it is asked for a place's sake.
"""

from __future__ import annotations

from hashlib import sha256

from conversations.context import Context, access_purpose
from conversations.effects import Agree
from conversations.events import Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.folding import folded
from conversations.screens import In, Say, Screen
from conversations.session import Frame
from conversations.show import HOME, button, enter, screen

VERSION = 1
TRIES = 10
"""Wrong codes after which one is sent to a human. A code of six letters is not guessed in ten."""

PLACE = "reg"
"""The flow that gives a place."""


def code_hash(code: str, slug: str) -> str:
    """What is stored of a workshop's code. Case, spaces and dashes in the code do not matter."""
    return sha256(f"{slug}:{folded(code).replace(' ', '')}".encode()).hexdigest()


def _fits(workshop: WorkshopFact, code: str) -> bool:
    return workshop.extra.get("access_code_hash") == code_hash(code, workshop.slug)


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    if workshop is None:
        return Move(None, go=Go("workshops"))
    to = go.verb if go.verb == PLACE else None
    if ctx.let_in(workshop):
        return Move(None, go=Go(to or "survey", workshop.id))
    return Move((kept or Frame("code", VERSION, "ask", {}, workshop.id)).at("ask", to=to))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return Move(None, go=Go("workshops"))
    to = frame.data.get("to")
    if ctx.let_in(workshop):
        return Move(None, go=Go(to or "survey", workshop.id))
    if not isinstance(event, Text):
        return Move(frame)
    tries = int(frame.data.get("tries", 0)) + 1
    if tries > TRIES:
        return Move(frame, note=Say("code-too-many", {"contact": ctx.office.contact}))
    if not _fits(workshop, event.text):
        return Move(frame.at("ask", tries=tries), note=Say("code-wrong"))
    given = (Agree(access_purpose(workshop.id), 1),)
    if to == PLACE:  # by a tap from here on: it brings the name, of which one is told first
        from conversations.flows import registration  # the service knows this module from its start, and that one later

        return Move(registration.asking(workshop), given, note=Say("code-fits"))
    return Move(frame.at("ask", tries=None), given)


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    title = Say("title", {"title": In(workshop.title)}) if workshop is not None else None
    if workshop is not None and ctx.let_in(workshop):
        mine = enter("reg-details", PLACE, "open", str(workshop.id))
        on = mine if frame.data.get("to") == PLACE else button("begin", "begin")
        return screen([title, Say("code-fits")], [(on,), (HOME,)])
    return screen([title, Say("code-ask")], [(HOME,)])


CODE = Flow("code", "co", VERSION, start, step, screen_of)
