"""What the room sees of a release and of the areas, as rows in one language: for the picture and for the page. Light."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.languages import Texts, pick
from results.percent import percent, signed_points
from results.published import require_published, very_few
from results.words import Say

MOST_THEMES: Final = 10


@dataclass(frozen=True, slots=True)
class Row:
    """A theme: its name, its share in words and as a part of everybody, and what became of it."""

    name: str
    share: str
    part: float
    change: str = ""
    rises: bool | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """An area: its name with its number, its sentence, the themes it covers in one line."""

    name: str
    sentence: str = ""
    covers: str = ""


@dataclass(frozen=True, slots=True)
class ShownArea:
    """An area with the names of those of its themes that the room may see."""

    name: Texts
    sentence: Texts
    covers: tuple[Texts, ...]


def theme_rows(release: dict[str, Any], say: Say, language: str) -> list[Row]:
    """The themes of a published release in their order; the change where there is one to show. Raises NotPublished."""
    require_published(release)
    if release["few"]:
        return [Row(f"{one['order']}. {pick(one['names'], language)}", "", 0.0) for one in release["themes"]]
    changes = {row["id"]: row for row in release["change"] if "id" in row}
    rows = [_row(theme, changes.get(theme["id"]), say, language) for theme in release["themes"] if theme["count"]]
    return rows[:MOST_THEMES]


def people_line(release: dict[str, Any], say: Say) -> str:
    """How many answered; nothing of one to four."""
    require_published(release)
    return "" if very_few(release) else say("screen-people", wave=release["wave"]["kind"], count=release["n"])


def few_line(release: dict[str, Any], say: Say) -> str:
    """Why there are no numbers; empty where there are."""
    if not release["few"]:
        return ""
    return say("results-very-few" if very_few(release) else "results-few")


def _row(theme: dict[str, Any], change: dict[str, Any] | None, say: Say, language: str) -> Row:
    name = f"{theme['order']}. {pick(theme['names'], language)}"
    share = say("results-percent", value=percent(theme["share"]))
    clear = None if change is None else change.get("clear")
    if change is None or clear not in ("more", "fewer") or not isinstance(change.get("change"), int | float):
        return Row(name, share, theme["share"])
    points = say("results-percentage-points", value=signed_points(change["change"]))
    return Row(name, share, theme["share"], f"{'▲' if clear == 'more' else '▼'} {points}", clear == "more")


def area_headings(areas: Sequence[ShownArea], language: str) -> list[Heading]:
    """The areas in their order, numbered."""
    return [
        Heading(
            f"{place}. {pick(area.name, language)}",
            pick(area.sentence, language) if area.sentence else "",
            " · ".join(pick(theme, language) for theme in area.covers),
        )
        for place, area in enumerate(areas, start=1)
    ]
