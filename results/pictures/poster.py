"""A workshop's poster: title, when and where, the code that opens the bot, the funding notice. A4 or a phone's screen."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from results.pictures.pages import A4_HEIGHT, A4_INCHES, page_figure
from results.pictures.sheet import BLUE, GREY, INK, INNER, MARGIN, WIDTH, Bar, Mark, Text, wrap

Shape = Literal["a4", "phone"]
Form = Literal["pdf", "png"]

HEIGHTS: Final[dict[Shape, int]] = {"a4": A4_HEIGHT, "phone": 1920}
"""In the units of `WIDTH`; a phone's is nine to sixteen."""
INCHES: Final[dict[Shape, float]] = {"a4": A4_INCHES, "phone": 7.2}
DOTS: Final[dict[Shape, int]] = {"a4": 300, "phone": 150}
LARGEST: Final = 84
SMALLEST_TITLE: Final = 48
CODE_PART: Final = 0.34
GAP: Final = 30
SMALL_PRINT: Final = 24


@dataclass(frozen=True, slots=True)
class PosterWords:
    """Plain words in one language. `link` is printed under the code, for whoever cannot scan it."""

    office: str
    title: str
    when: str
    where: str
    call: str
    link: str
    funding: str


def poster(words: PosterWords, code: Sequence[Sequence[int]], shape: Shape, form: Form) -> bytes:
    """The poster as a file. `code` are the modules of the QR code, row by row, with their quiet zone."""
    return _saved(_marks(words, code, HEIGHTS[shape]), shape, form)


def _marks(words: PosterWords, code: Sequence[Sequence[int]], height: int) -> list[Mark]:
    small = wrap(words.funding, SMALL_PRINT, INNER)
    small_top = height - MARGIN - len(small) * SMALL_PRINT * 1.3
    bottom = small_top - MARGIN / 2 - 56
    wanted = min(height * CODE_PART, INNER)
    marks, ends = _words_above(words, bottom - wanted - GAP)
    side = min(wanted, bottom - ends - GAP)
    top = bottom - side
    marks += _modules(code, (WIDTH - side) / 2, top, side)
    marks.append(Text(WIDTH / 2, bottom + 36, words.link, _one_line(words.link), True, INK, "center"))
    for number, line in enumerate(small, start=1):
        marks.append(Text(MARGIN, small_top + number * SMALL_PRINT * 1.3, line, SMALL_PRINT, False, GREY))
    return marks


def _words_above(words: PosterWords, lowest: float) -> tuple[list[Mark], float]:
    """What stands above the code, and where it ends: in the largest letters that end above `lowest`, or the smallest."""
    marks: list[Mark] = []
    y = 0.0
    for size in range(LARGEST, SMALLEST_TITLE - 1, -4):
        part = size / LARGEST
        marks = [Bar(0, 0, WIDTH, 18, BLUE)]
        y = _block(marks, words.office, round(36 * part), MARGIN + 18, colour=GREY)
        y = _block(marks, words.title, size, y + 18, bold=True)
        y = _block(marks, words.when, round(48 * part), y + 30, bold=True, colour=BLUE)
        y = _block(marks, words.where, round(42 * part), y + 8)
        y = _block(marks, words.call, round(38 * part), y + 24)
        if y <= lowest:
            break
    return marks, y


def _one_line(link: str) -> int:
    """The largest letters in which the link is one line."""
    return next((size for size in range(32, 14, -2) if len(wrap(link, size, INNER, bold=True)) == 1), 14)


def _block(marks: list[Mark], text: str, size: int, y: float, *, bold: bool = False, colour: str = INK) -> float:
    """`text` from `y` down, on as many lines as it needs; returns where it ends."""
    for line in wrap(text, size, INNER, bold=bold):
        y += size * 1.3
        marks.append(Text(MARGIN, y - size * 0.3, line, size, bold, colour))
    return y


def _modules(code: Sequence[Sequence[int]], x: float, y: float, side: float) -> list[Mark]:
    """The dark modules, those beside each other as one bar."""
    module = side / len(code)
    marks: list[Mark] = []
    for row, dots in enumerate(code):
        first: int | None = None
        for column, dark in enumerate((*dots, 0)):
            if dark and first is None:
                first = column
            elif not dark and first is not None:
                marks.append(Bar(x + first * module, y + row * module, (column - first) * module, module, "#000000"))
                first = None
    return marks


def _saved(marks: Sequence[Mark], shape: Shape, form: Form) -> bytes:
    figure = page_figure(marks, HEIGHTS[shape], INCHES[shape])
    metadata = {"Software": None} if form == "png" else {"CreationDate": None, "Producer": None}
    stream = io.BytesIO()
    figure.savefig(stream, format=form, dpi=DOTS[shape], metadata=metadata)
    return stream.getvalue()
