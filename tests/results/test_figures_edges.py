"""Edge cases are results that say why, not exceptions."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from town import as_published, sayer, settings, themes, wave

from results.files.tables import tables
from results.lineage import LineageError, apply, trace
from results.published import few_ballots, require_published, write
from results.release import build
from results.shares import shares
from results.summary import published_order, summarise
from results.tables import REJECTED, UNSORTED, ScaleQuestion, ThemeName, Wave, wave_of
from results.weights import HIGHEST, LOWEST, rake

CASES: dict[str, tuple[Any, Any]] = {
    "no ballots": ([], []),
    "one ballot": ([[0, 1, 2]], [[0, 1, 2]]),
    "all the same": ([[0, 1, 2]] * 20, [[0, 1, 2]] * 20),
    "blank ballots": ([[]] * 12, [[]] * 12),
    "short ballots": ([[3]] * 15, [[4], [3]] * 8),
    "nobody came back": ([[0]] * 0, [[0]] * 15),
}


@pytest.mark.parametrize("case", CASES)
def test_an_odd_wave_still_gives_a_release_that_can_be_shown(case: str) -> None:
    before, after = (wave_of(ballots, places=3) for ballots in CASES[case])
    raw = build(before, after, themes(), settings())
    write(raw)
    shown = as_published(few_ballots(raw))
    for table in tables(shown, sayer("pl"), "pl"):
        assert all(len(row) == len(table.columns) for row in table.rows)


def test_a_wave_without_ballots_says_why_each_figure_is_missing() -> None:
    raw = build(None, wave_of([], places=3), themes(), settings(earlier=None))
    assert raw["agreement"]["w"] == {"n": 0, "value": None, "why": "no-ballots"}
    assert raw["pairwise"] == {"winner": None, "why": "no-ballots"}
    assert raw["shortlist"]["phragmen"]["why"] == "no-ballots"
    assert raw["questions"][0]["agreement"]["why"] == "no-answers"
    assert raw["themes"][0]["share"] is None


def test_everybody_lost_between_the_waves_is_said() -> None:
    before = wave_of([[0]] * 12, places=3, people=range(12))
    after = wave_of([[1]] * 11, places=3, people=range(50, 61))
    raw = build(before, after, themes(), settings())
    assert raw["matched"] == {"n": 0, "lost": 12, "new": 11, "why": "nobody-matched"}
    assert raw["change"] == []
    assert len(raw["unmatched"]["themes"]) == len(themes())


def test_a_theme_nobody_chose_has_a_share_of_nothing_and_the_last_place() -> None:
    raw = build(None, wave_of([[0, 1]] * 12, places=3), themes(), settings(earlier=None))
    last = raw["themes"][-1]
    assert (last["count"], last["share"], last["points"], last["place"]) == (0, 0, 0, 3)
    assert last["high"] > 0


def test_ties_everywhere_share_the_first_place() -> None:
    raw = build(None, wave_of([[0], [1], [2]] * 5, places=1), themes()[:3], settings(earlier=None))
    assert [theme["order"] for theme in raw["themes"]] == [1, 1, 1]
    assert [theme["place"] for theme in raw["themes"]] == [1, 1, 1]
    assert raw["shortlist"]["phragmen"]["tied"]


def test_the_plain_shortlist_is_the_beginning_of_the_published_order_ties_too() -> None:
    """Six themes that four chose each, the later ones higher on the ballots: points put them first in both."""
    ballots = [[theme, theme - 1] for theme in range(5, 0, -1) for _ in range(2)] + [[5]] * 2 + [[0]] * 2
    raw = build(None, wave_of(ballots, places=2), themes()[:6], settings(earlier=None, places=2))
    published = [theme["id"] for theme in raw["themes"]]
    assert {theme["count"] for theme in raw["themes"]} == {4}
    assert published != sorted(published)
    assert raw["shortlist"]["plain"]["themes"] == published[:5]
    assert raw["shortlist"]["plain"]["tied"]


def test_a_summary_of_no_wave_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="wave"):
        summarise(None, None, themes(), settings())


def test_below_ten_ballots_only_the_first_three_themes_and_no_number_remain() -> None:
    raw = build(wave(range(20), 1), wave(range(9), 2), themes(), settings())
    shown = few_ballots(raw)
    assert len(shown["themes"]) == 3
    assert all(set(theme) == {"id", "key", "names", "origin", "order"} for theme in shown["themes"])
    assert shown["groups"] == {}
    assert shown["change"] == []
    assert few_ballots(shown) == shown
    with pytest.raises(ValueError, match="ten"):
        require_published(raw | {"published": True})


def test_ten_ballots_keep_their_undivided_table() -> None:
    raw = build(None, wave(range(10), 2), themes(), settings(earlier=None))
    assert few_ballots(raw) is raw
    assert raw["few"] is False


def test_a_scale_has_a_row_for_each_step_also_for_those_nobody_chose() -> None:
    given = wave_of([[]] * 3, places=1, answers={"influence": [5, 5, -2]})
    raw = build(None, given, themes(), settings(earlier=None))
    question = raw["questions"][0]
    assert [value["count"] for value in question["values"]] == [0, 0, 0, 0, 2]
    assert (question["n"], question["no_opinion"], question["skipped"]) == (2, 1, 0)
    assert question["agreement"]["value"] == 1


def test_a_question_that_the_wave_did_not_ask_was_skipped_by_everybody() -> None:
    asked = (ScaleQuestion("other", "single", {"pl": "?"}, options=(("a", {"pl": "A"}), ("b", {"pl": "B"}))),)
    question = build(None, wave_of([[]] * 3, places=1), themes(), settings(earlier=None, questions=asked))["questions"][
        0
    ]
    assert (question["n"], question["skipped"]) == (0, 3)
    assert [value["share"] for value in question["values"]] == [None, None]


def test_weights_that_are_all_zero_give_no_weighted_share_but_the_plain_one() -> None:
    given = wave_of([[0]] * 12, places=1, weights=[0.0] * 12)
    assert shares(given, 2).missing is not None
    raw = build(None, given, themes(), settings(earlier=None))
    assert raw["themes"][0]["weighted"] is None
    assert raw["themes"][0]["share"] == 1


def test_raking_meets_known_totals_within_its_limits() -> None:
    given = wave(range(2000), 3)
    weights = rake(given, {"group": [30, 25, 15, 20, 10]})
    told = given.groups["group"] >= 0
    sums = np.bincount(given.groups["group"][told], weights=weights.weights[told])
    assert sums / sums.sum() == pytest.approx([0.30, 0.25, 0.15, 0.20, 0.10], abs=1e-3)
    assert weights.weights.sum() == pytest.approx(2000)
    assert weights.effective_n < 2000
    assert weights.gap < 1e-3


def test_extreme_weights_are_cut_and_the_miss_is_named() -> None:
    given = wave_of([[0]] * 1000, places=1, groups={"group": [0] * 990 + [1] * 10})
    weights = rake(given, {"group": [20, 80]})
    assert weights.weights.max() == HIGHEST
    assert weights.weights.min() >= LOWEST
    assert weights.cut > 0
    assert weights.gap > 0.5


def test_totals_for_people_who_are_not_there_are_named_as_unmet() -> None:
    given = wave_of([[0]] * 20, places=1, groups={"group": [0] * 10 + [1] * 10})
    weights = rake(given, {"group": [25, 25, 50]})
    assert weights.unmet == (("group", 2),)
    assert weights.weights == pytest.approx([1.0] * 20)
    assert rake(given, {"group": [0, 0, 0]}).missing is not None


@pytest.mark.parametrize(("order", "expected"), [("share", [1, 0, 2]), ("points", [0, 1, 2])])
def test_the_published_order_is_the_one_that_the_instrument_fixed(order: Any, expected: list[int]) -> None:
    _, sequence = published_order(np.array([5.0, 7, 2]), np.array([15.0, 9, 2]), settings(order=order))
    assert sequence.tolist() == expected


MERGED = [
    ThemeName(1, "green", {"pl": "Miasto zielone"}),
    ThemeName(2, "sport", {"pl": "Sport"}),
    ThemeName(3, "own-1", {"pl": "zieleń"}, "proposal", "merged", 4),
    ThemeName(4, "own-2", {"pl": "drzewa"}, "proposal", "merged", 1),
    ThemeName(5, "own-3", {"pl": "ławki"}, "proposal", "incoming"),
    ThemeName(6, "own-4", {"pl": "!!!"}, "proposal", "rejected"),
]


def test_a_merged_theme_counts_where_the_chain_of_merges_ends() -> None:
    lineage = trace(MERGED)
    given = apply(wave_of([[2, 1], [3], [4, 0], [5]], places=2), lineage)
    assert given.choices.tolist() == [[0, 1], [0, -1], [UNSORTED, 0], [REJECTED, -1]]


def test_two_themes_that_became_one_keep_the_better_place_and_the_rest_moves_up() -> None:
    given = apply(wave_of([[2, 0, 1], [1, 3, 0]], places=3), trace(MERGED))
    assert given.choices.tolist() == [[0, 1, -1], [1, 0, -1]]


def test_own_words_are_in_no_release() -> None:
    raw = build(None, wave_of([[2, 1], [4], [5]] * 5, places=2), MERGED, settings(earlier=None))
    text = write(raw)
    assert not any(words in text for words in ("zieleń", "drzewa", "ławki", "!!!"))
    assert raw["own_themes"] == 5
    assert [row["counts_for"] for row in raw["lineage"]["counts_for"]] == [1, 1]


def test_merges_in_a_circle_are_refused() -> None:
    circle = [
        ThemeName(1, "a", {}, state="merged", merged_into=2),
        ThemeName(2, "b", {}, state="merged", merged_into=1),
    ]
    with pytest.raises(LineageError, match="circle"):
        trace(circle)
    with pytest.raises(LineageError, match="not among"):
        trace([ThemeName(1, "a", {}, state="merged", merged_into=9)])


def test_a_wave_whose_columns_do_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="people"):
        Wave(
            np.zeros((2, 3), dtype=np.int16),
            np.zeros(1, dtype=np.int64),
            np.zeros(2, dtype=np.int8),
            np.zeros(2, dtype=np.bool_),
        )
