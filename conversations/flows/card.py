"""The personal card: one's own list before the workshop and after it."""

from __future__ import annotations

from conversations.answers import Answers
from conversations.context import Context
from conversations.events import Tap
from conversations.facts import WaveFact, WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows.afterwards import OTHERS
from conversations.questions import KINDS
from conversations.screens import Content, FileRef, In, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, screen
from conversations.survey_lines import asked
from domain.instrument import Question

VERSION = 1


def _wave(workshop: WorkshopFact, kind: str) -> WaveFact | None:
    return next((wave for wave in workshop.waves if wave.kind == kind), None)


def _ranking(workshop: WorkshopFact) -> Question | None:
    return next((question for question in workshop.instrument.questions if question.kind == "rank"), None)


def _answers(ctx: Context, workshop: WorkshopFact, kind: str) -> Answers | None:
    wave = _wave(workshop, kind)
    ballot = ctx.ballot(wave.id) if wave is not None else None
    return dict(ballot.answers) if ballot is not None else None


def has_before(ctx: Context, workshop: WorkshopFact) -> bool:
    return _ranking(workshop) is not None and _answers(ctx, workshop, "before") is not None


def lines(ctx: Context, workshop: WorkshopFact, after: Answers | None = None) -> tuple[Words, ...]:
    """The card as text. `after` are answers not stored yet; without it those of the ballot."""
    question = _ranking(workshop)
    if question is None:
        return ()
    ballots = {"before": _answers(ctx, workshop, "before"), "after": after or _answers(ctx, workshop, "after")}
    said: list[Words] = [Say("card-head")]
    for kind, answers in ballots.items():
        asking = asked(ctx, workshop, question, answers or {})
        themes = KINDS["rank"].shown(asking) if asking.answer else Say("card-nothing")
        said.append(Say(f"card-{kind}", {"themes": themes}))
    return tuple(said)


def picture(ctx: Context, workshop: WorkshopFact, after: Answers) -> Content:
    """The card as a message with a picture of the same content."""
    about = {"workshop": workshop.id, "language": ctx.language}
    said = (Say("title", {"title": In(workshop.title)}), *lines(ctx, workshop, after))
    return Content("card", said, file=FileRef("card", about, as_photo=True))


def _about(ctx: Context) -> WorkshopFact | None:
    """The workshop whose card there is: that of the facts, else the latest with both ballots."""
    whole = [one for one in ctx.known_workshops() if _answers(ctx, one, "before") and _answers(ctx, one, "after")]
    return max(whole, key=lambda one: one.starts_at, default=None)


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop) or _about(ctx)
    return Move(Frame("card", VERSION, "card", {}, workshop.id if workshop is not None else None))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb == "back":
        return Move(None)
    return Move(frame, note=Say("please-tap"))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    rows: list[Row] = [(enter("to-mydata", "mydata", "open"),), (button("back", "back"),), (HOME,)]
    whole = workshop is not None and _answers(ctx, workshop, "before") and _answers(ctx, workshop, "after")
    if workshop is None or not whole:
        return screen([Say("card-none")], rows[1:])
    released = any(wave.kind == "after" and wave.released for wave in workshop.waves)
    if released:
        rows.insert(0, (enter("to-results", "results", "open", str(workshop.id)),))
    return screen(
        [Say("title", {"title": In(workshop.title)}), *lines(ctx, workshop), EMPTY, *_others(ctx, workshop)], rows
    )


def _others(ctx: Context, workshop: WorkshopFact) -> tuple[Words, ...]:
    """Where the others went, once that is published; until then, when it will be."""
    if not any(wave.kind == "after" and wave.released for wave in workshop.waves):
        return (Say("card-others-later"),)
    given = dict(ctx.facts.extra.get(OTHERS) or {}).get(workshop.id)
    return tuple(given) if given else (Say("card-others"),)


CARD = Flow("card", "cd", VERSION, start, step, screen_of)
