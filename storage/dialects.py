"""What SQLite and PostgreSQL say differently."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Table, any_, func, literal, literal_column, select

from storage.database import Tx
from storage.types import json_text


def insert_into(tx: Tx, table: Table) -> Any:
    """An INSERT that knows ON CONFLICT."""
    return insert_for(tx.dialect.name, table)


def insert_for(kind: str, table: Table) -> Any:
    """The same for a database of this kind: sqlite or postgresql."""
    if kind == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)


def is_value(column: ColumnElement[Any], value: str) -> ColumnElement[bool]:
    """`column` = 'value' with the value written out, as partial indexes need it. `value` is ours, never a person's."""
    if not value.isidentifier():
        raise ValueError(f"{value!r} is no plain word")
    return column == literal_column(f"'{value}'")


def among(tx: Tx, column: ColumnElement[Any], numbers: Collection[int]) -> ColumnElement[bool]:
    """True when `column` is one of `numbers`, which go over as one value: as a list of a thousand parameters they would have
    to be written into the statement, and read out of it, each time."""
    if tx.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return column == any_(literal(list(numbers), postgresql.ARRAY(BigInteger)))
    listed = func.json_each(json_text(list(numbers))).table_valued("value", name="listed")
    return column.in_(select(listed.c.value))


def lists_object(tx: Tx, column: ColumnElement[Any], key: str, value: int) -> ColumnElement[bool]:
    """True when the JSON list in `column` holds an object whose `key` is the number `value`."""
    if tx.dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return column.cast(postgresql.JSONB).contains([{key: value}])
    items = func.json_each(column).table_valued("value", name="item")
    return select(1).select_from(items).where(func.json_extract(items.c.value, f"$.{key}") == value).exists()
