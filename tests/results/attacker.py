"""Somebody who has every release of a workshop, and a solver, and wants to know what was hidden.

Written apart from the hiding code and sharing nothing with it: everything here is read from published JSON. All
releases of all waves, all breakdowns and the change stand in one system of whole numbers, so that whatever one of them
tells about another is used.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sparse
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.stats import binom
from weighted_attack import equations, joins, pairs, with_tables

Json = dict[str, Any]
SPLIT = ("came", "stayed_away")
LASTING = ("district", "language")
WIDE = 4
NEARLY = 1e-4


@dataclass(frozen=True)
class Finding:
    """A hidden cell that can only be low..high, fewer than five values; or (`left_out`) one that was not even named, of
    which the undivided table alone leaves more."""

    cell: tuple[Any, ...]
    low: int
    high: int
    left_out: bool = False


class System:
    """Unknown whole numbers by name, and equations and inequalities between them."""

    def __init__(self) -> None:
        self.index: dict[tuple[Any, ...], int] = {}
        self.least: list[float] = []
        self.most: list[float] = []
        self.entries: list[tuple[int, int, float]] = []
        self.lower: list[float] = []
        self.upper: list[float] = []
        self.hidden: list[tuple[Any, ...]] = []
        self.left_out: dict[tuple[Any, ...], int] = {}

    def unknown(self, *name: Any, least: float = 0, most: float = np.inf) -> tuple[Any, ...]:
        if name not in self.index:
            self.index[name] = len(self.least)
            self.least.append(least)
            self.most.append(most)
        return name

    def between(self, terms: dict[tuple[Any, ...], float], lower: float, upper: float) -> None:
        row = len(self.lower)
        self.entries += [(row, self.index[name], factor) for name, factor in terms.items()]
        self.lower.append(lower)
        self.upper.append(upper)

    def equal(self, terms: dict[tuple[Any, ...], float], value: float) -> None:
        self.between(terms, value, value)

    def not_less(self, terms: dict[tuple[Any, ...], float]) -> None:
        self.between(terms, 0, np.inf)

    def told(self, name: tuple[Any, ...], cell: Any, *, hidden_least: float = 0) -> None:
        """A released cell: its number, or a hidden one that is now to be found."""
        position = self.index[name]
        if isinstance(cell, dict):
            assert cell == {"hidden": True}, cell
            self.least[position] = max(self.least[position], hidden_least)
            self.hidden.append(name)
        else:
            self.least[position] = self.most[position] = cell

    def not_named(self, name: tuple[Any, ...], base: Any, count: int, n: int) -> None:
        """Nothing was released of a number; of `base` people (or an unknown number), of whom `count` of `n` chose it."""
        least, most = 0, count
        if isinstance(base, int):
            least, most = max(0, base + count - n), min(base, count)
        if most > least:
            self.hidden.append(name)
            self.left_out[name] = min(WIDE, most - least)


def plus(*names: tuple[Any, ...]) -> dict[tuple[Any, ...], float]:
    terms: dict[tuple[Any, ...], float] = defaultdict(float)
    for name in names:
        terms[name] += 1
    return dict(terms)


def less(
    positive: dict[tuple[Any, ...], float], negative: dict[tuple[Any, ...], float]
) -> dict[tuple[Any, ...], float]:
    terms: dict[tuple[Any, ...], float] = defaultdict(float, positive)
    for name, factor in negative.items():
        terms[name] -= factor
    return dict(terms)


def build(releases: list[Json], *, lasting: bool, only: str | None) -> System:
    """Everything that was released as one system, or (only) what is about one breakdown or about change."""
    system = System()
    shown = [_only(release, only) for release in with_tables([one for one in releases if not one["few"]])]
    for release in shown:
        for key, rows in release["groups"].items():
            if rows:
                _breakdown(system, release, key, rows, ranks=only is None)
        if release["groups"].get("classes"):
            _classes(system, release)
        if release["change"] and only in (None, "change"):
            _change(system, release)
    for place, new in enumerate(shown):
        for old in shown[:place]:
            if old["wave"] == new["wave"]:
                _released_again(system, shown, old, new)
            elif lasting and new["compared_with"] == old["wave"] and new["change"]:
                _two_waves(system, old, new)
            if old.get("live") and old["wave"] == new["wave"]:
                for key in (key for key, rows in new["groups"].items() if rows):
                    _shown_live(system, old, new, key)
    return system


def _shown_live(system: System, live: Json, release: Json, key: str) -> None:
    """Those who were counted live are some of those in a later table, each in one part of it. A theme that was not named
    was chosen by fewer than the last one named, or by fewer than five."""
    where, whole = (*tag(release), key), (*tag(live), "drawn", *tag(release), key)
    parts = [row["key"] for row in release["groups"][key] if row["n"] != 0]
    named = {theme["id"]: theme["count"] for theme in live["themes"]}
    most = min(named.values()) if len(named) == 5 else 4
    for part in parts:
        system.unknown(*whole, part, "n", most=live["n"])
        system.not_less(less(plus((*where, part, "n")), plus((*whole, part, "n"))))
        for theme in release["themes"]:
            drawn = system.unknown(*whole, part, theme["id"])
            everybody = (*where, part, theme["id"])
            system.not_less(less(plus((*whole, part, "n")), plus(drawn)))
            system.not_less(less(plus(everybody), plus(drawn)))
            without = less(plus((*where, part, "n")), plus(everybody))
            system.not_less(less(without, less(plus((*whole, part, "n")), plus(drawn))))
    system.equal(plus(*((*whole, part, "n") for part in parts)), live["n"])
    for theme in release["themes"]:
        together = plus(*((*whole, part, theme["id"]) for part in parts))
        if theme["id"] in named:
            system.equal(together, named[theme["id"]])
        else:
            system.between(together, 0, most)


def _only(release: Json, only: str | None) -> Json:
    if only is None:
        return release
    keys = {"attendance"} if only == "change" else {only}
    keys |= {"classes"} if only is not None and joins(release, only) else set()
    return release | {"groups": {key: rows for key, rows in release["groups"].items() if key in keys}}


def tag(release: Json) -> tuple[str, int]:
    return (release["wave"]["kind"], release["number"])


def _people(
    system: System,
    where: tuple[Any, ...],
    parts: list[Any],
    table: Json,
    *,
    ranks: bool,
    own: int | None,
    blank: int | None,
) -> None:
    """People of one wave divided into parts: unknown bases, counts and counts by place."""
    n, themes, places = table["n"], table["themes"], table["places"]
    for part in parts:
        system.unknown(*where, part, "n", most=n)
        for theme in themes:
            count = system.unknown(*where, part, theme["id"], most=theme["count"])
            by_place = [system.unknown(*where, part, theme["id"], "at", place) for place in range(places)]
            system.equal(less(plus(*by_place), plus(count)), 0)
            system.not_less(less(plus((*where, part, "n")), plus(count)))
    system.equal(plus(*((*where, part, "n") for part in parts)), n)
    for theme in themes:
        system.equal(plus(*((*where, part, theme["id"]) for part in parts)), theme["count"])
        for place in range(places):
            rank = system.unknown(*where[:2], where[2] if not ranks else "", "rank", theme["id"], place)
            system.equal(less(plus(*((*where, part, theme["id"], "at", place) for part in parts)), plus(rank)), 0)
        worth = {
            (*where[:2], where[2] if not ranks else "", "rank", theme["id"], place): float(places - place)
            for place in range(places)
        }
        system.equal(worth, theme["points"])
    for part in parts:
        for place in range(places):
            filled = plus(*((*where, part, theme["id"], "at", place) for theme in themes))
            system.not_less(less(plus((*where, part, "n")), filled))
            if place and own == 0:
                before = plus(*((*where, part, theme["id"], "at", place - 1) for theme in themes))
                system.not_less(less(before, filled))
    if blank is not None and own is not None:
        without = []
        for part in parts:
            without.append(system.unknown(*where, part, "without", most=blank + own))
            chosen = plus(*((*where, part, theme["id"]) for theme in themes), without[-1])
            system.not_less(less(chosen, plus((*where, part, "n"))))
        system.between(plus(*without), 0, blank + own)


def _table(release: Json) -> Json:
    return {"n": release["n"], "themes": release["themes"], "places": release["instrument"]["places"]}


def _breakdown(system: System, release: Json, key: str, rows: list[Json], *, ranks: bool) -> None:
    where = (*tag(release), key)
    parts = [row["key"] for row in rows if row["n"] != 0]
    _people(system, where, parts, _table(release), ranks=ranks, own=release["own_themes"], blank=release["blank"])
    for row in rows:
        if row["n"] in (0, None):
            continue
        system.told((*where, row["key"], "n"), row["n"], hidden_least=1)
        for theme in row["themes"]:
            system.told((*where, row["key"], theme["id"]), theme["count"])
        named = {theme["id"] for theme in row["themes"]}
        for theme in release["themes"]:
            if theme["id"] not in named:
                system.not_named((*where, row["key"], theme["id"]), row["n"], theme["count"], release["n"])


def _classes(system: System, release: Json) -> None:
    """Weighted shares as equations over who of each class chose a theme; everybody of a class is in one part of a breakdown."""
    where = (*tag(release), "classes")
    for factors, theme, lower, upper in equations(release):
        terms = {(*where, part, theme): factor for part, factor in factors.items()}
        system.between({name: factor for name, factor in terms.items() if name in system.index}, lower, upper)
    for key in [key for key, rows in release["groups"].items() if rows and joins(release, key)]:
        crossed = list(pairs(release, key, _parts(release, key)))
        for what in ("n", *(theme["id"] for theme in release["themes"])):
            cells = {(one, part): system.unknown(*where, one, key, part, what) for one, part in crossed}
            for one in _parts(release, "classes"):
                inside = plus(*(cell for (other, _), cell in cells.items() if other == one))
                system.equal(less(inside, plus((*where, one, what))), 0)
            for part in _parts(release, key):
                inside = plus(*(cell for (_, other), cell in cells.items() if other == part))
                system.equal(less(inside, plus((*tag(release), key, part, what))), 0)
            for pair, cell in cells.items():
                people = (*where, pair[0], key, pair[1], "n")
                system.not_less(less(plus(people), plus(cell)))


def _change(system: System, release: Json) -> None:
    """The matched of both waves by attendance, what they kept, and those with one ballot only."""
    kind, number = tag(release)
    now, then = (kind, number, "pair"), (kind, number, "pair before")
    matched, lost, new = (release["matched"][name] for name in ("n", "lost", "new"))
    earlier = release["earlier"] | {"places": release["instrument"]["places"]}
    parts = [(who, status) for who in SPLIT for status in ("matched", "new")]
    _people(system, now, parts, _table(release), ranks=False, own=release["own_themes"], blank=release["blank"])
    _people(system, then, [*((who, "matched") for who in SPLIT), "lost"], earlier, ranks=False, own=None, blank=None)
    system.equal(plus(*((*now, (who, "matched"), "n") for who in SPLIT)), matched)
    assert earlier["n"] == matched + lost
    assert release["n"] == matched + new
    for who in SPLIT:
        person = (who, "matched")
        system.equal(less(plus((*now, person, "n")), plus((*then, person, "n"))), 0)
        for theme in release["themes"]:
            kept = system.unknown(*now, "kept", who, theme["id"])
            before, after = (*then, person, theme["id"]), (*now, person, theme["id"])
            system.not_less(less(plus(before), plus(kept)))
            system.not_less(less(plus(after), plus(kept)))
            system.not_less(less(plus((*now, person, "n"), kept), plus(before, after)))
    _printed(system, now, then, "all", SPLIT, release["change"])
    for who, rows in (release["change_by_attendance"] or {}).items():
        if rows:
            system.equal(plus((*now, (who, "matched"), "n")), rows[0]["n"])
        _printed(system, now, then, who, (who,), rows)
    sizes = {"all": matched} | {
        who: rows[0]["n"] for who, rows in (release["change_by_attendance"] or {}).items() if rows
    }
    named = {row["id"] for row in release["change"]}
    for who, base in sizes.items():
        for side, where, wave in (("before", then, earlier), ("after", now, release)):
            for theme in wave["themes"]:
                if theme["id"] not in named:
                    whom = SPLIT if who == "all" else (who,)
                    cell = system.unknown(*now, who, theme["id"], side)
                    together = plus(*((*where, (one, "matched"), theme["id"]) for one in whom))
                    system.equal(less(together, plus(cell)), 0)
                    system.not_named(cell, base, theme["count"], wave["n"])
    for row in (release["unmatched"] or {"themes": []})["themes"]:
        sides = {
            "before": plus((*then, "lost", row["id"])),
            "after": plus(*((*now, (who, "new"), row["id"]) for who in SPLIT)),
        }
        for side, terms in sides.items():
            _cell(system, (*now, "apart", row["id"], side), terms, row[side])
    for row in release["groups"].get("attendance") or []:
        group = (kind, number, "attendance", row["key"])
        both = [(row["key"], status) for status in ("matched", "new")]
        if row["n"] == 0:
            system.equal(plus(*((*now, part, "n") for part in both)), 0)
            continue
        system.equal(less(plus(*((*now, part, "n") for part in both)), plus((*group, "n"))), 0)
        for theme in release["themes"]:
            system.equal(less(plus(*((*now, part, theme["id"]) for part in both)), plus((*group, theme["id"]))), 0)


def _cell(system: System, name: tuple[Any, ...], terms: dict[tuple[Any, ...], float], cell: Any) -> None:
    system.unknown(*name)
    system.equal(less(terms, plus(name)), 0)
    system.told(name, cell)


def _printed(system: System, now: Any, then: Any, title: str, whom: tuple[str, ...], rows: list[Json]) -> None:
    for row in rows:
        theme = row["id"]
        before = plus(*((*then, (who, "matched"), theme) for who in whom))
        after = plus(*((*now, (who, "matched"), theme) for who in whom))
        kept = plus(*((*now, "kept", who, theme) for who in whom))
        figures = {
            "before": before,
            "after": after,
            "kept": kept,
            "gained": less(after, kept),
            "dropped": less(before, kept),
        }
        for figure, terms in figures.items():
            _cell(system, (*now, title, theme, figure), terms, row[figure])
        if title == "all" and isinstance(row["clear"], str) and isinstance(row["p"], dict):
            _word(system, row, len(rows), figures["gained"], figures["dropped"])
        if not isinstance(row["change"], dict):
            system.equal(less(after, before), round(row["change"] * row["n"]))


def _word(system: System, row: Json, themes: int, gained: dict[Any, float], dropped: dict[Any, float]) -> None:
    """A word beside hidden numbers: exact McNemar below .05 / themes. (`themes` shown, so at most those tested.)"""
    n = row["n"]
    least = [_difference(fewer, themes) for fewer in (0, n)]
    if row["clear"] == "unclear":
        system.between(less(gained, dropped), 1 - least[1], least[1] - 1)
        return
    more, fewer = (gained, dropped) if row["clear"] == "more" else (dropped, gained)
    slope = (least[1] - least[0]) / n
    rising = {name: factor * (1 + slope) for name, factor in fewer.items()}
    terms: dict[tuple[Any, ...], float] = dict(more)
    for name, factor in rising.items():
        terms[name] = terms.get(name, 0) - factor
    system.between(terms, least[0], np.inf)


def _difference(fewer: int, themes: int) -> int:
    difference = 1
    while themes * 2 * binom.cdf(fewer, 2 * fewer + difference, 0.5) >= 0.05:
        difference += 1
    return difference


def _sources(release: Json) -> dict[int, frozenset[int]]:
    found = {theme["id"]: {theme["id"]} for theme in release["themes"]}
    for row in release["lineage"]["counts_for"]:
        if row["counts_for"] in found:
            found[row["counts_for"]].add(row["id"])
    return {theme: frozenset(several) for theme, several in found.items()}


def _released_again(system: System, shown: list[Json], old: Json, new: Json) -> None:
    """Between two releases of a wave so many people came and went; merged themes hold those of their parts."""
    steps = [
        one["since"] for one in shown if one["wave"] == new["wave"] and old["number"] < one["number"] <= new["number"]
    ]
    came, went = sum(step["came"] for step in steps), sum(step["went"] for step in steps)
    if len(steps) > 1 and came + went:
        return
    keys = [key for key in new["groups"] if new["groups"][key] and old["groups"].get(key)]
    tables = [((*tag(old), key), (*tag(new), key), _parts(old, key), _parts(new, key)) for key in keys]
    if (*tag(new), "pair", "kept", SPLIT[0], new["themes"][0]["id"]) not in system.index:
        pass
    elif (
        came + went == 0
        and old["change"]
        and new["change"]
        and old["matched"] == new["matched"]
        and old["earlier"]
        and new["earlier"]
    ):
        pair = [(who, status) for who in SPLIT for status in ("matched", "new")]
        tables.append(((*tag(old), "pair"), (*tag(new), "pair"), pair, pair))
        if old["earlier"]["themes"] == new["earlier"]["themes"]:
            both = [*((who, "matched") for who in SPLIT), "lost"]
            tables.append(((*tag(old), "pair before"), (*tag(new), "pair before"), both, both))
        for theme, sources in _sources(new).items():
            if _sources(old).get(theme) == sources:
                for who in SPLIT:
                    names = ((*tag(one), "pair", "kept", who, theme) for one in (old, new))
                    first, second = (system.unknown(*name) for name in names)
                    system.equal(less(plus(first), plus(second)), 0)
    for table in tables:
        _flow(system, old, new, table, came, went)


def _parts(release: Json, key: str) -> list[Any]:
    return [row["key"] for row in release["groups"][key] if row["n"] != 0]


def _flow(
    system: System, old: Json, new: Json, table: tuple[Any, Any, list[Any], list[Any]], came: int, went: int
) -> None:
    first, second, before, after = table
    link = (*first, *second)
    parts = list(dict.fromkeys([*before, *after]))

    def held(where: Any, present: list[Any], part: Any, what: Any) -> dict[tuple[Any, ...], float]:
        return plus((*where, part, what)) if part in present else {}

    for part in parts:
        system.unknown(*link, part, "came", most=came)
        system.unknown(*link, part, "went", most=went)
        moved = less(held(second, after, part, "n"), held(first, before, part, "n"))
        system.equal(less(moved, less(plus((*link, part, "came")), plus((*link, part, "went")))), 0)
    system.equal(plus(*((*link, part, "came") for part in parts)), came)
    system.equal(plus(*((*link, part, "went") for part in parts)), went)
    sources, old_sources = _sources(new), _sources(old)
    for theme, several in sources.items():
        olds = [part for part, known in old_sources.items() if known <= several]
        covered = frozenset().union(*(old_sources[part] for part in olds)) if olds else frozenset()
        if not olds or covered != several:
            continue
        for part in parts:
            more = system.unknown(*link, part, theme, "more")
            gone = system.unknown(*link, part, theme, "gone")
            system.not_less(less(plus((*link, part, "came")), plus(more)))
            system.not_less(less(plus((*link, part, "went")), plus(gone)))
            joined = [(*first, part, one) for one in olds] if part in before else []
            terms = less(held(second, after, part, theme), plus(*joined))
            terms = less(terms, less(plus(more), plus(gone)))
            if len(olds) == 1:
                system.equal(terms, 0)
                continue
            twice = system.unknown(*link, part, theme, "twice")
            system.equal(less(terms, {twice: -1.0}), 0)
            for one in joined:
                system.not_less(less({**held(second, after, part, theme), gone: 1.0}, plus(one)))


def _two_waves(system: System, old: Json, new: Json) -> None:
    """Who answered in both waves lives in the same district and speaks the same language."""
    later = [one for one in (new,) if one["matched"]]
    for release in later:
        matched = release["matched"]["n"]
        same = {theme for theme, several in _sources(new).items() if _sources(old).get(theme) == several}
        for key in LASTING:
            if not (old["groups"].get(key) and new["groups"].get(key)):
                continue
            first, second = (*tag(old), key), (*tag(new), key)
            link = (*first, *second)
            parts = [part for part in _parts(old, key) if part in _parts(new, key)]
            for part in parts:
                both = system.unknown(*link, part, "both")
                for where in (first, second):
                    system.not_less(less(plus((*where, part, "n")), plus(both)))
                for theme in same:
                    kept = system.unknown(*link, part, theme, "kept")
                    for where in (first, second):
                        system.not_less(less(plus((*where, part, theme)), plus(kept)))
                    system.not_less(less(plus(both), plus(kept)))
            system.equal(plus(*((*link, part, "both") for part in parts)), matched)
            for theme in same if (*tag(new), "pair", "kept", SPLIT[0], next(iter(same), None)) in system.index else ():
                shares = plus(*((*link, part, theme, "kept") for part in parts))
                known = plus(*((*tag(new), "pair", "kept", who, theme) for who in SPLIT))
                system.equal(less(shares, known), 0)


def solve(
    system: System,
    objective: np.ndarray,
    matrix: Any,
    *,
    whole: bool,
    fixed: tuple[int, float, float] | None = None,
    gap: float = 0.0,
) -> np.ndarray | None:
    least, most = np.array(system.least, dtype=float), np.array(system.most, dtype=float)
    if fixed is not None:
        cell, low, high = fixed
        least[cell], most[cell] = max(least[cell], low), min(most[cell], high)
        if least[cell] > most[cell]:
            return None
    found = milp(
        objective,
        constraints=LinearConstraint(matrix, system.lower, system.upper),
        bounds=Bounds(least, most),
        integrality=np.full(len(objective), int(whole)),
        options={"time_limit": 60.0, "mip_rel_gap": gap},
    )
    assert found.status in (0, 2), found.message
    return None if found.x is None else found.x


def break_in(releases: list[Json]) -> list[Finding]:
    """Every hidden cell of all releases that can be bounded to fewer than five consecutive values.

    First everything at once, with people who may be divided; then each breakdown, through all releases, in whole people.
    """
    keys = {key for release in releases for key in release["groups"]} - {"attendance"} | {"change"}
    found = _attack(releases, None)
    for key in sorted(keys):
        found += _attack(releases, key)
    return found


def _attack(releases: list[Json], only: str | None) -> list[Finding]:
    for lasting in (True, False):
        system = build(releases, lasting=lasting, only=only)
        if not system.hidden:
            return []
        size = len(system.least)
        rows, columns, factors = zip(*system.entries, strict=True)
        matrix = sparse.csr_matrix((factors, (rows, columns)), shape=(len(system.lower), size))
        if solve(system, np.zeros(size), matrix, whole=False) is not None:
            return _bounds(system, matrix, whole=only is not None)
    raise AssertionError("the releases contradict each other")


def _bounds(system: System, matrix: Any, *, whole: bool) -> list[Finding]:
    cells = [system.index[name] for name in system.hidden]
    smallest, largest = np.full(len(cells), np.inf), np.full(len(cells), -np.inf)
    wide = np.array([system.left_out.get(name, WIDE) for name in system.hidden]) - NEARLY

    def seen(solution: np.ndarray | None) -> None:
        if solution is not None and (not whole or np.abs(solution - np.round(solution)).max() < 1e-5):
            np.minimum(smallest, solution[cells], out=smallest)
            np.maximum(largest, solution[cells], out=largest)

    random = np.random.default_rng(len(cells))
    for turn in range(10):
        aim = np.zeros(len(system.least))
        ends = zip(cells, smallest, largest, wide, strict=True)
        undecided = [cell for cell, low, high, needed in ends if not high - low >= needed]
        aim[undecided] = random.normal(size=len(undecided))
        if not undecided:
            return []
        for sign in (1, -1):
            seen(solve(system, sign * aim, matrix, whole=whole and turn > 2, gap=0.5))
    findings = []
    for place, cell in enumerate(cells):
        if not largest[place] - smallest[place] >= wide[place]:
            found = _narrow(system, matrix, (place, cell, wide[place]), (smallest, largest), seen, whole=whole)
            if found is not None:
                name = system.hidden[place]
                findings.append(Finding(name, *found, left_out=name in system.left_out))
    return findings


def _narrow(
    system: System,
    matrix: Any,
    at: tuple[int, int, float],
    known: tuple[np.ndarray, np.ndarray],
    seen: Any,
    *,
    whole: bool,
) -> tuple[int, int] | None:
    """The bounds of a cell when they enclose fewer than five values, or None."""
    place, cell, wide = at
    aim = np.zeros(len(system.least))
    aim[cell] = 1
    for exactly in (False, True) if whole else (False,):
        ends = []
        for sign in (1, -1):
            solution = solve(system, sign * aim, matrix, whole=exactly)
            assert solution is not None
            seen(solution)
            ends.append(float(solution[cell]))
            if known[1][place] - known[0][place] >= wide:
                return None
        if ends[1] - ends[0] < wide:
            return int(np.ceil(ends[0] - 1e-4)), int(np.floor(ends[1] + 1e-4))
        far = round(wide)
        for limits in ((np.floor(ends[0] + NEARLY) + far, np.inf), (-np.inf, np.ceil(ends[1] - NEARLY) - far)):
            seen(solve(system, 0 * aim, matrix, whole=True, fixed=(cell, *limits)))
            if known[1][place] - known[0][place] >= wide:
                return None
    return None
