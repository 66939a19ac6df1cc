"""What earlier releases make small or hidden in a release's change, and the words that may be said beside hidden numbers."""

from __future__ import annotations

from collections.abc import Sequence

from results.hiding import groups, marks
from results.hiding.changes import ALL, ATTENDANCE, FIGURES, cell_name, matched_of
from results.hiding.marks import Statement
from results.hiding.programme import Programme
from results.hiding.rules import FULL_FROM, Json, seen, small_difference
from results.hiding.wholes import same_wave, unchanged, whole_of


def mark(programme: Programme, earlier: Sequence[Json], release: Json, *, words: bool) -> None:
    """Mark cells that earlier releases make small or hidden, in change and in attendance: as `groups.mark` does.

    words: keep what can be said about each theme's change true in every world, so that it may be told.
    """
    _say(programme, release, words=words)
    groups.mark(ATTENDANCE, programme, earlier, release)
    for old in earlier:
        if not same_wave(old, release) or not old["change"]:
            continue
        same = set(unchanged(whole_of(old), whole_of(release)))
        repeated = matched_of(old) == matched_of(release) and old["n"] == release["n"]
        for who, rows in parts_of(release):
            before = {row["id"]: row for row in dict(parts_of(old)).get(who, [])}
            for row in rows:
                if row["id"] in same and row["id"] in before:
                    _mark_row(programme, (release, who, row), before[row["id"]], repeated=repeated)


def _mark_row(programme: Programme, place: tuple[Json, str, Json], other: Json, *, repeated: bool) -> None:
    release, who, row = place
    for figure in FIGURES:
        cell = programme.cells[cell_name(release, who, row["id"], figure)]
        was = seen(other[figure])
        if was is None:
            cell.hidden = cell.hidden or repeated
        else:
            cell.small |= small_difference(row[figure], row["n"], was, other["n"])


def parts_of(release: Json) -> list[tuple[str, list[Json]]]:
    return [(ALL, release["change"]), *(release["change_by_attendance"] or {}).items()]


def _say(programme: Programme, release: Json, *, words: bool) -> None:
    """Keep the words of earlier releases true, around the numbers of this one where these fit, and (words) its own."""
    rows = {row["id"]: row for row in release["change"]}
    for statement in programme.statements:
        numbers = marks.example(statement.said, statement.themes)
        if (row := rows.get(statement.theme)) is not None:
            true = row["gained"], row["dropped"]
            numbers = true if marks.word(*true, statement.themes) == statement.said else numbers
        marks.keep(programme, statement, *numbers)
    for row in rows.values() if words else ():
        gained, dropped = row["gained"], row["dropped"]
        themes = len(release["themes"])
        if row["n"] < FULL_FROM or marks.room(gained, dropped, themes).narrow:
            continue
        cells = [programme.cells[cell_name(release, ALL, row["id"], figure)] for figure in ("gained", "dropped")]
        said = marks.word(gained, dropped, themes)
        statement = Statement(row["id"], True, cells[0].terms, cells[1].terms, themes, said)
        marks.keep(programme, statement, gained, dropped)
        programme.words.add(cell_name(release, ALL, row["id"], "clear"))
