"""Everything about one wave, or about two: lineage first, then every figure, typed. True figures: nothing is hidden here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from results.agreement import Agreement, agreement_by, agreement_of_ballots, first_place_entropy, scale_agreement
from results.bootstrap import PlaceRanges, place_ranges
from results.change import Matching, ShareChanges, change_of_shares, match
from results.classes import classes_of, divided, themeless, weighed
from results.lineage import Lineage, apply, own_themes, trace
from results.pairwise import Pairwise, pairwise
from results.points import Points, points, shared_places
from results.ranks import MeanChange, change_of_answers, change_of_places, scale_mean
from results.settings import ResultSettings
from results.shares import Shares, shares
from results.shortlist import Shortlists, shortlists
from results.tables import (
    EMPTY,
    NO_OPINION,
    UNKNOWN,
    WAYS,
    Breakdown,
    Floats,
    Ints,
    ScaleQuestion,
    ThemeName,
    Wave,
    in_all_places,
    theme_sums,
)
from results.unmatched import Unmatched, unmatched
from results.weights import Weights

ATTENDANCE = Breakdown("attendance", (("came", {}), ("stayed_away", {})))
WAY = Breakdown("way", tuple((way, {}) for way in WAYS))


@dataclass(frozen=True, slots=True, eq=False)
class AnswerFigures:
    """One scale, number or single-choice question of n answers: how often each value was given; mean, spread, A.

    `values` and `counts` int64 [k]: for scales every step, also those nobody chose; for numbers those that occur.
    """

    question: ScaleQuestion
    n: int
    values: Ints
    counts: Ints
    no_opinion: int
    skipped: int
    mean: float | None
    deviation: float | None
    agreement: Agreement


@dataclass(frozen=True, slots=True, eq=False)
class WaveFigures:
    """One wave's figures; theme arrays are in the order of `Lineage.listed`. `order`: places of the published order."""

    n: int
    blank: int
    own_themes: int
    shares: Shares
    points: Points
    order: Ints
    sequence: Ints
    ranges: PlaceRanges
    agreement: Agreement
    entropy: Agreement
    pairwise: Pairwise
    shortlists: Shortlists
    answers: tuple[AnswerFigures, ...]
    weighted: Shares | None


@dataclass(frozen=True, slots=True, eq=False)
class GroupFigures:
    """One value of a breakdown (`key` None: not told): its base and how many of them chose each theme int64 [themes]."""

    key: str | None
    n: int
    counts: Ints
    places: Ints
    agreement: Agreement


@dataclass(frozen=True, slots=True, eq=False)
class ChangeFigures:
    """Matched people: their number, how many were lost (earlier wave only) and are new (later wave only)."""

    matched: int
    lost: int
    new: int
    shares: ShareChanges
    places: tuple[MeanChange, ...]
    answers: tuple[tuple[str, MeanChange], ...]
    unmatched: Unmatched
    came: ShareChanges | None
    stayed_away: ShareChanges | None


@dataclass(frozen=True, slots=True, eq=False)
class Summary:
    lineage: Lineage
    now: WaveFigures
    earlier: WaveFigures | None
    change: ChangeFigures | None
    groups: tuple[tuple[Breakdown, tuple[GroupFigures, ...]], ...]
    weights: Weights | None
    themeless: Ints | None
    """People without any theme by class, where totals are known."""


def summarise(
    before: Wave | None, after: Wave | None, themes: Sequence[ThemeName], settings: ResultSettings
) -> Summary:
    """Figures of `after`, compared with `before` when both are given; of the only one when one is None.

    `choices` hold positions in `themes` (all of them, merged and rejected ones too). Raises ValueError when both waves
    are None, LineageError when the themes' merges lead nowhere. Linear in ballots, deterministic for a seed.
    """
    lineage = trace(themes)
    later = after if after is not None else before
    if later is None:
        raise ValueError("a summary needs a wave")
    now = apply(later, lineage)
    now = divided(now, settings) if settings.totals else now
    weights = weighed(now, settings.totals) if settings.totals else None
    usable = weights is not None and weights.missing is None and not weights.unmet
    earlier = apply(before, lineage) if after is not None and before is not None else None
    return Summary(
        lineage=lineage,
        now=wave_figures(
            replace(now, weights=weights.weights) if weights and usable else now, len(lineage.listed), settings
        ),
        earlier=None if earlier is None else wave_figures(earlier, len(lineage.listed), settings),
        change=None if earlier is None else change_figures(earlier, now, len(lineage.listed), settings),
        groups=tuple((kind, group_figures(now, kind, len(lineage.listed))) for kind in breakdowns(settings)),
        weights=weights,
        themeless=themeless(now, settings.totals) if settings.totals else None,
    )


def breakdowns(settings: ResultSettings) -> tuple[Breakdown, ...]:
    """The breakdowns of a release: way of answering, attendance (when asked), the workshop's own, known classes."""
    classes = [classes_of(settings)] if settings.totals else []
    return (WAY, *([ATTENDANCE] if settings.by_attendance else []), *settings.breakdowns, *classes)


def wave_figures(wave: Wave, themes: int, settings: ResultSettings) -> WaveFigures:
    """All undivided figures of one wave. `wave` is after lineage. Weighted shares stand beside, never instead."""
    plain = replace(wave, weights=None)
    share, point = shares(plain, themes), points(plain, themes)
    order, sequence = published_order(theme_sums(plain, themes), point.points, settings)
    return WaveFigures(
        n=wave.ballots,
        blank=int(in_all_places(wave.choices == EMPTY).sum()),
        own_themes=own_themes(wave),
        shares=share,
        points=point,
        order=order,
        sequence=sequence,
        ranges=place_ranges(plain, themes, settings.seed),
        agreement=agreement_of_ballots(plain, themes),
        entropy=first_place_entropy(plain, themes),
        pairwise=pairwise(plain, themes),
        shortlists=shortlists(plain, themes, settings.shortlist, sequence),
        answers=tuple(answer_figures(wave, question) for question in settings.questions),
        weighted=None if wave.weights is None else shares(wave, themes),
    )


def published_order(counts: Floats, score: Floats, settings: ResultSettings) -> tuple[Ints, Ints]:
    """The one order of the list: by share (ties by points) or the reverse -> (shared places, positions in sequence)."""
    first, second = (counts, score) if settings.order == "share" else (score, counts)
    sequence = np.lexsort((np.arange(len(first)), np.negative(second), np.negative(first)))
    combined = np.empty(len(first), dtype=np.float64)
    pairs = np.stack([first, second], axis=1)[sequence]
    fresh = np.ones(len(first), dtype=np.bool_)
    fresh[1:] = (pairs[1:] != pairs[:-1]).any(axis=1)
    combined[sequence] = np.negative(np.cumsum(fresh))
    return (shared_places(combined) if len(first) else np.zeros(0, dtype=np.int64)), sequence


def answer_figures(wave: Wave, question: ScaleQuestion) -> AnswerFigures:
    """Distribution of one question's answers. A wave that did not ask it has no answers, and everybody skipped."""
    answers = wave.answers.get(question.key, np.full(wave.ballots, UNKNOWN, dtype=np.int32))
    told = answers[answers >= 0]
    values, counts = _distribution(told, question)
    mean, deviation = (None, None)
    if len(told) and question.kind != "single":
        mean, deviation = (float(value) for value in scale_mean(values, counts))
    return AnswerFigures(
        question=question,
        n=len(told),
        values=values,
        counts=counts,
        no_opinion=int((answers == NO_OPINION).sum()),
        skipped=int((answers == UNKNOWN).sum()),
        mean=mean,
        deviation=deviation,
        agreement=scale_agreement(counts if question.kind == "scale" else counts[:0]),
    )


def _distribution(told: Ints, question: ScaleQuestion) -> tuple[Ints, Ints]:
    if question.kind == "number":
        values, counts = np.unique(told, return_counts=True)
        return values.astype(np.int64), counts.astype(np.int64)
    low, high = (question.low, question.high) if question.kind == "scale" else (0, len(question.options) - 1)
    inside = told[(told >= low) & (told <= high)] - low
    steps = max(high - low + 1, 0)
    return np.arange(low, high + 1, dtype=np.int64), np.bincount(inside, minlength=steps).astype(np.int64)


def group_figures(wave: Wave, kind: Breakdown, themes: int) -> tuple[GroupFigures, ...]:
    """How many of each value's people chose each theme; last those who did not tell. One pass over the ballots."""
    codes = _codes(wave, kind)
    size = len(kind.values) + 1
    bases = np.bincount(codes, minlength=size)
    counts = np.zeros((size, themes), dtype=np.int64)
    for place in range(wave.places):
        column = wave.choices[:, place]
        chosen = column >= 0
        cells = codes[chosen] * themes + column[chosen]
        counts += np.bincount(cells, minlength=size * themes).reshape(size, themes)
    keys: list[str | None] = [*(key for key, _ in kind.values), None]
    agreements = agreement_by(wave, themes, codes, size)
    return tuple(
        GroupFigures(
            key=key,
            n=int(bases[code]),
            counts=counts[code],
            places=shared_places(counts[code].astype(np.float64)) if themes else counts[code],
            agreement=agreements[code],
        )
        for code, key in enumerate(keys)
        if key is not None or bases[code]
    )


def _codes(wave: Wave, kind: Breakdown) -> Ints:
    """The value's position for each ballot -> int64 [n]; the last position + 1 for "not told"."""
    unknown = len(kind.values)
    if kind.key == ATTENDANCE.key:
        codes = np.where(wave.checked_in, 0, 1)
    elif kind.key == WAY.key:
        codes = wave.ways.astype(np.int64)
    else:
        codes = wave.groups.get(kind.key, np.full(wave.ballots, UNKNOWN)).astype(np.int64)
    return np.where((codes >= 0) & (codes < unknown), codes, unknown).astype(np.int64)


def change_figures(before: Wave, after: Wave, themes: int, settings: ResultSettings) -> ChangeFigures:
    """Everything about change between two waves after lineage. Attendance is the later ballot's `checked_in`."""
    pairs: Matching = match(before, after)
    earlier, later = before.take(pairs.before), after.take(pairs.after)
    came = later.checked_in
    return ChangeFigures(
        matched=earlier.ballots,
        lost=len(pairs.only_before),
        new=len(pairs.only_after),
        shares=change_of_shares(earlier, later, themes),
        places=change_of_places(earlier, later, themes, settings.seed),
        answers=tuple(
            (question.key, change_of_answers(earlier.answers[question.key], later.answers[question.key], settings.seed))
            for question in settings.questions
            if question.kind != "single" and question.key in earlier.answers and question.key in later.answers
        ),
        unmatched=unmatched(before.take(pairs.only_before), after.take(pairs.only_after), themes),
        came=change_of_shares(earlier.take(came), later.take(came), themes) if settings.by_attendance else None,
        stayed_away=change_of_shares(earlier.take(~came), later.take(~came), themes)
        if settings.by_attendance
        else None,
    )
