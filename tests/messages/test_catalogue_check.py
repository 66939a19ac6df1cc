"""The check of catalogues and code finds what it says it finds, and finds nothing in what is committed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from messages.catalogue import FOLDER
from messages.check import ROOT, problems


def test_nothing_is_wrong_with_what_is_committed() -> None:
    assert problems() == []


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the catalogues and rooms, to be broken."""
    for room in ("conversations", "messages", "service"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def found(town: Path) -> str:
    """What is wrong with the catalogues of `town`, and with the words in its service."""
    return "\n".join(problems(town / "messages" / "catalogues", town, ("service",)))


def change(town: Path, file: str, old: str, new: str) -> None:
    path = town / "messages" / "catalogues" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("pl/survey.ftl", "send = Wyślij\n", "send Wyślij\n", "dropped in silence"),
        ("uk/survey.ftl", "send = Надіслати\n", "", "uk: send is missing; en, pl have it"),
        ("en/survey.ftl", "until { $deadline }.\nsurvey-not", "soon.\nsurvey-not", "survey-until: variables differ"),
        ("pl/survey.ftl", "        [few] { $questions } pytania.\n", "", "survey-intro lacks the plural forms few"),
        ("uk/workshops.ftl", "        [few]", "        [zero]", "workshops-head lacks the plural forms few"),
        ("en/workshops.ftl", "        [one]", "        [two]", "workshops-head lacks the plural forms one"),
        ("en/survey.ftl", "begin = Let’s start", "begin = " + "word " * 400, "begin has"),
        ("en/commands.ftl", "command-help = What", "command-help = " + "What " * 60, "256 are the most"),
        ("pl/common.ftl", "# Przeczytane", "# Co", "does not say whether a native speaker"),
        ("pl/common.ftl", "next = Dalej", "next = Dalej\nnext = Jeszcze raz", "a second time"),
        ("pl/common.ftl", "next = Dalej", "next = Dalej\nnobody-says-this = Słowa", "nobody-says-this is used nowhere"),
    ],
)
def test_a_broken_catalogue_is_found(town: Path, file: str, old: str, new: str, problem: str) -> None:
    change(town, file, old, new)
    assert problem in found(town)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('LABEL = "Wyślij"', "words for people"),
        ('LABEL = "Надіслати"', "words for people"),
        ('LABEL = "Your answers were sent."', "words for people"),
        ('X = Say("not-in-any-catalogue")', "says not-in-any-catalogue"),
    ],
)
def test_words_in_code_are_found(town: Path, line: str, problem: str) -> None:
    (town / "service" / "new.py").write_text(f"{line}\n", encoding="utf-8")
    assert problem in found(town)


@pytest.mark.parametrize(
    "line",
    [
        '"""Dzień dobry. This is documentation."""',
        'raise ValueError("A place is a number between one and ten.")',
        'log.info("The sweep has found nothing to do.")',
    ],
)
def test_words_for_developers_are_left_alone(town: Path, line: str) -> None:
    (town / "service" / "new.py").write_text(f"{line}\n", encoding="utf-8")
    assert "service/new.py" not in found(town)


def test_every_catalogue_stands_in_the_folder_that_is_read() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {"pl", "uk", "en"}
