"""Of one to four answers nothing is shown by any road, not even how many they are."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import html5lib
import jsonschema
import openpyxl
import pytest
from town import sayer, settings, themes, wave

from conversations.screens import Say
from results import views
from results.files.cells import HIDDEN
from results.files.csv_file import csv_of
from results.files.json_file import json_file, schema
from results.files.report import report_html, statement_html
from results.files.report_parts import Consultation, ReportFrame
from results.files.tables import tables
from results.files.xlsx_file import xlsx_file
from results.hiding import TooClose, publish
from results.hiding.wholes import Moved
from results.pictures import sheet_of
from results.pictures.sheet import Text
from results.release import build
from results.tables import ThemeName, wave_of
from results.words import picture_words

FRAME = ReportFrame({"pl": "Urząd"}, invited=20, silent=17)


def release(ballots: int) -> dict[str, Any]:
    return publish(build(None, wave(range(ballots), 2), themes(), settings(earlier=None)), [])


def words_of(page: bytes) -> str:
    html5lib.HTMLParser(strict=True).parse(page.decode())
    return re.sub(r"<[^>]+>", " ", page.decode().partition("<body")[2])


@pytest.mark.parametrize("ballots", [1, 3, 4])
def test_neither_report_nor_statement_says_how_many_or_lets_it_be_reckoned(ballots: int) -> None:
    say, few = sayer("pl"), release(ballots)
    report = words_of(report_html(few, FRAME, say, "pl"))
    statement = words_of(statement_html(few, FRAME, Consultation(), say, "pl"))
    for text in (report, statement):
        assert "mniej niż 5" in text
        assert say("results-very-few") in text
        assert say("results-few") not in text
        assert not any(name in text for theme in themes() for name in theme.names.values())
    assert say("results-report-silent") not in report
    assert say("results-report-silent") in words_of(report_html(release(7), FRAME, say, "pl"))


def test_neither_json_nor_tables_nor_spreadsheet_say_how_many() -> None:
    say, few = sayer("en"), release(3)
    shown = json.loads(json_file(few))
    jsonschema.validate(shown, schema())
    assert shown["n"] == {"hidden": True}
    label = say("results-row-people")
    assert json.loads(json_file(release(5)))["n"] == 5
    [summary] = [table for table in tables(few, say, "en") if table.key == "summary"]
    written = dict(list(csv.reader(io.StringIO(csv_of(summary, "hidden", "standard").decode())))[1:])
    assert written[label] == "hidden"
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_file(few, say, "en"))).worksheets[0]
    [cell] = [row[1].value for row in sheet.iter_rows() if row[0].value == label]
    assert cell == say("results-hidden-short")


def test_the_picture_does_not_say_how_many() -> None:
    few = release(3)
    sheet = sheet_of("ranking", few, picture_words("ranking", few, sayer("en"), "en"))
    written = [mark.text for mark in sheet.marks if isinstance(mark, Text)]
    assert not any("people answered." in text and "3" in text for text in written)
    more = release(7)
    told = sheet_of("ranking", more, picture_words("ranking", more, sayer("en"), "en"))
    assert any(mark.text.startswith("7 people") for mark in told.marks if isinstance(mark, Text))


@pytest.mark.parametrize(
    ("people", "chat"), [(0, None), (1, "staff-own-few"), (4, "staff-own-few"), (5, "staff-own-waiting")]
)
def test_how_many_wrote_an_own_theme_is_said_to_the_digit_from_five_on_by_every_road(
    people: int, chat: str | None
) -> None:
    say = sayer("pl")
    unread = [*themes(), ThemeName(99, "own", {"pl": "x"}, "proposal", "incoming")]
    lists = [[12, 0]] * people + [[0, 1], [1, 2]] * 15
    shown = publish(build(None, wave_of(lists, places=2), unread, settings(earlier=None, breakdowns=())), [])
    label, told = say("results-row-own-themes"), 0 < people < 5
    [written] = [row[1] for table in tables(shown, say, "pl") for row in table.rows if row[0] == label]
    assert written == (HIDDEN if told else people)
    assert json.loads(json_file(shown))["own_themes"] == ({"hidden": True} if told else people)
    assert f"{label}: {'mniej niż 5' if told else people}" in words_of(report_html(shown, FRAME, say, "pl"))
    said = [line.name for item in views.view(shown, "own") for line in item if isinstance(line, Say)]
    assert said == [chat or "staff-own-none"]


@pytest.mark.parametrize(("first", "second"), [(9, 10), (5, 6), (7, 11), (10, 9), (6, 5)])
def test_an_order_of_first_themes_counts_as_a_release_that_one_to_four_people_must_not_tell_apart(
    first: int, second: int
) -> None:
    with pytest.raises(TooClose):
        publish(build(None, wave(range(second), 2), themes(), settings(earlier=None, number=2)), [release(first)])


def of_seven(lists: list[list[int]], number: int) -> dict[str, Any]:
    asked = settings(earlier=None, breakdowns=(), questions=(), number=number)
    return build(None, wave_of(lists, places=3), themes(), asked)


@pytest.mark.parametrize(
    ("steps", "released"),
    [
        ({}, False),
        ({1: Moved(1, 1)}, False),
        ({1: Moved(2, 2)}, False),
        ({1: Moved(3, 3)}, True),
        ({1: Moved(0, 0)}, True),
        ({2: Moved(5, 5)}, False),
    ],
    ids=["nobody knows", "one for one", "two for two", "three for three", "merged alone", "of another release"],
)
def test_another_order_of_as_many_people_is_told_when_nobody_or_five_were_exchanged(
    steps: dict[int, Moved], released: bool
) -> None:
    shown = publish(of_seven([[0, 1, 2]] * 6 + [[1, 0, 2]], 1), [])
    same, other = of_seven([[0, 1, 2]] * 7, 2), of_seven([[0, 1, 2]] * 2 + [[2, 1, 0]] * 5, 2)
    assert publish(same, [shown], steps)["themes"] == shown["themes"], "the same order says nothing new"
    if released:
        assert publish(other, [shown], steps)["themes"] != shown["themes"]
    else:
        with pytest.raises(TooClose):
            publish(other, [shown], steps)


@pytest.mark.parametrize(("first", "second"), [(5, 10), (3, 5), (5, 4), (7, 7), (9, 14)])
def test_five_people_apart_or_beside_nothing_an_order_may_be_released_again(first: int, second: int) -> None:
    again = build(None, wave(range(second), 2), themes(), settings(earlier=None, number=2))
    assert publish(again, [release(first)])["published"]
