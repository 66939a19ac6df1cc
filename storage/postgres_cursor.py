"""A cursor that never leaves PostgreSQL in the middle of a pipeline."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

import psycopg
from psycopg.abc import Params, Query, QueryNoTemplate


class OneByOne(psycopg.Cursor[Any]):
    """Many sets of parameters are executed one after the other.

    psycopg sends them as a pipeline. A process that is stopped in the middle of one leaves a session that counts as active,
    not as idle in its transaction: no timeout of PostgreSQL ends it, and whoever is to take over waits for its locks for ever.
    What is many and often (storage.deliveries.finish) is one statement instead.
    """

    def executemany(self, query: Query, params_seq: Iterable[Params], *, returning: bool = False) -> None:
        """As psycopg's, `rowcount` in all. Raises NotImplementedError for `returning`, which nobody asks for."""
        if returning:
            raise NotImplementedError("rows of several executions: ask with one statement")
        rows = 0
        for params in params_seq:
            self.execute(cast(QueryNoTemplate, query), params)  # a template has its values in it
            rows += max(0, self.rowcount)
        self._rowcount = rows
