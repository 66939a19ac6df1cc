"""The residents' labels are the catalogues' words: a changed text is noticed here, not in a story that stalls."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource

from rehearsal.residents.labels import read_labels

ROOT = Path(__file__).parents[2]
LABELS = read_labels()
LANGUAGES = ("pl", "uk", "en")
ROLES = {
    "begin": "start",
    "resume": "start",
    "to-survey": "start",
    "timeline-button-answer": "start",
    "next": "next",
    "next-chosen": "next",
    "send": "send",
    "send-changes": "send",
    "skip": "skip",
    "back": "back",
    "later": "later",
    "remove-answer": "remove_answer",
    "page-after": "more_themes",
    "page-before": "fewer_themes",
    "question-more": "explain",
    "question-less": "fold",
    "own-write": "own_theme",
    "own-keep": "keep_own",
    "own-never-mind": "to_list",
    "to-start": "home",
    "edit-answers": "edit_ballot",
    "edit-themes": "edit_themes",
    "edit-scale": "edit_scale",
    "edit-reason": "edit_reason",
    "reg-go": "going",
    "reg-room": "going",
    "reg-online": "online",
    "reg-wait-room": "going",
    "reg-wait-online": "online",
    "reg-decline": "not_going",
    "reg-maybe": "maybe",
    "timeline-button-going": "going",
    "profile-offer": "profile",
    "no-opinion": "no_opinion",
    "language-pl": "language_pl",
    "language-uk": "language_uk",
    "language-en": "language_en",
}
VALUES = {"chosen": 2, "places": 3, "count": 3, "words": "ceny mieszkań", "deadline": "20 XI", "theme": "Sport"}


def bundle(language: str) -> FluentBundle:
    said = FluentBundle([language], use_isolating=False)
    for file in sorted((ROOT / "messages" / "catalogues" / language).glob("*.ftl")):
        said.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return said


BUNDLES = {language: bundle(language) for language in LANGUAGES}


def words(language: str, name: str, **values: object) -> str:
    message = BUNDLES[language].get_message(name)
    assert message.value is not None
    text, errors = BUNDLES[language].format_pattern(message.value, {**VALUES, **values})
    assert errors == []
    return re.sub(r"<[^>]*>", "", str(text))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "role"), ROLES.items())
def test_a_button_is_known_by_its_words(language: str, name: str, role: str) -> None:
    assert LABELS.role(words(language, name)) == role


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("basis", ["public_task", "consent"])
def test_the_notice_is_accepted_on_either_basis(language: str, basis: str) -> None:
    assert LABELS.role(words(language, "notice-agree", basis=basis)) == "accept"


@pytest.mark.parametrize("language", LANGUAGES)
def test_thanks_and_reminders_are_known_by_their_words(language: str) -> None:
    assert LABELS.says("thanks", words(language, "thanks"))
    assert LABELS.says("reminder", words(language, "timeline-reminder-before"))
    assert LABELS.says("reminder", words(language, "timeline-reminder-after"))
    assert not LABELS.says("reminder", words(language, "timeline-wave-opens-before"))


def test_the_themes_are_those_of_the_example() -> None:
    catalogue = tomllib.loads((ROOT / "surveys" / "catalogues" / "lublin.toml").read_text(encoding="utf-8"))
    assert [theme["name"] for theme in catalogue["theme"]] == list(LABELS.shown.values())
