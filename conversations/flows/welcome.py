"""First contact: the language, then the notice (public task) or consent. Nothing else happens before it.

`target` in the frame's data is where the person wanted to go: {"flow", "workshop", "verb", "argument"}, the last only where
there was one.
"""

from __future__ import annotations

from conversations import routes
from conversations.context import ANSWERING, Context
from conversations.effects import Agree, RefuseNotice
from conversations.events import Tap
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.screens import Button, In, Joined, Own, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, Row, about_office, button, screen
from domain.languages import LANGUAGES

VERSION = 1


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    """The notice, after the language when the phone's is not ours. `go`: where the person wanted to go, `<flow>:<argument>`."""
    step = "notice" if ctx.person.language is not None else "language"
    flow, _, argument = go.argument.partition(":")
    target = {"flow": flow, "workshop": go.workshop, "verb": go.verb} if flow else None
    if target is not None and argument:
        target["argument"] = argument
    return Move(Frame("welcome", VERSION, step, {"target": target} if target is not None else {}))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if frame.step == "language" and ctx.person.language is not None:
        return Move(frame.at("notice"))
    if not isinstance(event, Tap):
        return Move(frame, note=Say("notice-first"))
    if event.verb == "agree" and frame.step in ("notice", "details"):
        return Move(None, (Agree(ANSWERING, ctx.office.notice_version),), go=_target(ctx, frame))
    if event.verb == "details":
        return Move(frame.at("details"))
    if event.verb == "notice":
        return Move(frame.at("notice"))
    if event.verb == "refuse":
        return Move(frame.at("refused", target=None), (RefuseNotice(),))
    return Move(frame)


def _target(ctx: Context, frame: Frame) -> Go | None:
    """Where to go after the notice: the place asked for, else on with what waits beneath, else home."""
    target = frame.data.get("target")
    if not target:
        return None
    workshop = target.get("workshop")
    if target["flow"] == "survey" and workshop is None:
        return routes.home(ctx)
    return Go(str(target["flow"]), workshop, verb=str(target.get("verb", "")), argument=str(target.get("argument", "")))


def _language_row(ctx: Context) -> Row:
    here = ctx.person.language
    return tuple(Button(Say(f"language-{code}"), "lang", code) for code in LANGUAGES if code != here)


def screen_of(ctx: Context, frame: Frame) -> Screen:
    if frame.step == "language" and ctx.person.language is None:
        return screen([Say("choose-language")], [(each,) for each in _language_row(ctx)])
    if frame.step == "refused":
        known = "yes" if ctx.person.consents else "no"  # of an earlier notice, whatever became of it
        return screen([Say("refused", {"known": known})], [(button("refused-after-all", "notice"),)])
    agree = button("notice-agree", "agree", basis=ctx.office.legal_basis)
    if frame.step == "details":
        return screen(details(ctx), [(agree,), (button("back", "notice"), button("notice-refuse", "refuse"))])
    again = ctx.agreed(ANSWERING) and not ctx.told
    lines: list[Words | None] = [
        Say("example-warning") if ctx.office.example else None,
        Say("notice-new-version") if again else None,
        Say("notice-hello", {"office": about_office(ctx)}),
        Say("notice-what"),
        EMPTY,
        Say("notice-data"),
        *research_lines(ctx),
    ]
    rest = (button("notice-details", "details"), button("notice-refuse", "refuse"))
    return screen(lines, [(agree,), rest, _language_row(ctx)])


def research_lines(ctx: Context) -> list[Words]:
    """That answers become a research file, and those to which workshops: the ones that can still be answered, or were."""
    about = [one for one in ctx.known_workshops() if one.research_file and (_still_asks(one) or ctx.ballots_in(one))]
    if not about:
        return []
    titles = Joined(tuple(In(one.title) for one in about))
    return [Say("notice-research"), Say("notice-research-where", {"workshops": titles})]


def _still_asks(workshop: WorkshopFact) -> bool:
    return any(wave.state != "closed" for wave in workshop.waves)


def details(ctx: Context) -> list[Words | None]:
    """The whole notice: who, what for, on what basis, how long, who sees it, what rights there are."""
    office = ctx.office
    keep = office.retention
    return [
        Say("example-warning") if office.example else None,
        Say("details-head"),
        Say("details-controller", {"controller": In(office.controller), "officer": office.data_protection_officer}),
        EMPTY,
        Say("details-purpose", {"basis": office.legal_basis, "basis-text": In(office.legal_basis_text)}),
        EMPTY,
        Say("details-what"),
        EMPTY,
        Say("details-who"),
        *research_lines(ctx),
        EMPTY,
        Say(
            "details-how-long",
            {"names": keep.registration_names_days, "links": keep.unlink_ballots_days, "needs": keep.needs_days},
        ),
        Say("details-backups", {"days": keep.backups_days}),
        EMPTY,
        Say("details-telegram"),
        EMPTY,
        Say("details-rights", {"basis": office.legal_basis}),
        EMPTY,
        Say(
            "details-contact",
            {"contact": office.contact, "page": Own(office.official_page), "version": office.notice_version},
        ),
    ]


WELCOME = Flow("welcome", "wl", VERSION, start, step, screen_of, needs_notice=False, has_door=False)
