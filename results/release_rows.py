"""Typed figures as rows of a release's JSON; the shape is described in `results.release`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from results.agreement import Agreement
from results.change import ShareChange, ShareChanges
from results.ranks import MeanChange
from results.shares import wilson
from results.summary import AnswerFigures, ChangeFigures, GroupFigures, WaveFigures
from results.tables import Floats, Missing, ThemeName

Json = dict[str, Any]


def number(value: float | None) -> float | int | None:
    """Rounded to six digits; a whole number is written as one."""
    if value is None:
        return None
    return number_of(round(float(value), 6))


def probability(value: float | None) -> float | int | None:
    """A p-value to four significant digits: a very small one is not rounded to nothing."""
    return None if value is None else number_of(float(f"{value:.4g}"))


def number_of(value: float) -> float | int:
    """A whole number is written as one."""
    return int(value) if value.is_integer() else value


def _why(missing: Missing | None) -> str | None:
    return None if missing is None else missing.reason


def agreement_row(figure: Agreement) -> Json:
    return {"n": figure.n, "value": number(figure.value), "why": _why(figure.missing)}


def theme_row(figures: WaveFigures, theme: ThemeName, position: int) -> Json:
    share = figures.shares.themes[position] if figures.shares.themes else None
    weighted = figures.weighted.themes[position] if figures.weighted and figures.weighted.themes else None
    ranged = figures.ranges.missing is None
    return {
        "id": theme.id,
        "key": theme.key,
        "names": dict(theme.names),
        "origin": theme.origin,
        "order": int(figures.order[position]),
        "count": 0 if share is None else int(share.count),
        "share": None if share is None else number(share.share),
        "low": None if share is None else number(share.low),
        "high": None if share is None else number(share.high),
        "points": number(float(figures.points.points[position])),
        "place": int(figures.points.places[position]),
        "place_low": int(figures.ranges.low[position]) if ranged else None,
        "place_high": int(figures.ranges.high[position]) if ranged else None,
        "pairwise_place": int(figures.pairwise.places[position]) if figures.pairwise.missing is None else None,
        "weighted": None
        if weighted is None
        else {"share": number(weighted.share), "low": number(weighted.low), "high": number(weighted.high)},
    }


def pairwise_row(figures: WaveFigures, listed: Sequence[ThemeName]) -> Json:
    winner = figures.pairwise.winner
    return {"winner": None if winner is None else listed[winner].id, "why": _why(figures.pairwise.missing)}


def shortlist_rows(figures: WaveFigures, listed: Sequence[ThemeName]) -> Json:
    result: Json = {"k": figures.shortlists.k}
    for name, taken in (("phragmen", figures.shortlists.phragmen), ("plain", figures.shortlists.plain)):
        result[name] = {
            "themes": [listed[position].id for position in taken.themes],
            "n": taken.n,
            "covered": list(taken.covered),
            "without": taken.without,
            "tied": taken.tied,
            "why": _why(taken.missing),
        }
    return result


def question_row(figures: AnswerFigures, moved: ChangeFigures | None) -> Json:
    question = figures.question
    names = {position: dict(texts) for position, (_, texts) in enumerate(question.options)}
    low, high = _wilson(figures.counts.astype(float), figures.n)
    changes = dict(moved.answers) if moved else {}
    return {
        "key": question.key,
        "kind": question.kind,
        "text": dict(question.text),
        "n": figures.n,
        "no_opinion": figures.no_opinion,
        "skipped": figures.skipped,
        "mean": number(figures.mean),
        "deviation": number(figures.deviation),
        "agreement": agreement_row(figures.agreement),
        "values": [
            {
                "value": int(value),
                "names": names.get(int(value)) if question.kind == "single" else None,
                "count": int(count),
                "share": number(int(count) / figures.n) if figures.n else None,
                "low": low[row],
                "high": high[row],
            }
            for row, (value, count) in enumerate(zip(figures.values, figures.counts, strict=True))
        ],
        "change": _mean_change(changes[question.key]) if question.key in changes else None,
    }


def _wilson(counts: Floats, n: int) -> tuple[list[float | int | None], list[float | int | None]]:
    if n == 0:
        return [None] * len(counts), [None] * len(counts)
    low, high = wilson(counts, n)
    return [number(value) for value in low], [number(value) for value in high]


def earlier_rows(figures: WaveFigures, listed: Sequence[ThemeName], sequence: list[int]) -> Json:
    kept = ("id", "count", "share", "low", "high", "points", "place")
    rows = [theme_row(figures, listed[position], position) for position in sequence]
    return {"n": figures.n, "themes": [{key: row[key] for key in kept} for row in rows]}


def matched_row(moved: ChangeFigures) -> Json:
    return {"n": moved.matched, "lost": moved.lost, "new": moved.new, "why": _why(moved.shares.missing)}


def _mean_change(figure: MeanChange) -> Json:
    return {
        "n": figure.n,
        "mean": number(figure.mean),
        "low": number(figure.low),
        "high": number(figure.high),
        "p": probability(figure.p),
        "why": _why(figure.missing),
    }


def _change(row: ShareChange) -> Json:
    return {
        "n": row.n,
        "before": row.before,
        "after": row.after,
        "kept": row.kept,
        "gained": row.gained,
        "dropped": row.dropped,
        "change": number(row.change),
        "low": number(row.low),
        "high": number(row.high),
        "p": probability(row.p),
        "p_holm": probability(row.p_holm),
        "clear": row.clear,
    }


def change_rows(
    moved: ShareChanges, places: Sequence[MeanChange], listed: Sequence[ThemeName], sequence: list[int]
) -> list[Json]:
    if moved.missing is not None:
        return []
    return [
        {"id": listed[position].id}
        | _change(moved.themes[position])
        | ({"places": _mean_change(places[position])} if places else {})
        for position in sequence
    ]


def attendance_rows(moved: ChangeFigures, listed: Sequence[ThemeName], sequence: list[int]) -> Json | None:
    if moved.came is None or moved.stayed_away is None:
        return None
    return {
        "came": change_rows(moved.came, (), listed, sequence),
        "stayed_away": change_rows(moved.stayed_away, (), listed, sequence),
    }


def unmatched_rows(moved: ChangeFigures, listed: Sequence[ThemeName], sequence: list[int]) -> Json:
    figures = moved.unmatched
    return {
        "before": figures.n_before,
        "after": figures.n_after,
        "why": _why(figures.missing),
        "themes": [
            {
                "id": listed[position].id,
                "before": figures.themes[position].before,
                "after": figures.themes[position].after,
                "difference": number(figures.themes[position].difference),
                "low": number(figures.themes[position].low),
                "high": number(figures.themes[position].high),
            }
            for position in (sequence if figures.themes else [])
        ],
    }


def group_rows(
    values: Sequence[tuple[str, Any]], rows: Sequence[GroupFigures], listed: Sequence[ThemeName], sequence: list[int]
) -> list[Json]:
    names = {key: dict(texts) for key, texts in values}
    return [_group_value(row, names.get(row.key or ""), listed, sequence) for row in rows]


def _group_value(
    row: GroupFigures, names: dict[str, str] | None, listed: Sequence[ThemeName], sequence: list[int]
) -> Json:
    low, high = _wilson(row.counts.astype(float), row.n)
    return {
        "key": row.key,
        "names": names,
        "n": row.n,
        "agreement": agreement_row(row.agreement),
        "themes": [
            {
                "id": listed[position].id,
                "count": int(row.counts[position]),
                "share": number(int(row.counts[position]) / row.n) if row.n else None,
                "low": low[position],
                "high": high[position],
                "place": int(row.places[position]),
            }
            for position in sequence
        ],
    }
