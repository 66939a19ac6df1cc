"""Holds the service's releases against the residents' own tally, number by number.

A release is JSON as the service exports it: `n`, `themes` with names, count and points, `own_themes`, `questions`, and for a
later wave `matched` and `change`. A cell or row `{"hidden": true}` (a small number about people) cannot be compared, nor can
a row of `change` that is left out because hiding would not have been enough; both are counted, never passed over in silence.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = Mapping[str, Any]
PROMISED = 1e-6
"""Shares in a release are rounded to six digits."""
CHANGE_FIGURES = ("gained", "dropped", "change")


@dataclass(slots=True)
class Comparison:
    """How many numbers were held against each other, how many were hidden, and a sentence for each that differs."""

    compared: int = 0
    hidden: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def agrees(self) -> bool:
        """True only when something was compared and nothing differed."""
        return self.compared > 0 and not self.differences

    def hold(self, what: str, counted: float, released: Any) -> None:
        """One number of the tally against one cell of a release."""
        if is_hidden(released):
            self.hidden += 1
            return
        self.compared += 1
        if not isinstance(released, int | float) or abs(counted - released) > PROMISED:
            self.differences.append(f"{what}: the residents counted {counted:g}, the service says {released}")


def is_hidden(cell: Any) -> bool:
    """Whether a cell, or a whole row, is hidden."""
    return isinstance(cell, Mapping) and cell.get("hidden") is True


def compare(tally: Json, releases: Mapping[str, Json]) -> Comparison:
    """The whole tally against the release of each wave. A wave without a release is a difference."""
    found = Comparison()
    for wave, count in tally["waves"].items():
        release = releases.get(wave)
        if release is None:
            found.differences.append(f"{wave}: there is no release")
            continue
        _wave(found, wave, count, release)
    if "after" in releases and not releases["after"].get("few"):
        _change(found, tally["matched"], releases["after"])
    return found


def _wave(found: Comparison, wave: str, count: Json, release: Json) -> None:
    found.hold(f"{wave}: people", count["n"], release["n"])
    if release.get("few"):
        return  # Under ten ballots no number but n is shown.
    rows = {row["names"]["pl"]: row for row in release["themes"]}
    for name, row in rows.items():
        chosen = count["themes"].get(name, {"count": 0, "points": 0})
        _figures(found, f"{wave}: {name}", chosen, row, ("count", "points"))
    for name in count["themes"].keys() - rows.keys():
        found.differences.append(f"{wave}: {name}: the release does not list it")
    if "own_themes" in release:
        found.hold(f"{wave}: people with a theme of their own", count["own_people"], release["own_themes"])
    scales = [question for question in release.get("questions", ()) if question["kind"] == "scale"]
    for row in scales[0]["values"] if scales else ():
        people = count["scale"].get(str(row["value"]), 0)
        _figures(found, f"{wave}: place {row['value']} on the scale", {"count": people}, row, ("count",))


def _figures(found: Comparison, what: str, counted: Json, row: Json, names: tuple[str, ...]) -> None:
    for name in names:
        found.hold(f"{what}, {name}", counted[name], row if is_hidden(row) else row.get(name))


def _change(found: Comparison, matched: Json, release: Json) -> None:
    released = release.get("matched")
    if released is None:
        found.differences.append("change: the release has no matched people")
        return
    figures = {"n": matched["n"], "lost": matched["before_only"]}
    _figures(found, "people who answered twice", figures, released, ("n", "lost"))
    names = {row["id"]: row["names"]["pl"] for row in release["themes"]}
    rows = {names[row["id"]]: row for row in release["change"]}
    for name, row in rows.items():
        moved = matched["themes"].get(name, {"gained": 0, "dropped": 0, "change": 0})
        share = {"change": moved["change"] / matched["n"] if matched["n"] else 0}
        _figures(found, f"change of {name}", {**moved, **share}, row, CHANGE_FIGURES)
    found.hidden += len(CHANGE_FIGURES) * len(names.keys() - {row["id"] for row in release["change"]})
