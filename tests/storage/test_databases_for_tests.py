"""The fixtures themselves: a fresh database a test, on both kinds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, insert, select

from domain.instants import instant
from storage import tables
from storage.database import Database, Tx

NOW = instant(datetime(2022, 11, 11, 10, tzinfo=UTC))


@pytest.mark.parametrize("time", ["first", "second"])
def test_each_test_starts_with_empty_tables(database: Database, time: str) -> None:
    def count_and_add(tx: Tx) -> int:
        found = tx.execute(select(func.count()).select_from(tables.participants)).scalar_one()
        tx.execute(insert(tables.participants).values(random_id=time, created_at=NOW, seen_at=NOW))
        return found

    assert database.write(count_and_add).result() == 0


def test_an_instant_comes_back_aware_and_in_utc(database: Database) -> None:
    def store(tx: Tx) -> None:
        tx.execute(insert(tables.participants).values(random_id="a", created_at=NOW, seen_at=NOW))

    database.write(store).result()
    assert database.read(lambda tx: tx.execute(select(tables.participants.c.created_at)).scalar_one()).result() == NOW


def test_a_naive_time_is_refused(database: Database) -> None:
    naive = datetime(2022, 11, 11, 10)  # noqa: DTZ001

    def store(tx: Tx) -> None:
        tx.execute(insert(tables.participants).values(random_id="a", created_at=naive, seen_at=naive))

    with pytest.raises(Exception, match="no time zone"):
        database.write(store).result()
