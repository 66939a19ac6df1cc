"""What a ballot may hold, by its instrument. Checked again where it is stored: a client can send anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from domain.instrument import Instrument, Question
from domain.own_words import proposal_key

OWN_LONGEST: Final = 200
"""Characters that own words may have at most, whatever the conversation asks for."""


def why_refused(instrument: Instrument, answers: Mapping[str, Any]) -> str | None:
    """The first of `answers` (see `conversations.answers`) that its question does not allow, or None.

    Says the question's key and what is wrong, for a log; it holds nothing that was written. Which questions are asked and
    which are required is the conversation's business: `conversations.questions.path`.
    """
    known = {question.key: question for question in instrument.questions}
    for key, answer in answers.items():
        question = known.get(key)
        if question is None:
            return f"{key[:40]}: no such question"
        if not allows(question, answer):
            return f"{key}: not an answer to a question of kind {question.kind}"
    return None


def allows(question: Question, answer: Any) -> bool:
    """True when `answer` is one that the question can have."""
    return _CHECKS[question.kind](question, answer)


def _is_rank(question: Question, answer: Any) -> bool:
    if not isinstance(answer, list) or not 1 <= len(answer) <= question.places:
        return False
    tokens = [_token(question, entry) for entry in answer]
    return None not in tokens and len(set(tokens)) == len(tokens)


def _token(question: Question, entry: Any) -> object:
    """What a place counts for; None when it is no place."""
    if not isinstance(entry, Mapping):
        return None
    words, theme = entry.get("words"), entry.get("theme")
    if words is not None:
        fits = isinstance(words, str) and words.strip() and len(words) <= OWN_LONGEST
        return proposal_key(words) if fits and question.own_themes else None
    return theme if isinstance(theme, int) and not isinstance(theme, bool) else None


def _is_single(question: Question, answer: Any) -> bool:
    return isinstance(answer, str) and answer in {option.key for option in question.options}


def _is_multiple(question: Question, answer: Any) -> bool:
    if not isinstance(answer, list) or not 1 <= len(answer) <= max(question.places, 1):
        return False
    return len(set(map(str, answer))) == len(answer) and all(_is_single(question, one) for one in answer)


def _is_number(question: Question, answer: Any) -> bool:
    return isinstance(answer, int) and not isinstance(answer, bool) and question.low <= answer <= question.high


def _is_scale(question: Question, answer: Any) -> bool:
    return _is_number(question, answer) or (question.no_opinion and answer == "no_opinion")


def _is_text(question: Question, answer: Any) -> bool:
    return isinstance(answer, str) and 0 < len(answer) <= question.longest


_CHECKS: Final[Mapping[str, Callable[[Question, Any], bool]]] = {
    "rank": _is_rank,
    "single": _is_single,
    "multiple": _is_multiple,
    "scale": _is_scale,
    "number": _is_number,
    "text": _is_text,
    "reason": _is_text,
}
