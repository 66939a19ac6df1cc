"""Classes of people whose totals in the town are known, as a breakdown of a wave, and each ballot's weight by its class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from domain.known_totals import KnownTotal
from results.known_parts import CLASSES
from results.settings import ResultSettings
from results.tables import UNKNOWN, Breakdown, Ints, Wave, in_all_places
from results.weights import Weights, rake

Json = dict[str, Any]


def classes_of(settings: ResultSettings) -> Breakdown:
    return Breakdown(CLASSES, tuple((total.key, total.names) for total in settings.totals))


def divided(wave: Wave, settings: ResultSettings) -> Wave:
    """The wave with the breakdown by class. Raises KeyError for a variable that the wave lacks."""
    return replace(wave, groups={**wave.groups, CLASSES: _codes(wave, settings)})


def weighed(wave: Wave, totals: Sequence[KnownTotal]) -> Weights:
    """Weights of a wave by `divided`: everybody of a class has the same, people in no class keep the share that they have."""
    return rake(wave, {CLASSES: [total.people for total in totals]})


def _codes(wave: Wave, settings: ResultSettings) -> Ints:
    """The position of each ballot's class in the settings' totals, or UNKNOWN -> int16 [n]."""
    positions = {kind.key: {key: at for at, (key, _) in enumerate(kind.values)} for kind in settings.breakdowns}
    codes = np.full(wave.ballots, UNKNOWN, dtype=np.int16)
    for code, total in enumerate(settings.totals):
        inside = np.ones(wave.ballots, dtype=np.bool_)
        for variable, values in total.of.items():
            wanted = [positions[variable][value] for value in values if value in positions[variable]]
            inside &= np.isin(wave.groups[variable], wanted)
        codes[inside] = code
    return codes


def themeless(wave: Wave, totals: Sequence[KnownTotal]) -> Ints:
    """How many of each class are without any theme, last those in no class -> int64 [classes + 1]."""
    without = in_all_places(wave.choices < 0)
    codes = wave.groups[CLASSES].astype(np.int64)
    return np.bincount(np.where(codes < 0, len(totals), codes)[without], minlength=len(totals) + 1)


def described(rows: Sequence[Json], without: Ints, totals: Sequence[KnownTotal]) -> list[Json]:
    """The breakdown's rows, each with what it holds (`of`), its known total, and how many of its people are without any
    theme (`themeless`, which is printed nowhere)."""
    known = {total.key: (code, total) for code, total in enumerate(totals)}
    told = []
    for row in rows:
        code, total = known.get(row["key"], (len(totals), None))
        told.append(
            row
            | {
                "of": {} if total is None else {variable: list(values) for variable, values in total.of.items()},
                "total": None if total is None else total.people,
                "themeless": int(without[code]),
            }
        )
    return told


def weighting_row(weights: Weights | None) -> Json:
    """Whether there are weighted shares, and why not. `cut`: people whose weight was cut; `gap`: by which share, 0..1, a
    class misses its known one at most."""
    if weights is None:
        return {"why": "no-totals"}
    if weights.missing is not None or weights.unmet:
        return {"why": "class-empty"}
    return {"why": None, "cut": weights.cut, "gap": round(weights.gap, 6)}
