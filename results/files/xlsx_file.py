"""The results as a workbook for people: a sheet a table, frozen heads, real numbers, widths that fit."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

from results.files.area_ways import areas_table
from results.files.cells import HIDDEN, Cell, Column, Table
from results.files.csv_file import defused
from results.files.report_parts import ReportArea
from results.files.tables import tables
from results.words import Say

_FORMATS: Final[dict[str, str]] = {
    "whole": "0",
    "share": "0.0%",
    "change": "+0.0%;-0.0%;0.0%",
    "number": "0.##",
    "p": "0.0000",
}
_NARROWEST: Final = 9
_WIDEST: Final = 60


def xlsx_file(release: dict[str, Any], say: Say, language: str, areas: Sequence[ReportArea] = ()) -> bytes:
    """The workbook of a published release in one language, with a sheet of the agreed areas. Raises NotPublished."""
    from xlsxwriter import Workbook

    made = tables(release, say, language)
    if areas:
        made = (*made, areas_table(release, areas, say, language))
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(stream, options) as workbook:
        workbook.set_properties({"title": say("results-sheet-summary"), "comments": say("results-limits")})
        for table in made:
            _sheet(workbook, table, say("results-hidden-short"))
    return stream.getvalue()


def _sheet(workbook: Any, table: Table, hidden_word: str) -> None:
    sheet = workbook.add_worksheet(table.title[:31])
    head = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    shy = workbook.add_format({"italic": True, "font_color": "#4a5766"})
    prose = workbook.add_format({"text_wrap": True, "valign": "top"})
    formats = {kind: workbook.add_format({"num_format": code, "valign": "top"}) for kind, code in _FORMATS.items()}
    sheet.freeze_panes(1, 1)
    for number, column in enumerate(table.columns):
        sheet.write_string(0, number, column.heading, head)
        sheet.set_column(number, number, _width(table, number))
        for line, row in enumerate(table.rows, start=1):
            _write(sheet, line, number, row[number], column, hidden_word, formats, prose, shy)
    if table.rows and len(table.columns) > 2:
        sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _write(
    sheet: Any,
    line: int,
    number: int,
    value: Cell,
    column: Column,
    hidden_word: str,
    formats: dict[str, Any],
    prose: Any,
    shy: Any,
) -> None:
    if value is None:
        return
    if value is HIDDEN:
        sheet.write_string(line, number, hidden_word, shy)
    elif isinstance(value, str):
        sheet.write_string(line, number, defused(value), prose)
    elif isinstance(value, int | float):
        sheet.write_number(line, number, value, formats.get(column.kind))


def _width(table: Table, number: int) -> float:
    longest_word = max(len(word) for word in table.columns[number].heading.split())
    cells = [len(value) if isinstance(value, str) else 8 for value in (row[number] for row in table.rows)]
    return min(_WIDEST, max([_NARROWEST, longest_word + 3, *(length + 2 for length in cells)]))
