"""Nobody who holds every release of a workshop, and a solver, gets nearer to a hidden number than five values."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from statistics import median
from typing import Any

import pytest
from attacker import break_in
from random_workshops import history, workshop

from results.hiding import publish

Json = dict[str, Any]
BLOCK = 20
FEW_SEEDS = range(1_005, 1_012)
"""Workshops that every run looks at."""
FIGURES = ("before", "after", "kept", "gained", "dropped")


def is_hidden(cell: Any) -> bool:
    return bool(cell == {"hidden": True})


def is_small(count: int, base: int) -> bool:
    return 0 < base < 5 or 0 < count < 5 or 0 < base - count < 5


def of_groups(rows: list[Json]) -> Iterator[tuple[Any, int, int]]:
    """Name, number and base of every cell of a breakdown."""
    for row in rows:
        yield (row["key"], "n"), row["n"], row["n"]
        for theme in row["themes"]:
            yield (row["key"], theme["id"]), theme["count"], row["n"]


def of_change(rows: list[Json]) -> Iterator[tuple[Any, int, int]]:
    for row in rows:
        for figure in FIGURES:
            yield (row["id"], figure), row[figure], row["n"]


def tables(true: Json, shown: Json) -> Iterator[tuple[list[Any], dict[Any, Any]]]:
    """Each divided table that anything is left of: all its true cells, and its shown ones by name."""
    for key, rows in shown["groups"].items():
        if rows:
            yield list(of_groups(true["groups"][key])), {name: cell for name, cell, _ in of_groups(rows)}
    if shown["change"]:
        yield list(of_change(true["change"])), {name: cell for name, cell, _ in of_change(shown["change"])}


def only_small_hidden(release: Json) -> Json:
    """What somebody would publish who thinks of small cells alone."""
    groups = {
        key: [
            row
            | {
                "n": {"hidden": True} if is_small(row["n"], row["n"]) else row["n"],
                "themes": [
                    theme | {"count": {"hidden": True} if is_small(theme["count"], row["n"]) else theme["count"]}
                    for theme in row["themes"]
                ],
            }
            for row in rows
        ]
        for key, rows in release["groups"].items()
        if key == "district"
    }
    return release | {"groups": groups, "change": [], "since": None}


@cache
def made(seed: int, size: str) -> tuple[list[Json], list[Json]]:
    return workshop(seed, size)


def assert_unbroken(seeds: range, size: str) -> None:
    for seed in seeds:
        _, published = made(seed, size)
        assert break_in(published) == [], f"workshop {seed}"


def test_an_attacker_bounds_no_hidden_number_to_fewer_than_five_values() -> None:
    assert_unbroken(FEW_SEEDS, "small")


def test_those_who_came_late_to_a_table_of_attendance_are_told_apart_from_nobody() -> None:
    """Late paper after a first release that showed attendance but no change: 148 was once broken into."""
    assert_unbroken(range(148, 149), "small")


@pytest.mark.long
@pytest.mark.parametrize("block", range(500 // BLOCK))
def test_an_attacker_breaks_into_none_of_five_hundred_workshops(block: int) -> None:
    assert_unbroken(range(block * BLOCK, (block + 1) * BLOCK), "usual" if block == 0 else "small")


def test_an_attacker_breaks_into_workshops_that_hide_small_numbers_alone() -> None:
    broken = [bool(break_in([only_small_hidden(next(history(seed, "small"))[0])])) for seed in range(8)]
    assert sum(broken) >= 4, broken


def test_at_most_three_further_numbers_are_hidden_for_each_small_one() -> None:
    ratios = []
    for seed in FEW_SEEDS:
        for true, shown in zip(*made(seed, "small"), strict=True):
            for cells, left in tables(true, shown):
                small = sum(is_small(count, base) for _, count, base in cells)
                gone = sum(
                    name not in left or is_hidden(left[name])
                    for name, count, base in cells
                    if not is_small(count, base)
                )
                if small:
                    ratios.append(gone / small)
    assert len(ratios) > 10
    assert median(ratios) <= 3


def test_a_table_without_small_numbers_hides_nothing() -> None:
    seen = 0
    for seed in range(20):
        true = next(history(seed, "small"))[0]
        shown = publish(true, [])
        for key, rows in true["groups"].items():
            if not any(is_small(count, base) for _, count, base in of_groups(rows)):
                seen += 1
                assert shown["groups"][key] == rows
    assert seen >= 3
