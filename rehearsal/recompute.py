"""`python -m rehearsal.recompute demo-out`: the town's numbers counted a second time, from what each resident chose.

Reads residents.jsonl, works every figure out again by `plain_figures` and holds it against the exported releases (JSON)
and tables (CSV, both kinds) in that folder. Says how many numbers were held against each other, how many are hidden, and
each that differs. Exit code 0 only when something was compared and everything agrees.

Not worked out here: what rests on seeded repetitions (ranges of places, mean changes of place and scale) and breakdowns by
who the residents are, which they do not write down.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from . import plain_figures as plain
from .plain_figures import Ballot

Json = Mapping[str, Any]
WAVES = ("before", "after")
ROUNDED = 1e-6
"""A release's shares have six digits."""
P_ROUNDED = 6e-4
"""A p-value has four significant digits."""
FEW = 10
CHANGE = ("n", "before", "after", "kept", "gained", "dropped", "change", "low", "high", "p", "p_holm", "clear")
COLUMNS = {2: "order", 3: "count", 4: "share", 5: "low", 6: "high", 7: "points", 8: "place", 11: "pairwise_place"}
"""Of the exported table of themes, by position."""


class Unreadable(Exception):
    """The folder lacks something; the text says what."""


def is_hidden(cell: Any) -> bool:
    """Whether a cell, or a whole row, is hidden."""
    return isinstance(cell, dict) and cell.get("hidden") is True


@dataclass(slots=True)
class Check:
    """What was compared. Nothing that is hidden or left out is passed over in silence."""

    compared: int = 0
    hidden: int = 0
    differences: list[str] = field(default_factory=list)

    def hold(self, what: str, counted: Any, released: Any) -> None:
        if is_hidden(released):
            self.hidden += 1
            return
        self.compared += 1
        if not _same(what, counted, released):
            self.differences.append(f"{what}: counted {counted}, exported {released}")

    def each(self, what: str, counted: Json, released: Any, names: Sequence[str]) -> None:
        for name in names:
            self.hold(f"{what}, {name}", counted.get(name), released if is_hidden(released) else released[name])


def _same(what: str, counted: Any, released: Any) -> bool:
    numbers = all(isinstance(one, int | float) and not isinstance(one, bool) for one in (counted, released))
    if not numbers:
        return bool(counted == released)
    near = ROUNDED + (P_ROUNDED * abs(counted) if what.endswith((", p", ", p_holm")) else 0)
    return bool(abs(counted - released) <= near)


@dataclass(frozen=True, slots=True)
class Person:
    """Ballots and scale answers by wave, of those waves in which something was sent."""

    ballots: Mapping[str, Ballot]
    scale: Mapping[str, int]


def read_people(path: Path) -> list[Person]:
    """Raises Unreadable."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path.name} cannot be read: {error}") from error
    sent = [{wave: row[wave] for wave in WAVES if row[wave] is not None} for row in rows]
    return [
        Person(
            {wave: [pick.get("theme") for pick in one["picks"]] for wave, one in answers.items()},
            {wave: one["scale"] for wave, one in answers.items()},
        )
        for answers in sent
    ]


def check(folder: Path) -> Check:
    """Everything in the folder. Raises Unreadable."""
    found, people = Check(), read_people(folder / "residents.jsonl")
    for wave in WAVES:
        path = folder / f"release-{wave}.json"
        try:
            release = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise Unreadable(f"{path.name} cannot be read: {error}") from error
        if release["lineage"]["counts_for"]:
            raise Unreadable(f"{path.name}: themes were merged, of which residents know nothing")
        _wave(found, people, wave, release)
        for table in sorted(folder.glob(f"{release['workshop']}-{wave}*.csv")):
            _table(found, people, wave, release, table)
    return found


def _wave(found: Check, people: Sequence[Person], wave: str, release: Json) -> None:
    ballots = [person.ballots[wave] for person in people if wave in person.ballots]
    found.hold(f"{wave}: people", len(ballots), release["n"])
    if len(ballots) < FEW or release["few"]:
        found.hold(f"{wave}: few", len(ballots) < FEW, release["few"])
        return
    names = _names(release)
    found.hold(f"{wave}: people without any theme", sum(not ballot for ballot in ballots), release["blank"])
    found.hold(f"{wave}: people with own words", sum(None in ballot for ballot in ballots), release["own_themes"])
    _unlisted(found, ballots, names, wave)
    themes = plain.themes_of(ballots, list(names.values()), *_rules(release))
    for row in release["themes"]:
        name = names[row["id"]]
        found.each(f"{wave}: {name}", themes[name], row, tuple(themes[name]))
    _everybody(found, ballots, names, wave, release)
    _scale(found, [person.scale[wave] for person in people if wave in person.scale], wave, release)
    if wave == "after":
        _twice(found, people, names, release)


def _names(release: Json) -> dict[int, str]:
    """The release's themes in the order of the questionnaire."""
    return {row["id"]: row["names"]["pl"] for row in sorted(release["themes"], key=lambda row: row["id"])}


def _rules(release: Json) -> tuple[int, str]:
    return release["instrument"]["places"], release["instrument"]["order"]


def _unlisted(found: Check, ballots: Sequence[Ballot], names: Mapping[int, str], wave: str) -> None:
    chosen = {pick for ballot in ballots for pick in ballot if pick is not None}
    found.differences += [f"{wave}: {name} is not in the release" for name in sorted(chosen - set(names.values()))]


def _everybody(found: Check, ballots: Sequence[Ballot], ids: Mapping[int, str], wave: str, release: Json) -> None:
    """Figures about all themes together: agreement, pairwise winner, shortlists, and people by phone, who are everybody."""
    names = list(ids.values())
    ordered = [ids[row["id"]] for row in release["themes"]]  # as published, which decides ties in both lists
    for key, figure in (("w", plain.kendall(ballots, names)), ("entropy", plain.entropy(ballots, names))):
        found.each(f"{wave}: agreement {key}", figure, release["agreement"][key], ("n", "value"))
    winner = release["pairwise"]["winner"]
    found.hold(f"{wave}: pairwise winner", plain.condorcet(ballots, names), None if winner is None else ids[winner])
    k = release["shortlist"]["k"]
    counts = {name: sum(name in ballot for ballot in ballots) for name in names}
    most = [name for name in sorted(ordered, key=lambda name: -counts[name]) if counts[name]][:k]
    for key, chosen in (("phragmen", plain.phragmen(ballots, ordered, k)), ("plain", most)):
        listed = release["shortlist"][key]
        found.hold(f"{wave}: {key} shortlist", chosen, [ids[theme] for theme in listed["themes"]])
        found.each(f"{wave}: {key} shortlist", plain.covering(ballots, chosen), listed, ("n", "covered", "without"))
    for row in release["groups"].get("way", ()):
        everybody = row["key"] == "phone"
        found.hold(f"{wave}: by {row['key']}, people", len(ballots) if everybody else 0, row["n"])
        for theme in row["themes"]:
            name = ids[theme["id"]]
            found.hold(f"{wave}: by {row['key']}, {name}", counts[name] if everybody else 0, theme["count"])


def _scale(found: Check, answers: Sequence[int], wave: str, release: Json) -> None:
    for question in (one for one in release["questions"] if one["kind"] == "scale"):
        steps = question["values"]
        counted = plain.scale_of(answers, [step["value"] for step in steps])
        found.each(f"{wave}: {question['key']}", counted, question, ("n", "mean", "deviation"))
        for step in steps:
            figures = counted["values"][step["value"]]
            found.each(f"{wave}: {question['key']} {step['value']}", figures, step, tuple(figures))


def _twice(found: Check, people: Sequence[Person], ids: Mapping[int, str], release: Json) -> None:
    """People who answered both times, and those who answered once. Where tests are hidden, Holm's method is used again over
    those that are shown, the others counted as if nothing had changed in them."""
    pairs = [(one.ballots["before"], one.ballots["after"]) for one in people if len(one.ballots) == len(WAVES)]
    lost = [one.ballots["before"] for one in people if set(one.ballots) == {"before"}]
    new = [one.ballots["after"] for one in people if set(one.ballots) == {"after"}]
    found.each(
        "both times", {"n": len(pairs), "lost": len(lost), "new": len(new)}, release["matched"], ("n", "lost", "new")
    )
    names = list(ids.values())
    changed = plain.change_of(pairs, names) if pairs else {}
    rows = {row["id"]: row for row in release["change"]}
    tested = [name for theme, name in ids.items() if theme in rows and not is_hidden(rows[theme]["p"])]
    again = plain.holm({name: changed[name]["p"] if name in tested else 1.0 for name in names}) if tested else {}
    for theme, name in ids.items():
        row = rows.get(theme, {"hidden": True})
        counted = changed.get(name, {})
        if name in tested and len(tested) < len(names):
            counted = {**counted, "p_holm": again[name], "clear": _word(counted, again[name])}
        found.each(f"change of {name}", _said(counted, row, len(names)), row, CHANGE)
    once = release["unmatched"]
    for row in () if once is None else once["themes"]:
        name = ids[row["id"]]
        counts = [sum(name in ballot for ballot in group) for group in (lost, new)]
        figures = plain.apart(counts[0], len(lost), counts[1], len(new))
        found.each(f"answered once, {name}", figures, row, tuple(figures))
    earlier = release["earlier"]
    if earlier is None:
        return
    first = [person.ballots["before"] for person in people if "before" in person.ballots]
    themes = plain.themes_of(first, names, *_rules(release))
    found.hold("earlier: people", len(first), earlier["n"])
    for row in earlier["themes"]:
        kept = ("count", "share", "low", "high", "points", "place")
        found.each(f"earlier: {ids[row['id']]}", themes[ids[row["id"]]], row, kept)


def _word(counted: Json, p: float) -> str:
    return plain.word(counted["gained"], counted["dropped"], p)


def _said(counted: Json, row: Json, themes: int) -> Json:
    """Beside a hidden test the word goes by Bonferroni, which needs no other row (docs/results.md, "What is hidden")."""
    if is_hidden(row) or not is_hidden(row["p_holm"]):
        return counted
    return {**counted, "clear": _word(counted, counted["p"] * themes)}


def _table(found: Check, people: Sequence[Person], wave: str, release: Json, path: Path) -> None:
    """The exported table of themes, as a spreadsheet reads it."""
    ballots = [person.ballots[wave] for person in people if wave in person.ballots]
    if len(ballots) < FEW:
        return
    themes = plain.themes_of(ballots, list(_names(release).values()), *_rules(release))
    rows = list(_cells(path))
    found.hold(f"{path.name}: themes", len(themes), len(rows))
    for row in rows:
        for column, figure in COLUMNS.items():
            cell = row[column].replace(",", ".")
            found.hold(f"{path.name}: {row[0]}, {figure}", themes[row[0]][figure], float(cell))


def _cells(path: Path) -> Iterator[list[str]]:
    text = path.read_text(encoding="utf-8-sig")
    rows = csv.reader(text.splitlines(), delimiter=";" if ";" in text.splitlines()[0] else ",")
    next(rows)
    return rows


def verdict(found: Check) -> str:
    """Sentences for the terminal."""
    lines = [
        f"Counted a second time: {found.compared} numbers compared, {found.hidden} hidden, "
        f"{len(found.differences)} differ."
    ]
    return "\n".join([*lines, *(f"  {one}" for one in found.differences)])


def agrees(found: Check) -> bool:
    return found.compared > 0 and not found.differences


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m rehearsal.recompute", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("demo-out"), help="what ./wspolnie demo wrote")
    try:
        found = check(parser.parse_args().folder)
    except Unreadable as problem:
        print(problem)
        return 2
    print(verdict(found))
    return 0 if agrees(found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
