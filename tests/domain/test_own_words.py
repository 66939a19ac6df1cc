"""Own words: the same words are the same proposal, and what a ballot may hold."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lublin import lublin

from domain.ballot_rules import why_refused
from domain.own_words import normalised, proposal_key

INSTRUMENT = lublin().instrument


@pytest.mark.parametrize("other", ["ceny  mieszkań", "CENY MIESZKAŃ!", " Ceny-mieszkań. ", "Ceny mieszkan\u0301"])
def test_spaces_capitals_and_signs_make_no_difference(other: str) -> None:
    assert proposal_key(other) == proposal_key("Ceny mieszkań")


def test_other_words_are_another_proposal() -> None:
    assert proposal_key("Ceny mieszkan") != proposal_key("Ceny mieszkań")
    assert proposal_key("👍") != proposal_key("👎")


@given(st.text(min_size=1))
def test_normalising_twice_is_normalising_once(words: str) -> None:
    assert normalised(normalised(words)) == normalised(words)
    assert len(proposal_key(words)) <= 64


GOOD: dict[str, Any] = {
    "themes": [{"theme": 4}, {"words": "Ceny mieszkań"}, {"theme": 9, "words": "Sklepy"}],
    "reason": "bo tak",
    "influence": "no_opinion",
    "knows": "yes",
}
WRONG: list[dict[str, Any]] = [
    {"nothing": 1},
    {"themes": []},
    {"themes": [{"theme": 1}, {"theme": 1}]},
    {"themes": [{"words": "Sklepy"}, {"words": "sklepy "}]},
    {"themes": [{"theme": number} for number in range(4)]},
    {"themes": [{"theme": True}]},
    {"themes": [{"words": " "}]},
    {"themes": [{"words": "x" * 201}]},
    {"themes": "1"},
    {"reason": "x" * 301},
    {"reason": ""},
    {"influence": 6},
    {"influence": True},
    {"knows": "perhaps"},
]


def test_a_right_ballot_is_not_refused() -> None:
    assert why_refused(INSTRUMENT, GOOD) is None


@pytest.mark.parametrize("answers", WRONG, ids=str)
def test_a_wrong_ballot_is_refused_without_repeating_what_it_said(answers: dict[str, Any]) -> None:
    why = why_refused(INSTRUMENT, GOOD | answers)
    assert why is not None
    assert why.startswith(next(iter(answers)))
    assert "xxx" not in why
