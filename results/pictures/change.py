"""Change: for each theme its share before (hollow) and after (filled) among people who answered twice."""

from __future__ import annotations

from typing import Any

from results.pictures.parts import MOST_THEMES, by_id, footing, heading, legend, name, rail, scale
from results.pictures.sheet import BLUE, GREEN, GREY, INK, MARGIN, RUST, SMALLEST, Dot, Line, Sheet, Text
from results.published import hidden, require_published
from results.words import PictureWords


def shown_changes(release: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of change that may be shown with their counts, in the published order."""
    return [row for row in release["change"] if not hidden(row) and isinstance(row.get("before"), int)]


def change_sheet(release: dict[str, Any], words: PictureWords) -> Sheet:
    """The dumbbell picture of a published release; a theme whose change is hidden is named and says so."""
    require_published(release)
    themes = by_id(release)
    rows = release["change"][:MOST_THEMES]
    open_rows = shown_changes(release)
    sheet = heading(words)
    legend(sheet, words)
    end = scale(max([max(row["before"], row["after"]) / row["n"] for row in open_rows], default=0))
    for row in rows:
        sheet.space(14)
        name(sheet, words.name(themes[row["id"]]["names"]))
        if row in open_rows:
            _dumbbell(sheet, row, end, words)
        else:
            sheet.write(words.hidden, colour=GREY)
    return footing(sheet, words)


def _dumbbell(sheet: Sheet, row: dict[str, Any], end: float, words: PictureWords) -> None:
    before, after = row["before"] / row["n"], row["after"] / row["n"]
    left, width, middle = rail(sheet, f"{words.share(before)} → {words.share(after)}", room=260)
    start, stop = left + width * before / end, left + width * after / end
    sheet.add(
        Line(start, middle, stop, middle, BLUE, 8),
        Dot(start, middle, 15, INK, False),
        Dot(stop, middle, 15, BLUE, True),
    )
    if row["clear"] != "unclear":
        sign, text, colour = ("▲", words.more, GREEN) if row["clear"] == "more" else ("▼", words.fewer, RUST)
        sheet.y += 40
        sheet.add(Text(MARGIN, sheet.y - 8, f"{sign} {text} ({words.change(row['change'])})", SMALLEST, True, colour))
