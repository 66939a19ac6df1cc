"""Backups: one SQLite file whatever the database, consistent while the service runs, and the way back.

The same format serves both databases, so a backup is also the way from SQLite to PostgreSQL. A restore works on a copy of
the backup first: it is brought to this version there, and whoever was forgotten meanwhile is forgotten there, so that
nothing of them ever reaches the new database.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import Column, Connection, Engine, Table, bindparam, func, insert, select

from domain.instants import Instant
from storage import migrate, sealing, tables
from storage.database import Tx, make_engine

T = TypeVar("T")
SQLITE: Final = b"SQLite format 3\0"
CHUNK: Final = 5000
"""Rows copied at a time: a backup of a large database never sits in memory."""


class BackupError(Exception):
    """One sentence for the operator."""


def backup(url: str, path: Path, passphrase: str | None = None) -> None:
    """Write a consistent copy of the database at `url` to `path` (0600), replacing it only when the copy is whole.

    Raises BackupError when the database cannot be copied by this code, or `path` cannot be written.
    """
    state = migrate.state(url)
    if isinstance(state, migrate.Empty):
        raise BackupError("the database is empty: there is nothing to back up.")
    if isinstance(state, migrate.Foreign | migrate.Encoded):
        raise BackupError(str(migrate.remark(state)))
    try:
        with tempfile.TemporaryDirectory(dir=path.resolve().parent, prefix=".backup-") as folder:
            copy = Path(folder) / "copy.sqlite3"
            engine = make_engine(url)
            try:
                if engine.dialect.name == "sqlite":
                    _copy_sqlite(engine, copy)
                elif isinstance(state, migrate.Current):
                    _copy_rows_out(engine, copy)
                else:
                    raise BackupError(
                        "the database is not of this code's version. Make the backup with the version that it is of, "
                        "or with pg_dump."
                    )
            finally:
                engine.dispose()
            whole = copy
            if passphrase is not None:
                whole = copy.with_suffix(".sealed")
                sealing.seal(copy, whole, passphrase)
            whole.chmod(0o600)
            _to_disk(whole)
            os.replace(whole, path)
    except OSError as error:
        raise BackupError(f"{path} cannot be written: {error.strerror}.") from None


def restore(path: Path, url: str, passphrase: str | None, first: Callable[[Tx], T]) -> T:
    """Fill the empty database at `url` from the backup at `path`, at this code's version.

    `first` is done in the copy, before anything reaches the database: forgetting again whoever was forgotten since. What
    it returns is returned. Raises BackupError for a file that is no backup, a wrong passphrase, or a database in use.
    """
    _must_be_empty(url)
    with tempfile.TemporaryDirectory(prefix="wspolnie-restore-") as folder:
        copy = _opened(path, passphrase, Path(folder))
        copy_url = f"sqlite:///{copy}"
        if isinstance(migrate.state(copy_url), migrate.Ahead | migrate.Empty | migrate.Foreign):
            raise BackupError("the backup is of a newer version than this code, or holds no tables of Wspólnie.")
        migrate.upgrade(copy_url)
        source = make_engine(copy_url)
        target = make_engine(url)
        try:
            with source.begin() as tx:
                done = first(tx)
            migrate.upgrade(url)
            with source.connect() as out, target.begin() as into:
                _copy_rows(out, into)
        finally:
            source.dispose()
            target.dispose()
        return done


def doubt(tx: Tx, now: Instant) -> int:
    """For a restored state that the town has lived on from: what may have been sent since is not sent again by itself.

    Messages in hand become `unknown`, planned ones that fell due by `now` expire, half-prepared ones are paused; each is
    repeated on an organiser's word. Returns how many it was.
    """
    deliveries, timeline, announcements = tables.deliveries, tables.timeline, tables.announcements
    waiting = deliveries.c.state.in_(("queued", "claimed", "sending")) & (deliveries.c.not_before <= now)
    due = (timeline.c.state == "planned") & (timeline.c.due_at <= now)
    return sum(
        tx.execute(statement).rowcount
        for statement in (
            deliveries.update().where(waiting).values(state="unknown", why="restored", lease=None, held=None),
            timeline.update().where(due).values(state="expired"),
            announcements.update().where(announcements.c.state == "preparing").values(state="paused"),
        )
    )


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
    migrate.upgrade(f"sqlite:///{copy}")
    target = make_engine(f"sqlite:///{copy}")
    try:
        with engine.connect().execution_options(isolation_level="REPEATABLE READ") as source, target.begin() as sink:
            _copy_rows(source, sink)
    finally:
        target.dispose()  # the last connection empties the write-ahead log into the file


def _copy_rows(source: Connection, sink: Connection) -> None:
    for table in tables.metadata.sorted_tables:
        sink.execute(table.delete())
        within = _points_within(table)
        rows = source.execution_options(yield_per=CHUNK).execute(select(table)).mappings()
        for part in rows.partitions(CHUNK):
            sink.execute(insert(table), [{**row, **dict.fromkeys(column.name for column in within)} for row in part])
        for column in within:
            _copy_column(source, sink, table, column)
        if sink.dialect.name == "postgresql" and "id" in table.c:
            _go_on_counting(sink, table)


def _points_within(table: Table) -> list[Column[int]]:
    """Columns that point at rows of the same table, which may come later: they are filled once all rows are there."""
    return [column for column in table.c if any(key.column.table is table for key in column.foreign_keys)]


def _copy_column(source: Connection, sink: Connection, table: Table, column: Column[int]) -> None:
    pairs = source.execute(select(table.c.id, column).where(column.is_not(None))).all()
    if pairs:
        statement = table.update().where(table.c.id == bindparam("row")).values({column: bindparam("points_at")})
        sink.execute(statement, [{"row": row, "points_at": points_at} for row, points_at in pairs])


def _go_on_counting(sink: Connection, table: Table) -> None:
    sequence = func.pg_get_serial_sequence(table.name, "id")
    has_one = sink.execute(select(sequence)).scalar_one()
    if has_one is not None:
        newest = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
        sink.execute(select(func.setval(sequence, newest, False)))


def _must_be_empty(url: str) -> None:
    state = migrate.state(url)
    if isinstance(state, migrate.Empty):
        return
    if isinstance(state, migrate.Encoded):
        raise BackupError(str(migrate.remark(state)))
    if not isinstance(state, migrate.Current):
        raise BackupError("the database holds tables of another version. Set DATABASE_URL to a new, empty one.")
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            for table in (tables.participants, tables.workshops):
                if connection.execute(select(func.count()).select_from(table)).scalar_one():
                    raise BackupError("the database is not empty. Set DATABASE_URL to a new one and restore into that.")
    finally:
        engine.dispose()


def _opened(path: Path, passphrase: str | None, folder: Path) -> Path:
    """A copy of the backup in clear, in `folder`."""
    copy = folder / "copy.sqlite3"
    try:
        if not sealing.is_sealed(path):
            shutil.copyfile(path, copy)
        elif passphrase is None:
            raise BackupError("the backup is encrypted; its passphrase is needed (--passphrase-file).")
        else:
            sealing.unseal(path, copy, passphrase)
        with copy.open("rb") as file:
            if file.read(len(SQLITE)) != SQLITE:
                raise BackupError(f"{path} is no backup of Wspólnie.")
    except sealing.Sealed:
        raise BackupError("the passphrase does not open this backup, or the file is damaged.") from None
    except OSError as error:
        raise BackupError(f"{path} cannot be read: {error.strerror}.") from None
    if not _is_whole(copy):
        raise BackupError(f"{path} is damaged or cut short. Take another backup; nothing was changed.")
    copy.chmod(0o600)
    return copy


def _is_whole(copy: Path) -> bool:
    """SQLite finds every page of the file in its place. A sealed backup is known to be whole before this."""
    try:
        with closing(sqlite3.connect(copy)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
