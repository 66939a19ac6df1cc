"""A ballot is stored only when notice, access and wave allow it at that very moment, whatever the conversation believed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import delete, insert, select, update

from service import ballots
from service.work import Town, Tx
from storage import people, tables
from storage.database import Database

ANSWERS = {"themes": [{"theme": None, "words": "Ceny mieszkań"}]}


@pytest.fixture
def workshop(database: Database) -> int:
    return open_lublin(database)


@pytest.fixture
def phone(database: Database, town: Town, workshop: int) -> Phone:
    """Somebody who has read the notice."""
    return Phone(database, town, 500, NOW).start().tap("agree")


def submit(phone: Phone, workshop: int, *, notice: int = 1) -> None:
    def store(tx: Tx) -> None:
        [person] = people.by_telegram_ids(tx, frozenset({phone.id}))
        wave = tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one()
        ballots.submit(
            tx, person, workshop=workshop, wave=wave, answers=ANSWERS, language="pl", notice=notice, now=phone.now
        )

    phone.database.write(store).result()


def count(database: Database) -> int:
    return len(database.read(lambda tx: tx.execute(select(tables.ballots.c.id)).all()).result())


def change(database: Database, **values: Any) -> None:
    """The workshop, changed as an organiser changes it."""
    database.write(
        lambda tx: tx.execute(update(tables.workshops).values(**values, stamp=str(sorted(values))[:16]))
    ).result()


def participant(database: Database) -> int:
    number: int = database.read(lambda tx: tx.execute(select(tables.participants.c.id)).scalar_one()).result()
    return number


def test_everybodys_workshop_takes_a_ballot(phone: Phone, workshop: int, database: Database) -> None:
    submit(phone, workshop)
    assert count(database) == 1


def test_no_ballot_before_the_notice_in_force(phone: Phone, workshop: int, database: Database) -> None:
    with pytest.raises(ballots.Refused, match="notice"):
        submit(phone, workshop, notice=2)
    database.write(lambda tx: people.withdraw(tx, participant(database), "answering", phone.now)).result()
    with pytest.raises(ballots.Refused, match="notice"):
        submit(phone, workshop)
    assert count(database) == 0


def test_no_ballot_without_the_code(phone: Phone, workshop: int, database: Database) -> None:
    change(database, access="code", access_code_hash="x")
    with pytest.raises(ballots.Refused, match="code"):
        submit(phone, workshop)
    number = participant(database)
    database.write(
        lambda tx: people.agree(tx, number, f"access:{workshop}", 1, basis="consent", language="pl", now=phone.now)
    ).result()
    submit(phone, workshop)
    assert count(database) == 1


def test_whom_an_organiser_checked_in_answers_without_the_code(phone: Phone, workshop: int, database: Database) -> None:
    change(database, access="code", access_code_hash="x")
    row = {"workshop_id": workshop, "participant_id": participant(database), "state": "going", "ticket": "t"}
    row |= {"changed_at": NOW, "checked_in_at": NOW}
    database.write(lambda tx: tx.execute(insert(tables.registrations).values(**row))).result()
    submit(phone, workshop)
    assert count(database) == 1


def test_no_ballot_of_who_has_no_place(phone: Phone, workshop: int, database: Database) -> None:
    change(database, access="registered")
    number = participant(database)
    for state in ("waiting", "offered", "cancelled"):
        database.write(lambda tx: tx.execute(delete(tables.registrations))).result()
        row = {"workshop_id": workshop, "participant_id": number, "state": state, "ticket": "t", "changed_at": NOW}
        database.write(lambda tx, row=row: tx.execute(insert(tables.registrations).values(**row))).result()
        with pytest.raises(ballots.Refused, match="registered"):
            submit(phone, workshop)
    database.write(lambda tx: tx.execute(update(tables.registrations).values(state="going"))).result()
    submit(phone, workshop)
    assert count(database) == 1


def test_no_ballot_for_a_workshop_called_off(phone: Phone, workshop: int, database: Database) -> None:
    change(database, state="cancelled")
    with pytest.raises(ballots.Refused, match="takes no answers"):
        submit(phone, workshop)


def test_who_is_shut_out_in_the_middle_is_led_in_again_with_their_answers(
    phone: Phone, workshop: int, database: Database
) -> None:
    phone.start("lublin-ramy-strategii").tap("begin").press("Miasto zielone").tap("next").tap("skip")
    phone.tap("put", "4").tap("put", "a_little")
    assert phone.screen.place.startswith("sv.review")
    change(database, access="registered")
    phone.tap("send")
    assert count(database) == 0
    assert phone.screen.place.startswith("reg")
    phone.tap("going", f"{workshop}:room")
    phone.command("survey")
    assert phone.screen.place.startswith("sv.review")
    phone.tap("send")
    assert count(database) == 1


def test_a_new_notice_in_the_middle_is_read_before_the_ballot_is_sent(phone: Phone, database: Database) -> None:
    phone.start("lublin-ramy-strategii").tap("begin").press("Miasto zielone").tap("next").tap("skip")
    phone.tap("put", "4").tap("put", "a_little")
    phone.town = replace(phone.town, office=replace(phone.town.office, notice_version=2))
    phone.tap("send")
    assert phone.screen.place.startswith("wl.notice")
    assert count(database) == 0
    phone.tap("agree").tap("send")
    assert count(database) == 1
