"""Three announcements at once through faults and kills: each person gets each exactly once, but for what is reported
`unknown`, which is at most the requests open at a kill. Compared with the local Telegram's own record."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from broadcasts import (
    CLAIM,
    FAST,
    MARK,
    SENT,
    accepted,
    compare,
    cut,
    is_over,
    prepare,
    sending_goes_on,
    trouble,
    until_sent,
)
from local_telegram import LocalTelegram
from real_service import NOW, Commit, RealService

from storage.database import Database

Death = Commit | str | None
"""How it dies: at a commit, by Telegram before or after it took a message, or just so."""

NAMED = (
    Commit("before", CLAIM, 2),
    Commit("after", CLAIM, 2),
    Commit("before", MARK, 12),
    Commit("after", MARK, 12),
    Commit("before", SENT, 12),
    Commit("after", SENT, 12),
)
"""Between claim, mark, request, answer and final state; the requests themselves are 'before' and 'after'."""


def die(service: RealService, telegram: LocalTelegram, how: Death, dice: random.Random, broken: str) -> None:
    service.start(at=how if isinstance(how, Commit) else None, broken=broken)
    if isinstance(how, str):
        telegram.fault("kill", "sendMessage", how, pid=service.pid, times=1, skip=dice.randint(20, 60))
    if how is None:
        assert sending_goes_on(telegram, dice.randint(80, 250), 60), service.last_words()
        service.kill()
    assert service.died(120), f"it never came to {how}: {service.last_words()}"


def soak(url: str, folder: Path, people: int, deaths: Iterable[Death], broken: str = "") -> Counter[str]:
    dice = random.Random(7)
    with LocalTelegram.start(rate=0, fast=FAST, now=NOW, seed=7) as telegram:
        service = RealService(telegram, url, folder, fast=FAST)
        database = Database(url)
        kills = lost = 0
        try:
            prepare(database, telegram, people)
            for how in deaths:
                trouble(telegram)
                die(service, telegram, how, dice, broken)
                kills += 1
                lost += cut(telegram)
                assert not is_over(database), f"everything was sent before {how}"
            trouble(telegram)
            service.start()
            until_sent(database, [service], 240)
            states = compare(database, telegram, people, kills, lost + cut(telegram))
            print(f"{kills} kills, {accepted(telegram)} messages, {lost} answers spoiled: {dict(states)}")
        finally:
            service.kill()
            database.close()
    return states


@pytest.mark.timeout(120)
def test_everybody_gets_everything_once_though_the_service_is_killed_twice(sqlite_url: str, tmp_path: Path) -> None:
    states = soak(sqlite_url, tmp_path, 60, ["after", Commit("after", MARK, 4)])
    assert states["sent"] > 100
    assert states["unknown"]


@pytest.mark.long
@pytest.mark.timeout(600)
def test_everybody_gets_everything_once_through_faults_and_kills_every_few_seconds(
    sqlite_url: str, tmp_path: Path
) -> None:
    deaths: list[Death] = [*NAMED, "before", "after", None, None, None, None]
    random.Random(7).shuffle(deaths)
    states = soak(sqlite_url, tmp_path, 2000, deaths)
    assert states["sent"] > 5500


@pytest.mark.long
@pytest.mark.timeout(120)
def test_a_mark_that_comes_after_sending_is_seen(sqlite_url: str, tmp_path: Path) -> None:
    """The guarantee broken on purpose: the soak must find the people who got it twice."""
    with pytest.raises(AssertionError, match="somebody got it twice"):
        soak(sqlite_url, tmp_path, 60, ["after"], broken="marked_after_sending")
