"""Weights towards known totals (age band × district …): raking, cut at both ends, with the effective number of people.

Off by default: only when staff give totals, and then both results stand side by side. The raking is weightipy's; pandas
is imported only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from results.shares import effective_size
from results.tables import Floats, Ints, Missing, Wave

METHOD: Final = "raking-cut-0.2-5/1"
LOWEST: Final = 0.2
HIGHEST: Final = 5.0


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """`weights` float64 [n], mean about 1, each in LOWEST..HIGHEST; `effective_n` = (Σw)²/Σw².

    `cut`: how many were cut. `gap`: the largest distance, in shares 0..1, that a wanted margin is missed by after cutting.
    `unmet`: (breakdown, position) of totals that nobody answered for; the other totals of that breakdown are kept in
    proportion.
    """

    n: int
    weights: Floats
    effective_n: float
    cut: int
    gap: float
    unmet: tuple[tuple[str, int], ...]
    missing: Missing | None = None
    method: str = METHOD


def rake(wave: Wave, totals: Mapping[str, Sequence[float]]) -> Weights:
    """Weights so that each breakdown in `totals` (known totals by the value's position) has its known shares.

    People who did not tell a value keep the share that they have. W. E. Deming and F. F. Stephan, Annals of Mathematical
    Statistics 11 (1940) 427–444. Raises KeyError for a breakdown that the wave lacks.
    """
    n = wave.ballots
    ones = np.ones(n, dtype=np.float64)
    if n == 0:
        return Weights(0, ones, 0.0, 0, 0.0, (), Missing("no-ballots"))
    targets: dict[str, dict[int, float]] = {}
    unmet: list[tuple[str, int]] = []
    for key, wanted in totals.items():
        target, lacking = _target(wave.groups[key], wanted)
        if not any(share > 0 for code, share in target.items() if code >= 0):
            return Weights(n, ones, float(n), 0, 0.0, tuple(unmet), Missing("weights-zero"))
        targets[key] = target
        unmet += [(key, code) for code in lacking]
    raw = _raked({key: wave.groups[key] for key in targets}, targets) if targets else ones
    weights = np.clip(raw, LOWEST, HIGHEST)
    return Weights(
        n=n,
        weights=weights,
        effective_n=effective_size(weights, n),
        cut=int((weights != raw).sum()),
        gap=_gap(wave, weights, targets),
        unmet=tuple(unmet),
    )


def _target(codes: Ints, wanted: Sequence[float]) -> tuple[dict[int, float], list[int]]:
    """Wanted shares by code (−1: not told, keeps its share), and the codes that are wanted but have nobody."""
    n = len(codes)
    present = np.bincount(codes[codes >= 0], minlength=len(wanted))
    unknown = float((codes < 0).sum()) / n
    lacking = [code for code, total in enumerate(wanted) if total > 0 and present[code] == 0]
    total = sum(wanted[code] for code in range(len(wanted)) if present[code])
    target = {
        code: (1 - unknown) * wanted[code] / total if total > 0 else 0.0 for code in range(len(wanted)) if present[code]
    }
    if unknown > 0:
        target[-1] = unknown
    return target, lacking


def _raked(columns: Mapping[str, Ints], targets: Mapping[str, Mapping[int, float]]) -> Floats:
    import pandas as pd
    import weightipy

    frame = pd.DataFrame({key: np.maximum(codes, -1) for key, codes in columns.items()})
    percent: dict[str, dict[int, Any]] = {
        key: {code: share * 100 for code, share in target.items()} for key, target in targets.items()
    }
    scheme = weightipy.scheme_from_dict(percent, name="wspolnie")
    return np.asarray(weightipy.weight(frame, scheme), dtype=np.float64)


def _gap(wave: Wave, weights: Floats, targets: Mapping[str, Mapping[int, float]]) -> float:
    gaps = [0.0]
    for key, target in targets.items():
        codes = np.maximum(wave.groups[key].astype(np.int64), -1)
        got = np.bincount(codes + 1, weights=weights) / weights.sum()
        gaps += [abs(float(got[code + 1]) - share) for code, share in target.items()]
    return max(gaps)
