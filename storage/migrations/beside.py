"""What a migration does beside running processes, where PostgreSQL needs to be told so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alembic import op

from storage.migrate import LOCK_WAIT_MS


def create_index(name: str, table: str, columns: Sequence[Any], **options: Any) -> None:
    """An index on a table that may be large, built while others write to it. It must be all that its migration does.

    PostgreSQL builds it outside a transaction, in minutes perhaps, and waits for transactions that began earlier without keeping
    anybody waiting behind it, so for that it may wait long. What a try that was cut off left is thrown away first.
    """
    context = op.get_context()
    if context.dialect.name != "postgresql":
        op.create_index(name, table, list(columns), **options)
        return
    with context.autocommit_block():
        op.execute("SET lock_timeout = 0")
        op.drop_index(name, table, postgresql_concurrently=True, if_exists=True)
        op.create_index(name, table, list(columns), postgresql_concurrently=True, **options)
        op.execute(f"SET lock_timeout = {LOCK_WAIT_MS}")
