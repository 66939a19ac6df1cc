"""Parts that several pictures share: heading, legend, rails, footing."""

from __future__ import annotations

from typing import Any, Final

from results.pictures.sheet import (
    BLUE,
    GREY,
    INK,
    INNER,
    MARGIN,
    NAME_LIMIT,
    RAIL,
    SMALLEST,
    WIDTH,
    Dot,
    Line,
    Sheet,
    Text,
    text_width,
)
from results.words import PictureWords

MOST_THEMES: Final = 12
"""A picture for a phone shows at most so many themes; all of them stand in the files."""


def heading(words: PictureWords, title: str | None = None) -> Sheet:
    """A sheet with title and the line that says whose answers these are."""
    sheet = Sheet()
    sheet.write(title or words.title, size=46, bold=True)
    sheet.space(8)
    if words.under:
        sheet.write(words.under, colour=GREY)
    sheet.space(16)
    return sheet


def footing(sheet: Sheet, words: PictureWords, *lines: str, limits: bool = True) -> Sheet:
    """The sentence about what the figures do not show, and who paid."""
    sheet.space(24)
    sheet.add(Line(MARGIN, sheet.y, WIDTH - MARGIN, sheet.y, RAIL, 3))
    sheet.space(12)
    for line in (*lines, words.limits if limits else "", words.funding):
        if line:
            sheet.write(line, colour=GREY)
            sheet.space(4)
    return sheet


def name(sheet: Sheet, text: str) -> None:
    """A theme's name on a line of its own, wrapped at NAME_LIMIT characters."""
    sheet.write(text, size=36, bold=True, limit=NAME_LIMIT)


def legend(sheet: Sheet, words: PictureWords) -> None:
    """Before hollow, after filled, with their words."""
    sheet.y += 44
    middle, baseline = sheet.y - 14, sheet.y - 3
    x = MARGIN + 14.0
    sheet.add(Dot(x, middle, 13, INK, False), Text(x + 28, baseline, words.before, SMALLEST, False, INK))
    x += 28 + text_width(words.before, SMALLEST) + 60
    sheet.add(Dot(x, middle, 13, BLUE, True), Text(x + 28, baseline, words.after, SMALLEST, False, INK))
    sheet.space(8)


def scale(highest: float) -> float:
    """The share at the end of every rail: the highest mark, rounded up to a whole tenth, at least a tenth."""
    return max(0.1, -(-highest * 100 // 10) / 10)


def rail(sheet: Sheet, value_text: str, room: float = 120, height: float = 52) -> tuple[float, float, float]:
    """A line for marks with its value printed at its end -> (left, width, middle). Moves down by `height`.

    `room` pixels are kept for the value, so that all rails of a picture are equally long.
    """
    sheet.y += height
    middle = sheet.y - height / 2
    left = MARGIN + 16.0
    width = INNER - 16 - max(text_width(value_text, 36, bold=True), room) - 44
    sheet.add(
        Line(left, middle, left + width, middle, RAIL, 6),
        Text(WIDTH - MARGIN, middle + 13, value_text, 36, True, INK, "right"),
    )
    return left, width, middle


def by_id(release: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """The release's themes by id."""
    return {theme["id"]: theme for theme in release["themes"]}
