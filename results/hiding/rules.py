"""What is a small cell, and what a hidden one looks like in a release."""

from __future__ import annotations

from typing import Any, Final

FEW: Final = 5
"""The smallest base, count and complement that is no small one."""
DIVIDED_FROM: Final = 4
"""A theme that fewer people chose (or fewer did not choose) cannot be divided: its public total alone bounds each part
to fewer than five values."""
FULL_FROM: Final = 10
"""From this base on, figures that do not add up (places, means, agreement) are shown of a group without hidden cells."""

Json = dict[str, Any]


def hidden_cell() -> Json:
    """What stands in a release in the place of a hidden number."""
    return {"hidden": True}


def is_hidden(cell: Any) -> bool:
    return isinstance(cell, dict) and cell.get("hidden") is True


def seen(cell: Any) -> int | None:
    """The released whole number, or None when it is hidden."""
    return None if is_hidden(cell) or cell is None else int(cell)


def few(people: int) -> bool:
    """True for 1–4 people. Nobody is no small number: it is about nobody."""
    return 0 < people < FEW


def small(count: int, base: int) -> bool:
    """True when the number `count` of `base` people is a small cell: base under five, or count or complement 1–4.

    A category without anybody has no small cells.
    """
    return few(base) or few(count) or few(base - count)


def small_difference(count: int, base: int, old_count: int, old_base: int) -> bool:
    """True when two releases together show a small cell of the people who came or went in between.

    The difference of two released tables is a table too. Where nothing changed it says nothing.
    """
    more, people = abs(count - old_count), abs(base - old_base)
    return few(people) or few(more) or few(abs((base - count) - (old_base - old_count)))
