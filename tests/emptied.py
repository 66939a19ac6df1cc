"""One PostgreSQL database that test after test gets, emptied in between: making a new one takes twenty times as long."""

from __future__ import annotations

from typing import Any

import psycopg
from postgres import Databases
from psycopg import sql
from psycopg.types.json import Jsonb

GROWN = 2 * 1024**2
"""Bytes more than at first that make a database too large to be emptied: plans and pages would differ from a new one's."""
OTHERS_OUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
SHAPE = """
SELECT md5(string_agg(format('%s %s %s %s', relname, attname, atttypid, attnotnull), ',' ORDER BY relname, attnum)),
       (SELECT count(*) FROM pg_constraint), (SELECT count(*) FROM pg_index),
       (SELECT count(*) FROM pg_trigger WHERE tgenabled = 'O'), (SELECT count(*) FROM pg_db_role_setting)
FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND attnum > 0
"""


class Emptied:
    """`lend` gives the URL of a database that is as `template`, `take_back` makes it so again. One that a test left in another
    shape, large, or locked, is dropped, and the next test gets a new one."""

    def __init__(self, databases: Databases, template: str) -> None:
        self._databases = databases
        self._template = template
        self._name: str | None = None

    def lend(self) -> str:
        if self._name is None:
            self._name = self._databases.create(self._template)
            with self._connected() as connection:
                self._first = _rows(connection)
                self._shape = connection.execute(SHAPE).fetchone()
                self._size = _size(connection)
        return self._databases.url(self._name)

    def take_back(self) -> None:
        try:
            with self._connected() as connection:
                connection.execute(OTHERS_OUT)
                same = connection.execute(SHAPE).fetchone() == self._shape and _size(connection) < self._size + GROWN
                if same:
                    _empty(connection, self._first)
        except psycopg.Error:
            same = False
        if not same:
            self.drop()

    def drop(self) -> None:
        if self._name is not None:
            self._databases.drop(self._name)
            self._name = None

    def _connected(self) -> psycopg.Connection[Any]:
        assert self._name is not None
        return psycopg.connect(self._databases.url(self._name), autocommit=True, options="-c lock_timeout=5s")


def _size(connection: psycopg.Connection[Any]) -> int:
    found = connection.execute("SELECT pg_database_size(current_database())").fetchone()
    assert found is not None
    return int(found[0])


def _tables(connection: psycopg.Connection[Any]) -> list[str]:
    return [name for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]


def _rows(connection: psycopg.Connection[Any]) -> dict[str, list[Any]]:
    """The few rows that migrations put into tables, by table."""
    asked = sql.SQL("SELECT to_jsonb(one) FROM {} AS one")
    found = {name: connection.execute(asked.format(sql.Identifier(name))).fetchall() for name in _tables(connection)}
    return {name: [row for (row,) in rows] for name, rows in found.items()}


def _empty(connection: psycopg.Connection[Any], first: dict[str, list[Any]]) -> None:
    """Delete all rows without asking foreign keys and triggers, put back the first ones, and begin to count anew."""
    sequences = [
        name for (name,) in connection.execute("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")
    ]
    steps = [sql.SQL("DELETE FROM {}").format(sql.Identifier(name)) for name in first]
    steps += [sql.SQL("SELECT setval({}::regclass, 1, false)").format(sql.Literal(f'"{name}"')) for name in sequences]
    with connection.transaction():
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute(sql.SQL("; ").join(steps))
        put = sql.SQL("INSERT INTO {table} SELECT * FROM jsonb_populate_record(NULL::{table}, %s)")
        for name, rows in first.items():
            for row in rows:
                connection.execute(put.format(table=sql.Identifier(name)), [Jsonb(row)])
