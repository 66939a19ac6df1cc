"""What ties two populations of one breakdown: the same people released again, people who came or went, two waves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from results.hiding.populations import Category, Population, Whole
from results.hiding.programme import UNBOUNDED, Programme, Terms, total
from results.hiding.wholes import Moved, unchanged


class Untraceable(ValueError):
    """Themes were reorganised in a way that leaves open what a reader can conclude from both releases."""


@dataclass(frozen=True, slots=True)
class Flow:
    """People in the new population who were not in the old one (or not with that theme), and the reverse."""

    came: Mapping[Category, Terms]
    went: Mapping[Category, Terms]


def tie(programme: Programme, old: Population, new: Population, between: Moved) -> Flow:
    """Tie two releases of one wave: `between` people came and went, themes were merged or taken apart again.

    Raises Untraceable when several themes were reorganised into several others at once.
    """
    if between.people == 0:
        join(programme, old, new)
    people = _flow(programme, old.bases, new.bases, between)
    traced: set[int] = set()
    for parts, wholes in _families(old.whole, new.whole):
        if len(parts) > 1 and len(wholes) > 1:
            raise Untraceable(f"themes {parts} became {wholes}")
        traced.update(parts)
        if parts and wholes:
            _tie_theme(programme, old, new, (parts, wholes), people)
    if new.whole.split - set(old.whole.themes) and set(old.whole.themes) - traced:
        raise Untraceable(f"themes {sorted(set(old.whole.themes) - traced)} were taken apart")
    if between.people == 0 and _same_ranks(old.whole, new.whole):
        for key in old.places.keys() & new.places.keys():
            if key[1] in unchanged(old.whole, new.whole):
                for before, after in zip(old.places[key], new.places[key], strict=True):
                    programme.same({before: 1, after: -1}, 0)
    return people


def join(programme: Programme, one: Population, other: Population) -> int:
    """Let two populations be searched together -> the owner of both."""
    return programme.join(_owner(programme, one), _owner(programme, other))


def _owner(programme: Programme, population: Population) -> int:
    return programme.owners[next(iter(next(iter(population.bases.values()))))]


def _families(old: Whole, new: Whole) -> list[tuple[list[int], list[int]]]:
    """Themes of both releases in which choices of the same sources count, gathered: (old ones, new ones)."""
    gathered: list[tuple[set[int], list[int], list[int]]] = []
    themes = [(old.sources[theme], theme, 0) for theme in old.themes]
    themes += [(new.sources[theme], theme, 1) for theme in new.themes]
    for sources, theme, side in themes:
        meeting = [family for family in gathered if family[0] & sources]
        joined: tuple[set[int], list[int], list[int]] = (set(sources), [], [])
        for family in meeting:
            joined = (joined[0] | family[0], joined[1] + family[1], joined[2] + family[2])
            gathered.remove(family)
        (joined[2] if side else joined[1]).append(theme)
        gathered.append(joined)
    return [(parts, wholes) for _, parts, wholes in gathered]


def _same_ranks(old: Whole, new: Whole) -> bool:
    """True when no theme that stayed as it was moved on any ballot, as far as its points tell."""
    if old.points is None or new.points is None:
        return False
    return all(old.points[theme] == new.points[theme] for theme in unchanged(old, new))


def _flow(
    programme: Programme,
    old: Mapping[Category, Terms],
    new: Mapping[Category, Terms],
    between: Moved,
) -> Flow:
    categories = list(dict.fromkeys([*old, *new]))
    came = {category: {programme.variable(0, between.came): 1} for category in categories}
    went = {category: {programme.variable(0, between.went): 1} for category in categories}
    programme.same(total(*came.values()), between.came)
    programme.same(total(*went.values()), between.went)
    for category in categories:
        before, after = old.get(category, {}), new.get(category, {})
        programme.same(total(after, before, came[category], went[category], signs=(1, -1, -1, 1)), 0)
    return Flow(came, went)


def _tie_theme(
    programme: Programme,
    old: Population,
    new: Population,
    themes: tuple[list[int], list[int]],
    people: Flow,
) -> None:
    """Who chose these themes in the new release is who chose them in the old one, but for those who came or went.

    Somebody who had chosen two themes that are one now counts once. Choices that were in no list before, and are now,
    can only add.
    """
    parts, wholes = themes
    known = frozenset().union(*(old.whole.sources[part] for part in parts))
    asked = frozenset().union(*(new.whole.sources[whole] for whole in wholes))
    for category in people.came:
        before = total(*(old.counts.get((category, part), {}) for part in parts))
        after = total(*(new.counts.get((category, whole), {}) for whole in wholes))
        came, went = ({programme.variable(): 1} for _ in range(2))
        programme.row(total(people.came[category], came, signs=(1, -1)), 0, UNBOUNDED)
        programme.row(total(people.went[category], went, signs=(1, -1)), 0, UNBOUNDED)
        more: Terms = {programme.variable(): 1} if len(wholes) > 1 or asked - known else {}
        twice: Terms = {programme.variable(): 1} if len(parts) > 1 or known - asked else {}
        programme.same(total(after, before, came, went, more, twice, signs=(1, -1, -1, 1, -1, 1)), 0)
        if known == asked:
            for part in parts:
                single = old.counts.get((category, part), {})
                programme.row(total(after, single, went, signs=(1, -1, 1)), 0, UNBOUNDED)
            for whole in wholes:
                single = new.counts.get((category, whole), {})
                programme.row(total(before, single, came, signs=(1, -1, 1)), 0, UNBOUNDED)


def tie_waves(
    programme: Programme,
    old: Population,
    new: Population,
    matched: int,
    kept: Mapping[int, Terms | int],
) -> None:
    """Tie two waves of one breakdown in which people keep their category: `matched` of them answered in both.

    `kept` is how many of the matched chose a theme both times: the released number or an expression.
    """
    _flow(programme, old.bases, new.bases, Moved(new.whole.ballots - matched, old.whole.ballots - matched))
    for theme in unchanged(old.whole, new.whole):
        both = {category: {programme.variable(): 1} for category in old.bases if category in new.bases}
        said = kept.get(theme, {programme.variable(): 1})
        if isinstance(said, int):
            programme.same(total(*both.values()), said)
        else:
            programme.same(total(*both.values(), said, signs=[1] * len(both) + [-1]), 0)
        for category, terms in both.items():
            for population in (old, new):
                programme.row(total(population.counts[category, theme], terms, signs=(1, -1)), 0, UNBOUNDED)
