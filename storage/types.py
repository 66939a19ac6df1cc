"""Column types that the databases lack: instants that are never naive, and JSON that is the same on both."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

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
