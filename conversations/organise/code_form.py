"""Answers of somebody without a phone, entered on a phone of staff: the code first, then the questions, then a look.

Used for ballots typed in from paper, and for helping somebody answer. The answers belong to a code, never to the person
who enters them: neither that person's own ballot nor their own survey is touched. `extra["paper"]`: `fresh`, a code that
may be taken; and of the frame's own `code` whether it is `taken` in the wave, and `known` (printed, or from another wave).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.facts import WaveFact, WorkshopFact
from conversations.flow import Heard, Move
from conversations.flows import survey_screens
from conversations.flows.profile import asked_keys
from conversations.organise import code_about
from conversations.questions.path import asked_questions, counting, missing
from conversations.screens import In, Own, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, Row, button, screen
from conversations.survey_lines import answer_lines, asked, edit_rows
from conversations.survey_walk import ENTRANCE, answers_of, on_question, onward, question_at, to_question
from domain.paper_codes import normalised, shown


@dataclass(frozen=True, slots=True)
class CodeForm:
    """`act` stores a ballot. `quick`: typed from paper, where nothing can be required any more, in the printed order."""

    way: Literal["paper", "helped"]
    act: str
    quick: bool


TYPING: Final = CodeForm("paper", "paper.type", quick=True)
HELPING: Final = CodeForm("helped", "paper.help", quick=False)


def wave_of(workshop: WorkshopFact, frame: Frame) -> WaveFact | None:
    return next((wave for wave in workshop.waves if wave.id == frame.wave), None)


def _as_asked(ctx: Context, workshop: WorkshopFact, frame: Frame, form: CodeForm) -> tuple[Context, WorkshopFact]:
    """Facts with the questions as this form asks them. Themes are shuffled for whom the code belongs to, not the helper."""
    if not form.quick:
        reader = replace(ctx.person, id=int(str(frame.data.get("code", 0)), 36))
        return replace(ctx, facts=replace(ctx.facts, person=reader)), workshop
    questions = tuple(replace(one, required=False, shuffled=False) for one in workshop.instrument.questions)
    numbered = replace(ctx, facts=replace(ctx.facts, person=replace(ctx.person, simple_view=True)))
    return numbered, replace(workshop, instrument=replace(workshop.instrument, questions=questions))


def _problem(ctx: Context, frame: Frame) -> str | None:
    """What stands against the frame's code: 'taken', 'unknown', or nothing."""
    code, told = frame.data.get("code"), ctx.facts.extra.get("paper", {})
    if code is None or told.get("code") != code:
        return None
    if told["taken"]:
        return "taken"
    return None if told["known"] or frame.data.get("sure") else "unknown"


# ---- events -------------------------------------------------------------------------------------------------------


def step(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard, form: CodeForm) -> Move:
    return code_about.before_review(workshop, _step(ctx, workshop, frame, event, form))


def _step(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard, form: CodeForm) -> Move:
    ctx, workshop = _as_asked(ctx, workshop, frame, form)
    if frame.step == ENTRANCE:
        return _code(ctx, workshop, frame, event)
    problem = _problem(ctx, frame)
    if problem is not None:
        return _objected(ctx, workshop, frame, event, problem)
    at = question_at(workshop, frame.step)
    if at is not None:
        if isinstance(event, Tap) and event.verb == "later":
            return Move(frame, note=Say("outdated-button"))
        return _quickly(workshop, frame, event, on_question(ctx, workshop, frame, at, event), form)
    kind = code_about.kind_at(workshop, frame.step)
    if kind is not None:
        return code_about.step(ctx, workshop, frame, kind, event)
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "about" and event.argument in asked_keys(workshop):
        return Move(code_about.to_kind(frame, event.argument))
    if event.verb == "edit":
        found = question_at(workshop, f"q{event.argument}")
        return Move(frame.at(f"q{event.argument}", editing=True, q=None)) if found is not None else Move(frame)
    if event.verb == "drop":
        return Move(emptied(frame))
    if event.verb == "send":
        return _send(workshop, frame, form)
    return Move(frame, note=Say("outdated-button"))


def emptied(frame: Frame) -> Frame:
    """The frame at the next ballot's code: nothing of the last one is kept but whether its person came."""
    kept = {"came": frame.data["came"]} if frame.data.get("came") else {}
    return replace(frame, step=ENTRANCE, data={"answers": {}, **kept})


def _code(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Text):
        code = normalised(event.text)
        return Move(_begun(workshop, frame, code)) if code is not None else Move(frame, note=Say("paper-code-wrong"))
    if isinstance(event, Tap) and event.verb == "came":
        return Move(frame.at(ENTRANCE, came=True if event.argument == "yes" else None))
    fresh = ctx.facts.extra.get("paper", {}).get("fresh")
    if isinstance(event, Tap) and event.verb == "fresh" and fresh is not None:
        return Move(_begun(workshop, frame, str(fresh), sure=True))
    return Move(frame, note=Say("paper-code-wrong" if not isinstance(event, Tap) else "outdated-button"))


def _begun(workshop: WorkshopFact, frame: Frame, code: str, *, sure: bool = False) -> Frame:
    first = asked_questions(workshop.instrument, answers_of(frame))
    return to_question(workshop, frame.at(frame.step, code=code, sure=sure or None), first[0] if first else None)


def _objected(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard, problem: str) -> Move:
    """Another code, or the word that this one is right. Answers given so far are kept."""
    if isinstance(event, Text):
        code = normalised(event.text)
        return Move(frame.at(frame.step, code=code, sure=None)) if code else Move(frame, note=Say("paper-code-wrong"))
    if isinstance(event, Tap) and event.verb == "sure" and problem == "unknown":
        return Move(frame.at(frame.step, sure=True))
    if isinstance(event, Tap) and event.verb == "drop":
        return Move(emptied(frame))
    return Move(frame, note=Say("outdated-button"))


def _quickly(workshop: WorkshopFact, frame: Frame, event: Heard, move: Move, form: CodeForm) -> Move:
    """What was typed and understood at once needs no further tap; a list of themes that is not full may go on."""
    if not form.quick or not isinstance(event, Text) or move.note is not None or move.frame is None:
        return move
    at = question_at(workshop, frame.step)
    answer = answers_of(move.frame).get(at[0].key) if at is not None else None
    if at is None or move.frame.step != frame.step or not answer:
        return move
    if at[0].kind == "rank" and len(answer) < at[0].places:
        return move
    return replace(move, frame=onward(workshop, move.frame, at[0]))


def _send(workshop: WorkshopFact, frame: Frame, form: CodeForm) -> Move:
    answers = counting(workshop.instrument, answers_of(frame))
    lacking = missing(workshop.instrument, answers)
    if lacking is not None:
        index = workshop.instrument.questions.index(lacking)
        return Move(frame.at(f"q{index}", editing=True, q=None), note=Say("question-required"))
    if not answers:
        return Move(frame, note=Say("review-empty"))
    code = str(frame.data["code"])
    given: dict[str, Any] = {
        "wave": frame.wave,
        "code": code,
        "answers": answers,
        "profile": code_about.given(frame),
        "came": bool(frame.data.get("came")),
    }
    note = Say("paper-saved", {"code": shown(code)})
    after = emptied(frame)
    if not form.quick:
        after = replace(after, step="done", data={**after.data, "saved": code})
    return Move(after, (Act(form.act, workshop.id, given),), note=note if form.quick else None)


# ---- screens ------------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, workshop: WorkshopFact, frame: Frame, form: CodeForm, ways: Sequence[Row]) -> Screen:
    """`ways`: rows that lead out of the form."""
    ctx, workshop = _as_asked(ctx, workshop, frame, form)
    wave = wave_of(workshop, frame)
    head: list[Words | None] = [
        Say("title", {"title": In(workshop.title)}),
        Say("paper-head", {"way": form.way, "kind": wave.kind if wave is not None else "before"}),
    ]
    if wave is not None and not ctx.is_open(wave):
        head.append(Say("paper-late"))
    if frame.step == ENTRANCE:
        return _code_screen(head, frame, form, ways)
    code = Own(shown(str(frame.data.get("code"))))
    problem = _problem(ctx, frame)
    if problem is not None:
        sure = (button("paper-sure", "sure"),) if problem == "unknown" else ()
        lines = [*head, EMPTY, Say("paper-problem", {"problem": problem, "code": code})]
        return screen(lines, [sure, (button("paper-drop", "drop"),), *ways])
    at = question_at(workshop, frame.step)
    if at is not None:
        asking = asked(ctx, workshop, at[0], answers_of(frame), at[1], dict(frame.data.get("q") or {}))
        shown_question = survey_screens.question(asking, explained=frame.data.get("help") == at[0].key, may_wait=False)
        return screen([Say("paper-of", {"code": code}), *shown_question.lines], shown_question.buttons)
    kind = code_about.kind_at(workshop, frame.step)
    if kind is not None:
        return code_about.screen_of(ctx, workshop, frame, kind, code)
    answers = answers_of(frame)
    told = code_about.lines(ctx, frame)
    lines = [
        Say("paper-of", {"code": code}),
        Say("organise-review-head"),
        EMPTY,
        *answer_lines(ctx, workshop, answers),
        *told,
    ]
    rows: list[Row] = [*edit_rows(workshop, answers), *code_about.edit_rows(workshop)]
    return screen(lines, [*rows, (button("paper-save", "send"),), (button("paper-drop", "drop"),)])


def _code_screen(head: Sequence[Words | None], frame: Frame, form: CodeForm, ways: Sequence[Row]) -> Screen:
    came = bool(frame.data.get("came"))
    toggle = button("paper-came" if came else "paper-came-not", "came", "no" if came else "yes")
    lines = [*head, EMPTY, Say("paper-ask-code", {"way": form.way})]
    return screen(lines, [(toggle,), (button("paper-fresh", "fresh"),), *ways])
