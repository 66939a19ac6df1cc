"""Helping somebody answer: a resident without a phone goes through the survey on an organiser's, by a paper code.

The resident reads or is read the notice first. The organiser's own survey and ballot are not touched; nobody's name is asked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from conversations.commands import ORGANISERS
from conversations.context import Context
from conversations.events import Tap
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows import survey_screens
from conversations.flows.profile import asked_keys
from conversations.organise import code_form
from conversations.organise.code_form import HELPING
from conversations.organise.day import is_today
from conversations.screens import In, Joined, Own, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, Row, button, enter, screen
from conversations.survey_walk import ENTRANCE
from domain.paper_codes import shown

VERSION: Final = 1


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    """Where one was, or the notice for the next person. Nothing to help with unless a wave is open."""
    workshop = ctx.workshop(go.workshop)
    wave = ctx.open_wave(workshop) if workshop is not None else None
    if workshop is None or wave is None:
        return Move(None, note=Say("survey-not-open"), go=Go("today", go.workshop))
    if go.wave != wave.id:
        return Move(None, go=Go("helping", workshop.id, wave.id))
    return Move(kept if kept is not None and kept.step not in ("done", "closed") else _new(ctx, workshop, wave.id))


def _new(ctx: Context, workshop: WorkshopFact, wave: int | None) -> Frame:
    came = {"came": True} if is_today(ctx, workshop) else {}
    return Frame("helping", VERSION, "notice", {"answers": {}, **came}, workshop.id, wave)


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return Move(None, go=Go("today"))
    wave = code_form.wave_of(workshop, frame)
    if wave is None or not ctx.is_open(wave):
        return Move(replace(frame, step="closed", data={}) if frame.step != "done" else frame)
    if frame.step in ("notice", "done", "closed"):
        return _aside(ctx, workshop, frame, event)
    return code_form.step(ctx, workshop, frame, event, HELPING)


def _aside(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move:
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if frame.step == "notice" and event.verb == "agree":
        return Move(frame.at(ENTRANCE))
    if frame.step == "done" and event.verb == "next":
        return Move(_new(ctx, workshop, frame.wave))
    return Move(frame, note=Say("outdated-button"))


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return survey_screens.gone()
    back = (enter("day-to-today", "today", "open", str(workshop.id)),)
    wave = code_form.wave_of(workshop, frame)
    if frame.step == "done":
        code = Own(shown(str(frame.data.get("saved"))))
        return screen([Say("help-done", {"code": code})], [(button("help-next", "next"),), back])
    if wave is None or not ctx.is_open(wave) or frame.step == "closed":
        return screen([Say("survey-not-open")], [back])
    if frame.step == "notice":
        return screen(_notice(ctx, workshop), [_agreeing(ctx), back])
    return code_form.screen_of(ctx, workshop, frame, HELPING, [back])


def _agreeing(ctx: Context) -> Row:
    return (button("help-agree", "agree", basis=ctx.office.legal_basis),)


def _notice(ctx: Context, workshop: WorkshopFact) -> list[Words | None]:
    office = ctx.office
    return [
        Say("title", {"title": In(workshop.title)}),
        Say("help-read"),
        EMPTY,
        Say("example-warning") if office.example else None,
        Say(
            "paper-sheet-controller",
            {
                "office": In(office.name),
                "controller": In(office.controller),
                "officer": office.data_protection_officer,
            },
        ),
        Say("details-purpose", {"basis": office.legal_basis, "basis-text": In(office.legal_basis_text)}),
        Say("paper-sheet-kept"),
        _about_them(workshop),
        Say("notice-research") if workshop.research_file else None,
        Say("paper-sheet-forget"),
        Say("paper-sheet-how-long", {"days": office.retention.unlink_ballots_days}),
        Say("help-telegram"),
        Say("paper-sheet-contact", {"contact": office.contact, "page": Own(office.official_page)}),
    ]


def _about_them(workshop: WorkshopFact) -> Words | None:
    """What is asked about the person themselves, where the workshop switched it on."""
    kinds = asked_keys(workshop)
    return Say("help-about", {"what": Joined(tuple(Say(f"help-about-{kind}") for kind in kinds))}) if kinds else None


HELPING_FLOW: Final = Flow("helping", "hl", VERSION, start, step, screen_of, roles=ORGANISERS)
