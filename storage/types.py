"""Column types that the databases lack: instants that are never naive, and JSON that is the same on both."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

import orjson
from sqlalchemy import JSON, BigInteger, DateTime, Dialect, Integer
from sqlalchemy.types import TypeDecorator, TypeEngine

from domain.instants import Instant, instant

BigId = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits on PostgreSQL; SQLite's rowid (64 bits as well) needs the name INTEGER."""


class Json(TypeDecorator[Any]):
    """JSON, on PostgreSQL as JSONB. None is SQL's NULL, never JSON's.

    PostgreSQL's part of SQLAlchemy, with all its drivers, is loaded only where it is used.
    """

    impl = JSON(none_as_null=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return dialect.type_descriptor(JSON(none_as_null=True))
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB(none_as_null=True))

    def coerce_compared_value(self, op: Any, value: Any) -> TypeEngine[Any]:
        return self.impl_instance.coerce_compared_value(op, value)


class InstantColumn(TypeDecorator[Instant]):
    """Stores UTC, returns an aware `Instant`. SQLAlchemy on SQLite would drop the zone in silence: FACTS, "Speed"."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = instant(value)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: Any, dialect: Dialect) -> Instant | None:
        if value is None:
            return None
        return Instant(value.replace(tzinfo=UTC)) if value.tzinfo is None else instant(value)

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        """On SQLite in one go to the text that SQLAlchemy's DateTime stores there, without its template and its dictionary."""
        return _to_text if dialect.name == "sqlite" else super().bind_processor(dialect)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        return _from_text if dialect.name == "sqlite" else super().result_processor(dialect, coltype)


_PLAIN: Final = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def json_text(value: Any) -> str:
    """JSON as the databases store it. Raises TypeError for what is none."""
    try:
        return orjson.dumps(value, option=_PLAIN).decode()
    except orjson.JSONEncodeError:  # whole numbers over 64 bits, for which the library of Python has room
        return json.dumps(value)


def json_value(text: str | bytes) -> Any:
    """What JSON text says. Raises ValueError for what is none."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:  # halves of characters, which an older release may have stored
        return json.loads(text)


def _to_text(value: Any) -> str | None:
    return None if value is None else instant(value).replace(tzinfo=None).isoformat(" ", "microseconds")


def _from_text(value: Any) -> Instant | None:
    return None if value is None else Instant(datetime.fromisoformat(value).replace(tzinfo=UTC))
