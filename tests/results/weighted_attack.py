"""What somebody who holds every release concludes from weighted shares: the classes' people, and who of them is where.

Written apart from the hiding code, as `attacker` is: weights are worked out anew from the known totals, each weighted share is
an equation with the rounding that it was printed with, and everybody of a joined value is in one of its classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]
Terms = dict[tuple[Any, ...], float]
ROUNDING = 5.1e-7


def with_tables(releases: list[Json]) -> list[Json]:
    """The releases, in which classes that join values of a breakdown tell of it also where it is not shown itself."""
    values: dict[str, list[Any]] = {}
    for release in releases:
        for key, rows in release["groups"].items():
            values.setdefault(key, []).extend(row["key"] for row in rows if row["key"] not in values[key])
    told = []
    for release in releases:
        named = {variable for row in release["groups"].get("classes", []) for variable in row["of"]}
        empty = {
            key: [{"key": value, "n": None, "themes": []} for value in dict.fromkeys([*values.get(key, []), None])]
            for key in named
            if not release["groups"].get(key) and values.get(key)
        }
        told.append(release | {"groups": release["groups"] | empty})
    return told


def joins(release: Json, key: str) -> bool:
    return any(key in row["of"] for row in release["groups"].get("classes", []))


def weights(release: Json) -> list[float]:
    """The weight of each class: its share in the town by its share of those who answered, cut at both ends."""
    rows = release["groups"]["classes"]
    inside = sum(row["n"] for row in rows if row["total"] is not None)
    town = sum(row["total"] or 0 for row in rows)
    return [
        1.0 if row["total"] is None else min(5.0, max(0.2, row["total"] / town * inside / row["n"])) for row in rows
    ]


def equations(release: Json) -> Iterator[tuple[dict[Any, float], int, float, float]]:
    """For each theme: factors by class, the theme, and between what the sum of chosen × factor lies."""
    rows, factors = release["groups"]["classes"], weights(release)
    together = sum(factor * row["n"] for factor, row in zip(factors, rows, strict=True))
    for theme in release["themes"]:
        share = theme["weighted"]["share"]
        by_class = {row["key"]: factor for factor, row in zip(factors, rows, strict=True)}
        yield by_class, theme["id"], (share - ROUNDING) * together, (share + ROUNDING) * together


def pairs(release: Json, key: str, parts: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Which class and which value of a breakdown people can share."""
    rows = [row for row in release["groups"]["classes"] if row["n"]]
    elsewhere = {value for row in rows for value in row["of"].get(key, [])}
    alone = all(len(row["of"]) == 1 for row in rows if row["of"])
    for row in rows:
        for part in parts:
            outside = part not in elsewhere if alone else True
            if (part in row["of"][key]) if row["of"] else outside:
                yield row["key"], part
