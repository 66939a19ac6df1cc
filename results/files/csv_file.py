"""CSV twice: by RFC 4180 in UTF-8, and as Polish Excel opens it with a double click."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from typing import Any, Final, Literal

from domain.languages import pick
from results.files.area_ways import area_of
from results.files.cells import HIDDEN, Cell, Column, Table
from results.files.report_parts import ReportArea
from results.files.tables import tables
from results.words import Say

Dialect = Literal["standard", "excel"]
_DANGEROUS: Final = frozenset("=+-@\t\r")


class NoSuchTable(KeyError):
    """A release has no such table; `there` are those that it has."""

    def __init__(self, table: str, there: Sequence[str]) -> None:
        super().__init__(table)
        self.there = tuple(there)


def csv_file(
    release: dict[str, Any],
    say: Say,
    language: str,
    dialect: Dialect = "standard",
    table: str = "themes",
    areas: Sequence[ReportArea] = (),
) -> bytes:
    """One table of a published release as CSV. Raises NotPublished, NoSuchTable.

    With `areas` the themes' table has a last column that names the agreed area of each.
    """
    known = {each.key: each for each in tables(release, say, language)}
    if table not in known:
        raise NoSuchTable(table, list(known))
    found = known[table]
    if areas and table == "themes":
        found = _with_areas(found, release, areas, say, language)
    return csv_of(found, say("results-hidden-short"), dialect)


def _with_areas(table: Table, release: dict[str, Any], areas: Sequence[ReportArea], say: Say, language: str) -> Table:
    places = area_of(areas)
    named = [
        pick(areas[places[theme["id"]]].name, language) if theme["id"] in places else None
        for theme in release["themes"]
    ]
    rows = tuple((*row, name) for row, name in zip(table.rows, named, strict=True))
    return Table(table.key, table.title, (*table.columns, Column("area", say("results-column-area"))), rows)


def csv_of(table: Table, hidden_word: str, dialect: Dialect) -> bytes:
    """`standard`: comma, CRLF, UTF-8, decimal point (RFC 4180). `excel`: BOM, semicolon, decimal comma.

    Texts that a spreadsheet would run as a formula are defused; hidden cells hold `hidden_word`.
    """
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";" if dialect == "excel" else ",", lineterminator="\r\n")
    writer.writerow([defused(column.heading) for column in table.columns])
    for row in table.rows:
        writer.writerow([_written(value, hidden_word, dialect) for value in row])
    return stream.getvalue().encode("utf-8-sig" if dialect == "excel" else "utf-8")


def _written(value: Cell, hidden_word: str, dialect: Dialect) -> str:
    if value is None:
        return ""
    if value is HIDDEN:
        return hidden_word
    if isinstance(value, str):
        return defused(value)
    return str(value).replace(".", ",") if dialect == "excel" else str(value)


def defused(text: str) -> str:
    """`text` with an apostrophe before it when a spreadsheet could take it for a formula.

    Looked at after NFKC, which turns full-width ＝ into =, and past leading blanks and control characters.
    """
    seen = unicodedata.normalize("NFKC", text)
    first = seen[:1]
    inner = seen.lstrip(" \u00a0\u200b\ufeff\n\t\r\x00")[:1]
    return f"'{text}" if first in _DANGEROUS or inner in _DANGEROUS else text
