"""What operators do beside the running service: backups and the way back, promises about time, wheels, a look around."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import installation
from domain.instants import Instant, wall_clock
from errors import OperatorError
from operating.operations import make_folder, opened, right_now
from service import announcements, forget, queue, retention
from service.progress import Report
from service.retention import Going
from service.work import Tx
from settings import ROOT, Settings, read_settings
from storage import backups, erasure_list
from storage.database import Database, sqlite_file
from storage.trouble import DatabaseError
from storage.workshop_list import listed

FOLLOW_SECONDS: Final = 1.0
ENDED: Final = {"done", "cancelled"}
GOES: Final = {"needs": "special needs", "names": "names of those registered", "links": "links of ballots to people"}


def backup(path: Path, passphrase_file: Path | None) -> str:
    """Write a consistent copy of the database while it is in use, and bring the list of erasures up to date."""
    settings = read_settings()
    passphrase = _passphrase(passphrase_file)
    try:
        backups.backup(_url(settings), path, passphrase)
    except backups.BackupError as error:
        raise OperatorError(str(error)) from None
    except (DatabaseError, OSError) as error:
        raise installation.unreachable(settings, error) from None
    how = "encrypted" if passphrase else "not encrypted"
    return f"{path}: {path.stat().st_size:,} bytes, {how}. Keep erasures.list and the erasure key apart from it."


def restore(path: Path, passphrase_file: Path | None, listed_in: Path | None, *, moved: bool) -> str:
    """Fill the empty database from a backup; who was forgotten since is forgotten again.

    `moved`: the backup is the newest state (a move to another database), so nothing can have been sent since.
    """
    settings = read_settings()
    passphrase = _passphrase(passphrase_file)
    beside = installation.erasure_list(settings)
    listed_in = listed_in or (beside if beside.exists() else None)
    if listed_in is not None and not listed_in.exists():
        raise OperatorError(f"--erasures: there is no file {listed_in}.")
    town = installation.town(settings, installation.office(settings), 0, "")
    now = right_now()

    def first(tx: Tx) -> tuple[int, int]:
        again = forget.replay(tx, listing.items(), town, now)
        return again, 0 if moved else backups.doubt(tx, now)

    try:
        listing = {} if listed_in is None else erasure_list.read(listed_in)
        file = sqlite_file(_url(settings))
        if file is not None:
            installation.hold_alone(file)
        forgotten, doubtful = backups.restore(path, _url(settings), passphrase, first)
    except (backups.BackupError, erasure_list.NoErasureList) as error:
        raise OperatorError(str(error)) from None
    except (DatabaseError, OSError) as error:
        raise installation.unreachable(settings, error) from None
    said = [f"Restored from {path}; {forgotten} forgotten again."]
    if listed_in is None:
        said.append("No list of erasures was found: people forgotten after the backup are back. See docs/operating.md.")
    if doubtful:
        said.append(f"{doubtful} messages may have been sent since the backup; organisers decide which to repeat.")
    return " ".join(said)


def retention_plan() -> list[str]:
    """What goes when, a line each."""
    with opened() as (settings, database):
        town = installation.town(settings, installation.office(settings), 0, "")
        going = database.read(lambda tx: retention.plan(tx, town)).result()
    return [_going(one) for one in going] or ["Nothing waits to be deleted."]


def retention_now() -> str:
    """Do now what is due; the running service does it by itself."""
    with opened() as (settings, database):
        town = installation.town(settings, installation.office(settings), 0, "")
        now, pieces = right_now(), 0
        while database.write(lambda tx: retention.keep_promises(tx, town, now)).result():
            pieces += 1
    return "Done." if pieces else "Nothing was due."


def _going(one: Going) -> str:
    when = "after the last release" if one.at is None else one.at.strftime("%Y-%m-%d %H:%M UTC")
    count = (
        "fewer than 5" if one.count.number is None else f"{'' if one.count.exact else 'at least '}{one.count.number}"
    )
    return f"{when:24} {one.workshop:24} {GOES[one.what]} ({count})"


def workshop_list() -> list[str]:
    """Every workshop, a line each: short name, state, start, title."""
    with opened() as (_, database):
        rows = database.read(listed).result()
    return [f"{one.slug:28} {one.state:10} {_local(one.starts_at, one.zone)}  {_title(one.title)}" for one in rows] or [
        "No workshop yet: ./wspolnie workshop load surveys/lublin.toml"
    ]


def report_lines(number: int) -> list[str]:
    """An announcement's recipients and deliveries by final state."""
    with opened() as (settings, database):
        return _report(*_look(database, number, settings.send_rate))


def follow(number: int, say: Callable[[str], None]) -> None:
    """Say a line whenever something changed, until the announcement is done or cancelled; then the report."""
    before = ""
    with opened() as (settings, database):
        while True:
            report, ends = _look(database, number, settings.send_rate)
            line = _one_line(report)
            if line != before:
                say(line if ends is None else f"{line}, ends about {_moment(ends)}")
            if report.state in ENDED:
                break
            before = line
            time.sleep(FOLLOW_SECONDS)
    for line in _report(report, None):
        say(line)


def _look(database: Database, number: int, rate: float) -> tuple[Report, Instant | None]:
    """The report, and about when the last message leaves."""
    now = right_now()
    report, ends = database.read(
        lambda tx: (announcements.report(tx, number), queue.ends(tx, number, rate, now))
    ).result()
    return _found(report, number), ends


def _moment(instant: Instant) -> str:
    return instant.isoformat(timespec="seconds")


def _found(report: Report | None, number: int) -> Report:
    if report is None:
        raise OperatorError(f"there is no announcement {number}.")
    return report


def _report(report: Report, ends: Instant | None) -> list[str]:
    said: dict[str, Any] = report.as_json()
    why = said.pop("why")
    lines = [f"{name:14} {value}" for name, value in said.items()]
    if ends is not None:
        lines.append(f"{'ends about':14} {_moment(ends)}")
    return lines + [f"  because {name}: {count}" for name, count in why.items()]


def _one_line(report: Report) -> str:
    said = report.as_json()
    parts = [f"{name} {said[name]}" for name in ("recipients", "sent", "waiting", "blocked", "failed", "unknown")]
    return f"{report.state}: {', '.join(parts)}"


def fetch_wheels(folder: Path, *, developer: bool) -> str:
    """Put every package that the locks name into `folder`, for a machine without internet of the same kind."""
    make_folder(folder)
    locks = ["bootstrap.lock", "requirements-dev.lock" if developer else "requirements.lock"]
    for lock in locks:
        command = [sys.executable, "-m", "pip", "download", "--disable-pip-version-check", "--require-hashes"]
        command += ["--only-binary", ":all:", "--dest", str(folder), "-r", str(ROOT / lock)]
        if subprocess.call(command) != 0:
            raise OperatorError(f"not everything that {lock} names could be fetched; see above.")
    count = sum(1 for _ in folder.glob("*.whl"))
    return (
        f"{count} packages in {folder}. Copy the whole project with it: ./wspolnie then installs without internet, "
        f"on the same system with Python {sys.version_info[0]}.{sys.version_info[1]}."
    )


def _passphrase(file: Path | None) -> str | None:
    if file is None:
        return None
    try:
        text = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not in UTF-8"
        raise OperatorError(f"--passphrase-file: {file} cannot be read: {why}.") from None
    if not text:
        raise OperatorError(f"--passphrase-file: {file} is empty.")
    return text


def _url(settings: Settings) -> str:
    return settings.database_url.get_secret_value()


def _local(moment: Instant, zone: str) -> str:
    return wall_clock(moment, ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")


def _title(texts: dict[str, str]) -> str:
    return texts.get("en") or next(iter(texts.values()), "")
