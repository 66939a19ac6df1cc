"""Where an entry of the timeline can be put by hand, and which entries stand for a date of a wave's own."""

from __future__ import annotations

from typing import Literal

from domain.instants import Instant
from domain.timeline import Dates, Rule, WaveKind, is_reminder, valid_until, wave_of


def wave_edge(kind: str) -> tuple[WaveKind, Literal["opens", "closes"]] | None:
    """The wave and its edge that an entry of this kind stands for: moving the entry moves the wave's own date."""
    wave = wave_of(kind)
    if wave is None or not kind.startswith(("wave_opens", "wave_closes")):
        return None
    return wave, "opens" if kind.startswith("wave_opens") else "closes"


def limits(kind: str, rule: Rule, dates: Dates) -> tuple[Instant | None, Instant | None]:
    """Between which instants, both excluded, an entry can be put by hand; None: no limit on that side. A wave closes after
    it has opened, a reminder speaks of an open wave, and no message comes when it has stopped helping."""
    edge, wave = wave_edge(kind), wave_of(kind)
    if wave is None or wave not in dates.waves or (edge is None and not is_reminder(kind)):
        return None, valid_until(rule, dates)
    opens, closes = dates.waves[wave]
    if edge is None:
        return opens, closes
    return (None, closes) if edge[1] == "opens" else (opens, None)


def between(limits: tuple[Instant | None, Instant | None], moment: Instant) -> bool:
    """Whether `moment` lies after the first limit and before the second; None is no limit."""
    after, before = limits
    return (after is None or after < moment) and (before is None or moment < before)
