"""The list at the door on paper: A4 pages with a box to tick beside each name. Nothing but what is handed in stands on it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from results.pictures.sheet import GREY, INK, INNER, MARGIN, RAIL, WHITE, WIDTH, Bar, Line, Mark, Text, _draw, wrap

HIGH: Final = 1527
"""A4 in the units of `WIDTH`."""
ROWS: Final = 26
"""So many names on a page."""
ROW: Final = 48
NAME: Final = 30
SMALL: Final = 24
TOP: Final = 230
STATE: Final = 330
"""Width of the column at the right."""
_INCH: Final = 8.27


@dataclass(frozen=True, slots=True)
class Guest:
    name: str
    state: str


def roll_pdf(title: str, when: str, note: str, guests: Sequence[Guest]) -> bytes:
    """As many pages as it takes; at least one, with `note` under the title of each."""
    from matplotlib.backends.backend_pdf import PdfPages
    from matplotlib.figure import Figure

    pages = [guests[at : at + ROWS] for at in range(0, len(guests), ROWS)] or [()]
    stream = io.BytesIO()
    with PdfPages(stream, metadata={"CreationDate": None, "Producer": None}) as book:
        for number, page in enumerate(pages):
            figure = Figure(figsize=(WIDTH / 100, HIGH / 100), dpi=100, facecolor=WHITE)
            axes = figure.add_axes((0, 0, 1, 1))
            axes.set_axis_off()
            axes.set_xlim(0, WIDTH)
            axes.set_ylim(HIGH, 0)
            for mark in _marks(title, when, note, page, number * ROWS, f"{number + 1} / {len(pages)}"):
                _draw(axes, mark)
            book.savefig(figure, dpi=100 * WIDTH / 100 / _INCH)
    return stream.getvalue()


def _marks(title: str, when: str, note: str, guests: Sequence[Guest], before: int, page: str) -> list[Mark]:
    marks: list[Mark] = [
        Text(MARGIN, 90, _one_line(title, 34, INNER, bold=True), 34, True, INK),
        Text(MARGIN, 134, _one_line(when, 28, INNER), 28, False, INK),
        Text(MARGIN, 174, _one_line(note, SMALL, INNER), SMALL, False, GREY),
        Text(WIDTH - MARGIN, HIGH - 40, page, SMALL, False, GREY, "right"),
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
