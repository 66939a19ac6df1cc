"""Tables of a release that are there only with figures for them: scales, people who answered once, weights."""

from __future__ import annotations

from typing import Any, Final

from domain.languages import pick
from results.files.cells import Cell, Column, Kind, Table, cell, headed, question_name
from results.known_parts import town_rows
from results.words import Say

Json = dict[str, Any]

_SCALES: Final[tuple[tuple[str, Kind], ...]] = (
    ("n", "whole"),
    ("mean", "number"),
    ("deviation", "number"),
    ("scale_agreement", "number"),
    ("twice", "whole"),
    ("mean_change", "number"),
    ("mean_change_low", "number"),
    ("mean_change_high", "number"),
    ("places_p", "p"),
)
_ONCE: Final[tuple[tuple[str, Kind], ...]] = (
    ("once_before", "whole"),
    ("once_after", "whole"),
    ("difference", "change"),
    ("difference_low", "change"),
    ("difference_high", "change"),
)
_WEIGHTS: Final[tuple[tuple[str, Kind], ...]] = (
    ("n", "whole"),
    ("answers_part", "share"),
    ("town", "whole"),
    ("town_part", "share"),
)


def scales_table(release: Json, say: Say, language: str) -> Table | None:
    """Mean, spread and agreement of each scale or number, and its mean change among people who answered twice."""
    rows = [
        (
            question_name(question, language),
            *(cell(question, key) for key in ("n", "mean", "deviation")),
            cell(question["agreement"], "value"),
            *(cell(question["change"], key) for key in ("n", "mean", "low", "high", "p")),
        )
        for question in release["questions"]
        if question["kind"] != "single"
    ]
    named = (Column("question", say("results-column-question")), *headed(say, _SCALES))
    return Table("scales", say("results-sheet-scales"), named, tuple(rows)) if rows else None


def once_table(release: Json, say: Say, language: str) -> Table | None:
    """People who answered in one of two waves alone, as two groups: how many chose each theme, and the difference."""
    apart = release["unmatched"]
    if not apart or not apart["themes"]:
        return None
    names = {theme["id"]: pick(theme["names"], language) for theme in release["themes"]}
    named = (
        Column("theme", say("results-column-theme")),
        Column("lost", say("results-row-lost"), "whole"),
        Column("new", say("results-row-new"), "whole"),
        *headed(say, _ONCE),
    )
    keys = ("before", "after", "difference", "low", "high")
    bases = (cell(apart, "before"), cell(apart, "after"))
    rows = tuple((names[row["id"]], *bases, *(cell(row, key) for key in keys)) for row in apart["themes"])
    return Table("once", say("results-sheet-once"), named, rows)


def weights_table(release: Json, say: Say, language: str) -> Table | None:
    """The classes that answers are weighted by, with which part of the answers and of the residents each is."""
    rows: list[tuple[Cell, ...]] = [
        (
            say("results-no-class") if row["key"] is None else pick(row["names"], language),
            cell(row, "n"),
            answers,
            row["total"],
            part,
        )
        for row, answers, part in town_rows(release)
    ]
    named = (Column("group", say("results-column-group")), *headed(say, _WEIGHTS))
    return Table("weights", say("results-row-weights"), named, tuple(rows)) if rows else None
