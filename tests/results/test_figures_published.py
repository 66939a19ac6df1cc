"""Each figure gives what the literature, or another program, has published for it."""

from __future__ import annotations

import numpy as np
import pytest
from statsmodels.stats.multitest import multipletests

from results.agreement import kendall_w, scale_agreement
from results.change import mcnemar_exact, paired_interval
from results.multiplicity import holm
from results.pairwise import pairwise
from results.points import points
from results.shares import wilson
from results.shortlist import shortlists
from results.tables import wave_of
from results.unmatched import unmatched


def whole(*numbers: int) -> np.ndarray:
    return np.array(numbers, dtype=np.int64)


def test_wilsons_interval_for_81_of_263_is_newcombes() -> None:
    low, high = wilson(np.array([81.0]), 263)
    assert (round(low[0], 4), round(high[0], 4)) == (0.2553, 0.3662)


@pytest.mark.parametrize(
    ("kept", "gained", "dropped", "n", "low", "high"),
    [
        (1, 1, 7, 21, -0.507, -0.026),  # Bentur et al. 2009, in Fagerland, Lydersen and Laake, chapter 8
        (36, 12, 2, 50, 0.0569, 0.3404),  # Newcombe 1998, table II (a)
    ],
)
def test_newcombes_paired_interval_is_the_published_one(
    kept: int, gained: int, dropped: int, n: int, low: float, high: float
) -> None:
    got_low, got_high = paired_interval(whole(kept), whole(gained), whole(dropped), n)
    assert got_low[0] == pytest.approx(low, abs=5e-4)
    assert got_high[0] == pytest.approx(high, abs=5e-4)


def test_exact_mcnemar_of_one_against_seven_is_nine_of_128() -> None:
    assert mcnemar_exact(whole(1, 0), whole(7, 0)).tolist() == pytest.approx([9 / 128, 1])


def test_newcombes_independent_interval_is_the_published_one() -> None:
    """56 of 70 against 48 of 80 (Newcombe 1998, 873–890, method 10): .0524 to .3339."""
    before = wave_of([[0]] * 48 + [[]] * 32, places=1)
    after = wave_of([[0]] * 56 + [[]] * 14, places=1)
    row = unmatched(before, after, 1).themes[0]
    assert (round(row.low, 4), round(row.high, 4)) == (0.0524, 0.3339)


def test_kendalls_w_is_that_of_nags_g08daf() -> None:
    ranks = np.array(
        [
            [1.0, 4.5, 2.0, 4.5, 3.0, 7.5, 6.0, 9.0, 7.5, 10.0],
            [2.5, 1.0, 2.5, 4.5, 4.5, 8.0, 9.0, 6.5, 10.0, 6.5],
            [2.0, 1.0, 4.5, 4.5, 4.5, 4.5, 8.0, 8.0, 8.0, 10.0],
        ]
    )
    figure = kendall_w(ranks)
    assert figure.value is not None
    assert round(figure.value, 3) == 0.828


@pytest.mark.parametrize(
    ("counts", "agreement"),
    [
        ((30, 40, 210, 130, 530, 50, 10), 0.6113333),  # the example of R's agrmt
        ((0, 0, 100, 0, 0), 1.0),
        ((50, 0, 0, 0, 50), -1.0),
        ((20, 20, 20, 20, 20), 0.0),
    ],
)
def test_van_der_eijks_agreement_is_the_published_one(counts: tuple[int, ...], agreement: float) -> None:
    assert scale_agreement(whole(*counts)).value == pytest.approx(agreement, abs=1e-6)


def test_schulze_puts_wikipedias_45_voters_in_the_order_e_a_c_b_d() -> None:
    voters = {"ACBED": 5, "ADECB": 5, "BEDAC": 8, "CABED": 3, "CAEBD": 7, "CBADE": 2, "DCEBA": 7, "EBADC": 8}
    ballots = [["ABCDE".index(letter) for letter in order] for order, number in voters.items() for _ in range(number)]
    figure = pairwise(wave_of(ballots, places=5), 5)
    assert "".join(sorted("ABCDE", key=lambda letter: figure.places["ABCDE".index(letter)])) == "EACBD"
    assert figure.winner is None


def test_phragmens_shortlist_is_that_of_lackner_and_skowron() -> None:
    """Their running example (12 voters, candidates a–g): sequential Phragmén elects {a, b, c, d} for k = 4."""
    ballots = [[0, 1]] * 3 + [[0, 2]] * 3 + [[0, 3]] * 2 + [[1, 2, 5], [4], [5], [6]]
    taken = shortlists(wave_of(ballots, places=3), 8, 4)
    assert set(taken.phragmen.themes) == {0, 1, 2, 3}


def test_phragmen_gives_the_minority_a_theme_that_the_plain_list_does_not() -> None:
    """Phragmén's own example (1894): 1034 put in ABC, 519 PQR; with three places the second party gets one."""
    ballots = [[0, 1, 2]] * 1034 + [[3, 4, 5]] * 519 + [[0, 1, 3]] * 90 + [[0, 3, 4]] * 47
    taken = shortlists(wave_of(ballots, places=3), 6, 3)
    assert taken.phragmen.themes == (0, 3, 1)
    assert taken.plain.themes == (0, 1, 2)
    assert (taken.phragmen.without, taken.plain.without) == (0, 519)


def test_holm_adjusts_the_four_p_values_of_the_specification() -> None:
    assert holm([0.01, 0.02, 0.03, 0.005]) == pytest.approx((0.03, 0.04, 0.04, 0.02))
    values = np.random.default_rng(4).random(50) ** 3
    assert holm(values.tolist()) == pytest.approx(multipletests(values, method="holm")[1])
    assert holm([]) == ()


def test_bordas_points_on_three_places_are_three_two_one() -> None:
    figure = points(wave_of([[0, 1, 2], [1, 0], [1]], places=3), 4)
    assert figure.points.tolist() == [5, 8, 1, 0]
    assert figure.places.tolist() == [2, 1, 3, 4]
