"""An instrument as JSON and back: a workshop keeps its own copy, so that a changed file changes no questions asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.instrument import Condition, Instrument, Option, Question

_PLAIN = (
    "key",
    "kind",
    "required",
    "places",
    "own_themes",
    "shuffled",
    "low",
    "high",
    "no_opinion",
    "longest",
    "about",
)
_TEXTS = ("text", "help", "low_label", "high_label")


def to_json(instrument: Instrument) -> dict[str, Any]:
    """One without a title is written without, as those that were stored before there were titles: no change shows."""
    titled = {"title": dict(instrument.title)} if instrument.title else {}
    return {
        "key": instrument.key,
        "version": instrument.version,
        **titled,
        "published_order": instrument.published_order,
        "profile": list(instrument.profile),
        "questions": [_question_to_json(question) for question in instrument.questions],
    }


def from_json(kept: Mapping[str, Any]) -> Instrument:
    """Raises KeyError when `kept` was not written by `to_json`."""
    return Instrument(
        key=kept["key"],
        version=kept["version"],
        questions=tuple(_question_from_json(question) for question in kept["questions"]),
        published_order=kept["published_order"],
        profile=tuple(kept["profile"]),
        title=kept.get("title", {}),
    )


def _question_to_json(question: Question) -> dict[str, Any]:
    kept: dict[str, Any] = {name: getattr(question, name) for name in _PLAIN}
    for name in _TEXTS:
        texts = getattr(question, name)
        kept[name] = None if texts is None else dict(texts)
    condition = question.condition
    kept["condition"] = None if condition is None else {"question": condition.question, "any_of": [*condition.any_of]}
    kept["options"] = [{"key": option.key, "label": dict(option.label)} for option in question.options]
    return kept


def _question_from_json(kept: Mapping[str, Any]) -> Question:
    condition = kept["condition"]
    return Question(
        **{name: kept[name] for name in (*_PLAIN, *_TEXTS)},
        condition=None if condition is None else Condition(condition["question"], tuple(condition["any_of"])),
        options=tuple(Option(option["key"], option["label"]) for option in kept["options"]),
    )
