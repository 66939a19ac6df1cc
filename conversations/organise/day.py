"""The workshop that is today: what its staff's screens start from."""

from __future__ import annotations

from typing import Final

from conversations.context import Context
from conversations.events import Tap
from conversations.facts import WorkshopFact
from conversations.flow import Heard
from conversations.screens import Button, In, Say, Screen
from conversations.show import HOME, screen
from domain.instants import later
from domain.roles import Role, holds

BEFORE_HOURS: Final = 12
AFTER_HOURS: Final = 12
"""Between so long before its start and after its end a workshop is today's."""
LISTED: Final = 8


def is_today(ctx: Context, workshop: WorkshopFact) -> bool:
    first, last = later(workshop.starts_at, hours=-BEFORE_HOURS), later(workshop.ends_at, hours=AFTER_HOURS)
    return workshop.state == "announced" and first <= ctx.now < last


def held(ctx: Context, roles: frozenset[Role]) -> tuple[WorkshopFact, ...]:
    """Announced workshops in which this person has one of these roles and which are not long over, the next one first."""
    found = [
        one
        for one in ctx.known_workshops()
        if one.state == "announced"
        and ctx.now < later(one.ends_at, hours=AFTER_HOURS)
        and holds(ctx.person.grants, roles, one.id)
    ]
    return tuple(sorted(found, key=lambda one: (one.starts_at, one.id)))


def meant(ctx: Context, number: int | None, roles: frozenset[Role]) -> WorkshopFact | None:
    """The workshop that was named; else the only one today, or the only one at all."""
    mine = held(ctx, roles)
    if number is not None:
        return next((one for one in mine if one.id == number), None)
    today = [one for one in mine if is_today(ctx, one)] or list(mine)
    return today[0] if len(today) == 1 else None


def chosen(ctx: Context, event: Heard, roles: frozenset[Role]) -> WorkshopFact | None:
    """The workshop tapped on `choose_screen`."""
    number = int(event.argument) if isinstance(event, Tap) and event.argument.isdecimal() else None
    return next((one for one in held(ctx, roles) if one.id == number), None)


def choose_screen(ctx: Context, roles: frozenset[Role]) -> Screen:
    rows = [(Button(In(one.title), "open", str(one.id)),) for one in held(ctx, roles)][:LISTED]
    return screen([Say("day-choose", {"count": len(rows)})], [*rows, (HOME,)])
