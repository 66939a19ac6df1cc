"""A sheet of paper ballots as CSV: read against what the workshop asks, with every mistake by its line.

    code                the code of the ballot: unique in the wave, the same before and after
    language            optional: the language of own words (pl, uk, en)
    came                optional: yes, if the person was at the workshop
    <question's key>    one column for each question, in any order; an empty cell is no answer
    profile:<kind>      optional: what the person told about themselves, by key or label

A rank question: themes in order, parted by |, each by its key, number or name in any of its languages; own words begin with
own:. A choice: the option's key or label, several parted by |. A scale: the number, or no_opinion. Columns are parted by
commas, semicolons or tabs, as the first line is; the text is UTF-8. Answers to a question that is not asked in that case
do not count, as on the phone.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from conversations.answers import Answers
from conversations.questions.path import counting
from domain.instrument import Instrument
from service.paper_cells import CAME, CODE, LANGUAGE, PROFILE, Ear, Form, Wrong

__all__ = ["Entry", "Form", "Sheet", "read", "template"]

MOST_ERRORS: Final = 100
_TOLD: Final = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One ballot of a sheet. `answers` as in `conversations.answers`."""

    line: int
    code: str
    language: str
    came: bool
    profile: Mapping[str, str]
    answers: Answers


@dataclass(slots=True)
class Sheet:
    """What was read. `errors`: at most MOST_ERRORS sentences; `wrong`: how many there are."""

    entries: list[Entry] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    wrong: int = 0

    def object_to(self, line: int, sentence: str) -> None:
        self.wrong += 1
        if len(self.errors) < MOST_ERRORS:
            self.errors.append(f"line {line}: {sentence}")


def columns(instrument: Instrument, profile: Sequence[str]) -> list[str]:
    """The columns of an empty sheet. Raises ValueError when a question is called like one of ours."""
    keys = [question.key for question in instrument.questions]
    clash = next((key for key in keys if key in (CODE, LANGUAGE, CAME)), None)
    if clash is not None:
        raise ValueError(f"the question {clash} has the name of another column")
    return [CODE, LANGUAGE, CAME, *keys, *(PROFILE + kind for kind in profile)]


def template(instrument: Instrument, profile: Sequence[str], *, excel: bool = False) -> str:
    """An empty sheet: its first line. `excel`: as a Polish or Ukrainian Excel opens and saves it."""
    written = io.StringIO()
    form = {"delimiter": ";", "lineterminator": "\r\n"} if excel else {"delimiter": ",", "lineterminator": "\n"}
    csv.writer(written, **form).writerow(columns(instrument, profile))  # type: ignore[arg-type]  # its own typing
    return ("\ufeff" if excel else "") + written.getvalue()


def read(text: str, form: Form) -> Sheet:
    """Every ballot of the sheet, and every mistake in it."""
    sheet = Sheet()
    rows = _rows(text.removeprefix("\ufeff"), sheet)
    first = next(rows, None)
    if first is None:
        if not sheet.wrong:
            sheet.object_to(1, "the file is empty; the first line names the columns.")
        return sheet
    head = [cell.strip() for cell in first[1]]
    while head and not head[-1]:  # a spreadsheet writes a column that was once touched
        head.pop()
    if not _is_head(head, form, sheet):
        return sheet
    hear = Ear(form)
    seen: dict[str, int] = {}
    for line, cells in rows:
        if any(cell.strip() for cell in cells[len(head) :]):
            sheet.object_to(line, "there are more cells than columns; a cell with a comma in it needs quotes.")
            continue
        padded = [*cells, *[""] * (len(head) - len(cells))]
        _row(line, dict(zip(head, padded, strict=False)), hear, seen, sheet)
    if not sheet.entries and not sheet.wrong:
        sheet.object_to(2, "there is no ballot below the names of the columns.")
    return sheet


def _rows(text: str, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """(line on which it begins, cells) of every row that holds anything. A row that no quote ends is an error, and the line
    after its first one begins another: whoever mends a sheet wants to know of the other mistakes too."""
    told = _TOLD.match(text)  # some spreadsheets name the separator on a line of its own
    lines = list(io.StringIO(text, newline=""))[0 if told is None else 1 :]
    separator = told[1] if told is not None else max(",;\t", key=lines[0].count if lines else "".count)
    above, begins = (0 if told is None else 1), 0
    for _ in range(MOST_ERRORS):  # each reads on from its line: a file of nothing but quotes is given up
        ended = yield from _readable(itertools.islice(lines, begins, None), separator, above + begins)
        if ended is None:
            return
        line, reason = ended
        sheet.object_to(line, f"this is no CSV ({reason}); is a quote missing, or one too many?")
        begins = line - above
        if begins == 1:  # without the names of the columns nothing below means anything
            return


def _readable(
    lines: Iterable[str], separator: str, above: int
) -> Generator[tuple[int, list[str]], None, tuple[int, csv.Error] | None]:
    """The rows up to the first that is no CSV; returns on which line that begins, and why. None: there is none."""
    reader = csv.reader(lines, delimiter=separator, strict=True)
    line = above + 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return None
        except csv.Error as error:
            return line, error
        if any(cell.strip() for cell in cells):
            yield line, cells
        line = above + reader.line_num + 1


def _is_head(head: Sequence[str], form: Form, sheet: Sheet) -> bool:
    known = columns(form.instrument, list(form.profile))
    for name in head:
        if name not in known:
            sheet.object_to(1, f"there is no column {name[:40]!r}; there is: {', '.join(known)}.")
    twice = {name for name in head if head.count(name) > 1}
    for name in sorted(twice):
        sheet.object_to(1, f"the column {name[:40]!r} is there twice.")
    if CODE not in head:
        sheet.object_to(1, "the column 'code' is missing.")
    return not sheet.wrong


def _row(line: int, cells: Mapping[str, str], hear: Ear, seen: dict[str, int], sheet: Sheet) -> None:
    """The row's ballot, or what is wrong with it."""
    before = sheet.wrong
    heard: dict[str, Any] = {}
    for name, cell in cells.items():
        try:
            heard[name] = hear.cell(name, cell)
        except Wrong as wrong:
            sheet.object_to(line, f"{name}: {wrong}")
    code = heard.get(CODE)
    if code is not None:
        if code in seen:
            sheet.object_to(line, f"code: {code} stands on line {seen[code]} too.")
        seen.setdefault(code, line)
    if sheet.wrong > before:
        return
    keys = {question.key for question in hear.form.instrument.questions}
    given = {name: answer for name, answer in heard.items() if name in keys and answer is not None}
    answers = counting(hear.form.instrument, given)
    if not answers:
        sheet.object_to(line, "there is no answer at all; leave the line out.")
        return
    profile = {
        name.removeprefix(PROFILE): value
        for name, value in heard.items()
        if name.startswith(PROFILE) and name not in keys and value is not None
    }
    language = heard.get(LANGUAGE) or hear.form.language
    sheet.entries.append(Entry(line, str(code), language, bool(heard.get(CAME)), profile, answers))
