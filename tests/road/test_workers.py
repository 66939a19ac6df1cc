"""`run --workers N` with a webhook and PostgreSQL: every worker answers, and residents do not notice when all are replaced."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from local_telegram import ROOT, LocalTelegram
from lublin import SURVEYS
from real_service import NOW, RealService, environment_of
from residents_on_phones import Street
from sqlalchemy import select
from tappers import Tappers
from test_nothing_is_lost import Road, check

from rehearsal.processes import free_port
from storage import tables
from storage.database import Database, Tx

WORKERS = 3
PEOPLE = 12
ENOUGH = 50
"""Taps among which one that waits would be seen."""
LONGEST = 2.0
"""Seconds that a tap may wait for what it changes."""


@dataclass
class Supervised:
    """The command line's `run --workers`, and what it says."""

    process: subprocess.Popen[bytes]
    log: Path
    web: int
    workers: int = WORKERS

    def said(self, words: str) -> int:
        return self.log.read_text(errors="replace").count(words)

    def until_open(self, url: str) -> None:
        """Wait until every worker serves and the before wave is open."""
        database = Database(url)
        deadline = time.monotonic() + 150
        try:
            wave = select(tables.waves.c.state).where(tables.waves.c.kind == "before")
            while (
                self.said("serving as") < self.workers or database.read(lambda tx: tx.scalar(wave)).result() != "open"
            ):
                assert self.process.poll() is None, self.last_words()
                assert time.monotonic() < deadline, self.last_words()
                time.sleep(0.1)
        finally:
            database.close()

    def last_words(self) -> str:
        return self.log.read_text(errors="replace")[-3000:]

    def turns(self, tries: int = 60) -> dict[str, float]:
        """Turns taken by each worker, as their metrics say: each connection is answered by any of them."""
        found: dict[str, float] = {}
        for _ in range(tries):
            line = http.client.HTTPConnection("127.0.0.1", self.web, timeout=10)
            line.request("GET", "/metrics")
            text = line.getresponse().read().decode()
            line.close()
            for worker, count in re.findall(r'wspolnie_events_total{kind="turns",worker="(\d+)"} ([\d.e+]+)', text):
                found[worker] = float(count)
            if len(found) == self.workers:
                break
        return found

    def all_take_part(self) -> bool:
        """Whether every worker has taken a turn."""
        turns = self.turns()
        return len(turns) == self.workers and min(turns.values()) > 0


@contextmanager
def supervised(
    telegram: LocalTelegram, url: str, folder: Path, *, root: Path = ROOT, workers: int = WORKERS
) -> Iterator[Supervised]:
    """`run --workers` of the code in `root`."""
    web = free_port()
    environment = {
        **environment_of(telegram.api_url, url),
        "WEBHOOK_URL": f"http://127.0.0.1:{web}",
        "WEBHOOK_SECRET": "a-secret-of-this-test-alone",
        "WEB_ADDRESS": f"127.0.0.1:{web}",
    }
    cli = [sys.executable, str(root / "cli.py")]
    surveys = folder / "surveys"  # the workshop's file names others beside it
    shutil.copytree(SURVEYS, surveys)
    workshop = surveys / "lublin.toml"
    workshop.write_text(open_now(), encoding="utf-8")
    subprocess.run([*cli, "workshop", "load", str(workshop), "--announce"], env=environment, cwd=root, check=True)
    office = surveys / "office.toml"
    office.write_text(an_office(), encoding="utf-8")
    environment["OFFICE_FILE"] = str(office)
    log = folder / "workers.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            [*cli, "run", "--workers", str(workers)], cwd=root, env=environment, stdout=output, stderr=output
        )
    try:
        service = Supervised(process, log, web, workers)
        service.until_open(url)
        yield service
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


def open_now() -> str:
    """The Lublin workshop with its days moved so that the before wave opened yesterday."""
    text = (SURVEYS / "lublin.toml").read_text(encoding="utf-8")
    moved = datetime.now(UTC) - datetime(2022, 11, 12, 10, tzinfo=UTC)

    def move(found: re.Match[str]) -> str:
        return (datetime.fromisoformat(found[0]) + timedelta(days=moved.days)).isoformat()

    return re.sub(r"\b2022-\d\d-\d\dT\d\d:\d\d:\d\d\b", move, text)


def an_office() -> str:
    """The example's office with every placeholder filled in, as `run` wants it."""
    lines = (SURVEYS / "office.example.toml").read_text(encoding="utf-8").splitlines()
    filled = ("false" if line.startswith("example") else line for line in lines)
    marks = re.compile(r"example|exampleton|przykład\w*|приклад", re.IGNORECASE)
    return "\n".join("example = false" if line == "false" else marks.sub("Lublin", line) for line in filled)


def turns_in_the_database(tx: Tx) -> dict[int, tuple[int, int]]:
    """Turn and shown turn of each session, by phone."""
    session = tables.sessions.c
    rows = tx.execute(
        select(tables.participants.c.telegram_id, session.turn, session.shown_turn).select_from(
            tables.sessions.join(tables.participants)
        )
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def check_tappers(url: str, town: Tappers) -> None:
    """Each tap was one turn: none lost, none handled twice."""
    database = Database(url)
    try:
        turns = database.read(turns_in_the_database).result()
        assert turns == {one.phone: (one.did, one.did) for one in town.tappers}
    finally:
        database.close()


@pytest.mark.long
@pytest.mark.timeout(600)
def test_no_tap_waits_longer_than_two_seconds_while_all_workers_are_replaced(postgres_url: str, tmp_path: Path) -> None:
    with LocalTelegram.start(webhook_pause=0.5) as telegram, supervised(telegram, postgres_url, tmp_path) as service:
        town = Tappers(telegram, PEOPLE)
        town.warm_up()
        town.tap_for(90, until=service.all_take_part)
        turns = service.turns()
        assert len(turns) == WORKERS, turns
        assert min(turns.values()) > 0, f"a worker is not used: {turns}"
        quiet = town.longest
        town.forget()
        service.process.send_signal(signal.SIGHUP)
        town.tap_for(150, until=lambda: service.said("all workers were replaced"))
        town.tap_for(4)
        town.tap_for(60, until=lambda: len(town.waits) > ENOUGH)  # a quick restart on a busy machine sees few taps
        assert service.said("all workers were replaced"), service.last_words()
        waits = sorted(town.waits)
        print(
            f"turns {turns}; longest wait {quiet:.2f} s, during the restart {town.longest:.2f} s of {len(waits)} taps"
        )
        assert len(waits) > ENOUGH
        assert town.longest < LONGEST, waits[-5:]
        service.process.terminate()
        assert service.process.wait(60) == 0
        assert service.said('"level": "ERROR"') == 0
        check_tappers(postgres_url, town)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_worker_that_is_killed_is_replaced_and_what_it_held_is_done_by_others(
    postgres_url: str, tmp_path: Path
) -> None:
    with LocalTelegram.start(webhook_pause=0.5) as telegram, supervised(telegram, postgres_url, tmp_path) as service:
        town = Tappers(telegram, PEOPLE)
        town.warm_up()
        for _ in range(3):
            os.kill(children(service.process.pid)[0], signal.SIGKILL)
            served = service.said("serving as")
            town.tap_for(90, until=lambda served=served: service.said("serving as") > served)
            town.tap_for(2)
        town.forget()
        town.tap_for(90, until=lambda: all(one.waits for one in town.tappers))
        assert all(one.waits for one in town.tappers), "somebody's tap was lost"
        assert service.said("worker ended and is started again") == 3
        service.process.terminate()
        assert service.process.wait(60) == 0
        check_tappers(postgres_url, town)


def children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in listed.split()]


@pytest.mark.long
@pytest.mark.timeout(600)
def test_nothing_is_lost_when_polling_becomes_a_webhook_and_polling_again(sqlite_url: str, tmp_path: Path) -> None:
    with LocalTelegram.start(rate=0, fast=50, now=NOW, webhook_pause=0.2) as telegram:
        service = RealService(telegram, sqlite_url, tmp_path)
        web = free_port()
        hooked = {
            "WEBHOOK_URL": f"http://127.0.0.1:{web}",
            "WEBHOOK_SECRET": "a-secret-of-this-test-alone",
            "WEB_ADDRESS": f"127.0.0.1:{web}",
        }
        polled = dict.fromkeys(hooked, "")
        with service.running():
            street = Street(telegram, 6, seed=9)
            street.begin(6)
            for ways, goal in ((hooked, 15), (polled, 30), (hooked, 45)):
                assert street.pump_until(goal, 150), street.stuck()
                assert service.stop(20)[0] == 0
                street.pump(lambda: False, 0.3)  # what they do now waits at Telegram
                service.environment.update(ways)
                service.start()
                service.until_idle()
                assert bool(telegram.health()["webhook"]) == bool(ways["WEBHOOK_URL"])
            assert street.pump(lambda: street.finished, 150), street.stuck() + service.last_words()
            service.until_idle()
            check(Road(telegram, service, street, sqlite_url, street.everybody[0].dice))
