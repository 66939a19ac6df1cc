"""Several processes on one PostgreSQL, any of which may hold the lease: what one was stopped or killed over, another takes
over, and nobody gets anything twice. (Bulk is sent by one process at a time; which one reads updates plays no part.)"""

from __future__ import annotations

import random
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from broadcasts import FAST, compare, cut, do, is_over, prepare, sending_goes_on, trouble, until_sent
from local_telegram import LocalTelegram
from real_service import NOW, RealService
from sqlalchemy import select

from storage import tables
from storage.database import Database


@dataclass
class Town:
    """Processes that share one database, and the Telegram that they talk to."""

    telegram: LocalTelegram
    database: Database
    services: list[RealService]
    people: int
    kills: int = 0
    lost: int = 0

    @property
    def holder(self) -> RealService:
        """Who sends to many just now: a living process, whose lease names it."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            name = do(self.database, lambda tx: tx.scalar(select(LEASE.holder).where(LEASE.name == "bulk")))
            for service in self.services:
                if service.alive and str(name).endswith(f":{service.pid}"):
                    return service
            time.sleep(0.1)
        raise AssertionError("nobody took the lease over")

    def disturb(self) -> None:
        """The faults anew; what the former ones spoiled is counted."""
        self.lost += cut(self.telegram)
        trouble(self.telegram)

    def finish(self) -> None:
        until_sent(self.database, self.services, 600)
        states = compare(self.database, self.telegram, self.people, self.kills, self.lost + cut(self.telegram))
        print(f"{self.kills} stops or kills: {dict(states)}")


LEASE = tables.leases.c
PATIENCE = 150.0
"""Seconds for a lease to move, which takes five to ten on a quiet machine."""


@contextmanager
def town(url: str, folder: Path, count: int, people: int) -> Iterator[Town]:
    with LocalTelegram.start(rate=0, fast=FAST, now=NOW, seed=7) as telegram:
        services = [RealService(telegram, url, folder, fast=FAST, name=f"service{n}") for n in range(count)]
        database = Database(url)
        try:
            prepare(database, telegram, people)
            trouble(telegram)
            services[0].start()
            services[0].until_logged("serving as")
            for service in services[1:]:
                service.start()
            for service in services[1:]:
                service.until_logged("serving as")
            yield Town(telegram, database, services, people)
        finally:
            for service in services:
                service.kill()
            database.close()


def stop_and_wake(one: Town) -> None:
    """SIGSTOP whoever sends until another has taken over and sends, then SIGCONT."""
    holder = one.holder
    assert sending_goes_on(one.telegram, 20), "nobody sends"
    holder.send(signal.SIGSTOP)
    one.kills += 1
    try:
        time.sleep(0.2)  # what was on the line has arrived: whatever comes now is another's
        assert sending_goes_on(one.telegram, 40), "nobody took over"
        assert one.holder is not holder
    finally:
        holder.send(signal.SIGCONT)


@pytest.mark.long
@pytest.mark.timeout(1200)
def test_a_stopped_process_does_not_send_what_another_took_over(postgres_url: str, tmp_path: Path) -> None:
    """Its marks fail: what was on its way is `unknown`, or sent once."""
    with town(postgres_url, tmp_path, 2, 300) as one:
        stop_and_wake(one)
        stopped = [service for service in one.services if service is not one.holder]
        assert stopped[0].alive
        stop_and_wake(one)
        assert not is_over(one.database), "there was nothing left to send twice"
        one.finish()


@pytest.mark.long
@pytest.mark.timeout(1500)
def test_three_processes_share_a_broadcast_while_whoever_sends_is_killed_or_stopped(
    postgres_url: str, tmp_path: Path
) -> None:
    dice = random.Random(11)
    with town(postgres_url, tmp_path, 3, 1200) as one:
        holders = set()
        waits = []
        for number in range(8):
            began = time.monotonic()
            assert sending_goes_on(one.telegram, 1, PATIENCE), "nobody took over"
            waits.append(time.monotonic() - began)
            assert sending_goes_on(one.telegram, dice.randint(60, 250)), "nobody sends"
            one.disturb()
            holders.add(one.services.index(one.holder))
            if number % 4 == 3:
                stop_and_wake(one)
                continue
            killed = one.holder
            killed.kill()
            one.kills += 1
            killed.start()
        print(f"seconds until somebody sent again: {[round(wait, 1) for wait in waits]}")
        assert holders == {0, 1, 2}
        assert not is_over(one.database)
        one.finish()
