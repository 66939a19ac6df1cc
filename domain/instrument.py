"""The instrument: the questions of a workshop, the same ones before and after, versioned."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from domain.languages import Texts

QuestionKind = Literal["rank", "single", "multiple", "scale", "number", "text", "reason"]


@dataclass(frozen=True, slots=True)
class Condition:
    """A question is asked only when the answer to `question` contains one of `any_of` (keys, numbers as text)."""

    question: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Option:
    key: str
    label: Texts


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Which fields matter depends on `kind`.

    rank: `places` themes of the workshop in order, own themes when `own_themes`; shuffled per person when `shuffled`.
    single, multiple: `options` (multiple: at most `places`). scale: whole numbers `low`..`high` with labelled ends and,
    when `no_opinion`, a button for that. number: `low`..`high`. text: up to `longest` characters. reason: why the first
    place of rank question `about` was chosen, up to `longest` characters.
    """

    key: str
    kind: QuestionKind
    text: Texts
    help: Texts | None = None
    required: bool = False
    condition: Condition | None = None
    places: int = 3
    own_themes: bool = True
    shuffled: bool = True
    options: tuple[Option, ...] = ()
    low: int = 1
    high: int = 5
    low_label: Texts | None = None
    high_label: Texts | None = None
    no_opinion: bool = True
    longest: int = 300
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Instrument:
    """`published_order` is fixed before opening: by share of people (ties by points) or by points (ties by share).

    `title`: what organisers choose it by; no resident reads it, and instruments stored without one have none.
    """

    key: str
    version: int
    questions: tuple[Question, ...]
    published_order: Literal["share", "points"] = "share"
    profile: tuple[Literal["group", "district", "age_band"], ...] = field(default=())
    title: Texts = field(default_factory=dict)

    def question(self, key: str) -> Question:
        """The question named `key`. Raises KeyError."""
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)
