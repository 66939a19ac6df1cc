"""Stems bring the forms of a word together and keep different words apart."""

from __future__ import annotations

import random

import pytest

from conversations.folding import cleaned, folded
from conversations.stems import stem


@pytest.mark.parametrize(
    "forms",
    [
        "mobilność mobilności mobilnością",
        "edukacja edukacji edukację edukacją",
        "mieszkanie mieszkania mieszkań",
        "школа школи школою",
        "park parki parków parkami",
    ],
)
def test_forms_of_one_word_share_their_beginning(forms: str) -> None:
    stems = [stem(folded(form)) for form in forms.split()]
    shortest = min(stems, key=len)
    assert len(shortest) >= 4 or shortest == stems[0]
    assert all(one.startswith(shortest[:4]) for one in stems)


def test_short_words_stay_whole() -> None:
    assert [stem(word) for word in ("las", "dom", "sport")] == ["las", "dom", "sport"]


@pytest.mark.parametrize(
    ("text", "clean"),
    [("  a\u200bb \n c ", "ab c"), ("\u202eabc", "abc"), ("e\u0301", "é"), ("\x00", ""), ("שלום", "שלום")],
)
def test_invisible_characters_go_and_letters_stay(text: str, clean: str) -> None:
    assert cleaned(text) == clean


def test_folding_takes_polish_diacritics_and_leaves_ukrainian_letters() -> None:
    assert folded("Zażółć GĘŚLĄ-jaźń") == "zazolc gesla jazn"
    assert folded("Їжак і Ґава") == "їжак і ґава"


@pytest.mark.long
def test_stems_agree_with_a_dictionary_of_polish_forms() -> None:
    """simplemma's dictionary is the judge: of pairs (form, lemma) at least three in four share their stem's first letters."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    words = DefaultDictionaryFactory().get_dictionary("pl")
    pairs = [(folded(_text(form)), folded(_text(lemma))) for form, lemma in words.items()]
    usual = [
        (form, lemma) for form, lemma in pairs if 5 <= len(lemma) <= 14 and form[:3] == lemma[:3] and form != lemma
    ]
    sample = random.Random(7).sample(usual, 5000)
    alike = sum(stem(form)[:5] == stem(lemma)[:5] for form, lemma in sample)
    assert alike / len(sample) > 0.75


def _text(word: bytes | str) -> str:
    return word.decode() if isinstance(word, bytes) else word
