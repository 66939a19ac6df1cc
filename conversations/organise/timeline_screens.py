"""Screens of /timeline: the messages to come, those that are over, and one of them. Facts: see `conversations.flows.timeline`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from conversations.context import Context
from conversations.facts import WorkshopFact
from conversations.organise.announcement import languages
from conversations.organise.audience_parts import audience_words
from conversations.organise.entry_words import usual_words
from conversations.organise.impact import entry_name
from conversations.organise.moments import counted_from
from conversations.organise.night_lines import night_lines
from conversations.organise.sending import number_lines
from conversations.screens import Button, In, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, Row, button, enter, page_buttons, paged, screen
from domain.audience import Part
from domain.instants import Instant, parse_instant
from domain.quiet import TOWN_QUIET, is_quiet
from domain.timeline import WHOM
from domain.timeline_limits import wave_edge

PAGE: Final = 5

Entry = Mapping[str, Any]


def entries(ctx: Context) -> list[Entry]:
    """Those to come, the next one first."""
    return list(ctx.facts.extra.get("entries", ()))


def over(ctx: Context) -> list[Entry]:
    """Those that are over, the last one first."""
    return list(ctx.facts.extra.get("over", ()))


def is_over(one: Entry) -> bool:
    return "fired" in one


# ---- lists ------------------------------------------------------------------------------------------------------


def list_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    past = frame.step == "over"
    listed = over(ctx) if past else entries(ctx)
    lines: list[Words | None] = [
        Say("title", {"title": In(workshop.title)}),
        Say("timeline-over-head" if past else "timeline-head", {"count": len(listed)}),
    ]
    shown, page, pages = paged(listed, int(frame.data.get("page") or 0), PAGE)
    rows: list[Row] = []
    for one in shown:
        lines += [EMPTY, *(_over_lines(one, workshop) if past else _coming_lines(one, workshop))]
        label = Say("timeline-listed-button", {"entry": _name(one), "when": _when(one, workshop, "stamp")})
        rows.append((Button(label, "open", str(one["id"])),))
    others = button("timeline-to-coming", "list") if past else button("timeline-to-over", "over")
    back = enter("organise-to-workshop", "manage", "open", str(workshop.id))
    return screen(lines, [*rows, page_buttons(page, pages), (others,) if past or over(ctx) else (), (back,)])


def _coming_lines(one: Entry, workshop: WorkshopFact) -> list[Words | None]:
    about = {"when": _when(one, workshop), "entry": _name(one), "state": one["state"]}
    return [Say("timeline-listed", about), _people(one)]


def _over_lines(one: Entry, workshop: WorkshopFact) -> list[Words | None]:
    about = {"when": _when(one, workshop), "entry": _name(one), "state": _became(one)}
    return [Say("timeline-over-listed", about), _outcome(one)]


def _became(one: Entry) -> str:
    """The state in which it ended, or `overtaken`: another message of the same moment said it."""
    return str(one["state"] if one["state"] != "expired" else one["why"] or "expired")


def _outcome(one: Entry) -> Words | None:
    """In a few words what became of it."""
    if "numbers" in one:
        numbers = one["numbers"]
        told = {name: Say("organise-number", numbers[name]) for name in ("sent", "recipients")}
        return Say("timeline-over-sent", {"sent": told["sent"], "of": told["recipients"]})
    return Say("timeline-tells-nobody") if one["state"] == "fired" and not one["tells"] else None


def _name(one: Entry) -> Say:
    return entry_name(one["kind"], one["number"])


def _when(one: Entry, workshop: WorkshopFact, style: Literal["long", "stamp"] = "long") -> When:
    """When it is due; of one that has left, when it left."""
    return When(parse_instant(one.get("fired") or one["due"]), workshop.zone, style)


def _people(one: Entry) -> Words | None:
    if not one["tells"]:
        return Say("timeline-tells-nobody")
    if one.get("people") is None:
        return None
    return Say("timeline-to", {"audience": _audience(one), "people": Say("organise-people", one["people"])})


def _declined(one: Entry) -> Words | None:
    """Those who stopped messages, or switched reminders off: they are not among the people it goes to."""
    if one.get("declined") is None:
        return None
    return Say("timeline-declined", {"people": Say("organise-people", one["declined"])})


def _audience(one: Entry) -> Words:
    return audience_words([Part(kind, value) for kind, value in one["parts"]], {})


# ---- one of them ------------------------------------------------------------------------------------------------


def entry_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, one: Entry) -> Screen:
    if is_over(one):
        return _over_screen(ctx, workshop, frame, one)
    lines: list[Words | None] = [
        Say("title", {"title": _name(one)}),
        Say("timeline-due", {"when": _when(one, workshop)}),
        counted_from(one["follows"]),
        _people(one),
        _declined(one),
        Say("timeline-is-off") if one["state"] == "off" else None,
    ]
    lines += _words(one)
    fire = one["state"] != "off" and one["why_not"] != "over"
    rows: list[Row] = [
        (button("timeline-move", "move"), *_switch_button(one)),
        *_changes(one),
        _fire_button(one) if fire else (),
        (button("back", "list"),),
    ]
    return screen(lines, rows)


def _over_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, one: Entry) -> Screen:
    about = {"when": _when(one, workshop), "entry": _name(one), "state": _became(one)}
    lines: list[Words | None] = [Say("title", {"title": _name(one)}), Say("timeline-over-state", about)]
    back = (button("back", "over"),)
    if one["state"] in ("fired", "cancelled"):
        lines += [EMPTY, *number_lines(one["numbers"])] if "numbers" in one else [_outcome(one)]
        report = f"{workshop.id}:{one.get('report')}"
        rows: list[Row] = [(enter("timeline-to-report", "announce", "report", report),) if "report" in one else ()]
        return screen(lines, [*rows, back])
    if one["why_not"] is not None:
        lines.append(why_not(one, workshop))
    lines += [_people(one), _declined(one), *_words(one)]
    may = one["why_not"] in (None, "nothing", "no_wave")
    rows = [
        _fire_button(one) if one["why_not"] is None else (),
        (button("timeline-move", "move"),) if may and workshop.state in ("draft", "announced") else (),
        *(_changes(one) if may else ()),
    ]
    return screen(lines, [*rows, back])


def why_not(one: Entry, workshop: WorkshopFact) -> Say:
    """Why it cannot leave now."""
    if one["why_not"] == "too_late" and one.get("before"):
        return Say("timeline-not-now-too-late-since", {"when": When(parse_instant(one["before"]), workshop.zone)})
    return Say(f"timeline-not-now-{one['why_not'].replace('_', '-')}")


def _words(one: Entry) -> list[Words | None]:
    return [EMPTY, In(one["text"]) if one["text"] else usual_words(one["kind"])] if one["tells"] else []


def _changes(one: Entry) -> list[Row]:
    """Whom it speaks to, where that can be chosen, and its words."""
    others = [whom for whom in WHOM.get(one["kind"], ()) if one["whom"] is not None and whom != one["whom"]]
    whom = tuple(
        Button(Say("timeline-send-to", {"audience": Say(f"audience-{name.replace('_', '-')}")}), "whom", name)
        for name in others
    )
    return [whom, (button("timeline-text", "text"),) if one["tells"] else ()]


def _switch_button(one: Entry) -> Row:
    """A wave that opens or closes without a message does so by its date: there is nothing to switch off."""
    if not one["tells"]:
        return ()
    return (button("timeline-switch-on", "on") if one["state"] == "off" else button("timeline-switch-off", "off"),)


# ---- changing it ------------------------------------------------------------------------------------------------


def _move_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, one: Entry) -> Screen:
    name = Say("title", {"title": _name(one)})
    if frame.data.get("moment"):
        return _sure_screen(workshop, frame, one, name)
    due = Say("timeline-due", {"when": _when(one, workshop)})
    return screen([name, due, counted_from(one["follows"]), Say("timeline-ask-move")], [(button("back", "back"),)])


def _sure_screen(workshop: WorkshopFact, frame: Frame, one: Entry, name: Words) -> Screen:
    """Where it lands, and whether it moves with the workshop from there."""
    other = (button("organise-other-time", "back"),)
    lands = one.get("lands")
    if lands is None:
        return screen([name, Say("timeline-move-nowhere")], [other])
    wanted, due = parse_instant(frame.data["moment"]), parse_instant(lands["due"])
    stays = _night(due, workshop) if one["tells"] else None
    lines = [
        name,
        Say("timeline-move-sure", {"when": When(due, workshop.zone)}),
        Say("timeline-move-out-of-night") if due != wanted and is_quiet(wanted, TOWN_QUIET, _zone(workshop)) else stays,
        counted_from(lands["follows"]),
    ]
    if lands["follows"] is None:
        return screen(lines, [(button("organise-yes", "yes"), *other)])
    fixed = (button("timeline-move-fixed", "fixed"),) if one.get("lands_fixed") is not None else ()
    return screen(lines, [(button("timeline-move-along", "yes"),), fixed, other])


def _zone(workshop: WorkshopFact) -> ZoneInfo:
    return ZoneInfo(workshop.zone)


def _night(moment: Instant, workshop: WorkshopFact) -> Words | None:
    return Say("timeline-at-night") if is_quiet(moment, TOWN_QUIET, _zone(workshop)) else None


def _text_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, one: Entry) -> Screen:
    language = str(frame.data.get("language"))
    texts = one["text"] or {}
    lines: list[Words | None] = [
        Say("title", {"title": _name(one)}),
        Say("timeline-ask-text", {"language": language}),
        EMPTY,
        In({language: texts[language]}) if language in texts else usual_words(one["kind"]),
    ]
    others = tuple(Button(Say(f"language-{code}"), "language", code) for code in languages(ctx) if code != language)
    usual = (button("timeline-usual", "usual"),) if texts else ()
    return screen(lines, [others, usual, (button("back", "back"),)])


def fire_words(one: Entry, step: Literal["", "-ask", "-yes", "-done"]) -> Say:
    """A message is sent; the questions that open or close without one are opened or closed."""
    edge = wave_edge(one["kind"])
    if one["tells"] or edge is None:
        return Say("timeline-fired" if step == "-done" else f"timeline-fire{step}")
    return Say(f"timeline-edge{step}", {"edge": edge[1]})


def _fire_button(one: Entry) -> Row:
    return (Button(fire_words(one, ""), "fire"),)


def _fire_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, one: Entry) -> Screen:
    lines: list[Words | None] = [Say("title", {"title": _name(one)}), fire_words(one, "-ask")]
    lines += [_people(one), _declined(one)] if one["tells"] else []
    lines += night_lines(one.get("ahead"), workshop.zone)
    return screen(lines, [(Button(fire_words(one, "-yes"), "yes"),), (button("back", "back"),)])


SCREENS: Final[Mapping[str, Callable[[Context, WorkshopFact, Frame, Entry], Screen]]] = {
    "move": _move_screen,
    "text": _text_screen,
    "fire": _fire_screen,
}
