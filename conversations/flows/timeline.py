"""/timeline: a workshop's coming messages; each can be moved, switched off, given other words, or sent at once.

`extra["entries"]`: {id, kind, number, due, state, tells, text, parts, people, after, before}; people only of those that are
shown, and between which instants it can be moved (`after`, `before`: None is no limit) only of the chosen one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.organise.audience_parts import audience_words
from conversations.organise.fields import tidied
from conversations.organise.impact import entry_name
from conversations.organise.meeting_fields import unclear
from conversations.organise.own import ROLES, mine
from conversations.screens import Button, In, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, page_buttons, paged, screen
from domain.audience import Part
from domain.date_words import Understood, read_when
from domain.instants import Instant, parse_instant
from domain.quiet import TOWN_QUIET, is_quiet

VERSION = 1
PAGE: Final = 5
LONGEST: Final = 1500

Entry = Mapping[str, Any]


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    coming = [one for one in mine(ctx) if one.state in ("draft", "announced")]
    if workshop is None and len(coming) == 1:
        workshop = coming[0]
    if workshop is None:
        return Move(Frame("timeline", VERSION, "choose"))
    return Move(Frame("timeline", VERSION, "list", {}, workshop.id))


def entries(ctx: Context) -> list[Entry]:
    return list(ctx.facts.extra.get("entries", ()))


def chosen(ctx: Context, frame: Frame) -> Entry | None:
    return next((one for one in entries(ctx) if one["id"] == frame.data.get("entry")), None)


# ---- events -----------------------------------------------------------------------------------------------------


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return _choose(ctx, frame, event)
    if isinstance(event, Tap) and event.verb == "list":
        return Move(frame.at("list", entry=None, moment=None, language=None))
    if frame.step == "list":
        return _list(ctx, frame, event)
    entry = chosen(ctx, frame)
    if entry is None:
        return Move(frame.at("list", entry=None), note=Say("timeline-entry-gone"))
    if isinstance(event, Tap):
        return _tap(ctx, workshop, frame, entry, event)
    if isinstance(event, Text) and frame.step == "move":
        return _heard_moment(ctx, workshop, frame, entry, event)
    if isinstance(event, Text) and frame.step == "text":
        return _heard_text(ctx, frame, entry, event)
    return Move(frame, note=Say("please-tap"))


def _choose(ctx: Context, frame: Frame, event: Heard) -> Move:
    number = int(event.argument) if isinstance(event, Tap) and event.argument.isdecimal() else None
    workshop = next((one for one in mine(ctx) if one.id == number), None)
    if workshop is None:
        return Move(frame, note=Say("please-tap"))
    return Move(Frame("timeline", VERSION, "list", {}, workshop.id))


def _list(ctx: Context, frame: Frame, event: Heard) -> Move:
    if not isinstance(event, Tap) or not event.argument.isdecimal():
        return Move(frame, note=Say("please-tap"))
    if event.verb == "page":
        return Move(frame.at("list", page=int(event.argument)))
    if event.verb == "open" and any(one["id"] == int(event.argument) for one in entries(ctx)):
        return Move(frame.at("entry", entry=int(event.argument)))
    return Move(frame, note=Say("timeline-entry-gone"))


def _tap(ctx: Context, workshop: WorkshopFact, frame: Frame, entry: Entry, tap: Tap) -> Move:
    about = {"entry": entry["id"]}
    if tap.verb in ("move", "text", "fire") and frame.step == "entry":
        return Move(frame.at(tap.verb, moment=None, language=_languages(ctx)[0] if tap.verb == "text" else None))
    if tap.verb == "language" and tap.argument in _languages(ctx):
        return Move(frame.at("text", language=tap.argument))
    if tap.verb in ("on", "off") and frame.step == "entry":
        act = Act("timeline.switch", workshop.id, {**about, "on": tap.verb == "on"})
        return Move(frame, (act,), note=Say(f"timeline-switched-{tap.verb}"))
    if tap.verb == "usual" and frame.step == "text":
        return Move(frame.at("entry", language=None), (Act("timeline.text", workshop.id, {**about, "text": None}),))
    if tap.verb == "yes" and frame.step == "move" and frame.data.get("moment"):
        act = Act("timeline.move", workshop.id, {**about, "moment": frame.data["moment"]})
        return Move(frame.at("entry", moment=None), (act,), note=Say("timeline-moved"))
    if tap.verb in ("fire", "yes") and frame.step == "fire" and entry["state"] == "off":
        return Move(frame.at("entry"), note=Say("timeline-is-off-now"))
    if tap.verb == "yes" and frame.step == "fire" and workshop.state == "announced":
        act = Act("timeline.fire", workshop.id, about)
        return Move(frame.at("list", entry=None), (act,), note=Say("timeline-fired"))
    if tap.verb == "back":
        return Move(frame.at("entry", moment=None, language=None))
    return Move(frame, note=Say("outdated-button"))


def _heard_moment(ctx: Context, workshop: WorkshopFact, frame: Frame, entry: Entry, event: Text) -> Move:
    found = read_when(event.text, ctx.now, ZoneInfo(workshop.zone))
    if not isinstance(found, Understood):
        return Move(frame.at("move", moment=None), note=unclear(found))
    after, before = (None if one is None else parse_instant(one) for one in (entry["after"], entry["before"]))
    if after is not None and found.start <= after:
        return Move(
            frame.at("move", moment=None), note=Say("timeline-move-after", {"when": When(after, workshop.zone)})
        )
    if before is not None and found.start >= before:
        return Move(
            frame.at("move", moment=None), note=Say("timeline-move-before", {"when": When(before, workshop.zone)})
        )
    return Move(frame.at("move", moment=found.start.isoformat()))


def _heard_text(ctx: Context, frame: Frame, entry: Entry, event: Text) -> Move:
    text, language = tidied(event.text), str(frame.data.get("language"))
    if len(text) > LONGEST:
        return Move(frame, note=Say("organise-too-long", {"most": LONGEST, "is": len(text)}))
    if not any(letter.isalnum() for letter in text):
        return Move(frame, note=Say("organise-no-words"))
    texts = {**(entry["text"] or {}), language: text}
    act = Act("timeline.text", frame.workshop, {"entry": entry["id"], "text": texts})
    missing = [code for code in _languages(ctx) if code not in texts]
    following = frame.at("text", language=missing[0]) if missing else frame.at("entry", language=None)
    return Move(following, (act,), note=Say("timeline-text-kept"))


def _languages(ctx: Context) -> list[str]:
    return list(ctx.facts.extra.get("languages", ("pl",)))


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return choose_screen(ctx, Say("timeline-choose"))
    entry = chosen(ctx, frame)
    if frame.step == "list" or entry is None:
        return _list_screen(ctx, workshop, frame)
    shown = {"move": _move_screen, "text": _text_screen, "fire": _fire_screen}.get(frame.step, _entry_screen)
    return shown(ctx, workshop, frame, entry)


def choose_screen(ctx: Context, head: Say) -> Screen:
    """Which of one's workshops."""
    rows = [(Button(In(one.title), "open", str(one.id)),) for one in mine(ctx) if one.state != "cancelled"][:8]
    return screen([head if rows else Say("organise-list-head", {"count": 0})], [*rows, (HOME,)])


def _list_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    listed = entries(ctx)
    lines: list[Words | None] = [
        Say("title", {"title": In(workshop.title)}),
        Say("timeline-head", {"count": len(listed)}),
    ]
    rows: list[Row] = []
    for one in listed:
        name = entry_name(one["kind"], one["number"])
        if "people" in one:
            lines += [
                EMPTY,
                Say("timeline-listed", {"when": _when(one, workshop), "entry": name, "state": one["state"]}),
            ]
            lines.append(_people(one))
        due = When(parse_instant(one["due"]), workshop.zone, "stamp")
        rows.append((Button(Say("timeline-listed-button", {"entry": name, "when": due}), "open", str(one["id"])),))
    shown, page, pages = paged(rows, int(frame.data.get("page", 0)), PAGE)
    back = enter("organise-to-workshop", "manage", "open", str(workshop.id))
    return screen(lines, [*shown, page_buttons(page, pages), (back,)])


def _when(one: Entry, workshop: WorkshopFact) -> When:
    return When(parse_instant(one["due"]), workshop.zone)


def _people(one: Entry) -> Words | None:
    if not one["tells"]:
        return Say("timeline-tells-nobody")
    if one["people"] is None:
        return None
    return Say("timeline-to", {"audience": _audience(one), "people": Say("organise-people", one["people"])})


def _audience(one: Entry) -> Words:
    return audience_words([Part(kind, value) for kind, value in one["parts"]], {})


def _entry_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, one: Entry) -> Screen:
    lines: list[Words | None] = [
        Say("title", {"title": entry_name(one["kind"], one["number"])}),
        Say("timeline-due", {"when": _when(one, workshop)}),
        _people(one),
        Say("timeline-is-off") if one["state"] == "off" else None,
    ]
    if one["tells"]:
        lines += [EMPTY, In(one["text"]) if one["text"] else _usual(one)]
    rows: list[Row] = [
        (button("timeline-move", "move"), *_switch_button(one)),
        (button("timeline-text", "text"),) if one["tells"] else (),
        (button("timeline-fire", "fire"),) if workshop.state == "announced" and one["state"] != "off" else (),
        (button("back", "list"),),
    ]
    return screen(lines, rows)


def _switch_button(one: Entry) -> Row:
    """A wave that opens or closes without a message does so by its date: there is nothing to switch off."""
    if not one["tells"]:
        return ()
    return (button("timeline-switch-on", "on") if one["state"] == "off" else button("timeline-switch-off", "off"),)


def _usual(one: Entry) -> Words:
    """The catalogue's words, or what the message is made of when it says figures or what the office decided."""
    if one["kind"] in ("summary", "decision"):
        return Say(f"timeline-usual-{one['kind']}")
    return Say(f"timeline-{one['kind'].replace('_', '-')}")


def _move_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, one: Entry) -> Screen:
    name = Say("title", {"title": entry_name(one["kind"], one["number"])})
    if frame.data.get("moment"):
        moment = parse_instant(frame.data["moment"])
        lines = [name, Say("timeline-move-sure", {"when": When(moment, workshop.zone)}), _night(moment, workshop)]
        return screen(lines, [(button("organise-yes", "yes"), button("organise-other-time", "back"))])
    return screen(
        [name, Say("timeline-due", {"when": _when(one, workshop)}), Say("timeline-ask-move")],
        [(button("back", "back"),)],
    )


def _night(moment: Instant, workshop: WorkshopFact) -> Words | None:
    return Say("timeline-at-night") if is_quiet(moment, TOWN_QUIET, ZoneInfo(workshop.zone)) else None


def _text_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, one: Entry) -> Screen:
    language = str(frame.data.get("language"))
    texts = one["text"] or {}
    lines: list[Words | None] = [
        Say("title", {"title": entry_name(one["kind"], one["number"])}),
        Say("timeline-ask-text", {"language": language}),
        EMPTY,
        In({language: texts[language]}) if language in texts else _usual(one),
    ]
    others = tuple(Button(Say(f"language-{code}"), "language", code) for code in _languages(ctx) if code != language)
    usual = (button("timeline-usual", "usual"),) if texts else ()
    return screen(lines, [others, usual, (button("back", "back"),)])


def _fire_screen(ctx: Context, workshop: WorkshopFact, frame: Frame, one: Entry) -> Screen:
    name = Say("title", {"title": entry_name(one["kind"], one["number"])})
    lines = [name, Say("timeline-fire-ask"), _people(one), _night(ctx.now, workshop)]
    return screen(lines, [(button("timeline-fire-yes", "yes"),), (button("back", "back"),)])


TIMELINE: Final = Flow("timeline", "tl", VERSION, start, step, screen_of, roles=ROLES)
