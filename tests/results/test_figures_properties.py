"""Figures on random ballots agree with slow, obvious versions or with a second library."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import bootstrap, wilcoxon
from statsmodels.stats.contingency_tables import mcnemar

from results.agreement import agreement_by, agreement_of_ballots, kendall_w
from results.bootstrap import place_ranges
from results.change import change_of_shares, match
from results.pairwise import pairwise, preferences
from results.points import points, shared_places
from results.ranks import change_of_places, mean_change, rank_differences, wilcoxon_pratt
from results.shares import shares
from results.shortlist import shortlists
from results.tables import NOBODY, REJECTED, distinct_rows, row_keys, wave_of

THEMES = 5
PLACES = 3
ballot = st.lists(st.integers(0, THEMES - 1), max_size=PLACES, unique=True)
some_ballots = st.lists(ballot, min_size=1, max_size=25)
pairs = st.lists(st.tuples(ballot, ballot), min_size=1, max_size=25)


@given(some_ballots)
def test_shares_and_points_are_what_counting_by_hand_gives(ballots: list[list[int]]) -> None:
    wave = wave_of(ballots, places=PLACES)
    chosen = Counter(theme for each in ballots for theme in each)
    worth = Counter[int]()
    for each in ballots:
        for place, theme in enumerate(each):
            worth[theme] += PLACES - place
    figure = shares(wave, THEMES)
    assert [row.count for row in figure.themes] == [chosen[theme] for theme in range(THEMES)]
    assert all(row.low <= row.share <= row.high for row in figure.themes)
    assert points(wave, THEMES).points.tolist() == [worth[theme] for theme in range(THEMES)]


@given(st.lists(st.integers(0, 5), min_size=1, max_size=12))
def test_a_place_is_one_more_than_the_number_of_better_ones(scores: list[int]) -> None:
    places = shared_places(np.array(scores, dtype=float))
    assert places.tolist() == [1 + sum(other > score for other in scores) for score in scores]


@given(some_ballots)
def test_agreement_of_short_ballots_is_kendalls_w_of_their_complete_rankings(ballots: list[list[int]]) -> None:
    named = [each for each in ballots if each]
    scores = np.array(
        [[PLACES - each.index(t) if t in each else 0 for t in range(THEMES)] for each in named], dtype=float
    )
    slow = kendall_w(scores.reshape(len(named), THEMES))
    quick = agreement_of_ballots(wave_of(ballots, places=PLACES), THEMES)
    assert quick.n == slow.n
    assert quick.value == (None if slow.value is None else pytest.approx(slow.value))


marks = st.integers(REJECTED, THEMES - 1)


@given(st.lists(st.tuples(marks, marks, marks, st.integers(0, 3)), min_size=1, max_size=25))
def test_agreement_by_group_is_that_of_each_groups_own_ballots(rows: list[tuple[int, int, int, int]]) -> None:
    """Also with places that hold something which counts for nothing, and for groups without anybody."""
    wave, codes = wave_of([row[:PLACES] for row in rows], places=PLACES), np.array([row[PLACES] for row in rows])
    alone = [agreement_of_ballots(wave.take(codes == code), THEMES) for code in range(5)]
    assert agreement_by(wave, THEMES, codes, 5) == alone


@given(st.lists(st.tuples(*[st.integers(-1, 4)] * 3), max_size=40), st.sampled_from([5, 300]))
def test_different_rows_are_those_of_a_set(rows: list[tuple[int, int, int]], size: int) -> None:
    """Counted when there are few that could be, sorted when there are many."""
    columns = np.array(rows, dtype=np.int32).reshape(-1, 3)
    found, copies = distinct_rows(columns, size)
    assert {tuple(columns[row].tolist()): int(count) for row, count in zip(found, copies, strict=True)} == Counter(rows)
    assert [tuple(columns[row].tolist()) for row in found] == sorted(set(rows))


@given(some_ballots)
def test_preferences_count_who_puts_one_before_the_other(ballots: list[list[int]]) -> None:
    def before(each: list[int], one: int, other: int) -> bool:
        return one in each and (other not in each or each.index(one) < each.index(other))

    slow = [
        [sum(before(each, i, j) for each in ballots) if i != j else 0 for j in range(THEMES)] for i in range(THEMES)
    ]
    assert preferences(wave_of(ballots, places=PLACES), THEMES).tolist() == slow


@given(some_ballots)
def test_a_pairwise_winner_is_alone_on_schulzes_first_place(ballots: list[list[int]]) -> None:
    figure = pairwise(wave_of(ballots, places=PLACES), THEMES)
    if figure.winner is not None:
        assert figure.places.tolist().count(1) == 1
        assert figure.places[figure.winner] == 1
    assert 1 in figure.places.tolist()


def phragmen_slowly(ballots: list[list[int]], k: int) -> list[int]:
    load = [Fraction(0)] * len(ballots)
    taken: list[int] = []
    while len(taken) < k:
        costs = {}
        for theme in set(range(THEMES)) - set(taken):
            supporters = [i for i, each in enumerate(ballots) if theme in each]
            if supporters:
                costs[theme] = (1 + sum(load[i] for i in supporters)) / Fraction(len(supporters))
        if not costs:
            break
        best = min(costs, key=lambda theme: (costs[theme], theme))
        for i, each in enumerate(ballots):
            if best in each:
                load[i] = costs[best]
        taken.append(best)
    return taken


@given(some_ballots, st.integers(1, 4))
def test_the_shortlist_is_phragmens_in_exact_fractions(ballots: list[list[int]], k: int) -> None:
    taken = shortlists(wave_of(ballots, places=PLACES), THEMES, k).phragmen
    assert list(taken.themes) == phragmen_slowly(ballots, k)
    covered = [sum(bool(set(each) & set(taken.themes[: i + 1])) for each in ballots) for i in range(len(taken.themes))]
    assert list(taken.covered) == covered
    assert taken.without == sum(bool(each) and not set(each) & set(taken.themes) for each in ballots)


@given(pairs)
def test_changes_are_what_comparing_each_person_gives(both: list[tuple[list[int], list[int]]]) -> None:
    before = wave_of([one for one, _ in both], places=PLACES)
    after = wave_of([other for _, other in both], places=PLACES)
    for theme, row in enumerate(change_of_shares(before, after, THEMES).themes):
        kept = sum(theme in one and theme in other for one, other in both)
        gained = sum(theme not in one and theme in other for one, other in both)
        dropped = sum(theme in one and theme not in other for one, other in both)
        assert (row.kept, row.gained, row.dropped) == (kept, gained, dropped)
        assert row.low - 1e-12 <= row.change <= row.high + 1e-12
        table = [[kept, gained], [dropped, len(both) - kept - gained - dropped]]
        assert row.p == pytest.approx(mcnemar(table, exact=True).pvalue)
        assert row.p_holm >= row.p
        assert (row.clear == "unclear") == (row.p_holm >= 0.05)


@given(pairs)
def test_rank_differences_count_each_persons_difference(both: list[tuple[list[int], list[int]]]) -> None:
    def rank(each: list[int], theme: int) -> int:
        return each.index(theme) + 1 if theme in each else PLACES + 1

    before = wave_of([one for one, _ in both], places=PLACES)
    after = wave_of([other for _, other in both], places=PLACES)
    histogram = rank_differences(before, after, THEMES)
    for theme in range(THEMES):
        slow = Counter(rank(other, theme) - rank(one, theme) for one, other in both)
        assert histogram[theme].tolist() == [slow[difference] for difference in range(-PLACES, PLACES + 1)]


@given(st.lists(st.integers(-4, 4), min_size=1, max_size=60))
def test_wilcoxon_from_counts_is_scipys_from_people(differences: list[int]) -> None:
    values, counts = np.unique(np.array(differences), return_counts=True)
    p, missing = wilcoxon_pratt(values, counts)
    if not any(differences):
        assert p is None
        assert missing is not None
        return
    asked = wilcoxon(differences, zero_method="pratt", method="asymptotic", correction=False)
    assert p == pytest.approx(asked.pvalue)


def test_the_interval_of_a_mean_change_is_scipys_bootstrap_within_noise() -> None:
    differences = np.random.default_rng(3).integers(-3, 4, 400)
    values, counts = np.unique(differences, return_counts=True)
    figure = mean_change(values, counts, seed=11)
    theirs = bootstrap((differences,), np.mean, method="percentile", n_resamples=4000, rng=np.random.default_rng(5))
    assert figure.low == pytest.approx(theirs.confidence_interval.low, abs=0.02)
    assert figure.high == pytest.approx(theirs.confidence_interval.high, abs=0.02)
    assert mean_change(values, counts, seed=11) == figure


def test_place_ranges_are_those_of_drawing_people_one_by_one() -> None:
    random = np.random.default_rng(8)
    ballots = [random.permutation(THEMES)[:PLACES].tolist() for _ in range(40)] + [[0, 1]] * 8
    wave = wave_of(ballots, places=PLACES)
    ranges = place_ranges(wave, THEMES, seed=2)
    rows = [points(wave.take(random.integers(0, 48, 48)), THEMES).places for _ in range(1000)]
    low = np.quantile(rows, 0.025, axis=0, method="inverted_cdf")
    high = np.quantile(rows, 0.975, axis=0, method="inverted_cdf")
    assert np.abs(ranges.low - low).max() <= 1
    assert np.abs(ranges.high - high).max() <= 1
    assert (ranges.low <= points(wave, THEMES).places).all()
    assert place_ranges(wave, THEMES, seed=2).low.tolist() == ranges.low.tolist()


def test_place_ranges_by_blocks_are_those_by_ballots_within_one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(1)
    ballots = [random.permutation(THEMES)[:PLACES].tolist() for _ in range(4000)]
    wave = wave_of(ballots, places=PLACES)
    whole = place_ranges(wave, THEMES, seed=3)
    monkeypatch.setattr("results.bootstrap.UNITS", 40)
    blocks = place_ranges(wave, THEMES, seed=3)
    assert np.abs(whole.low - blocks.low).max() <= 1
    assert np.abs(whole.high - blocks.high).max() <= 1


@given(st.lists(st.integers(-1, 6), max_size=12), st.lists(st.integers(-1, 6), max_size=12))
def test_ballots_are_matched_when_their_person_stands_once_in_each_wave(one: list[int], other: list[int]) -> None:
    pairs = match(wave_of([[]] * len(one), places=1, people=one), wave_of([[]] * len(other), places=1, people=other))
    both = {
        person for person in set(one) & set(other) if person != NOBODY and one.count(person) == other.count(person) == 1
    }
    assert {one[row] for row in pairs.before} == both
    assert [one[row] for row in pairs.before] == [other[row] for row in pairs.after]
    assert len(pairs.before) + len(pairs.only_before) == len(one)
    assert len(pairs.after) + len(pairs.only_after) == len(other)


@settings(max_examples=50)
@given(
    st.lists(st.lists(st.integers(-1, 8), min_size=4, max_size=4), min_size=1, max_size=20), st.sampled_from([9, 2**31])
)
def test_rows_have_the_same_key_when_they_are_the_same(rows: list[list[int]], size: int) -> None:
    keys = row_keys(np.array(rows, dtype=np.int64), size)
    assert len(set(keys.tolist())) == len({tuple(row) for row in rows})


def test_change_of_places_is_below_zero_for_a_theme_that_moved_up() -> None:
    before = wave_of([[1, 2, 0]] * 20 + [[3]] * 10, places=3)
    after = wave_of([[0, 1, 2]] * 20 + [[3]] * 10, places=3)
    moved = change_of_places(before, after, THEMES, seed=1)
    assert moved[0].mean == pytest.approx(-2 * 20 / 30)
    assert moved[0].p is not None
    assert moved[0].p < 0.001
    assert moved[3].p is None
