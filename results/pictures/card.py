"""The personal card: a resident's own list before and after. It needs no release; nobody else's answers are on it."""

from __future__ import annotations

from collections.abc import Sequence

from results.pictures.parts import footing, heading
from results.pictures.sheet import BLUE, GREY, INK, MARGIN, NAME_LIMIT, SMALLEST, Dot, Sheet, Text, wrap
from results.words import PictureWords


def card_sheet(before: Sequence[str], after: Sequence[str], words: PictureWords) -> Sheet:
    """Themes by name, from the first place on. What is new in the later list is marked by a word."""
    sheet = heading(words)
    _list(sheet, words.before, before, False, frozenset(before), words)
    sheet.space(24)
    _list(sheet, words.after, after, True, frozenset(before), words)
    return footing(sheet, words, limits=False)


def _list(
    sheet: Sheet, title: str, themes: Sequence[str], filled: bool, earlier: frozenset[str], words: PictureWords
) -> None:
    sheet.y += 48
    sheet.add(
        Dot(MARGIN + 14, sheet.y - 16, 13, BLUE if filled else INK, filled),
        Text(MARGIN + 44, sheet.y - 4, title, 36, True, INK),
    )
    sheet.space(10)
    for place, theme in enumerate(themes, start=1):
        lines = wrap(theme, 38, 900, limit=NAME_LIMIT)
        for row, line in enumerate(lines):
            sheet.y += 52
            if row == 0:
                sheet.add(Text(MARGIN + 44, sheet.y - 10, f"{place}.", 38, True, INK))
            sheet.add(Text(MARGIN + 100, sheet.y - 10, line, 38, False, INK))
        if filled and theme not in earlier:
            sheet.y += SMALLEST * 1.3
            sheet.add(Text(MARGIN + 100, sheet.y - 8, words.new, SMALLEST, False, GREY))
    if not themes:
        sheet.y += 52
        sheet.add(Text(MARGIN + 44, sheet.y - 10, "–", 38, False, GREY))
