"""Lines and buttons that the survey's screens share: a question's head, answers shown in short."""

from __future__ import annotations

from collections.abc import Mapping

from conversations.answers import Answers
from conversations.context import Context
from conversations.facts import WorkshopFact
from conversations.questions import KINDS, Asked
from conversations.questions.path import asked_questions
from conversations.questions.written import first_theme
from conversations.screens import In, Say, When, Words
from conversations.session import Json
from conversations.show import Row, button
from domain.instrument import Question


def asked(
    ctx: Context,
    workshop: WorkshopFact,
    question: Question,
    answers: Answers,
    mode: str = "",
    data: Mapping[str, Json] | None = None,
) -> Asked:
    return Asked(ctx, workshop, question, answers, mode, data or {})


def header(workshop: WorkshopFact, number: int, of: int) -> Words:
    day = When(workshop.starts_at, workshop.zone, "short")
    return Say("question-header", {"day": day, "number": number, "of": of})


def answer_lines(ctx: Context, workshop: WorkshopFact, answers: Answers) -> tuple[Words, ...]:
    """One line for each question that is asked: what was answered, or that nothing was."""
    return tuple(
        _answer_line(asked(ctx, workshop, question, answers))
        for question in asked_questions(workshop.instrument, answers)
    )


def _answer_line(question: Asked) -> Words:
    kind = question.question.kind
    if question.answer is None:
        shown: Words = Say("not-answered")
    else:
        shown = KINDS[kind].shown(question)
    if kind == "rank":
        return shown if question.answer else Say("themes-none")
    theme = first_theme(question) if kind == "reason" else None
    if theme is not None:
        return Say("answer-reason", {"theme": theme, "answer": shown})
    return Say("answer-line", {"question": In(question.question.text), "answer": shown})


def edit_rows(workshop: WorkshopFact, answers: Answers) -> tuple[Row, ...]:
    """A button for each question, two in a row; those of one kind have a row each, with their question's words."""
    questions = asked_questions(workshop.instrument, answers)
    labels = [KINDS[question.kind].short for question in questions]
    short, named = [], []
    for question, label in zip(questions, labels, strict=True):
        index = str(workshop.instrument.questions.index(question))
        if labels.count(label) > 1:
            named.append((button("edit-named", "edit", index, question=In(question.text)),))
        else:
            short.append(button(label, "edit", index))
    return (*(tuple(short[start : start + 2]) for start in range(0, len(short), 2)), *named)
