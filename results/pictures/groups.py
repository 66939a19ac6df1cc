"""Groups as small multiples: one theme after the other, in each the groups' shares as bars with the number printed."""

from __future__ import annotations

from typing import Any, Final

from results.pictures.parts import footing, heading, name, scale
from results.pictures.sheet import (
    BLUE,
    GREY,
    INK,
    INNER,
    MARGIN,
    RAIL,
    SMALLEST,
    WIDTH,
    Bar,
    Sheet,
    Text,
    text_width,
    wrap,
)
from results.published import hidden, require_published
from results.words import PictureWords

_THEMES: Final = 6
_LABEL: Final = 400


def groups_sheet(release: dict[str, Any], breakdown: str, words: PictureWords) -> Sheet:
    """The leading themes of a published release by the values of one breakdown; hidden cells say that they are."""
    require_published(release)
    values = [value for value in release["groups"].get(breakdown, []) if value["key"] is not None]
    rows = {(row["id"], value["key"]): row for value in values for row in value["themes"] if "id" in row}
    open_shares = [row["share"] for row in rows.values() if _open(row)]
    end = scale(max(open_shares, default=0))
    sheet = heading(words)
    for theme in release["themes"][:_THEMES]:
        sheet.space(14)
        name(sheet, words.name(theme["names"]))
        for value in values:
            _bar(sheet, words, value, rows.get((theme["id"], value["key"])), end)
    return footing(sheet, words)


def _open(row: dict[str, Any] | None) -> bool:
    return row is not None and not hidden(row) and not hidden(row["count"]) and row["share"] is not None


def _bar(sheet: Sheet, words: PictureWords, value: dict[str, Any], row: dict[str, Any] | None, end: float) -> None:
    base = value["n"] if isinstance(value["n"], int) else None
    label = words.value(value["key"], value["names"])
    lines = wrap(label, SMALLEST, _LABEL)
    for line in lines:
        sheet.y += SMALLEST * 1.3
        sheet.add(Text(MARGIN, sheet.y - 8, line, SMALLEST, False, INK))
    baseline = sheet.y - 8
    left = MARGIN + _LABEL + 16
    if row is None or not _open(row):
        sheet.add(Text(left, baseline, words.hidden, SMALLEST, False, GREY))
        return
    text = f"{words.share(row['share'])} ({row['count']}/{base})" if base is not None else words.share(row["share"])
    room = max(text_width(text, SMALLEST), 230)
    width = INNER - _LABEL - 16 - room - 20
    sheet.add(
        Bar(left, baseline - 22, width, 22, RAIL),
        Bar(left, baseline - 22, width * row["share"] / end, 22, BLUE),
        Text(WIDTH - MARGIN, baseline, text, SMALLEST, False, INK, "right"),
    )
