"""Change: for each theme its share before (hollow) and after (filled)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from results.pictures.parts import MOST_THEMES, by_id, footing, heading, legend, name, rail, scale
from results.pictures.sheet import BLUE, GREEN, GREY, INK, MARGIN, RUST, SMALLEST, Dot, Line, Sheet, Text
from results.published import require_published
from results.words import PictureWords


def shown_changes(release: dict[str, Any], needed: tuple[str, ...] = ("n", "before", "after")) -> list[dict[str, Any]]:
    """Rows of change of which the `needed` counts may be shown, in the published order."""
    return [row for row in release["change"] if all(isinstance(row.get(key), int) for key in needed)]


@dataclass(frozen=True, slots=True)
class _Row:
    """One theme: its shares, and how its change is called. `change` None: not to be shown."""

    id: int
    before: float
    after: float
    clear: str | None
    change: float | None


def has_change(release: dict[str, Any]) -> bool:
    """True when there is a change to draw: of those who answered twice, or of everybody in each wave."""
    return bool(shown_changes(release)) or bool(_of_everybody(release))


def change_sheet(release: dict[str, Any], words: PictureWords) -> Sheet:
    """The dumbbell picture of a published release.

    Shares are those of people who answered twice where all of them may be shown. Where some may not (few people answered
    only once, and the difference would be their answers), shares are those of everybody in each wave, which are public
    anyway; "more" and "fewer" are still said of those who answered twice. A theme with neither is named and says so.
    """
    require_published(release)
    matched, everybody = _of_matched(release), _of_everybody(release)
    drawn = matched if len(matched) == len(_listed(release)) or not everybody else everybody
    whole = drawn is everybody
    themes = by_id(release)
    sheet = heading(replace(words, under=words.everybody) if whole else words)
    legend(sheet, words)
    end = scale(max((max(row.before, row.after) for row in drawn.values()), default=0))
    for theme in _listed(release):
        sheet.space(14)
        name(sheet, words.name(themes[theme]["names"]))
        if theme in drawn:
            _dumbbell(sheet, drawn[theme], end, words)
        else:
            sheet.write(words.hidden, colour=GREY)
    return footing(sheet, words, words.twice if whole else "")


def _listed(release: dict[str, Any]) -> list[int]:
    """Themes in the published order, also where nothing of those who answered twice may be shown."""
    rows = release["change"] or (release["themes"] if release["earlier"] else [])
    return [row["id"] for row in rows[:MOST_THEMES] if "id" in row]


def _of_matched(release: dict[str, Any]) -> dict[int, _Row]:
    return {
        row["id"]: _Row(row["id"], row["before"] / row["n"], row["after"] / row["n"], row["clear"], row["change"])
        for row in shown_changes(release)[:MOST_THEMES]
    }


def _of_everybody(release: dict[str, Any]) -> dict[int, _Row]:
    """Shares of both waves' undivided tables; nothing where the other wave is not to be compared with.

    The change in percentage points is that of other people (those who answered twice), so it does not stand beside them.
    """
    if not release["earlier"] or release["few"]:
        return {}
    changes = {row["id"]: row for row in release["change"] if "id" in row}
    before = {theme["id"]: theme["share"] for theme in release["earlier"]["themes"]}
    after = {theme["id"]: theme["share"] for theme in release["themes"]}
    return {
        theme: _Row(
            theme,
            before.get(theme, 0.0),
            after[theme],
            _word(changes.get(theme, {}).get("clear")),
            None,
        )
        for theme in _listed(release)
    }


def _word(clear: Any) -> str | None:
    """How the change is called; None where that is hidden."""
    return clear if isinstance(clear, str) else None


def _dumbbell(sheet: Sheet, row: _Row, end: float, words: PictureWords) -> None:
    shares = f"{words.share(row.before)} → {words.share(row.after)}"
    left, width, middle = rail(sheet, shares, room=260)
    start, stop = left + width * row.before / end, left + width * row.after / end
    sheet.add(
        Line(start, middle, stop, middle, BLUE, 8),
        Dot(start, middle, 15, INK, False),
        Dot(stop, middle, 15, BLUE, True),
    )
    if row.clear in ("more", "fewer"):
        sign, text, colour = ("▲", words.more, GREEN) if row.clear == "more" else ("▼", words.fewer, RUST)
        told = f" ({words.change(row.change)})" if row.change is not None else ""
        sheet.y += 40
        sheet.add(Text(MARGIN, sheet.y - 8, f"{sign} {text}{told}", SMALLEST, True, colour))
