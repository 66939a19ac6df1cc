"""Many rows' columns as one value each: a database makes a JSON list of a column faster than it hands rows over one by one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Cast, ColumnElement, Select, Text, cast, func, select

from storage.database import Tx


def as_text(column: ColumnElement[Any]) -> Cast[str]:
    """A column of JSON as the database keeps it, not read."""
    return cast(column, Text)


def packed(tx: Tx, found: Select[Any]) -> list[str]:
    """The columns of a query, each as the text of a JSON list; the lists have the same order, which is any order."""
    rows = found.subquery()
    pack = func.json_agg if tx.dialect.name == "postgresql" else func.json_group_array
    columns = tx.execute(select(*(cast(pack(column), Text) for column in rows.c))).one()
    return [column or "[]" for column in columns]


def numbers(column: str) -> NDArray[np.int64]:
    """A packed column of whole numbers, none of them NULL."""
    inside = column[1:-1]
    return np.fromstring(inside, dtype=np.int64, sep=",") if inside.strip() else np.zeros(0, dtype=np.int64)


def texts(column: str) -> Sequence[str | None]:
    """A packed column of texts."""
    found: list[str | None] = json.loads(column)
    return found
