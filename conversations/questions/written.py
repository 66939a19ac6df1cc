"""Answers in one's own words: a short text, and the reason for the first theme of the list."""

from __future__ import annotations

from conversations.folding import cleaned
from conversations.questions import places
from conversations.questions.asking import Asked, Heard, Kind
from conversations.screens import Say, Words


def _hear(asked: Asked, text: str) -> Heard:
    words = cleaned(text)
    if not words:
        return Heard(asked.answer, note=Say("text-empty"))
    if len(words) > asked.question.longest:
        return Heard(asked.answer, note=Say("text-too-long", {"longest": asked.question.longest, "length": len(words)}))
    return Heard(words, done=True)


def _body(asked: Asked) -> tuple[Words, ...]:
    how = Say("text-how", {"longest": asked.question.longest})
    if asked.answer is None:
        return (how,)
    return (Say("text-so-far", {"text": str(asked.answer)}), how)


def first_theme(asked: Asked) -> Words | None:
    """The name of the first place of the question that this reason is about."""
    entries = asked.answers.get(asked.question.about or "") or []
    return places.name(asked, entries[0]) if entries else None


def _reason_body(asked: Asked) -> tuple[Words, ...]:
    first = first_theme(asked)
    about = (Say("reason-about", {"theme": first}),) if first is not None else ()
    return (*about, *_body(asked))


TEXT = Kind(
    body=_body,
    rows=lambda asked: (),
    tap=lambda asked, verb, argument: None,
    text=_hear,
    shown=lambda asked: Say("quoted", {"text": str(asked.answer)}),
    short="edit-answer",
)
REASON = Kind(
    body=_reason_body,
    rows=lambda asked: (),
    tap=lambda asked, verb, argument: None,
    text=_hear,
    shown=lambda asked: Say("quoted", {"text": str(asked.answer)}),
    short="edit-reason",
)
