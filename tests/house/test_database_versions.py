"""Which database a command may work with: `run`, `doctor` and `migrate` say the same of it, and change nothing of others."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from postgres import Databases
from pydantic import SecretStr

import installation
from errors import OperatorError
from operating import doctor, operations
from settings import Settings
from storage import migrate

HEAD = migrate.head()
USABLE = (
    f"The database is newer (9999_future) than this code ({HEAD}), which may still work with it: "
    "install the newer release soon."
)
NEWER = (
    f"The database is newer (9999_future) than this code ({HEAD}), which must not work with it: "
    "install the newer release."
)
INVENTED = (
    "The database says that it is of version 0000, which no release of Wspólnie has: "
    "DATABASE_URL leads to another program's database, or to a damaged one."
)
NOT_OURS = "DATABASE_URL leads to tables that are not of Wspólnie: name an empty database or the right one."


@pytest.fixture
def file(sqlite_url: str) -> Path:
    return Path(sqlite_url.removeprefix("sqlite:///"))


@pytest.fixture
def settings(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("WSPOLNIE_WITHOUT_DOTENV", "1")
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    return Settings(_env_file=None, database_url=SecretStr(sqlite_url))


def said(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_a_newer_database_that_allows_it_is_served_with_a_warning(
    file: Path, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    said(file, "UPDATE alembic_version SET version_num = '9999_future'")
    with caplog.at_level(logging.WARNING):
        installation.open_database(settings).close()
    assert [record.getMessage() for record in caplog.records] == [USABLE]
    assert doctor._database(settings) == doctor.Finding(True, USABLE)
    with pytest.raises(OperatorError) as caught:
        operations.migrate()
    assert str(caught.value) == USABLE


@pytest.mark.parametrize(
    ("statements", "sentence"),
    [
        (
            (
                "UPDATE alembic_version SET version_num = '9999_future'",
                "UPDATE compatibility SET oldest_code = '9998'",
            ),
            NEWER,
        ),
        (("UPDATE alembic_version SET version_num = '0000'",), INVENTED),
        (("DROP TABLE alembic_version",), NOT_OURS),
        (("DELETE FROM alembic_version",), NOT_OURS),
    ],
)
def test_a_database_that_is_not_ours_or_too_new_is_refused_by_all_and_left_as_it_is(
    file: Path, settings: Settings, statements: tuple[str, ...], sentence: str
) -> None:
    said(file, *statements)
    before = file.read_bytes()
    for refusing in (lambda: installation.open_database(settings), operations.migrate):
        with pytest.raises(OperatorError) as caught:
            refusing()
        assert str(caught.value) == sentence
    assert doctor._database(settings) == doctor.Finding(False, sentence)
    assert file.read_bytes() == before


def test_a_database_that_lacks_peoples_letters_is_refused_before_anything_is_in_it(
    postgres_databases: Databases, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a server set up for another language `createdb` makes one that takes no Ukrainian, and steps fail much later."""
    name = postgres_databases.create_encoded("LATIN1")
    url = postgres_databases.url(name)
    monkeypatch.setenv("DATABASE_URL", url)
    there = settings.model_copy(update={"database_url": SecretStr(url)})
    try:
        for refusing in (lambda: installation.open_database(there), operations.migrate):
            with pytest.raises(OperatorError, match=r"^DATABASE_URL leads to a database that keeps text as LATIN1"):
                refusing()
        assert not doctor._database(there).well
    finally:
        postgres_databases.drop(name)


def test_a_database_is_held_alone_by_whatever_link_it_is_reached(file: Path, tmp_path: Path) -> None:
    """Two processes on one file would send everything twice."""
    link = tmp_path / "link.sqlite3"
    link.symlink_to(file)
    installation.hold_alone(link)
    with pytest.raises(OperatorError, match="another process serves"):
        installation.hold_alone(file)


def test_a_file_that_is_no_database_is_called_so(file: Path, settings: Settings) -> None:
    file.write_bytes(b"a letter to the mayor " * 100)
    sentence = f"DATABASE_URL: {file} is no SQLite database."
    for refusing in (lambda: installation.open_database(settings), operations.migrate):
        with pytest.raises(OperatorError) as caught:
            refusing()
        assert str(caught.value) == sentence
    assert doctor._database(settings) == doctor.Finding(False, sentence)


def test_a_folder_in_the_databases_place_is_named(file: Path, settings: Settings) -> None:
    file.unlink()
    file.mkdir()
    with pytest.raises(OperatorError) as caught:
        installation.open_database(settings)
    assert str(caught.value) == (
        f"DATABASE_URL: {file} cannot be opened as a SQLite database: "
        "check that it is a file that this user may read and write."
    )


def test_a_server_that_is_away_is_said_without_a_class_of_the_library(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = settings.model_copy(update={"database_url": SecretStr("postgresql://town:hunter2@127.0.0.1:1/town")})
    finding = doctor._database(away)
    assert not finding.well
    assert finding.what == (
        "DATABASE_URL: the database cannot be reached, is not there, or does not let this user in: "
        "check the address, and that the server runs."
    )


@pytest.mark.parametrize(
    "option", ["sslmode=bogus", "foo=bar", "connect_timeout=soon", "target_session_attrs=any-will-do"]
)
def test_a_wrong_option_in_the_address_is_called_so(settings: Settings, option: str) -> None:
    """Whoever reads of a server that is away looks for the mistake on the wrong machine."""
    wrong = settings.model_copy(update={"database_url": SecretStr(f"postgresql://t:hunter2@127.0.0.1:1/t?{option}")})
    sentence = "DATABASE_URL: PostgreSQL does not know what stands in it behind the ?, such as sslmode=verify-full."
    with pytest.raises(OperatorError) as caught:
        installation.open_database(wrong)
    assert str(caught.value) == sentence
    assert doctor._database(wrong).what == sentence


def test_a_database_in_which_the_user_may_make_no_tables_is_called_so(
    postgres_databases: Databases, settings: Settings
) -> None:
    """As `createdb` without `--owner` leaves it, and as a replica is."""
    name = postgres_databases.create()
    try:
        url = postgres_databases.url(name)
        reading = f"{url}{'&' if '?' in url else '?'}options=-c%20default_transaction_read_only%3Don"
        with pytest.raises(OperatorError, match=r"^DATABASE_URL: the database lets this user in, but not make tables"):
            installation.open_database(settings.model_copy(update={"database_url": SecretStr(reading)}))
    finally:
        postgres_databases.drop(name)
