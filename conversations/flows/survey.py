"""The survey: introduction, one question after the other, review, thanks; edited until the wave closes."""

from __future__ import annotations

from dataclasses import replace

from conversations import theme_news
from conversations.context import Context
from conversations.effects import Agree, Deliver, Effect, SubmitBallot
from conversations.events import Due, Tap
from conversations.facts import WaveFact, WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows import afterwards, card, survey_screens
from conversations.questions.path import asked_questions, counting, expected_questions, missing
from conversations.screens import Say, Screen
from conversations.session import Frame
from conversations.survey_lines import asked
from conversations.survey_walk import answers_of, on_question, question_at, to_question

VERSION = 1


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    """Where one was, the sent ballot, or the introduction; the workshop's own screen when nothing is open."""
    workshop = ctx.workshop(go.workshop)
    if workshop is None:
        return Move(None, go=Go("workshops"))
    wave = ctx.open_wave(workshop)
    if wave is None:
        if kept is not None and kept.step not in ("sent", "closed"):
            return Move(kept)
        return Move(None, note=Say("survey-not-open"), go=Go("workshops", workshop.id, verb="one"))
    if not ctx.may_answer(workshop):
        return _shut(workshop)
    if afterwards.needs_yes(ctx, wave):
        return Move(None, note=Say("later-needed"), go=Go("later"))
    if go.wave != wave.id:
        return Move(None, go=Go("survey", workshop.id, wave.id, go.verb, go.argument))
    if kept is not None and kept.step not in ("sent", "closed"):
        return Move(kept.at(str(kept.data["resume"]), resume=None) if kept.step == "later" else kept)
    ballot = ctx.ballot(wave.id)
    if ballot is None:
        return Move(Frame("survey", VERSION, "intro", {"answers": {}}, workshop.id, wave.id))
    sent = Frame("survey", VERSION, "sent", {"answers": dict(ballot.answers)}, workshop.id, wave.id)
    return Move(sent.at("review") if go.verb == "edit" else sent)


def _shut(workshop: WorkshopFact) -> Move:
    if workshop.access == "code":
        return Move(None, go=Go("code", workshop.id))
    return Move(None, note=Say("survey-registered-only"), go=Go("reg", workshop.id))


def restart(ctx: Context, frame: Frame) -> Move:
    """A frame of another version: its answers that can still be read, at the review."""
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return Move(None, go=Go("workshops"))
    keys = {question.key for question in workshop.instrument.questions}
    kept = {key: value for key, value in dict(frame.data.get("answers") or {}).items() if key in keys}
    step = "review" if kept else "intro"
    return Move(
        Frame("survey", VERSION, step, {"answers": kept}, frame.workshop, frame.wave), note=Say("survey-restarted")
    )


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return Move(None, go=Go("workshops"))
    wave = ctx.open_wave(workshop)
    if isinstance(event, Due) and (wave is not None or frame.step == "sent"):
        return Move(frame)
    if wave is None or wave.id != frame.wave:
        return Move(frame.at("closed", resume=None))
    if frame.step != "sent" and not ctx.may_answer(workshop):
        return replace(_shut(workshop), frame=frame)
    if afterwards.needs_yes(ctx, wave):
        return Move(frame, note=Say("later-needed"), go=Go("later"))
    at = question_at(workshop, frame.step)
    if at is not None:
        return on_question(ctx, workshop, frame, at, event)
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    return _on_screen(ctx, workshop, wave, frame, event)


def _on_screen(ctx: Context, workshop: WorkshopFact, wave: WaveFact, frame: Frame, tap: Tap) -> Move:
    """Taps between the questions."""
    if tap.verb == "begin" and frame.step == "intro":
        questions = asked_questions(workshop.instrument, answers_of(frame))
        return Move(to_question(workshop, frame, questions[0] if questions else None))
    if tap.verb == "resume" and frame.step == "later":
        return Move(frame.at(str(frame.data.get("resume", "review")), resume=None))
    if tap.verb == "later":
        return Move(frame.at("later", resume=frame.step))
    if tap.verb == "edit" and frame.step == "sent":
        ballot = ctx.ballot(wave.id)
        return Move(frame.at("review", answers=dict(ballot.answers) if ballot is not None else answers_of(frame)))
    if tap.verb == "news" and frame.step == "sent" and tap.argument in ("yes", "no"):
        agreed = (Agree(theme_news.PURPOSE, theme_news.VERSION),) if tap.argument == "yes" else ()
        return Move(frame.at("sent", news=tap.argument), agreed, note=Say(f"theme-news-{tap.argument}-note"))
    if tap.verb == "edit" and frame.step == "review":
        at = question_at(workshop, f"q{tap.argument}")
        return Move(frame.at(f"q{tap.argument}", editing=True, q=None)) if at is not None else Move(frame)
    if tap.verb == "back" and frame.step == "review" and ctx.ballot(wave.id) is None:
        return Move(to_question(workshop, frame, asked_questions(workshop.instrument, answers_of(frame))[-1]))
    if tap.verb == "keep" and frame.step == "review":
        return _as_sent(ctx, wave, frame)
    if tap.verb == "send" and frame.step == "review":
        return _send(ctx, workshop, wave, frame)
    return Move(frame, note=Say("outdated-button"))


def _as_sent(ctx: Context, wave: WaveFact, frame: Frame) -> Move:
    """Changes are dropped: the ballot as it was sent."""
    ballot = ctx.ballot(wave.id)
    return Move(frame.at("sent", answers=dict(ballot.answers))) if ballot is not None else Move(frame)


def _send(ctx: Context, workshop: WorkshopFact, wave: WaveFact, frame: Frame) -> Move:
    answers = counting(workshop.instrument, answers_of(frame))
    lacking = missing(workshop.instrument, answers)
    if lacking is not None:
        index = workshop.instrument.questions.index(lacking)
        return Move(frame.at(f"q{index}", editing=True, q=None), note=Say("question-required"))
    if not answers:
        return Move(frame, note=Say("review-empty"))
    effects: list[Effect] = [SubmitBallot(workshop.id, wave.id, answers)]
    if wave.kind == "after" and ctx.ballot(wave.id) is None and card.has_before(ctx, workshop):
        effects.append(Deliver(card.picture(ctx, workshop, answers)))
    return Move(
        frame.at("sent", answers=answers, reasons=None, editing=None, q=None), tuple(effects), note=Say("sent-note")
    )


def screen(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return survey_screens.gone()
    wave = next((wave for wave in workshop.waves if wave.id == frame.wave), None)
    if wave is None or not ctx.is_open(wave) or frame.step == "closed":
        return survey_screens.closed(ctx, workshop, frame.wave, answers_of(frame))
    at = question_at(workshop, frame.step)
    if at is not None:
        question, mode = at
        asking = asked(ctx, workshop, question, answers_of(frame), mode, dict(frame.data.get("q") or {}))
        return survey_screens.question(asking, explained=frame.data.get("help") == question.key)
    if frame.step == "intro":
        return survey_screens.intro(workshop, wave, len(expected_questions(workshop.instrument, answers_of(frame))))
    if frame.step == "later":
        return survey_screens.later(workshop, wave)
    if frame.step == "sent":
        return survey_screens.sent(ctx, workshop, wave, answers_of(frame), asks_news="news" not in frame.data)
    return survey_screens.review(ctx, workshop, wave, answers_of(frame))


SURVEY = Flow("survey", "sv", VERSION, start, step, screen, restart=restart, takes_due=True)
