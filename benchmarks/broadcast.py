"""Messages to many: rate against the limit, processor time, memory, the sweep, and what residents feel of a broadcast.

    .venv/bin/python benchmarks/broadcast.py [--seconds 10] [--queued 1000000] [--entries 10000]

The real process on a new SQLite file against the local Telegram, which answers each message after 50 ms and counts in strict
sliding seconds. Beside each figure, in the same run, a plain loop over `telegram.Bot.send_message`, one message after the other:
its rate, its processor time, its memory (a process of its own), how long one of its messages takes.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "road"), str(ROOT / "benchmarks")]
os.environ["WSPOLNIE_WITHOUT_DOTENV"] = "1"

from broadcasts import accepted  # noqa: E402 - found by the path above
from local_telegram import LocalTelegram  # noqa: E402
from lublin import SURVEYS  # noqa: E402
from plain_loop import FIRST, LATENCY, plain_loop  # noqa: E402
from processes import highest_memory, processor_seconds  # noqa: E402
from real_service import NOW, RealService  # noqa: E402
from sqlalchemy import bindparam, insert, text  # noqa: E402

from conversations.screens import Content, Own  # noqa: E402
from domain.audience import Audience, Part  # noqa: E402
from domain.instants import later, parse_instant  # noqa: E402
from service import announcements, sweep, workshops  # noqa: E402
from service.announcements import Terms  # noqa: E402
from service.work import Town  # noqa: E402
from storage import migrate, tables  # noqa: E402
from storage.database import Database, Tx  # noqa: E402

START = parse_instant(NOW)
REPLIES = 300


@dataclass(frozen=True)
class Sent:
    """What a process did in a stretch of time. `processor`: seconds of it for 1,000 messages; `server`: the share of a core that
    the local Telegram took meanwhile."""

    rate: float
    processor: float
    refused: int = 0
    memory: float = 0.0
    server: float = 0.0


def people(tx: Tx, count: int) -> None:
    """So many people who read the notice, made inside the database."""
    numbers = f"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {count})"
    now = bindparam("now", START, type_=tables.participants.c.created_at.type)
    tx.execute(
        text(
            "INSERT INTO participants (telegram_id, random_id, language, reachable, stopped, reminders, simple_view,"
            " quiet_from, quiet_until, digest, profile, created_at, seen_at) "
            f"{numbers} SELECT {FIRST} + i, 'r' || i, 'pl', 1, 0, 1, 0, 21, 8, 0, '{{}}', :now, :now FROM n"
        ).bindparams(now)
    )
    tx.execute(
        text(
            "INSERT INTO consents (participant_id, purpose, version, basis, language, given_at) "
            "SELECT id, 'answering', 1, 'public_task', 'pl', :now FROM participants"
        ).bindparams(now)
    )


def announce(tx: Tx) -> None:
    """One announcement to everybody, as an organiser confirms it."""
    said = Content("survey", (Own("Zapraszamy na warsztat."),))
    terms = Terms(START, skip_quiet=True)
    announcements.announce(
        tx, "benchmark", "broadcast", Audience(None, (Part("everyone"),)), said, terms, by="x", now=START
    )


def queue_up(tx: Tx) -> None:
    """The same, with its deliveries made at once inside the database."""
    announce(tx)
    number = tx.execute(
        text("UPDATE announcements SET state = 'sending' WHERE key = 'benchmark' RETURNING id")
    ).scalar_one()
    tx.execute(
        text(
            "INSERT INTO deliveries (announcement_id, participant_id, personal, state, not_before, tries, changed_at) "
            "SELECT :number, id, 0, 'queued', created_at, 0, created_at FROM participants"
        ),
        {"number": number},
    )


@contextmanager
def town(folder: Path, name: str, rate: int, count: int) -> Iterator[tuple[LocalTelegram, RealService, Database]]:
    """A local Telegram with latency, a database with people, a service that is not started yet."""
    url = f"sqlite:///{folder / name}.db"
    migrate.upgrade(url)
    database = Database(url)
    with LocalTelegram.start(rate=0, now=NOW) as telegram:
        telegram.fault("slow", "sendMessage", delay=LATENCY)
        telegram.phones(FIRST, min(count, 50_000), language="pl", started=True)
        service = RealService(telegram, url, folder, fast=1, name=name)
        service.environment["SEND_RATE"] = str(rate)
        service.environment["ALLOW_PAID_BROADCAST"] = "true" if rate > 30 else "false"
        service.environment["LOG_LEVEL"] = "WARNING"
        try:
            service.start()
            service.until_idle()  # the rehearsed workshop's own invitations go to nobody yet
            service.kill()
            database.write(lambda tx: people(tx, count)).result()
            yield telegram, service, database
        finally:
            service.kill()
            database.close()


def until(telegram: LocalTelegram, messages: int) -> None:
    deadline = time.monotonic() + 120
    while accepted(telegram) < messages:
        if time.monotonic() > deadline:
            raise SystemExit(f"only {accepted(telegram)} messages were sent")
        time.sleep(0.02)


def watch(telegram: LocalTelegram, pid: int, seconds: float) -> Sent:
    """What the service sends in so many seconds, from its first hundred messages on."""
    until(telegram, 100)
    before, busy, began = accepted(telegram), processor_seconds(pid), time.monotonic()
    serving = processor_seconds(telegram.process.pid)
    time.sleep(seconds)
    sent, took = accepted(telegram) - before, time.monotonic() - began
    processor = (processor_seconds(pid) - busy) * 1000 / sent
    server = (processor_seconds(telegram.process.pid) - serving) / took
    return Sent(sent / took, processor, len(telegram.refused()), highest_memory(pid), server)


def replies(telegram: LocalTelegram, first: int) -> list[float]:
    """Seconds from a command to its answer, for one new person after the other."""
    waits = []
    for phone in range(first, first + REPLIES):
        telegram.phone(phone, language="pl")
        seq, began = telegram.seq, time.monotonic()
        telegram.text(phone, "/help")
        telegram.wait_for_message(phone, after=seq, timeout=30)
        waits.append(time.monotonic() - began)
    return sorted(waits)


def p99(waits: Sequence[float]) -> float:
    return waits[min(len(waits) - 1, round(len(waits) * 0.99))]


def rates(folder: Path, seconds: float) -> None:
    for rate in (30, 1000):
        count = int(rate * (seconds + 8))
        with town(folder, f"rate{rate}", rate, count) as (telegram, service, database):
            database.write(announce).result()
            service.start()
            ours = watch(telegram, service.pid, seconds)
            service.kill()
            plain = plain_loop(telegram, paid=rate > 30)
        print(
            f"{rate:>5}/s allowed: {ours.rate:7.1f}/s ({ours.rate / rate:.0%} of it), {ours.refused} refused; "
            f"plain loop {plain.rate:5.1f}/s: {ours.rate / plain.rate:.1f} times as fast. Processor a thousand: "
            f"{ours.processor:.2f} s, plain loop {plain.processor:.2f} s: ratio {ours.processor / plain.processor:.2f}. "
            f"The local Telegram took {ours.server:.0%} of a core"
        )


def latency(folder: Path) -> None:
    with town(folder, "latency", 30, 100_000) as (telegram, service, database):
        service.start()
        service.until_idle()
        quiet = replies(telegram, 1_000)
        service.kill()
        database.write(queue_up).result()
        service.start()
        until(telegram, accepted(telegram) + 100)
        busy = replies(telegram, 2_000)
        service.kill()
        plain = plain_loop(telegram, paid=False)
    one = statistics.median(plain.waits)
    print(
        f"a reply: median {statistics.median(quiet) * 1000:.0f} ms, p99 {p99(quiet) * 1000:.0f} ms; while 100,000 are "
        f"queued: median {statistics.median(busy) * 1000:.0f} ms, p99 {p99(busy) * 1000:.0f} ms "
        f"(ratio of p99 {p99(busy) / p99(quiet):.2f}); {LATENCY * 1000:.0f} ms of each are Telegram's. One message of the "
        f"plain loop takes {one * 1000:.0f} ms, p99 {p99(plain.waits) * 1000:.0f} ms: the median reply, from a person's words "
        f"to its arrival and with all of it durable, takes {statistics.median(quiet) / one:.2f} times that in quiet and "
        f"{statistics.median(busy) / one:.2f} times while 100,000 are queued; in a plain loop over 100,000 somebody who writes "
        f"waits for its end, {100_000 / plain.rate / 60:.0f} minutes"
    )


def queued(folder: Path, seconds: float, sizes: tuple[int, int]) -> None:
    found = {}
    for count in sizes:
        with town(folder, f"queued{count}", 1000, count) as (telegram, service, database):
            database.write(queue_up).result()
            service.start()
            found[count] = watch(telegram, service.pid, seconds)
            service.kill()
            if count == sizes[-1]:
                plain = plain_loop(telegram, paid=True, recipients=count)
    few, many = (found[count] for count in sizes)
    print(
        f"queued {sizes[0]:,}: {few.memory:.0f} MiB, {few.rate:.0f}/s, {few.processor:.2f} s a thousand; "
        f"queued {sizes[1]:,}: {many.memory:.0f} MiB, {many.rate:.0f}/s, {many.processor:.2f} s "
        f"(ratio of memory {many.memory / few.memory:.2f}, of processor {many.processor / few.processor:.2f}). "
        f"The plain loop with {sizes[1]:,} in its list: {plain.memory:.0f} MiB, {plain.rate:.0f}/s, {plain.processor:.2f} s: the "
        f"service takes {many.memory / plain.memory:.2f} times its memory and {many.processor / plain.processor:.2f} times its "
        f"processor for a message, and is {many.rate / plain.rate:.0f} times as fast"
    )


def sweeps(folder: Path, entries: int) -> None:
    """One look at what is due, with nothing due."""
    url = f"sqlite:///{folder / 'sweep'}.db"
    migrate.upgrade(url)
    database = Database(url)
    office = workshops.read_office(SURVEYS / "office.example.toml")
    place = Town(office=office, zone="Europe/Warsaw", owner_ids=frozenset(), bot=1, bot_name="b", erasure_key=b"x")

    def add(tx: Tx) -> None:
        workshop = workshops.load(tx, workshops.read(SURVEYS / "lublin.toml"), START).workshop
        row: dict[str, Any] = {
            "workshop_id": workshop,
            "kind": "reminder",
            "version": 1,
            "rule": {},
            "state": "planned",
        }
        due = [{**row, "number": 100 + n, "due_at": later(START, days=30, minutes=n)} for n in range(entries)]
        tx.execute(insert(tables.timeline), due)

    def look() -> float:
        times = []
        for _ in range(50):
            began = time.perf_counter()
            database.write(lambda tx: sweep.sweep(tx, place, START)).result()
            times.append(time.perf_counter() - began)
        return min(times) * 1000

    look()  # what is due at first
    empty = look()
    database.write(add).result()
    full = look()
    database.close()
    with LocalTelegram.start(rate=0, now=NOW) as telegram:
        plain = plain_loop(telegram, paid=False, count=50)
    one = statistics.median(plain.waits) * 1000
    print(
        f"a sweep: {empty:.1f} ms without entries, {full:.1f} ms with {entries:,} (ratio {full / empty:.2f}). One message of the "
        f"plain loop: {one:.0f} ms, {plain.processor:.1f} ms of it processor time. So a look at {entries:,} entries takes as "
        f"long as {full / one:.2f} plain messages, and keeps the processor as long as {full / plain.processor:.2f} of them"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--queued", type=int, default=1_000_000)
    parser.add_argument("--entries", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sweeps(folder, given.entries)
        rates(folder, given.seconds)
        latency(folder)
        queued(folder, given.seconds, (20_000, given.queued))
    print(f"load of this machine: {os.getloadavg()[0] / (os.cpu_count() or 1):.1f} a core")


if __name__ == "__main__":
    main()
