"""Change of place, and change on a scale: differences of whole numbers in matched people, counted by their size.

Everything works on the histogram of differences, so a million people cost no more than ten once they are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import norm

from results.tables import Floats, Ints, Missing, Wave

METHOD: Final = "mean-difference-bootstrap-wilcoxon-pratt/1"
RESAMPLES: Final = 4000


@dataclass(frozen=True, slots=True)
class MeanChange:
    """Mean of later − earlier over `n` people with a 95 % bootstrap interval; `p` Wilcoxon with Pratt's zeros.

    For places below zero is better: the theme moved up. `missing` says why figures are None.
    """

    n: int
    mean: float | None
    low: float | None
    high: float | None
    p: float | None
    missing: Missing | None = None
    method: str = METHOD


def rank_differences(before: Wave, after: Wave, themes: int) -> Ints:
    """Histogram of (rank after − rank before) -> int64 [themes, 2N + 1], the middle column being "no difference".

    Row i of both waves is the same person; a theme that is not chosen has rank N + 1. Linear in people: only chosen
    themes are looked at, everybody else's difference is 0.
    """
    last = max(before.places, after.places) + 1
    width = 2 * last - 1
    histogram = np.zeros((themes, width), dtype=np.int64)
    for place in range(before.places):
        column = before.choices[:, place]
        later = _rank_of(column, after, last)
        _count(histogram, column, later - (place + 1), last)
    for place in range(after.places):
        column = after.choices[:, place]
        newly = _rank_of(column, before, last) == last
        _count(histogram, np.where(newly, column, -1), np.full(len(column), place + 1 - last), last)
    histogram[:, last - 1] += before.ballots - histogram.sum(axis=1)
    return histogram


def _rank_of(column: Ints, wave: Wave, last: int) -> Ints:
    """The rank in `wave` of the theme that `column` names, row by row; `last` when it is not there."""
    rank = np.full(len(column), last, dtype=np.int64)
    for place in range(wave.places):
        rank[wave.choices[:, place] == column] = place + 1
    return rank


def _count(histogram: Ints, column: Ints, differences: Ints, last: int) -> None:
    chosen = column >= 0
    themes, width = histogram.shape
    cells = column[chosen].astype(np.int64) * width + differences[chosen] + last - 1
    histogram += np.bincount(cells, minlength=themes * width).reshape(themes, width)


def mean_change(values: Ints, counts: Ints, seed: int) -> MeanChange:
    """Mean of `values` [k] that occur `counts` [k] times, with a seeded percentile bootstrap of RESAMPLES draws.

    Drawing a multinomial over the distinct values is exactly drawing people with replacement (B. Efron, Annals of
    Statistics 7 (1979) 1–26).
    """
    n = int(counts.sum())
    if n == 0:
        return MeanChange(0, None, None, None, None, Missing("nobody-matched"))
    draws = np.random.default_rng(seed).multinomial(n, counts / n, size=RESAMPLES)
    low, high = np.quantile(draws @ values / n, (0.025, 0.975))
    p, missing = wilcoxon_pratt(values, counts)
    return MeanChange(n, float(values @ counts / n), float(low), float(high), p, missing)


def wilcoxon_pratt(values: Ints, counts: Ints) -> tuple[float | None, Missing | None]:
    """Two-sided Wilcoxon signed-rank p-value by the normal approximation, ties corrected, zeros ranked then dropped.

    J. W. Pratt, JASA 54 (1959) 655–667. The same as scipy.stats.wilcoxon(zero_method="pratt", method="asymptotic"),
    which needs every person's number and therefore a sort of all of them for each theme; here their counts suffice.
    """
    sizes, position = np.unique(np.abs(values), return_inverse=True)
    at_size = np.bincount(position, weights=counts, minlength=len(sizes))
    upto = np.cumsum(at_size)
    rank = upto - (at_size - 1) / 2
    positive = float(np.sum(rank[position] * counts * (values > 0)))
    n, zeros = float(at_size.sum()), float(counts[values == 0].sum())
    if n == zeros:
        return None, Missing("no-differences")
    mean = (n * (n + 1) - zeros * (zeros + 1)) / 4
    spread = n * (n + 1) * (2 * n + 1) - zeros * (zeros + 1) * (2 * zeros + 1)
    tied = at_size[sizes != 0]
    variance = (spread - float(np.sum(tied**3 - tied)) / 2) / 24
    return float(2 * norm.sf(abs(positive - mean) / np.sqrt(variance))), None


def change_of_places(before: Wave, after: Wave, themes: int, seed: int) -> tuple[MeanChange, ...]:
    """Mean difference of ranks of each theme among matched people (row i is the same person in both waves)."""
    histogram = rank_differences(before, after, themes)
    last = (histogram.shape[1] + 1) // 2
    values = np.arange(1 - last, last, dtype=np.int64)
    return tuple(mean_change(values, histogram[theme], seed + theme) for theme in range(themes))


def change_of_answers(before: Ints, after: Ints, seed: int) -> MeanChange:
    """Mean difference of two answers of the same people (int arrays [n]; below 0 is no answer and leaves the pair out)."""
    both = (before >= 0) & (after >= 0)
    differences = after[both].astype(np.int64) - before[both]
    if len(differences) == 0:
        return MeanChange(0, None, None, None, None, Missing("nobody-matched"))
    values, counts = np.unique(differences, return_counts=True)
    return mean_change(values, counts, seed)


def scale_mean(values: Ints, counts: Ints) -> Floats:
    """Mean and standard deviation (n in the divisor) of `values` [k] occurring `counts` [k] times -> float64 [2]."""
    n = counts.sum()
    mean = float(values @ counts / n)
    return np.array([mean, float(np.sqrt(np.square(values - mean) @ counts / n))])
