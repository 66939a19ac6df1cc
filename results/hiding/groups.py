"""One breakdown of a release as cells, the programme that says what they tell together, and hiding in its rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from results.hiding import weighting
from results.hiding.links import tie, tie_waves
from results.hiding.populations import Category, Population, Whole, populate
from results.hiding.programme import OPEN, Cell, Name, Programme, Terms
from results.hiding.rules import (
    DIVIDED_FROM,
    FEW,
    FULL_FROM,
    Json,
    few,
    hidden_cell,
    is_hidden,
    seen,
    small,
    small_difference,
)
from results.hiding.undivided import undivided
from results.hiding.wholes import same_wave, since, whole_of

FLEETING: Final = frozenset({"way", "attendance"})
"""Breakdowns in which people do not keep their category from one wave to the next."""
BASE: Final = "n"
RARE: Final = "rare"
"""Under this key a draft's row keeps count and base of themes that are left out of it; nobody is shown it."""
UNSEEN: Final = "unseen"
"""Under this key an earlier release keeps the small numbers of breakdowns that it does not show; nobody is shown it."""
Numbers = dict[int, tuple[int, int]]
"""Count and base by theme."""


def name_of(release: Json, key: str, category: Category, theme: int | str) -> Name:
    """The name of a group's cell: a theme's count, or its base under BASE."""
    return (release["wave"]["kind"], release["number"], key, category, theme)


def divided(release: Json, key: str) -> bool:
    """True when `release` shows this breakdown."""
    return bool(release["groups"].get(key))


def told(release: Json, key: str) -> bool:
    """True when `release` tells something of this breakdown: it shows it, or classes that join its values."""
    return divided(release, key) or key in weighting.variables(release)


def programme_of(key: str, earlier: Sequence[Json], release: Json, *, lasting: bool = True) -> Programme:
    """What `release` and the earlier ones tell about a breakdown.

    Numbers of `release` may be hidden; those of earlier releases are as they are. `lasting`: people keep their category
    from wave to wave. Raises Untraceable.
    """
    programme = Programme()
    shown: list[tuple[Json, Population]] = []
    values = [row["key"] for one in [*earlier, release] for row in one["groups"].get(key) or []]
    values += [category for one in earlier for category, _ in one.get(UNSEEN, {}).get(key, [])]
    for one in [*earlier, release]:
        if told(one, key) or (told(release, key) and one.get(UNSEEN, {}).get(key)):
            shown.append((one, _add(programme, one, key, [*values, None], newest=one is release)))
    for place, (one, population) in enumerate(shown):
        for other, previous in shown[:place]:
            if same_wave(other, one):
                between = since(other, one, [*earlier, release])
                if between is not None:
                    tie(programme, previous, population, between)
        if lasting and key not in FLEETING:
            _tie_compared(programme, shown[:place], one, population)
    return programme


def _add(programme: Programme, release: Json, key: str, values: Sequence[Category], *, newest: bool) -> Population:
    """`values`: the categories that there can be where the release shows none."""
    categories = [row["key"] for row in release["groups"].get(key) or [] if seen(row["n"]) != 0]
    population = populate(programme, whole_of(release), categories or list(dict.fromkeys(values)))
    for category in categories:
        programme.lows[next(iter(population.bases[category]))] = 1
    weighting.tie(programme, release, key, population)
    add_cells(programme, release, key, population.bases, population.counts, newest=newest)
    for category, numbers in release.get(UNSEEN, {}).get(key, []):
        for theme, number in numbers.items():
            name, among = name_of(release, key, category, theme), (population.whole, theme, None)
            leave_out(programme, name, population.counts[category, theme], number, among, newest=newest)
    return population


def add_cells(
    programme: Programme,
    release: Json,
    key: str,
    bases: Mapping[Category, Terms],
    counts: Mapping[tuple[Category, int], Terms],
    *,
    newest: bool,
) -> None:
    """Add a breakdown's bases and counts as cells. Categories without anybody have none. `newest`: they may be hidden."""
    for row in release["groups"].get(key) or []:
        base = seen(row["n"])
        if base == 0:
            continue
        name = name_of(release, key, row["key"], BASE)
        is_small = newest and base is not None and few(base)
        programme.cell(Cell(name, bases[row["key"]], base, small=is_small, hideable=newest))
        for theme in row["themes"]:
            count = seen(theme["count"])
            programme.cell(
                Cell(
                    name_of(release, key, row["key"], theme["id"]),
                    counts[row["key"], theme["id"]],
                    count,
                    small=newest and count is not None and base is not None and small(count, base),
                    hideable=newest,
                    with_row=name,
                    families=((*name[:3], theme["id"]),),
                    public=undivided(whole_of(release), theme["id"], base),
                )
            )
        for theme, (count, people) in row.get(RARE, {}).items():
            # of a hidden base the draft's own programme has the number, and is proven too
            if base is not None or not newest:
                terms = counts[row["key"], theme]
                among = (whole_of(release), theme, base)
                leave_out(programme, (*name[:-1], theme), terms, (count, people), among, newest=newest)


def leave_out(
    programme: Programme,
    name: Name,
    terms: Terms,
    number: tuple[int, int],
    among: tuple[Whole, int, int | None],
    *,
    newest: bool,
) -> None:
    """Keep a small number open that is printed nowhere, since all others of these people could give it away: where
    everybody filled every place, what the shown themes leave is the one left out; and a later release may tell where
    nobody chose it. Not more open than the undivided table leaves it. `number`: count and base; `among`: the undivided
    table, the theme, and the base as it is shown (None: it is hidden)."""
    whole, theme, base = among
    least, most = undivided(whole, theme, base)
    if small(*number) and least < most:
        room = (least, most) if most - least < OPEN else None
        programme.cell(Cell(name, terms, number[0], small=True, hideable=newest, hidden=True, room=room))


def _tie_compared(
    programme: Programme, shown: Sequence[tuple[Json, Population]], release: Json, population: Population
) -> None:
    """Tie the release to the latest one of the wave it compares with, when it says how many answered in both."""
    compared, matched = release["compared_with"], release["matched"]
    if not compared or not matched or seen(matched["n"]) is None:
        return
    for other, previous in reversed(shown):
        if other["wave"]["kind"] == compared["kind"]:
            kept = {row["id"]: _kept(programme, release, row) for row in release["change"]}
            tie_waves(programme, previous, population, int(matched["n"]), kept)
            return


def _kept(programme: Programme, release: Json, row: Json) -> Terms | int:
    """How many kept a theme: as released, or a variable that the breakdown must not give away."""
    number = seen(row["kept"])
    if number is not None:
        return number
    before, after = seen(row["before"]), seen(row["after"])
    low, high = 0, int(release["matched"]["n"])
    if before is not None and after is not None:
        low, high = max(0, before + after - high), min(before, after)
    terms = {programme.variable(low, high): 1}
    name = (release["wave"]["kind"], release["number"], "kept", row["id"])
    programme.cell(Cell(name, terms, None, hideable=False))
    return terms


def mark(key: str, programme: Programme, earlier: Sequence[Json], release: Json) -> None:
    """Mark cells that earlier releases of the wave make small or hidden.

    Small: a cell that would show a small cell of those who came or went since. Hidden: one that repeats, or contains,
    what was hidden of the same people.
    """
    for old in earlier:
        if not same_wave(old, release) or not divided(old, key):
            continue
        before = {row["key"]: row for row in old["groups"][key]}
        same_people = since(old, release, [*earlier, release])
        for row in release["groups"][key]:
            name = name_of(release, key, row["key"], BASE)
            if row["n"] and name in programme.cells:
                other = before.get(row["key"], {"n": 0, "themes": []})
                _mark_row(programme, (name, row), other, (whole_of(old), whole_of(release)))
                if same_people is not None and same_people.people == 0 and seen(other["n"]) is None:
                    programme.cells[name].hidden = True


def _mark_row(programme: Programme, named: tuple[Name, Json], other: Json, wholes: tuple[Whole, Whole]) -> None:
    name, row = named
    old, new = wholes
    old_base = seen(other["n"])
    told = {theme["id"]: seen(theme["count"]) for theme in other["themes"]}
    if old_base is not None:
        programme.cells[name].small |= few(abs(row["n"] - old_base))
    for theme in row["themes"]:
        cell = programme.cells[(*name[:-1], theme["id"])]
        parts = [part for part in old.themes if old.sources[part] & new.sources[theme["id"]]]
        counts = [told.get(part) for part in parts]
        known = [count for count in counts if count is not None]
        if len(known) < len(parts):
            cell.hidden = cell.hidden or old.ballots == new.ballots
        elif parts and old_base is not None:
            cell.small |= small_difference(theme["count"], row["n"], sum(known), old_base)


def rows_to_divide(release: Json, key: str) -> list[Json]:
    """The breakdown's rows as far as they can be divided: none when no category holds five people.

    Themes that fewer than four people chose, or all but so few, are left out: their public total alone bounds every
    part of it too closely for any hiding. Their numbers stay under RARE until the release is printed: nothing else may
    give them away.
    """
    rows = release["groups"].get(key, [])
    if not any(row["n"] >= FEW for row in rows):
        return []
    n = release["n"]
    counts = {theme["id"]: theme["count"] for theme in release["themes"]}
    rare = {theme for theme, count in counts.items() if 0 < count < DIVIDED_FROM or 0 < n - count < DIVIDED_FROM}
    return [
        row
        | {
            "themes": [theme for theme in row["themes"] if theme["id"] not in rare],
            RARE: {theme["id"]: (theme["count"], row["n"]) for theme in row["themes"] if theme["id"] in rare},
        }
        for row in rows
    ]


def rows_with_hidden(release: Json, key: str, programme: Programme) -> list[Json]:
    """The breakdown's rows as they are released: hidden cells marked, withdrawn themes left out.

    None when every cell is hidden: there would be nothing to read in them.
    """
    cells = programme.cells
    rows = []
    for row in release["groups"].get(key, []):
        base = cells.get(name_of(release, key, row["key"], BASE))
        themes = []
        for theme in row["themes"]:
            cell = cells.get(name_of(release, key, row["key"], theme["id"]))
            if cell is not None and cell.withdrawn:
                continue
            themes.append(_theme(theme, hide=cell is not None and cell.hidden))
        covered = base is not None and base.hidden
        rows.append(_row(row, themes, covered=covered, all_themes=len(release["themes"])))
    return rows if any(not is_hidden(theme["count"]) for row in rows for theme in row["themes"]) else []


def _theme(theme: Json, *, hide: bool) -> Json:
    if not hide:
        return dict(theme)
    return {name: value if name == "id" else hidden_cell() for name, value in theme.items()}


def _row(row: Json, themes: list[Json], *, covered: bool, all_themes: int) -> Json:
    full = not covered and row["n"] >= FULL_FROM and len(themes) == all_themes
    full = full and not any(is_hidden(theme["count"]) for theme in themes)
    return row | {
        "n": hidden_cell() if covered else row["n"],
        "agreement": row["agreement"] if full else None,
        "themes": themes if full else [_counted_alone(theme) for theme in themes],
    }


def _counted_alone(theme: Json) -> Json:
    """A theme of a group of under ten people, or beside a hidden cell of the group: what does not add up stands elsewhere."""
    covered = seen(theme["count"]) is None
    return theme | {"low": hidden_cell(), "high": hidden_cell(), "place": hidden_cell() if covered else None}
