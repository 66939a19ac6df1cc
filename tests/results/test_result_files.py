"""Files, opened again with an independent reader: the numbers are the release's, hidden is hidden, nothing runs."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import openpyxl
import pytest
from golden_pictures import few_release, town_release
from hypothesis import given
from hypothesis import strategies as st
from town import as_published, sayer, settings, themes, wave

from results.files.cells import HIDDEN
from results.files.csv_file import csv_file, defused
from results.files.json_file import json_file, schema
from results.files.tables import tables
from results.files.xlsx_file import xlsx_file
from results.published import NotPublished, hidden, read, write
from results.release import build
from results.tables import ThemeName, Wave

LANGUAGES = ("pl", "uk", "en")
TABLES = ("summary", "themes", "change", "once", "groups", "questions", "scales", "method")


@pytest.fixture(scope="module")
def release() -> dict[str, Any]:
    return town_release()


def test_a_release_read_back_is_the_same_to_the_digit(release: dict[str, Any]) -> None:
    assert read(write(release)) == release
    assert write(read(write(release))) == write(release)


def test_the_same_ballots_and_seed_give_the_same_release_to_the_digit() -> None:
    first, second = (build(wave(range(60), 1), wave(range(30, 90), 2), themes(), settings()) for _ in range(2))
    assert write(first) == write(second)


def test_a_release_of_another_version_is_not_read() -> None:
    with pytest.raises(ValueError, match="version"):
        read('{"version": 99}')


def test_the_json_file_obeys_its_schema_also_with_hidden_cells_and_few_ballots(release: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    for shown in (release, few_release()):
        jsonschema.validate(json.loads(json_file(shown)), schema())
    rows = json.loads(json_file(release))["groups"]["group"][2]["themes"]
    assert hidden(rows[1]["count"])
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(json_file(release)) | {"published": False}, schema())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TABLES)
def test_both_csv_files_hold_the_tables_numbers(name: str, language: str, release: dict[str, Any]) -> None:
    say = sayer(language)
    table = {each.key: each for each in tables(release, say, language)}[name]
    for dialect in ("standard", "excel"):
        raw = csv_file(release, say, language, dialect, name)  # type: ignore[arg-type]
        assert raw.startswith(b"\xef\xbb\xbf") == (dialect == "excel")
        text = raw.decode("utf-8-sig")
        assert text.count("\r\n") >= len(table.rows) + 1
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if dialect == "excel" else ","))
        assert len(rows) == len(table.rows) + 1
        for written, row in zip(rows[1:], table.rows, strict=True):
            for cell, value in zip(written, row, strict=True):
                if isinstance(value, int | float):
                    assert float(cell.replace(",", ".")) == value
                    assert dialect == "standard" or "." not in cell
                elif value is HIDDEN:
                    assert cell == say("results-hidden-short")


def test_the_workbook_has_real_numbers_frozen_heads_and_widths_that_fit(release: dict[str, Any]) -> None:
    say = sayer("pl")
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(release, say, "pl")))
    assert book.sheetnames == [
        "Podsumowanie",
        "Tematy",
        "Zmiana",
        "Tylko raz",
        "Grupy",
        "Pytania",
        "Skale",
        "Metoda",
    ]
    for table, sheet in zip(tables(release, say, "pl"), book.worksheets, strict=True):
        assert sheet.freeze_panes == "B2"
        assert [cell.value for cell in sheet[1]] == [column.heading for column in table.columns]
        for row, cells in zip(table.rows, sheet.iter_rows(min_row=2, max_row=len(table.rows) + 1), strict=True):
            for value, cell in zip(row, cells, strict=True):
                if isinstance(value, int | float):
                    assert cell.value == value
                    assert cell.data_type == "n"
                elif value is HIDDEN:
                    assert cell.value == "ukryte"
        for number in range(len(table.columns)):
            longest = max([len(word) for word in table.columns[number].heading.split()])
            assert sheet.column_dimensions[openpyxl.utils.get_column_letter(number + 1)].width >= longest


def evil(names: list[str]) -> dict[str, Any]:
    """A release whose themes are named like formulas."""
    given = wave(range(40), 5)
    given = Wave(given.choices % len(names), given.people, given.ways, given.checked_in)
    listed = [ThemeName(index + 1, f"t{index}", {"pl": name}) for index, name in enumerate(names)]
    return as_published(build(None, given, listed, settings(earlier=None, breakdowns=(), questions=())))


DANGEROUS = [
    "=1+1",
    "+48 600",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "＝1+1",
    "＋1",
    "＠x",
    "﹣1",
    " =1",
    "http://example.org",
]


def test_names_like_formulas_are_defused_in_every_sheet_and_csv() -> None:
    release, say = evil(DANGEROUS), sayer("pl")
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(release, say, "pl")))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type != "f" and cell.hyperlink is None for cell in cells)
    written = [row[0] for row in csv.reader(io.StringIO(csv_file(release, say, "pl").decode(), newline=""))]
    assert sum(text.startswith("'") for text in written) == len(DANGEROUS) - 1


@given(st.text(max_size=20))
def test_no_text_is_left_that_a_spreadsheet_could_run(text: str) -> None:
    import unicodedata

    assert unicodedata.normalize("NFKC", defused(text))[:1] not in set("=+-@\t\r") - {""}
    assert defused(text).endswith(text)


def test_no_file_is_made_of_figures_that_were_not_published() -> None:
    raw = build(None, wave(range(30), 2), themes(), settings(earlier=None))
    say = sayer("pl")
    for make in (
        lambda: json_file(raw),
        lambda: csv_file(raw, say, "pl"),
        lambda: xlsx_file(raw, say, "pl"),
        lambda: tables(raw, say, "pl"),
    ):
        with pytest.raises(NotPublished):
            make()


def test_scales_and_people_who_answered_once_have_a_sheet_each(release: dict[str, Any]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(release, sayer("en"), "en")))
    scale = release["questions"][0]
    [row] = list(book["Scales"].iter_rows(min_row=2, values_only=True))
    changed = tuple(scale["change"][key] for key in ("n", "mean", "low", "high", "p"))
    assert row[1:] == (scale["n"], scale["mean"], scale["deviation"], scale["agreement"]["value"], *changed)
    apart = release["unmatched"]
    for row, theme in zip(book["Answered once"].iter_rows(min_row=2, values_only=True), apart["themes"], strict=True):
        numbers = tuple(theme[key] for key in ("before", "after", "difference", "low", "high"))
        assert row[1:] == (apart["before"], apart["after"], *numbers)


def test_weighted_shares_stand_beside_the_plain_ones() -> None:
    given = wave(range(60), 4)
    weighted = Wave(
        given.choices, given.people, given.ways, given.checked_in, given.groups, given.answers, given.people % 3 + 0.5
    )
    release = as_published(build(None, weighted, themes(), settings(earlier=None)))
    rows = list(csv.reader(io.StringIO(csv_file(release, sayer("en"), "en").decode(), newline="")))
    assert rows[0][-3:] == ["Weighted share", "Weighted share from", "Weighted share to"]
    assert 0 < release["effective_n"] < 60
    assert any(theme["weighted"]["share"] != theme["share"] for theme in release["themes"])
