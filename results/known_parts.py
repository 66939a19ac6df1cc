"""What a release's weighted shares follow from: the classes, and which part of the answers and of the residents each is."""

from __future__ import annotations

from typing import Any, Final

from conversations.screens import Say

Json = dict[str, Any]

CLASSES: Final = "classes"
"""The breakdown's key. People who fall into no class, or did not tell, stand under None."""


def town_rows(release: Json) -> list[tuple[Json, float, float | None]]:
    """The classes of a release with weighted shares, each with its part of the answers and of the residents, 0..1; None for
    people in no class. Empty for a release without weights."""
    rows = release["groups"].get(CLASSES) or []
    if release["effective_n"] is None:
        return []
    together = sum(row["total"] or 0 for row in rows)
    return [(row, row["n"] / release["n"], None if row["total"] is None else row["total"] / together) for row in rows]


def weights_cut(release: Json) -> tuple[Say, ...]:
    """How many weights were cut, and what that costs; nothing where none was."""
    weighting = release.get("weighting") or {}
    if not weighting.get("cut"):
        return ()
    return (Say("results-weighting-cut", {"people": weighting["cut"], "points": round(weighting["gap"] * 100, 1)}),)
