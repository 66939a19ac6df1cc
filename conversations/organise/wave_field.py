"""When the questions are open: each opening and closing of the workshop's waves can be moved by hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from conversations.events import Tap, Text
from conversations.organise.fields import Again, Asked, Asking, Field, Filled, moment
from conversations.organise.spoken_time import Unheard, hear_moment
from conversations.screens import Say, When
from conversations.show import Row, button
from domain.instants import Instant, parse_instant
from domain.wave_dates import WaveDates, usual
from domain.workshop_drafts import Draft

Wave = Sequence[Any]
"""[kind, opening, closing, late until] as ISO"""
OPENING, CLOSING = 1, 2


def to_json(waves: Sequence[WaveDates]) -> list[list[Any]]:
    return [
        [
            wave.kind,
            wave.opens_at.isoformat(),
            wave.closes_at.isoformat(),
            None if wave.late_until is None else wave.late_until.isoformat(),
        ]
        for wave in waves
    ]


def from_json(waves: Sequence[Wave]) -> tuple[WaveDates, ...]:
    return tuple(
        WaveDates(kind, parse_instant(opens), parse_instant(closes), None if late is None else parse_instant(late))
        for kind, opens, closes, late in waves
    )


def waves_of(asked: Asked) -> list[Wave]:
    """The waves that were set by hand, else the usual ones for the workshop's dates as they are now."""
    if asked.asking.get("waves"):
        return list(asked.asking["waves"])
    if asked.draft.get("waves"):
        return list(asked.draft["waves"])
    start, end = moment(asked.draft, "starts"), moment(asked.draft, "ends")
    if start is None or end is None:
        return []
    return list(to_json(usual(start, end, asked.town, asked.ctx.now)))


def lines(waves: Sequence[Wave], zone: str) -> tuple[Say, ...]:
    """One line for each wave: from when until when."""
    return tuple(
        Say(
            "organise-wave",
            {"kind": kind, "span": When(parse_instant(opens), zone, "span", parse_instant(closes))},
        )
        for kind, opens, closes, _ in waves
    )


def _ask(asked: Asked) -> Asking:
    waves = waves_of(asked)
    edge = asked.asking.get("edge")
    if edge:
        kind, which = waves[edge[0]][0], "opens" if edge[1] == OPENING else "closes"
        now = When(parse_instant(waves[edge[0]][edge[1]]), asked.zone)
        return Asking((Say("organise-ask-wave-edge", {"kind": kind, "which": which, "now": now}),))
    rows: list[Row] = [
        (
            button("organise-wave-opens", "edge", f"{number}:{OPENING}", kind=wave[0]),
            button("organise-wave-closes", "edge", f"{number}:{CLOSING}", kind=wave[0]),
        )
        for number, wave in enumerate(waves)
    ]
    return Asking((Say("organise-ask-waves"), *lines(waves, asked.zone)), (*rows, (button("next", "next"),)))


def _hear(asked: Asked, event: Tap | Text) -> Filled | Again:
    waves = waves_of(asked)
    if isinstance(event, Tap):
        if event.verb == "next":
            return Filled({"waves": waves})
        number, _, edge = event.argument.partition(":")
        known = number.isdecimal() and int(number) < len(waves) and edge in (str(OPENING), str(CLOSING))
        if event.verb == "edge" and known:
            return Again({"waves": waves, "edge": [int(number), int(edge)]})
        return Again(asked.asking, Say("please-tap"))
    if not asked.asking.get("edge"):
        return Again(asked.asking, Say("please-tap"))
    found = hear_moment(event.text, asked.ctx.now, asked.zone, asked.asking.get("day"))
    if isinstance(found, Unheard):
        return Again({**asked.asking, "day": found.day}, found.note)
    number, edge = asked.asking["edge"]
    changed = [list(wave) for wave in waves]
    changed[number][edge] = found.isoformat()
    wrong = _wrong(changed, asked.draft)
    return Again(asked.asking, wrong) if wrong is not None else Again({"waves": changed})


def _wrong(waves: Sequence[Wave], draft: Draft) -> Say | None:
    """Why these dates cannot be."""
    last: Instant | None = None
    for wave in from_json(waves):
        if wave.closes_at <= wave.opens_at:
            return Say("organise-wave-order", {"kind": wave.kind})
        if last is not None and wave.opens_at < last:
            return Say("organise-waves-overlap")
        last = wave.closes_at
    return None


WAVES: Final = Field("waves", _ask, _hear)
