"""A workshop that is open by code: the code is asked for once, and that it was given is kept."""

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
from conversations.show import HOME, button, screen

VERSION = 1
TRIES = 10
"""Wrong codes after which one is sent to a human. A code of six letters is not guessed in ten."""


def code_hash(code: str, slug: str) -> str:
    """What is stored of a workshop's code. Case, spaces and dashes in the code do not matter."""
    return sha256(f"{slug}:{folded(code).replace(' ', '')}".encode()).hexdigest()


def _fits(workshop: WorkshopFact, code: str) -> bool:
    return workshop.extra.get("access_code_hash") == code_hash(code, workshop.slug)


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    if workshop is None:
        return Move(None, go=Go("workshops"))
    if ctx.may_answer(workshop):
        return Move(None, go=Go("survey", workshop.id))
    return Move(kept or Frame("code", VERSION, "ask", {}, workshop.id))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return Move(None, go=Go("workshops"))
    if ctx.may_answer(workshop):
        return Move(None, go=Go("survey", workshop.id))
    if not isinstance(event, Text):
        return Move(frame)
    tries = int(frame.data.get("tries", 0)) + 1
    if tries > TRIES:
        return Move(frame, note=Say("code-too-many", {"contact": ctx.office.contact}))
    if not _fits(workshop, event.text):
        return Move(frame.at("ask", tries=tries), note=Say("code-wrong"))
    return Move(frame.at("ask", tries=None), (Agree(access_purpose(workshop.id), 1),))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    title = Say("title", {"title": In(workshop.title)}) if workshop is not None else None
    if workshop is not None and ctx.may_answer(workshop):
        return screen([title, Say("code-fits")], [(button("begin", "begin"),), (HOME,)])
    return screen([title, Say("code-ask")], [(HOME,)])


CODE = Flow("code", "co", VERSION, start, step, screen_of)
