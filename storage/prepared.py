"""Statements of the hot path: built with SQLAlchemy, compiled once for each database, executed by the driver.

SQLAlchemy's way around a statement (its cache, its context, its result) takes ten times as long as SQLite does for one row. What
every tap asks goes without that. All else stays: the columns' types convert both ways, the driver's errors are SQLAlchemy's, a
connection that broke is let go, and whoever listens to `before_cursor_execute` hears these statements too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import CompoundSelect, Delete, Dialect, Insert, Select, Update
from sqlalchemy.exc import CompileError, DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler

from storage.database import Tx

Values = tuple[Any, ...]
Process = Callable[[Any], Any]
Statement = Select[Any] | CompoundSelect[Any] | Insert | Update | Delete


class Prepared:
    """`statement` takes each value that changes as a `bindparam`; an INSERT takes those of the columns `into`. Rows come back
    as plain tuples.

    Lists as parameters, and columns for which Python has a default, raise CompileError at the first use.
    """

    __slots__ = ("_compiled", "_into", "_statement")

    def __init__(self, statement: Statement, into: Sequence[str] | None = None) -> None:
        self._statement: Final = statement
        self._into: Final = into
        self._compiled: dict[str, _Compiled] = {}

    def all(self, tx: Tx, **given: Any) -> list[Values]:
        """Every row. Raises sqlalchemy.exc.DBAPIError, as `Connection.execute` does, and KeyError for a parameter it lacks."""
        compiled = self._for(tx)
        return compiled.converted(_execute(tx, compiled.sql, compiled.bound(given)).fetchall())

    def first(self, tx: Tx, **given: Any) -> Values | None:
        """The first row."""
        rows = self.all(tx, **given)
        return rows[0] if rows else None

    def change(self, tx: Tx, **given: Any) -> int:
        """How many rows were changed."""
        compiled = self._for(tx)
        changed: int = _execute(tx, compiled.sql, compiled.bound(given)).rowcount
        return changed

    def each(self, tx: Tx, many: Iterable[Mapping[str, Any]]) -> list[Values]:
        """Execute once for each set of parameters; the rows of all."""
        return [row for given in many for row in self.all(tx, **given)]

    def _for(self, tx: Tx) -> _Compiled:
        name = tx.dialect.name
        compiled = self._compiled.get(name)
        if compiled is None:
            compiled = self._compiled[name] = _Compiled(self._statement, self._into, tx.dialect)
        return compiled


class _Compiled:
    """A statement for one database, with what its parameters and its rows go through."""

    def __init__(self, statement: Statement, into: Sequence[str] | None, dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=into)
        assert isinstance(compiled, SQLCompiler), "a statement, no definition"
        expanding = [name for name, one in compiled.binds.items() if one.expanding]
        if expanding or compiled.literal_execute_params or compiled.insert_prefetch or compiled.update_prefetch:
            raise CompileError(f"only SQLAlchemy can execute this: {compiled.string}")
        self.sql: Final = compiled.string
        self._order: Final = tuple(compiled.positiontup) if compiled.positional and compiled.positiontup else ()
        self._positional: Final = compiled.positional
        self._into: Final[dict[str, Process | None]] = {}
        self._constant: Final[dict[str, Any]] = {}
        for name, one in compiled.binds.items():
            process = one.type.dialect_impl(dialect).bind_processor(dialect)
            if one.required:
                self._into[name] = process
            else:
                value = one.effective_value
                self._constant[name] = value if process is None else process(value)
        processes = (
            one.type.dialect_impl(dialect).result_processor(dialect, None) for one in statement.exported_columns
        )
        self._out: Final = [(place, process) for place, process in enumerate(processes) if process is not None]

    def bound(self, given: Mapping[str, Any]) -> Any:
        values = self._constant.copy()
        for name, process in self._into.items():
            value = given[name]
            values[name] = value if process is None else process(value)
        return tuple([values[name] for name in self._order]) if self._positional else values

    def converted(self, rows: list[Values]) -> list[Values]:
        out = self._out
        if not out:
            return rows
        found: list[Values] = []
        for row in rows:
            values = list(row)
            for place, process in out:
                values[place] = process(values[place])
            found.append(tuple(values))
        return found


def _execute(tx: Tx, sql: str, parameters: Any) -> Any:
    raw: Any = tx.connection.dbapi_connection
    for hears in tx.dispatch.before_cursor_execute:
        hears(tx, raw, sql, parameters, None, False)
    try:
        return raw.execute(sql, parameters)
    except tx.dialect.loaded_dbapi.Error as error:
        raise _wrapped(tx, sql, raw, error) from error


def _wrapped(tx: Tx, sql: str, raw: Any, error: Any) -> Exception:
    """SQLAlchemy's error for the driver's, without the parameters: they hold what people wrote."""
    gone = tx.dialect.is_disconnect(error, raw, None)
    if gone:
        tx.invalidate(error)
    wrapped: Exception = DBAPIError.instance(
        sql, None, error, tx.dialect.loaded_dbapi.Error, connection_invalidated=gone, dialect=tx.dialect
    )
    return wrapped
