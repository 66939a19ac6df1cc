"""The survey's screens."""

from __future__ import annotations

from conversations import theme_news
from conversations.answers import Answers
from conversations.context import Context
from conversations.facts import WaveFact, WorkshopFact
from conversations.flows import afterwards, card, profile, registration
from conversations.questions import KINDS, Asked
from conversations.questions.path import counting, expected_questions
from conversations.screens import Button, In, Say, Screen, When, Words
from conversations.show import EMPTY, HOME, Row, button, deadline, enter, meeting, screen, where
from conversations.survey_lines import answer_lines, edit_rows, header


def gone() -> Screen:
    return screen([Say("workshop-gone")], [(HOME,)])


def intro(workshop: WorkshopFact, wave: WaveFact, questions: int) -> Screen:
    """What is asked, until when, and whether a research file is made of it: whoever read the notice for another workshop,
    or before the switch, hears of the file here, before the first answer."""
    until = Say("survey-until", {"deadline": deadline(wave, workshop)})
    lines: list[Words | None] = [
        Say("title", {"title": In(workshop.title)}),
        Say("meeting-line", {"when": meeting(workshop), "where": where(workshop)}),
        EMPTY,
        Say("survey-intro", {"questions": questions, "kind": wave.kind}),
        until,
        *((EMPTY, Say("notice-research")) if workshop.research_file else ()),
    ]
    return screen(lines, [(button("begin", "begin"),), (HOME,)])


def question(asked: Asked, *, explained: bool = False, may_wait: bool = True) -> Screen:
    """One question. What explains it stands behind a button, or, when `explained`, below its text.

    `may_wait`: with a button that puts the rest off.
    """
    kind = KINDS[asked.question.kind]
    questions = expected_questions(asked.workshop.instrument, asked.answers)
    number = questions.index(asked.question) + 1 if asked.question in questions else 1
    lines: list[Words | None] = [
        header(asked.workshop, number, max(number, len(questions))),
        Say("question-text", {"text": In(asked.question.text)}) if not asked.mode else None,
        In(asked.question.help) if asked.question.help and explained and not asked.mode else None,
        *kind.body(asked),
    ]
    rows = kind.rows(asked)
    if asked.mode:
        return screen(lines, rows)
    return screen(lines, [*rows, *_explanation(asked, explained=explained), *_navigation(asked, may_wait=may_wait)])


def _explanation(asked: Asked, *, explained: bool) -> list[Row]:
    """The way to what explains the question, and back."""
    if not asked.question.help:
        return []
    return [(button("question-less", "less") if explained else button("question-more", "more"),)]


def _navigation(asked: Asked, *, may_wait: bool) -> list[Row]:
    kind, answered = KINDS[asked.question.kind], asked.answer is not None
    row: list[Button] = [button("back", "back")]
    if not asked.question.required and not (kind.needs_next and answered):
        row.append(button("remove-answer" if answered else "skip", "skip"))
    later = (button("later", "later"),) if may_wait else ()
    if not answered:
        return [tuple(row), later]
    return [tuple(row), later, (_next(asked),)]


def _next(asked: Asked) -> Button:
    if KINDS[asked.question.kind].needs_next:
        most = (
            asked.question.places
            if asked.question.kind == "rank"
            else min(asked.question.places, len(asked.question.options))
        )
        return button("next-chosen", "next", chosen=len(asked.answer), places=most)
    return button("next", "next")


def review(ctx: Context, workshop: WorkshopFact, wave: WaveFact, answers: Answers) -> Screen:
    ballot = ctx.ballot(wave.id)
    lines: list[Words | None] = [Say("review-head"), EMPTY, *answer_lines(ctx, workshop, answers)]
    rows: list[Row] = list(edit_rows(workshop, answers))
    if ballot is None:
        return screen(lines, [*rows, (button("send", "send"),), (button("back", "back"), button("later", "later"))])
    changed = counting(workshop.instrument, answers) != dict(ballot.answers)
    lines += [EMPTY, Say("review-changed" if changed else "review-unchanged")]
    if changed:
        rows.append((button("send-changes", "send"),))
    rows.append((button("drop-changes" if changed else "back", "keep"),))
    return screen(lines, rows)


def later(workshop: WorkshopFact, wave: WaveFact) -> Screen:
    return screen([Say("later-text", {"deadline": deadline(wave, workshop)})], [(button("resume", "resume"),), (HOME,)])


def sent(ctx: Context, workshop: WorkshopFact, wave: WaveFact, answers: Answers, *, asks_news: bool = False) -> Screen:
    """Thanks, what was sent, how long it can be changed, and what comes next.

    `asks_news`: whoever proposed a theme has not said yet whether they want to know what becomes of it.
    """
    lines: list[Words | None] = [Say("thanks", {"deadline": deadline(wave, workshop)}), EMPTY]
    lines += answer_lines(ctx, workshop, answers)
    rows: list[Row] = [(button("edit-answers", "edit"),)]
    if asks_news and theme_news.has_own(answers) and not theme_news.wanted(ctx):
        lines += [EMPTY, Say("theme-news-ask")]
        rows.append((button("theme-news-yes", "news", "yes"), button("theme-news-no", "news", "no")))
    if wave.kind == "after" and card.has_before(ctx, workshop):
        lines += [EMPTY, *card.lines(ctx, workshop, answers), Say("card-others-later")]
    if wave.kind == "after" and afterwards.may_be_asked(ctx, workshop):
        rows.append((enter("later-offer", "later", "open", str(workshop.id)),))
    taking_part = registration.invitation(ctx, workshop)
    if taking_part is not None:
        lines += [EMPTY, *taking_part.lines]
        rows += taking_part.buttons
    if profile.unanswered(ctx, workshop):
        rows.append(
            (enter("profile-offer", "profile", "ask", str(workshop.id), count=len(profile.unanswered(ctx, workshop))),)
        )
    rows.append((HOME,))
    return screen(lines, rows)


def closed(ctx: Context, workshop: WorkshopFact, wave: int | None, answers: Answers) -> Screen:
    """The wave closed: the sent ballot counts, an unsent draft is shown to its owner and does not."""
    ballot = ctx.ballot(wave)
    if ballot is not None:
        lines: list[Words | None] = [Say("closed-sent"), EMPTY, *answer_lines(ctx, workshop, dict(ballot.answers))]
    elif answers:
        lines = [Say("closed-draft"), EMPTY, *answer_lines(ctx, workshop, answers)]
    else:
        lines = [Say("closed")]
    following = ctx.next_wave(workshop)
    if following is not None:
        lines += [EMPTY, Say("wave-opens", {"when": _opening(following, workshop), "kind": following.kind})]
    return screen(lines, [(HOME,)])


def _opening(wave: WaveFact, workshop: WorkshopFact) -> Words:
    return When(wave.opens_at, workshop.zone, "long")
