"""A scale of whole numbers with labelled ends, and a number of one's own."""

from __future__ import annotations

import re

from conversations.folding import folded
from conversations.questions.asking import Asked, Heard, Kind
from conversations.screens import Button, In, Own, Say, Words
from conversations.show import Row, Rows, button

NO_OPINION = "no_opinion"
A_ROW = 6
"""Numbers that fit beside each other on a narrow phone."""
_NO_OPINION_WORDS = frozenset(
    {
        "nie mam zdania",
        "brak zdania",
        "nie wiem",
        "no opinion",
        "dont know",
        "i don't know",
        "не знаю",
        "не маю думки",
        "важко сказати",
    }
)


def _scale_body(asked: Asked) -> tuple[Words, ...]:
    question = asked.question
    if question.low_label is None or question.high_label is None:
        return (Say("scale-how", {"low": question.low, "high": question.high}),)
    ends = {"low": question.low, "high": question.high}
    return (Say("scale-ends", {**ends, "low-label": In(question.low_label), "high-label": In(question.high_label)}),)


def _scale_rows(asked: Asked) -> Rows:
    question = asked.question
    numbers = [
        Button(
            Say("chosen", {"label": str(number)}) if number == asked.answer else Own(str(number)), "put", str(number)
        )
        for number in range(question.low, question.high + 1)
    ]
    rows: list[Row] = [tuple(numbers[start : start + A_ROW]) for start in range(0, len(numbers), A_ROW)]
    if question.no_opinion:
        name = "no-opinion-chosen" if asked.answer == NO_OPINION else "no-opinion"
        rows.append((button(name, "put", NO_OPINION),))
    return tuple(rows)


def _scale_tap(asked: Asked, verb: str, argument: str) -> Heard | None:
    if verb != "put":
        return None
    if argument == NO_OPINION and asked.question.no_opinion:
        return Heard(NO_OPINION, done=True)
    number = _number(argument)
    if number is None or not asked.question.low <= number <= asked.question.high:
        return None
    return Heard(number, done=True)


def _scale_text(asked: Asked, text: str) -> Heard:
    if asked.question.no_opinion and folded(text) in _NO_OPINION_WORDS:
        return Heard(NO_OPINION, done=True)
    return _number_text(asked, text)


def _scale_shown(asked: Asked) -> Words:
    if asked.answer == NO_OPINION:
        return Say("no-opinion")
    return Say("scale-answer", {"value": int(asked.answer), "high": asked.question.high})


SCALE = Kind(
    body=_scale_body, rows=_scale_rows, tap=_scale_tap, text=_scale_text, shown=_scale_shown, short="edit-scale"
)


def _number(text: str) -> int | None:
    found = re.fullmatch(r"\s*(-?\d{1,9})\s*[.!]?\s*", text)
    return int(found.group(1)) if found else None


def _number_text(asked: Asked, text: str) -> Heard:
    number = _number(text)
    low, high = asked.question.low, asked.question.high
    if number is None or not low <= number <= high:
        return Heard(asked.answer, note=Say("number-not-understood", {"low": low, "high": high}))
    return Heard(number, done=True)


NUMBER = Kind(
    body=lambda asked: (Say("number-how", {"low": asked.question.low, "high": asked.question.high}),),
    rows=lambda asked: (),
    tap=lambda asked, verb, argument: None,
    text=_number_text,
    shown=lambda asked: Say("number-answer", {"value": int(asked.answer)}),
    short="edit-answer",
)
