"""What every kind of question is given and gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from conversations.answers import Answers
from conversations.context import Context
from conversations.facts import ThemeFact, WorkshopFact
from conversations.order import shuffled
from conversations.screens import Say, Words
from conversations.session import Json
from conversations.show import Rows
from domain.instrument import Question


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it stands in somebody's survey. `mode` is '' or a step within the question, `data` its small notes."""

    ctx: Context
    workshop: WorkshopFact
    question: Question
    answers: Answers
    mode: str = ""
    data: Mapping[str, Json] = field(default_factory=dict)

    @property
    def answer(self) -> Any:
        """The answer so far, or None."""
        return self.answers.get(self.question.key)

    @property
    def themes(self) -> tuple[ThemeFact, ...]:
        """The workshop's themes in the order in which this person sees them."""
        if self.question.shuffled:
            return shuffled(self.workshop.themes, self.ctx.person.id, self.question.key)
        return self.workshop.themes

    def theme(self, number: int | None) -> ThemeFact | None:
        return next((theme for theme in self.workshop.themes if theme.id == number), None)


@dataclass(frozen=True, slots=True)
class Heard:
    """What a question made of a tap or a text.

    `answer` is the whole answer from now on (None: none). `done`: on to the next question. `mode` and `data` replace
    those of `Asked`.
    """

    answer: Any
    done: bool = False
    note: Say | None = None
    mode: str = ""
    data: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kind:
    """How one kind of question is asked, heard and shown. `tap` gives None for a verb that is not its own.

    `body` stands below the question's text; `rows` are its own buttons; `shown` says an answer in few words.
    `needs_next`: it has to be left with a button. `short`: the message name of its edit button in the review.
    """

    body: Callable[[Asked], tuple[Words, ...]]
    rows: Callable[[Asked], Rows]
    tap: Callable[[Asked, str, str], Heard | None]
    text: Callable[[Asked, str], Heard]
    shown: Callable[[Asked], Words]
    short: str
    needs_next: bool = False
