"""What a summary must know besides the ballots: fixed before opening, or handed in when the release is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from domain.known_totals import KnownTotal
from domain.languages import Texts
from results.tables import Breakdown, ScaleQuestion, WaveKind


@dataclass(frozen=True, slots=True)
class WaveLabel:
    """Which wave of the workshop: its id and kind."""

    id: int
    kind: WaveKind


@dataclass(frozen=True, slots=True)
class ResultSettings:
    """`order` is the one published order, `seed` fixes every bootstrap, `shortlist` is k.

    `now` is the wave that is released and `earlier` the one it is compared with. `decisions` are staff's decisions about
    themes as plain JSON, for the record. `at` is when the release was made (ISO 8601), `reason` why, from the second on.
    `totals`: known totals that shares are weighted by; none: they are not.
    """

    workshop: str
    title: Texts
    now: WaveLabel
    earlier: WaveLabel | None = None
    instrument: str = ""
    instrument_version: int = 1
    question: str = "themes"
    question_text: Texts = field(default_factory=dict)
    places: int = 3
    order: Literal["share", "points"] = "share"
    access: Literal["everybody", "code", "registered"] = "everybody"
    breakdowns: tuple[Breakdown, ...] = ()
    questions: tuple[ScaleQuestion, ...] = ()
    shortlist: int = 5
    seed: int = 1
    by_attendance: bool = True
    number: int = 1
    reason: str | None = None
    at: str = ""
    decisions: tuple[Mapping[str, Any], ...] = ()
    funding: Texts | None = None
    example: bool = False
    totals: tuple[KnownTotal, ...] = ()
