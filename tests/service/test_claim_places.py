"""Claims begin where the last one ended, and whatever comes back into the queue before that place is found all the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import event, select, text, update
from staging import START, TOWN, Sender, add_people, do, settle, states

from conversations.screens import Content, Own
from domain.audience import Audience, Part
from domain.instants import Instant, later
from service import announcements, deliveries
from service.announcements import Terms
from service.deliveries import Finished
from storage import audiences, tables
from storage import deliveries as ledger
from storage.claims import LOOK_AT_FRONT
from storage.database import Database, Tx

HELLO = Content("survey", (Own("Dzień dobry"),))
EVERYONE = Audience(None, (Part("everyone"),))
EACH = 2
"""Deliveries asked for by a claim."""
PEOPLE = 3 * EACH * LOOK_AT_FRONT

Ids = list[int]
WayBack = Callable[[Database, int, Sender, Ids], None]


def begun(database: Database, people: int = PEOPLE) -> tuple[int, Sender]:
    """An announcement to so many, fanned out, and a sender that holds the lease."""

    def announce(tx: Tx) -> int:
        add_people(tx, people)
        terms = Terms(START, skip_quiet=True, late_joiners=True)
        number = announcements.announce(tx, "one", "broadcast", EVERYONE, HELLO, terms, by="x", now=START)
        assert number is not None
        return number

    number = do(database, announce)
    settle(database, START)
    return number, Sender(database).start()


def claim(database: Database, sender: Sender, now: Instant = START, limit: int = EACH) -> Ids:
    return do(database, lambda tx: deliveries.claim(tx, sender.lease, limit, now, personal=False))


def mark(database: Database, sender: Sender, ids: Ids, now: Instant = START) -> None:
    leaving = do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, now))
    assert [one.delivery for one in leaving] == ids


def finish(database: Database, sender: Sender, *ended: Finished, now: Instant = START) -> None:
    do(database, lambda tx: deliveries.finish(tx, ended, sender.lease, now))


def kept(database: Database) -> int | None:
    """The delivery behind which the next claim begins."""
    return do(database, lambda tx: tx.execute(select(tables.claim_places.c.delivery)).scalar_one_or_none())


# ---- the ways back into the queue -------------------------------------------------------------------------------


def paused_and_resumed(database: Database, number: int, sender: Sender, ids: Ids) -> None:
    do(database, lambda tx: announcements.pause(tx, number))
    assert do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START)) == []
    do(database, lambda tx: announcements.resume(tx, number))
    settle(database, START)


def tried_again(database: Database, number: int, sender: Sender, ids: Ids) -> None:
    """By a clock that went back meanwhile: else they would come after all the others."""
    mark(database, sender, ids)
    before = later(START, hours=-1)
    finish(database, sender, *(Finished(one, "queued", retry_at=before) for one in ids), now=before)


def unknown_repeated(database: Database, number: int, sender: Sender, ids: Ids) -> None:
    mark(database, sender, ids)
    finish(database, sender, *(Finished(one, "unknown") for one in ids))
    assert do(database, lambda tx: announcements.repeat_unknown(tx, number, later(START, hours=-1))) == len(ids)


def put_back_by_other_code(database: Database, number: int, sender: Sender, ids: Ids) -> None:
    """Whoever it is, and without a word to anybody: as in a race, or by an older release beside this one."""
    back = update(tables.deliveries).where(tables.deliveries.c.id.in_(ids)).values(state="queued", lease=None)
    do(database, lambda tx: tx.execute(back).rowcount)


@pytest.mark.parametrize("way", [paused_and_resumed, tried_again, unknown_repeated, put_back_by_other_code])
def test_what_comes_back_before_the_place_is_claimed_again_within_thirty_claims(
    database: Database, way: WayBack
) -> None:
    number, sender = begun(database)
    first = claim(database, sender)
    assert len(claim(database, sender)) == EACH
    assert kept(database) == max(first) + EACH
    way(database, number, sender, first)
    found: list[Ids] = []
    while first[0] not in (found[-1] if found else ()):
        found.append(claim(database, sender))
        assert len(found[-1]) == EACH, "the others go on at their pace"
        assert len(found) <= LOOK_AT_FRONT
    assert found[-1] == first


def test_what_a_dead_process_left_is_claimed_first_by_its_successor(database: Database) -> None:
    _, sender = begun(database)
    first, _, _ = (claim(database, sender) for _ in range(3))
    assert claim(database, Sender(database).start("another")) == first


def test_a_claim_that_finds_nothing_behind_the_place_looks_at_the_front_at_once(database: Database) -> None:
    number, sender = begun(database, 2 * EACH)
    first, _ = claim(database, sender), claim(database, sender)
    put_back_by_other_code(database, number, sender, first)
    assert claim(database, sender) == first


def test_after_a_claim_that_found_less_than_it_asked_for_the_next_begins_at_the_front(database: Database) -> None:
    number, sender = begun(database, 2 * EACH + 1)
    first, _ = claim(database, sender), claim(database, sender)
    put_back_by_other_code(database, number, sender, first)
    assert len(claim(database, sender)) == 1
    assert claim(database, sender) == first


def test_a_chat_that_rests_hides_nobody_who_waits_before_the_place(database: Database) -> None:
    """Behind the place only somebody waits whose chat must rest: the claim is not empty for that."""
    number, sender = begun(database, 2 * EACH + 1)
    first, _ = claim(database, sender), claim(database, sender)
    put_back_by_other_code(database, number, sender, first)
    resting = frozenset({1000 + 2 * EACH})

    def act(tx: Tx) -> Ids:
        return deliveries.claim(tx, sender.lease, EACH, START, personal=False, skip_chats=resting)

    assert do(database, act) == first


def test_who_comes_late_is_claimed_though_retries_had_moved_the_place_on(database: Database) -> None:
    """A late joiner's message bears the announcement's own time, the place that of a second try."""
    number, sender = begun(database, 2 * EACH)
    for minute in (0, 1):
        ids = [one for _ in range(2) for one in claim(database, sender, later(START, minutes=minute))]
        mark(database, sender, ids)
        again = later(START, minutes=minute + 1)
        finish(database, sender, *(Finished(one, "queued", retry_at=again) for one in ids))
    assert len(claim(database, sender, later(START, minutes=2))) == EACH
    [late] = do(database, lambda tx: add_people(tx, 1, first=9000))
    everyone = audiences.only(late)
    added = do(database, lambda tx: ledger.fan_out(tx, number, audiences.Asked(EVERYONE), everyone, START, None, START))
    assert added == 1
    found = [claim(database, sender, later(START, minutes=2)) for _ in range(2)]
    assert max(do(database, lambda tx: deliveries_of(tx, number))) in {one for ids in found for one in ids}


def deliveries_of(tx: Tx, number: int) -> list[int]:
    found = select(tables.deliveries.c.id).where(tables.deliveries.c.announcement_id == number)
    return list(tx.execute(found).scalars())


def test_an_announcement_is_not_done_while_something_waits_before_the_place(database: Database) -> None:
    number, sender = begun(database, 2 * EACH)
    first, second = claim(database, sender), claim(database, sender)
    put_back_by_other_code(database, number, sender, first)
    mark(database, sender, second)
    finish(database, sender, *(Finished(one, "sent", message_id=one) for one in second))
    assert do(database, lambda tx: announcements.progress(tx, number)).state == "sending"  # type: ignore[union-attr]
    sender.drain(START)
    assert states(database, number) == {"sent": 2 * EACH}
    assert do(database, lambda tx: announcements.progress(tx, number)).state == "done"  # type: ignore[union-attr]


def test_an_announcement_whose_last_deliveries_end_at_the_mark_is_done_there(database: Database) -> None:
    """Nothing of it leaves, so no answer will ever say that it is over."""
    number, sender = begun(database, EACH)
    ids = claim(database, sender)
    stopped = update(tables.participants).values(stopped=True)
    do(database, lambda tx: tx.execute(stopped).rowcount)
    assert do(database, lambda tx: deliveries.mark_sending(tx, ids, sender.lease, TOWN, START)) == []
    assert do(database, lambda tx: announcements.progress(tx, number)).state == "done"  # type: ignore[union-attr]


def test_what_became_due_by_the_clock_alone_is_claimed_in_its_turn(database: Database) -> None:
    """Held back for an hour, behind those that were due at once."""
    number, sender = begun(database, 4 * EACH)
    hour = later(START, hours=1)
    some = do(database, lambda tx: deliveries_of(tx, number))[:EACH]
    held = update(tables.deliveries).where(tables.deliveries.c.id.in_(some)).values(not_before=hour)
    do(database, lambda tx: tx.execute(held).rowcount)
    claimed = [claim(database, sender) for _ in range(4)]
    assert [len(ids) for ids in claimed] == [EACH, EACH, EACH, 0]
    assert claim(database, sender, hour) == some


# ---- what it is for ---------------------------------------------------------------------------------------------


WAITING = 3_000


def test_neither_a_claim_nor_an_end_on_postgresql_walks_over_what_was_sent(postgres_url: str) -> None:
    """Beside an old snapshot, where nothing may be forgotten, the pages that are read stay as few as they were."""
    database = Database(postgres_url)
    try:
        _, sender = begun(database, WAITING)
        claim(database, sender, limit=20)
        before = pages(database, sender)
        with database.engine.connect().execution_options(isolation_level="REPEATABLE READ") as old:
            old.exec_driver_sql("SET idle_in_transaction_session_timeout = 0")
            old.exec_driver_sql("SELECT count(*) FROM leases")
            for _ in range(LOOK_AT_FRONT // 2):
                ids = claim(database, sender, limit=WAITING // 20)
                mark(database, sender, ids)
                finish(database, sender, *(Finished(one, "sent", message_id=one) for one in ids))
            after = pages(database, sender)
    finally:
        database.close()
    assert before.keys() == after.keys() == {"claim", "end"}
    assert all(after[name] <= before[name] + 10 for name in before), (before, after)


def pages(database: Database, sender: Sender) -> dict[str, int]:
    """Pages read by the search for what is queued: of a claim, and of the end of what it claimed."""
    database.write(lambda tx: tx.execute(text("ANALYZE"))).result()
    seen: list[tuple[str, Any]] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool) -> None:
        if statement.startswith("SELECT deliveries.id") and "'queued'" in statement:
            seen.append((statement, parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        ids = claim(database, sender, limit=20)
        mark(database, sender, ids)
        finish(database, sender, *(Finished(one, "sent", message_id=one) for one in ids))
    finally:
        event.remove(database.engine, "before_cursor_execute", note)
    assert len(ids) == 20
    assert len(seen) == 2, seen
    return {name: do(database, partial(buffers, *one)) for name, one in zip(("claim", "end"), seen, strict=True)}


def buffers(statement: str, parameters: Any, tx: Tx) -> int:
    tx.execute(text("SET LOCAL enable_seqscan = off"))
    lines = [row[0] for row in tx.exec_driver_sql(f"EXPLAIN (ANALYZE, BUFFERS) {statement}", parameters)]
    scan = next(number for number, line in enumerate(lines) if "ix_deliveries_bulk" in line)
    found = [re.search(r"Buffers: shared (?:hit=(\d+))?(?: ?read=(\d+))?", line) for line in lines[scan:]]
    first = next(one for one in found if one is not None)
    return int(first[1] or 0) + int(first[2] or 0)
