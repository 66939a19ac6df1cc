"""Every revision goes up and down on both databases, and the last one is what the tables of the code say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from postgres import Databases
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from storage import migrate
from storage.database import make_engine
from storage.tables import metadata

REVISIONS = [script.revision for script in reversed(list(ScriptDirectory(str(migrate.FOLDER)).walk_revisions()))]


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without a single table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.db'}"
        return
    databases: Databases = request.getfixturevalue("postgres_databases")
    name = databases.create()
    try:
        yield databases.url(name)
    finally:
        databases.drop(name)


@pytest.fixture
def engine(empty_url: str) -> Iterator[Engine]:
    made = make_engine(empty_url)
    yield made
    made.dispose()


@pytest.fixture
def current(database_url: str) -> Iterator[Engine]:
    """A database of this code's version."""
    made = make_engine(database_url)
    yield made
    made.dispose()


def _described(connection: Connection) -> dict[str, Any]:
    """All that the inspector knows, in an order of its own: tables, columns, keys, checks, indexes."""
    seen = inspect(connection)
    return {
        name: {
            "columns": {column["name"]: (str(column["type"]), column["nullable"]) for column in seen.get_columns(name)},
            "primary": sorted(seen.get_pk_constraint(name)["constrained_columns"]),
            "foreign": sorted(
                (key["name"] or "", key["constrained_columns"], key["referred_table"], key["options"].get("ondelete"))
                for key in seen.get_foreign_keys(name)
            ),
            "checks": sorted((check["name"] or "", check["sqltext"]) for check in seen.get_check_constraints(name)),
            "unique": sorted((key["name"] or "", key["column_names"]) for key in seen.get_unique_constraints(name)),
            "indexes": sorted(
                (index["name"] or "", index["column_names"], str(_condition(index))) for index in seen.get_indexes(name)
            ),
        }
        for name in seen.get_table_names()
        if name != "alembic_version"
    }


def _condition(index: Any) -> object:
    options = index.get("dialect_options", {})
    return options.get("sqlite_where", options.get("postgresql_where"))


def test_every_revision_goes_up_and_down(empty_url: str, engine: Engine) -> None:
    seen = []
    for revision in REVISIONS:
        migrate.upgrade(empty_url, revision)
        with engine.connect() as connection:
            seen.append(_described(connection))
    assert migrate.state(empty_url) == migrate.Current(REVISIONS[-1])
    for position in range(len(REVISIONS) - 2, -1, -1):
        migrate.downgrade(empty_url, REVISIONS[position])
        with engine.connect() as connection:
            assert _described(connection) == seen[position]
    migrate.downgrade(empty_url, "base")
    with engine.connect() as connection:
        assert _described(connection) == {}
    migrate.upgrade(empty_url)
    assert migrate.state(empty_url) == migrate.Current(REVISIONS[-1])


def test_migrations_lead_to_the_tables_of_the_code(empty_url: str, engine: Engine) -> None:
    migrate.upgrade(empty_url)
    with engine.connect() as connection:
        migrated = _described(connection)
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []
    migrate.downgrade(empty_url, "base")
    with engine.begin() as connection:
        metadata.create_all(connection)
        assert _described(connection) == migrated


def test_a_database_says_which_version_it_has(empty_url: str, engine: Engine) -> None:
    assert migrate.state(empty_url) == migrate.Empty(REVISIONS[-1])
    migrate.upgrade(empty_url, REVISIONS[0])
    assert migrate.state(empty_url) == migrate.Behind(REVISIONS[0], REVISIONS[-1])
    migrate.upgrade(empty_url)
    with engine.begin() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert migrate.state(empty_url) == migrate.Ahead("9999", REVISIONS[-1], usable=True)
    with engine.begin() as tx:
        tx.execute(text("UPDATE compatibility SET oldest_code = '9998'"))
    assert migrate.state(empty_url) == migrate.Ahead("9999", REVISIONS[-1], usable=False)


def test_tables_that_no_migration_made_are_not_taken_for_ours(empty_url: str, engine: Engine) -> None:
    with engine.begin() as tx:
        tx.execute(text("CREATE TABLE other (id integer)"))
    assert migrate.state(empty_url) == migrate.Foreign(None)


@pytest.mark.parametrize("invented", ["0000", "8f3c1d2e4a5b", "12345"])
def test_a_version_that_is_neither_known_nor_newer_is_not_ours(
    database_url: str, current: Engine, invented: str
) -> None:
    with current.begin() as tx:
        tx.execute(text("UPDATE alembic_version SET version_num = :invented"), {"invented": invented})
    assert migrate.state(database_url) == migrate.Foreign(invented)
    assert not migrate.may_start(migrate.state(database_url))


def test_two_versions_at_once_are_not_ours(database_url: str, current: Engine) -> None:
    with current.begin() as tx:
        tx.execute(text("INSERT INTO alembic_version VALUES ('9999')"))
    assert migrate.state(database_url) == migrate.Foreign(f"{REVISIONS[-1]} and 9999")


def test_a_failed_migration_leaves_nothing_behind(empty_url: str, engine: Engine) -> None:
    with engine.begin() as tx:
        tx.execute(text("CREATE TABLE workshops (id integer)"))
    with pytest.raises(DBAPIError):
        migrate.upgrade(empty_url)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["workshops"]


AUDIT = "INSERT INTO audit (at, actor, act, about) VALUES ('{at}', 'a', 'b', '{{}}')"


REPLACED = (
    "INSERT INTO audit (id, at, actor, act, about) SELECT id, at, 'forged', 'c', about FROM audit WHERE true"
    " ON CONFLICT (id) DO UPDATE SET act = 'c'"
)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET act = 'c'",
        "DELETE FROM audit",
        "TRUNCATE audit",
        REPLACED,
        "INSERT OR REPLACE INTO audit (id, at, actor, act, about) SELECT id, at, 'forged', 'c', about FROM audit",
    ],
)
def test_the_audit_log_refuses_changes(database_url: str, change: str) -> None:
    engine = make_engine(database_url)
    if engine.dialect.name == "sqlite" and change.startswith("TRUNCATE"):
        change = "DELETE FROM audit WHERE 1 = 1"
    if engine.dialect.name == "postgresql" and "OR REPLACE" in change:
        change = REPLACED
    with engine.begin() as tx:
        tx.execute(text(AUDIT.format(at="2022-11-21 10:00:00")))
    with pytest.raises(DBAPIError, match="only added to"), engine.begin() as tx:
        tx.execute(text(change))
    with engine.connect() as connection:
        assert connection.execute(text("SELECT act FROM audit")).scalars().all() == ["b"]
    engine.dispose()
