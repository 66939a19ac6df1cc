"""Results as residents are shown them: the newest release of a wave that has closed, and nothing that is not published."""

from __future__ import annotations

from typing import Any, Final

from conversations.facts import WorkshopFact
from conversations.flows.afterwards import OTHERS, RESULTS
from conversations.session import Frame
from results.text import card_lines, summary_lines
from service.work import Tx
from storage import releases
from storage.releases import Release

FLOWS: Final = frozenset({"results", "card"})
"""Conversations that show figures to residents."""


def shows_figures(frame: Frame | None) -> bool:
    """True when the frame's screen needs figures, which a step into it could not load before."""
    return frame is not None and frame.flow in FLOWS


def facts(tx: Tx, frame: Frame | None, workshop: WorkshopFact | None) -> dict[str, Any]:
    """What the conversation shows of its workshop's figures: made from the release, in which small cells are hidden."""
    if frame is None or workshop is None or not shows_figures(frame):
        return {}
    if frame.flow == "card":
        after = _newest(tx, workshop, "after")
        return {} if after is None else {OTHERS: {workshop.id: card_lines(after.figures)}}
    release = _latest(tx, workshop)
    return {} if release is None else {RESULTS: {workshop.id: summary_lines(release.figures)}}


def _latest(tx: Tx, workshop: WorkshopFact) -> Release | None:
    """The release of the wave that closed last."""
    for wave in sorted(workshop.waves, key=lambda one: one.closes_at, reverse=True):
        if wave.released:
            return releases.newest(tx, wave.id)
    return None


def _newest(tx: Tx, workshop: WorkshopFact, kind: str) -> Release | None:
    wave = next((one for one in workshop.waves if one.kind == kind and one.released), None)
    return None if wave is None else releases.newest(tx, wave.id)
