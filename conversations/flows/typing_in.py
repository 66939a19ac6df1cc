"""Typing in ballots that were filled in on paper, one after the other: the code, the answers as they are numbered, saved."""

from __future__ import annotations

from typing import Final

from conversations.commands import PAPER
from conversations.context import Context
from conversations.facts import WaveFact, WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.organise import code_form
from conversations.organise.code_form import TYPING
from conversations.screens import Say, Screen
from conversations.session import Frame
from conversations.show import enter
from conversations.survey_walk import ENTRANCE

VERSION: Final = 1


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    """The ballot that was begun, or the next one's code. Without a wave: the newest one that began."""
    workshop = ctx.workshop(go.workshop)
    if workshop is None:
        return Move(None, go=Go("paper"))
    wave = _wave(ctx, workshop, go)
    if wave is None:
        return Move(None, note=Say("paper-none-yet"), go=Go("paper", workshop.id))
    if go.wave != wave.id:
        return Move(None, go=Go("typing", workshop.id, wave.id))
    return Move(kept or Frame("typing", VERSION, ENTRANCE, {"answers": {}}, workshop.id, wave.id))


def _wave(ctx: Context, workshop: WorkshopFact, go: Go) -> WaveFact | None:
    begun = [wave for wave in workshop.waves if wave.state != "planned"]
    if go.wave is not None or go.argument:
        return next((wave for wave in begun if go.wave == wave.id or go.argument == str(wave.id)), None)
    return max(begun, key=lambda wave: wave.opens_at, default=None)


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or code_form.wave_of(workshop, frame) is None:
        return Move(None, go=Go("paper"))
    return code_form.step(ctx, workshop, frame, event, TYPING)


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    assert workshop is not None, "a workshop with a conversation about it is known to those who work with it"
    back = (enter("paper-to-menu", "paper", "open", str(workshop.id)),)
    return code_form.screen_of(ctx, workshop, frame, TYPING, [back])


TYPING_FLOW: Final = Flow("typing", "ty", VERSION, start, step, screen_of, roles=PAPER)
