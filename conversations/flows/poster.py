"""/poster: a workshop's poster, as PDF or picture, for paper or a phone, in each of the workshop's languages.

`extra["languages"]`: the workshop's.
"""

from __future__ import annotations

from typing import Final

from conversations.context import Context
from conversations.effects import Deliver
from conversations.events import Tap
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.organise.day import choose_screen, chosen, meant
from conversations.organise.own import ROLES
from conversations.screens import Button, Content, FileRef, In, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, button, enter, meeting, screen, where

VERSION: Final = 1
KINDS: Final = ("a4:pdf", "a4:png", "phone:png", "phone:pdf")


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = meant(ctx, go.workshop, ROLES)
    return Move(_at(workshop) if workshop is not None else Frame("poster", VERSION, "choose"))


def _at(workshop: WorkshopFact) -> Frame:
    return Frame("poster", VERSION, "one", {}, workshop.id)


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        found = chosen(ctx, event, ROLES)
        return Move(_at(found)) if found is not None else Move(frame, note=Say("please-tap"))
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "language" and event.argument in _languages(ctx):
        return Move(frame.at("one", language=event.argument))
    if event.argument not in KINDS:
        return Move(frame, note=Say("outdated-button"))
    return Move(
        frame, (Deliver(_content(ctx, workshop, event.argument, _language(ctx, frame))),), note=Say("reg-file-comes")
    )


def _languages(ctx: Context) -> tuple[str, ...]:
    return tuple(ctx.facts.extra.get("languages", ())) or (ctx.language,)


def _language(ctx: Context, frame: Frame) -> str:
    """The one chosen; at first the organiser's own, if the workshop has it."""
    listed = _languages(ctx)
    wanted = str(frame.data.get("language", ctx.language))
    return wanted if wanted in listed else listed[0]


def _content(ctx: Context, workshop: WorkshopFact, kind: str, language: str) -> Content:
    shape, _, form = kind.partition(":")
    about = {
        "workshop": workshop.id,
        "bot": ctx.facts.bot_name,
        "office": dict(ctx.office.name),
        "shape": shape,
        "form": form,
        "language": language,
    }
    return Content("poster", (Say("poster-comes", {"title": In(workshop.title)}),), file=FileRef("poster", about))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        return choose_screen(ctx, ROLES)
    lines: list[Words] = [
        Say("title", {"title": In(workshop.title)}),
        Say("meeting-line", {"when": meeting(workshop), "where": where(workshop)}),
        EMPTY,
        Say("poster-ask"),
    ]
    chosen = _language(ctx, frame)
    labels = [(code, Say(f"language-{code}")) for code in _languages(ctx)]
    languages = tuple(
        Button(Say("chosen", {"label": label}) if code == chosen else label, "language", code) for code, label in labels
    )
    rows = [
        languages if len(languages) > 1 else (),
        (button("poster-a4-pdf", "make", "a4:pdf"), button("poster-a4-png", "make", "a4:png")),
        (button("poster-phone-png", "make", "phone:png"), button("poster-phone-pdf", "make", "phone:pdf")),
        (enter("organise-to-workshop", "manage", "open", str(workshop.id)),),
    ]
    return screen(lines, rows)


POSTER: Final = Flow("poster", "po", VERSION, start, step, screen_of, roles=ROLES)
