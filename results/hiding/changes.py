"""Change among matched people as cells: all of them, those who came and stayed away, those with one ballot only.

The breakdown by attendance divides the same people once more, so it stands in the same programme.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from results.hiding.groups import RARE, add_cells, divided, leave_out
from results.hiding.links import join, tie
from results.hiding.marks import Statement
from results.hiding.populations import Population, Whole, populate
from results.hiding.programme import UNBOUNDED, Cell, Name, Programme, Terms, total
from results.hiding.rules import Json, few, is_hidden, seen, small
from results.hiding.undivided import Range, undivided, undivided_change
from results.hiding.wholes import Moved, compared_whole, moved, same_wave, since, unchanged, whole_of

ATTENDANCE: Final = "attendance"
WHO: Final = ("came", "stayed_away")
ALL: Final = "all"
APART: Final = "apart"
NET: Final = "net"
_NET_WORTH: Final = 4.0
"""The difference is what people read first."""
FIGURES: Final = ("before", "after", "kept", "gained", "dropped")


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Both waves' people of one release, divided by whether they came and have both ballots; `kept` by (who, theme)."""

    matched: int
    before: Population
    after: Population
    kept: Mapping[tuple[str, int], Terms]


def compares(release: Json) -> bool:
    """True when the release has a table of change, or divides the later wave by attendance."""
    return bool(release["change"]) or divided(release, ATTENDANCE)


def cell_name(release: Json, who: str, theme: int, figure: str) -> Name:
    return (release["wave"]["kind"], release["number"], "change", who, theme, figure)


def programme_of(earlier: Sequence[Json], release: Json) -> Programme:
    """What the release and earlier ones of its wave tell about change and attendance. Raises Untraceable."""
    programme = Programme()
    shown: list[tuple[Json, Pair]] = []
    releases = [*earlier, release]
    for one in releases:
        if not compares(one) or not same_wave(one, release):
            continue
        pair = _people(programme, one)
        _change_cells(programme, one, pair, newest=one is release)
        _attendance_cells(programme, one, pair, newest=one is release)
        for other, previous in shown:
            between = since(other, one, releases)
            if between is not None:
                _tie(programme, previous, pair, between)
        shown.append((one, pair))
    return programme


def matched_of(release: Json) -> int:
    """How many people the release's table of change is about; 0 when it has none."""
    return int(release["matched"]["n"]) if release["change"] else 0


def _people(programme: Programme, release: Json) -> Pair:
    whole, matched = whole_of(release), matched_of(release)
    compared = compared_whole(release) if release["change"] else None
    if compared is None:
        compared = Whole(0, whole.places, dict.fromkeys(whole.themes, 0), None, False, None, whole.sources)
    after = populate(programme, whole, [(who, status) for status in ("matched", "new") for who in WHO])
    before = populate(programme, compared, [*((who, "matched") for who in WHO), "lost"])
    owner = join(programme, after, before)
    programme.same(total(*(after.bases[who, "matched"] for who in WHO)), matched)
    kept = {}
    for who in WHO:
        person = (who, "matched")
        programme.same(total(before.bases[person], after.bases[person], signs=(1, -1)), 0)
        rows = (release["change_by_attendance"] or {}).get(who)
        if rows:
            programme.same(after.bases[person], int(rows[0]["n"]))
        for theme in whole.themes:
            both = kept[who, theme] = {programme.variable(owner=owner): 1}
            first, second = before.counts[person, theme], after.counts[person, theme]
            programme.row(total(first, both, signs=(1, -1)), 0, UNBOUNDED)
            programme.row(total(second, both, signs=(1, -1)), 0, UNBOUNDED)
            neither = total(after.bases[person], first, second, both, signs=(1, -1, -1, 1))
            programme.row(neither, 0, UNBOUNDED)
    return Pair(matched, before, after, kept)


def _figures(pair: Pair, whom: Iterable[str], theme: int) -> dict[str, Terms]:
    """Expressions of one theme's row, and of those who chose it neither time, over everybody in `whom`."""
    people = list(whom)
    base = total(*(pair.after.bases[who, "matched"] for who in people))
    before = total(*(pair.before.counts[(who, "matched"), theme] for who in people))
    after = total(*(pair.after.counts[(who, "matched"), theme] for who in people))
    kept = total(*(pair.kept[who, theme] for who in people))
    return {
        "before": before,
        "after": after,
        "kept": kept,
        "gained": total(after, kept, signs=(1, -1)),
        "dropped": total(before, kept, signs=(1, -1)),
        NET: total(after, before, signs=(1, -1)),
        "neither": total(base, before, after, kept, signs=(1, -1, -1, 1)),
    }


def _change_cells(programme: Programme, release: Json, pair: Pair, *, newest: bool) -> None:
    whole, compared = whole_of(release), compared_whole(release)
    parts: list[tuple[str, Sequence[str], list[Json]]] = [(ALL, WHO, release["change"])]
    parts += [(who, (who,), rows) for who, rows in (release["change_by_attendance"] or {}).items()]
    for who, whom, rows in parts:
        for row in rows:
            theme = row["id"]
            families = _families(release, theme, split=who != ALL)
            terms = _figures(pair, whom, theme)
            public = undivided_change(whole, compared, theme, row["n"])
            for figure in FIGURES:
                name, value = cell_name(release, who, theme, figure), seen(row[figure])
                _add(programme, name, terms[figure], (value, row["n"]), families, public[figure], newest)
            if (net := _net(row)) is not None:
                name = cell_name(release, who, theme, NET)
                programme.cell(Cell(name, terms[NET], net, hideable=newest, families=families, worth=_NET_WORTH))
            values = [seen(row[figure]) for figure in FIGURES]
            if who == ALL and isinstance(row["clear"], str) and None in values[3:]:
                programme.statements.append(_statement(release, row, terms, newest=newest))
            if newest and None not in values and few(neither := _neither(row)):
                name = cell_name(release, who, theme, "neither")
                _imply(programme, name, terms["neither"], neither, families, public["neither"])
    apart = {row["id"]: row for row in (release["unmatched"] or {"themes": []})["themes"]}
    for row in release["change"]:
        if compared is not None:
            _apart_cells(programme, release, pair, (whole, compared), row, apart.get(row["id"]), newest=newest)
    for who, rows in release.get(RARE, {}).items():
        for row in rows:
            if compared is not None:
                _left_out(programme, release, pair, (compared, whole), who, row, newest=newest)


def _left_out(
    programme: Programme,
    release: Json,
    pair: Pair,
    wholes: tuple[Whole, Whole],
    who: str,
    row: Json,
    *,
    newest: bool,
) -> None:
    """A theme that has no row, since so few chose it: who of them answered twice, or came, is told by nothing else."""
    theme = row["id"]
    terms = _figures(pair, WHO if who == ALL else (who,), theme)
    once = {
        "before": pair.before.counts["lost", theme],
        "after": total(*(pair.after.counts[(someone, "new"), theme] for someone in WHO)),
    }
    for side, whole in zip(("before", "after"), wholes, strict=True):
        name = cell_name(release, who, theme, side)
        leave_out(programme, name, terms[side], (row[side], row["n"]), (whole, theme, row["n"]), newest=newest)
        if who == ALL:
            name, rest = cell_name(release, APART, theme, side), whole.counts[theme] - row[side]
            apart = whole.ballots - row["n"]
            leave_out(programme, name, once[side], (rest, apart), (whole, theme, apart), newest=newest)


def _net(row: Json) -> int | None:
    """How many more of the matched chose a theme later, as far as it is told."""
    before, after = seen(row["before"]), seen(row["after"])
    if before is not None and after is not None:
        return after - before
    return None if is_hidden(row["change"]) else round(row["change"] * row["n"])


def _statement(release: Json, row: Json, terms: Mapping[str, Terms], *, newest: bool) -> Statement:
    return Statement(row["id"], newest, terms["gained"], terms["dropped"], len(release["themes"]), row["clear"])


def _neither(row: Json) -> int:
    return int(row["n"]) - int(row["kept"]) - int(row["gained"]) - int(row["dropped"])


def _families(release: Json, theme: int, *, split: bool) -> tuple[Name, ...]:
    family = (release["wave"]["kind"], release["number"], "change", theme)
    return ((*family, "split"), family) if split else (family,)


def _add(
    programme: Programme,
    name: Name,
    terms: Terms,
    number: tuple[int | None, int],
    families: tuple[Name, ...],
    public: Range,
    newest: bool,
) -> None:
    """`number`: count, None where it is hidden, and base."""
    value, base = number
    is_small = newest and value is not None and small(value, base)
    programme.cell(Cell(name, terms, value, small=is_small, hideable=newest, families=families, public=public))


def _imply(
    programme: Programme, name: Name, terms: Terms, value: int, families: tuple[Name, ...], public: Range
) -> None:
    """A small number that no release prints, but that printed ones could give away: hidden from the start."""
    programme.cell(Cell(name, terms, value, small=True, families=families, hidden=True, public=public))


def _apart_cells(
    programme: Programme,
    release: Json,
    pair: Pair,
    wholes: tuple[Whole, Whole],
    row: Json,
    apart: Json | None,
    *,
    newest: bool,
) -> None:
    """The people with one ballot only: what the public totals leave when the matched are taken away."""
    theme = row["id"]
    families = _families(release, theme, split=False)
    now, compared = wholes
    sides = (
        ("before", compared, pair.before.counts["lost", theme]),
        ("after", now, total(*(pair.after.counts[(who, "new"), theme] for who in WHO))),
    )
    for side, whole, terms in sides:
        base = whole.ballots - matched_of(release)
        matched = seen(row[side])
        name, public = cell_name(release, APART, theme, side), undivided(whole, theme, base)
        if apart is not None:
            _add(programme, name, terms, (seen(apart[side]), base), families, public, newest)
        elif newest and matched is not None and small(whole.counts[theme] - matched, base):
            _imply(programme, name, terms, whole.counts[theme] - matched, families, public)


def _by_attendance(population: Population) -> Population:
    """The later wave divided by attendance alone: who of them has an earlier ballot may be told in one release only."""
    bases: dict[Any, Terms] = {}
    counts: dict[tuple[Any, int], Terms] = {}
    for who in WHO:
        bases[who] = total(*(population.bases[who, status] for status in ("matched", "new")))
        for theme in population.whole.themes:
            counts[who, theme] = total(*(population.counts[(who, status), theme] for status in ("matched", "new")))
    return Population(population.whole, bases, counts, {})


def _attendance_cells(programme: Programme, release: Json, pair: Pair, *, newest: bool) -> None:
    came = _by_attendance(pair.after)
    bases, counts = came.bases, came.counts
    rows = release["groups"].get(ATTENDANCE) or []
    for row in rows:
        if seen(row["n"]) == 0:
            programme.same(bases[row["key"]], 0)
    add_cells(programme, release, ATTENDANCE, bases, counts, newest=newest)
    if newest:
        for row in rows:
            _new_by_attendance(programme, release, pair, row)


def _new_by_attendance(programme: Programme, release: Json, pair: Pair, row: Json) -> None:
    """Those of one attendance without an earlier ballot: nowhere printed, and left when the matched are taken away."""
    who, base = row["key"], seen(row["n"])
    rows = {change["id"]: change for change in (release["change_by_attendance"] or {}).get(who, [])}
    for theme in row["themes"]:
        change, count = rows.get(theme["id"]), seen(theme["count"])
        after = None if change is None else seen(change["after"])
        if change is None or after is None or count is None or base is None:
            continue
        if small(count - after, base - change["n"]):
            families = _families(release, theme["id"], split=True)
            name = cell_name(release, who, theme["id"], "new")
            terms, public = pair.after.counts[(who, "new"), theme["id"]], (0, whole_of(release).counts[theme["id"]])
            _imply(programme, name, terms, count - after, families, public)


def _tie(programme: Programme, old: Pair, new: Pair, between: Moved) -> None:
    """Tie two releases of change: who came or went in either wave, or found the other ballot, and what they kept."""
    tie(programme, _by_attendance(old.after), _by_attendance(new.after), between)
    first = moved(old.before.whole, new.before.whole)
    earlier = tie(programme, old.before, new.before, _with_matched(first, old.before, new.before, old, new))
    later = tie(programme, old.after, new.after, _with_matched(between, old.after, new.after, old, new))
    for theme in unchanged(old.after.whole, new.after.whole):
        for who in WHO:
            person = (who, "matched")
            came = {programme.variable(): 1}
            went = {programme.variable(): 1}
            programme.row(total(earlier.came[person], later.came[person], came, signs=(1, 1, -1)), 0, UNBOUNDED)
            programme.row(total(earlier.went[person], later.went[person], went, signs=(1, 1, -1)), 0, UNBOUNDED)
            programme.same(total(new.kept[who, theme], old.kept[who, theme], came, went, signs=(1, -1, -1, 1)), 0)


def _with_matched(between: Moved, before: Population, after: Population, old: Pair, new: Pair) -> Moved:
    """`between`, and those who only went over to the matched or back."""
    more = new.matched - old.matched
    change = after.whole.ballots - before.whole.ballots
    came = max(between.came, max(more, 0) + max(change - more, 0))
    return Moved(came, came - change)
