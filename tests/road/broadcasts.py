"""Three announcements at once to many people, and the service's account of them compared with Telegram's own record."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from local_telegram import LocalTelegram
from real_service import NOW, RealService
from sqlalchemy import insert, select

from conversations.screens import Content, Own
from domain.audience import Audience, Part
from domain.instants import parse_instant
from service import announcements
from service.announcements import Terms
from storage import tables
from storage.database import Database, Tx

FIRST = 10_000
TEXTS = ("pierwsze ogłoszenie", "drugie ogłoszenie", "trzecie ogłoszenie")
FAST = 2.6
"""78 messages a second: at most 19 requests are open at once."""
OPEN = 20
"""What one kill may leave unknown."""
MARK = r"UPDATE deliveries .*RETURNING .*\bsending\b"
CLAIM = r"UPDATE deliveries .*RETURNING .*\bclaimed\b"
SENT = r"UPDATE deliveries .*\bsent\b"

T = TypeVar("T")


def do(database: Database, action: Callable[[Tx], T]) -> T:
    return database.write(action).result(timeout=60)


def blocked(people: int) -> range:
    """Who of the people has blocked the bot: one in fifty."""
    return range(FIRST, FIRST + people // 50)


def reachable(people: int) -> range:
    return range(blocked(people).stop, FIRST + people)


def prepare(database: Database, telegram: LocalTelegram, people: int) -> None:
    """People who read the notice, some of whom blocked the bot, and three announcements at once."""
    telegram.phones(FIRST, people, language="pl", started=True)
    for phone in blocked(people):
        telegram.block(phone)
    do(database, lambda tx: add_people(tx, people))
    do(database, announce)


def add_people(tx: Tx, people: int) -> None:
    """People who read the notice, known by their Telegram ids."""
    now, ids = parse_instant(NOW), range(FIRST, FIRST + people)
    row = {"language": "pl", "created_at": now, "seen_at": now}
    tx.execute(insert(tables.participants), [{"telegram_id": one, "random_id": f"r{one}", **row} for one in ids])
    given = {"purpose": "answering", "version": 1, "basis": "public_task", "language": "pl", "given_at": now}
    known = tx.scalars(select(tables.participants.c.id)).all()
    tx.execute(insert(tables.consents), [{"participant_id": one, **given} for one in known])


def announce(tx: Tx) -> None:
    now = parse_instant(NOW)
    for number, words in enumerate(TEXTS):
        said = Content("survey", (Own(words),))
        everyone = Audience(None, (Part("everyone"),))
        terms = Terms(now, skip_quiet=True)
        assert announcements.announce(tx, f"soak {number}", "broadcast", everyone, said, terms, by="x", now=now)


def trouble(telegram: LocalTelegram) -> None:
    """What goes wrong all the time, each with a small probability. Replaces what was ordered before."""
    telegram.no_faults()
    telegram.fault(502, "sendMessage", probability=0.004)
    telegram.fault(429, "sendMessage", probability=0.002, retry_after=1)
    telegram.fault("reset", "sendMessage", probability=0.001)
    telegram.fault("reset", "sendMessage", "after", probability=0.001)
    telegram.fault("slow", "sendMessage", probability=0.02, delay=0.5)


def cut(telegram: LocalTelegram) -> int:
    """Answers that the standing faults have spoiled: whether the message was taken, a bot cannot know."""
    return sum(order["hit"] for order in telegram.get("/faults") if order["what"] in ("reset", "502"))


def accepted(telegram: LocalTelegram) -> int:
    """Messages that Telegram took so far."""
    return int(telegram.get("/record/calls")["calls"].get("sendMessage", 0))


def sending_goes_on(telegram: LocalTelegram, more: int = 60, within: float = 120) -> bool:
    """Whether so many more messages leave."""
    goal, deadline = accepted(telegram) + more, time.monotonic() + within
    while accepted(telegram) < goal:
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


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


def is_over(database: Database) -> bool:
    """Every delivery of the three has its end. (The workshop's own timeline may wait for the daily cap.)"""
    table = tables.announcements.c
    states = do(database, lambda tx: tx.scalars(select(table.state).where(table.key.like("soak %"))).all())
    return states == ["done"] * len(TEXTS)


def until_sent(database: Database, services: Sequence[RealService], within: float) -> None:
    deadline = time.monotonic() + within
    while not is_over(database):
        assert any(service.alive for service in services), services[0].last_words()
        told = Counter(do(database, outcome).values())
        assert time.monotonic() < deadline, f"{told}: {services[0].last_words()}"
        time.sleep(0.5)


def compare(database: Database, telegram: LocalTelegram, people: int, kills: int, lost: int) -> Counter[str]:
    """The service's account against Telegram's record: `lost` answers were spoiled besides the kills."""
    told = do(database, outcome)
    got = Counter((one["text"], one["chat"]) for one in telegram.record(method="sendMessage") if one["text"] in TEXTS)
    states = Counter(told.values())
    # who is found to have blocked the bot may be left out of what is fanned out later
    assert {(words, phone) for words in TEXTS for phone in reachable(people)} <= told.keys(), "somebody was missed"
    assert [key for key, times in got.items() if times > 1] == [], "somebody got it twice"
    assert [key for key, state in told.items() if state == "sent" and key not in got] == [], "said to be sent, and not"
    assert [key for key, state in told.items() if state not in ("sent", "unknown") and key in got] == []
    assert set(states) <= {"sent", "blocked", "unknown"}, states
    assert {phone for (_, phone), state in told.items() if state == "blocked"} <= set(blocked(people))
    assert states["unknown"] <= OPEN * kills + lost, states
    return states
