""" "More" and "fewer" are said beside hidden numbers as far as they leave these open, and are never wrong."""

from __future__ import annotations

from itertools import product

import pytest
from random_workshops import workshop

from results.hiding import marks
from results.hiding.audit import holes
from results.hiding.programme import Cell, Programme, world_of
from results.hiding.proof import Worlds

HIDDEN = {"hidden": True}


@pytest.mark.parametrize(
    ("gained", "dropped"), [(47, 2), (2, 31), (16, 1), (0, 18), (9, 23), (13, 1), (0, 0), (20, 8), (4, 4)]
)
def test_a_word_is_true_everywhere_in_its_room(gained: int, dropped: int) -> None:
    said, around = marks.word(gained, dropped, 12), marks.room(gained, dropped, 12)
    turned = gained < dropped
    inside = 0
    for more, fewer in product(range(70), range(70)):
        if around.least <= fewer <= around.most and around.low <= more - fewer <= around.high:
            inside += 1
            assert marks.word(*((fewer, more) if turned else (more, fewer)), 12) == said, (more, fewer)
    assert inside > 20


def test_the_true_numbers_lie_in_their_room() -> None:
    for gained, dropped in product(range(40), range(40)):
        around = marks.room(gained, dropped, 12)
        fewer, difference = min(gained, dropped), abs(gained - dropped)
        assert around.least <= fewer <= around.most, (gained, dropped)
        assert around.low <= difference <= around.high, (gained, dropped)


def test_the_audit_rules_out_worlds_in_which_a_released_word_is_false() -> None:
    programme = Programme()
    gained, dropped = programme.variable(0, 60), programme.variable(0, 60)
    programme.cell(Cell(("dropped",), {dropped: 1}, None))
    programme.same({gained: 1}, 30)
    programme.statements.append(marks.Statement(1, True, {gained: 1}, {dropped: 1}, 12, "more"))
    base = world_of(programme)
    assert base is not None
    base[dropped] = 0
    far, near = base.copy(), base.copy()
    far[dropped], near[dropped] = 40, 5
    assert holes(programme, Worlds(programme, base, [near])) == []
    assert holes(programme, Worlds(programme, base, [far])) == [("dropped",)]


def test_words_beside_hidden_numbers_are_those_of_the_true_ones() -> None:
    told = 0
    for seed in range(1_005, 1_009):
        for true, shown in zip(*workshop(seed, "small"), strict=True):
            rows = {row["id"]: row for row in true["change"]}
            for row in shown["change"]:
                if row["p"] == HIDDEN and row["clear"] != HIDDEN:
                    told += 1
                    numbers = rows[row["id"]]["gained"], rows[row["id"]]["dropped"]
                    assert row["clear"] == marks.word(*numbers, len(true["themes"]))
                    assert row["clear"] in ("unclear", rows[row["id"]]["clear"])
    assert told >= 5
