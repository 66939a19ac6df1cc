"""Somebody on the staff has a closed wave released again from the chat, and hears what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import delete, insert, select, update
from staging import add_people, vote

from service import audit, releases, sweep
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx


@pytest.fixture
def released(sqlite_url: str) -> Iterator[tuple[Database, int, int]]:
    """(database, workshop, wave): the first wave is closed and released with twenty ballots."""
    database = Database(sqlite_url)
    workshop = open_lublin(database)

    def answer(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.state == "open")).scalar_one())
        theme = int(tx.execute(select(tables.themes.c.id).limit(1)).scalar_one())
        for voter in add_people(tx, 20, first=5000):
            vote(tx, wave, voter, [theme])
        tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=NOW))
        return wave

    wave = database.write(answer).result()
    assert releases.publish(database, wave, NOW, by="timeline") is not None
    yield database, workshop, wave
    database.close()


def more(database: Database, wave: int, count: int) -> None:
    def late(tx: Tx) -> None:
        theme = int(tx.execute(select(tables.themes.c.id).limit(1)).scalar_one())
        for voter in add_people(tx, count, first=7000):
            vote(tx, wave, voter, [theme])

    database.write(late).result()


def staff(database: Database, town: Town, role: str = "staff") -> Phone:
    phone = Phone(database, town, 50, NOW).start().tap("agree")

    def give(tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({50}))
        tx.execute(insert(tables.roles).values(participant_id=row.id, role=role, given_at=NOW))

    database.write(give).result()
    return phone.command("results")


def ask(database: Database, phone: Phone, wave: int) -> Phone:
    if "staff-again" not in phone.labels():
        phone.tap("wave", str(wave))
    return phone.press("staff-again").text("dopisane  odpowiedzi z papieru")


def due(database: Database, town: Town) -> bool:
    return database.read(lambda tx: sweep.next_due(tx, town, NOW)).result() == NOW


def said(database: Database) -> list[str]:
    query = select(tables.deliveries.c.content).where(tables.deliveries.c.personal)
    return [str(one) for one in database.read(lambda tx: tx.execute(query).scalars().all()).result()]


def newest(database: Database, wave: int) -> Any:
    return database.read(lambda tx: releases.newest(tx, wave)).result()


def test_the_sweep_releases_it_with_the_reason_and_the_person_is_told(released: Any, town: Town) -> None:
    database, _, wave = released
    more(database, wave, 6)
    phone = ask(database, staff(database, town), wave)
    assert "staff-again" not in phone.labels()
    assert newest(database, wave).number == 1, "nothing is published in the act's own transaction"
    assert due(database, town)
    assert releases.publish_due(database, town, NOW)
    made = newest(database, wave)
    assert (made.number, made.figures["reason"], made.figures["n"]) == (2, "dopisane odpowiedzi z papieru", 26)
    [told] = said(database)
    assert "'done'" in told
    acts = [one.act for one in database.read(audit.newest).result()]
    assert acts[:2] == ["results.again", "results.again_asked"]
    assert not releases.publish_due(database, town, NOW)
    assert "staff-again" in phone.command("results").tap("wave", str(wave)).labels()


def test_too_few_people_between_two_releases_is_said_kindly_and_nothing_is_published(released: Any, town: Town) -> None:
    database, _, wave = released
    more(database, wave, 3)
    ask(database, staff(database, town), wave)
    assert releases.publish_due(database, town, NOW)
    assert newest(database, wave).number == 1
    [told] = said(database)
    assert "'close'" in told
    assert not due(database, town)


def test_whoever_lost_the_role_meanwhile_gets_no_release(released: Any, town: Town) -> None:
    database, _, wave = released
    more(database, wave, 6)
    ask(database, staff(database, town), wave)
    database.write(lambda tx: tx.execute(delete(tables.roles))).result()
    assert releases.publish_due(database, town, NOW)
    assert newest(database, wave).number == 1
    assert "'refused'" in said(database)[0]


def test_a_request_whose_release_is_there_already_is_not_done_a_second_time(released: Any, town: Town) -> None:
    """As after a crash between the publishing and the message."""
    database, _, wave = released
    more(database, wave, 6)
    ask(database, staff(database, town), wave)
    assert releases.publish(database, wave, NOW, by="r", reason="x") is not None
    assert releases.publish_due(database, town, NOW)
    assert newest(database, wave).number == 2
    assert len(said(database)) == 1


def test_a_facilitator_is_not_offered_it(released: Any, town: Town) -> None:
    database, _, wave = released
    phone = staff(database, town, "facilitator").tap("wave", str(wave))
    assert "staff-picture" in phone.labels()
    assert "staff-again" not in phone.labels()
