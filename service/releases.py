"""Releases: the figures of a wave become public when it closes, computed once and kept as they were shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from domain.instants import Instant
from domain.instrument import Instrument, Question
from domain.instrument_json import from_json
from results import release as figures_of
from results.settings import ResultSettings, WaveLabel
from results.tables import Breakdown, ScaleQuestion, ThemeName, Wave
from service.work import Tx
from storage import figures, releases
from storage import timeline as table
from storage.figures import Asked
from storage.releases import Release, ResultsOf, workshop_named, workshop_slugs
from storage.timeline import WaveRow

__all__ = ["Release", "due", "newest", "of_workshop", "release", "release_due", "workshop_named", "workshop_slugs"]

_EARLIER: Final[dict[str, tuple[str, ...]]] = {"before": (), "after": ("before",), "follow_up": ("after", "before")}
"""With which wave of the same workshop a wave is compared, the first that is there."""
_ANSWERED: Final = ("scale", "number", "single")


def due(tx: Tx) -> list[int]:
    """Closed waves whose figures are not released yet, oldest first."""
    return releases.unreleased(tx)


def release_due(tx: Tx, now: Instant) -> bool:
    """Release the figures of one closed wave. True: there was one."""
    waiting = due(tx)
    if waiting:
        release(tx, waiting[0], now, by="timeline")
    return bool(waiting)


def release(tx: Tx, wave_id: int, now: Instant, *, by: str, reason: str | None = None) -> int:
    """Compute and store the next release of a wave; returns its id. `reason` says why again, from the second on.

    Raises KeyError when there is no such wave, results.lineage.LineageError for themes merged in a circle.
    """
    wave = table.wave(tx, wave_id)
    if wave is None:
        raise KeyError(f"no wave {wave_id}")
    true_figures = _build(tx, wave, reason, now)
    return releases.add(
        tx,
        workshop=wave.workshop,
        wave=wave.id,
        kind="closed" if reason is None else "again",
        reason=reason,
        figures=undivided(true_figures),
        true_figures=true_figures,
        by=by,
        now=now,
    )


def newest(tx: Tx, wave: int) -> Release | None:
    """The newest release of a wave, as it may be shown."""
    return releases.newest(tx, wave)


def of_workshop(tx: Tx, workshop: int) -> list[Release]:
    """Every release of a workshop, oldest first, as they may be shown."""
    return releases.all_of(tx, workshop)


def undivided(release: Mapping[str, Any]) -> dict[str, Any]:
    """The figures of everybody together, which hide nothing from ten ballots on, and below that no numbers at all.

    Everything about parts of the people goes, but for changes that are about five people or more on every side.
    """
    shown = {
        **release,
        "published": True,
        "groups": {},
        "change_by_attendance": None,
        "unmatched": None,
        "questions": [{**question, "change": None} for question in release["questions"]],
        "change": [_change(row) for row in release["change"]],
    }
    return figures_of.few_ballots(shown)


def _change(row: Mapping[str, Any]) -> dict[str, Any]:
    """A theme's change among matched people, or hidden when it is about one to four people."""
    moved = (row["kept"], row["gained"], row["dropped"])
    rest = row["n"] - sum(moved)
    small = row["n"] < 5 or any(0 < count < 5 for count in (*moved, rest))
    return {"id": row["id"], "hidden": True} if small else dict(row)


# ---- computing --------------------------------------------------------------------------------------------------


def _build(tx: Tx, wave: WaveRow, reason: str | None, now: Instant) -> dict[str, Any]:
    about = releases.results_of(tx, wave.workshop)
    instrument = from_json(about.instrument)
    rank = _rank_question(instrument)
    themes = figures.themes_of(tx, wave.workshop)
    asked = _asked(about, instrument, rank)
    ids = [theme.id for theme in themes]
    earlier = _earlier(tx, wave)
    settings = ResultSettings(
        workshop=about.slug,
        title=about.title,
        now=WaveLabel(wave.id, wave.kind),
        earlier=None if earlier is None else WaveLabel(earlier.id, earlier.kind),
        instrument=instrument.key,
        instrument_version=about.instrument_version,
        question=asked.rank,
        question_text={} if rank is None else rank.text,
        places=asked.places,
        order=instrument.published_order,
        access=about.access,
        breakdowns=tuple(Breakdown(key, values) for key, values in _breakdowns(about, instrument).items()),
        questions=tuple(_scale(question) for question in instrument.questions if question.kind in _ANSWERED),
        seed=wave.id,
        number=releases.next_number(tx, wave.id),
        reason=reason,
        at=now.isoformat(),
        funding=about.funding or None,
        example=about.example,
    )
    before = None if earlier is None else _columns(tx, earlier.id, ids, asked)
    return figures_of.build(before, _columns(tx, wave.id, ids, asked), [_theme(row) for row in themes], settings)


def _earlier(tx: Tx, wave: WaveRow) -> WaveRow | None:
    closed = {one.kind: one for one in table.waves_of(tx, wave.workshop) if one.state == "closed"}
    return next((closed[kind] for kind in _EARLIER[wave.kind] if kind in closed), None)


def _rank_question(instrument: Instrument) -> Question | None:
    return next((question for question in instrument.questions if question.kind == "rank"), None)


def _asked(about: ResultsOf, instrument: Instrument, rank: Question | None) -> Asked:
    return Asked(
        rank="" if rank is None else rank.key,
        places=1 if rank is None else rank.places,
        breakdowns={key: [value for value, _ in values] for key, values in _breakdowns(about, instrument).items()},
        answers={
            question.key: [option.key for option in question.options] if question.kind == "single" else None
            for question in instrument.questions
            if question.kind in _ANSWERED
        },
    )


def _breakdowns(about: ResultsOf, instrument: Instrument) -> dict[str, tuple[tuple[str, Mapping[str, str]], ...]]:
    return {
        key: tuple((value, texts) for value, texts in about.profile_values[key])
        for key in instrument.profile
        if key in about.profile_values
    }


def _scale(question: Question) -> ScaleQuestion:
    assert question.kind in ("scale", "number", "single")  # _ANSWERED, spelt out for the type checker
    return ScaleQuestion(
        key=question.key,
        kind=question.kind,
        text=question.text,
        low=question.low,
        high=question.high,
        options=tuple((option.key, option.label) for option in question.options),
    )


def _theme(row: figures.ThemeRow) -> ThemeName:
    return ThemeName(row.id, row.key, row.names, row.origin, row.state, row.merged_into)


def _columns(tx: Tx, wave: int, theme_ids: list[int], asked: Asked) -> Wave:
    read = figures.ballots_of(tx, wave, theme_ids, asked)
    return Wave(read.choices, read.people, read.ways, read.checked_in, read.groups, read.answers)
