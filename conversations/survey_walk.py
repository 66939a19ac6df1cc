"""Walking through the questions of an instrument: which one a step names, what is heard there, and where it leads.

A frame's `data` holds `answers`, `reasons` (kept for themes that may come back), `q` (a question's small notes) and
`editing` (the review was left for one question). Shared by residents' survey and by ballots that come on paper.
"""

from __future__ import annotations

import re
from typing import Any

from conversations.answers import Answers
from conversations.context import Context
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Heard, Move
from conversations.questions import KINDS
from conversations.questions import Heard as Answered
from conversations.questions.path import asked_questions, with_reasons_kept
from conversations.screens import Say
from conversations.session import Frame
from conversations.survey_lines import asked
from domain.instrument import Question

_STEP = re.compile(r"q(\d+)([a-z]?)")
ENTRANCE = "intro"
"""The step before the first question."""


def question_at(workshop: WorkshopFact, step: str) -> tuple[Question, str] | None:
    """The question and the mode that a step names, when it names one."""
    found = _STEP.fullmatch(step)
    if found is None or int(found.group(1)) >= len(workshop.instrument.questions):
        return None
    return workshop.instrument.questions[int(found.group(1))], found.group(2)


def answers_of(frame: Frame) -> Answers:
    return dict(frame.data.get("answers") or {})


def to_question(workshop: WorkshopFact, frame: Frame, question: Question | None) -> Frame:
    """The frame at `question`, or at the review when there is none."""
    if question is None:
        return frame.at("review", q=None, editing=None)
    return frame.at(f"q{workshop.instrument.questions.index(question)}", q=None)


def _neighbour(workshop: WorkshopFact, answers: Answers, question: Question, by: int) -> Question | None:
    """The question asked next (by=1) or before (by=-1)."""
    order = workshop.instrument.questions
    here = order.index(question)
    others = [one for one in asked_questions(workshop.instrument, answers) if (order.index(one) - here) * by > 0]
    if not others:
        return None
    return others[0] if by > 0 else others[-1]


def on_question(ctx: Context, workshop: WorkshopFact, frame: Frame, at: tuple[Question, str], event: Heard) -> Move:
    question, mode = at
    asking = asked(ctx, workshop, question, answers_of(frame), mode, dict(frame.data.get("q") or {}))
    kind = KINDS[question.kind]
    if isinstance(event, Text):
        return _heard(workshop, frame, question, kind.text(asking, event.text))
    if not isinstance(event, Tap):
        return Move(frame)
    moved = _navigate(workshop, frame, question, event)
    if moved is not None:
        return moved
    heard = kind.tap(asking, event.verb, event.argument)
    if heard is None:
        return Move(frame, note=Say("outdated-button"))
    return _heard(workshop, frame, question, heard)


def _navigate(workshop: WorkshopFact, frame: Frame, question: Question, tap: Tap) -> Move | None:
    answers = answers_of(frame)
    if tap.verb == "later":
        return Move(frame.at("later", resume=frame.step))
    if tap.verb in ("more", "less"):
        return Move(frame.at(frame.step, help=question.key if tap.verb == "more" else None))
    if tap.verb == "back":
        if frame.data.get("editing"):
            return Move(to_question(workshop, frame, None))
        before = _neighbour(workshop, answers, question, -1)
        return Move(to_question(workshop, frame, before) if before is not None else frame.at(ENTRANCE, q=None))
    if tap.verb == "next":
        if question.required and answers.get(question.key) is None:
            return Move(frame, note=Say("question-required"))
        return Move(onward(workshop, frame, question))
    if tap.verb == "skip":
        if question.required:
            return Move(frame, note=Say("question-required"))
        return _heard(workshop, frame, question, Answered(None, done=True))
    return None


def onward(workshop: WorkshopFact, frame: Frame, question: Question) -> Frame:
    """On to the question after this one, or to the review."""
    if frame.data.get("editing"):
        return to_question(workshop, frame, None)
    return to_question(workshop, frame, _neighbour(workshop, answers_of(frame), question, 1))


def _heard(workshop: WorkshopFact, frame: Frame, question: Question, heard: Answered) -> Move:
    """The frame with the question's new answer, on the same question or on to the next."""
    before = answers_of(frame)
    after: dict[str, Any] = {key: value for key, value in before.items() if key != question.key}
    if heard.answer is not None:
        after[question.key] = heard.answer
    reasons = with_reasons_kept(workshop.instrument, before, after, dict(frame.data.get("reasons") or {}))
    index = workshop.instrument.questions.index(question)
    stays = frame.at(f"q{index}{heard.mode}", answers=after, reasons=reasons or None, q=dict(heard.data) or None)
    return Move(onward(workshop, stays, question) if heard.done else stays, note=heard.note)
