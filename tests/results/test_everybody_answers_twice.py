"""A workshop whose later wave holds nobody new, or whose earlier one lost nobody: what the undivided tables say of the
matched people already takes no other theme's change away, and a small district not the table of all districts."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from attacker import break_in
from test_attacker import is_secret

from results.hiding import publish
from results.release import build
from results.settings import ResultSettings, WaveLabel
from results.tables import Breakdown, ThemeName, Wave

Json = dict[str, Any]
THEMES = 12
MEETINGS = {"nobody lost, nobody new": (40, 0, 0), "nobody new": (30, 12, 0), "nobody lost": (30, 0, 15)}
"""Matched people, those of the earlier wave alone, those of the later one alone."""
DISTRICTS = Breakdown("district", (("north", {}), ("south", {}), ("mill", {})))
FEW = 3
"""People who live in the last district; all of them answer both times."""
every_meeting = pytest.mark.parametrize("meeting", MEETINGS)


def waves(matched: int, lost: int, new: int, seed: int) -> tuple[Wave, Wave]:
    """Some themes are loved and some hardly chosen; people change their mind a little."""
    random = np.random.default_rng(seed)
    people = matched + lost + new
    liking = random.random((people, THEMES)) + np.linspace(0, 1.2, THEMES)
    came = random.random(people) < 0.5
    homes = np.where(
        np.arange(people) < FEW, len(DISTRICTS.values) - 1, random.integers(0, len(DISTRICTS.values) - 1, people)
    )

    def wave(who: np.ndarray[Any, Any]) -> Wave:
        keys = liking[who] + 0.4 * random.random((len(who), THEMES))
        return Wave(
            choices=np.argsort(-keys, axis=1)[:, :3].astype(np.int32),
            people=who.astype(np.int64),
            ways=np.zeros(len(who), dtype=np.int8),
            checked_in=came[who],
            groups={"district": homes[who]},
        )

    return wave(np.arange(matched + lost)), wave(np.r_[0:matched, matched + lost : people])


@cache
def made(meeting: str, seed: int = 1) -> tuple[list[Json], list[Json]]:
    """Both releases of a workshop, true and published."""
    before, after = waves(*MEETINGS[meeting], seed)
    themes = [ThemeName(number, f"t{number}", {"pl": f"Temat {number}"}) for number in range(1, THEMES + 1)]
    first = ResultSettings("twice", {"pl": "Warsztat"}, WaveLabel(1, "before"), breakdowns=(DISTRICTS,))
    second = replace(first, now=WaveLabel(2, "after"), earlier=WaveLabel(1, "before"))
    true = [build(before, None, themes, first), build(before, after, themes, second)]
    published: list[Json] = []
    for one in true:
        published.append(publish(one, published))
    return true, published


@every_meeting
def test_a_theme_that_few_chose_takes_no_other_themes_change_away(meeting: str) -> None:
    true, published = made(meeting)
    assert any(0 < row["after"] < 5 for row in true[1]["change"]), "there is such a theme"
    shown = {row["id"] for row in published[1]["change"]}
    many = {row["id"] for row in true[1]["change"] if min(row["before"], row["after"]) >= 10}
    assert many
    assert many <= shown


@pytest.mark.parametrize("meeting", ["nobody lost, nobody new", "nobody new"])
def test_a_small_district_takes_the_table_of_districts_away_in_neither_wave(meeting: str) -> None:
    for release in made(meeting)[1]:
        rows = {row["key"]: row for row in release["groups"]["district"]}
        assert rows["mill"]["n"] == {"hidden": True}
        assert any(isinstance(theme["count"], int) for row in rows.values() for theme in row["themes"])


@every_meeting
def test_an_attacker_does_not_break_into_it(meeting: str) -> None:
    true, published = made(meeting)
    assert [finding for finding in break_in(published) if is_secret(finding, true)] == []


@pytest.mark.long
@every_meeting
@pytest.mark.parametrize("seed", range(2, 22))
def test_an_attacker_breaks_into_none_of_sixty(meeting: str, seed: int) -> None:
    true, published = made(meeting, seed)
    assert [finding for finding in break_in(published) if is_secret(finding, true)] == []
