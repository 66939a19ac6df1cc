"""What an objection leaves, and how it is taken back without reading the notice again: places, special needs, followed series."""

from __future__ import annotations

from conversations.context import Context
from conversations.effects import Effect, Follow, SaveNeeds, SetRegistration, Withdraw
from conversations.events import Tap
from conversations.facts import HOLDING, WorkshopFact
from conversations.flow import Go
from conversations.flows import needs
from conversations.screens import Button, In, Say
from conversations.show import Row
from domain.languages import Texts


def rows(ctx: Context) -> list[Row]:
    """A button for each thing that is still there. Special needs go with their place, and alone."""
    found: list[Row] = []
    for workshop in ctx.known_workshops():
        if _needs_told(ctx, workshop):
            found.append((_button("needs", workshop.id, workshop.title),))
        if _place(ctx, workshop):
            found.append((_button("leave", workshop.id, workshop.title),))
    for number in sorted(ctx.person.follows):
        series = ctx.series(number)
        if series is not None:
            found.append((_button("unfollow", number, series.title),))
    return found


def gives_up(go: Go, ctx: Context) -> bool:
    """True for a message's button that gives back the place one holds: it asks for no notice first, whatever came between."""
    if go.flow != "reg" or go.verb not in ("cancelled", "declined", "refuse"):
        return False
    workshop = ctx.workshop(go.workshop)
    return workshop is not None and _place(ctx, workshop)


def _button(verb: str, number: int, title: Texts) -> Button:
    return Button(Say(f"take-back-{verb}", {"title": In(title)}), verb, str(number))


def _place(ctx: Context, workshop: WorkshopFact) -> bool:
    mine = ctx.registration(workshop.id)
    return mine is not None and mine.state in HOLDING and ctx.now < workshop.ends_at


def _needs_told(ctx: Context, workshop: WorkshopFact) -> bool:
    return ctx.agreed(needs.purpose(workshop.id))


def effects(ctx: Context, tap: Tap) -> tuple[Effect, ...]:
    """What the tap takes back; nothing when it is not there (any more)."""
    number = int(tap.argument) if tap.argument.isascii() and tap.argument.isdecimal() and len(tap.argument) < 19 else 0
    if tap.verb == "unfollow":
        return (Follow(number, False),) if number in ctx.person.follows else ()
    workshop = ctx.workshop(number)
    if workshop is None:
        return ()
    without_needs: tuple[Effect, ...] = ()
    if _needs_told(ctx, workshop):
        without_needs = (SaveNeeds(number, None), Withdraw(needs.purpose(number)))
    if tap.verb == "needs":
        return without_needs
    if tap.verb == "leave" and _place(ctx, workshop):
        return (SetRegistration(number, "cancelled"), *without_needs)
    return ()
