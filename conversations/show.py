"""Small parts that screens are built from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from conversations.context import Context
from conversations.facts import WaveFact, WorkshopFact
from conversations.screens import Button, In, Own, Say, Screen, When, Words

EMPTY = Own("")
T = TypeVar("T")
Row = tuple[Button, ...]
Rows = tuple[Row, ...]


def button(name: str, verb: str, argument: str = "", **args: object) -> Button:
    """A tap whose label is the catalogue message `name`."""
    return Button(Say(name, args), verb, argument)


def enter(name: str, flow: str, verb: str, argument: str = "", **args: object) -> Button:
    """A button that enters another flow."""
    return Button(Say(name, args), verb, argument, place=flow)


def screen(lines: Sequence[Words | None], rows: Sequence[Row]) -> Screen:
    """A screen of the lines that are there. The engine fills in its place."""
    return Screen("", tuple(line for line in lines if line is not None), tuple(row for row in rows if row))


def meeting(workshop: WorkshopFact) -> When:
    """The workshop's day and hours."""
    return When(workshop.starts_at, workshop.zone, "span", workshop.ends_at)


def where(workshop: WorkshopFact) -> Words:
    """Where it takes place: the place, online, or both."""
    if workshop.has_room and workshop.place:
        return Say("where-both", {"place": In(workshop.place)}) if workshop.has_online else In(workshop.place)
    return Say("where-online") if workshop.has_online else Say("where-later")


def deadline(wave: WaveFact, workshop: WorkshopFact) -> When:
    return When(wave.until if wave.state == "closed" else wave.closes_at, workshop.zone, "deadline")


def about_office(ctx: Context) -> In:
    return In(ctx.office.name)


def paged(rows: Sequence[T], page: int, size: int) -> tuple[tuple[T, ...], int, int]:
    """The rows (or lines) of one page, that page's number and the number of pages. A page that is not there gives the nearest."""
    pages = max(1, -(-len(rows) // size))
    page = min(max(page, 0), pages - 1)
    return tuple(rows[page * size : (page + 1) * size]), page, pages


def page_buttons(page: int, pages: int) -> Row:
    """Ways to the pages before and after. Each says the page it leads to, so a second tap does no harm."""
    back = (button("page-before", "page", str(page - 1)),) if page > 0 else ()
    on = (button("page-after", "page", str(page + 1)),) if page < pages - 1 else ()
    return back + on


HOME = button("to-start", "home")
"""The way to the list of workshops. The engine understands it on every screen."""
