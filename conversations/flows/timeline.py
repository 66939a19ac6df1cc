"""/timeline: a workshop's messages, those to come and those that are over. What has not left can be moved, switched off,
given other words or other recipients, or sent at once.

`extra["entries"]`, those to come: {id, kind, number, due, state, why, tells, text, parts, people}; `extra["over"]`: {id, kind,
number, due, state, why, tells, fired, report, numbers}. People and numbers only of those that are shown. The chosen one has both,
and: between which instants it can be moved (`after`, `before`: None is no limit), what it is counted from (`follows`), `whom`
it speaks to where that can be chosen, how many want no such messages (`declined`; None: fewer than five), why it cannot leave
now (`why_not`), and where it `lands` at the moment that was typed.
"""

from __future__ import annotations

from typing import Final

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.organise import timeline_screens as screens
from conversations.organise.announcement import languages
from conversations.organise.entry_words import entry_text
from conversations.organise.own import ROLES, mine
from conversations.organise.spoken_time import Unheard, hear_moment
from conversations.organise.timeline_screens import Entry, entries, over
from conversations.screens import Button, In, Say, Screen, When
from conversations.session import Frame
from conversations.show import HOME, screen
from domain.instants import parse_instant
from domain.timeline import WHOM

VERSION = 1


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    coming = [one for one in mine(ctx) if one.state in ("draft", "announced")]
    if workshop is None and len(coming) == 1:
        workshop = coming[0]
    if workshop is None:
        return Move(Frame("timeline", VERSION, "choose"))
    return Move(Frame("timeline", VERSION, "list", {}, workshop.id))


def chosen(ctx: Context, frame: Frame) -> Entry | None:
    return next((one for one in (*entries(ctx), *over(ctx)) if one["id"] == frame.data.get("entry")), None)


# ---- events -----------------------------------------------------------------------------------------------------


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return _choose(ctx, frame, event)
    if isinstance(event, Tap) and event.verb in ("list", "over"):
        return Move(frame.at(event.verb, entry=None, moment=None, language=None, page=_kept_page(frame, event)))
    if frame.step in ("list", "over"):
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
        return Move(frame.at(frame.step, page=int(event.argument)))
    if event.verb == "open" and any(one["id"] == int(event.argument) for one in (*entries(ctx), *over(ctx))):
        return Move(frame.at("entry", entry=int(event.argument), **{"from": frame.step}))
    return Move(frame, note=Say("timeline-entry-gone"))


def _kept_page(frame: Frame, tap: Tap) -> int | None:
    """Back to the list that one came from: to the same page of it."""
    return frame.data.get("page") if frame.data.get("from", "list") == tap.verb and frame.step == "entry" else None


def _tap(ctx: Context, workshop: WorkshopFact, frame: Frame, entry: Entry, tap: Tap) -> Move:
    about = {"entry": entry["id"]}
    if tap.verb == "fire" and frame.step == "entry" and entry["why_not"] is not None:
        return Move(frame, note=screens.why_not(entry, workshop))
    if tap.verb in ("move", "text", "fire") and frame.step == "entry":
        language = languages(ctx)[0] if tap.verb == "text" else None
        return Move(frame.at(tap.verb, moment=None, day=None, language=language))
    if tap.verb == "language" and tap.argument in languages(ctx):
        return Move(frame.at("text", language=tap.argument))
    if tap.verb in ("on", "off") and frame.step == "entry":
        act = Act("timeline.switch", workshop.id, {**about, "on": tap.verb == "on"})
        return Move(frame, (act,), note=Say(f"timeline-switched-{tap.verb}"))
    if tap.verb == "usual" and frame.step == "text":
        return Move(frame.at("entry", language=None), (Act("timeline.text", workshop.id, {**about, "text": None}),))
    if tap.verb == "whom" and frame.step == "entry" and tap.argument in WHOM.get(entry["kind"], ()):
        act = Act("timeline.whom", workshop.id, {**about, "whom": tap.argument})
        return Move(frame, (act,), note=Say("timeline-whom-chosen"))
    if tap.verb in ("yes", "fixed") and frame.step == "move" and frame.data.get("moment"):
        moved = {"moment": frame.data["moment"], "fixed": tap.verb == "fixed"}
        act = Act("timeline.move", workshop.id, {**about, **moved})
        return Move(frame.at("entry", moment=None), (act,), note=Say("timeline-moved"))
    if tap.verb == "yes" and frame.step == "fire":
        return _fired(workshop, frame, entry)
    if tap.verb == "back":
        return Move(frame.at("entry", moment=None, language=None))
    return Move(frame, note=Say("outdated-button"))


def _fired(workshop: WorkshopFact, frame: Frame, entry: Entry) -> Move:
    if entry["state"] == "off" and not screens.is_over(entry):
        return Move(frame.at("entry"), note=Say("timeline-is-off-now"))
    if entry["why_not"] is not None:
        return Move(frame.at("entry"), note=screens.why_not(entry, workshop))
    act = Act("timeline.fire", workshop.id, {"entry": entry["id"]})
    return Move(frame.at("list", entry=None, page=None), (act,), note=screens.fire_words(entry, "-done"))


def _heard_moment(ctx: Context, workshop: WorkshopFact, frame: Frame, entry: Entry, event: Text) -> Move:
    found = hear_moment(event.text, ctx.now, workshop.zone, frame.data.get("day"))
    if isinstance(found, Unheard):
        return Move(frame.at("move", moment=None, day=found.day), note=found.note)
    after, before = (None if one is None else parse_instant(one) for one in (entry["after"], entry["before"]))
    if after is not None and found <= after:
        return Move(
            frame.at("move", moment=None), note=Say("timeline-move-after", {"when": When(after, workshop.zone)})
        )
    if before is not None and found >= before:
        return Move(
            frame.at("move", moment=None), note=Say("timeline-move-before", {"when": When(before, workshop.zone)})
        )
    return Move(frame.at("move", moment=found.isoformat(), day=None))


def _heard_text(ctx: Context, frame: Frame, entry: Entry, event: Text) -> Move:
    text, language = entry_text(event.text, entry["kind"]), str(frame.data.get("language"))
    if isinstance(text, Say):
        return Move(frame, note=text)
    texts = {**(entry["text"] or {}), language: text}
    act = Act("timeline.text", frame.workshop, {"entry": entry["id"], "text": texts})
    missing = [code for code in languages(ctx) if code not in texts]
    following = frame.at("text", language=missing[0]) if missing else frame.at("entry", language=None)
    return Move(following, (act,), note=Say("timeline-text-kept"))


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return choose_screen(ctx, Say("timeline-choose"))
    entry = chosen(ctx, frame)
    if frame.step in ("list", "over") or entry is None:
        return screens.list_screen(ctx, workshop, frame)
    return screens.SCREENS.get(frame.step, screens.entry_screen)(ctx, workshop, frame, entry)


def choose_screen(ctx: Context, head: Say) -> Screen:
    """Which of one's workshops."""
    rows = [(Button(In(one.title), "open", str(one.id)),) for one in mine(ctx) if one.state != "cancelled"][:8]
    return screen([head if rows else Say("organise-list-head", {"count": 0})], [*rows, (HOME,)])


TIMELINE: Final = Flow("timeline", "tl", VERSION, start, step, screen_of, roles=ROLES)
