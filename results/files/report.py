"""The *raport z warsztatu*: one HTML file in one language, for a phone and for paper, charts as SVG with a table each.

The *sprawozdanie* template for a workshop that consults a draft is here as well; they are two documents.
"""

from __future__ import annotations

import base64
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.languages import Texts, pick
from results.files.report_parts import Consultation, ReportFrame
from results.files.tables import HIDDEN, Cell, cell, tables, value_name
from results.pictures import Picture, picture_svg
from results.release import require_published
from results.words import Say, picture_words, signed

_FEWEST: Final = 5


def report_html(release: dict[str, Any], frame: ReportFrame, say: Say, language: str) -> bytes:
    """The report of a published release. Raises NotPublished."""
    require_published(release)
    return _render("report.html", release, say, language, frame=frame, charts=_charts(release, say, language))


def statement_html(
    release: dict[str, Any], frame: ReportFrame, consultation: Consultation, say: Say, language: str
) -> bytes:
    """The *sprawozdanie* to be filled in: comments from every channel, the office's position and reasons."""
    require_published(release)
    return _render("statement.html", release, say, language, frame=frame, consultation=consultation)


def _render(template: str, release: dict[str, Any], say: Say, language: str, **given: Any) -> bytes:
    made = {table.key: table for table in tables(release, say, language)}

    def text(texts: Texts | None) -> str:
        return pick(texts, language) if texts else ""

    def number(value: Cell, kind: str = "text") -> str:
        return worded(value, kind, say, language)

    rendered = (
        _environment()
        .get_template(template)
        .render(
            release=release,
            language=language,
            say=say,
            text=text,
            number=number,
            people=lambda count: people_text(count, say),
            tables=made,
            names={theme["id"]: pick(theme["names"], language) for theme in release["themes"]},
            share=lambda row: share_text(row, say),
            cell=cell,
            breakdowns=_breakdowns(release, say, language),
            clear=lambda row: _conclusion(row, say),
            own_merged=_own_merged(release),
            **given,
        )
    )
    return rendered.encode("utf-8")


def _conclusion(row: dict[str, Any], say: Say) -> str:
    clear = cell(row, "clear")
    return say(f"results-clear-{clear}") if isinstance(clear, str) else say("results-hidden-short")


def _own_merged(release: dict[str, Any]) -> list[tuple[int, int]]:
    """How many own themes, whose words are nobody's to read, count for which listed theme."""
    listed = {theme["id"] for theme in release["themes"]}
    rows = release["lineage"]["counts_for"]
    counts = Counter(row["counts_for"] for row in rows if row["names"] is None and row["counts_for"] in listed)
    return sorted(counts.items())


def people_text(count: int | None, say: Say) -> str:
    """A number of people that is no figure: under five it is not named."""
    if count is None:
        return say("results-report-not-known")
    return say("results-report-fewer-than-five") if 0 < count < _FEWEST else str(count)


def share_text(row: dict[str, Any] | None, say: Say) -> str:
    """48 % (38–57), or the word for hidden, or a dash where nothing could be computed."""
    values = [cell(row, key) for key in ("share", "low", "high")]
    if row is None or all(value is None for value in values):
        return say("results-hidden-short") if row and cell(row, "count") is HIDDEN else "–"
    if HIDDEN in values:
        return say("results-hidden-short")
    share, low, high = (round(value * 100) if isinstance(value, int | float) else "–" for value in values)
    return say("results-text-share", share=share, low=low, high=high)


def worded(value: Cell, kind: str, say: Say, language: str) -> str:
    """A table's cell as a reader of `language` writes it."""
    if value is None:
        return "–"
    if value is HIDDEN:
        return say("results-hidden-short")
    if isinstance(value, str):
        return value
    if not isinstance(value, int | float):
        raise TypeError(f"{value!r} is no cell")
    if kind == "share":
        return say("results-percent", value=round(value * 100))
    if kind == "change":
        return say("results-percentage-points", value=signed(round(value * 100)))
    if kind == "p":
        return _decimal("< 0.001" if value < 0.001 else f"{value:.3f}", language)
    return _decimal(f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value), language)


def _decimal(written: str, language: str) -> str:
    minus = written.replace("-", "−")
    return minus if language == "en" else minus.replace(".", ",")


def _charts(release: dict[str, Any], say: Say, language: str) -> dict[str, str]:
    """Charts as data URIs, by name; groups by `groups-<breakdown>`. None below ten ballots."""
    if release["few"]:
        return {}
    wanted: list[tuple[str, Picture, str]] = [("ranking", "ranking", "")]
    if release["change"]:
        wanted += [("change", "change", ""), ("flow", "flow", "")]
    if release["shortlist"] and release["shortlist"]["phragmen"]["themes"]:
        wanted.append(("shortlist", "shortlist", ""))
    wanted += [(f"groups-{key}", "groups", key) for key in release["groups"] if _worth_drawing(release["groups"][key])]
    return {
        name: _data_uri(picture_svg(picture, release, picture_words(picture, release, say, language), breakdown))
        for name, picture, breakdown in wanted
    }


def _worth_drawing(values: list[dict[str, Any]]) -> bool:
    told = [value for value in values if value["key"] is not None]
    return any(cell(row, "share") not in (None, HIDDEN) for value in told for row in value.get("themes", []))


def _data_uri(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode("utf-8")).decode("ascii")


def _breakdowns(release: dict[str, Any], say: Say, language: str) -> list[dict[str, Any]]:
    """Each breakdown as a grid: names of its values with their bases, and rows of shares by theme id."""
    grids = []
    for key, values in release["groups"].items():
        rows = {
            (row["id"], index): row
            for index, value in enumerate(values)
            for row in value.get("themes", [])
            if "id" in row
        }
        grids.append(
            {
                "key": key,
                "name": say("results-breakdown", key=key),
                "values": [(value_name(key, value, say, language), cell(value, "n")) for value in values],
                "rows": [
                    (theme["id"], [rows.get((theme["id"], index)) for index in range(len(values))])
                    for theme in release["themes"]
                ],
            }
        )
    return grids


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
