"""What an installation consists of, and whether it is complete: office file, database and its version, erasure key."""

from __future__ import annotations

import logging
import os
import secrets
import sys
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from domain.office import Office
from domain.office_files import placeholders
from domain.survey_files import SurveyError
from errors import OperatorError
from service import workshops
from service.work import Town
from settings import ROOT, Settings
from storage import migrate
from storage.database import Database, sqlite_file
from storage.trouble import DatabaseError, is_no_sqlite, is_wrong_option, may_only_read

log = logging.getLogger("wspolnie.installation")

LOOPBACK: Final = {"127.0.0.1", "localhost", "::1"}


def must_be_complete(settings: Settings, *, rehearsed: bool = False) -> None:
    """Raises OperatorError for the first thing that `run` cannot do without. A rehearsal may use the example office."""
    if not settings.bot_token.get_secret_value():
        raise OperatorError(
            "BOT_TOKEN is not set. Take a token from @BotFather and put it into .env (see .env.example)."
        )
    found = office(settings)
    if rehearsed and is_local(settings):
        return
    missing = placeholders(found)
    if missing:
        raise OperatorError(
            f"{settings.office_file} still holds placeholders ({', '.join(missing)}). "
            "Copy surveys/office.example.toml, fill it in and set OFFICE_FILE."
        )
    if found.example and not is_local(settings):
        raise OperatorError(
            f"{settings.office_file} is an example (example = true) and may only meet a Bot API server on this machine."
        )


def is_local(settings: Settings) -> bool:
    """True when the Bot API server is on this machine, as in rehearsals and tests."""
    return urlsplit(settings.telegram_api_url).hostname in LOOPBACK


def office(settings: Settings) -> Office:
    """The office that OFFICE_FILE describes. Raises OperatorError that names file and key."""
    try:
        return workshops.read_office(settings.office_path, str(settings.office_file))
    except SurveyError as error:
        raise OperatorError(f"OFFICE_FILE: {error}") from None


def town(settings: Settings, about: Office, bot: int, bot_name: str) -> Town:
    """What does not change while the process runs."""
    from messages.catalogue import plain

    return Town(
        office=about,
        zone=settings.time_zone,
        owner_ids=frozenset(settings.owner_ids),
        bot=bot,
        bot_name=bot_name,
        erasure_key=erasure_key(settings),
        pages_url=settings.pages_url(),
        send_rate=settings.send_rate,
        labelling=plain,
    )


def erasure_key(settings: Settings) -> bytes:
    """The key of the list of erasures: ERASURE_KEY, or a file beside the database that is made the first time (0600)."""
    given = settings.erasure_key.get_secret_value()
    if given:
        return given.encode()
    path = data_folder(settings) / "erasure.key"
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not path.exists():
            with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
                file.write(secrets.token_hex(32))
        return path.read_text().strip().encode()
    except OSError as error:
        raise OperatorError(f"{path} cannot be written ({error.strerror}); the service keeps a key there.") from None


def data_folder(settings: Settings) -> Path:
    """Where the service keeps files of its own: beside the SQLite file, else `data/`."""
    file = sqlite_file(settings.database_url.get_secret_value())
    return file.resolve().parent if file is not None else ROOT / "data"


def erasure_list(settings: Settings) -> Path:
    """Where the list of erasures is kept, outside the database, for restoring older backups."""
    return data_folder(settings) / "erasures.list"


def may_have_several_processes(settings: Settings) -> None:
    """Raises OperatorError when the database or the way in allows one process only."""
    if settings.database_url.get_secret_value().startswith("sqlite"):
        raise OperatorError(
            "SQLite serves one process. For several (WORKERS) set DATABASE_URL to a PostgreSQL database."
        )
    if not settings.webhook_url:
        raise OperatorError("Several processes need webhooks: set WEBHOOK_URL, WEBHOOK_SECRET and WEB_ADDRESS.")


def open_database(settings: Settings, *, exclusive: bool = False) -> Database:
    """The database at this code's version; an empty one gets its tables. Raises OperatorError that names what is wrong.

    `exclusive`: hold SQLite for this process alone, as `run` does.
    """
    url = settings.database_url.get_secret_value()
    try:
        file = sqlite_file(url)
        if exclusive and file is not None:
            hold_alone(file)
        found = migrate.state(url)
        _must_fit(found)
        if isinstance(found, migrate.Empty):
            migrate.upgrade(url)
        return Database(url)
    except (DatabaseError, OSError) as error:
        raise unreachable(settings, error) from None


def unreachable(settings: Settings, error: Exception) -> OperatorError:
    """What to tell the operator about `error`, met when the database was opened."""
    file = sqlite_file(settings.database_url.get_secret_value())
    if isinstance(error, OSError):
        why = error.strerror or type(error).__name__
        return OperatorError(f"DATABASE_URL: {file or 'the database'} cannot be opened: {why}.")
    if file is None and is_wrong_option(error):
        what = "PostgreSQL does not know what stands in it behind the ?, such as sslmode=verify-full"
    elif file is None and may_only_read(error):
        what = (
            "the database lets this user in, but not make tables: make the user its owner, and name no read-only copy"
        )
    elif file is None:
        what = (
            "the database cannot be reached, is not there, or does not let this user in: "
            "check the address, and that the server runs"
        )
    elif is_no_sqlite(error):
        what = f"{file} is no SQLite database"
    else:
        what = (
            f"{file} cannot be opened as a SQLite database: check that it is a file that this user may read and write"
        )
    return OperatorError(f"DATABASE_URL: {what}.")


def _must_fit(found: migrate.State) -> None:
    remark = migrate.remark(found)
    if not migrate.may_start(found):
        raise OperatorError(str(remark))
    if remark is not None:
        log.warning("%s", remark)


_held: list[object] = []
"""Open lock files: the system lets go of them when the process ends, however it ends."""


def hold_alone(database: Path) -> None:
    """Keep this SQLite file from every other process that serves or restores it, by whatever link. Raises OperatorError."""
    database = database.resolve()
    database.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = open(database.with_suffix(".lock"), "a+")  # noqa: SIM115 - held as long as the process lives
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise OperatorError(
            f"another process serves {database.name}. SQLite allows one; for several set DATABASE_URL to PostgreSQL."
        ) from None
    _held.append(file)
