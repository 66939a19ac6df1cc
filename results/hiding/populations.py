"""One wave's people as variables: how many of each category put each theme at each place, and what must hold of them.

The rows say what every reader of a release knows without being told: people are counted once in a breakdown, nobody
chooses a theme twice or puts two themes at one place, and the undivided table is public.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from results.hiding.programme import UNBOUNDED, Programme, Terms, total

Category = Hashable
"""Key of a breakdown's value (None: not told), or another name for people who are counted together."""


@dataclass(frozen=True, slots=True)
class Whole:
    """The undivided table of one release of a wave, which is public.

    `counts` people for each theme; `points` Borda points (N + 1 − place) or None where not released; `full_ranks`: all
    that stood on the ballots is a listed theme, so that places are filled from the first on; `themeless`: most people
    that can be without a listed theme; `sources`: which themes' choices count for each theme; `split`: themes that were
    taken out of another.
    """

    ballots: int
    places: int
    counts: Mapping[int, int]
    points: Mapping[int, int] | None
    full_ranks: bool
    themeless: int | None
    sources: Mapping[int, frozenset[int]]
    split: frozenset[int] = frozenset()

    @property
    def themes(self) -> tuple[int, ...]:
        return tuple(self.counts)


@dataclass(frozen=True, slots=True, eq=False)
class Population:
    """Expressions of one wave divided into categories: `bases`, `counts` by category and theme; its variables by place."""

    whole: Whole
    bases: Mapping[Category, Terms]
    counts: Mapping[tuple[Category, int], Terms]
    places: Mapping[tuple[Category, int], tuple[int, ...]]


def populate(programme: Programme, whole: Whole, categories: Sequence[Category]) -> Population:
    """Add the variables and rows of a wave whose people fall into `categories` (each of them into one)."""
    owner = programme.population()
    bases = {category: {programme.variable(0, whole.ballots, owner=owner): 1} for category in categories}
    programme.same(total(*bases.values()), whole.ballots)
    cells = {
        (category, theme, place): {programme.variable(0, whole.counts[theme], owner=owner): 1}
        for category in categories
        for theme in whole.themes
        for place in range(whole.places)
    }
    counts = {
        (category, theme): total(*(cells[category, theme, place] for place in range(whole.places)))
        for category in categories
        for theme in whole.themes
    }
    for theme in whole.themes:
        ranks = [
            {programme.variable(0, whole.counts[theme], owner=owner, steady=True): 1} for place in range(whole.places)
        ]
        programme.same(total(*ranks), whole.counts[theme])
        if whole.points is not None:
            programme.same(total(*ranks, signs=range(whole.places, 0, -1)), whole.points[theme])
        everybody = tuple(next(iter(rank)) for rank in ranks)
        for category in categories:
            programme.spreads.append((tuple(counts[category, theme]), everybody))
        for place, rank in enumerate(ranks):
            divided = [cells[category, theme, place] for category in categories]
            programme.same(total(*divided, rank, signs=[1] * len(divided) + [-1]), 0)
        for category in categories:
            programme.row(total(bases[category], counts[category, theme], signs=(1, -1)), 0, UNBOUNDED)
    for category in categories:
        filled = [total(*(cells[category, theme, place] for theme in whole.themes)) for place in range(whole.places)]
        _places(programme, whole, bases[category], filled)
    _nobody_without(programme, whole, bases, counts, owner)
    return Population(whole, bases, counts, {key: tuple(terms) for key, terms in counts.items()})


def _places(programme: Programme, whole: Whole, base: Terms, filled: Sequence[Terms]) -> None:
    """At each place a person has one theme at most; when ranks are full, nobody skips a place."""
    previous = base
    for terms in filled:
        programme.row(total(previous, terms, signs=(1, -1)), 0, UNBOUNDED)
        previous = terms if whole.full_ranks else base


def _nobody_without(
    programme: Programme,
    whole: Whole,
    bases: Mapping[Category, Terms],
    counts: Mapping[tuple[Category, int], Terms],
    owner: int,
) -> None:
    """All but `themeless` people chose a listed theme, whichever category they are in."""
    if whole.themeless is None:
        return
    without = []
    for category, base in bases.items():
        some = {programme.variable(0, whole.themeless, owner=owner): 1}
        without.append(some)
        chosen = [counts[category, theme] for theme in whole.themes]
        programme.row(total(*chosen, some, base, signs=[1] * (len(chosen) + 1) + [-1]), 0, UNBOUNDED)
    programme.row(total(*without), 0, whole.themeless)
