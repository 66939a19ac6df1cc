"""Files that staff take away: the released figures of a wave (spreadsheet, CSV twice, JSON, report), and the audit log."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from conversations.commands import OWNERS
from conversations.flows.figures import STATEMENT
from results.files.report_parts import Consultation
from results.words import Say as Sayer
from service import areas as agreed_areas
from service import entitled, reports
from service.drawing import Drawing, Maker, NoSuchFile
from service.work import Tx
from storage import audit, releases

MOST_ENTRIES: Final = 100_000
_ENDINGS: Final[Mapping[str, str]] = {
    "xlsx": "xlsx",
    "csv": "csv",
    "csv-pl": "csv",
    "json": "json",
    "html": "html",
    "pdf": "pdf",
    STATEMENT: "html",
}


def _results(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    release, form = releases.find(tx, int(about["release"])), str(about["form"])
    if release is None or form not in _ENDINGS:
        raise NoSuchFile(f"no release {about['release']} as {form}")
    figures = release.figures
    areas = agreed_areas.agreed(tx, release.workshop)
    sort = "-excel" if form == "csv-pl" else ""  # both of the two CSV files lie in one folder of downloads
    name = f"{figures['workshop']}-{figures['wave']['kind']}{sort}.{_ENDINGS[form]}"
    if form in ("html", "pdf", STATEMENT):
        report = reports.read(tx, release, dict(about.get("office", {})), str(about.get("contact", "")))
        if form == STATEMENT:
            name = f"{figures['workshop']}-{figures['wave']['kind']}-statement.html"
            return Drawing(name, partial(report.statement, Consultation()))
        return Drawing(name, report.pdf if form == "pdf" else report.html)

    def draw(say: Sayer, language: str) -> bytes:
        from results.files.csv_file import csv_file  # what writes files is slow to import and seldom needed
        from results.files.json_file import json_file
        from results.files.xlsx_file import xlsx_file

        if form == "json":
            return json_file(figures, areas)
        if form == "xlsx":
            return xlsx_file(figures, say, language, areas)
        return csv_file(figures, say, language, "excel" if form == "csv-pl" else "standard", areas=areas)

    return Drawing(name, draw)


def _audit(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    """The whole log as a table, people by their random ids."""
    entitled.still(tx, about, OWNERS, None)
    entries = audit.newest(tx, MOST_ENTRIES)

    def draw(say: Sayer, language: str) -> bytes:
        from results.files.cells import Column, Table
        from results.files.csv_file import csv_of  # loaded when a file is wanted

        keys = ("at", "actor", "act", "workshop", "about")
        rows = tuple(
            (one.at.isoformat(), one.actor, one.act, one.workshop, json.dumps(one.about, ensure_ascii=False))
            for one in entries
        )
        columns = tuple(Column(key, say(f"staff-audit-column-{key}")) for key in keys)
        return csv_of(Table("audit", "", columns, rows), "", "standard")

    return Drawing("audit.csv", draw)


RESULT_FILES: Final[Mapping[str, Maker]] = {"results": _results, "audit": _audit}
