"""What goes wrong around the real process: the database restarts, a handler fails, one person floods, Telegram is away."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from broadcasts import FAST, compare, do, prepare, sending_goes_on, until_sent
from local_telegram import LocalTelegram
from postgres import Databases, Server
from real_service import NOW, PATIENCE, RealService
from residents_on_phones import Street
from sqlalchemy import func, select
from stopwatch import slowness
from test_nothing_is_lost import Road, check

from messages.catalogue import say
from storage import migrate, tables
from storage.database import Database, Tx

FLOODER = 7_000
BYSTANDER = 7_001
MEMORY_MB = 300
"""More than this no process may take, whatever waits."""


@pytest.fixture
def server() -> Iterator[tuple[Server, str]]:
    """A PostgreSQL of this test alone, and the URL of an empty database on it."""
    own = Server()
    try:
        databases = Databases(own.start())
        url = databases.url(databases.create())
        migrate.upgrade(url)
        yield own, url
    finally:
        own.stop()


def states(tx: Tx) -> dict[str, int]:
    """Inbox rows by state."""
    return {row[0]: row[1] for row in tx.execute(select(tables.inbox.c.state, func.count()).group_by("state"))}


def until_handled(database: Database, service: RealService, updates: int, within: float) -> float:
    """Wait until so many rows are done and none waits. Returns the seconds it took."""
    began = time.monotonic()
    while True:
        found = database.read(states).result()
        if found.get("done", 0) >= updates and not found.get("new"):
            return time.monotonic() - began
        assert service.alive, service.last_words()
        assert time.monotonic() - began < within, f"{found}: {service.last_words()}"
        time.sleep(0.2)


def memory(pid: int) -> float:
    """The most memory that a process had so far, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM"))) / 1024


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_nothing_is_lost_or_doubled_when_the_database_is_restarted_under_load(
    server: tuple[Server, str], tmp_path: Path
) -> None:
    postgres, url = server
    people = 300
    with LocalTelegram.start(rate=0, fast=FAST, now=NOW, seed=3) as telegram:
        database = Database(url)
        service = RealService(telegram, url, tmp_path, fast=FAST)
        with service.running():
            service.until_idle()
            prepare(database, telegram, people)
            service.wake()
            street = Street(telegram, 8, seed=3)
            for crash in (False, True):
                street.begin(4)
                goal = street.did + 12
                assert street.pump_until(goal, 100), street.stuck() + service.last_words()
                assert sending_goes_on(telegram, 40), "nothing is sent"
                postgres.restart(crash=crash)
                database.engine.dispose()
            assert street.pump(lambda: street.finished, PATIENCE), street.stuck() + service.last_words()
            until_sent(database, [service], PATIENCE)
            service.until_idle()
            assert service.starts == 1, "it outlived both"
            assert "database trouble" in service.last_words(2000)
            # an answer that came while the database was away is written when it is back: nothing is unknown
            print(compare(database, telegram, people, 0, 0))
            check(Road(telegram, service, street, url, random.Random(3)))
        database.close()


@pytest.mark.timeout(1200)
def test_one_update_that_always_fails_holds_up_nobody(sqlite_url: str, tmp_path: Path) -> None:
    """Its person hears of it, in their language, and may go on; the owner hears of it; others notice nothing."""
    with LocalTelegram.start(rate=0, fast=50, now=NOW) as telegram:
        service = RealService(telegram, sqlite_url, tmp_path)
        service.start(broken="one_text_fails")
        database = Database(sqlite_url)
        try:
            street = Street(telegram, 3, seed=2)
            street.begin(3)
            telegram.phone(FLOODER, language="uk")
            telegram.start_bot(FLOODER)
            telegram.wait_for_message(FLOODER, timeout=PATIENCE)
            telegram.text(FLOODER, "boom")
            telegram.text(FLOODER, "далі")
            sorry = say("step-apology", "uk", contact="").split(".")[0]
            telegram.wait_for_message(FLOODER, lambda message: sorry in message["text"], timeout=PATIENCE)
            assert street.pump(lambda: street.finished, PATIENCE), street.stuck()
            service.until_idle()
            found = database.read(states).result()
            assert (found.get("dead"), found.get("new")) == (1, None)
            assert "inbox row" in service.last_words(200)
            assert "boom" not in service.log.read_text(), "what somebody wrote is in the log"
        finally:
            service.kill()
            database.close()


@pytest.mark.timeout(1200)
def test_a_thousand_updates_of_one_person_are_noticed_by_nobody_else(sqlite_url: str, tmp_path: Path) -> None:
    with LocalTelegram.start(rate=0, now=NOW) as telegram:
        service = RealService(telegram, sqlite_url, tmp_path, fast=1)
        database = Database(sqlite_url)
        with service.running():
            for phone, language in ((FLOODER, "uk"), (BYSTANDER, "pl")):
                telegram.phone(phone, language=language)
                telegram.start_bot(phone)
                telegram.wait_for_message(phone, timeout=PATIENCE)
            quiet, slow = max(bystander_waits(telegram) for _ in range(5)), [slowness() for _ in range(5)]
            update = {"from": {"id": FLOODER, "is_bot": False, "language_code": "uk"}, "date": 0, "message_id": 1}
            waits = []
            for number in range(1000):
                text = {**update, "chat": {"id": FLOODER, "type": "private"}, "text": f"раз {number}"}
                telegram.raw(FLOODER, {"message": text})
                if number % 100 == 50:
                    waits.append(bystander_waits(telegram))
                    slow.append(slowness())
            until_handled(database, service, 1000, PATIENCE)
            notice = say("flood-notice", "uk")
            telegram.wait_for_message(FLOODER, lambda message: message["text"] == notice, timeout=PATIENCE)
            service.until_idle()
            said = [message["text"] for message in telegram.from_bot(FLOODER)]
            assert said.count(notice) == 1
            assert len(said) < 60, "a screen for each of them"
            assert notice not in [message["text"] for message in telegram.from_bot(BYSTANDER)]
            assert "one person sends more than" in service.log.read_text()
            print(
                f"bystander waited {max(waits):.3f} s at most, before {quiet:.3f}; {len(said)} messages to the flooder"
            )
            assert max(waits) < max(median(slow), 3 * quiet), (
                f"the machine is {median(slow):.1f} times slower than alone"
            )
        database.close()


def bystander_waits(telegram: LocalTelegram) -> float:
    """Seconds until somebody else's command is answered."""
    seq, began = telegram.seq, time.monotonic()
    telegram.text(BYSTANDER, "/help")
    telegram.wait_for_message(BYSTANDER, after=seq, timeout=PATIENCE)
    return time.monotonic() - began


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_a_backlog_of_five_thousand_updates_is_done_in_order_after_telegram_was_away(
    sqlite_url: str, tmp_path: Path
) -> None:
    people, each = 250, 20
    with LocalTelegram.start(rate=0, fast=20, now=NOW) as telegram:
        service = RealService(telegram, sqlite_url, tmp_path, fast=20)
        database = Database(sqlite_url)
        with service.running():
            service.until_idle()
            telegram.fault("reset")
            telegram.phones(FLOODER, people, started=True, language="pl")
            for number in range(each):
                for phone in range(FLOODER, FLOODER + people):
                    telegram.text(phone, f"wpis {number}" if number else "/start")
            service.until_logged("no updates")
            telegram.no_faults()
            seconds = until_handled(database, service, people * each, PATIENCE)
            service.until_idle()
            most = memory(service.pid)
            print(f"{people * each} updates in {seconds:.1f} s, {most:.0f} MB at most")
            assert most < MEMORY_MB
            assert set(do(database, states)) == {"done"}
            assert all(telegram.from_bot(phone) for phone in range(FLOODER, FLOODER + people))
            assert all(turn == shown == each for turn, shown in do(database, turns))
        database.close()


def turns(tx: Tx) -> list[tuple[int, int]]:
    session = tables.sessions.c
    return [(row[0], row[1]) for row in tx.execute(select(session.turn, session.shown_turn))]
