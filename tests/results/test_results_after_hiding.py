"""Whatever hiding leaves of a release, every message, picture and file can be built of it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from town import sayer, settings, themes, wave

from results.files.csv_file import csv_file
from results.files.json_file import json_file, schema
from results.files.report import report_html
from results.files.report_parts import ReportFrame
from results.files.xlsx_file import xlsx_file
from results.hiding import publish
from results.pictures import Picture, sheet_of
from results.release import build
from results.text import card_lines, staff_lines, summary_lines
from results.words import picture_words

PICTURES: tuple[Picture, ...] = ("change", "ranking", "flow", "groups", "shortlist")


@pytest.mark.parametrize(("earlier", "now"), [(141, 103), (30, 25), (12, 11), (8, 30), (30, 9)])
def test_everything_can_be_built_of_what_hiding_leaves(earlier: int, now: int) -> None:
    raw = build(wave(range(earlier), 1), wave(range(earlier // 3, earlier // 3 + now), 2, lean=5), themes(), settings())
    release: dict[str, Any] = json.loads(json.dumps(publish(raw, [])))
    say = sayer("pl")
    jsonschema.validate(json.loads(json_file(release)), schema())
    for table in ("summary", "themes", "change", "groups", "questions", "method"):
        assert csv_file(release, say, "pl", "excel", table)
    assert xlsx_file(release, say, "pl")
    assert b"<main" in report_html(release, ReportFrame({"pl": "Urząd"}), say, "pl")
    assert staff_lines(release)
    assert summary_lines(release)
    card_lines(release)
    for picture in PICTURES:
        assert sheet_of(picture, release, picture_words(picture, release, say, "pl"), "group").marks


def test_what_does_not_add_up_stands_only_in_groups_of_ten_people_of_whom_nothing_is_hidden() -> None:
    rows = []
    for people in (400, 30):
        raw = build(wave(range(people), 1), None, themes(), settings())
        rows += [row for breakdown in publish(raw, [])["groups"].values() for row in breakdown]
    named = len(themes())
    whole = [row for row in rows if row["n"] != {"hidden": True} and row["n"] >= 10 and len(row["themes"]) == named]
    whole = [row for row in whole if None not in map(counted, row["themes"])]
    assert whole
    assert len(whole) < len(rows)
    for row in rows:
        places = [theme["place"] for theme in row["themes"] if counted(theme) is not None]
        intervals = [theme[end] for theme in row["themes"] for end in ("low", "high")]
        if row in whole:
            assert not any(isinstance(value, dict) for value in intervals)
        else:
            assert all(value == {"hidden": True} for value in intervals)
            assert set(places) <= {None}
            assert row["agreement"] is None


def counted(theme: dict[str, Any]) -> int | None:
    return theme["count"] if isinstance(theme["count"], int) else None
