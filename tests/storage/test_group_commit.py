"""What arrives together is committed together, and what goes wrong goes wrong alone."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing

import pytest
from lublin import NOW
from sqlalchemy import func, insert, select

from storage import database as databases
from storage import migrate, tables
from storage.database import BATCH, Database, Tx, sqlite_file
from storage.trouble import is_trouble


def added(number: int) -> Callable[[Tx], int]:
    """Writes one row of the inbox."""

    def add(tx: Tx) -> int:
        row = {"bot": 1, "source": "update", "external_id": str(number), "lane": 0, "received_at": NOW}
        tx.execute(insert(tables.inbox).values(row))
        return number

    return add


def count(tx: Tx) -> int:
    return tx.execute(select(func.count()).select_from(tables.inbox)).scalar_one()


@pytest.fixture
def sqlite(sqlite_url: str) -> Database:
    migrate.upgrade(sqlite_url)
    return Database(sqlite_url)


def together(database: Database, actions: list[Callable[[Tx], int]]) -> list[Future[int]]:
    """Have these committed in one transaction: they gather while the writer is held up."""
    go_on = threading.Event()
    held = database.write(lambda tx: go_on.wait(10))
    futures = [database.write(action) for action in actions]
    go_on.set()
    assert held.result(10)
    return futures


def test_a_step_that_raises_is_rolled_back_alone(sqlite: Database) -> None:
    def fails(tx: Tx) -> int:
        added(2)(tx)
        raise LookupError("the step's own")

    first, second, third = together(sqlite, [added(1), fails, added(3)])
    assert (first.result(10), third.result(10)) == (1, 3)
    with pytest.raises(LookupError):
        second.result(10)
    assert sqlite.read(count).result() == 2, "the failing step left its row, or took others with it"
    sqlite.close()


def test_a_step_after_one_that_the_database_refused_still_counts(sqlite: Database) -> None:
    first, again, third = together(sqlite, [added(1), added(1), added(3)])
    assert (first.result(10), third.result(10)) == (1, 3)
    assert again.exception(10) is not None, "the same key twice"
    assert sqlite.read(count).result() == 2
    sqlite.close()


def test_what_gathers_is_one_transaction(sqlite: Database) -> None:
    seen: list[int] = []

    def look(tx: Tx) -> int:
        seen.append(id(tx))
        return 0

    for future in together(sqlite, [look, look, look]):
        future.result(10)
    assert len(set(seen)) == 1
    sqlite.close()


def test_what_gathers_at_a_locked_database_hears_of_it_after_one_wait_and_not_one_after_the_other(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait = 1.0
    monkeypatch.setattr(databases, "BUSY_MS", round(wait * 1000))
    migrate.upgrade(sqlite_url)
    file = sqlite_file(sqlite_url)
    assert file is not None
    database = Database(sqlite_url)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        futures = [database.write(added(number)) for number in range(BATCH)]
        errors = [future.exception(60) for future in futures]
        waited = time.monotonic() - began
        other.execute("ROLLBACK")
    assert all(error is not None and is_trouble(error) for error in errors)
    # one wait for whoever came first, one for those who gathered meanwhile; one for each of them would be a minute
    assert waited < BATCH * wait / 4, f"{waited:.1f} s"
    assert database.write(added(1)).result(60) == 1, "it goes on as soon as the lock is gone"
    database.close()
