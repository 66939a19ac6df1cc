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

from conversations.screens import Content, Own
from domain.audience import Audience, Part
from domain.instants import later
from service import announcements, deliveries, incoming, leases, retention, sweep, turn
from service.announcements import Terms
from service.deliveries import Finished
from service.work import Town
from storage import registrations
from storage.database import Database, Tx

GROWING = (
    "participants",
    "sessions",
    "inbox",
    "consents",
    "earlier_consents",
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
    r"USING (COVERING )?INDEX (ix_inbox_(open|waiting|dead)|ix_sessions_unshown|ix_participants_digest|ix_registrations_\w+)"
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


def asked(seen: Statements) -> Statements:
    """What reads or changes; an insert of rows reads nothing."""
    verbs = ("SELECT", "UPDATE", "DELETE", "WITH")
    return {statement: given for statement, given in seen.items() if statement.lstrip().upper().startswith(verbs)}


def read_whole(database: Database, seen: Statements) -> dict[str, list[str]]:
    """Statements that read the whole of a table that grows, with those lines of their plans."""

    def explain(tx: Tx) -> dict[str, list[str]]:
        plans = {one: whole_table_reads(tx, one, given) for one, given in asked(seen).items()}
        return {statement: lines for statement, lines in plans.items() if lines}

    return database.write(explain).result()


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
    assert len(asked(seen)) > 40, "the whole road was recorded"
    assert read_whole(database, seen) == {}


def test_no_message_to_many_reads_a_whole_table_that_grows(database: Database, town: Town) -> None:
    """Claim, mark and finish, what taking over from a dead process asks, and a sweep when nothing is due."""

    for number in range(3):
        Phone(database, town, 500 + number, NOW).start().tap("agree")
    database.write(partial(announced, town=town)).result()

    def ask(tx: Tx) -> int:
        lease = leases.acquire(tx, "sending", "test")
        claimed = deliveries.claim(tx, lease, 10, NOW, personal=False)
        leaving = deliveries.mark_sending(tx, claimed, lease, town, NOW)
        first, *rest = [one.delivery for one in leaving]
        ended = [Finished(one, "sent", message_id=1) for one in rest]
        deliveries.finish(tx, [Finished(first, "queued", retry_at=NOW), *ended], lease, NOW)
        deliveries.claim(tx, lease, 10, NOW, personal=True)
        deliveries.take_over(tx, lease)
        sweep.sweep(tx, town, NOW)
        sweep.next_due(tx, town, NOW)
        return len(leaving)

    with recorded(database) as seen:
        assert database.write(ask).result() == 3, "the whole road was recorded"
    assert read_whole(database, seen) == {}


def announced(tx: Tx, town: Town) -> None:
    """An announcement to everybody, fanned out: the one thing that reads everybody, in pieces and once."""
    everyone, terms = Audience(None, (Part("everyone"),)), Terms(NOW, skip_quiet=True)
    said = Content("survey", (Own("Zapraszamy."),))
    assert announcements.announce(tx, "plans", "broadcast", everyone, said, terms, by="x", now=NOW)
    while sweep.sweep(tx, town, NOW).worked:
        continue


def test_a_tap_of_the_survey_asks_few_questions(database: Database, town: Town) -> None:
    open_lublin(database)
    phone = Phone(database, town, 500, NOW).start("lublin-ramy-strategii").tap("agree").tap("begin")
    [row] = phone.receive(phone.tapped("put", phone.buttons()[0].argument))
    with recorded(database) as seen:
        database.write(partial(turn.take, row=row, town=town, now=NOW)).result()
    statements = [one for one in seen if not one.startswith(("BEGIN", "SELECT pg_advisory"))]
    assert len(statements) == 6, statements
