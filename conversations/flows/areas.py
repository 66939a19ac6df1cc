"""/areas: the workshop's areas while the room watches: grouped from themes and released proposals, asked about, agreed.

`extra["areas"]`: {"listed": [{"id", "name", "sentence", "covers"}], "agreed", "news": what became of telling people, "tells":
how many that reaches, where it is asked, "themes": [{"id", "names", "origin"}] that the room may see, "shortlist",
"proposals": [{"id", "names", "shown"}] for those who may release them, "check"}.
"""

from __future__ import annotations

from typing import Final

from conversations.commands import ROOM
from conversations.context import Context
from conversations.effects import Act, Deliver
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.folding import folded
from conversations.organise.area_rules import LONGEST_NAME, LONGEST_SENTENCE, MOST
from conversations.organise.areas_screens import (
    agree_screen,
    area_screen,
    chosen,
    is_fixed,
    list_screen,
    listed,
    may_release,
    names,
    proposals_screen,
    tell_screen,
    told,
)
from conversations.organise.day import is_today
from conversations.organise.fields import tidied
from conversations.screens import Button, Content, FileRef, In, Say, Screen
from conversations.session import Frame
from conversations.show import HOME, Row, button, screen
from domain.languages import LANGUAGES
from domain.roles import holds

VERSION: Final = 1
LISTED: Final = 8
STEPS: Final = ("themes", "split", "merge", "remove")


def held(ctx: Context) -> list[WorkshopFact]:
    """Workshops whose areas this person works on: today's first, then the latest."""
    mine = [
        one
        for one in ctx.known_workshops()
        if one.state in ("announced", "done") and holds(ctx.person.grants, ROOM, one.id)
    ]
    return sorted(mine, key=lambda one: (not is_today(ctx, one), -one.starts_at.timestamp(), one.id))


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    mine = held(ctx)
    found = [one for one in mine if one.id == go.workshop]
    if go.workshop is None:
        found = [one for one in mine if is_today(ctx, one)] or mine
    return Move(_at(found[0]) if len(found) == 1 else Frame("areas", VERSION, "choose"))


def _at(workshop: WorkshopFact) -> Frame:
    return Frame("areas", VERSION, "list", {}, workshop.id)


# ---- events -------------------------------------------------------------------------------------------------------


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        number = event.argument if isinstance(event, Tap) else ""
        found = next((one for one in held(ctx) if str(one.id) == number), None)
        return Move(_at(found)) if found is not None else Move(frame, note=Say("please-tap"))
    if isinstance(event, Text) and frame.step in ("add", "name", "sentence"):
        return _written(ctx, frame, event)
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "list":
        return Move(_at(workshop))
    if event.verb == "page" and event.argument.isdecimal() and len(event.argument) < 5:
        return Move(frame.at(frame.step, page=int(event.argument)))
    if frame.step == "proposals":
        return _release(ctx, workshop, frame, event)
    return _list(ctx, workshop, frame, event) if frame.step in ("list", "agree", "tell") else _one(ctx, frame, event)


def _act(frame: Frame, verb: str, **args: object) -> Act:
    return Act(f"areas.{verb}", frame.workshop, args)


def _list(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    if tap.verb == "screen" and listed(ctx):
        return Move(frame, (Deliver(_picture(ctx, workshop)),), note=Say("reg-file-comes"))
    if tap.verb == "proposals" and may_release(ctx, workshop):
        return Move(frame.at("proposals"))
    if tap.verb == "look":
        return Move(frame.at("list", looked=int(frame.data.get("looked", 0)) + 1))
    if tap.verb in ("end", "reopen"):
        return Move(frame.at("list"), (_act(frame, tap.verb),), note=Say(f"areas-{tap.verb}-done"))
    if tap.verb == "tell" and told(ctx).get("news") == "late":
        return Move(frame.at("tell"))
    if tap.verb == "yes" and frame.step == "tell":
        return Move(frame.at("list"), (_act(frame, "tell"),))
    if is_fixed(ctx):
        return Move(frame.at("list"), note=Say("areas-are-fixed"))
    if tap.verb == "open" and any(str(one["id"]) == tap.argument for one in listed(ctx)):
        return Move(frame.at("one", area=int(tap.argument)))
    if tap.verb == "add" and len(listed(ctx)) < MOST:
        return Move(frame.at("add"))
    if tap.verb == "begin" and not listed(ctx):
        return Move(frame, (_act(frame, "begin"),), note=Say("areas-begun"))
    if tap.verb == "ask" and listed(ctx) and is_today(ctx, workshop):
        return Move(frame, (_act(frame, "ask"),), note=Say("areas-ask-done"))
    if tap.verb == "agree" and listed(ctx):
        return Move(frame.at("agree"))
    if tap.verb == "yes" and frame.step == "agree":
        return Move(frame.at("list"), (_act(frame, "agree"),), note=Say("areas-agree-done"))
    return Move(frame, note=Say("outdated-button"))


def _picture(ctx: Context, workshop: WorkshopFact) -> Content:
    about = {"workshop": workshop.id, "bot": ctx.facts.bot_name, "what": "areas", "at": ctx.now.isoformat()}
    return Content("areas", (), file=FileRef("screen", about, as_photo=True))


def _release(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    known = any(str(one["id"]) == tap.argument for one in told(ctx).get("proposals", ()))
    if tap.verb in ("show", "hide") and known and may_release(ctx, workshop):
        act = Act(f"theme.{tap.verb}", workshop.id, {"theme": int(tap.argument)})
        return Move(frame, (act,), note=Say(f"staff-theme-{tap.verb}-done"))
    return Move(frame, note=Say("outdated-button"))


def _one(ctx: Context, frame: Frame, tap: Tap) -> Move:
    area = chosen(ctx, frame)
    if area is None or is_fixed(ctx):
        return Move(frame.at("list", area=None), note=Say("areas-are-fixed" if area else "areas-gone"))
    number = int(tap.argument) if tap.argument.isascii() and tap.argument.isdecimal() else None
    about = {"area": area["id"]}
    if tap.verb == "back":
        return Move(frame.at("one", page=None, language=None))
    if tap.verb in ("name", "sentence") and frame.step == "one":
        return Move(frame.at(tap.verb, language=ctx.language))
    if tap.verb == "language" and frame.step in ("name", "sentence") and tap.argument in LANGUAGES:
        return Move(frame.at(frame.step, language=tap.argument))
    if tap.verb in STEPS and frame.step == "one":
        return Move(frame.at(tap.verb, page=None))
    if tap.verb in ("put", "take") and frame.step == "themes" and number in names(ctx):
        return Move(frame, (_act(frame, tap.verb, **about, theme=number),))
    if tap.verb == "split" and frame.step == "split" and number in area["covers"]:
        act = _act(frame, "split", **about, theme=number)
        return Move(frame.at("list", area=None), (act,), note=Say("areas-split-done"))
    if tap.verb == "into" and frame.step == "merge" and any(one["id"] == number for one in listed(ctx)):
        act = _act(frame, "merge", **about, into=number)
        return Move(frame.at("list", area=None), (act,), note=Say("areas-merge-done"))
    if tap.verb == "move":
        return _moved(frame, tap, area["id"])
    if tap.verb == "yes" and frame.step == "remove":
        act = _act(frame, "remove", **about)
        return Move(frame.at("list", area=None), (act,), note=Say("areas-remove-done"))
    return Move(frame, note=Say("outdated-button"))


def _moved(frame: Frame, tap: Tap, area: int) -> Move:
    """The button says which area goes to which place: a second tap on it changes nothing."""
    which, _, place = tap.argument.partition(":")
    if which != str(area) or not place.isdecimal() or len(place) > 3:
        return Move(frame, note=Say("outdated-button"))
    return Move(frame, (_act(frame, "move", area=area, place=int(place)),), note=Say("areas-moved"))


def _written(ctx: Context, frame: Frame, event: Text) -> Move:
    text = tidied(event.text).replace("\n", " ")
    most = LONGEST_SENTENCE if frame.step == "sentence" else LONGEST_NAME
    if len(text) > most:
        return Move(frame, note=Say("organise-too-long", {"most": most, "is": len(text)}))
    if not any(letter.isalnum() for letter in text):
        return Move(frame, note=Say("organise-no-words"))
    if is_fixed(ctx):
        return Move(frame.at("list", area=None), note=Say("areas-are-fixed"))
    if frame.step != "sentence" and _is_named_so(ctx, frame, text):
        return Move(frame, note=Say("areas-named-so"))
    if frame.step == "add":
        act = _act(frame, "add", language=ctx.language, text=text)
        return Move(frame.at("list"), (act,), note=Say("areas-added"))
    area = chosen(ctx, frame)
    if area is None:
        return Move(frame.at("list", area=None), note=Say("areas-gone"))
    act = _act(frame, frame.step, area=area["id"], language=frame.data["language"], text=text)
    return Move(frame.at("one", language=None), (act,), note=Say("areas-kept"))


def _is_named_so(ctx: Context, frame: Frame, text: str) -> bool:
    """True when another area has that name: the room could not tell the two apart."""
    new = frame.step == "add"
    language = ctx.language if new else str(frame.data["language"])
    others = (one["name"].get(language, "") for one in listed(ctx) if new or one["id"] != frame.data.get("area"))
    return folded(text) in map(folded, others)


# ---- screens ------------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        rows: list[Row] = [(Button(In(one.title), "open", str(one.id)),) for one in held(ctx)[:LISTED]]
        return screen([Say("day-choose", {"count": len(rows)})], [*rows, (HOME,)])
    if frame.step == "add":
        lines = [Say("areas-ask-new", {"language": ctx.language, "most": LONGEST_NAME})]
        return screen(lines, [(button("back", "list"),)])
    if frame.step == "agree":
        return agree_screen(ctx, workshop)
    if frame.step == "tell":
        return tell_screen(ctx, workshop)
    if frame.step == "proposals":
        return proposals_screen(ctx, frame)
    area = chosen(ctx, frame)
    return list_screen(ctx, workshop) if area is None else area_screen(ctx, frame, area)


AREAS: Final = Flow("areas", "ar", VERSION, start, step, screen_of, roles=ROOM)
