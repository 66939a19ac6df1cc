"""What comes after: the published results as residents see them, and whether one may be asked again later."""

from __future__ import annotations

from conversations.context import LATER_WAVES, Context
from conversations.effects import Agree, Withdraw
from conversations.events import Tap
from conversations.facts import WaveFact, WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.screens import In, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, screen

VERSION = 1
LATER_VERSION = 1
RESULTS = "results"
"""Key of `Facts.extra`: workshop id -> the lines of its latest release, put there by the service when asked for."""
OTHERS = "others"
"""Key of `Facts.extra`: workshop id -> where the others went, from the after wave's release; for the personal card."""


def start_results(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop) if go.workshop is not None else _newest(ctx)
    if workshop is None:
        return Move(None, note=Say("workshop-gone" if go.workshop is not None else "results-none"), go=Go("workshops"))
    return Move(Frame("results", VERSION, "all", {}, workshop.id))


def _newest(ctx: Context) -> WorkshopFact | None:
    """For /results: the latest workshop whose figures are released, else the latest that asked anything yet."""
    known = [one for one in ctx.known_workshops() if one.state in ("announced", "done")]
    released = [one for one in known if any(wave.released for wave in one.waves)]
    begun = [one for one in known if any(wave.opens_at <= ctx.now for wave in one.waves)]
    return max(released or begun, key=lambda one: (one.starts_at, one.id), default=None)


def step_results(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb == "back":
        return Move(None)
    return Move(frame, note=Say("please-tap"))


def screen_results(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    rows: list[Row] = [(button("back", "back"),), (HOME,)]
    if workshop is None:
        return screen([Say("workshop-gone")], rows)
    if ctx.ballots_in(workshop) > 1:
        rows.insert(0, (enter("to-card", "card", "open", str(workshop.id)),))
    return screen([Say("title", {"title": In(workshop.title)}), EMPTY, *_published(ctx, workshop)], rows)


def _published(ctx: Context, workshop: WorkshopFact) -> list[Words]:
    """The lines of the latest release; where they are when the service gave none; when they come."""
    given = dict(ctx.facts.extra.get(RESULTS) or {}).get(workshop.id)
    if given:
        return list(given)
    if any(wave.released for wave in workshop.waves):
        return [Say("results-were-sent")]
    first = min(workshop.waves, key=lambda wave: wave.closes_at, default=None)
    if first is None:
        return [Say("results-none")]
    return [Say("results-none-yet", {"when": When(first.closes_at, workshop.zone)})]


def needs_yes(ctx: Context, wave: WaveFact) -> bool:
    """True of a later wave to somebody who has not said yes to later waves, or took it back: nobody is asked again without."""
    return wave.kind == "follow_up" and not ctx.agreed(LATER_WAVES, LATER_VERSION)


def may_be_asked(ctx: Context, workshop: WorkshopFact) -> bool:
    """True while a later wave is to come and the person has not said yes to it."""
    to_come = any(wave.kind == "follow_up" and wave.state == "planned" for wave in workshop.waves)
    return to_come and not ctx.agreed(LATER_WAVES, LATER_VERSION)


def start_later(ctx: Context, go: Go, kept: Frame | None) -> Move:
    return Move(Frame("later", VERSION, "ask"))


def step_later(ctx: Context, frame: Frame, event: Heard) -> Move:
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "follow":
        return Move(None, (Agree(LATER_WAVES, LATER_VERSION),), note=Say("later-on"))
    if event.verb == "unfollow":
        return Move(None, (Withdraw(LATER_WAVES),), note=Say("later-off"))
    return Move(None) if event.verb == "back" else Move(frame, note=Say("outdated-button"))


def screen_later(ctx: Context, frame: Frame) -> Screen:
    if ctx.agreed(LATER_WAVES, LATER_VERSION):
        return screen([Say("later-agreed")], [(button("unfollow", "unfollow"),), (button("back", "back"),)])
    return screen([Say("later-ask")], [(button("later-yes", "follow"), button("later-no", "back"))])


RESULTS_FLOW = Flow("results", "rs", VERSION, start_results, step_results, screen_results)
LATER = Flow("later", "lt", VERSION, start_later, step_later, screen_later)
