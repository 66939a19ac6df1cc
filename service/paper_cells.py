"""The cells of a sheet of paper ballots: what each says, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final

from conversations.folding import cleaned, folded
from domain.ballot_rules import OWN_LONGEST
from domain.instrument import Instrument, Question
from domain.languages import is_language
from domain.own_words import proposal_key
from domain.paper_codes import LONGEST, normalised

CODE: Final = "code"
LANGUAGE: Final = "language"
CAME: Final = "came"
PROFILE: Final = "profile:"
OWN: Final = "own:"
PART: Final = "|"
NO_OPINION: Final = "no_opinion"
MOST_DIGITS: Final = 9
_YES: Final = frozenset({"yes", "y", "tak", "t", "1", "x"})
_NO: Final = frozenset({"", "no", "n", "nie", "0"})


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked. `themes`: folded name, key or number -> theme; `profile`: kind -> folded key or label -> key."""

    instrument: Instrument
    themes: Mapping[str, int]
    profile: Mapping[str, Mapping[str, str]]
    language: str


class Wrong(Exception):
    """A cell that cannot be what its column asks for. The text is a sentence."""


class Ear:
    """Understands cells. What a cell means is remembered: sixty thousand ballots say the same few things."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self._themes: dict[str, int | None] = {}
        self._options = {
            question.key: {
                folded(name): option.key for option in question.options for name in (*option.label.values(), option.key)
            }
            for question in form.instrument.questions
        }
        self._by_name: dict[str, Callable[[str], Any]] = {CODE: _code, LANGUAGE: _language, CAME: _came}
        for question in form.instrument.questions:
            self._by_name[question.key] = self._of(question)
        for kind in form.profile:
            self._by_name[PROFILE + kind] = self._told(kind)

    def cell(self, name: str, cell: str) -> Any:
        """What the cell of this column says; None when it is empty. Raises Wrong."""
        return self._by_name[name](cell.strip())

    def _told(self, kind: str) -> Callable[[str], str | None]:
        def hear(cell: str) -> str | None:
            return None if not cell else _known(self.form.profile[kind], cell)

        return hear

    def _of(self, question: Question) -> Callable[[str], Any]:
        kinds: Mapping[str, Callable[[Question, str], Any]] = {
            "rank": self._rank,
            "single": lambda question, cell: _known(self._options[question.key], cell),
            "multiple": self._multiple,
            "scale": _scale,
            "number": _number,
            "text": _text,
            "reason": _text,
        }
        hear = kinds[question.kind]
        return lambda cell: hear(question, cell) if cell else None

    def _rank(self, question: Question, cell: str) -> list[dict[str, Any]]:
        parts = [part.strip() for part in cell.split(PART)]
        empty = next((place for place, part in enumerate(parts, start=1) if not part), None)
        if empty is not None:
            raise Wrong(f"place {empty} is empty; themes stand in order, with one {PART} between two of them.")
        places = [self._place(question, part) for part in parts]
        if len(places) > question.places:
            raise Wrong(f"{len(places)} themes are given; at most {question.places} count.")
        tokens = [proposal_key(one["words"]) if "words" in one else one["theme"] for one in places]
        if len(set(tokens)) < len(tokens):
            raise Wrong("a theme is there twice.")
        return places

    def _place(self, question: Question, part: str) -> dict[str, Any]:
        if part.casefold().startswith(OWN):
            words = cleaned(part[len(OWN) :])
            if not question.own_themes:
                raise Wrong("own words are not taken by this question.")
            if not words or len(words) > OWN_LONGEST:
                raise Wrong(f"own words have 1 to {OWN_LONGEST} characters.")
            return {"words": words}
        if part not in self._themes:
            self._themes[part] = self.form.themes.get(part) or self.form.themes.get(folded(part))
        theme = self._themes[part]
        if theme is None:
            near = get_close_matches(folded(part), self.form.themes, n=1)
            meant = f"is it {near[0]!r}? Otherwise words" if near else "words"
            raise Wrong(f"{part[:60]!r} is no theme of this workshop; {meant} of a person's own begin with {OWN}")
        return {"theme": theme}

    def _multiple(self, question: Question, cell: str) -> list[str]:
        named = [_known(self._options[question.key], part.strip()) for part in cell.split(PART)]
        if len(set(named)) < len(named):
            raise Wrong("an option is there twice.")
        if len(named) > max(question.places, 1):
            raise Wrong(f"{len(named)} options are given; at most {question.places} count.")
        return [option.key for option in question.options if option.key in named]


def _code(cell: str) -> str:
    code = normalised(cell)
    if code is None:
        raise Wrong(f"a code has 1 to {LONGEST} letters a-z and digits.")
    return code


def _language(cell: str) -> str | None:
    if cell and not is_language(cell):
        raise Wrong(f"{cell[:20]!r} is no language; one of pl, uk, en is.")
    return cell or None


def _came(cell: str) -> bool:
    said = cell.casefold()
    if said not in _YES | _NO:
        raise Wrong(f"{cell[:20]!r} is neither yes nor no.")
    return said in _YES


def _known(keys: Mapping[str, str], cell: str) -> str:
    found = keys.get(folded(cell))
    if found is None:
        raise Wrong(f"{cell[:60]!r} is none of its answers.")
    return found


def _scale(question: Question, cell: str) -> int | str:
    if cell.casefold() == NO_OPINION and question.no_opinion:
        return NO_OPINION
    return _number(question, cell)


def _number(question: Question, cell: str) -> int:
    plain = cell.isascii() and cell.isdecimal() and len(cell) <= MOST_DIGITS
    if not plain or not question.low <= int(cell) <= question.high:
        raise Wrong(f"{cell[:20]!r} is no whole number from {question.low} to {question.high}.")
    return int(cell)


def _text(question: Question, cell: str) -> str | None:
    words = cleaned(cell)
    if len(words) > question.longest:
        raise Wrong(f"{len(words)} characters are too many; at most {question.longest} are kept.")
    return words or None
