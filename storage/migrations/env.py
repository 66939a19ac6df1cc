"""Alembic's environment. Only `storage.migrate` calls it, with the connection, and on SQLite its transaction, already made."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from sqlalchemy import JSON, BigInteger, Connection
from sqlalchemy.sql.type_api import TypeEngine

from storage.tables import metadata
from storage.types import InstantColumn


def _plain_type(kind: str, thing: Any, _autogen: Any) -> str | Literal[False]:
    """A migration's text says what the database stores, and needs nothing of today's code to run next year."""
    if kind != "type":
        return False
    if isinstance(thing, InstantColumn):
        return "sa.DateTime(timezone=True)"
    if isinstance(thing, JSON):
        return "JSON"
    return "BIG_ID" if isinstance(thing, BigInteger) else False


def _same_type(
    _context: Any, _column: Any, _meta_column: Any, found: TypeEngine[Any], wanted: TypeEngine[Any]
) -> bool | None:
    """SQLite keeps no zone with a time, so a time with a zone is a time there."""
    if isinstance(wanted, InstantColumn):
        return found.__class__.__name__ not in {"DATETIME", "TIMESTAMP"}
    return None


connection: Connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    render_item=_plain_type,
    compare_type=_same_type,
    transactional_ddl=True,
    transaction_per_migration=True,  # where none was begun already: see storage.migrate
)
context.run_migrations()
