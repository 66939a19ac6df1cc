"""/manage: an organiser's workshops, and one of them: change it, publish it, call it off, close it.

A change is gathered in the conversation; before it is made, the service says what it moves, whom it concerns and what
answers already given forbid (`extra["impact"]`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows.new_workshop import change_menu
from conversations.flows.workshops import about_workshop
from conversations.organise import form
from conversations.organise.fields import Again
from conversations.organise.impact import impact_lines, is_refused, told_line
from conversations.organise.manage_rows import manage_rows, may_call_off, may_finish
from conversations.organise.own import ROLES, managed, mine
from conversations.organise.review import as_residents_see, look_row, missing_lines
from conversations.organise.wave_field import Wave
from conversations.organise.wave_field import lines as wave_lines
from conversations.screens import Button, In, Own, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, meeting, page_buttons, paged, screen, where
from conversations.similar import meant_name
from domain.instants import parse_instant
from domain.workshop_drafts import differing, laid_over

VERSION = 1
LISTED: Final = 8


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    if workshop is not None:
        return Move(kept if kept is not None and kept.step in ("impact", *form.FIELDS) else _one(workshop))
    return Move(Frame("manage", VERSION, "list"))


def _one(workshop: WorkshopFact) -> Frame:
    return Frame("manage", VERSION, "one", {}, workshop.id)


# ---- events -----------------------------------------------------------------------------------------------------


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if frame.step == "list" or workshop is None:
        return _list(ctx, frame, event)
    if frame.step in form.FIELDS:
        return _field(ctx, frame, event)
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "list":
        return Move(Frame("manage", VERSION, "list"))
    if event.verb == "one":
        return Move(_one(workshop))
    found = _TAPS.get((frame.step, event.verb))
    return found(ctx, workshop, frame, event) if found is not None else Move(frame, note=Say("outdated-button"))


def _list(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap):
        if event.verb == "page" and event.argument.isdecimal():
            return Move(frame.at("list", page=int(event.argument)))
        number: int | None = int(event.argument) if event.argument.isdecimal() else None
    else:
        said = event.text if hasattr(event, "text") else ""
        number = meant_name(said, [(one.id, tuple(one.title.values())) for one in mine(ctx)])
    workshop = next((one for one in mine(ctx) if one.id == number), None)
    return (
        Move(_one(workshop)) if workshop is not None else Move(Frame("manage", VERSION, "list"), note=Say("please-tap"))
    )


def _begin(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    """Changes start from the workshop as it is now; its version tells whether somebody else changed it meanwhile."""
    about = managed(ctx)
    if not about or workshop.state in ("done", "cancelled"):
        return Move(frame, note=Say("organise-over"))
    return Move(frame.at("change", draft=about["draft"], version=about["version"], touched=[]))


def _choose(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    if tap.argument in form.FIELDS and form.FIELDS[tap.argument].wanted(form.draft_of(frame)):
        return Move(frame.at(tap.argument))
    return Move(frame, note=Say("outdated-button"))


def _field(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb in ("back", "language"):
        return _language(ctx, frame, event)
    found = form.hear(ctx, frame, frame.step, event)
    if isinstance(found, Again):
        again = form.kept_asking(frame, found)
        return Move(again, note=found.note)
    before = form.draft_of(frame)
    draft = form.tidy(form.draft_of(form.filled(ctx, frame, found.values)))
    touched = differing(before, draft) | set(frame.data.get("touched", ()))
    return Move(frame.at("impact", draft=draft, touched=sorted(touched), asking=None), note=found.note)


def _language(ctx: Context, frame: Frame, tap: Tap) -> Move:
    """Another language of the same text, or back to the list of fields."""
    if tap.verb == "language" and tap.argument in form.draft_of(frame).get("languages", ()):
        return Move(frame.at(frame.step, asking={"language": tap.argument}))
    if frame.data.get("asking"):
        return Move(frame.at(frame.step, asking=None))
    return Move(frame.at("change"))


def _confirm(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    about = managed(ctx)
    if about.get("version") != frame.data.get("version"):
        return Move(_over_theirs(frame, about), note=Say("organise-changed-meanwhile"))
    if is_refused(ctx):
        return Move(frame, note=Say("organise-refused"))
    act = Act("workshop.change", workshop.id, {"draft": form.draft_of(frame), "version": frame.data["version"]})
    return Move(_one(workshop), (act,), note=Say("organise-changed"))


def _over_theirs(frame: Frame, about: dict[str, Any]) -> Frame:
    """One's own changes laid over the workshop as somebody else has changed it meanwhile, perhaps in another language."""
    draft = laid_over(about["draft"], form.draft_of(frame), frame.data.get("touched", ()))
    return frame.at("impact", draft=draft, version=about["version"])


def _at(name: str) -> Any:
    return lambda ctx, workshop, frame, tap: Move(frame.at(name))


def _publish(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    if workshop.state != "draft" or workshop.ends_at <= ctx.now:
        return Move(_one(workshop), note=Say("organise-over"))
    return Move(_one(workshop), (Act("workshop.announce", workshop.id),), note=Say("organise-published"))


def _call_off(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    if not may_call_off(ctx, workshop):
        return Move(_one(workshop), note=Say("organise-over"))
    return Move(_one(workshop), (Act("workshop.cancel", workshop.id),), note=Say("organise-called-off"))


def _finish(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    if not may_finish(ctx, workshop):
        return Move(_one(workshop), note=Say("organise-over"))
    return Move(_one(workshop), (Act("workshop.finish", workshop.id),), note=Say("organise-finished"))


def _look(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    known = tap.argument in managed(ctx).get("draft", {}).get("languages", ())
    return Move(frame.at("look", language=tap.argument)) if known else Move(frame, note=Say("outdated-button"))


def _guests(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    """The list of registrations on paper."""
    return Move(frame, (Act("checkin.list", workshop.id),), note=Say("reg-file-comes"))


_TAPS: Final[dict[tuple[str, str], Any]] = {
    ("one", "change"): _begin,
    ("change", "put"): _choose,
    ("change", "back"): lambda ctx, workshop, frame, tap: Move(_one(workshop)),
    ("impact", "confirm"): _confirm,
    ("impact", "change"): _at("change"),
    ("one", "publish"): _at("publish"),
    ("publish", "yes"): _publish,
    ("one", "cancel"): _at("cancel"),
    ("cancel", "yes"): _call_off,
    ("one", "finish"): _at("finish"),
    ("finish", "yes"): _finish,
    ("one", "guests"): _guests,
    ("one", "look"): _look,
    ("look", "look"): _look,
}


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if frame.step == "list" or workshop is None:
        return _list_screen(ctx, frame)
    if frame.step in form.FIELDS:
        return _field_screen(ctx, frame)
    if frame.step == "change":
        return change_menu(frame)
    return {
        "impact": _impact_screen,
        "publish": _publish_screen,
        "cancel": _cancel_screen,
        "finish": _finish_screen,
        "look": _look_screen,
    }.get(frame.step, _one_screen)(ctx, workshop, frame)


def _list_screen(ctx: Context, frame: Frame) -> Screen:
    rows: list[Row] = [
        (Button(Say("organise-listed", {"title": In(one.title), "state": one.state}), "open", str(one.id)),)
        for one in mine(ctx)
    ]
    shown, page, pages = paged(rows, int(frame.data.get("page", 0)), LISTED)
    head = Say("organise-list-head", {"count": len(rows)})
    return screen([head], [*shown, page_buttons(page, pages), (enter("organise-to-new", "new", "open"),), (HOME,)])


def _field_screen(ctx: Context, frame: Frame) -> Screen:
    shown = form.field_screen(ctx, frame, frame.step, ways=(button("back", "back"), button("organise-drop", "one")))
    languages = form.draft_of(frame).get("languages", ())
    there = frame.step != "series" or form.draft_of(frame).get("series")
    if frame.step not in form.TRANSLATED or not there or len(languages) < 2:
        return shown
    asked = form.asked(ctx, frame).language
    others = tuple(Button(Say(f"language-{code}"), "language", code) for code in languages if code != asked)
    return screen(shown.lines, [*shown.buttons[:-1], others, shown.buttons[-1]])


def _head(workshop: WorkshopFact) -> list[Words | None]:
    return [
        Say("title", {"title": In(workshop.title)}),
        Say("organise-state", {"state": workshop.state}),
        Say("meeting-line", {"when": meeting(workshop), "where": where(workshop)}),
    ]


def _asked_in(ctx: Context, workshop: WorkshopFact, waves: Sequence[Wave]) -> list[Wave]:
    """The waves, of a workshop that was called off those that had begun: the others will not be."""
    return [one for one in waves if workshop.state != "cancelled" or parse_instant(one[1]) <= ctx.now]


def _one_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    about = managed(ctx)
    draft = about.get("draft", {})
    link = Own(f"https://t.me/{ctx.facts.bot_name}?start=w-{workshop.slug}")
    lines: list[Words | None] = [
        *_head(workshop),
        EMPTY,
        *wave_lines(_asked_in(ctx, workshop, draft.get("waves", ())), workshop.zone),
        Say("organise-going", {"going": about.get("going", 0), "waiting": about.get("waiting", 0)}),
        *(Say("organise-ballots", {"kind": kind, "count": count}) for kind, count in about.get("ballots", ())),
        EMPTY,
        Say("organise-link", {"link": link}) if workshop.state != "cancelled" else None,
        *(missing_lines(draft) if workshop.state in ("draft", "announced") else ()),
    ]
    return screen(lines, manage_rows(ctx, workshop, draft))


def _impact_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    lines = [*_head(workshop), EMPTY, *impact_lines(ctx, workshop)]
    more = (button("organise-change-more", "change"), button("organise-drop", "one"))
    changed = bool(ctx.facts.extra.get("impact", {}).get("changed"))
    sure = (button("organise-confirm", "confirm"),) if changed and not is_refused(ctx) else ()
    return screen(lines, [sure, more])


def _publish_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    first = ctx.facts.extra.get("impact", {}).get("first", ())
    lines = [*_head(workshop), EMPTY, Say("organise-publish-ask"), *(told_line(one, workshop) for one in first)]
    lines += missing_lines(managed(ctx).get("draft", {}))
    return screen(lines, [(button("organise-publish-yes", "yes"),), (button("back", "one"),)])


def _cancel_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    told = ctx.facts.extra.get("impact", {}).get("told")
    asked = (
        Say("organise-cancel-ask", {"people": Say("organise-people", told)})
        if told
        else Say("organise-cancel-draft-ask")
    )
    return screen([*_head(workshop), EMPTY, asked], [(button("organise-cancel-yes", "yes"),), (button("back", "one"),)])


def _finish_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    rows: list[Row] = [(button("organise-finish-yes", "yes"),), (button("back", "one"),)]
    return screen([*_head(workshop), EMPTY, Say("organise-finish-ask")], rows)


def _look_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    language, draft = str(frame.data["language"]), managed(ctx)["draft"]
    seen = as_residents_see(ctx, draft, language, about_workshop)
    lines = [Say("organise-look-head", {"language": language}), EMPTY, *seen.lines]
    return screen(lines, [look_row(draft, language), (button("back", "one"),)])


MANAGE: Final = Flow("manage", "mg", VERSION, start, step, screen_of, roles=ROLES)
