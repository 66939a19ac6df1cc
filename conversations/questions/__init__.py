"""The kinds of questions, each in a small module."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from conversations.questions.asking import Asked, Heard, Kind
from conversations.questions.choice import MULTIPLE, SINGLE
from conversations.questions.rank import RANK
from conversations.questions.scale import NUMBER, SCALE
from conversations.questions.written import REASON, TEXT
from domain.instrument import QuestionKind

__all__ = ["KINDS", "Asked", "Heard", "Kind"]

KINDS: Final[Mapping[QuestionKind, Kind]] = {
    "rank": RANK,
    "single": SINGLE,
    "multiple": MULTIPLE,
    "scale": SCALE,
    "number": NUMBER,
    "text": TEXT,
    "reason": REASON,
}
