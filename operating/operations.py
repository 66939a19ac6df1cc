"""What the commands do with the database from outside the running service. Each ends in a sentence or an OperatorError."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final

import installation
from conversations.screens import Say
from domain.instants import Instant
from domain.languages import LANGUAGES, is_language
from domain.survey_files import SurveyError, WorkshopFile
from errors import OperatorError
from messages.catalogue import plain
from results.files import pdf
from results.words import Say as Words
from service import changes, incoming, releases, reports, workshops
from service.reports import Report
from service.work import Tx
from settings import Settings, read_settings
from storage import migrate as versions
from storage.database import Database
from storage.releases import Release
from storage.trouble import DatabaseError

SUFFIXES: Final = {
    "csv": ".csv",
    "csv-pl": "-excel.csv",
    "json": ".json",
    "xlsx": ".xlsx",
    "html": ".html",
    "pdf": ".pdf",
}
WAVES: Final = ("before", "after", "follow_up")


@contextmanager
def opened() -> Iterator[tuple[Settings, Database]]:
    """Settings and the database at this code's version, for as long as one command needs it. Raises OperatorError."""
    settings = read_settings()
    database = installation.open_database(settings)
    try:
        yield settings, database
    finally:
        database.close()


def right_now() -> Instant:
    """Civil time, for commands; the service has a clock of its own."""
    from clocks import SystemClock

    return SystemClock().now()


def write_file(path: Path, content: bytes) -> None:
    """Write what an operator asked for. Raises OperatorError that says why it cannot be written there."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise OperatorError(f"{path} cannot be written: {error.strerror}.") from None


def make_folder(folder: Path) -> None:
    """Make the folder that an operator named, unless it is there. Raises OperatorError that says why not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OperatorError(f"the folder {folder} cannot be made: {error.strerror}.") from None
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OperatorError(f"the folder {folder} cannot be written: {os.strerror(errno.EACCES)}.")


def migrate() -> str:
    """Bring the database to this version's tables. Returns a sentence that says what was done."""
    settings = read_settings()
    url = settings.database_url.get_secret_value()
    try:
        found = versions.state(url)
        if isinstance(found, versions.Current):
            return f"The database has this version's tables already ({found.version})."
        if isinstance(found, versions.Ahead | versions.Foreign | versions.Encoded):
            raise OperatorError(str(versions.remark(found)))
        versions.upgrade(url)
        return f"The database is now of version {versions.head()}."
    except versions.InUse:
        raise OperatorError(
            "a table that the migration changes was in use by others for a quarter of an hour (a backup, a report?). "
            "Nothing is half done: run ./wspolnie migrate again when they are through."
        ) from None
    except (DatabaseError, OSError) as error:
        raise installation.unreachable(settings, error) from None


def load_workshop(path: Path, *, announce: bool = False, now: Instant | None = None) -> str:
    """Create or update a workshop from its file. Returns what happened; refusals name what keeps their answers.

    `announce`: announced at once, whatever the file says.
    """
    try:
        described = workshops.read(path)
    except SurveyError as error:
        raise OperatorError(str(error)) from None
    if announce:
        described = replace(described, state="announced")
    with opened() as (_, database):
        moment = now or right_now()
        done = database.write(lambda tx: _load(tx, described, moment)).result()
    if done.refusals:
        raise OperatorError("nothing was changed: " + " ".join(done.refusals))
    return f"{described.slug}: {done.outcome}."


def _load(tx: Tx, described: WorkshopFile, now: Instant) -> workshops.Loaded:
    """Load, and plan or move the timeline with it, in one transaction."""
    done = workshops.load(tx, described, now)
    if done.workshop is not None and done.outcome in ("created", "updated"):
        changes.moved(tx, done.workshop, done.moved, "command line", now)
    return done


def export_results(workshop: str, wave: str, form: str, language: str, table: str | None = None) -> bytes:
    """The newest release of a closed wave as a file, a CSV with `table` (None: the themes). Raises OperatorError that says why
    there is none."""
    if form not in SUFFIXES:
        raise OperatorError(f"--format: one of {', '.join(SUFFIXES)} is expected, not {form}.")
    if not is_language(language):
        raise OperatorError(f"--language: one of {', '.join(LANGUAGES)} is expected, not {language}.")
    if table is not None and form not in ("csv", "csv-pl"):
        raise OperatorError(f"--table: says which table a csv or csv-pl holds; {form} is another format.")
    with opened() as (settings, database):
        report = database.read(lambda tx: report_of(tx, settings, workshop, wave)).result()
    return _as_file(form, report, language, table or "themes")


def export_everything(workshop: str, wave: str, folder: Path, language: str) -> list[Path]:
    """Every file of the newest release of a wave into `folder` (PDF where there is a Chromium); returns what was written."""
    with opened() as (settings, database):
        report = database.read(lambda tx: report_of(tx, settings, workshop, wave)).result()
    make_folder(folder)
    written = []
    for form, suffix in SUFFIXES.items():
        if form == "pdf" and pdf.chromium() is None:
            continue
        path = folder / f"{workshop}-{wave}{suffix}"
        write_file(path, _as_file(form, report, language))
        written.append(path)
    return written


def show_release(workshop: str, wave: str, number: int | None) -> bytes:
    """Release `number` of a wave again, to the digit, as JSON; None: the newest."""
    with opened() as (settings, database):
        report = database.read(lambda tx: report_of(tx, settings, workshop, wave, number)).result()
    return _as_file("json", replace(report, areas=()), "en")


def release_again(workshop: str, wave: str, reason: str, now: Instant | None = None) -> str:
    """Release the figures of a closed wave once more, after a decision on themes, late paper or an erasure.

    Returns a sentence. Raises OperatorError, also when so few people make the difference that it would show their answers.
    """
    from results.hiding import TooClose
    from results.lineage import LineageError

    if not reason.strip():
        raise OperatorError("--reason: say in a few words why the figures are released again; everybody can read it.")
    with opened() as (_, database):
        newest = database.read(lambda tx: _release(tx, workshop, wave)).result()
        try:
            made = releases.publish(database, newest.wave, now or right_now(), by="command line", reason=reason.strip())
        except TooClose:
            raise OperatorError(
                "nothing was released: fewer than five ballots came or went since an earlier release, and the "
                "difference of the two would show those people's answers. Wait until it is five or more."
            ) from None
        except LineageError as failure:
            raise OperatorError(f"nothing was released: {failure}. Undo one of these merges first (/themes).") from None
    if made is None:
        raise OperatorError("nothing was released: somebody released this wave at the same moment. Look at it first.")
    return f"{workshop}: release {newest.number + 1} of the wave {wave}. Release {newest.number} can still be shown."


def _release(tx: Tx, workshop: str, wave: str, number: int | None = None) -> Release:
    if wave not in WAVES:
        raise OperatorError(f"--wave: one of {', '.join(WAVES)} is expected, not {wave}.")
    about = releases.workshop_named(tx, workshop)
    if about is None:
        known = ", ".join(releases.workshop_slugs(tx)) or "none yet"
        raise OperatorError(f"there is no workshop {workshop}. There is: {known}.")
    found = [one for one in releases.of_workshop(tx, about) if one.figures["wave"]["kind"] == wave]
    found = [one for one in found if (one.kind != "live" if number is None else one.number == number)]
    if not found:
        raise OperatorError(f"{workshop} has no released results of the wave {wave}: they are released when it closes.")
    return found[-1]


def report_of(tx: Tx, settings: Settings, workshop: str, wave: str, number: int | None = None) -> Report:
    """What the report of a release is made from; `number` None: the newest. Raises OperatorError that says why there is none."""
    office = installation.office(settings)
    return reports.read(tx, _release(tx, workshop, wave, number), office.name, office.contact)


def _as_file(form: str, report: Report, language: str, table: str = "themes") -> bytes:
    def words(name: str, /, **arguments: object) -> str:
        return plain(Say(name, arguments), language)

    figures, agreed = report.figures, report.areas
    if form == "json":
        from results.files.json_file import json_file

        return json_file(figures, agreed)
    if form == "xlsx":
        from results.files.xlsx_file import xlsx_file

        return xlsx_file(figures, words, language, agreed)
    if form == "html":
        return report.html(words, language)
    if form == "pdf":
        return _printed(report, words, language)
    from results.files.csv_file import Dialect, NoSuchTable, csv_file

    dialect: Dialect = "excel" if form == "csv-pl" else "standard"
    try:
        return csv_file(figures, words, language, dialect, table, agreed)
    except NoSuchTable as lacking:
        raise OperatorError(f"--table: one of {', '.join(lacking.there)} is expected, not {table[:40]}.") from None


def _printed(report: Report, words: Words, language: str) -> bytes:
    try:
        return report.pdf(words, language)
    except pdf.NoChromium:
        raise OperatorError(
            "a PDF needs Chromium on this machine (Debian, Ubuntu: apt install chromium). "
            "Without it: --format html, and print that from a browser."
        ) from None
    except pdf.PdfFailed as failure:
        raise OperatorError(f"no PDF was made: {failure}. --format html can be printed from a browser.") from None


def retry_dead() -> str:
    """Take every dead row of the inbox up again. Returns how many."""
    with opened() as (_, database):
        count = database.write(incoming.retry).result()
    return f"{count} taken up again." if count else "Nothing is dead."
