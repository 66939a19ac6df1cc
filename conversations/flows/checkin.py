"""/checkin: the list at the door. A tap checks in, another one undoes it; a scanned ticket opens its line at once.

Names are shown to organisers and stand in no session: the frame keeps the number of a line, and of a search no more than
the first letters. `extra["checkin"]`: numbers, and `listed` with `total`, or `one`.
"""

from __future__ import annotations

from typing import Any, Final, Protocol

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.organise.day import choose_screen, chosen, is_today, meant
from conversations.organise.guests import Registered
from conversations.organise.own import ROLES
from conversations.screens import Button, In, Own, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, page_buttons, screen
from domain.instants import Instant

VERSION: Final = 1
LISTED: Final = 8
LETTERS: Final = 3


class Guest(Registered, Protocol):
    """A line of the list."""

    @property
    def checked_in_at(self) -> Instant | None: ...


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = meant(ctx, go.workshop, ROLES)
    if workshop is None:
        return Move(Frame("checkin", VERSION, "choose"))
    if go.verb == "scan":
        return _scanned(ctx, workshop)
    return Move(_list(workshop))


def _list(workshop: WorkshopFact) -> Frame:
    return Frame("checkin", VERSION, "list", {}, workshop.id)


def _scanned(ctx: Context, workshop: WorkshopFact) -> Move:
    """Whoever has a place and comes on the day is in by the scan itself."""
    about = ctx.facts.extra.get("scanned") or {}
    if about.get("workshop") != workshop.id:
        return Move(_list(workshop))
    frame = _list(workshop).at("one", registration=about["registration"])
    if about["in"]:
        return Move(frame, note=Say("checkin-already"))
    if about["state"] != "going":
        return Move(frame, note=Say("checkin-no-place"))
    if not is_today(ctx, workshop):
        return Move(frame, note=Say("checkin-other-day"))
    act = Act("checkin.put", workshop.id, {"registration": about["registration"]})
    return Move(frame, (act,), note=Say("checkin-done"))


# ---- events -----------------------------------------------------------------------------------------------------


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        found = chosen(ctx, event, ROLES)
        return Move(_list(found)) if found is not None else Move(frame, note=Say("please-tap"))
    if isinstance(event, Text) and frame.step == "list":
        return Move(frame.at("list", begins=event.text.strip()[:LETTERS], page=None))
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "list":
        return Move(_list(workshop))
    if event.verb in ("in", "undo", "add", "remove") and not is_today(ctx, workshop):
        return Move(frame, note=Say("checkin-other-day"))
    return _one(ctx, workshop, frame, event) if frame.step == "one" else _tapped(ctx, workshop, frame, event)


def _tapped(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    if tap.verb == "page" and tap.argument.isdecimal() and len(tap.argument) < 7:
        return Move(frame.at("list", page=int(tap.argument)))
    if tap.verb in ("add", "remove"):
        return Move(frame, (Act(f"checkin.{tap.verb}", workshop.id),), note=Say(f"checkin-{tap.verb}-done"))
    guest = next((one for one in _told(ctx).get("listed", ()) if str(one.id) == tap.argument), None)
    if guest is None or tap.verb not in ("in", "open"):
        return Move(frame, note=Say("outdated-button"))
    if tap.verb == "open" or guest.checked_in_at is not None:
        return Move(frame.at("one", registration=guest.id))
    return Move(frame, (Act("checkin.put", workshop.id, {"registration": guest.id}),), note=Say("checkin-done"))


def _one(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    about = {"registration": frame.data["registration"]}
    if tap.verb == "undo":
        return Move(frame, (Act("checkin.undo", workshop.id, about),), note=Say("checkin-undone"))
    if tap.verb == "in":
        return Move(frame, (Act("checkin.put", workshop.id, about),), note=Say("checkin-done"))
    return Move(frame, note=Say("outdated-button"))


# ---- screens ----------------------------------------------------------------------------------------------------


def _told(ctx: Context) -> dict[str, Any]:
    found: dict[str, Any] = ctx.facts.extra.get("checkin", {})
    return found


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        return choose_screen(ctx, ROLES)
    return _one_screen(ctx, workshop) if frame.step == "one" else _list_screen(ctx, workshop, frame)


def _head(ctx: Context, workshop: WorkshopFact) -> list[Words | None]:
    numbers = _told(ctx).get("numbers")
    counted = None
    if numbers is not None:
        counted = Say("checkin-numbers", {"present": numbers.present, "expected": numbers.expected})
    return [Say("title", {"title": In(workshop.title)}), counted]


def _list_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    told = _told(ctx)
    guests: tuple[Guest, ...] = tuple(told.get("listed", ()))
    total, numbers = int(told.get("total", 0)), told.get("numbers")
    unregistered = numbers.unregistered if numbers is not None else 0
    begins = str(frame.data.get("begins", ""))
    lines = [
        *_head(ctx, workshop),
        Say("checkin-unregistered", {"count": unregistered}) if unregistered else None,
        EMPTY,
        Say("checkin-found", {"letters": begins, "count": total}) if begins else Say("checkin-how"),
    ]
    pages = max(1, -(-total // LISTED))
    rows: list[Row] = [(Button(_label(one), _verb(one), str(one.id)),) for one in guests]
    rows.append(page_buttons(int(frame.data.get("page", 0)), pages))
    rows.append((button("checkin-everybody", "list"),) if begins else ())
    less = (button("checkin-remove", "remove"),) if unregistered else ()
    rows.append((button("checkin-add", "add"), *less))
    rows.append((enter("day-to-today", "today", "open", str(workshop.id)), HOME))
    return screen(lines, rows)


def _verb(one: Guest) -> str:
    return "in" if one.checked_in_at is None else "open"


def _label(one: Guest) -> Words:
    here = "yes" if one.checked_in_at is not None else "no"
    return Say("checkin-line", {"in": here, "name": _name(one), "state": one.state})


def _name(one: Guest) -> Words:
    return Own(one.name) if one.name else Say("checkin-nameless", {"number": one.id})


def _one_screen(ctx: Context, workshop: WorkshopFact) -> Screen:
    one: Guest | None = _told(ctx).get("one")
    back = (button("checkin-to-list", "list"), HOME)
    if one is None:
        return screen([*_head(ctx, workshop), EMPTY, Say("checkin-gone")], [back])
    came = one.checked_in_at
    lines = [
        *_head(ctx, workshop),
        EMPTY,
        Say("checkin-who", {"name": _name(one)}),
        Say("checkin-state", {"state": one.state, "way": "online" if one.online else "room"}),
        Say("checkin-since", {"when": When(came, workshop.zone, "time")}) if came is not None else None,
    ]
    turn = button("checkin-undo", "undo") if came is not None else button("checkin-in", "in")
    return screen(lines, [(turn,), back])


CHECKIN: Final = Flow("checkin", "ci", VERSION, start, step, screen_of, roles=ROLES)
