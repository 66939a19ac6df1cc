"""A process that stands still in the middle of a transaction keeps nobody waiting for long."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from service import leases
from storage import database as storage
from storage.database import Database, Tx
from storage.trouble import is_trouble


@pytest.mark.timeout(60)
def test_a_lease_can_be_taken_from_a_process_that_stopped_while_it_held_a_lock(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "SILENT_MS", 200)
    stopped, other = Database(postgres_url), Database(postgres_url)
    taken = threading.Event()
    locked = threading.Event()

    def stand_still(tx: Tx) -> bool:
        leases.acquire(tx, leases.BULK, "the stopped one")
        locked.set()
        assert taken.wait(50), "the lock was never let go"
        return leases.beat(tx, leases.BULK, 1)

    try:
        standing = stopped.write(stand_still)
        assert locked.wait(20)
        number = other.write(lambda tx: leases.acquire(tx, leases.BULK, "the other one")).result(40)
        taken.set()
        error = standing.exception(20)
        assert isinstance(error, DBAPIError)
        assert is_trouble(error), "what it wanted to write is tried again, and finds the lease taken"
        assert stopped.write(lambda tx: leases.look(tx, leases.BULK)).result(20).number == number
    finally:
        taken.set()
        stopped.close()
        other.close()


@pytest.mark.timeout(60)
def test_whoever_waits_for_a_table_that_somebody_locked_hears_of_it_and_may_try_again(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "LOCKED_MS", 200)
    database = Database(postgres_url)
    try:
        with psycopg.connect(postgres_url) as other:
            other.execute("LOCK TABLE leases")
            error = database.write(lambda tx: leases.acquire(tx, leases.BULK, "who waits")).exception(40)
            assert error is not None
            assert is_trouble(error)
        assert database.write(lambda tx: leases.acquire(tx, leases.BULK, "who waited")).result(40)
    finally:
        database.close()


@pytest.mark.timeout(120)
def test_a_process_that_stops_between_two_of_many_executions_holds_its_locks_no_longer(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a pipeline its session would count as active: no timeout ends that."""
    monkeypatch.setattr(storage, "SILENT_MS", 200)
    stopped, other = Database(postgres_url), Database(postgres_url)
    go_on, under_way = threading.Event(), threading.Event()

    def beats() -> Iterator[tuple[str]]:
        for _ in range(200):
            yield (leases.BULK,)
        under_way.set()
        assert go_on.wait(100)
        yield (leases.BULK,)

    def stand_still(tx: Tx) -> None:
        raw = tx.connection.driver_connection
        assert raw is not None
        raw.cursor().executemany("UPDATE leases SET beat = beat + 1 WHERE name = %s", beats())

    try:
        other.write(lambda tx: leases.acquire(tx, leases.BULK, "the stopped one")).result(40)
        standing = stopped.write(stand_still)
        assert under_way.wait(40)
        assert other.write(lambda tx: leases.acquire(tx, leases.BULK, "the other one")).result(40)
        go_on.set()
        error = standing.exception(40)
        assert error is not None
        assert is_trouble(error)
    finally:
        go_on.set()
        stopped.close()
        other.close()
