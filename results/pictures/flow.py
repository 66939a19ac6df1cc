"""Flow from before to after: for each theme how many let it go, stayed with it, came to it, among those who answered twice."""

from __future__ import annotations

from typing import Any

from results.pictures.change import shown_changes
from results.pictures.parts import MOST_THEMES, by_id, footing, heading, name
from results.pictures.sheet import BLUE, GREEN, GREY, INK, INNER, MARGIN, RUST, SMALLEST, Bar, Sheet, Text, text_width
from results.published import require_published
from results.words import PictureWords

_GAP = 6
_KINDS = (("dropped", RUST, False, "//"), ("kept", BLUE, True, None), ("gained", GREEN, False, ".."))


def flow_sheet(release: dict[str, Any], words: PictureWords) -> Sheet:
    """Bars in people: let go (hatched), stayed (filled), came (dotted), each with its number beneath."""
    require_published(release)
    themes = by_id(release)
    rows = shown_changes(release)
    sheet = heading(words)
    _legend(sheet, words)
    widest = max([row["dropped"] + row["kept"] + row["gained"] for row in rows], default=1) or 1
    for row in release["change"][:MOST_THEMES]:
        sheet.space(14)
        name(sheet, words.name(themes[row["id"]]["names"]))
        if row in rows:
            _bars(sheet, row, (INNER - 2 * _GAP) / widest)
        else:
            sheet.write(words.hidden, colour=GREY)
    return footing(sheet, words)


def _legend(sheet: Sheet, words: PictureWords) -> None:
    for (_, colour, filled, hatch), text in zip(_KINDS, (words.dropped, words.kept, words.gained), strict=True):
        sheet.y += 46
        sheet.add(
            Bar(MARGIN, sheet.y - 34, 60, 28, colour, filled, hatch), Text(MARGIN + 80, sheet.y - 10, text, SMALLEST)
        )


def _bars(sheet: Sheet, row: dict[str, Any], pixels: float) -> None:
    sheet.space(10)
    x = float(MARGIN)
    number_end = 0.0
    for kind, colour, filled, hatch in _KINDS:
        if not row[kind]:
            continue
        width = row[kind] * pixels
        text = {"dropped": "−", "kept": "", "gained": "+"}[kind] + str(row[kind])
        at = max(x, number_end)
        sheet.add(Bar(x, sheet.y, width, 34, colour, filled, hatch), Text(at, sheet.y + 72, text, 32, True, INK))
        number_end = at + text_width(text, 32, bold=True) + 24
        x += width + _GAP
    sheet.space(82)
