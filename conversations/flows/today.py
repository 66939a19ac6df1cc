"""/today: the workshop while it takes place. Who is there, how many answered, and the survey in the room.

`extra["today"]`: numbers of people, `ballots` by wave in steps of five, the timeline's next entries, `pages` (whether there is
an address for browsers), `link`, the live page's address, None while it has none, and `live`: whether it shows themes while
answers still come.
"""

from __future__ import annotations

from typing import Any, Final
from zoneinfo import ZoneInfo

from conversations.commands import ORGANISERS, ROOM
from conversations.context import Context
from conversations.effects import Act, Deliver
from conversations.events import Tap
from conversations.facts import WaveFact, WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.organise.day import choose_screen, chosen, is_today, meant
from conversations.organise.impact import entry_name
from conversations.screens import Button, Content, FileRef, In, Own, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, screen
from domain.instants import Instant, later, wall_clock
from domain.roles import holds

VERSION: Final = 1
ROOM_MINUTES: Final = 15


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = meant(ctx, go.workshop, ROOM)
    return Move(_at(workshop) if workshop is not None else Frame("today", VERSION, "choose"))


def _at(workshop: WorkshopFact) -> Frame:
    return Frame("today", VERSION, "one", {}, workshop.id)


# ---- events -----------------------------------------------------------------------------------------------------


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        found = chosen(ctx, event, ROOM)
        return Move(_at(found)) if found is not None else Move(frame, note=Say("please-tap"))
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb in ("again", "one"):
        return Move(frame.at("one", looked=int(ctx.now.timestamp())))
    if event.verb == "screen":
        return Move(frame.at("one"), (Deliver(_picture(ctx, workshop)),), note=Say("reg-file-comes"))
    if event.verb in ("link", "renew") and _has_pages(ctx):
        act = Act(f"day.{event.verb}", workshop.id)
        return Move(frame.at("link"), (act,), note=Say("day-renew-done") if event.verb == "renew" else None)
    if event.verb == "sure" and event.argument == "renew" and _has_pages(ctx):
        return Move(frame.at("renew"))
    if event.verb in ("sure", "live") and event.argument in ("live", "on", "off"):
        return _live(ctx, frame, workshop, event)
    if event.verb == "sure" and event.argument in ("close", "after") and event.argument in _offered(ctx, workshop):
        return Move(frame.at(event.argument))
    if event.verb not in _offered(ctx, workshop):
        return Move(frame.at("one"), note=Say("outdated-button"))
    end = _end(workshop, event.verb)
    if end is not None and event.argument != _shown(end):
        return Move(frame.at("one"), note=Say("day-moved-meanwhile"))
    act = Act(f"day.{event.verb}", workshop.id, {} if end is None else {"expected": end.isoformat()})
    return Move(frame.at("one"), (act,), note=Say(f"day-{event.verb}-done"))


def _live(ctx: Context, frame: Frame, workshop: WorkshopFact, event: Tap) -> Move:
    """The organiser's word on showing themes while answers still come; switching it on is asked once more."""
    if not _has_pages(ctx) or not holds(ctx.person.grants, ORGANISERS, workshop.id):
        return Move(frame.at("one"), note=Say("outdated-button"))
    if event.argument == "live":
        return Move(frame.at("live"))
    act = Act("day.live", workshop.id, {"on": event.argument == "on"})
    return Move(frame.at("link"), (act,), note=Say("day-live-done", {"on": event.argument}))


def _picture(ctx: Context, workshop: WorkshopFact) -> Content:
    """What the projector should show now, as a picture; made anew each time."""
    about = {"workshop": workshop.id, "bot": ctx.facts.bot_name, "what": "now", "at": ctx.now.isoformat()}
    return Content("today", (), file=FileRef("screen", about, as_photo=True))


def _has_pages(ctx: Context) -> bool:
    """True where the service has an address for browsers."""
    return bool(ctx.facts.extra.get("today", {}).get("pages"))


def _end(workshop: WorkshopFact, verb: str) -> Instant | None:
    """The end that what the tap says would move; None: it moves none."""
    before = _wave(workshop, "before")
    if verb == "longer" and before is not None:
        return before.until
    return workshop.ends_at if verb == "overrun" else None


def _shown(end: Instant) -> str:
    """The end that a screen showed, in its button: who taps after a colleague did means the same minutes, not more."""
    return str(int(end.timestamp()))


def _wave(workshop: WorkshopFact, kind: str) -> WaveFact | None:
    return next((one for one in workshop.waves if one.kind == kind), None)


def _offered(ctx: Context, workshop: WorkshopFact) -> frozenset[str]:
    """What can be done now."""
    if not is_today(ctx, workshop):
        return frozenset()
    before, after = _wave(workshop, "before"), _wave(workshop, "after")
    planned = after is not None and after.state == "planned"
    found: set[str] = set()
    if before is not None and (after is None or planned):
        if ctx.is_open(before):
            found |= {"longer", "close"}
        elif ctx.now < workshop.ends_at:
            found.add("room" if ctx.now < later(workshop.starts_at, minutes=ROOM_MINUTES) else "longer")
    if before is not None and before.state == "open" and before.late_until is None:
        found.add("room")
    if ctx.now >= workshop.starts_at and planned:
        found.add("after")
    if workshop.starts_at <= ctx.now < workshop.ends_at:
        found.add("overrun")
    return frozenset(found)


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or frame.step == "choose":
        return choose_screen(ctx, ROOM)
    if frame.step in ("close", "after"):
        return _sure_screen(workshop, frame.step)
    if frame.step == "renew":
        lines = [Say("title", {"title": In(workshop.title)}), Say("day-renew-ask")]
        return screen(lines, [(button("day-renew", "renew"),), (button("back", "link"),)])
    if frame.step == "live":
        lines = [Say("title", {"title": In(workshop.title)}), Say("day-live-ask")]
        return screen(lines, [(button("day-live-on", "live", "on"),), (button("back", "link"),)])
    if frame.step == "link":
        return _link_screen(ctx, workshop)
    return _one_screen(ctx, workshop)


def _sure_screen(workshop: WorkshopFact, verb: str) -> Screen:
    lines = [Say("title", {"title": In(workshop.title)}), Say(f"day-{verb}-ask")]
    return screen(lines, [(button(f"day-{verb}", verb), button("back", "one"))])


def _link_screen(ctx: Context, workshop: WorkshopFact) -> Screen:
    """The live page's address, to be opened on the computer that the projector shows."""
    told: dict[str, Any] = ctx.facts.extra.get("today", {})
    address, live = told.get("link"), bool(told.get("live"))
    lines: list[Words] = [Say("title", {"title": In(workshop.title)})]
    if address is None:
        return screen([*lines, Say("outdated-button")], [(button("back", "one"),)])
    opened: Row = (Button(Say("day-link-open"), url=address),) if address.startswith("https://") else ()
    lines += [Say("day-link-how"), Own(address), EMPTY, Say("day-live-state", {"on": "on" if live else "off"})]
    switch: Row = ()
    if holds(ctx.person.grants, ORGANISERS, workshop.id):
        switch = (button("day-live-off", "live", "off") if live else button("day-live-on", "sure", "live"),)
    return screen(lines, [opened, switch, (button("day-renew", "sure", "renew"),), (button("back", "one"),)])


def _one_screen(ctx: Context, workshop: WorkshopFact) -> Screen:
    told: dict[str, Any] = ctx.facts.extra.get("today", {})
    numbers = told.get("numbers")
    lines: list[Words | None] = [
        Say("title", {"title": In(workshop.title)}),
        Say("day-when", {"when": When(workshop.starts_at, workshop.zone, "span", workshop.ends_at)}),
        None if is_today(ctx, workshop) else Say("day-not-today"),
        EMPTY,
        Say("checkin-numbers", {"present": numbers.present, "expected": numbers.expected}) if numbers else None,
        *(_wave_line(ctx, workshop, one, told) for one in workshop.waves if one.kind != "follow_up"),
    ]
    entries = [one for one in told.get("entries", ()) if not _outlived(workshop, one["kind"])]
    if entries:
        lines += [EMPTY, Say("day-next")]
    for one in entries:
        due = _when(ctx, workshop, one["due"])
        lines.append(Say("day-entry", {"entry": entry_name(one["kind"], one["number"]), "when": due}))
    return screen(lines, _rows(ctx, workshop))


def _outlived(workshop: WorkshopFact, entry: str) -> bool:
    """The end of questions that the room may answer for longer: the wave's own line names the later time."""
    return any(entry == f"wave_closes_{one.kind}" and one.until > one.closes_at for one in workshop.waves)


def _when(ctx: Context, workshop: WorkshopFact, moment: Instant) -> When:
    """On the day itself the hour is enough, and is what one looks for."""
    zone = ZoneInfo(workshop.zone)
    today = wall_clock(moment, zone).date() == wall_clock(ctx.now, zone).date()
    return When(moment, workshop.zone, "time" if today else "stamp")


def _wave_line(ctx: Context, workshop: WorkshopFact, wave: WaveFact, told: dict[str, Any]) -> Words:
    late = wave.takes_late(ctx.now)
    state = "late" if late else ("open" if ctx.is_open(wave) else ("planned" if wave.state == "planned" else "closed"))
    moment = wave.opens_at if state == "planned" else wave.until
    return Say(
        "day-wave",
        {
            "kind": wave.kind,
            "state": state,
            "ballots": int(told.get("ballots", {}).get(wave.id, 0)),
            "when": _when(ctx, workshop, moment),
        },
    )


def _rows(ctx: Context, workshop: WorkshopFact) -> list[Row]:
    offered, number = _offered(ctx, workshop), str(workshop.id)
    rows: list[Row] = [
        (button("day-room", "room"),) if "room" in offered else (),
        tuple(
            made
            for verb, made in (
                ("longer", _moving(workshop, "longer")),
                ("close", button("day-close", "sure", "close")),
            )
            if verb in offered
        ),
        (button("day-after", "sure", "after"),) if "after" in offered else (),
        (_moving(workshop, "overrun"),) if "overrun" in offered else (),
    ]
    picture, areas = button("day-screen", "screen"), enter("day-to-areas", "areas", "open", number)
    rows += [(picture, button("day-link", "link")), (areas,)] if _has_pages(ctx) else [(picture, areas)]
    if holds(ctx.person.grants, ORGANISERS, workshop.id):
        if ctx.open_wave(workshop) is not None:
            rows.append((enter("help-open", "helping", "open", number),))
        rows.append((enter("day-to-checkin", "checkin", "open", number), enter("paper-open", "paper", "open", number)))
    return [*rows, (button("day-again", "again"), HOME)]


def _moving(workshop: WorkshopFact, verb: str) -> Button:
    end = _end(workshop, verb)
    return button(f"day-{verb}", verb, "" if end is None else _shown(end))


TODAY: Final = Flow("today", "td", VERSION, start, step, screen_of, roles=ROOM)
