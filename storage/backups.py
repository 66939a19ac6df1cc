"""Backups: one SQLite file whatever the database, consistent while the service runs, and the way back.

The same format serves both databases, so a backup is also the way from SQLite to PostgreSQL. A passphrase encrypts it
(scrypt and Fernet). A restore forgets again everybody who was forgotten after the backup was made: a keyed list of
erasures is kept outside the database and replayed.
"""

from __future__ import annotations

import base64
import json
import os
import sqlite3
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from sqlalchemy import Connection, Engine, func, insert, select

from domain.instants import parse_instant
from storage import migrate, tables
from storage.database import make_engine

MAGIC: Final = b"wspolnie-backup-1\n"
SALT_BYTES: Final = 16
CHUNK: Final = 5000
"""Rows copied at a time: a backup of a large database never sits in memory."""

Erasures = list[dict[str, object]]


class BackupError(Exception):
    """One sentence for the operator."""


def backup(url: str, path: Path, passphrase: str | None = None) -> None:
    """Write a consistent copy of the database at `url` to `path` (0600), replacing it only when the copy is whole.

    Raises BackupError when the database is not at this code's version.
    """
    if not isinstance(migrate.state(url), migrate.Current):
        raise BackupError("the database is not at this version's tables; run ./wspolnie migrate first.")
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".backup-") as folder:
        copy = Path(folder) / "copy.sqlite3"
        engine = make_engine(url)
        try:
            if engine.dialect.name == "sqlite":
                _copy_sqlite(engine, copy)
            else:
                _copy_rows_out(engine, copy)
        finally:
            engine.dispose()
        whole = copy if passphrase is None else _encrypt(copy, passphrase)
        whole.chmod(0o600)
        os.replace(whole, path)


def restore(
    path: Path, url: str, passphrase: str | None, erasures: Path | None, forget_again: Callable[[Connection], int]
) -> int:
    """Fill the empty database at `url` from the backup at `path`, bring it to this version, and forget again.

    `erasures` is the list kept by `write_erasures` beside the old database; `forget_again` erases everybody on it and
    returns how many it was. Raises BackupError for a file that is no backup, a wrong passphrase, or a database in use.
    """
    later = _read_erasures(erasures)
    _must_be_empty(url)
    with tempfile.TemporaryDirectory(prefix="wspolnie-restore-") as folder:
        copy = _opened(path, passphrase, Path(folder))
        migrate.upgrade(url, _version(copy))
        engine = make_engine(url)
        try:
            with engine.begin() as connection:
                _copy_rows_in(copy, connection)
            migrate.upgrade(url)
            with engine.begin() as connection:
                _add_erasures(connection, later)
                return forget_again(connection)
        finally:
            engine.dispose()


def _copy_sqlite(engine: Engine, copy: Path) -> None:
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        target = sqlite3.connect(copy)
        try:
            raw.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        finally:
            target.close()


def _copy_rows_out(engine: Engine, copy: Path) -> None:
    """All tables as they were at one moment (REPEATABLE READ)."""
    target_url = f"sqlite:///{copy}"
    migrate.upgrade(target_url)
    target = make_engine(target_url)
    try:
        with (
            engine.connect().execution_options(isolation_level="REPEATABLE READ") as source,
            target.begin() as sink,
        ):
            for table in tables.metadata.sorted_tables:
                sink.execute(table.delete())
                rows = source.execution_options(yield_per=CHUNK).execute(select(table)).mappings()
                for part in rows.partitions(CHUNK):
                    sink.execute(insert(table), [dict(row) for row in part])
        with target.connect().execution_options(sqlite_begin="DEFERRED") as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        target.dispose()


def _copy_rows_in(copy: Path, connection: Connection) -> None:
    source_engine = make_engine(f"sqlite:///{copy}")
    try:
        with source_engine.connect().execution_options(sqlite_begin="DEFERRED") as source:
            if connection.dialect.name == "sqlite":
                connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
            for table in tables.metadata.sorted_tables:
                connection.execute(table.delete())
                rows = source.execution_options(yield_per=CHUNK).execute(select(table)).mappings()
                for part in rows.partitions(CHUNK):
                    connection.execute(insert(table), [dict(row) for row in part])
                if connection.dialect.name == "postgresql" and "id" in table.c:
                    newest = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
                    sequence = func.pg_get_serial_sequence(table.name, "id")
                    connection.execute(select(func.setval(sequence, newest, False)))
    finally:
        source_engine.dispose()


def _version(copy: Path) -> str:
    state = migrate.state(f"sqlite:///{copy}")
    if isinstance(state, migrate.Current):
        return state.version
    if isinstance(state, migrate.Behind):
        return state.found
    raise BackupError("the backup is of a newer version than this code, or holds no tables of Wspólnie.")


def _must_be_empty(url: str) -> None:
    state = migrate.state(url)
    if isinstance(state, migrate.Empty):
        return
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            if connection.execute(select(func.count()).select_from(tables.participants)).scalar_one():
                raise BackupError("the database is not empty. Set DATABASE_URL to a new one and restore into that.")
    finally:
        engine.dispose()


def write_erasures(connection: Connection, path: Path) -> None:
    """Keep the list of erasures outside the database (0600), one JSON object a line: keyed hashes, no ids."""
    rows = connection.execute(select(tables.erasures.c.key_hash, tables.erasures.c.at).order_by(tables.erasures.c.id))
    lines = [json.dumps({"key_hash": key_hash, "at": at.isoformat()}) for key_hash, at in rows]
    fresh = path.with_suffix(".new")
    with os.fdopen(os.open(fresh, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
        file.write("".join(f"{line}\n" for line in lines))
    os.replace(fresh, path)


def _read_erasures(path: Path | None) -> Erasures:
    if path is None or not path.exists():
        return []
    try:
        kept = [json.loads(line) for line in path.read_text().splitlines()]
        return [{"key_hash": str(row["key_hash"]), "at": parse_instant(row["at"])} for row in kept]
    except (ValueError, KeyError, TypeError) as error:
        raise BackupError(f"{path} is no list of erasures.") from error


def _add_erasures(connection: Connection, later: Erasures) -> None:
    known = set(connection.execute(select(tables.erasures.c.key_hash)).scalars())
    new = [erasure for erasure in later if erasure["key_hash"] not in known]
    if new:
        connection.execute(insert(tables.erasures), new)


def _encrypt(copy: Path, passphrase: str) -> Path:
    salt = os.urandom(SALT_BYTES)
    sealed = copy.with_suffix(".sealed")
    sealed.write_bytes(MAGIC + salt + Fernet(_key(passphrase, salt)).encrypt(copy.read_bytes()))
    return sealed


def _opened(path: Path, passphrase: str | None, folder: Path) -> Path:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror}.") from error
    if content.startswith(MAGIC):
        if passphrase is None:
            raise BackupError("the backup is encrypted; its passphrase is needed.")
        salt, sealed = content[len(MAGIC) :][:SALT_BYTES], content[len(MAGIC) + SALT_BYTES :]
        try:
            content = Fernet(_key(passphrase, salt)).decrypt(sealed)
        except InvalidToken:
            raise BackupError("the passphrase does not open this backup.") from None
    if not content.startswith(b"SQLite format 3\0"):
        raise BackupError(f"{path} is no backup of Wspólnie.")
    copy = folder / "copy.sqlite3"
    copy.write_bytes(content)
    copy.chmod(0o600)
    return copy


def _key(passphrase: str, salt: bytes) -> bytes:
    derived = Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())
    return base64.urlsafe_b64encode(derived)
