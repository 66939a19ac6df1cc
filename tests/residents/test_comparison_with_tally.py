"""The comparison of releases with the residents' tally: any number that differs is named."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from rehearsal.comparison import compare

TALLY: dict[str, Any] = {
    "waves": {
        "before": {
            "n": 20,
            "themes": {"Sport": {"count": 12, "points": 30}},
            "own": {"praca": {"count": 2, "points": 2}},
            "own_people": 2,
            "scale": {"3": 11, "4": 9},
        },
        "after": {
            "n": 18,
            "themes": {"Sport": {"count": 7, "points": 15}, "Turystyka": {"count": 9, "points": 20}},
            "own": {},
            "own_people": 0,
            "scale": {"4": 18},
        },
    },
    "matched": {
        "n": 16,
        "before_only": 4,
        "themes": {
            "Sport": {"gained": 1, "dropped": 5, "change": -4},
            "Turystyka": {"gained": 8, "dropped": 0, "change": 8},
        },
    },
}


def themes(sport: tuple[int, int], tourism: tuple[int, int]) -> list[dict[str, Any]]:
    return [
        {"id": 1, "names": {"pl": "Sport"}, "count": sport[0], "points": sport[1]},
        {"id": 2, "names": {"pl": "Turystyka"}, "count": tourism[0], "points": tourism[1]},
    ]


def scale(**counts: int) -> list[dict[str, Any]]:
    values = [{"value": value, "count": counts.get(f"v{value}", 0)} for value in range(1, 6)]
    return [{"kind": "scale", "values": values}]


@pytest.fixture
def releases() -> dict[str, Any]:
    return {
        "before": {"n": 20, "themes": themes((12, 30), (0, 0)), "own_themes": 2, "questions": scale(v3=11, v4=9)},
        "after": {
            "n": 18,
            "themes": themes((7, 15), (9, 20)),
            "own_themes": 0,
            "questions": scale(v4=18),
            "matched": {"n": 16, "lost": 4},
            "change": [
                {"id": 1, "gained": 1, "dropped": 5, "change": -0.25},
                {"id": 2, "gained": 8, "dropped": 0, "change": 0.5},
            ],
        },
    }


def test_equal_numbers_agree_and_are_counted(releases: dict[str, Any]) -> None:
    found = compare(TALLY, releases)
    assert found.agrees, found.differences
    assert (found.compared, found.hidden) == (30, 0)


def _add_to(*path: Any) -> Callable[[dict[str, Any]], None]:
    def change(releases: dict[str, Any]) -> None:
        place: Any = releases
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] += 1

    return change


@pytest.mark.parametrize(
    ("path", "named"),
    [
        (("before", "n"), "before: people"),
        (("after", "themes", 1, "count"), "after: Turystyka, count"),
        (("before", "themes", 0, "points"), "before: Sport, points"),
        (("before", "themes", 1, "count"), "before: Turystyka, count"),
        (("before", "own_themes"), "theme of their own"),
        (("after", "questions", 0, "values", 3, "count"), "place 4 on the scale"),
        (("after", "matched", "n"), "people who answered twice, n"),
        (("after", "matched", "lost"), "people who answered twice, lost"),
        (("after", "change", 0, "gained"), "change of Sport, gained"),
        (("after", "change", 1, "dropped"), "change of Turystyka, dropped"),
        (("after", "change", 1, "change"), "change of Turystyka, change"),
    ],
)
def test_a_single_number_that_differs_is_named(releases: dict[str, Any], path: tuple[Any, ...], named: str) -> None:
    _add_to(*path)(releases)
    found = compare(TALLY, releases)
    assert not found.agrees
    assert len(found.differences) == 1
    assert named in found.differences[0]


def test_a_theme_or_a_wave_that_is_missing_is_a_difference(releases: dict[str, Any]) -> None:
    without_theme = copy.deepcopy(releases)
    del without_theme["after"]["themes"][1], without_theme["after"]["change"][1]
    assert [line for line in compare(TALLY, without_theme).differences if "does not list it" in line] == [
        "after: Turystyka: the release does not list it",
    ]
    assert "before: there is no release" in compare(TALLY, {"after": releases["after"]}).differences


def test_hidden_cells_and_rows_are_counted_and_not_compared(releases: dict[str, Any]) -> None:
    releases["after"]["change"][0] = {"id": 1, "hidden": True}
    releases["after"]["questions"][0]["values"][3]["count"] = {"hidden": True}
    found = compare(TALLY, releases)
    assert found.agrees
    assert (found.compared, found.hidden) == (26, 4)


def test_a_wave_of_few_people_is_held_by_its_number_alone(releases: dict[str, Any]) -> None:
    few = {"few": True, "themes": [{"id": 1, "names": {"pl": "Sport"}}], "matched": None, "change": []}
    tally = copy.deepcopy(TALLY)
    tally["waves"]["after"]["n"] = 7
    found = compare(tally, {"before": releases["before"], "after": {"n": 7, **few}})
    assert found.agrees, found.differences
    assert not compare(tally, {"before": releases["before"], "after": {"n": 8, **few}}).agrees


def test_rows_of_change_that_are_left_out_are_counted_as_hidden(releases: dict[str, Any]) -> None:
    releases["after"]["change"] = []
    found = compare(TALLY, releases)
    assert found.agrees
    assert (found.compared, found.hidden) == (24, 6)


def test_nothing_to_compare_is_no_agreement() -> None:
    assert not compare({"waves": {}, "matched": {}}, {}).agrees
