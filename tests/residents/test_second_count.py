"""The second count's own formulas: published cases, and nothing of the service or of the field's libraries behind them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rehearsal import plain_figures as plain

ROOT = Path(__file__).parents[2]
BANNED = {"numpy", "scipy", "statsmodels", "results", "service", "storage", "domain", "conversations", "sqlalchemy"}


def test_it_is_plain_python_and_knows_nothing_of_the_service() -> None:
    code = "import sys, rehearsal.recompute; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert BANNED & set(loaded.stdout.split()) == set()


def test_its_intervals_and_tests_give_the_published_numbers() -> None:
    assert plain.wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=5e-5)
    adjusted = plain.holm({"a": 0.01, "b": 0.02, "c": 0.03, "d": 0.005})
    assert [adjusted[name] for name in "abcd"] == pytest.approx([0.03, 0.04, 0.04, 0.02])
    assert plain.mcnemar(1, 7) == pytest.approx(2 * 9 / 2**8)
    # Newcombe's paired example: 36, 12, 2, 0 of 50
    assert plain.newcombe(36, 12, 2, 50) == pytest.approx((0.0569, 0.3404), abs=5e-5)


def test_its_pairwise_order_is_that_of_the_published_forty_five_voters() -> None:
    groups = (
        (5, "ACBED"),
        (5, "ADECB"),
        (8, "BEDAC"),
        (3, "CABED"),
        (7, "CAEBD"),
        (2, "CBADE"),
        (7, "DCEBA"),
        (8, "EBADC"),
    )
    ballots = [list(order) for count, order in groups for _ in range(count)]
    places = plain.schulze(ballots, "ABCDE")
    assert sorted("ABCDE", key=lambda name: places[name]) == list("EACBD")
    assert plain.condorcet(ballots, "ABCDE") is None
