"""Statements that the driver executes: what SQLAlchemy would have seen to is seen to."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import bindparam, event, insert, select, text
from sqlalchemy.exc import CompileError, DBAPIError, IntegrityError

from domain.instants import parse_instant
from storage.database import Database, Tx
from storage.prepared import Prepared
from storage.tables import inbox, participants
from storage.trouble import is_trouble
from storage.types import json_text, json_value

NOW = parse_instant("2022-11-21T09:00:00.000001+01:00")
ADD = Prepared(
    insert(inbox).returning(inbox.c.id, inbox.c.event, inbox.c.received_at),
    into=("bot", "source", "external_id", "lane", "event", "received_at", "state", "tries"),
)
FIND = Prepared(select(inbox.c.event, inbox.c.received_at).where(inbox.c.external_id == bindparam("key")))


def add(tx: Tx, key: str) -> Any:
    kept = {"external_id": key, "event": {"text": "Gęś"}, "received_at": NOW}
    return ADD.all(tx, bot=1, source="update", lane=5, state="new", tries=0, **kept)


def test_values_and_rows_are_converted_as_the_columns_say(database: Database) -> None:
    [(number, said, received)] = database.write(lambda tx: add(tx, "a")).result()
    assert (said, received) == ({"text": "Gęś"}, NOW)
    found = database.read(lambda tx: FIND.first(tx, key="a")).result()
    plain = select(inbox.c.event, inbox.c.received_at).where(inbox.c.id == number)
    assert found == database.read(lambda tx: tuple(tx.execute(plain).one())).result() == (said, received)
    assert database.read(lambda tx: FIND.first(tx, key="b")).result() is None


def test_an_error_is_sqlalchemys_and_says_nothing_of_the_values(database: Database) -> None:
    database.write(lambda tx: add(tx, "secret")).result()
    error = database.write(lambda tx: add(tx, "secret")).exception()
    assert isinstance(error, IntegrityError)
    assert not is_trouble(error)
    assert "Gęś" not in str(error)


def test_a_connection_that_broke_is_trouble_and_is_let_go(database: Database) -> None:
    def cut_off(tx: Tx) -> None:
        own = tx.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with database.engine.connect() as other:
            other.execute(text("SELECT pg_terminate_backend(:own)"), {"own": own})
        FIND.first(tx, key="a")

    if database.kind == "sqlite":
        pytest.skip("there is no connection that breaks")
    error = database.write(cut_off).exception()
    assert isinstance(error, DBAPIError)
    assert error.connection_invalidated
    assert is_trouble(error)
    assert database.write(lambda tx: FIND.first(tx, key="a")).result() is None


def test_who_listens_to_statements_hears_these(database: Database) -> None:
    heard: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda c, cursor, said, *rest: heard.append(said))
    database.write(lambda tx: FIND.first(tx, key="a")).result()
    assert [one for one in heard if "FROM inbox" in one]


@pytest.mark.parametrize(
    "statement",
    [select(inbox.c.id).where(inbox.c.source.in_(bindparam("slugs", expanding=True))), insert(participants)],
    ids=["a list", "defaults in Python"],
)
def test_what_only_sqlalchemy_can_execute_is_refused(database: Database, statement: Any) -> None:
    prepared = Prepared(statement, into=("random_id",) if statement.is_insert else None)
    assert isinstance(database.write(lambda tx: prepared.all(tx, slugs=[], random_id="x")).exception(), CompileError)


@pytest.mark.parametrize("value", [{"a": [1, "ą", None]}, 2**70, {1: 2}, "\ud800", []])
def test_json_comes_back_as_python_s_own_would(value: Any) -> None:
    assert json_value(json_text(value)) == json.loads(json.dumps(value))


@pytest.mark.parametrize("value", [NOW, {"a": object()}])
def test_what_is_no_json_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        json_text(value)
