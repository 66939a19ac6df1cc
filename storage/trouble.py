"""Trouble of database, disk or network, which is tried again without end, and a step's own exception, which is counted."""

from __future__ import annotations

import sqlite3

from sqlalchemy.exc import DBAPIError, InterfaceError, InternalError, OperationalError, ProgrammingError
from sqlalchemy.exc import SQLAlchemyError as DatabaseError
from sqlalchemy.exc import TimeoutError as PoolTimeout

__all__ = ["DatabaseError", "TryAgain", "is_no_sqlite", "is_trouble", "is_wrong_option", "may_only_read"]


class TryAgain(Exception):
    """Another process was quicker; the same step will do when it is taken again."""


TRIED_AGAIN_STATES = ("40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03", "53", "58", "08", "25006", "25P03")
"""PostgreSQL's codes (or their first characters) for conflicts, shutdowns, lack of space or connections, read-only, and a
transaction that was ended because its process had been stopped."""


def is_trouble(error: BaseException) -> bool:
    """True when `error` says nothing about the step that met it: the same step may succeed later.

    A database error is judged by what the driver says, so that a statement which can never succeed is not tried for ever.
    """
    if isinstance(error, TryAgain | PoolTimeout | OSError):
        return True
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or _driver_trouble(error)
    return isinstance(error, sqlite3.OperationalError)


def _driver_trouble(error: DBAPIError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    if isinstance(state, str):
        return state.startswith(TRIED_AGAIN_STATES)
    if isinstance(error.orig, sqlite3.Error):
        return isinstance(error.orig, sqlite3.OperationalError) and not _never_succeeds(error.orig)
    return isinstance(error, OperationalError | InterfaceError | InternalError)


def is_no_sqlite(error: BaseException) -> bool:
    """True when a SQLite file holds something else."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB


def is_wrong_option(error: BaseException) -> bool:
    """True when the address itself, usually what stands behind its `?`, is refused before any server is asked."""
    if not isinstance(error, DBAPIError) or getattr(error.orig, "sqlstate", None) is not None:
        return False
    return isinstance(error, ProgrammingError) or str(error.orig).startswith("connection is bad: invalid")


def may_only_read(error: BaseException) -> bool:
    """True when PostgreSQL lets the user in, but neither make tables nor write: no right to, or a replica."""
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in {"42501", "25006"}


def _never_succeeds(error: sqlite3.OperationalError) -> bool:
    """SQLite calls a wrong statement an operational error too; its code tells it from a full disk or a lock."""
    return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR
