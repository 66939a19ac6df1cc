"""Three announcements to 2,000 people through faults and kills: each gets each exactly once, but for what is reported
`unknown`, which is at most the requests open at a kill. Compared with the local Telegram's own record."""

from __future__ import annotations

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from local_telegram import LocalTelegram
from real_service import NOW, Commit, RealService
from sqlalchemy import insert, select

from conversations.screens import Content, Own
from domain.audience import Audience, Part
from domain.instants import parse_instant
from service import announcements
from service.announcements import Terms
from storage import tables
from storage.database import Database, Tx

pytestmark = [pytest.mark.long, pytest.mark.timeout(1200)]

PEOPLE = int(os.environ.get("SOAK_PEOPLE", "2000"))
FIRST = 10_000
TEXTS = ("pierwsze ogłoszenie", "drugie ogłoszenie", "trzecie ogłoszenie")
FAST = 2.6
"""78 messages a second: at most 19 requests are open at once."""
OPEN = 20
BLOCKED = range(FIRST, FIRST + 40)

MARK = "UPDATE deliveries .*'sending'"
NAMED = [
    Commit("after", "UPDATE deliveries .*'claimed'"),
    Commit("before", MARK, 12),
    Commit("after", MARK, 12),
    Commit("before", "UPDATE deliveries .*'sent'", 12),
    Commit("after", "UPDATE deliveries .*'sent'", 12),
]


T = TypeVar("T")


def do(database: Database, action: Callable[[Tx], T]) -> T:
    return database.write(action).result(timeout=60)


def add_people(tx: Tx) -> None:
    """People who read the notice, known by their Telegram ids."""
    now, people = parse_instant(NOW), range(FIRST, FIRST + PEOPLE)
    row = {"language": "pl", "created_at": now, "seen_at": now}
    tx.execute(insert(tables.participants), [{"telegram_id": one, "random_id": f"r{one}", **row} for one in people])
    ids = tx.scalars(select(tables.participants.c.id)).all()
    given = {"purpose": "answering", "version": 1, "basis": "public_task", "language": "pl", "given_at": now}
    tx.execute(insert(tables.consents), [{"participant_id": one, **given} for one in ids])


def prepare(database: Database, telegram: LocalTelegram) -> None:
    """People who read the notice, some of whom blocked the bot, and three announcements at once."""
    telegram.phones(FIRST, PEOPLE, language="pl", started=True)
    for phone in BLOCKED:
        telegram.block(phone)
    do(database, add_people)
    do(database, announce)


def announce(tx: Tx) -> None:
    now = parse_instant(NOW)
    for number, words in enumerate(TEXTS):
        said = Content("survey", (Own(words),))
        everyone = Audience(None, (Part("everyone"),))
        terms = Terms(now, skip_quiet=True)
        assert announcements.announce(tx, f"soak {number}", "broadcast", everyone, said, terms, by="x", now=now)


def trouble(telegram: LocalTelegram) -> None:
    """What goes wrong all the time, each with a small probability."""
    telegram.fault(502, "sendMessage", probability=0.01)
    telegram.fault(429, "sendMessage", probability=0.002, retry_after=1)
    telegram.fault("reset", "sendMessage", probability=0.001)
    telegram.fault("reset", "sendMessage", "after", probability=0.001)
    telegram.fault("slow", "sendMessage", probability=0.02, delay=0.5)


def cut(telegram: LocalTelegram) -> int:
    """Connections that the faults have cut: what was on them nobody knows."""
    return sum(order["hit"] for order in telegram.get("/faults") if order["what"] in ("reset", "kill"))


def outcome(tx: Tx) -> dict[tuple[str, int], str]:
    """State by text and Telegram id."""
    delivery, person = tables.deliveries.c, tables.participants.c
    key = tables.announcements.c.key
    rows = tx.execute(
        select(key, person.telegram_id, delivery.state)
        .select_from(tables.deliveries.join(tables.participants).join(tables.announcements))
        .where(key.like("soak %"))
    )
    return {(TEXTS[int(row[0].split()[1])], row[1]): row[2] for row in rows}


def waiting(tx: Tx) -> int:
    """Deliveries of the three announcements without an end. (The workshop's own timeline may wait for the daily cap.)"""
    return sum(state in ("queued", "claimed", "sending") for state in outcome(tx).values())


def until_sent(database: Database, services: list[RealService], within: float) -> None:
    """Wait until the fan-out is over and every delivery has its end."""
    deadline = time.monotonic() + within
    while len(do(database, outcome)) < PEOPLE * len(TEXTS) or do(database, waiting):
        assert any(service.alive for service in services), services[0].last_words()
        assert time.monotonic() < deadline, f"{Counter(do(database, outcome).values())}: {services[0].last_words()}"
        time.sleep(0.5)


def compare(database: Database, telegram: LocalTelegram, kills: int, lost: int) -> Counter[str]:
    """The service's account against Telegram's record."""
    told = do(database, outcome)
    got = Counter((one["text"], one["chat"]) for one in telegram.record(method="sendMessage") if one["text"] in TEXTS)
    states = Counter(told.values())
    assert len(told) == PEOPLE * len(TEXTS)
    assert [key for key, times in got.items() if times > 1] == []
    assert [key for key, state in told.items() if state == "sent" and key not in got] == []
    assert [key for key, state in told.items() if state not in ("sent", "unknown") and key in got] == []
    assert set(states) <= {"sent", "blocked", "unknown"}, states
    assert {phone for (_, phone), state in told.items() if state == "blocked"} <= set(BLOCKED)
    assert states["unknown"] <= OPEN * kills + lost, states
    return states


def test_everybody_gets_everything_once_through_faults_and_kills(database_url: str, tmp_path: Path) -> None:
    dice = random.Random(7)
    with LocalTelegram.start(rate=0, fast=FAST, now=NOW, seed=7) as telegram:
        service = RealService(telegram, database_url, tmp_path, fast=FAST)
        database = Database(database_url)
        kills = lost = 0
        try:
            prepare(database, telegram)
            plan: list[Commit | str | None] = [*NAMED, "before", "after", None, None, None]
            dice.shuffle(plan)
            for at in plan:
                if len(do(database, outcome)) == PEOPLE * len(TEXTS) and not do(database, waiting):
                    break
                telegram.no_faults()
                trouble(telegram)
                die(service, telegram, at, dice)
                kills += 1
                lost += cut(telegram)
            telegram.no_faults()
            trouble(telegram)
            service.start()
            until_sent(database, [service], 400)
            lost += cut(telegram)
            states = compare(database, telegram, kills, lost)
            assert kills >= min(5, PEOPLE // 100)
            print(f"{kills} kills, {lost} connections cut: {dict(states)}")
        finally:
            service.kill()
            database.close()


def die(service: RealService, telegram: LocalTelegram, at: Commit | str | None, dice: random.Random) -> None:
    """Start, send for a few seconds, and be killed: at a commit, by Telegram around a request, or just so."""
    service.start(at=at if isinstance(at, Commit) else None)
    if isinstance(at, str):
        telegram.fault("kill", "sendMessage", at, pid=service.pid, times=1, skip=dice.randint(20, 120))
    if at is None:
        sent = len(telegram.record(method="sendMessage"))
        deadline = time.monotonic() + 180
        while len(telegram.record(method="sendMessage")) < sent + 150 and time.monotonic() < deadline:
            time.sleep(0.1)
        service.kill()
    assert service.died(180), f"it never came to {at}: {service.last_words()}"


def test_a_stopped_process_does_not_send_what_another_took_over(postgres_url: str, tmp_path: Path) -> None:
    """SIGSTOP past the lease, another goes on, SIGCONT: the marks of the first fail."""
    with LocalTelegram.start(rate=0, fast=FAST, now=NOW, seed=7) as telegram:
        services = [RealService(telegram, postgres_url, tmp_path, fast=FAST, name=f"service{n}") for n in range(2)]
        database = Database(postgres_url)
        stopped = 0
        try:
            prepare(database, telegram)
            for service in services:
                service.start()
                service.until_logged("serving as")
            for _ in range(4):
                holder = next((one for one in services if str(one.pid) in holding(database)), None)
                sent = sending_goes_on(telegram)
                if holder is None or not sent:
                    break
                holder.send(signal.SIGSTOP)
                stopped += 1
                assert sending_goes_on(telegram), "nobody took over"
                holder.send(signal.SIGCONT)
            until_sent(database, services, 400)
            states = compare(database, telegram, stopped, 0)
            assert stopped >= 1
            print(f"{stopped} stops: {dict(states)}")
        finally:
            for service in services:
                service.kill()
            database.close()


def holding(database: Database) -> str:
    """Who holds the bulk lease: host and process id."""
    return str(do(database, lambda tx: tx.scalar(select(tables.leases.c.holder).where(tables.leases.c.name == "bulk"))))


def sending_goes_on(telegram: LocalTelegram, more: int = 60, within: float = 40) -> bool:
    """Whether so many more messages leave."""
    before, deadline = len(telegram.record(method="sendMessage")), time.monotonic() + within
    while time.monotonic() < deadline:
        if len(telegram.record(method="sendMessage")) >= before + more:
            return True
        time.sleep(0.2)
    return False
