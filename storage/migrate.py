"""The schema's versions: what a database has, what this code needs, and the way from one to the other.

A migration runs in one transaction, so a failed one leaves nothing behind. On SQLite all that are due share one, foreign keys
are off meanwhile (a table rebuilt in batch mode would take its children along) and checked before the commit.

On PostgreSQL one process migrates at a time, under an advisory lock, and others may serve meanwhile. A change of a table waits
until nobody uses it, and everybody who comes later waits behind it: so it waits for a second at most, lets them all pass, and
tries again.
"""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import DBAPIError

from storage import tables
from storage.database import make_engine

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

log = logging.getLogger("wspolnie.storage")

FOLDER: Final = Path(__file__).parent / "migrations"
LOCK: Final = 0x7773706F6C6E6965  # 'wspolnie': the advisory lock's number

LOCK_WAIT_MS: Final = 1_000
"""Longer than this a migration keeps nobody waiting behind it; a resident's tap may wait for two seconds."""
BREATH_SECONDS: Final = 2.0
"""Between two tries, for those who waited."""
TRIES: Final = 300
"""About a quarter of an hour: a nightly backup is over by then."""
IN_THE_WAY: Final = ("55P03", "40P01")
"""PostgreSQL's codes for a lock that was not to be had in time, and for a deadlock."""


@dataclass(frozen=True, slots=True)
class Empty:
    """No table yet. `needed` is the version that this code works with."""

    needed: str


@dataclass(frozen=True, slots=True)
class Current:
    version: str


@dataclass(frozen=True, slots=True)
class Behind:
    """The database is older than this code: migrate before anything else."""

    found: str
    needed: str


@dataclass(frozen=True, slots=True)
class Ahead:
    """The database is newer than this code. `usable`: it says that this code may still run."""

    found: str
    known: str
    usable: bool


@dataclass(frozen=True, slots=True)
class Foreign:
    """Tables that no version of this code made. `found`: the version that is written there; None: none is."""

    found: str | None


@dataclass(frozen=True, slots=True)
class Encoded:
    """An empty database of PostgreSQL that keeps text in an `encoding` without all letters of all people."""

    encoding: str


State = Empty | Current | Behind | Ahead | Foreign | Encoded


class InUse(RuntimeError):
    """Somebody used a table all the time that a migration was to change. What was done before stays done."""


class BrokenReference(RuntimeError):
    """A migration left rows that point at nothing; it was rolled back."""


def head() -> str:
    """The version that this code works with."""
    # By the files' names, which begin with it: Alembic would say the same, but a start need not load it
    return max(path.name.partition("_")[0] for path in (FOLDER / "versions").glob("[0-9]*_*.py"))


def state(url: str) -> State:
    """What the database at `url` has, compared with this code. Changes nothing; a missing SQLite file is made empty."""
    engine = make_engine(url)
    try:
        with engine.connect() as connection:
            return _state(connection)
    finally:
        engine.dispose()


def may_start(found: State) -> bool:
    """Whether this code may work with such a database; an empty one gets its tables first.

    The older code goes on with a database that the next release has migrated, as long as that release says that it may:
    so several processes are replaced one after the other.
    """
    return isinstance(found, Empty | Current) or (isinstance(found, Ahead) and found.usable)


def remark(found: State) -> str | None:
    """One sentence about a database that is not simply right, for `run`, `doctor` and `migrate` alike; None: it is."""
    match found:
        case Behind():
            return (
                f"The database is of version {found.found} and this code needs {found.needed}: make a backup "
                "(./wspolnie backup FILE), then run ./wspolnie migrate."
            )
        case Ahead(usable=True):
            return (
                f"The database is newer ({found.found}) than this code ({found.known}), which may still work with it: "
                "install the newer release soon."
            )
        case Ahead():
            return (
                f"The database is newer ({found.found}) than this code ({found.known}), which must not work with it: "
                "install the newer release."
            )
        case Foreign(found=None):
            return "DATABASE_URL leads to tables that are not of Wspólnie: name an empty database or the right one."
        case Foreign():
            return (
                f"The database says that it is of version {found.found}, which no release of Wspólnie has: "
                "DATABASE_URL leads to another program's database, or to a damaged one."
            )
        case Encoded(encoding):
            return (
                f"DATABASE_URL leads to a database that keeps text as {encoding}, which lacks people's letters: "
                "make one with `createdb --encoding UTF8 --template template0`."
            )
    return None


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database to `revision`; does nothing when it is there already. Raises InUse."""
    from alembic import command

    _migrate(url, lambda config: command.upgrade(config, revision))


def downgrade(url: str, revision: str) -> None:
    """Take the database back to `revision` ('base': to nothing). What newer versions added is lost."""
    from alembic import command

    _migrate(url, lambda config: command.downgrade(config, revision))


def write_revision(url: str, message: str, identifier: str) -> None:
    """For developers: write a migration from the database at `url`, which is at the head, to the tables of the code."""
    from alembic import command

    with _migrating(url) as config:
        command.revision(config, message=message, rev_id=identifier, autogenerate=True)


def _state(connection: Connection) -> State:
    needed = head()
    versions = _versions(connection)
    if not versions:
        names = set(inspect(connection).get_table_names()) - {"alembic_version"}
        if names:
            return Foreign(None)
        encoding = _encoding(connection)
        return Empty(needed) if encoding == "UTF8" else Encoded(encoding)
    found = " and ".join(versions)
    if found == needed:
        return Current(found)
    from alembic.script import ScriptDirectory

    known = ScriptDirectory(str(FOLDER))
    if _knows(known, found):
        return Behind(found, needed)
    if _is_newer(found, needed):
        return Ahead(found, needed, usable=_knows(known, _oldest_code(connection)))
    return Foreign(found)


def _encoding(connection: Connection) -> str:
    """How the database keeps text. SQLite's UTF-16 has the same letters."""
    if connection.dialect.name == "sqlite":
        return "UTF8"
    return str(connection.execute(text("SHOW server_encoding")).scalar_one())


def _is_newer(found: str, needed: str) -> bool:
    """Our versions begin with four digits that only grow."""
    return re.match(r"\d{4}(?!\d)", found) is not None and found[:4] > needed[:4]


def _versions(connection: Connection) -> list[str]:
    """What Alembic wrote into the database: one version, unless somebody else has been at it."""
    if not inspect(connection).has_table("alembic_version"):
        return []
    return sorted(connection.execute(text("SELECT version_num FROM alembic_version")).scalars())


def _oldest_code(connection: Connection) -> str | None:
    if not inspect(connection).has_table(tables.compatibility.name):
        return None
    return connection.execute(select(tables.compatibility.c.oldest_code)).scalar_one_or_none()


def _knows(scripts: ScriptDirectory, revision: str | None) -> bool:
    return revision is not None and any(script.revision == revision for script in scripts.walk_revisions())


def _migrate(url: str, work: Callable[[Config], None]) -> None:
    """On PostgreSQL tried again while somebody is in the way: what is done already is not done twice."""
    for left in range(TRIES - 1, -1, -1):
        try:
            with _migrating(url) as config:
                work(config)
            return
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in IN_THE_WAY:
                raise
            if not left:
                raise InUse("a table that is to be changed is in use all the time") from error
            log.warning("the migration waits: a table is in use; it tries again in %g s", BREATH_SECONDS)
        time.sleep(BREATH_SECONDS)


@contextmanager
def _migrating(url: str) -> Iterator[Config]:
    """A configuration bound to a connection to `url`; everything is committed at the end."""
    from alembic.config import Config

    engine = make_engine(url)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    try:
        with engine.connect() as connection:
            config.attributes["connection"] = connection
            guard = _sqlite_guard if engine.dialect.name == "sqlite" else _postgresql_guard
            with guard(connection):
                yield config
    finally:
        engine.dispose()


@contextmanager
def _sqlite_guard(connection: Connection) -> Iterator[None]:
    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.execute("PRAGMA foreign_keys=OFF")  # only heeded outside a transaction, which SQLAlchemy would begin
    with connection.begin():
        yield
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise BrokenReference(f"rows of {sorted({row[0] for row in broken})} point at nothing")


@contextmanager
def _postgresql_guard(connection: Connection) -> Iterator[None]:
    """The session's own lock, which goes with the connection: each migration is a transaction, and some need none."""
    connection.execute(text("SELECT pg_advisory_lock(:number)"), {"number": LOCK})
    connection.execute(text(f"SET lock_timeout = {LOCK_WAIT_MS}"))
    connection.commit()
    yield
    connection.commit()
