"""Effects: what a step wants done, done in the step's own transaction, in the order in which the step lists them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from conversations.effects import Effect
from service.doing import Doing
from service.effects import personal, survey, taking_part

__all__ = ["Doing", "apply"]

_HANDLERS: Final[Mapping[type, Callable[[Doing, Any], None]]] = {
    **personal.HANDLERS,
    **survey.HANDLERS,
    **taking_part.HANDLERS,
}


def apply(doing: Doing, effects: Sequence[Effect]) -> None:
    """Do each effect. What a handler raises rolls the whole step back."""
    for effect in effects:
        _HANDLERS[type(effect)](doing, effect)
