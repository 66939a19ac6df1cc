"""Read-only transactions, and two of them that see the same moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine

SILENT_MS: Final = 60_000
"""PostgreSQL lets one of two be silent for so long, while the other one is still read. Nobody waits for locks of theirs."""


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection on which nothing can be written. It sees what was committed before its first look, all along."""
    with engine.connect() as connection:
        if engine.dialect.name != "sqlite":
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            yield connection
            return
        quiet = connection.execution_options(sqlite_begin="DEFERRED")
        quiet.exec_driver_sql("PRAGMA query_only=ON")
        try:
            yield quiet
        finally:
            quiet.exec_driver_sql("PRAGMA query_only=OFF")


def see_the_same(first: Connection, second: Connection, undisturbed: Callable[[Callable[[], None]], object]) -> None:
    """Let two transactions in which nothing was asked yet see the same moment. `undisturbed` calls a function while nobody,
    not even another process, can commit."""
    if first.dialect.name == "sqlite":

        def look() -> None:
            for tx in (first, second):
                tx.exec_driver_sql("SELECT count(*) FROM sqlite_master")

        undisturbed(look)
        return
    snapshot = first.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one()
    second.exec_driver_sql(f"SET TRANSACTION SNAPSHOT '{snapshot}'")
    for tx in (first, second):
        tx.exec_driver_sql(f"SET LOCAL idle_in_transaction_session_timeout = {SILENT_MS}")
