"""What the commands about paper ballots do. Each ends in a sentence, a file's content or an OperatorError."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Final

import installation
from conversations.screens import Say
from domain.instants import Instant
from domain.languages import FALLBACK, LANGUAGES, is_language
from domain.paper_codes import normalised
from errors import OperatorError
from messages.catalogue import plain
from operating.operations import WAVES, opened, right_now, write_file
from service import forget as forgetting
from service import paper, paper_prints, paper_sheets, releases
from service.paper import Asking
from service.work import TryAgain, Tx
from storage import erasure_list

COMMAND_LINE: Final = "command line"


def import_sheet(
    workshop: str,
    wave: str,
    path: Path,
    *,
    late: bool = False,
    encoding: str = "utf-8",
    now: Instant | None = None,
) -> str:
    """Store every ballot of a CSV file, or none and say on which line what is wrong. Returns what was done."""
    text = _text(path, encoding)
    moment = now or right_now()
    with opened() as (_, database):

        def asked(tx: Tx) -> tuple[Asking, paper_sheets.Form]:
            found = _asking(tx, workshop)
            return found, paper.form(tx, found, found.languages[0] if found.languages else FALLBACK)

        asking, form = database.read(asked).result()
        number = _wave(asking, workshop, wave)
        try:
            sheet = paper_sheets.read(text, form)
        except ValueError as error:
            raise OperatorError(f"{error}; paper ballots of this workshop cannot be imported.") from None
        if sheet.wrong:
            raise OperatorError(_said(path, sheet))
        try:
            done = database.write(
                lambda tx: paper.bring_in(tx, asking, number, sheet.entries, late=late, now=moment)
            ).result()
        except paper.Taken as taken:
            raise OperatorError(_said(path, _with_taken(sheet, taken.codes, wave))) from None
        except paper.Refused:
            raise OperatorError(_not_open(wave, late)) from None
        except TryAgain:
            raise OperatorError("nothing was stored: the workshop was changed meanwhile. Try again.") from None
    said = f"{workshop}: {done.ballots} paper ballots are in the wave {wave}"
    if done.late:
        said += ", marked as late; they count in the next release (results --release-again)"
    if done.unprinted:
        said += f". {done.unprinted} of their codes were not printed here"
    return said + "."


def _not_open(wave: str, late: bool) -> str:
    if late:
        return f"nothing was stored: the wave {wave} has not opened yet."
    return f"nothing was stored: the wave {wave} is not open. Late paper goes into a closed wave with --late."


def _text(path: Path, encoding: str) -> str:
    """The file's text. What a spreadsheet calls “Unicode text” says by its first bytes that it is UTF-16."""
    try:
        data = path.read_bytes()
        return data.decode("utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else encoding)
    except OSError as error:
        raise OperatorError(f"{path} cannot be read: {error.strerror}.") from None
    except LookupError:
        raise OperatorError(f"--encoding: utf-8 or cp1250 is expected, not {encoding[:40]}.") from None
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        raise OperatorError(
            f"{path} is not in {encoding.upper()} (line {line}); save it as “CSV UTF-8”, or say --encoding cp1250 for a "
            "Polish Excel's plain CSV."
        ) from None


def _with_taken(sheet: paper_sheets.Sheet, codes: frozenset[str], wave: str) -> paper_sheets.Sheet:
    for entry in sheet.entries:
        if entry.code in codes:
            sheet.object_to(entry.line, f"code: the wave {wave} has a ballot {entry.code} already.")
    return sheet


def _said(path: Path, sheet: paper_sheets.Sheet) -> str:
    more = sheet.wrong - len(sheet.errors)
    lines = [f"nothing was stored; {path.name} has mistakes:", *sheet.errors]
    return "\n".join([*lines, f"and {more} more."] if more else lines)


def template(workshop: str, wave: str, *, excel: bool = False) -> str:
    """An empty sheet with the columns of the workshop."""
    with opened() as (_, database):
        asking = database.read(lambda tx: _asking(tx, workshop)).result()
        _wave(asking, workshop, wave)
        form = database.read(lambda tx: paper.form(tx, asking, FALLBACK)).result()
    try:
        return paper_sheets.template(form.instrument, list(form.profile), excel=excel)
    except ValueError as error:
        raise OperatorError(f"{error}; paper ballots of this workshop cannot be imported.") from None


def print_ballots(
    workshop: str, wave: str, count: int, language: str, out: Path, *, large: bool, now: Instant | None = None
) -> str:
    """Write a PDF with so many ballots. Those before the workshop get new codes; later ones boxes for the slip's code."""
    if not is_language(language):
        raise OperatorError(f"--language: one of {', '.join(LANGUAGES)} is expected, not {language}.")
    moment = now or right_now()
    with opened() as (settings, database):
        asking = database.read(lambda tx: _asking(tx, workshop)).result()
        _wave(asking, workshop, wave)
        office = installation.office(settings)

        def reserve(tx: Tx) -> list[str]:
            return paper.reserve(tx, asking.workshop, wave, count, actor=COMMAND_LINE, now=moment)

        codes = database.write(reserve).result()
        about = paper_prints.about(asking.workshop, wave, codes, office, language, large=large)
        drawing = database.read(lambda tx: paper_prints.ballots(tx, about, language)).result()

    def say(name: str, /, **arguments: object) -> str:
        return plain(Say(name, arguments), language)

    write_file(out, drawing.draw(say, language))
    return (
        f"{out}: {count} ballots of the wave {wave}, each with a code of its own."
        if any(codes)
        else (f"{out}: {count} ballots of the wave {wave}, with boxes for the code of the slip.")
    )


def forget(workshop: str, code: str, now: Instant | None = None) -> str:
    """Delete the ballots of a paper code, of closed waves too."""
    wanted = normalised(code)
    if wanted is None:
        raise OperatorError(f"{code[:40]!r} is no code of a ballot.")
    moment = now or right_now()
    with opened() as (settings, database):
        town = installation.town(settings, installation.office(settings), 0, "")
        number = database.read(lambda tx: _asking(tx, workshop)).result().workshop
        kinds = database.write(
            lambda tx: paper.forget(tx, number, wanted, town, actor=COMMAND_LINE, now=moment)
        ).result()
        # the service does this too, but it may not be running
        erasure_list.keep(installation.erasure_list(settings), database.read(forgetting.erasures).result())
    if not kinds:
        raise OperatorError(f"{workshop} has no ballot of the code {wanted}.")
    return f"{workshop}: forgotten, with its answers: the ballot {wanted} of the wave {' and '.join(kinds)}."


def _asking(tx: Tx, workshop: str) -> Asking:
    found = paper.asking(tx, workshop)
    if found is None:
        known = ", ".join(releases.workshop_slugs(tx)) or "none yet"
        raise OperatorError(f"there is no workshop {workshop}. There is: {known}.")
    return found


def _wave(asking: Asking, workshop: str, wave: str) -> int:
    if wave not in WAVES:
        raise OperatorError(f"--wave: one of {', '.join(WAVES)} is expected, not {wave}.")
    if wave not in asking.waves:
        raise OperatorError(f"{workshop} has no wave {wave}. It has: {', '.join(asking.waves)}.")
    return asking.waves[wave]
