"""Databases for every test that asks for one: `database` runs the test on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from emptied import Emptied
from hypothesis import settings
from lublin import SURVEYS
from postgres import Databases, Server, given_address, quick_folder
from sqlalchemy import Engine

from messages.catalogue import plain
from service.work import Town
from service.workshops import read_office
from storage import migrate
from storage.database import Database, make_engine

PURE = frozenset({"domain", "conversations", "messages"})
_LONGEST: dict[object, int] = {"road": 0, "test_random_staff": 1}
"""Groups that one worker is busy with for minutes."""


def pytest_configure(config: pytest.Config) -> None:
    """What tests write goes into memory: the service waits for the disk at each commit, and no test here takes the power away.
    A process that is killed leaves as much in memory as it would on a disk."""
    memory = quick_folder()
    if memory is not None and config.option.basetemp is None:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", memory)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What goes to a worker by the file: tests of pure rooms, which take a millisecond where a worker that asks for the next one
    waits longer, and tests that share what their module made once, which each worker would make anew."""
    for item in items:
        if item.get_closest_marker("long_on_postgresql") and _runs_on(item) == "postgresql":
            item.add_marker(pytest.mark.long)
        if (item.path.parent.name in PURE or _shares(item)) and _group(item) is None:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """The longest go first: one worker plays them one after the other, and begun last they would be waited for. All modules stay
    until the end: the garbage collector need not look at them again and again."""
    session.items.sort(key=lambda item: _LONGEST.get(_group(item), len(_LONGEST)))
    gc.collect()
    gc.freeze()


def _group(item: pytest.Item) -> object:
    """The group whose tests one worker plays; None: each is for whichever worker is free."""
    marker = item.get_closest_marker("xdist_group")
    return None if marker is None else marker.args[0]


def _runs_on(item: pytest.Item) -> object:
    return item.callspec.params.get("database_url") if hasattr(item, "callspec") else None


def _shares(item: pytest.Item) -> bool:
    """Whether a test uses a fixture that its module makes once."""
    made = item._fixtureinfo.name2fixturedefs.values() if isinstance(item, pytest.Function) else ()
    return any(fixture.scope == "module" for found in made for fixture in found)


settings.register_profile("town", deadline=None)  # how long one example takes is the machine's affair
settings.load_profile("town")


@pytest.fixture(scope="session", autouse=True)
def statements_compiled_once() -> Iterator[None]:
    """Each test opens databases of its own, and SQLAlchemy compiles each statement anew for each engine: a third of all the time.
    Engines of a kind here share the dialect of the first that has connected, and what was compiled for it."""
    first: dict[str, Engine] = {}

    def sharing(url: str, **options: Any) -> Engine:
        engine = make_engine(url, **options)
        known = first.setdefault(engine.dialect.name, engine)
        if known is not engine and hasattr(known.dialect, "server_version_info"):
            engine.dialect = known.dialect
            engine._compiled_cache = known._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("storage.database.make_engine", sharing)
        yield


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with every table and nothing in them."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    migrate.upgrade(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[Databases]:
    """A PostgreSQL server to make databases on. Without one the tests fail and say what to install."""
    given = given_address(os.environ)
    if given is not None:
        yield Databases(given)
        return
    server = Server()
    try:
        yield Databases(server.start())
    finally:
        server.stop()


@pytest.fixture(scope="session")
def postgres_template(postgres_databases: Databases) -> Iterator[str]:
    """The name of a PostgreSQL database with every table and nothing in them."""
    name = postgres_databases.create()
    try:
        migrate.upgrade(postgres_databases.url(name))
        yield name
    finally:
        postgres_databases.drop(name)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of an empty SQLite database of this test alone."""
    path = tmp_path / "test.db"
    shutil.copyfile(sqlite_template, path)
    path.chmod(0o600)
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def postgres_emptied(postgres_databases: Databases, postgres_template: str) -> Iterator[Emptied]:
    """A PostgreSQL database that tests get one after the other."""
    kept = Emptied(postgres_databases, postgres_template)
    yield kept
    kept.drop()


@pytest.fixture
def postgres_url(postgres_emptied: Emptied) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, this test's alone while it runs."""
    yield postgres_emptied.lend()
    postgres_emptied.take_back()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database of this test alone, on SQLite and on PostgreSQL."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "postgres_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A `Database` on an empty database of this test alone, on SQLite and on PostgreSQL."""
    opened = Database(database_url)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def town() -> Town:
    """An installation with the example office and no owners."""
    return Town(
        office=read_office(SURVEYS / "office.example.toml"),
        zone="Europe/Warsaw",
        owner_ids=frozenset(),
        bot=1,
        bot_name="wspolnie_test_bot",
        erasure_key=b"a key of this test alone",
        labelling=plain,
    )
