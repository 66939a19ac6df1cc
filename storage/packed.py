"""Many rows' columns as one value each: a database makes a list of a column faster than it hands rows over one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Cast, ColumnElement, Select, String, Text, cast, func, select

from storage.database import Tx

_BETWEEN: Final = "\x1f"
"""Stands between texts: JSON has it nowhere, and so have codes."""


def as_text(column: ColumnElement[Any]) -> Cast[str]:
    """A column of JSON as the database keeps it, not read."""
    return cast(column, Text)


def packed(tx: Tx, found: Select[Any]) -> list[str]:
    """The columns of a query, each as one text for `numbers` or `texts`; all have the same order, which is any order. No value
    is NULL, and no text holds the separator."""
    rows = found.subquery()
    columns = tx.execute(select(*(_pack(tx, column) for column in rows.c))).one()
    return [column or "" for column in columns]


def _pack(tx: Tx, column: ColumnElement[Any]) -> ColumnElement[Any]:
    """SQLite writes numbers into a JSON list without making a text of each."""
    is_text = isinstance(column.type, String)
    if tx.dialect.name == "postgresql":
        return func.string_agg(cast(column, Text), _BETWEEN if is_text else ",")
    return func.group_concat(column, _BETWEEN) if is_text else cast(func.json_group_array(column), Text)


def numbers(column: str) -> NDArray[np.int64]:
    """A packed column of whole numbers."""
    inside = column.strip("[]")
    return np.fromstring(inside, dtype=np.int64, sep=",") if inside else np.zeros(0, dtype=np.int64)


def texts(column: str, rows: int) -> Sequence[str]:
    """A packed column of so many texts. Raises ValueError for a column that holds another number of them."""
    found = column.split(_BETWEEN) if rows else []
    if len(found) != rows:
        raise ValueError(f"a column of {len(found)} texts for {rows} rows")
    return found
