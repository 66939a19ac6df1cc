"""/paper: ballots on paper. Printed ones come as a file; filled-in ones are typed in, wave by wave."""

from __future__ import annotations

from typing import Final

from conversations.commands import ORGANISERS, PAPER
from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.screens import Button, In, Say, Screen
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, meeting, screen, where
from domain.languages import LANGUAGES
from domain.roles import holds

VERSION: Final = 1
COUNTS: Final = ("1", "10", "25", "50")
LISTED: Final = 8


def on_paper(ctx: Context) -> tuple[WorkshopFact, ...]:
    """Workshops whose ballots this person may print and type in: also those that are over, the newest first."""
    found = [
        one
        for one in ctx.known_workshops()
        if one.state != "cancelled" and one.waves and holds(ctx.person.grants, PAPER, one.id)
    ]
    return tuple(sorted(found, key=lambda one: (one.starts_at, one.id), reverse=True))[:LISTED]


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    found = on_paper(ctx)
    workshop = next((one for one in found if one.id == go.workshop), None)
    if workshop is None and go.workshop is None and len(found) == 1:
        workshop = found[0]
    return Move(_at(workshop) if workshop is not None else Frame("paper", VERSION, "choose"))


def _at(workshop: WorkshopFact) -> Frame:
    return Frame("paper", VERSION, "one", {}, workshop.id)


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        found = next((one for one in on_paper(ctx) if str(one.id) == event.argument), None)
        return Move(_at(found)) if found is not None else Move(frame, note=Say("please-tap"))
    if event.verb == "one":
        return Move(_at(workshop))
    kinds = [wave.kind for wave in workshop.waves]
    if event.verb == "print" and event.argument in kinds:
        return Move(frame.at("language", wave=event.argument))
    if frame.step == "language" and event.verb == "in" and event.argument in LANGUAGES:
        return Move(frame.at("count", language=event.argument))
    if frame.step == "count" and event.verb == "size":
        return Move(frame.at("count", large=True if event.argument == "large" else None))
    if frame.step == "count" and event.verb == "make" and event.argument in COUNTS:
        return _print(workshop, frame, int(event.argument))
    return Move(frame, note=Say("outdated-button"))


def _print(workshop: WorkshopFact, frame: Frame, count: int) -> Move:
    wanted = {
        "wave": frame.data["wave"],
        "language": frame.data["language"],
        "large": bool(frame.data.get("large")),
        "count": count,
    }
    return Move(_at(workshop), (Act("paper.print", workshop.id, wanted),), note=Say("reg-file-comes"))


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        rows: list[Row] = [(Button(In(one.title), "open", str(one.id)),) for one in on_paper(ctx)]
        return screen([Say("day-choose", {"count": len(rows)})], [*rows, (HOME,)])
    if frame.step == "language":
        languages = tuple(button(f"language-{code}", "in", code) for code in LANGUAGES)
        return screen([*_head(workshop), Say("paper-ask-language")], [languages, (button("back", "one"),)])
    if frame.step == "count":
        return _count_screen(workshop, frame)
    return _one_screen(ctx, workshop)


def _head(workshop: WorkshopFact) -> list[Say]:
    return [
        Say("title", {"title": In(workshop.title)}),
        Say("meeting-line", {"when": meeting(workshop), "where": where(workshop)}),
    ]


def _one_screen(ctx: Context, workshop: WorkshopFact) -> Screen:
    rows: list[Row] = []
    for wave in workshop.waves:
        if wave.state != "planned":
            about = f"{workshop.id}:{wave.id}"
            rows.append((enter("paper-to-typing", "typing", "open", about, kind=wave.kind),))
    rows += [(button("paper-print", "print", wave.kind, kind=wave.kind),) for wave in workshop.waves]
    organises = holds(ctx.person.grants, ORGANISERS, workshop.id)
    back = enter("organise-to-workshop", "manage", "open", str(workshop.id)) if organises else HOME
    return screen([*_head(workshop), EMPTY, Say("paper-what")], [*rows, (back,)])


def _count_screen(workshop: WorkshopFact, frame: Frame) -> Screen:
    large = bool(frame.data.get("large"))
    lines = [*_head(workshop), Say("paper-ask-count", {"kind": str(frame.data["wave"])})]
    size = button("paper-large" if large else "paper-large-not", "size", "usual" if large else "large")
    counts = tuple(button("paper-count", "make", count, count=int(count)) for count in COUNTS)
    return screen(lines, [counts, (size,), (button("back", "one"),)])


PAPER_FLOW: Final = Flow("paper", "pp", VERSION, start, step, screen_of, roles=PAPER)
