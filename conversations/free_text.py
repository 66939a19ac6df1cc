"""Where words are an answer: there only the labels of ways on and out are understood as taps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from conversations.context import Context
from conversations.session import Frame
from conversations.survey_walk import question_at

_SURVEYS: Final = frozenset({"survey", "typing", "helping"})
_WRITTEN_KINDS: Final = frozenset({"rank", "reason", "text"})
_FIELDS: Final = frozenset({"title", "description", "place", "map", "link", "series", "themes", "funding", "translate"})
"""Fields of a workshop that are written; the others are chosen, or are times and numbers."""
_STEPS: Final[Mapping[str, frozenset[str]]] = {
    "announce": frozenset({"text", "button", "mend"}),
    "areas": frozenset({"add", "name", "sentence"}),
    "asks_needs": frozenset({"name"}),
    "check": frozenset({"why"}),
    "checkin": frozenset({"list"}),
    "code": frozenset({"ask"}),
    "manage": _FIELDS,
    "needs": frozenset({"options"}),
    "new": _FIELDS,
    "themes": frozenset({"name", "reject"}),
    "timeline": frozenset({"text"}),
}


def asks_words(ctx: Context, frame: Frame) -> bool:
    """True when any words may be the answer to the frame's screen."""
    if frame.flow in ("new", "manage") and frame.step == "access":
        return bool(frame.data.get("asking", {}).get("code"))
    if frame.step in _STEPS.get(frame.flow, ()):
        return True
    workshop = ctx.workshop(frame.workshop) if frame.flow in _SURVEYS else None
    at = question_at(workshop, frame.step) if workshop is not None else None
    return at is not None and at[0].kind in _WRITTEN_KINDS
