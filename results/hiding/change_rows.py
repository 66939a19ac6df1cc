"""Hiding in a release's rows about change: what is left out before, and what stands where a number was."""

from __future__ import annotations

from typing import Any

from results.change import called
from results.hiding.changes import ALL, APART, ATTENDANCE, FIGURES, NET, WHO, cell_name
from results.hiding.groups import RARE
from results.hiding.marks import word
from results.hiding.programme import Cell, Programme
from results.hiding.rules import DIVIDED_FROM, FULL_FROM, Json, few, hidden_cell, is_hidden
from results.multiplicity import holm

_INTERVAL = ("low", "high")
_TESTS = ("p", "p_holm", "clear")


def without_change(release: Json) -> Json:
    """The release without anything about change but the number of matched people."""
    return without_split(release) | {"change": [], "unmatched": None, RARE: {}}


def without_split(release: Json) -> Json:
    rare = {who: rows for who, rows in release.get(RARE, {}).items() if who == ALL}
    return release | {"change_by_attendance": None, RARE: rare}


def prepared(release: Json) -> Json:
    """The release without the parts about change that are about so few people that no hiding could help.

    When one to four people answered in one wave only, the matched people's numbers taken from the public ones are
    theirs. The same holds for the split by attendance.
    """
    if not release["change"] or not release.get("earlier"):
        return without_change(release)
    matched = release["matched"]
    if any(few(int(matched[part])) for part in ("n", "lost", "new")):
        return without_change(release)
    kept = [row for row in release["change"] if _dividable(release, row["id"])]
    ids = {row["id"] for row in kept}
    left = release | {"change": kept, "unmatched": _only(release["unmatched"], ids)}
    left |= {RARE: {ALL: [row for row in release["change"] if row["id"] not in ids]}}
    split = release["change_by_attendance"]
    if split is None or _few_by_attendance(release, split):
        return without_split(left)
    rare = {who: [row for row in rows if row["id"] not in ids] for who, rows in split.items()}
    return left | {
        "change_by_attendance": {who: [row for row in rows if row["id"] in ids] for who, rows in split.items()},
        RARE: left[RARE] | rare,
    }


def _dividable(release: Json, theme: int) -> bool:
    """False for a theme that so few chose in one of the waves that the public total gives away who of them matched."""
    matched = release["matched"]
    sides = (
        (release["themes"], release["n"], matched["new"]),
        (release["earlier"]["themes"], release["earlier"]["n"], matched["lost"]),
    )
    for rows, n, apart in sides:
        count = next(row["count"] for row in rows if row["id"] == theme)
        if apart and (0 < count < DIVIDED_FROM or 0 < n - count < DIVIDED_FROM):
            return False
    return True


def _only(unmatched: Json | None, themes: set[int]) -> Json | None:
    if unmatched is None:
        return None
    return unmatched | {"themes": [row for row in unmatched["themes"] if row["id"] in themes]}


def _few_by_attendance(release: Json, split: Json) -> bool:
    sizes = {who: int(rows[0]["n"]) if rows else 0 for who, rows in split.items()}
    all_people = {row["key"]: int(row["n"]) for row in release["groups"].get(ATTENDANCE, [])}
    return any(few(size) or few(all_people.get(who, size) - size) for who, size in sizes.items())


def rows_with_hidden(release: Json, programme: Programme) -> Json:
    """The release with change, split and unmatched as they are released."""
    change = _changes(release, programme, ALL, release["change"])
    split = release["change_by_attendance"]
    if split is not None:
        split = {who: _changes(release, programme, who, split[who]) for who in WHO}
    return release | {
        "change": change,
        "change_by_attendance": split,
        "unmatched": _unmatched(release, programme),
        "questions": [_question(release, question) for question in release["questions"]],
    }


def _cell(release: Json, programme: Programme, who: str, theme: int, figure: str) -> Cell:
    return programme.cells[cell_name(release, who, theme, figure)]


def _changes(release: Json, programme: Programme, who: str, rows: list[Json]) -> list[Json]:
    shown = []
    for row in rows:
        cells = {figure: _cell(release, programme, who, row["id"], figure) for figure in (*FIGURES, NET)}
        if not any(cell.withdrawn for cell in cells.values()):
            told = _change(row, {figure for figure, cell in cells.items() if cell.hidden})
            if is_hidden(told["p"]) and cell_name(release, who, row["id"], "clear") in programme.words:
                told["clear"] = word(row["gained"], row["dropped"], len(release["themes"]))
            shown.append(told)
    complete = len(shown) == len(release["themes"]) and not any(_covered(row) for row in shown)
    for row in shown:
        if "places" in row and not (complete and row["n"] >= FULL_FROM):
            row["places"] = hidden_cell()
    return _tested_together(shown, len(release["themes"]))


def _covered(row: Json) -> bool:
    return any(is_hidden(row[figure]) for figure in FIGURES)


def _change(row: Json, covered: set[str]) -> Json:
    """A row in which intervals and tests stand only beside the numbers they are made of, of ten people or more."""
    told = dict(row) | {figure: hidden_cell() for figure in covered - {NET}}
    if NET in covered:
        told["change"] = hidden_cell()
    if covered or row["n"] < FULL_FROM:
        told |= {end: hidden_cell() for end in _INTERVAL}
    if covered & {"gained", "dropped"} or row["n"] < FULL_FROM:
        told |= {test: hidden_cell() for test in _TESTS}
    return told


def _tested_together(rows: list[Json], themes: int) -> list[Json]:
    """Holm again over what is shown, hidden themes counted as if nothing had changed in them.

    The adjusted values of all themes would tell how a hidden one ranks among them. These only grow by it, so that
    nothing is called a change that Holm over all themes would not call one.
    """
    tested = [row for row in rows if not is_hidden(row["p"])]
    if len(tested) == themes:
        return rows
    adjusted = holm([float(row["p"]) for row in tested] + [1.0] * (themes - len(tested)))
    for row, value in zip(tested, adjusted, strict=False):
        row["p_holm"] = round(value, 6)
        row["clear"] = called(float(row["change"]), value)
    return rows


def _unmatched(release: Json, programme: Programme) -> Json | None:
    unmatched: Json | None = release["unmatched"]
    if unmatched is None:
        return None
    rows = []
    bases = (int(unmatched["before"]), int(unmatched["after"]))
    for row in unmatched["themes"]:
        cells = {side: _cell(release, programme, APART, row["id"], side) for side in ("before", "after")}
        if any(cell.withdrawn for cell in cells.values()):
            continue
        covered: Json = {side: hidden_cell() for side, cell in cells.items() if cell.hidden}
        figures: list[str] = ["difference"] if covered else []
        if covered or min(bases) < FULL_FROM:
            figures += ["low", "high"]
        rows.append(row | covered | {figure: hidden_cell() for figure in figures})
    return unmatched | {"themes": rows}


def _question(release: Json, question: Json) -> Json:
    """A question's mean change among the matched: from ten people on, when nobody can be told apart from them."""
    matched: dict[str, Any] = release["matched"] or {"n": 0, "lost": 0, "new": 0}
    enough = int(matched["n"]) >= FULL_FROM and not any(few(int(matched[part])) for part in ("lost", "new"))
    return question if enough else question | {"change": None}
