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
from results.files.area_ways import area_of
from results.files.cells import HIDDEN, cell
from results.files.report_grids import Grids
from results.files.report_parts import Consultation, ReportFrame
from results.pictures import Picture, picture_svg
from results.published import require_published, very_few
from results.words import Say, picture_words

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
    return _render("statement.html", release, say, language, frame=frame, consultation=consultation, charts={})


def _render(template: str, release: dict[str, Any], say: Say, language: str, **given: Any) -> bytes:
    def text(texts: Texts | None) -> str:
        return pick(texts, language) if texts else ""

    grids = Grids(release, say, language)
    rendered = (
        _environment()
        .get_template(template)
        .render(
            release=release,
            language=language,
            say=say,
            text=text,
            grids=grids,
            names=grids.names(),
            cell=cell,
            people=lambda count: people_text(count, say),
            own_merged=_own_merged(release),
            very_few=very_few(release),
            area_of=area_of(given["frame"].areas),
            **given,
        )
    )
    return rendered.encode("utf-8")


def people_text(count: int | None, say: Say) -> str:
    """A number of people that is no figure: under five it is not named."""
    if count is None:
        return say("results-report-not-known")
    return say("results-report-fewer-than-five") if 0 < count < _FEWEST else str(count)


def _own_merged(release: dict[str, Any]) -> list[tuple[int, int]]:
    """How many own themes, whose words are nobody's to read, count for which listed theme."""
    listed = {theme["id"] for theme in release["themes"]}
    rows = release["lineage"]["counts_for"]
    counts = Counter(row["counts_for"] for row in rows if row["names"] is None and row["counts_for"] in listed)
    return sorted(counts.items())


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


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
