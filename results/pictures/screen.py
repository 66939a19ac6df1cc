"""What the projector shows, sixteen to nine: the code to join by, the released themes, or the areas. Drawn by Pillow.

Letters are as large as what has to fit allows; what does not fit in the smallest is left out, never cut in two.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from results.pictures.painter import paint
from results.pictures.sheet import BLUE, GREEN, GREY, INK, RAIL, RUST, Bar, Mark, Sheet, Text, text_width, wrap
from results.screen_lines import Heading, Row

WIDE: Final = 1920
HIGH: Final = 1080
EDGE: Final = 80
TITLES: Final = (46, 42, 38, 34)
LINKS: Final = (44, 40, 36, 32, 28, 24)
CODE: Final = 620
GAP: Final = 60
BOTTOM: Final = HIGH - EDGE
SIZES: Final = (72, 64, 56, 50, 44, 40, 36, 32)
SMALLER: Final = 0.66
"""Of the letters beside them: sentences and themes under an area."""


def joining_png(title: str, call: str, people: str, link: str, code: Sequence[Sequence[int]]) -> bytes:
    """The code to join by, large, with the link under it, and how many people answered."""
    marks = _head(title)
    left = WIDE - EDGE - CODE
    top = 240.0
    marks += _modules(code, left, top, CODE)
    marks.append(Text(WIDE - EDGE, top + CODE + 90, link, _largest(link, LINKS), True, INK, "right"))
    y = 330.0
    for line in wrap(call, 72, left - EDGE - GAP, bold=True):
        y += 94
        marks.append(Text(EDGE, y, line, 72, True, BLUE))
    y += 70
    for line in wrap(people, 56, left - EDGE - GAP):
        y += 74
        marks.append(Text(EDGE, y, line, 56, False, INK))
    return _painted(marks)


def themes_png(title: str, under: str, rows: Sequence[Row], few: str = "") -> bytes:
    """Released themes with their bars and what became of them; `few` stands in place of numbers."""
    marks = _head(title, under)
    size, shown = _fitting(lambda size: [size * 1.3 + size * 0.5] * len(rows), 260 if under else 200)
    y = 260.0 if under else 200.0
    for row in rows[:shown]:
        y = _theme(marks, row, size, y)
    if few:
        marks.append(Text(EDGE, BOTTOM, few, 36, False, GREY))
    return _painted(marks)


def _theme(marks: list[Mark], row: Row, size: int, y: float) -> float:
    baseline = y + size * 1.1
    small = round(size * SMALLER)
    room = WIDE - 2 * EDGE
    note = f"{row.change}   {row.share}" if row.change else row.share
    name = _one_line(row.name, size, room - text_width(note, small, bold=True) - GAP)
    marks.append(Text(EDGE, baseline, name, size, True, INK))
    colour = INK if row.rises is None else GREEN if row.rises else RUST
    marks.append(Text(WIDE - EDGE, baseline, note, small, True, colour, "right"))
    bar = baseline + size * 0.3
    marks.append(Bar(EDGE, bar, room, size * 0.2, RAIL))
    if row.part > 0:
        marks.append(Bar(EDGE, bar, room * row.part, size * 0.2, BLUE))
    return y + size * 1.8


def areas_png(title: str, under: str, areas: Sequence[Heading]) -> bytes:
    """The areas in one column, or in two when there are many."""
    marks = _head(title, under)
    columns = 1 if len(areas) <= 4 else 2
    room = (WIDE - 2 * EDGE - (columns - 1) * GAP) / columns
    first = -(-len(areas) // columns)
    sides = [areas[:first], areas[first:]] if columns == 2 else [areas]
    size = next((size for size in SIZES if all(_high(side, size, room) <= BOTTOM - 240 for side in sides)), SIZES[-1])
    for number, side in enumerate(sides):
        y = 240.0
        for area in side:
            block = _area(area, size, EDGE + number * (room + GAP), y, room)
            if y + _area_high(area, size, room) > BOTTOM + size * 0.5:
                break
            marks += block
            y += _area_high(area, size, room)
    return _painted(marks)


def _area(area: Heading, size: int, x: float, y: float, room: float) -> list[Mark]:
    marks: list[Mark] = []
    for text, letters, bold, colour in _parts(area, size):
        for line in wrap(text, letters, room, bold=bold):
            y += letters * 1.25
            marks.append(Text(x, y, line, letters, bold, colour))
    return marks


def _parts(area: Heading, size: int) -> list[tuple[str, int, bool, str]]:
    small = max(28, round(size * SMALLER))
    parts = [(area.name, size, True, INK), (area.sentence, small, False, INK), (area.covers, small, False, GREY)]
    return [part for part in parts if part[0]]


def _area_high(area: Heading, size: int, room: float) -> float:
    lines = sum(
        len(wrap(text, letters, room, bold=bold)) * letters * 1.25 for text, letters, bold, _ in _parts(area, size)
    )
    return lines + size * 0.7


def _high(areas: Sequence[Heading], size: int, room: float) -> float:
    return sum(_area_high(area, size, room) for area in areas)


# ---- parts --------------------------------------------------------------------------------------------------------


def _head(title: str, under: str = "") -> list[Mark]:
    marks: list[Mark] = [Bar(0, 0, WIDE, 16, BLUE)]
    size = _largest(title, TITLES)
    marks.append(Text(EDGE, 116, _one_line(title, size, WIDE - 2 * EDGE), size, True, INK))
    if under:
        marks.append(Text(EDGE, 180, _one_line(under, 36, WIDE - 2 * EDGE), 36, False, GREY))
    return marks


def _largest(text: str, sizes: Sequence[int]) -> int:
    """The largest letters in which the text is one line, or the smallest of them."""
    return next((size for size in sizes if text_width(text, size, bold=True) <= WIDE - 2 * EDGE), sizes[-1])


def _one_line(text: str, size: int, room: float) -> str:
    """The text on one line: the words that fit, with an ellipsis when some do not."""
    lines = wrap(text, size, room, bold=True)
    if len(lines) < 2:
        return lines[0] if lines else ""
    shorter = wrap(text, size, room - text_width("…", size, bold=True), bold=True)
    return f"{shorter[0]}…"


def _fitting(heights: Callable[[int], list[float]], top: float) -> tuple[int, int]:
    """The largest letters in which everything fits under `top`; else the smallest, and how many blocks fit then."""
    for size in SIZES:
        if sum(heights(size)) <= BOTTOM - top:
            return size, len(heights(size))
    smallest, y, shown = SIZES[-1], top, 0
    for height in heights(smallest):
        y += height
        if y > BOTTOM:
            break
        shown += 1
    return smallest, shown


def _modules(code: Sequence[Sequence[int]], x: float, y: float, side: float) -> list[Mark]:
    module = side / len(code)
    return [
        Bar(x + column * module, y + row * module, module, module, "#000000")
        for row, dots in enumerate(code)
        for column, dark in enumerate(dots)
        if dark
    ]


def _painted(marks: list[Mark]) -> bytes:
    return paint(Sheet(marks=marks), (WIDE, HIGH))
