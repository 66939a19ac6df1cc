"""/results for those with a role: a workshop, a wave, then its released figures as text, picture and files.

`extra["figures"]`: {"wave", "state", "lines", "views", "release", "again", "pdf", "statement"}: `state` open, planned,
computed or released; `views` the closer looks that the release has; `release` its id; `again` whether it may be released
again (no request waits); `pdf` whether there is a Chromium to print reports with; `statement` whether the workshop consults
a draft. All of it is made from the published release alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.commands import RESULTS
from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.screens import Button, In, Own, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, page_buttons, screen
from domain.roles import Role, holds

VERSION: Final = 1
ROLES: Final = RESULTS
RELEASERS: Final[frozenset[Role]] = frozenset({"owner", "organiser", "staff"})
"""Who may have the figures of a closed wave released again."""
RESEARCHERS: Final[frozenset[Role]] = frozenset({"owner", "researcher"})
"""Who may take the research file of a workshop that has one."""
RESEARCH_FORMS: Final = ("research-csv", "research-sav")
LONGEST_REASON: Final = 200
PDF: Final = "pdf"
FORMS: Final = ("xlsx", "csv", "csv-pl", "json", "html", PDF)
STATEMENT: Final = "statement"
"""The *sprawozdanie*, of a workshop that consults a draft."""
LISTED: Final = 8
PAGE: Final = 5
SUMMARY: Final = "summary"
AREAS: Final = "areas"
"""The view of what the workshop agreed on, when it has."""

Figures = Mapping[str, Any]


def with_results(ctx: Context) -> tuple[WorkshopFact, ...]:
    """The workshops whose results this person may see here, the newest first. Nobody answered a draft."""
    held = [one for one in ctx.known_workshops() if one.state != "draft" and holds(ctx.person.grants, ROLES, one.id)]
    return tuple(sorted(held, key=lambda one: (one.starts_at, one.id), reverse=True))


def figures(ctx: Context) -> Figures:
    found: Figures = ctx.facts.extra.get("figures", {})
    return found


# ---- events -----------------------------------------------------------------------------------------------------


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    listed = with_results(ctx)
    chosen = next((one for one in listed if one.id == go.workshop), None)
    if chosen is None and len(listed) == 1:
        chosen = listed[0]
    return Move(Frame("figures", VERSION, "choose")) if chosen is None else Move(_into(ctx, chosen))


def _into(ctx: Context, workshop: WorkshopFact) -> Frame:
    """The workshop's waves; at once the one wave that has begun, when no other has."""
    begun = [wave for wave in workshop.waves if wave.state != "planned"]
    frame = Frame("figures", VERSION, "waves", {}, workshop.id)
    return frame.at("shown", wave=begun[0].id, view=SUMMARY) if len(begun) == 1 else frame


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if frame.step == "again" and isinstance(event, Text):
        return _reason(frame, event)
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "list":
        return Move(Frame("figures", VERSION, "choose"))
    if frame.step == "choose":
        chosen = next((one for one in with_results(ctx) if str(one.id) == event.argument), None)
        return Move(_into(ctx, chosen)) if chosen is not None else Move(frame, note=Say("please-tap"))
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return Move(Frame("figures", VERSION, "choose"))
    if event.verb == "waves":
        return Move(frame.at("waves", wave=None, view=None, page=None))
    if event.verb == "wave" and any(str(wave.id) == event.argument for wave in workshop.waves):
        return Move(frame.at("shown", wave=int(event.argument), view=SUMMARY, page=None))
    if frame.step in ("again", "research") and event.verb == "back":
        return Move(frame.at("shown"))
    if frame.step == "research":
        return _research(ctx, workshop, frame, event)
    if frame.step == "shown":
        return _shown(ctx, workshop, frame, event)
    return Move(frame, note=Say("outdated-button"))


def _reason(frame: Frame, written: Text) -> Move:
    """Why the figures are released again, in words that everybody can read."""
    reason = " ".join(written.text.split())
    if not 0 < len(reason) <= LONGEST_REASON:
        return Move(frame, note=Say("staff-again-too-long", {"most": LONGEST_REASON}))
    act = Act("results.again", frame.workshop, {"wave": frame.data["wave"], "reason": reason})
    return Move(frame.at("shown"), (act,), note=Say("staff-again-asked"))


def _may_release(ctx: Context, frame: Frame, known: Figures) -> bool:
    return known.get("again") is True and holds(ctx.person.grants, RELEASERS, frame.workshop)


def _has_research(ctx: Context, workshop: WorkshopFact, known: Figures) -> bool:
    """Whether there is a research file of the wave for this person. The act asks the database again."""
    released = known.get("state") == "released"
    return released and workshop.research_file and holds(ctx.person.grants, RESEARCHERS, workshop.id)


def _research(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    if tap.verb != "make" or tap.argument not in RESEARCH_FORMS or not _has_research(ctx, workshop, figures(ctx)):
        return Move(frame.at("shown"), note=Say("outdated-button"))
    act = Act("research.make", workshop.id, {"wave": frame.data["wave"], "form": tap.argument})
    return Move(frame.at("shown"), (act,), note=Say("staff-file-comes"))


def _shown(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    known = figures(ctx)
    if tap.verb == "look":
        return Move(frame.at("shown", looked=int(frame.data.get("looked", 0)) + 1))
    if tap.verb == "view" and tap.argument in (SUMMARY, *known.get("views", ())):
        return Move(frame.at("shown", view=tap.argument, page=None))
    if tap.verb == "page" and tap.argument.isascii() and tap.argument.isdecimal():
        return Move(frame.at("shown", page=int(tap.argument[:4])))
    if tap.verb == "again" and _may_release(ctx, frame, known):
        return Move(frame.at("again"))
    if tap.verb == "research" and _has_research(ctx, workshop, known):
        return Move(frame.at("research"))
    form = {"picture": "picture"}.get(tap.verb) or (tap.argument if tap.verb == "file" else "")
    if known.get("release") is not None and (form in ("picture", *FORMS) or (form == STATEMENT and known[STATEMENT])):
        if form == PDF and not known["pdf"]:
            return Move(frame, note=Say("staff-no-pdf"))
        act = Act("results.send", frame.workshop, {"wave": frame.data["wave"], "form": form})
        return Move(frame, (act,), note=Say("staff-file-comes"))
    return Move(frame, note=Say("outdated-button"))


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        rows: list[Row] = [(Button(In(one.title), "open", str(one.id)),) for one in with_results(ctx)[:LISTED]]
        return screen([Say("staff-results-choose", {"count": len(rows)})], [*rows, (HOME,)])
    back: Row = (button("to-list", "list"),) if len(with_results(ctx)) > 1 else (HOME,)
    if frame.step == "waves":
        waves: list[Row] = [
            (button("staff-wave", "wave", str(wave.id), wave=wave.kind, state=wave.state),) for wave in workshop.waves
        ]
        return screen([Say("title", {"title": In(workshop.title)}), Say("staff-which-wave")], [*waves, back])
    if frame.step == "again":
        lines = [Say("title", {"title": In(workshop.title)}), Say("staff-again-ask", {"most": LONGEST_REASON})]
        return screen(lines, [(button("back", "back"),)])
    if frame.step == "research":
        return _research_screen(workshop)
    return _figures_screen(ctx, workshop, frame, back)


def _research_screen(workshop: WorkshopFact) -> Screen:
    """What the file is and asks of whoever takes it, before it is made."""
    lines: list[Words] = [
        Say("title", {"title": In(workshop.title)}),
        Say("staff-research-about"),
        EMPTY,
        Say("staff-research-care"),
    ]
    forms = tuple(button(f"staff-file-{form}", "make", form) for form in RESEARCH_FORMS)
    return screen(lines, [forms, (button("back", "back"),)])


def _figures_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, back: Row) -> Screen:
    known = figures(ctx)
    wave = next((one for one in workshop.waves if one.id == frame.data.get("wave")), None)
    lines: list[Words] = [Say("title", {"title": In(workshop.title)})]
    others: Row = (button("staff-other-wave", "waves"),) if len(workshop.waves) > 1 else ()
    if wave is None or known.get("wave") != wave.id:
        return screen([*lines, Say("staff-which-wave")], [others, back])
    rows: list[Row] = []
    if known["state"] == "planned":
        lines.append(Say("staff-not-begun", {"when": When(wave.opens_at, workshop.zone)}))
    elif known["state"] == "computed":
        lines.append(Say("staff-computed"))
        rows.append((button("staff-look-again", "look"),))
    elif known["state"] == "open":
        lines += [*known["lines"], Say("staff-released-at", {"when": When(wave.closes_at, workshop.zone)})]
        rows.append((button("staff-look-again", "look"),))
    else:
        shown = str(frame.data.get("view", SUMMARY))
        lines += [Say(f"staff-view-{shown}"), EMPTY, *known["lines"]]
        lines += [] if known["again"] else [EMPTY, Say("staff-again-waits")]
        again: Row = (button("staff-again", "again"),) if _may_release(ctx, frame, known) else ()
        research: Row = (button("staff-research", "research"),) if _has_research(ctx, workshop, known) else ()
        rows = [*_released_rows(known, shown), research, again]
    return screen(lines, [*rows, others, back])


def _released_rows(known: Figures, shown: str) -> list[Row]:
    views = [one for one in (SUMMARY, *known["views"]) if one != shown]
    buttons = [button(f"staff-to-{one}", "view", one) for one in views]
    looks = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    files = [button(f"staff-file-{form}", "file", form) for form in FORMS]
    pages = page_buttons(known["page"], known["pages"])
    statement: Row = (button("staff-file-statement", "file", STATEMENT),) if known[STATEMENT] else ()
    return [pages, (button("staff-picture", "picture"),), *looks, tuple(files[:3]), tuple(files[3:]), statement]


def with_pauses(items: tuple[tuple[Words, ...], ...]) -> tuple[Words, ...]:
    """The items' lines with an empty line between items."""
    lines: list[Words] = []
    for item in items:
        lines += [Own(""), *item] if lines else item
    return tuple(lines)


FIGURES: Final = Flow("figures", "fig", VERSION, start, step, screen_of, roles=ROLES)
