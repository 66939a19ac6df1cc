"""SIGTERM finishes what is in hand and ends well within five seconds, whatever Telegram does meanwhile."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from local_telegram import LocalTelegram
from real_service import NOW, PATIENCE, RealService
from residents_on_phones import Street
from sqlalchemy import func, select

from storage import tables
from storage.database import Database, Tx

WITHIN = 5.0


@pytest.mark.timeout(1200)
@pytest.mark.parametrize("trouble", ["none", pytest.param("slow", marks=pytest.mark.long), "hang"])
def test_sigterm_finishes_what_is_in_hand_within_five_seconds(sqlite_url: str, tmp_path: Path, trouble: str) -> None:
    with LocalTelegram.start(rate=0, fast=50, now=NOW) as telegram:
        service = RealService(telegram, sqlite_url, tmp_path)
        with service.running():
            street = Street(telegram, 8, seed=4)
            street.begin(8)
            assert street.pump(lambda: street.did >= 40, PATIENCE), service.last_words()
            if trouble != "none":
                telegram.fault(trouble, "editMessageText", delay=1.0 if trouble == "slow" else 60.0)
            street.pump(lambda: False, 0.5)
            code, seconds = service.stop(PATIENCE)
            assert (code, seconds < WITHIN) == (0, True), f"{code} after {seconds:.1f} s: {service.last_words()}"
            if trouble != "hang":
                assert behind(sqlite_url) == 0
            telegram.no_faults()
            service.start()
            assert street.pump(lambda: street.finished, PATIENCE), street.stuck()


@pytest.mark.timeout(900)
def test_sigterm_during_the_start_ends_well(sqlite_url: str, tmp_path: Path) -> None:
    with LocalTelegram.start(rate=0, now=NOW) as telegram:
        telegram.fault("502", "getMe")
        service = RealService(telegram, sqlite_url, tmp_path)
        with service.running():
            service.until_logged("does not answer")
            code, seconds = service.stop(PATIENCE)
            assert (code, seconds < WITHIN) == (0, True), f"{code} after {seconds:.1f} s"


@pytest.mark.timeout(900)
def test_ctrl_c_ends_as_sigterm_does(sqlite_url: str, tmp_path: Path) -> None:
    with LocalTelegram.start(rate=0, now=NOW) as telegram, RealService(telegram, sqlite_url, tmp_path).running() as one:
        one.until_idle()
        assert one.stop(PATIENCE, signal.SIGINT)[0] == 0


def behind(url: str) -> int:
    """Phones that do not show their session's turn."""
    database = Database(url)

    def count(tx: Tx) -> int:
        session = tables.sessions.c
        return int(tx.scalar(select(func.count()).where(session.turn > session.shown_turn)) or 0)

    try:
        return database.read(count).result()
    finally:
        database.close()
