"""Weighted shares stand beside the plain ones where their classes give no small number away; else it is said why not."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema
import numpy as np
import pytest
from test_attacker import secrets
from town import sayer, settings, themes, wave
from weighted_workshops import history, workshop

from domain.known_totals import KnownTotal
from results import views
from results.files.csv_file import csv_file
from results.files.json_file import json_file, schema
from results.files.report_grids import Grids
from results.files.tables import tables
from results.hiding import publish, weighting
from results.release import build
from results.tables import Breakdown, Wave

Json = dict[str, Any]
SEEDS = (4, 10, 3)
"""Of the workshops with weights: with hidden numbers beside them, released again without weights, and with them in both waves."""
BLOCK = 10
AGES = Breakdown("age_band", (("young", {}), ("old", {})))


@cache
def made(seed: int) -> tuple[list[Json], list[Json]]:
    return workshop(seed)


def total(key: str, people: int, **of: tuple[str, ...]) -> KnownTotal:
    return KnownTotal(key, {"pl": key, "uk": key, "en": key}, of or {"age_band": (key,)}, people)


def ages(n: int = 300, young: int = 90) -> Wave:
    given = wave(range(n), 5)
    codes = (np.arange(n) >= young).astype(np.int16)
    return Wave(given.choices, given.people, given.ways, given.checked_in, {"age_band": codes}, {})


def released(given: Wave, *totals: KnownTotal, earlier: tuple[Json, ...] = (), number: int = 1) -> Json:
    asked = settings(earlier=None, breakdowns=(AGES,), questions=(), by_attendance=False, totals=totals, number=number)
    return publish(build(given, None, themes()[:12], asked), list(earlier))


def slowly(release: Json, theme: int) -> float:
    """Each person of the table of classes one after the other."""
    rows = release["groups"]["classes"]
    town = sum(row["total"] for row in rows if row["total"] is not None)
    told = sum(row["n"] for row in rows if row["total"] is not None)
    chosen = everybody = 0.0
    for row in rows:
        weight = 1.0 if row["total"] is None else (row["total"] / town) / (row["n"] / told)
        weight = 5.0 if weight > 5 else 0.2 if weight < 0.2 else weight
        count = next(one["count"] for one in row["themes"] if one["id"] == theme)
        for person in range(row["n"]):
            everybody += weight
            chosen += weight if person < count else 0
    return chosen / everybody


def weighted_releases() -> list[Json]:
    return [shown for seed in SEEDS for shown in made(seed)[1] if shown["weighting"]["why"] is None]


def test_a_weighted_share_is_what_the_table_of_classes_says_and_no_more() -> None:
    for release in weighted_releases():
        for theme in release["themes"]:
            assert theme["weighted"]["share"] == pytest.approx(slowly(release, theme["id"]), abs=2e-6)
        assert 0 < release["effective_n"] <= release["n"]
        assert not any(row["agreement"] or "themeless" in row for row in release["groups"]["classes"])


def test_people_who_answered_as_the_town_is_are_not_weighted() -> None:
    release = released(ages(), total("young", 3_000), total("old", 7_000))
    assert release["weighting"] == {"why": None, "cut": 0, "gap": 0}
    assert release["effective_n"] == release["n"]
    for theme in release["themes"]:
        assert theme["weighted"] == {key: theme[key] for key in ("share", "low", "high")}


def test_nobody_works_a_hidden_number_out_of_weighted_shares() -> None:
    assert any(rows for release in weighted_releases() for rows in release["groups"].values() if "hidden" in str(rows))
    for seed in SEEDS:
        assert secrets(*made(seed)) == [], f"workshop {seed}"


@pytest.mark.long
@pytest.mark.parametrize("block", range(60 // BLOCK))
def test_nobody_works_a_hidden_number_out_of_sixty_weighted_workshops(block: int) -> None:
    for seed in range(block * BLOCK, (block + 1) * BLOCK):
        assert secrets(*workshop(seed)) == [], f"workshop {seed}"


def test_hidden_numbers_would_be_worked_out_if_other_breakdowns_knew_nothing_of_the_classes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "hidden" in str(made(SEEDS[0])[1][0]["groups"])  # made and kept for others before the guard is taken away
    monkeypatch.setattr(weighting, "tie", lambda *_: None)
    true = next(history(SEEDS[0]))[0]
    assert secrets([true], [publish(true, [])]) != []


def test_without_weights_the_release_says_why() -> None:
    known = (total("young", 3_000), total("old", 7_000))
    first = released(ages(), *known)
    few = ages(young=4)
    merged = (total("young", 3_000, age_band=("young", "old")), total("nobody", 10, age_band=("gone",)))
    said = {
        "no-totals": released(ages()),
        "class-few": released(few, *known),
        "class-empty": released(ages(), *merged),
        "classes-changed": released(
            ages(), total("young", 9), total("elders", 9, age_band=("old",)), earlier=(first,), number=2
        ),
    }
    for why, release in said.items():
        assert release["weighting"] == {"why": why}
        assert release["effective_n"] is None
        assert "classes" not in release["groups"]
        assert "weights" not in release["methods"]
        assert all(theme["weighted"] is None for theme in release["themes"])
        jsonschema.validate(json.loads(json_file(release)), schema())
        for language in ("pl", "uk", "en"):
            words = sayer(language)("results-weighting", why=why)
            assert any(words in str(cell) for row in tables(release, sayer(language), language)[0].rows for cell in row)
            assert words in Grids(release, sayer(language), language).weighting()[0]
        (item,) = views.view(release, "method")
        assert len(item) == 2


def test_a_class_that_differs_by_few_from_an_earlier_release_is_not_shown() -> None:
    known = (total("young", 3_000), total("old", 7_000))
    first = released(ages(), *known)
    assert first["weighting"]["why"] is None
    late = ages(n=308, young=93)  # three young ones and five old ones came, on paper
    second = released(late, *known, earlier=(first,), number=2)
    assert second["weighting"] == {"why": "class-few"}


def test_both_results_stand_side_by_side_in_chat_and_files() -> None:
    release = released(ages(), total("young", 6_000), total("old", 4_000))
    assert release["weighting"]["why"] is None
    assert [row["total"] for row in release["groups"]["classes"]] == [6_000, 4_000]
    jsonschema.validate(json.loads(json_file(release)), schema())
    assert "method" in views.available(release)
    head, *rows, classes = views.view(release, "method")
    assert (len(head), len(classes)) == (2, 2)
    assert len(rows) == len(release["themes"])
    for language, words in (("pl", "Odsetek ważony"), ("uk", "Зважена частка"), ("en", "Weighted share")):
        say = sayer(language)
        assert words in csv_file(release, say, language).decode().splitlines()[0]
        assert len(Grids(release, say, language).weighting()) == 2
        named = tables(release, say, language)
        assert any(say("results-row-effective-n") in row for row in named[0].rows)
        assert any(say("results-method-weights") in row for row in named[-1].rows)
