"""A shortlist of k themes in which every sizeable group of people finds some of theirs; beside it the plain top k."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from results.tables import Bools, Floats, Ints, Missing, Wave, distinct_rows, row_keys

METHOD: Final = "sequential-phragmen/2"
_SAME: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Shortlist:
    """Theme positions in the order they were taken, and how many of the `n` people have none of theirs among them.

    `n` counts people who chose at least one listed theme. `covered[i]` of them have one among the first i + 1.
    `tied`: a tie was decided by the order that the themes were given in.
    """

    n: int
    themes: tuple[int, ...]
    covered: tuple[int, ...]
    without: int
    tied: bool
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Shortlists:
    """`phragmen` and, to compare, `plain`: the k most often chosen."""

    k: int
    phragmen: Shortlist
    plain: Shortlist
    method: str = METHOD


def shortlists(wave: Wave, themes: int, k: int, sequence: Ints | None = None) -> Shortlists:
    """Both shortlists of at most k themes. Themes that nobody chose are never on either. Unweighted.

    Ties go to the theme that stands first in `sequence` (positions of all themes; None: as they are), so that the plain
    list is the beginning of the published order.
    """
    sets, copies = _chosen_sets(wave, themes)
    order = np.arange(themes) if sequence is None else sequence
    sets = sets[:, order]
    n = int(copies.sum())
    if n == 0:
        none = Shortlist(0, (), (), 0, False, Missing("no-ballots" if wave.ballots == 0 else "nothing-chosen"))
        return Shortlists(k, none, none)
    approvals = copies @ sets
    ways_to_order = [_phragmen(sets, copies, approvals, k), _plain(approvals, k)]
    phragmen, plain = (_named(_covering(sets, copies, chosen, tied), order) for chosen, tied in ways_to_order)
    return Shortlists(k, phragmen, plain)


def _named(taken: Shortlist, order: Ints) -> Shortlist:
    return replace(taken, themes=tuple(int(order[place]) for place in taken.themes))


def _covering(sets: Bools, copies: Ints, chosen: tuple[int, ...], tied: bool) -> Shortlist:
    reached = np.logical_or.accumulate(sets[:, list(chosen)], axis=1)
    covered = tuple(int(count) for count in copies @ reached)
    n = int(copies.sum())
    return Shortlist(n, chosen, covered, n - (covered[-1] if covered else 0), tied)


def _chosen_sets(wave: Wave, themes: int) -> tuple[Bools, Ints]:
    """Distinct non-empty sets of chosen themes -> bool [sets, themes] and how many people chose each -> int64 [sets]."""
    rows, ballots = distinct_rows(np.maximum(wave.choices, -1), themes)
    ordered = np.sort(np.maximum(wave.choices[rows], -1).astype(np.int64), axis=1)
    _, first, of = np.unique(row_keys(ordered, themes), return_index=True, return_inverse=True)
    copies = np.bincount(of, weights=ballots, minlength=len(first)).astype(np.int64)
    distinct = ordered[first]
    sets = np.zeros((len(first), themes), dtype=np.bool_)
    for place in range(wave.places):
        named = distinct[:, place] >= 0
        sets[np.flatnonzero(named), distinct[named, place]] = True
    some = sets.any(axis=1)
    return sets[some], copies[some]


def _phragmen(sets: Bools, copies: Ints, approvals: Ints, k: int) -> tuple[tuple[int, ...], bool]:
    """E. Phragmén (1894); as in M. Brill et al., Mathematical Programming 203 (2024) 47–76, "seq-Phragmén".

    Each taken theme costs its supporters one unit of load together; the theme is taken that leaves the smallest load
    on those who carry it.
    """
    load = np.zeros(len(copies), dtype=np.float64)
    taken: list[int] = []
    tied = False
    open_themes = approvals > 0
    while len(taken) < k and open_themes.any():
        carried: Floats = (load * copies) @ sets
        after = np.full(len(approvals), np.inf)
        after[open_themes] = (1 + carried[open_themes]) / approvals[open_themes]
        best = int(np.flatnonzero(after <= after.min() * (1 + _SAME))[0])
        tied |= bool(np.sum(after <= after.min() * (1 + _SAME)) > 1)
        load[sets[:, best]] = after[best]
        taken.append(best)
        open_themes[best] = False
    return tuple(taken), tied


def _plain(approvals: Ints, k: int) -> tuple[tuple[int, ...], bool]:
    order = np.argsort(-approvals, kind="stable")
    chosen = order[approvals[order] > 0]
    tied = len(chosen) > k > 0 and bool(approvals[chosen[k - 1]] == approvals[chosen[k]])
    return tuple(int(theme) for theme in chosen[:k]), tied
