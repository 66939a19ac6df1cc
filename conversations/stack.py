"""The stack of flows in a session: entered, handed on, popped, bounded. The notice's gate stands here, at every entry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from conversations import routes, taking_back
from conversations.context import ANSWERING, Context
from conversations.effects import Agree, Effect, Forget, RefuseNotice, Withdraw
from conversations.flow import Flow, Go, Move, place_of
from conversations.flows import FLOWS
from conversations.screens import Say
from conversations.session import Frame, Session
from domain.roles import holds

FRAMES = 6
"""Flows that may wait in one session."""
STEPS = 6
"""Flows that may hand on to each other in one step."""


_FINISHED: Final = {
    "survey": ("sent", "closed"),
    "new": ("made",),
    "announce": ("choose", "begin", "sending"),
    "typing": ("intro",),
    "helping": ("notice", "intro", "done", "closed"),
}
"""Flows that keep drafts, and the steps at which there is none (any more)."""


_NEVER_WAIT: Final = frozenset({"needs"})
"""Flows that are over as soon as the person turns to something else. Choosing a language is not something else."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How far a step has got."""

    session: Session
    effects: tuple[Effect, ...] = ()
    note: Say | None = None
    fresh: bool = False


def place(frame: Frame) -> str:
    return place_of(FLOWS[frame.flow].code, frame)


def may_be_in(flow: Flow, workshop: int | None, ctx: Context) -> bool:
    return flow.roles is None or holds(ctx.person.grants, flow.roles, workshop)


def carried(taken: Taken, move: Move, ctx: Context) -> Taken:
    """The session after a flow's move: its frame replaced or gone, and whatever flow it hands on to entered."""
    session = taken.session.put(move.frame) if move.frame is not None else taken.session.pop()
    after = Taken(session, (*taken.effects, *move.effects), move.note or taken.note, taken.fresh or move.fresh)
    if any(isinstance(effect, Forget | RefuseNotice) or effect == Withdraw(ANSWERING) for effect in move.effects):
        return replace(after, session=replace(session, frames=session.frames[-1:]))
    return entered(after, move.go, ctx) if move.go is not None else settled(after, ctx)


def entered(taken: Taken, go: Go, ctx: Context) -> Taken:
    """Enter a flow: its waiting frame is handed to it, and what it answers stands on top."""
    after = taken
    following: Go | None = go
    for _ in range(STEPS):
        if following is None:
            break
        flow = FLOWS.get(following.flow)
        if flow is None or not may_be_in(flow, following.workshop, ctx):
            break
        if flow.asks_notice and not told(after, ctx) and not taking_back.gives_up(following, ctx):
            wanted = f"{flow.name}:{following.argument}"
            following = Go("welcome", following.workshop, verb=following.verb, argument=wanted)
            flow = FLOWS["welcome"]
        key = (flow.name, following.workshop, following.wave)
        kept = [frame for frame in after.session.frames if (frame.flow, frame.workshop, frame.wave) == key]
        move = flow.start(ctx, following, kept[-1] if kept else None)
        after = _laid(after, move)
        following = move.go
    return settled(after, ctx)


def _laid(taken: Taken, move: Move) -> Taken:
    session = taken.session
    if move.frame is not None:
        new = (move.frame.flow, move.frame.workshop, move.frame.wave)
        rest = [frame for frame in session.frames if (frame.flow, frame.workshop, frame.wave) != new]
        session = replace(session, frames=(*rest, move.frame))
    return Taken(session, (*taken.effects, *move.effects), move.note or taken.note, taken.fresh or move.fresh)


def settled(taken: Taken, ctx: Context) -> Taken:
    """Never an empty session: with nothing left to resume, one is home."""
    frames = _bounded(taken.session.frames)
    if frames:
        return replace(taken, session=replace(taken.session, frames=frames))
    start = routes.home(ctx) if told(taken, ctx) else Go("welcome")
    move = FLOWS[start.flow].start(ctx, start, None)
    return _laid(replace(taken, session=replace(taken.session, frames=())), move)


def told(taken: Taken, ctx: Context) -> bool:
    """True when the notice was read before, or in this very step."""
    return ctx.told or any(isinstance(effect, Agree) and effect.purpose == ANSWERING for effect in taken.effects)


def is_draft(frame: Frame) -> bool:
    """True when somebody's unfinished words wait in the frame: a survey, a workshop or an announcement on its way. Wrong codes
    count on too, whatever one does in between."""
    if frame.flow == "code":
        return bool(frame.data.get("tries"))
    return frame.flow in _FINISHED and frame.step not in _FINISHED[frame.flow]


def _bounded(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The current frame, unfinished surveys, and as many others as may wait; screens without a draft are not kept twice.
    Health data waits nowhere, but beneath the choice of a language, which leads back to it."""
    beneath = tuple(frame for frame in frames[:-2] if frame.flow not in _NEVER_WAIT)
    beneath += tuple(frame for frame in frames[-2:-1] if frame.flow not in _NEVER_WAIT or _asks_language(frames[-1]))
    if len(beneath) < FRAMES:
        return beneath + frames[-1:]
    drafts = [frame for frame in beneath if is_draft(frame) or frame.flow in _NEVER_WAIT]
    return (*drafts[-(FRAMES - 1) :], frames[-1])


def _asks_language(frame: Frame) -> bool:
    return (frame.flow, frame.step) == ("settings", "language")
