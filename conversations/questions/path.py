"""Which questions are asked, given the answers so far, and which of the answers count."""

from __future__ import annotations

from typing import Any

from conversations.answers import Answers
from conversations.questions.places import token
from domain.instrument import Condition, Instrument, Question


def _values(answer: Any) -> set[str]:
    """What a condition may be about: keys, numbers as text, theme ids."""
    if answer is None:
        return set()
    if isinstance(answer, list):
        return {str(one.get("theme")) if isinstance(one, dict) else str(one) for one in answer}
    return {str(answer)}


def _holds(condition: Condition | None, answers: Answers) -> bool:
    return condition is None or bool(_values(answers.get(condition.question)) & set(condition.any_of))


def asked_questions(instrument: Instrument, answers: Answers) -> tuple[Question, ...]:
    """The questions that are asked in this case, in order. A condition on a question that is not asked does not hold."""
    asked: list[Question] = []
    counted: Answers = {}
    for question in instrument.questions:
        if not _holds(question.condition, counted):
            continue
        if question.kind == "reason" and not counted.get(question.about or ""):
            continue
        asked.append(question)
        if question.key in answers:
            counted[question.key] = answers[question.key]
    return tuple(asked)


def expected_questions(instrument: Instrument, answers: Answers) -> tuple[Question, ...]:
    """The questions to count with: those asked, and reasons whose themes are not chosen yet."""
    asked = asked_questions(instrument, answers)
    return tuple(
        one for one in instrument.questions if one in asked or (one.kind == "reason" and one.condition is None)
    )


def counting(instrument: Instrument, answers: Answers) -> Answers:
    """The answers to the questions that are asked: what a ballot holds."""
    keys = {question.key for question in asked_questions(instrument, answers)}
    return {key: value for key, value in answers.items() if key in keys and value is not None}


def missing(instrument: Instrument, answers: Answers) -> Question | None:
    """The first required question without an answer."""
    asked = asked_questions(instrument, answers)
    return next((question for question in asked if question.required and answers.get(question.key) is None), None)


def first_token(answers: Answers, question: str | None) -> str | None:
    """What names the first place of a rank question's answer."""
    entries = answers.get(question or "") or []
    return token(entries[0]) if entries else None


def with_reasons_kept(
    instrument: Instrument, before: Answers, after: Answers, reasons: dict[str, str]
) -> dict[str, str]:
    """Bring `after` (changed in place) and `reasons` up to date when the first place of a rank question changed.

    A reason belongs to the theme it was written for: it leaves with that theme and comes back with it.
    """
    kept = dict(reasons)
    for question in instrument.questions:
        if question.kind != "reason":
            continue
        old, new = first_token(before, question.about), first_token(after, question.about)
        if old == new:
            continue
        if old is not None and question.key in before:
            kept[f"{question.key}/{old}"] = before[question.key]
        after.pop(question.key, None)
        if f"{question.key}/{new}" in kept:
            after[question.key] = kept[f"{question.key}/{new}"]
    return kept
