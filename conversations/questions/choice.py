"""Single and multiple choice among the question's options."""

from __future__ import annotations

from conversations.folding import folded
from conversations.questions.asking import Asked, Heard, Kind
from conversations.screens import Button, In, Joined, Say, Words
from conversations.show import Rows
from domain.instrument import Option


def _options_named(asked: Asked, text: str) -> list[Option]:
    """The options that a text names by label or number, in the text's order."""
    options = asked.question.options
    named: list[Option] = []
    for part in text.replace(";", ",").split(","):
        wanted = folded(part)
        found = [option for option in options if any(folded(label) == wanted for label in option.label.values())]
        if not found and wanted.isdecimal() and 1 <= int(wanted) <= len(options):
            found = [options[int(wanted) - 1]]
        named += [option for option in found if option not in named]
    return named


def _label(asked: Asked, key: str) -> Words | None:
    return next((In(option.label) for option in asked.question.options if option.key == key), None)


def _known(asked: Asked, key: str) -> bool:
    return any(option.key == key for option in asked.question.options)


def _single_rows(asked: Asked) -> Rows:
    return tuple(
        (
            Button(
                Say("chosen", {"label": In(option.label)}) if option.key == asked.answer else In(option.label),
                "put",
                option.key,
            ),
        )
        for option in asked.question.options
    )


def _single_tap(asked: Asked, verb: str, argument: str) -> Heard | None:
    if verb != "put" or not _known(asked, argument):
        return None
    return Heard(argument, done=True)


def _single_text(asked: Asked, text: str) -> Heard:
    named = _options_named(asked, text)
    if len(named) != 1:
        return Heard(asked.answer, note=Say("choice-not-understood", {"count": len(asked.question.options)}))
    return Heard(named[0].key, done=True)


def _single_shown(asked: Asked) -> Words:
    return _label(asked, str(asked.answer)) or Say("answer-gone")


SINGLE = Kind(
    body=lambda asked: (Say("single-how"),),
    rows=_single_rows,
    tap=_single_tap,
    text=_single_text,
    shown=_single_shown,
    short="edit-answer",
)


def _ticked(asked: Asked) -> list[str]:
    return [key for key in asked.answer or [] if _known(asked, key)]


def _multiple_body(asked: Asked) -> tuple[Words, ...]:
    most = min(asked.question.places, len(asked.question.options))
    how = Say("multiple-how", {"most": most})
    ticked = _ticked(asked)
    return (how, Say("multiple-chosen", {"chosen": _multiple_shown(asked)})) if ticked else (how,)


def _multiple_rows(asked: Asked) -> Rows:
    ticked = _ticked(asked)
    return tuple(
        (
            Button(Say("chosen", {"label": In(option.label)}), "take", option.key)
            if option.key in ticked
            else Button(In(option.label), "put", option.key),
        )
        for option in asked.question.options
    )


def _with(asked: Asked, ticked: list[str], key: str) -> Heard:
    """`ticked` and `key`, in the order of the options, when there is room."""
    if key in ticked:
        return Heard(ticked or None)
    if len(ticked) >= asked.question.places:
        return Heard(ticked, note=Say("multiple-full", {"most": asked.question.places}))
    wanted = {*ticked, key}
    return Heard([option.key for option in asked.question.options if option.key in wanted])


def _multiple_tap(asked: Asked, verb: str, argument: str) -> Heard | None:
    ticked = _ticked(asked)
    if verb == "put" and _known(asked, argument):
        return _with(asked, ticked, argument)
    if verb == "take":
        return Heard([key for key in ticked if key != argument] or None)
    return None


def _multiple_text(asked: Asked, text: str) -> Heard:
    named = _options_named(asked, text)
    if not named:
        return Heard(asked.answer, note=Say("choice-not-understood", {"count": len(asked.question.options)}))
    heard = Heard(_ticked(asked) or None)
    for option in named:
        heard = _with(asked, list(heard.answer or []), option.key)
    return heard


def _multiple_shown(asked: Asked) -> Words:
    labels = tuple(label for key in _ticked(asked) if (label := _label(asked, key)) is not None)
    return Joined(labels) if labels else Say("answer-gone")


MULTIPLE = Kind(
    body=_multiple_body,
    rows=_multiple_rows,
    tap=_multiple_tap,
    text=_multiple_text,
    shown=_multiple_shown,
    short="edit-answer",
    needs_next=True,
)
