"""Which messages code uses, and words for people that stand in code. Read from the code's syntax, without running it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

SAYING: Final = frozenset({"Say", "say", "button", "enter"})
"""Calls whose first argument is a message's name."""
READ_WORDS: Final = frozenset(
    {
        "conversations/commands.py",
        "conversations/spoken.py",
        "conversations/similar.py",
        "conversations/stems.py",
        "conversations/folding.py",
        "conversations/questions/scale.py",
    }
)
"""Modules that understand what people type: their words are read, never shown."""
OPERATORS: Final = frozenset({"bot/intake.py", "bot/line.py"})
"""Modules that tell operators what is wrong, in English sentences."""
SHOWN_ROOMS: Final = ("conversations/", "service/", "bot/")
_FOREIGN: Final = re.compile(r"[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]|[\u0400-\u04ff]")
_SENTENCE: Final = re.compile(r"[A-Z][^\s]*(?:\s+\S+){2,}[.?!]")
_QUIET_CALLS: Final = frozenset({"debug", "info", "warning", "error", "exception", "critical"})


@dataclass(slots=True)
class Uses:
    """Every string in code, the patterns of those that are put together, and what is said outright (name -> where)."""

    strings: set[str] = field(default_factory=set)
    patterns: list[re.Pattern[str]] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)

    def uses(self, name: str) -> bool:
        return name in self.strings or any(pattern.fullmatch(name) for pattern in self.patterns)


def used_names(files: Iterable[Path], root: Path) -> Uses:
    """What `files` say. A name put together (f"card-{kind}", "edit" + "-numbered") counts for all that fit it."""
    uses = Uses()
    for file in files:
        one = _of_file(file.read_text(encoding="utf-8"), file.relative_to(root).as_posix())
        uses.strings |= one.strings
        uses.patterns += one.patterns
        uses.said |= one.said
    uses.patterns += [re.compile(f".+{re.escape(end)}") for end in uses.strings if re.fullmatch(r"-[a-z]{4,}", end)]
    return uses


@lru_cache(maxsize=1024)
def _of_file(text: str, where: str) -> Uses:
    """What one file says; the same files are read again when one of them was changed."""
    uses = Uses()
    for node in ast.walk(ast.parse(text)):
        _note(uses, node, where)
    return uses


def _note(uses: Uses, node: ast.AST, where: str) -> None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        uses.strings.add(node.value)
    elif isinstance(node, ast.JoinedStr):
        pattern = "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values
        )
        if re.match(r"[a-z]{2,}\\?-", pattern):
            uses.patterns.append(re.compile(pattern))
    elif isinstance(node, ast.Call) and node.args and _called(node) in SAYING:
        uses.said.update(dict.fromkeys(_constants(node.args[0]), f"{where}:{node.lineno}"))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _constants(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _constants(argument.body)
        yield from _constants(argument.orelse)


def texts_in_code(files: Iterable[Path], root: Path) -> Iterator[str]:
    """Words for people that stand in the rooms that show something: letters of our languages, or whole sentences."""
    for file in files:
        name = file.relative_to(root).as_posix()
        if not name.startswith(SHOWN_ROOMS) or name in READ_WORDS:
            continue
        yield from _shown(file.read_text(encoding="utf-8"), name)


@lru_cache(maxsize=1024)
def _shown(text: str, where: str) -> tuple[str, ...]:
    tree = ast.parse(text)
    ours = _not_for_people(tree)
    return tuple(
        f"{where}:{node.lineno}: words for people belong into the catalogues: {node.value[:50]!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in ours
        and _reads(node.value, sentences=where not in OPERATORS)
    )


def _reads(text: str, *, sentences: bool) -> bool:
    return bool(_FOREIGN.search(text) or (sentences and _SENTENCE.search(text)))


def _not_for_people(tree: ast.AST) -> set[int]:
    """Strings that no resident reads: documentation, exceptions, log lines, patterns for what people type."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif isinstance(node, ast.Raise) or (
            isinstance(node, ast.Call) and (_called(node) in _QUIET_CALLS or _is_pattern(node))
        ):
            found |= {id(inner) for inner in ast.walk(node)}
    return found


def _is_pattern(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "re"
