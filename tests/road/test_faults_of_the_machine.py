"""What goes wrong with the machine under the real process: the disk is full, the database is locked, the clock jumps, the process
stands still. Residents answer meanwhile; nothing of theirs is lost or doubled."""

from __future__ import annotations

import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from broadcasts import FAST, compare, is_over, prepare, sending_goes_on, until_sent
from local_telegram import ROOT, LocalTelegram
from real_service import NOW, PATIENCE, RealService
from residents_on_phones import Street
from test_nothing_is_lost import Road, check

from storage.database import Database, sqlite_file

TROUBLE = "database trouble"
TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


@contextmanager
def town(url: str, folder: Path, residents: int, fast: float = 50) -> Iterator[Road]:
    """A service with residents who are half way; whatever the test does to it, at the end all is there, once."""
    with LocalTelegram.start(rate=0, fast=fast, now=NOW, seed=5) as telegram:
        service = RealService(telegram, url, folder, fast=fast)
        with service.running():
            service.until_idle()
            street = Street(telegram, residents, seed=5)
            street.begin(residents)
            assert street.pump_until(residents * 3, PATIENCE), street.stuck() + service.last_words()
            road = Road(telegram, service, street, url, random.Random(5))
            yield road
            assert street.pump(lambda: street.finished, PATIENCE), street.stuck() + service.last_words()
            service.until_idle()
            assert service.starts == 1, "it outlived that"
            check(road)


def file_of(url: str) -> Path:
    file = sqlite_file(url)
    assert file is not None
    return file


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_nothing_is_lost_while_the_disk_is_full(sqlite_url: str, tmp_path: Path) -> None:
    """No file of the process may grow, as on a full disk; then there is room again."""
    with town(sqlite_url, tmp_path, 8) as road:
        street, service = road.street, road.service
        log = Path(f"{file_of(sqlite_url)}-wal")
        resource.prlimit(service.pid, resource.RLIMIT_FSIZE, (log.stat().st_size, resource.RLIM_INFINITY))
        street.pump(lambda: TROUBLE in service.last_words(200), PATIENCE)
        before = street.did
        street.pump(lambda: False, 3)
        assert service.alive, service.last_words()
        assert TROUBLE in service.last_words(200), "the disk was never full"
        assert street.did - before < 8 * 4, "things went on as if nothing had happened"
        resource.prlimit(service.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_nothing_is_lost_while_somebody_holds_the_whole_database(sqlite_url: str, tmp_path: Path) -> None:
    """An exclusive lock for longer than SQLite itself waits, as a careless backup tool takes it: the service says so.

    The lease's beat asks for the writer each second, so the lock is met within one; SQLite then waits BUSY_MS. What gathers
    meanwhile may wait as long again, and not longer (tests/storage/test_group_commit.py).
    """
    with town(sqlite_url, tmp_path, 6) as road:
        with closing(sqlite3.connect(file_of(sqlite_url), timeout=60, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            locked = time.monotonic()
            said = road.street.pump(lambda: TROUBLE in road.service.last_words(300), PATIENCE)
            took = time.monotonic() - locked
            other.execute("ROLLBACK")
        assert said, f"it waits and does not say so: {road.service.last_words()}"
        print(f"said after {took:.1f} s")


@pytest.mark.timeout(1200)
def test_a_backup_under_load_holds_up_nobody(sqlite_url: str, tmp_path: Path) -> None:
    with town(sqlite_url, tmp_path, 6) as road:
        target = tmp_path / "town.backup"
        command = [sys.executable, str(ROOT / "cli.py"), "backup", str(target)]
        backup = subprocess.Popen(command, cwd=ROOT, env=road.service.environment, stdout=subprocess.DEVNULL)
        went_on = road.street.did
        assert road.street.pump(lambda: backup.poll() is not None, PATIENCE), "the backup does not end"
        assert backup.returncode == 0
        assert road.street.did > went_on, "everybody waited for the backup"
        assert TROUBLE not in road.service.last_words(300)
        assert target.stat().st_size > 0


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_nothing_is_doubled_when_the_clock_jumps_forward_and_back(sqlite_url: str, tmp_path: Path) -> None:
    people = 300  # so many that sending goes on at each jump, on a slow machine too
    with LocalTelegram.start(rate=0, fast=FAST, now=NOW, seed=6) as telegram:
        database = Database(sqlite_url)
        service = RealService(telegram, sqlite_url, tmp_path, fast=FAST)
        with service.running():
            service.until_idle()
            prepare(database, telegram, people)
            service.wake()
            assert sending_goes_on(telegram, 20), service.last_words()
            service.wake("2022-11-14T15:00:00+01:00")
            assert sending_goes_on(telegram, 20), service.last_words()
            service.wake(
                "2022-11-14T09:30:00+01:00"
            )  # before any of it may be sent: what is claimed goes, the rest waits
            service.until_idle()
            assert not is_over(database)
            for now in ("2022-11-14T12:20:00+01:00", NOW):
                service.wake(now)
                assert sending_goes_on(telegram, 20), service.last_words()
            service.wake(
                "2022-11-14T16:00:00+01:00"
            )  # what was to be tried again at a time that went back is due by now
            until_sent(database, [service], PATIENCE)
            service.until_idle()
            service.wake()
            service.until_idle()
            compare(database, telegram, people, 0, 0)
            said = [(one["chat"], one["text"]) for one in telegram.record(method="sendMessage")]
            assert len(said) == len(set(said)), "somebody was told the same thing twice"
        database.close()


@pytest.mark.timeout(1200)
def test_taps_from_before_a_standstill_count_even_when_they_are_too_old_to_be_answered(
    sqlite_url: str, tmp_path: Path
) -> None:
    """The process stands still, as a laptop that sleeps, while residents tap; Telegram takes no answer to those taps."""
    with town(sqlite_url, tmp_path, 8) as road:
        road.service.send(signal.SIGSTOP)
        road.street.pump(lambda: False, 2)
        road.telegram.advance_machine(100)
        road.telegram.fault(400, "answerCallbackQuery", times=5, description=TOO_OLD)
        road.service.send(signal.SIGCONT)
    refused = [one for one in road.service.log.read_text().splitlines() if '"ERROR"' in one]
    assert refused == []
