"""Cells, columns and tables of a release's files. A cell is text, a number, None (not computed or not asked), or HIDDEN."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, Literal

from domain.languages import pick
from results.published import hidden
from results.words import Say


class Hidden(Enum):
    """The one value that stands for a hidden cell."""

    CELL = "hidden"


HIDDEN: Final = Hidden.CELL
Cell = str | int | float | None | Hidden
Kind = Literal["text", "whole", "share", "change", "number", "p"]


@dataclass(frozen=True, slots=True)
class Column:
    """`kind` says how numbers read: share 0..1 (48 %), change −1..1 (percentage points), p a probability."""

    key: str
    heading: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """`key` names it: summary, themes, change …; `rows` are as long as `columns`."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def cell(row: dict[str, Any] | None, key: str) -> Cell:
    """What stands in `row` under `key`: HIDDEN when the row or the cell is hidden, None when there is none."""
    if row is None:
        return None
    if hidden(row) or hidden(row.get(key)):
        return HIDDEN
    value = row.get(key)
    return value if isinstance(value, str | int | float) else None


def question_name(question: dict[str, Any], language: str) -> str:
    """A question's text, or its key where it has none."""
    return pick(question["text"], language) if question["text"] else str(question["key"])


def headed(say: Say, kinds: tuple[tuple[str, Kind], ...]) -> tuple[Column, ...]:
    """Columns with their headings from the catalogue."""
    return tuple(Column(key, say(f"results-column-{key.replace('_', '-')}"), kind) for key, kind in kinds)
