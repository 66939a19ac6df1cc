"""The words for results exist in all three languages, with the same names and arguments, and all are used names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import ast, parse
from fluent.syntax.visitor import Visitor
from town import CATALOGUES, sayer

from results.release import METHODS

LANGUAGES = ("pl", "uk", "en")


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    resource = parse((CATALOGUES / language / "results.ftl").read_text(encoding="utf-8"))
    assert not [entry for entry in resource.body if isinstance(entry, ast.Junk)]
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Message):
            assert entry.id.name not in found, f"{entry.id.name} stands twice"
            variables = Variables()
            variables.visit(entry)
            found[entry.id.name] = variables.names
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_messages_with_the_same_arguments(language: str) -> None:
    assert messages(language) == messages("pl")


def test_every_method_of_a_release_is_explained() -> None:
    for language in LANGUAGES:
        for figure in METHODS:
            assert sayer(language)(f"results-method-{figure.replace('_', '-')}")
            assert sayer(language)(f"results-figure-{figure.replace('_', '-')}")


def test_every_message_named_in_the_code_is_in_the_catalogue() -> None:
    root = Path(__file__).parents[2] / "results"
    known = messages("pl")
    for path in [*root.rglob("*.py"), *root.rglob("*.html")]:
        for name in re.findall(r"[\"'](results-[a-z-]+[a-z])[\"']", path.read_text(encoding="utf-8")):
            assert name in known or name in {"results-picture", "results-order"}, f"{name} in {path.name}"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 osoba"), (2, "2 osoby"), (5, "5 osób"), (12, "12 osób"), (22, "22 osoby")]
)
def test_polish_counts_people_rightly(count: int, said: str) -> None:
    assert said in sayer("pl")("results-text-people", wave="after", count=count)


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 людина"), (2, "2 людини"), (5, "5 людей"), (11, "11 людей"), (21, "21 людина")]
)
def test_ukrainian_counts_people_rightly(count: int, said: str) -> None:
    assert said in sayer("uk")("results-text-people", wave="after", count=count)
