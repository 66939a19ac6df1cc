"""The list of workshops, and one of them: what, when, where, what comes next. Home when nothing else is going on."""

from __future__ import annotations

from collections.abc import Sequence

from conversations import routes
from conversations.context import Context
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows import registration
from conversations.screens import Button, In, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, Row, button, deadline, enter, meeting, screen, where
from conversations.similar import meant_name

VERSION = 1
LISTED = 10


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    if workshop is not None and go.verb == "one":
        return Move(Frame("workshops", VERSION, "one", {}, workshop.id))
    return Move(Frame("workshops", VERSION, "list"))


def _listed(ctx: Context) -> tuple[WorkshopFact, ...]:
    """Workshops that are still to come, or whose survey is open, the next first."""
    current = [one for one in routes.visible(ctx) if one.state != "cancelled"]
    return tuple(one for one in current if ctx.now < one.ends_at or ctx.open_wave(one) or ctx.next_wave(one))[:LISTED]


def _called_off(ctx: Context) -> tuple[WorkshopFact, ...]:
    """Those that would still be to come: whoever looks for one of them learns it here too."""
    return tuple(one for one in routes.visible(ctx) if one.state == "cancelled" and ctx.now < one.ends_at)[:LISTED]


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Text):
        named = meant_name(event.text, [(one.id, tuple(one.title.values())) for one in _listed(ctx)])
        workshop = ctx.workshop(named)
        return _open(ctx, frame, workshop) if workshop is not None else Move(frame, note=Say("please-tap"))
    if not isinstance(event, Tap):
        return Move(frame)
    if event.verb == "open" and event.argument.isascii() and event.argument.isdecimal():
        workshop = ctx.workshop(int(event.argument))
        return _open(ctx, frame, workshop) if workshop is not None else Move(frame, note=Say("workshop-gone"))
    if event.verb == "list":
        return Move(Frame("workshops", VERSION, "list"))
    return Move(frame, note=Say("outdated-button"))


def _open(ctx: Context, frame: Frame, workshop: WorkshopFact) -> Move:
    return Move(Frame("workshops", VERSION, "one", {}, workshop.id))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if frame.step == "one" and workshop is not None:
        return about_workshop(ctx, workshop)
    return _list(ctx)


def _list(ctx: Context) -> Screen:
    listed = _listed(ctx)
    bottom: Row = (enter("to-settings", "settings", "open"), enter("to-help", "help", "open"))
    off: list[Words | None] = []
    for one in _called_off(ctx):
        off += [Say("title", {"title": In(one.title)}), Say("workshop-cancelled"), EMPTY]
    if not listed:
        offered = _follow_rows(ctx)
        news = "offered" if offered else "promised" if ctx.person.follows else "none"
        return screen([*off, Say("workshops-none", {"news": news})], [*offered, bottom])
    names = [_name(one, listed) for one in listed]
    lines: list[Words | None] = [Say("workshops-head", {"count": len(listed)})]
    rows: list[Row] = []
    for workshop, name in zip(listed, names, strict=True):
        lines += [EMPTY, Say("title", {"title": name}), _state(ctx, workshop)]
        rows.append((Button(name, "open", str(workshop.id)),))
    return screen([*lines, *([EMPTY, *off[:-1]] if off else [])], [*rows, bottom])


def _name(workshop: WorkshopFact, listed: Sequence[WorkshopFact]) -> Words:
    """Its title; of those that have one title, with the day."""
    if sum(one.title == workshop.title for one in listed) < 2:
        return In(workshop.title)
    return Say("workshop-dated", {"title": In(workshop.title), "day": When(workshop.starts_at, workshop.zone, "short")})


def _state(ctx: Context, workshop: WorkshopFact) -> Words:
    """What can be done about the workshop now, or what comes next."""
    if workshop.state == "cancelled":
        return Say("workshop-cancelled")
    wave = ctx.open_wave(workshop)
    if wave is not None:
        done = "yes" if ctx.ballot(wave.id) is not None else "no"
        return Say("workshop-open", {"deadline": deadline(wave, workshop), "answered": done})
    following = ctx.next_wave(workshop)
    if following is not None:
        return Say("wave-opens", {"when": When(following.opens_at, workshop.zone), "kind": following.kind})
    if ctx.now < workshop.ends_at:
        return Say("workshop-coming", {"when": meeting(workshop)})
    return Say("workshop-over")


def about_workshop(ctx: Context, workshop: WorkshopFact) -> Screen:
    """One workshop as residents see it."""
    described = bool(workshop.description)
    lines: list[Words | None] = [
        Say("title", {"title": In(workshop.title)}),
        Say("meeting-line", {"when": meeting(workshop), "where": where(workshop)}),
        In(workshop.description) if described else None,
        EMPTY,
        _state(ctx, workshop),
        Say("funding-line", {"funding": In(workshop.funding)}) if workshop.funding else None,
    ]
    rows: list[Row] = []
    if ctx.open_wave(workshop) is not None:
        rows.append((enter("to-survey", "survey", "open", str(workshop.id)),))
    taking_part = registration.invitation(ctx, workshop)
    if taking_part is not None:
        _when, *told = taking_part.lines  # when and where stand above
        lines[-1:-1] = [EMPTY, *told]
        rows += taking_part.buttons
    if workshop.map_link and workshop.state != "cancelled":
        rows.append((Button(Say("reg-map"), url=workshop.map_link),))
    follow = _follow_row(ctx, workshop)
    return screen(lines, [*rows, *([follow] if follow else []), (button("to-list", "list"),)])


def _follow_row(ctx: Context, workshop: WorkshopFact) -> Row:
    series = ctx.series(workshop.series)
    if series is None or series.id in ctx.person.follows:
        return ()
    return (enter("follow-offer", "series", "open", f":{series.id}", series=In(series.title)),)


def _follow_rows(ctx: Context) -> list[Row]:
    """For a town without a workshop at the moment: the series that can be followed."""
    numbers = {one.id for one in ctx.facts.series} | {
        one.series for one in ctx.known_workshops() if one.series is not None
    }
    found = [
        series for number in sorted(numbers) if (series := ctx.series(number)) and number not in ctx.person.follows
    ]
    return [(enter("follow-offer", "series", "open", f":{one.id}", series=In(one.title)),) for one in found[:5]]


WORKSHOPS = Flow("workshops", "ws", VERSION, start, step, screen_of)
