"""Where a deep link, a command without a workshop, or an empty session leads."""

from __future__ import annotations

import re

from conversations.commands import ORGANISERS
from conversations.context import Context
from conversations.events import Command, Event, Tap
from conversations.facts import WorkshopFact
from conversations.flow import Go
from conversations.session import Session
from domain.roles import holds

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
WORKSHOP, SERIES, INVITATION, TICKET = "w-", "s-", "i-", "t-"
"""How a deep link's payload begins: a workshop's slug (also without it), a series' slug, a role's secret, a ticket."""


LONGEST_ID = 19
"""Digits: a number that is no id of any database is no workshop's."""


def home(ctx: Context) -> Go:
    """The one survey that is open and unanswered; else the list of workshops."""
    waiting = [
        (workshop, wave)
        for workshop in visible(ctx)
        if (wave := ctx.open_wave(workshop)) and ctx.ballot(wave.id) is None
    ]
    if len(waiting) == 1 and ctx.may_answer(waiting[0][0]):
        workshop, wave = waiting[0]
        return Go("survey", workshop.id, wave.id)
    return Go("workshops")


def visible(ctx: Context) -> tuple[WorkshopFact, ...]:
    """The announced workshops, the next one first."""
    return tuple(
        sorted((one for one in ctx.known_workshops() if one.state != "draft"), key=lambda one: (one.starts_at, one.id))
    )


def of_workshop(ctx: Context, workshop: WorkshopFact) -> Go:
    """The survey when it is open, else the workshop's own screen."""
    wave = ctx.open_wave(workshop)
    return Go("survey", workshop.id, wave.id) if wave is not None else Go("workshops", workshop.id, verb="one")


def for_survey(ctx: Context) -> Go:
    """/survey: the open survey to answer, else one already answered, else the list. Several: the list."""
    open_ones = [workshop for workshop in visible(ctx) if ctx.open_wave(workshop)]
    if len(open_ones) == 1:
        return of_workshop(ctx, open_ones[0])
    return home(ctx)


def for_registration(ctx: Context) -> Go:
    """/join: the next workshop that one can still come to."""
    coming = [workshop for workshop in visible(ctx) if workshop.state == "announced" and ctx.now < workshop.ends_at]
    return Go("reg", coming[0].id) if coming else Go("workshops")


def payload(ctx: Context, argument: str) -> Go | None:
    """Where a deep link leads, or None when it is unknown, old or tampered with."""
    if not _PAYLOAD.fullmatch(argument):
        return None
    if argument.startswith(INVITATION):
        return Go("invitation", argument=argument.removeprefix(INVITATION))
    if argument.startswith(TICKET):
        return _ticket(ctx, argument.removeprefix(TICKET))
    if argument.startswith(SERIES):
        slug = argument.removeprefix(SERIES)
        series = next((one for one in ctx.facts.series if slug in (one.slug, str(one.id))), None)
        return Go("series", argument=str(series.id)) if series is not None else None
    workshop = by_slug(ctx, argument)
    return of_workshop(ctx, workshop) if workshop is not None else None


def _ticket(ctx: Context, ticket: str) -> Go | None:
    """One's own ticket: the registration. An organiser's phone at the door: the list there. To others it says nothing."""
    own = next((one for one in ctx.facts.registrations if one.ticket == ticket), None)
    if own is not None:
        return Go("reg", own.workshop)
    scanned = ctx.facts.extra.get("scanned")
    if scanned is None or not holds(ctx.person.grants, ORGANISERS, scanned["workshop"]):
        return None
    return Go("checkin", scanned["workshop"], verb="scan")


def ticket_in(event: Event | None) -> str | None:
    """The ticket whose code was scanned, if that is what came in."""
    if isinstance(event, Command) and event.name == "start" and event.argument.startswith(TICKET):
        return event.argument.removeprefix(TICKET) if _PAYLOAD.fullmatch(event.argument) else None
    return None


def slug_in(argument: str) -> str:
    """The workshop's slug that a payload names, with or without its sign."""
    return argument.removeprefix(WORKSHOP)


def by_slug(ctx: Context, argument: str) -> WorkshopFact | None:
    return next((one for one in visible(ctx) if one.slug in (argument, slug_in(argument))), None)


def about(session: Session, event: Event) -> int | str | None:
    """The workshop that facts have to be loaded for: an id, or the slug in a deep link; None: of no workshop yet.

    For the service, before the step: what the event names comes before what the session is about.
    """
    if isinstance(event, Command) and event.name == "start" and _PAYLOAD.fullmatch(event.argument):
        return None if event.argument.startswith((SERIES, INVITATION, TICKET)) else slug_in(event.argument)
    if isinstance(event, Tap) and "." not in event.place:
        number, _, _ = event.argument.partition(":")
        if number.isascii() and number.isdecimal() and len(number) < LONGEST_ID:
            return int(number)
    return next((frame.workshop for frame in reversed(session.frames) if frame.workshop is not None), None)
