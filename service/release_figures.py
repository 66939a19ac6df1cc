"""A wave's figures from its ballots to what may be shown. Loads numpy and scipy: imported only when there is something to
compute, and the computing itself, which may take seconds, belongs in no transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from random import SystemRandom
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from domain import known_totals
from domain.instants import Instant
from domain.instrument import Instrument, Question
from domain.instrument_json import from_json
from domain.known_totals import KnownTotal
from results.hiding import publish
from results.hiding.wholes import Moved
from results.live import coarse, next_size
from results.release import build
from results.settings import ResultSettings, WaveLabel
from results.tables import Breakdown, ScaleQuestion, ThemeName, Wave
from service import counted
from service.counted import Counted
from service.work import Tx
from storage import figures, live_views, releases
from storage import timeline as table
from storage.figures import Asked, Columns, ballots_of
from storage.releases import Release, ResultsOf
from storage.timeline import WaveRow

_EARLIER: Final[dict[str, tuple[str, ...]]] = {"before": (), "after": ("before",), "follow_up": ("after", "before")}
"""With which wave of the same workshop a wave is compared, the first that is there."""
_ANSWERED: Final = ("scale", "number", "single")


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """Everything that a release is computed from, read at one moment."""

    wave: WaveRow
    number: int
    before: Wave | None
    now: Wave
    themes: tuple[ThemeName, ...]
    settings: ResultSettings
    earlier: tuple[dict[str, Any], ...]
    true: tuple[dict[str, Any], ...]
    """The true figures of earlier releases, for the proof that this one tells nothing that those left out."""
    counted: Counted
    steps: Mapping[int, Moved]
    """Who came and went since each earlier release of the wave, by its number."""


@dataclass(frozen=True, slots=True)
class Computed:
    """`shown` is what may be shown to anybody; `true`, with the ballots that were counted, is kept for the record and shown
    to nobody."""

    shown: dict[str, Any]
    true: dict[str, Any]


def compute(draft: Draft) -> Computed:
    """The figures, and what of them may be shown beside all earlier releases of the workshop.

    Raises results.hiding.TooClose when one to four people make the difference to an earlier release of the wave, and
    results.lineage.LineageError for themes merged in a circle.
    """
    true = build(draft.before, draft.now, draft.themes, draft.settings)
    shown = publish(true, draft.earlier, draft.steps, draft.true)
    return Computed(shown, true | {counted.KEY: counted.to_json(draft.counted)})


def read(tx: Tx, wave_id: int, reason: str | None, now: Instant, beside: Tx | None = None) -> Draft:
    """Read what the next release of a wave is computed from, the wave before it at the same time on `beside` if that is
    given, a transaction that sees the same moment. Raises KeyError when there is no such wave."""
    wave = table.wave(tx, wave_id)
    if wave is None:
        raise KeyError(f"no wave {wave_id}")
    about = releases.results_of(tx, wave.workshop)
    instrument = from_json(about.instrument)
    asked = _asked(about, instrument)
    themes = tuple(_theme(row) for row in figures.themes_of(tx, wave.workshop))
    ids = [theme.id for theme in themes]
    earlier = _earlier(tx, wave)
    number = releases.next_number(tx, wave.id)
    published = releases.all_of(tx, wave.workshop)
    true = tuple(releases.true_figures(tx, wave.workshop))
    with ThreadPoolExecutor(1, thread_name_prefix="reader") as aside:
        reading = (
            None if earlier is None or beside is None else aside.submit(ballots_of, beside, earlier.id, ids, asked)
        )
        columns = ballots_of(tx, wave.id, ids, asked)
        before = None if earlier is None else reading.result() if reading else ballots_of(tx, earlier.id, ids, asked)
    return Draft(
        wave=wave,
        number=number,
        before=None if before is None else _wave(before),
        now=_wave(columns),
        themes=themes,
        settings=_settings(about, instrument, asked, wave, earlier, number, reason, now),
        earlier=tuple(release.figures for release in published),
        true=true,
        counted=Counted(columns.ids, releases.stamps(tx, wave.id, now)),
        steps={
            one.number: _moved(tx, one, columns.ids, true)
            for one in published
            if one.wave == wave.id and one.kind != "live"
        },
    )


def _moved(tx: Tx, old: Release, now: NDArray[np.int64], true: Sequence[Mapping[str, Any]]) -> Moved:
    """Who came and went between a release of all ballots of a wave and the ballots `now`. A changed ballot is one that went
    and one that came."""
    kept = next((one for one in true if one["wave"]["id"] == old.wave and one["number"] == old.number), {})
    if counted.KEY in kept:
        return counted.moved(counted.from_json(kept[counted.KEY]), Counted(now, releases.stamps(tx, old.wave, old.at)))
    # made by a version that did not keep which ballots it counted
    sent, changed = releases.put_since(tx, old.wave, old.at)
    came = max(sent, len(now) - int(old.figures["n"])) + changed
    return Moved(came, int(old.figures["n"]) + came - len(now))


def read_live(tx: Tx, wave_id: int, now: Instant) -> Draft | None:
    """What the next live release of an open wave is computed from: ballots drawn by lot, anew each time, so that nobody
    knows whose they are. None: it is not shown live, or it is too early for another one."""
    watched = live_views.watched(tx, wave_id)
    size = next_size(watched[0].ballots, watched[0].counted) if watched else None
    if size is None:
        return None
    draft = read(tx, wave_id, None, now)
    drawn = np.sort(SystemRandom().sample(range(draft.now.ballots), size))
    settings = replace(draft.settings, earlier=None, breakdowns=(), questions=(), totals=())
    return replace(draft, before=None, now=replace(draft.now.take(drawn), groups={}, answers={}), settings=settings)


def compute_live(draft: Draft) -> Computed:
    """What of a draft by `read_live` the room may see. Raises what `compute` raises."""
    true = coarse(build(None, draft.now, draft.themes, draft.settings))
    return Computed(publish(true, draft.earlier, draft.steps, draft.true), true)


def _settings(
    about: ResultsOf,
    instrument: Instrument,
    asked: Asked,
    wave: WaveRow,
    earlier: WaveRow | None,
    number: int,
    reason: str | None,
    now: Instant,
) -> ResultSettings:
    rank = _rank_question(instrument)
    return ResultSettings(
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
        number=number,
        reason=reason,
        at=now.isoformat(),
        funding=about.funding or None,
        example=about.example,
        totals=_totals(about, asked),
    )


def _totals(about: ResultsOf, asked: Asked) -> tuple[KnownTotal, ...]:
    """Known totals of what is asked: none when the questionnaire has been changed and asks for less."""
    totals = known_totals.from_json(about.totals)
    return totals if all(total.of.keys() <= asked.breakdowns.keys() for total in totals) else ()


def _earlier(tx: Tx, wave: WaveRow) -> WaveRow | None:
    closed = {one.kind: one for one in table.waves_of(tx, wave.workshop) if one.state == "closed"}
    return next((closed[kind] for kind in _EARLIER[wave.kind] if kind in closed), None)


def _rank_question(instrument: Instrument) -> Question | None:
    return next((question for question in instrument.questions if question.kind == "rank"), None)


def _asked(about: ResultsOf, instrument: Instrument) -> Asked:
    rank = _rank_question(instrument)
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


def _wave(columns: Columns) -> Wave:
    return Wave(columns.choices, columns.people, columns.ways, columns.checked_in, columns.groups, columns.answers)
