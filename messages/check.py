"""What is wrong with the catalogues and with texts in code. Run by `./wspolnie check`; finds, and never repairs.

Found are: entries that Fluent drops in silence (junk), one name twice, messages or variables that differ between
languages, messages used and missing or there and unused, plural forms missing, texts too long for Telegram, catalogues
that do not say whether a native speaker has read them, and words for people that stand in code.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Final

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from domain.languages import LANGUAGES
from messages.catalogue import FOLDER
from messages.uses import Uses, texts_in_code, used_names

PLURALS: Final[Mapping[str, frozenset[str]]] = {
    "pl": frozenset({"one", "few"}),
    "uk": frozenset({"one", "few"}),
    "en": frozenset({"one"}),
}
"""Forms that must be there. The default stands for "many" where fractions are not counted; Fluent demands a default."""
CATEGORIES: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
LONGEST: Final = 1500
"""Characters of one message. Screens are made of several and end at 4,096."""
LIMITS: Final[Mapping[str, int]] = {
    "bot-description": 512,
    "bot-short-description": 120,
    "command-": 256,
    "staff-audit-act": 4000,  # a phrase for each act, of which one is shown
}
SAID_READ: Final = re.compile(r"#+ .*(?:Przeczytane przez|Прочитано людиною|Перечитано носієм|Read by a native)")
ROOT: Final = Path(__file__).parent.parent
ROOMS: Final = (
    "domain",
    "conversations",
    "service",
    "messages",
    "bot",
    "results",
    "web",
    "scheduler",
    "storage",
    "app.py",
    "cli.py",
    "operating",
    "running",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One message of one language: its variables, those that its plurals count, and the length of its longest form."""

    file: str
    variables: frozenset[str]
    refers: frozenset[str]
    plurals: tuple[frozenset[str], ...]
    length: int


@dataclass(slots=True)
class Catalogue:
    """One language's entries by name, and what went wrong reading them."""

    language: str
    entries: dict[str, Entry] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


class _Look(Visitor):
    """Collects what a message is made of."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.refers: set[str] = set()
        self.plurals: list[frozenset[str]] = []
        self.length = 0

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.refers.add(node.id.name)

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.length += len(node.value)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        keys = frozenset(one.key.name for one in node.variants if isinstance(one.key, ast.Identifier))
        if keys & CATEGORIES and keys <= CATEGORIES and keys != {"other"}:
            self.plurals.append(keys)
        self.generic_visit(node)


def read(folder: Path, language: str) -> Catalogue:
    """One language's catalogue as it is written, junk and doubles noted."""
    found = Catalogue(language)
    for file in sorted((folder / language).glob("*.ftl")):
        text = file.read_text(encoding="utf-8")
        where = f"{language}/{file.name}"
        if not SAID_READ.match(text):
            found.problems.append(f"{where}: the first line does not say whether a native speaker has read it")
        for said in _said(text):
            _note(found, where, said)
    if not found.entries:
        found.problems.append(f"{language}: no messages at all")
    return found


@lru_cache(maxsize=256)
def _said(text: str) -> tuple[tuple[str, Entry] | str, ...]:
    """What a file says: messages by name, and junk. The parser takes long, and the same files are read again when one of them
    was changed."""
    found: list[tuple[str, Entry] | str] = []
    for entry in FluentParser(with_spans=False).parse(text).body:
        if isinstance(entry, ast.Junk):
            found.append((entry.content or "").strip()[:60])
        elif isinstance(entry, ast.Message):
            look = _Look()
            look.visit(entry)
            made = Entry("", frozenset(look.variables), frozenset(look.refers), tuple(look.plurals), look.length)
            found.append((entry.id.name, made))
    return tuple(found)


def _note(found: Catalogue, where: str, said: tuple[str, Entry] | str) -> None:
    if isinstance(said, str):
        found.problems.append(f"{where}: not Fluent, and dropped in silence: {said!r}")
        return
    name, entry = said
    if name in found.entries:
        found.problems.append(f"{where}: {name} stands here a second time")
    found.entries[name] = replace(entry, file=where)


def _between_languages(catalogues: Mapping[str, Catalogue]) -> Iterator[str]:
    names = {name for one in catalogues.values() for name in one.entries}
    for name in sorted(names):
        have = {language: one.entries[name] for language, one in catalogues.items() if name in one.entries}
        for language in sorted(set(catalogues) - set(have)):
            yield f"{language}: {name} is missing; {', '.join(sorted(have))} have it"
        variables = {language: entry.variables for language, entry in have.items()}
        if len(set(variables.values())) > 1:
            listed = "; ".join(
                f"{language}: {', '.join(sorted(used)) or 'none'}" for language, used in sorted(variables.items())
            )
            yield f"{name}: variables differ ({listed})"


def _within(catalogue: Catalogue) -> Iterator[str]:
    wanted = PLURALS[catalogue.language]
    for name, entry in sorted(catalogue.entries.items()):
        for forms in entry.plurals:
            if wanted - forms:
                yield f"{entry.file}: {name} lacks the plural forms {', '.join(sorted(wanted - forms))}"
        limit = next((most for start, most in LIMITS.items() if name.startswith(start)), LONGEST)
        if entry.length > limit:
            yield f"{entry.file}: {name} has {entry.length} characters, {limit} are the most"


def _uses(catalogues: Mapping[str, Catalogue], uses: Uses) -> Iterator[str]:
    names = {name for one in catalogues.values() for name in one.entries}
    referred = {name for one in catalogues.values() for entry in one.entries.values() for name in entry.refers}
    for name in sorted(names - referred):
        if not uses.uses(name):
            yield f"{name} is used nowhere"
    for name, where in sorted(uses.said.items()):
        if name not in names:
            yield f"{where}: says {name}, which is in no catalogue"


def problems(folder: Path = FOLDER, root: Path = ROOT, rooms: Iterable[str] = ROOMS) -> list[str]:
    """One sentence for each thing that is wrong; empty when all is well."""
    catalogues: dict[str, Catalogue] = {language: read(folder, language) for language in LANGUAGES}
    files = sorted(file for room in rooms for file in _python_files(root / room))
    found = [problem for one in catalogues.values() for problem in one.problems]
    found += _between_languages(catalogues)
    found += [problem for one in catalogues.values() for problem in _within(one)]
    found += _uses(catalogues, used_names(files, root))
    found += texts_in_code(files, root)
    return found


def _python_files(path: Path) -> list[Path]:
    return [path] if path.suffix == ".py" and path.is_file() else sorted(path.rglob("*.py"))


if __name__ == "__main__":
    wrong = problems()
    sys.stdout.write("".join(f"{problem}\n" for problem in wrong))
    sys.exit(1 if wrong else 0)
