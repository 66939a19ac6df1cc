"""The *sprawozdanie* from the command line: comments from every channel out of one table, for the office to finish."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Final

from conversations.screens import Say
from domain.languages import LANGUAGES, Texts, is_language
from errors import OperatorError
from messages.catalogue import plain
from operating.operations import opened, report_of
from results.files.report_parts import CHANNELS, Comment, Consultation
from storage import workshops

COLUMNS: Final = ("channel", "comment", "position", "reasons")
LONGEST: Final = 10_000
"""Characters of one cell."""


def write_statement(
    workshop: str, wave: str, comments: Path | None, draft: str, announced: str, deadline: str, language: str
) -> bytes:
    """One HTML page. What is not given is left to be filled in. Raises OperatorError that says what is wrong, and where."""
    if not is_language(language):
        raise OperatorError(f"--language: one of {', '.join(LANGUAGES)} is expected, not {language}.")
    listed = None if comments is None else read_comments(comments)
    with opened() as (settings, database):
        report = database.read(lambda tx: report_of(tx, settings, workshop, wave)).result()
        if not database.read(lambda tx: workshops.consults_draft(tx, report.meeting.id)).result():
            raise OperatorError(
                f"{workshop} consults no draft: a statement is for a workshop with consults_draft = true."
            )

    def said(text: str) -> Texts:
        return {language: text} if text.strip() else {}

    consultation = Consultation(said(draft), said(announced), said(deadline), listed)
    return report.statement(consultation, lambda name, /, **args: plain(Say(name, args), language), language)


def read_comments(path: Path) -> tuple[Comment, ...]:
    """The comments of a CSV file with a head of COLUMNS, cells parted by commas or semicolons. Raises OperatorError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise OperatorError(f"{path} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise OperatorError(f"{path} is not written in UTF-8.") from None
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if ";" in head else ",", strict=True)
    try:
        if [cell.strip() for cell in next(rows, [])] != list(COLUMNS):
            raise OperatorError(f"{path}: the first line must be {','.join(COLUMNS)}.")
        return tuple(_comment(path, rows.line_num, row) for row in rows if any(cell.strip() for cell in row))
    except csv.Error as error:
        raise OperatorError(f"{path}, line {rows.line_num}: {error}.") from None


def _comment(path: Path, line: int, row: list[str]) -> Comment:
    if len(row) != len(COLUMNS):
        raise OperatorError(f"{path}, line {line}: {len(COLUMNS)} cells are expected, not {len(row)}.")
    named, text, position, reasons = (cell.strip() for cell in row)
    channel = next((one for one in CHANNELS if one == named), None)
    if channel is None:
        raise OperatorError(f"{path}, line {line}: channel is one of {', '.join(CHANNELS)}, not {named[:40]!r}.")
    if not text:
        raise OperatorError(f"{path}, line {line}: the comment is empty.")
    if max(map(len, row)) > LONGEST:
        raise OperatorError(f"{path}, line {line}: a cell has more than {LONGEST} characters.")
    return Comment(channel, text, position, reasons)
