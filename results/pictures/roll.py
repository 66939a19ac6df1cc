"""The list at the door on paper: A4 pages with a box to tick beside each name. Nothing but what is handed in stands on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from results.pictures.pages import A4_HEIGHT, pages_pdf
from results.pictures.sheet import GREY, INK, INNER, MARGIN, RAIL, WIDTH, Bar, Line, Mark, Text, wrap

ROWS: Final = 26
"""So many names on a page."""
ROW: Final = 48
NAME: Final = 30
SMALL: Final = 24
TOP: Final = 230
STATE: Final = 330
"""Width of the column at the right."""


@dataclass(frozen=True, slots=True)
class Guest:
    name: str
    state: str


def roll_pdf(title: str, when: str, note: str, guests: Sequence[Guest]) -> bytes:
    """As many pages as it takes; at least one, with `note` under the title of each."""
    pages = [guests[at : at + ROWS] for at in range(0, len(guests), ROWS)] or [()]
    return pages_pdf(
        _marks(title, when, note, page, number * ROWS, f"{number + 1} / {len(pages)}")
        for number, page in enumerate(pages)
    )


def _marks(title: str, when: str, note: str, guests: Sequence[Guest], before: int, page: str) -> list[Mark]:
    marks: list[Mark] = [
        Text(MARGIN, 90, _one_line(title, 34, INNER, bold=True), 34, True, INK),
        Text(MARGIN, 134, _one_line(when, 28, INNER), 28, False, INK),
        Text(MARGIN, 174, _one_line(note, SMALL, INNER), SMALL, False, GREY),
        Text(WIDTH - MARGIN, A4_HEIGHT - 40, page, SMALL, False, GREY, "right"),
    ]
    for number, guest in enumerate(guests, start=1):
        y = TOP + number * ROW - ROW
        marks += [
            Bar(MARGIN, y - 26, 30, 30, INK, filled=False),
            Text(MARGIN + 52, y, f"{before + number}.", SMALL, False, GREY),
            Text(MARGIN + 120, y, _one_line(guest.name, NAME, INNER - 120 - STATE), NAME, False, INK),
            Text(WIDTH - MARGIN, y, _one_line(guest.state, SMALL, STATE - 20), SMALL, False, GREY, "right"),
            Line(MARGIN, y + 14, WIDTH - MARGIN, y + 14, RAIL, 1),
        ]
    return marks


def _one_line(text: str, size: int, room: float, *, bold: bool = False) -> str:
    lines = wrap(text, size, room, bold=bold)
    return lines[0] if lines else ""
