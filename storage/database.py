"""The engine, the threads that use it, and group commit. Plain synchronous SQLAlchemy; callers get futures.

SQLite: one writer thread; what is waiting when it wakes is committed together, each step in a savepoint of its own, and a
batch whose commit fails is replayed one by one. Readers are read-only connections beside it. PostgreSQL: a small pool of
threads, a transaction a step, READ COMMITTED.
"""

from __future__ import annotations

import logging
import os
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from storage.reading import reading, see_the_same
from storage.types import json_text, json_value

log = logging.getLogger("wspolnie.storage")

T = TypeVar("T")
Tx = Connection
"""One transaction. The service passes it on and never opens or commits one."""

BATCH = 64
BUSY_MS: Final = 10_000
CACHED_STATEMENTS: Final = 512
"""SQLite's statements that a connection keeps compiled: there are more than the 128 of its default."""
SCRUB_PATIENCE_MS: Final = 100
SILENT_MS: Final = 4_000
"""PostgreSQL ends a transaction of ours in which nothing was said for so long: its process is stopped or its machine is away,
and the locks that it holds (a lease, a lane) would keep everybody else waiting."""
LOCKED_MS: Final = 10_000
"""PostgreSQL gives up waiting for a lock after so long, as SQLite does: the step is tried again, and the log says so."""
SCRUB: Final = "scrub"
"""Set in `tx.info` by an action that erased something: after the commit the write-ahead log is emptied too."""


@dataclass(slots=True)
class _Step:
    action: Callable[[Tx], Any]
    future: Future[Any]


_STOP = None


def make_engine(url: str, *, pool_size: int = 4) -> Engine:
    """An engine with the settings that our guarantees need. `url` may be plain `postgresql://`; psycopg is used.

    Raises sqlalchemy.exc.ArgumentError for what is no database URL.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        if parsed.database and parsed.database != ":memory:":
            path = Path(parsed.database)
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        engine = create_engine(
            parsed,
            connect_args={"check_same_thread": False, "timeout": 10, "cached_statements": CACHED_STATEMENTS},
            pool_size=pool_size,
            json_serializer=json_text,
            json_deserializer=json_value,
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    from storage.tables import for_postgresql

    for_postgresql()
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    from storage.postgres_cursor import OneByOne

    return create_engine(
        parsed,
        connect_args={"cursor_factory": OneByOne},
        pool_size=pool_size,
        max_overflow=2,
        pool_pre_ping=True,
        json_serializer=json_text,
        json_deserializer=json_value,
        isolation_level="READ COMMITTED",
    )


def sqlite_file(url: str) -> Path | None:
    """The file behind a SQLite URL; None for other databases and for memory."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return Path(parsed.database)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={BUSY_MS}",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _limit_waits(connection: Any, _record: Any) -> None:
    """For what serves alone: a backup's one long transaction may be silent, and a migration has limits of its own."""
    connection.execute(f"SET idle_in_transaction_session_timeout = {SILENT_MS}")
    connection.execute(f"SET lock_timeout = {LOCKED_MS}")
    connection.commit()


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get("sqlite_begin", "IMMEDIATE")
    connection.exec_driver_sql(f"BEGIN {mode}")


class Database:
    """Runs actions, each a function of one transaction, on threads of its own."""

    def __init__(self, url: str, *, pool_size: int = 4) -> None:
        self.engine = make_engine(url, pool_size=pool_size + 2)
        self.kind: Literal["sqlite", "postgresql"] = "sqlite" if self.engine.dialect.name == "sqlite" else "postgresql"
        self._readers = ThreadPoolExecutor(2, thread_name_prefix="reader")
        self._steps: queue.SimpleQueue[_Step | None] = queue.SimpleQueue()
        self._closed = False
        self._scrub_due = False
        self._kept: Connection | None = None
        if self.kind == "sqlite":
            self._writer: threading.Thread | None = threading.Thread(
                target=self._write_batches, name="writer", daemon=True
            )
            self._writer.start()
            self._writers: ThreadPoolExecutor | None = None
        else:
            event.listen(self.engine, "connect", _limit_waits)
            self._writer = None
            self._writers = ThreadPoolExecutor(pool_size, thread_name_prefix="writer")

    def write(self, action: Callable[[Tx], T]) -> Future[T]:
        """Run `action` in a transaction; the future is done after the commit, or has the action's own exception."""
        if self._closed:
            raise RuntimeError("the database is closed")
        if self._writers is not None:
            return self._writers.submit(self._write_one, action)
        future: Future[T] = Future()
        self._steps.put(_Step(action, future))
        return future

    def read(self, action: Callable[[Tx], T]) -> Future[T]:
        """Run `action` on a read-only connection, beside the writer; it sees what was committed before it began, all along."""
        return self._readers.submit(self._read_one, action)

    def read_twice(self, action: Callable[[Tx, Tx], T]) -> Future[T]:
        """Run `action` on two read-only connections that see the same moment all along, for two threads at once."""
        return self._readers.submit(self._read_two, action)

    def close(self) -> None:
        """Finish what was handed in, then let every connection go."""
        if self._closed:
            return
        self._closed = True
        if self._writer is not None:
            self._steps.put(_STOP)
            self._writer.join()
            self._let_go()
        if self._writers is not None:
            self._writers.shutdown(wait=True)
        self._readers.shutdown(wait=True)
        self.engine.dispose()

    @contextmanager
    def _begun(self) -> Iterator[Tx]:
        """A transaction. SQLite's writer keeps its connection from one to the next, until anything goes wrong with one."""
        if self._writer is None:
            with self.engine.begin() as tx:
                yield tx
            return
        kept = self._kept = self._kept or self.engine.connect()
        try:
            with kept.begin():
                yield kept
        except BaseException:
            self._let_go()
            raise

    def _let_go(self) -> None:
        if self._kept is not None:
            kept, self._kept = self._kept, None
            kept.close()

    def _write_one(self, action: Callable[[Tx], T]) -> T:
        with self._begun() as tx:
            result = action(tx)
            info = tx.info
        self._scrub(info)
        return result

    def _scrub(self, info: dict[Any, Any]) -> None:
        """When an action asked for it: old copies of erased pages leave the disk. What a reader holds up is done later."""
        self._scrub_due |= bool(info.pop(SCRUB, False))
        if not self._scrub_due or self.kind != "sqlite":
            return
        with self.engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None, "a connection that was just checked out"
            raw.execute(f"PRAGMA busy_timeout={SCRUB_PATIENCE_MS}")
            try:
                busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
                self._scrub_due = bool(busy)
            except sqlite3.OperationalError as error:
                log.warning("the write-ahead log could not be emptied yet: %s", error)
            finally:
                raw.execute(f"PRAGMA busy_timeout={BUSY_MS}")

    def _read_one(self, action: Callable[[Tx], T]) -> T:
        with reading(self.engine) as tx:
            return action(tx)

    def _read_two(self, action: Callable[[Tx, Tx], T]) -> T:
        with reading(self.engine) as first, reading(self.engine) as second:
            see_the_same(first, second, lambda look: self.write(lambda _: look()).result())
            return action(first, second)

    def _write_batches(self) -> None:
        while True:
            first = self._steps.get()
            if first is _STOP:
                return
            batch = [first]
            stop = False
            while len(batch) < BATCH:
                try:
                    step = self._steps.get_nowait()
                except queue.Empty:
                    break
                if step is _STOP:
                    stop = True
                    break
                batch.append(step)
            self._commit_together([step for step in batch if step.future.set_running_or_notify_cancel()])
            if stop:
                return

    def _commit_together(self, batch: list[_Step]) -> None:
        """One transaction for all. A step that raises is rolled back alone; when the commit fails, each is replayed.

        When no transaction can be begun, nobody's step has to do with it: all are told so at once. Replayed, each would wait
        for the lock as long again, minutes in all, and say nothing until then.
        """
        if len(batch) == 1:
            self._commit_alone(batch[0])
            return
        begun = False
        outcomes: list[tuple[_Step, Any, BaseException | None]] = []
        try:
            with self._begun() as tx:
                begun = True
                raw = tx.connection.dbapi_connection
                assert raw is not None, "a connection that has just begun"
                for step in batch:
                    raw.execute("SAVEPOINT step")
                    try:
                        outcomes.append((step, step.action(tx), None))
                    except Exception as error:  # noqa: BLE001 - it belongs to the step, whose future carries it
                        raw.execute("ROLLBACK TO step")
                        outcomes.append((step, None, error))
                    raw.execute("RELEASE step")
                info = tx.info
        except Exception as error:  # noqa: BLE001 - nothing of the batch is stored; each step's future carries why
            for step in batch:
                if begun:
                    self._commit_alone(step)
                else:
                    step.future.set_exception(error)
            return
        for step, result, failure in outcomes:
            if failure is None:
                step.future.set_result(result)
            else:
                step.future.set_exception(failure)
        self._scrub(info)

    def _commit_alone(self, step: _Step) -> None:
        try:
            step.future.set_result(self._write_one(step.action))
        except Exception as error:  # noqa: BLE001 - it belongs to the step, whose future carries it
            step.future.set_exception(error)
