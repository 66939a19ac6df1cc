"""Cost stays flat: nothing that a turn asks of the database reads a table that grows with the number of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import event

from domain.instants import later
from service import incoming, retention, turn
from service.work import Town
from storage import registrations
from storage.database import Database, Tx

GROWING = (
    "participants",
    "sessions",
    "inbox",
    "consents",
    "ballots",
    "ballot_places",
    "ballot_answers",
    "registrations",
    "series_followers",
    "needs",
    "deliveries",
    "area_checks",
    "audit",
)
SMALL_PART = re.compile(
    r"USING (COVERING )?INDEX (ix_inbox_(open|waiting|dead)|ix_sessions_unshown|ix_registrations_\w+)"
)
"""Partial indexes, which hold what is open and nothing else, may be read as a whole."""

Statements = dict[str, Any]


@contextmanager
def recorded(database: Database) -> Iterator[Statements]:
    """Every different statement that was executed meanwhile, with parameters of one execution."""
    seen: Statements = {}

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        seen.setdefault(statement, parameters[0] if many and parameters else parameters)

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


def whole_table_reads(tx: Tx, statement: str, parameters: Any) -> list[str]:
    """Lines of the plan that read the whole of a table that grows."""
    if tx.dialect.name == "sqlite":
        plan = tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).fetchall()
        lines = [str(row[3]) for row in plan]
        return [
            line for line in lines if re.match(rf"SCAN ({'|'.join(GROWING)})\b", line) and not SMALL_PART.search(line)
        ]
    tx.exec_driver_sql("SET LOCAL enable_seqscan = off")
    lines = [str(row[0]) for row in tx.exec_driver_sql(f"EXPLAIN {statement}", parameters)]
    return [line for line in lines if re.search(rf"Seq Scan on ({'|'.join(GROWING)})\b", line)]


def test_no_turn_reads_a_whole_table_that_grows(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    with recorded(database) as seen:
        phone = Phone(database, town, 500, NOW).start("lublin-ramy-strategii").tap("agree")
        phone.start("lublin-ramy-strategii").tap("begin").tap("own").text("Ceny mieszkań").press("Sport")
        phone.tap("next").text("bo tak").tap("put", "4").tap("put", "yes").tap("send")
        phone.tap("edit").tap("send").tap("going", str(workshop), place="reg")
        phone.tap("cancelled", str(workshop), place="reg").command("stop").start().command("mydata")
        phone.event({"type": "membership", "status": "blocked"})
        [row] = phone.receive({"type": "text", "text": "x"})
        for _ in range(turn.MOST_TRIES):
            database.write(partial(turn.failed, row_id=row.id, error="E", town=town, now=NOW)).result()
        database.read(partial(incoming.open_rows, limit=10)).result()
        database.read(partial(turn.unshown, town=town, limit=10, now=NOW)).result()
        database.read(partial(registrations.offers_over, now=NOW, limit=10)).result()
        database.read(registrations.next_offer_end).result()
        database.write(partial(incoming.age, now=later(NOW, days=9))).result()
        database.write(partial(retention.keep_promises, town=town, now=later(NOW, days=9))).result()
        phone.command("forget").tap("forget")
    asked = {
        statement: parameters
        for statement, parameters in seen.items()
        if statement.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE", "WITH"))
    }
    assert len(asked) > 40, "the whole road was recorded"

    def explain(tx: Tx) -> dict[str, list[str]]:
        plans = {statement: whole_table_reads(tx, statement, parameters) for statement, parameters in asked.items()}
        return {statement: lines for statement, lines in plans.items() if lines}

    assert database.write(explain).result() == {}


def test_a_tap_of_the_survey_asks_few_questions(database: Database, town: Town) -> None:
    open_lublin(database)
    phone = Phone(database, town, 500, NOW).start("lublin-ramy-strategii").tap("agree").tap("begin")
    [row] = phone.receive(phone.tapped("put", phone.buttons()[0].argument))
    with recorded(database) as seen:
        database.write(partial(turn.take, row=row, town=town, now=NOW)).result()
    statements = [one for one in seen if not one.startswith(("BEGIN", "SELECT pg_advisory"))]
    assert len(statements) == 6, statements
