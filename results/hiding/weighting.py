"""Whether weighted shares may be shown, and what their classes tell about the breakdowns by the same variables.

Whoever knows the weights can work out from weighted shares how many of each class chose each theme. So that whole table
(classes × themes, `groups["classes"]`) is shown beside them, weighted shares follow from it, and everything here is about the
table: it is shown only where no cell of it is small, alone or against an earlier one, and what it tells of other breakdowns
stands in their programmes (`tie`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from results.hiding.populations import Population
from results.hiding.programme import UNBOUNDED, Programme, total
from results.hiding.rules import Json, seen, small

CLASSES: Final = "classes"
METHOD: Final = "weights"
THEMELESS: Final = "themeless"
"""Under this key a draft's class keeps how many of its people are without any theme; nobody is shown it."""


def without(release: Json, why: str | None) -> Json:
    """The release without weights; `why` there are none, None: as it says already."""
    weighting = release.get("weighting")
    return release | {
        "groups": {key: rows for key, rows in release["groups"].items() if key != CLASSES},
        "effective_n": None,
        "weighting": weighting if why is None else {"why": why},
        "methods": {figure: method for figure, method in release["methods"].items() if figure != METHOD},
        "themes": [theme | {"weighted": None} if "weighted" in theme else theme for theme in release["themes"]],
    }


def added(plain: Json, draft: Json) -> Json:
    """The release without weights, with those of `draft`, the same one before anything was hidden."""
    weighted = {theme["id"]: theme["weighted"] for theme in draft["themes"]}
    rows = [_shown(row) for row in draft["groups"][CLASSES]]
    return plain | {
        "groups": plain["groups"] | {CLASSES: rows},
        "effective_n": draft["effective_n"],
        "weighting": draft["weighting"],
        "methods": draft["methods"],
        "themes": [theme | {"weighted": weighted[theme["id"]]} for theme in plain["themes"]],
    }


def _shown(row: Json) -> Json:
    """A class as it is shown: its numbers, and nothing that does not follow from them."""
    told = {name: value for name, value in row.items() if name != THEMELESS}
    return told | {"agreement": None, "themes": [theme | {"place": None} for theme in row["themes"]]}


def variables(release: Json) -> tuple[str, ...]:
    """The breakdowns that the release's classes join values of; none without weights."""
    rows = release["groups"].get(CLASSES) or []
    return tuple(dict.fromkeys(variable for row in rows for variable in row["of"]))


def named_alike(release: Json, earlier: Sequence[Json]) -> bool:
    """True when every earlier release that carried weights had the same classes: parts of two kinds of classes overlap in
    people of whom neither tells."""
    return all(_named(one) == _named(release) for one in earlier if one["groups"].get(CLASSES))


def _named(release: Json) -> list[tuple[str, dict[str, list[str]]]]:
    return [(row["key"], row["of"]) for row in release["groups"][CLASSES] if row["key"] is not None]


def large(release: Json) -> bool:
    """True when the table of classes has no small cell, of any theme or of the people without one."""
    return not any(
        small(count, row["n"])
        for row in release["groups"][CLASSES]
        for count in (row["n"], row[THEMELESS], *(theme["count"] for theme in row["themes"]))
    )


def seen_large(release: Json, plain: Json) -> bool:
    """True unless the classes are values of one breakdown, joined, and what `plain` shows of it leaves open whether one of
    them is small. That there are no weights would then be said of a hidden number."""
    named = variables(release)
    if len(named) != 1:
        return True
    rows = plain["groups"].get(named[0]) or []
    counts = {theme["id"]: theme["count"] for theme in plain["themes"]}
    told = {row["key"]: {theme["id"]: seen(theme["count"]) for theme in row["themes"]} for row in rows}
    bases = {row["key"]: seen(row["n"]) for row in rows}
    for cell in release["groups"][CLASSES]:
        others = {value for row in release["groups"][CLASSES] for value in row["of"].get(named[0], ())}
        inside = [key for key in bases if (key in cell["of"].get(named[0], ()) if cell["of"] else key not in others)]
        if not _apart(release["n"], bases, inside):
            return False
        for theme, together in counts.items():
            chosen = {key: 0 if bases[key] == 0 else told[key].get(theme) for key in bases}
            rest = {key: _less(bases[key], chosen[key]) for key in bases}
            if not _apart(together, chosen, inside) or not _apart(release["n"] - together, rest, inside):
                return False
    return bool(rows)


def _less(base: int | None, count: int | None) -> int | None:
    return None if base is None or count is None else base - count


def _apart(together: int, parts: dict[str | None, int | None], inside: Sequence[str | None]) -> bool:
    """True when the shown parts alone say that those inside are nobody, or five people at least."""
    least = sum(parts[key] or 0 for key in inside)
    most = together - sum(number or 0 for key, number in parts.items() if key not in inside)
    return most == 0 or least >= 5


def tie(programme: Programme, release: Json, key: str, population: Population) -> None:
    """Add what the release's classes tell of the breakdown `key`: the people of joined values, with each theme and without,
    are those of their classes at least. The rest are in no class; all of them together are the undivided table."""
    for values, classes in _joined(release, key):
        inside = [value for value in values if value in population.bases]
        base = total(*(population.bases[value] for value in inside))
        people = sum(row["n"] for row in classes)
        programme.row(base, people, UNBOUNDED)
        for theme in population.whole.themes:
            chosen = total(*(population.counts[value, theme] for value in inside))
            count = sum(one["count"] for row in classes for one in row["themes"] if one["id"] == theme)
            programme.row(chosen, count, UNBOUNDED)
            programme.row(total(base, chosen, signs=(1, -1)), people - count, UNBOUNDED)


def _joined(release: Json, key: str) -> Iterator[tuple[tuple[str, ...], list[Json]]]:
    """Values of the breakdown that are joined, and the classes of their people."""
    found: dict[tuple[str, ...], list[Json]] = {}
    for row in release["groups"].get(CLASSES) or []:
        if key in row["of"]:
            found.setdefault(tuple(sorted(row["of"][key])), []).append(row)
    yield from found.items()
