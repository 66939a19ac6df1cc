"""The way from each proposal to its area: which theme it counts for, and which area covers that theme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from domain.languages import pick
from results.files.cells import Cell, Column, Table
from results.files.report_parts import ReportArea
from results.words import Say

Json = dict[str, Any]


def area_of(areas: Sequence[ReportArea]) -> dict[int, int]:
    """Which area, counted from 0, covers a theme."""
    return {theme: place for place, area in enumerate(areas) for theme in area.covers}


def merged_into(release: Json) -> list[Json]:
    """Themes and own words that count for a listed theme: {"id", "names": null for own words, "counts_for"}."""
    listed = {theme["id"] for theme in release["themes"]}
    return [row for row in release["lineage"]["counts_for"] if row["counts_for"] in listed]


def areas_json(release: Json, areas: Sequence[ReportArea]) -> list[Json]:
    """The agreed areas with the ids of their themes, and of the proposals that came to them by those themes."""
    proposed = [theme["id"] for theme in release["themes"] if theme.get("origin") not in ("catalogue", None)]
    merged = merged_into(release)
    return [
        {
            "name": dict(area.name),
            "sentence": dict(area.sentence),
            "covers": list(area.covers),
            "proposals": sorted(
                [theme for theme in proposed if theme in area.covers]
                + [row["id"] for row in merged if row["counts_for"] in area.covers]
            ),
        }
        for area in areas
    ]


def areas_table(release: Json, areas: Sequence[ReportArea], say: Say, language: str) -> Table:
    """A row for each theme of each area, with how many own themes count for it; an area without themes has one row."""
    names = {theme["id"]: theme for theme in release["themes"]}
    own = Counter(row["counts_for"] for row in merged_into(release) if row["names"] is None)
    columns = (
        Column("place", say("results-column-area-place"), "whole"),
        Column("area", say("results-column-area")),
        Column("sentence", say("results-column-area-sentence")),
        Column("theme", say("results-column-theme")),
        Column("key", say("results-column-key")),
        Column("own", say("results-column-area-own"), "whole"),
    )
    rows: list[tuple[Cell, ...]] = []
    for place, area in enumerate(areas, start=1):
        head = (place, pick(area.name, language), pick(area.sentence, language) if area.sentence else None)
        covered = [names[theme] for theme in area.covers if theme in names]
        rows += [(*head, pick(one["names"], language), one["key"], own.get(one["id"], 0)) for one in covered]
        if not covered:
            rows.append((*head, None, None, None))
    return Table("areas", say("results-sheet-areas"), columns, tuple(rows))
