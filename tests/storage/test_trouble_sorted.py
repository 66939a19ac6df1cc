"""Trouble is tried again without end; what can never succeed is counted."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from storage.database import Database, Tx, make_engine
from storage.trouble import TryAgain, is_trouble


def raised(database: Database, statement: str) -> BaseException:
    def run(tx: Tx) -> None:
        tx.execute(text(statement))

    error = database.write(run).exception()
    assert error is not None
    return error


@pytest.mark.parametrize(
    "error", [TryAgain("x"), OSError(28, "No space left on device"), sqlite3.OperationalError("x")]
)
def test_disk_network_and_haste_are_trouble(error: Exception) -> None:
    assert is_trouble(error)


@pytest.mark.parametrize("error", [ValueError("x"), ZeroDivisionError(), KeyError("x"), AssertionError()])
def test_a_steps_own_exception_is_none(error: Exception) -> None:
    assert not is_trouble(error)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT nothing FROM participants",
        "INSERT INTO participants (random_id) VALUES (NULL)",
        "INSERT INTO needs (workshop_id, participant_id, needs, given_at) VALUES (1, 1, '{}', '2022-11-21')",
    ],
)
def test_a_statement_that_never_succeeds_is_none(database: Database, statement: str) -> None:
    assert not is_trouble(raised(database, statement))


def test_a_locked_database_is_trouble(sqlite_url: str) -> None:
    path = sqlite_url.removeprefix("sqlite:///")
    with sqlite3.connect(path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        engine = make_engine(sqlite_url)
        with engine.connect() as connection:
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.execute("PRAGMA busy_timeout=10")
            with pytest.raises(DBAPIError) as caught:
                connection.execute(text("SELECT 1"))
        engine.dispose()
    assert is_trouble(caught.value)


def test_a_database_that_is_not_there_is_trouble(tmp_path: Path) -> None:
    database = Database(f"postgresql://nobody@/nothing?host={tmp_path}")
    assert is_trouble(raised(database, "SELECT 1"))
    database.close()


def test_a_connection_that_was_cut_is_trouble_and_the_next_one_works(postgres_url: str) -> None:
    database = Database(postgres_url)
    assert is_trouble(raised(database, "SELECT pg_terminate_backend(pg_backend_pid())"))
    assert database.write(lambda tx: tx.execute(text("SELECT 1")).scalar_one()).result() == 1
    database.close()
