"""What is shown live of an open wave: how often, how little, and nothing by which a hidden number can be worked out."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from attacker import break_in, build
from random_workshops import answers, settings, town

from results import release as releases
from results.hiding import TooClose, publish
from results.hiding.wholes import moved, whole_of
from results.live import FEWEST, HELD_BACK, MOST_THEMES, STEP, coarse, next_size
from results.tables import Wave

Json = dict[str, Any]
BLOCK = 20


def test_releases_are_five_apart_ten_are_never_shown_and_large_waves_are_shown_seldom() -> None:
    counted, shown = 0, []
    for ballots in range(15_001):
        size = next_size(ballots, counted)
        if size is not None:
            assert ballots - size >= HELD_BACK
            assert size - counted >= STEP
            counted = size
            shown.append(size)
    assert shown[:4] == [10, 15, 20, 25]
    assert len(shown) < 90
    assert all(later - earlier <= earlier / 10 + STEP for earlier, later in pairwise(shown))


def test_withdrawn_answers_make_no_release_nearer() -> None:
    assert next_size(60, 45) == 50
    assert next_size(54, 45) is None
    assert next_size(19, 0) is None


def played(seed: int) -> list[Json]:
    """A wave of a random town, shown live as it grows, then closed; after it the second wave, shown live as well."""
    place = town(seed, "small")
    came = np.zeros(place.people, dtype=bool)
    lists: dict[int, list[int]] = {}
    everybody = [int(person) for person in place.random.permutation(place.people)[:120]]
    before = answers(place, everybody, lists, came)
    after = answers(place, everybody[: int(place.random.integers(12, 120))], dict(lists), came)
    published: list[Json] = []
    for kind, wave in (("before", before), ("after", after)):
        counted, number, arrived = 0, 0, 0
        while arrived < wave.ballots:
            arrived = min(wave.ballots, arrived + int(place.random.integers(1, 12)))
            size = next_size(arrived, counted)
            if size is not None:
                counted, number = size, number + 1
                drawn = wave.take(np.sort(place.random.choice(arrived, size, replace=False)))
                published.append(publish(_live(place, drawn, kind, number), published))
        true = releases.build(
            before,
            None if kind == "before" else after,
            place.themes,
            settings(place, kind, number + 1, by_attendance=False),
        )
        published.append(publish(true, published))
    return published


def _live(place: Any, drawn: Wave, kind: str, number: int) -> Json:
    plain = settings(place, kind, number, by_attendance=False)
    return coarse(releases.build(None, drawn, place.themes, plain))


def assert_unbroken(seed: int) -> None:
    published = played(seed)
    live = [one for one in published if one.get("live")]
    assert break_in(published) == [], f"town {seed}"
    assert all(len(one["themes"]) <= MOST_THEMES for one in live)
    assert all(row["count"] >= FEWEST for one in live for row in one["themes"])


@pytest.mark.parametrize("seed", range(2_000, 2_004))
def test_an_attacker_with_the_whole_live_series_bounds_no_hidden_number(seed: int) -> None:
    assert_unbroken(seed)


@pytest.mark.long
@pytest.mark.parametrize("block", range(40 // BLOCK))
def test_an_attacker_breaks_into_none_of_forty_towns_that_were_shown_live(block: int) -> None:
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        assert_unbroken(seed)


def test_the_attacker_makes_use_of_what_was_shown_live() -> None:
    published = played(2_000)
    alone = [one for one in published if not one.get("live")]
    assert any(one.get("live") for one in published)
    assert len(build(published, lasting=True, only=None).lower) > len(build(alone, lasting=True, only=None).lower)


def test_any_two_releases_of_a_wave_lie_at_least_five_people_apart_and_the_closing_one_ten() -> None:
    for seed in range(2_000, 2_004):
        published = played(seed)
        for kind in ("before", "after"):
            series = [one for one in published if one["wave"]["kind"] == kind and not one["few"]]
            for place, new in enumerate(series):
                apart = [moved(whole_of(old), whole_of(new)).people for old in series[:place]]
                assert min(apart, default=99) >= (STEP if new.get("live") else HELD_BACK)


def test_a_closing_release_that_three_people_tell_apart_from_the_live_one_is_refused() -> None:
    place = town(2_000, "small")
    wave = answers(place, list(range(30)), {}, np.zeros(place.people, dtype=bool))
    live = publish(_live(place, wave.take(np.arange(27)), "before", 1), [])
    closing = releases.build(wave, None, place.themes, settings(place, "before", 2, by_attendance=False))
    with pytest.raises(TooClose):
        publish(closing, [live])
