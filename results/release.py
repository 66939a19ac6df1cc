"""The true figures of a wave's close as JSON. The shape is described in `results.published`.

Importing this loads scipy and statsmodels (seconds, a hundred megabytes): import it where figures are made.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from results import agreement, bootstrap, change, lineage, multiplicity, pairwise, points, ranks, shares, shortlist
from results import unmatched as apart
from results import weights as raking
from results.classes import described, weighting_row
from results.known_parts import CLASSES
from results.published import UNDIVIDED_FROM, VERSION
from results.release_rows import (
    Json,
    agreement_row,
    attendance_rows,
    change_rows,
    earlier_rows,
    group_rows,
    matched_row,
    number,
    pairwise_row,
    question_row,
    shortlist_rows,
    theme_row,
    unmatched_rows,
)
from results.settings import ResultSettings
from results.summary import Summary, summarise
from results.tables import ThemeName, Wave

METHODS: Final[dict[str, str]] = {
    "share": shares.METHOD,
    "points": points.METHOD,
    "place_range": bootstrap.METHOD,
    "agreement": agreement.METHOD,
    "entropy": agreement.METHOD_ENTROPY,
    "scale_agreement": agreement.METHOD_SCALE,
    "pairwise": pairwise.METHOD,
    "shortlist": shortlist.METHOD,
    "change": change.METHOD,
    "mean_change": ranks.METHOD,
    "many_themes": multiplicity.METHOD,
    "unmatched": apart.METHOD,
    "lineage": lineage.METHOD,
}


def build(before: Wave | None, after: Wave | None, themes: Sequence[ThemeName], settings: ResultSettings) -> Json:
    """The true figures of a wave's close as JSON, nothing hidden yet (`published` is false: no builder takes it).

    At the close of the first wave give (wave, None) or (None, wave); at a later one (earlier, later). `themes` are all
    themes of the workshop, whatever their state; `choices` are positions in that list. Raises LineageError.
    """
    return release_of(summarise(before, after, themes, settings), settings)


def release_of(summary: Summary, settings: ResultSettings) -> Json:
    """The release of a summary made with the same settings."""
    figures = summary.now
    listed = summary.lineage.listed
    sequence = [int(position) for position in figures.sequence]
    moved = summary.change
    groups = {kind.key: group_rows(kind.values, rows, listed, sequence) for kind, rows in summary.groups}
    if summary.themeless is not None:
        groups[CLASSES] = described(groups[CLASSES], summary.themeless, settings.totals)
    return {
        "version": VERSION,
        "published": False,
        "workshop": settings.workshop,
        "title": dict(settings.title),
        "wave": {"id": settings.now.id, "kind": settings.now.kind},
        "compared_with": None
        if moved is None or settings.earlier is None
        else {"id": settings.earlier.id, "kind": settings.earlier.kind},
        "number": settings.number,
        "reason": settings.reason,
        "at": settings.at,
        "instrument": {
            "key": settings.instrument,
            "version": settings.instrument_version,
            "question": settings.question,
            "text": dict(settings.question_text),
            "places": settings.places,
            "order": settings.order,
        },
        "methods": METHODS | ({} if summary.weights is None else {"weights": raking.METHOD}),
        "seed": settings.seed,
        "lineage": {
            "counts_for": [dict(row) for row in summary.lineage.state],
            "decisions": [dict(row) for row in settings.decisions],
        },
        "access": settings.access,
        "funding": None if settings.funding is None else dict(settings.funding),
        "example": settings.example,
        "n": figures.n,
        "few": figures.n < UNDIVIDED_FROM,
        "blank": figures.blank,
        "own_themes": figures.own_themes,
        "effective_n": None if figures.weighted is None else number(figures.weighted.effective_n),
        "weighting": weighting_row(summary.weights),
        "themes": [theme_row(figures, listed[position], position) for position in sequence],
        "agreement": {"w": agreement_row(figures.agreement), "entropy": agreement_row(figures.entropy)},
        "pairwise": pairwise_row(figures, listed),
        "shortlist": shortlist_rows(figures, listed),
        "questions": [question_row(answers, moved) for answers in figures.answers],
        "earlier": None if summary.earlier is None else earlier_rows(summary.earlier, listed, sequence),
        "matched": None if moved is None else matched_row(moved),
        "change": [] if moved is None else change_rows(moved.shares, moved.places, listed, sequence),
        "change_by_attendance": None if moved is None else attendance_rows(moved, listed, sequence),
        "unmatched": None if moved is None else unmatched_rows(moved, listed, sequence),
        "groups": groups,
    }
