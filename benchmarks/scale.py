"""One message to ten million people on PostgreSQL: what claiming, marking and finishing cost as the ledger grows.

    .venv/bin/python benchmarks/scale.py [--sizes 100000,1000000,10000000] [--deliveries 20000]

A server of its own on disk, with the settings that PostgreSQL comes with (fsync and all), and about 8 GB for ten million. The
first recipients are fanned out by the service itself, the others are made inside the database. At each size so many deliveries
go through the service's own code as it runs in the process that sends: claims of a thousand, marks and answers of a hundred, each
a transaction. At last two million rows more are sent in one stroke, and the rows behind that heap of dead ones measured
once before any vacuum, and once while a snapshot as old as a backup's keeps PostgreSQL from forgetting them.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]
os.environ["WSPOLNIE_WITHOUT_DOTENV"] = "1"

from flat import town  # noqa: E402 - found by the path above
from lublin import NOW  # noqa: E402
from postgres import Databases, Server  # noqa: E402
from sqlalchemy import bindparam, text  # noqa: E402

from conversations.screens import Content, Own  # noqa: E402
from domain.audience import Audience, Part  # noqa: E402
from service import announcements, deliveries, leases, sweep  # noqa: E402
from service.announcements import Terms  # noqa: E402
from service.deliveries import Finished, Outgoing  # noqa: E402
from storage import migrate, tables  # noqa: E402
from storage.database import Database, Tx  # noqa: E402

CLAIM = 1_000
GROUP = 100
HEAP = 2_000_000
STAGES = ("claim", "mark", "finish")
PEOPLE = (
    "INSERT INTO participants (id, telegram_id, random_id, language, reachable, stopped, reminders, simple_view,"
    " quiet_from, quiet_until, digest, profile, created_at, seen_at) "
    "SELECT i, 10000000000 + i, 'r' || lpad(i::text, 11, '0'), 'pl', true, false, true, false, 21, 8, false, '{}', :now, :now"
    " FROM generate_series(CAST(:first AS bigint), :last) AS i",
    "INSERT INTO consents (participant_id, purpose, version, basis, language, given_at) "
    "SELECT i, 'answering', 1, 'public_task', 'pl', :now FROM generate_series(CAST(:first AS bigint), :last) AS i",
)
QUEUED = (
    "INSERT INTO deliveries (announcement_id, participant_id, personal, state, not_before, tries, changed_at) "
    "SELECT :number, i, false, 'queued', :now, 0, :now FROM generate_series(CAST(:first AS bigint), :last) AS i"
)
SENT = (
    "UPDATE deliveries SET state = 'sent', message_id = id, changed_at = :now WHERE id IN"
    " (SELECT id FROM deliveries WHERE announcement_id = :number AND state = 'queued' ORDER BY not_before, id"
    " LIMIT CAST(:many AS bigint))"
)
PLAN = (
    "EXPLAIN (ANALYZE, BUFFERS) SELECT id FROM deliveries WHERE state = 'queued' AND announcement_id = :number"
    " AND not_before <= :now ORDER BY not_before, id LIMIT 1000 FOR UPDATE SKIP LOCKED"
)


class Ledger:
    """The database, and a process that holds the lease."""

    def __init__(self, url: str) -> None:
        migrate.upgrade(url)
        self.database = Database(url)
        self.number = 0
        self.lease = self.do(lambda tx: leases.acquire(tx, leases.BULK, "the benchmark"))

    def do(self, action: Callable[[Tx], Any]) -> Any:
        return self.database.write(action).result()

    def run(self, *statements: str, **given: int) -> None:
        """Statements of our own; what they refer to is known to be there, so PostgreSQL need not look."""

        def act(tx: Tx) -> None:
            tx.exec_driver_sql("SET LOCAL session_replication_role = replica")
            for statement in statements:
                named = {key: value for key, value in given.items() if f":{key}" in statement}
                now = bindparam("now", NOW, type_=tables.participants.c.created_at.type)
                tx.execute(text(statement).bindparams(now), named)

        self.do(act)

    def vacuum(self) -> None:
        with self.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")

    def announce(self) -> float:
        """To everybody there is, fanned out by the service's own sweep. Returns seconds."""
        said = Content("survey", (Own("To everybody."),))
        everyone, terms = Audience(None, (Part("everyone"),)), Terms(NOW, skip_quiet=True)
        self.do(lambda tx: announcements.announce(tx, "b", "broadcast", everyone, said, terms, by="b", now=NOW))
        began = time.perf_counter()
        while self.do(lambda tx: sweep.sweep(tx, town(), NOW)).worked:
            pass
        took = time.perf_counter() - began
        self.number = self.do(lambda tx: tx.execute(text("SELECT id FROM announcements")).scalar_one())
        return took

    def send(self, count: int) -> dict[str, float]:
        """So many deliveries, as the sender does it but for Telegram. Returns deliveries a second by stage."""
        spent = dict.fromkeys(STAGES, 0.0)
        done = 0

        def timed(stage: str, action: Callable[[Tx], Any]) -> Any:
            began = time.perf_counter()
            result = self.do(action)
            spent[stage] += time.perf_counter() - began
            return result

        while done < count:
            claimed = timed("claim", lambda tx: deliveries.claim(tx, self.lease, CLAIM, NOW, personal=False))
            assert len(claimed) == CLAIM, len(claimed)
            for start in range(0, CLAIM, GROUP):
                ids = claimed[start : start + GROUP]
                marked = timed("mark", partial(self._mark, ids))
                assert len(marked) == GROUP, len(marked)
                ended = [Finished(one.delivery, "sent", message_id=one.delivery) for one in marked]
                timed("finish", partial(self._finish, ended))
            done += CLAIM
        return {stage: count / seconds for stage, seconds in spent.items()}

    def _mark(self, ids: list[int], tx: Tx) -> list[Outgoing]:
        return deliveries.mark_sending(tx, ids, self.lease, town(), NOW)

    def _finish(self, ended: list[Finished], tx: Tx) -> None:
        deliveries.finish(tx, ended, self.lease, NOW)

    def sizes(self) -> str:
        """Of the tables with their indexes, in MB."""

        def ask(tx: Tx) -> str:
            names = ("participants", "consents", "deliveries")
            found = {name: tx.scalar(text(f"SELECT pg_total_relation_size('{name}')")) or 0 for name in names}
            return ", ".join(f"{name} {size / 1e6:,.0f} MB" for name, size in found.items())

        return str(self.do(ask))

    def plan(self) -> str:
        """How a claim finds its rows just now."""
        with self.database.engine.connect() as connection:
            now = bindparam("now", NOW, type_=tables.participants.c.created_at.type)
            found = connection.execute(text(PLAN).bindparams(now), {"number": self.number})
            lines = [row[0] for row in found if "Scan" in row[0] or "Buffers" in row[0] or "Execution" in row[0]]
            return "; ".join(line.strip() for line in lines)


def say(name: str, rates: dict[str, float], first: dict[str, float]) -> None:
    told = ", ".join(f"{stage} {rate:,.0f}/s ({rate / first[stage]:.2f})" for stage, rate in rates.items())
    print(f"{name:42} {told}; load {os.getloadavg()[0]:.1f}", flush=True)


def measure(ledger: Ledger, sizes: list[int], count: int) -> None:
    there = 0
    first: dict[str, float] = {}
    for size in sizes:
        began = time.perf_counter()
        ledger.run(*PEOPLE, first=there + 1, last=size)
        if there:
            ledger.run(QUEUED, number=ledger.number, first=there + 1, last=size)
        else:
            took = ledger.announce()
            print(f"fan-out by the service: {size:,} in {took:.1f} s, {size / took:,.0f}/s", flush=True)
        ledger.vacuum()
        print(f"{size:,}: made in {time.perf_counter() - began:.0f} s; {ledger.sizes()}", flush=True)
        if not first:
            ledger.send(2 * CLAIM)  # statements compiled, plans and pages in memory
        rates = ledger.send(count)
        first = first or rates
        say(f"{size:,} queued", rates, first)
        print(f"  {ledger.plan()}", flush=True)
        there = size
    heap = min(HEAP, there // 4)
    ledger.run(SENT, number=ledger.number, many=heap)
    say(f"{heap:,} sent just before", ledger.send(count), first)
    print(f"  {ledger.plan()}", flush=True)
    with ledger.database.engine.connect().execution_options(isolation_level="REPEATABLE READ") as old:
        old.exec_driver_sql("SET idle_in_transaction_session_timeout = 0")
        old.exec_driver_sql("SELECT count(*) FROM leases")
        ledger.run(SENT, number=ledger.number, many=heap)
        say(f"{heap:,} more, beside an old snapshot", ledger.send(count), first)
        print(f"  {ledger.plan()}", flush=True)
    say("when the snapshot has gone", ledger.send(count), first)
    print(f"  {ledger.plan()}; {ledger.sizes()}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="100000,1000000,10000000")
    parser.add_argument("--deliveries", type=int, default=20_000)
    given = parser.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores", flush=True)
    server = Server(durable=True)
    try:
        databases = Databases(server.start())
        ledger = Ledger(databases.url(databases.create()))
        measure(ledger, [int(size) for size in given.sizes.split(",")], given.deliveries)
        ledger.database.close()
    finally:
        server.stop()


if __name__ == "__main__":
    main()
