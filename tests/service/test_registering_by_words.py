"""Registering in one's own words, from the raw update to the organisers' list."""

from __future__ import annotations

from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import select, update

from bot import updates
from conversations.flows.code import code_hash
from service.work import Town
from storage import tables
from storage.database import Database

NAME = "Osoba Mieszkająca"


@pytest.fixture
def phone(database: Database, town: Town) -> Phone:
    """Somebody who has read the notice and is asked whether they come."""
    open_lublin(database)
    return Phone(database, town, 500, NOW).start().tap("agree").command("join")


def write(phone: Phone, text: str) -> Phone:
    """The text as Telegram hands it over, name and all."""
    sender = {"id": phone.id, "is_bot": False, "first_name": NAME, "language_code": "pl"}
    chat = {"id": phone.id, "type": "private", "first_name": NAME}
    raw = {"update_id": 1, "message": {"message_id": 9, "date": 0, "from": sender, "chat": chat, "text": text}}
    read = updates.read(raw, phone.town.bot, phone.town.bot_name)
    assert read.incoming is not None
    return phone.event(read.incoming.event)


def everything(database: Database) -> dict[str, list[Any]]:
    """Every row of every table."""

    def look(tx: Any) -> dict[str, list[Any]]:
        return {
            name: [dict(row._mapping) for row in tx.execute(select(table))]
            for name, table in tables.metadata.tables.items()
        }

    return database.read(look).result()


@pytest.mark.parametrize("said", ["przyjdę na salę", "Na sali"])
def test_a_typed_registration_is_on_the_list_by_name(phone: Phone, database: Database, said: str) -> None:
    write(phone, said)
    [registration] = everything(database)["registrations"]
    assert (registration["state"], registration["name"]) == ("going", NAME)


def test_the_name_stands_nowhere_else(phone: Phone, database: Database) -> None:
    write(phone, "na sali")
    holding = {name for name, rows in everything(database).items() if NAME in str(rows)}
    assert holding == {"registrations"}


def test_the_same_words_elsewhere_leave_no_name(phone: Phone, database: Database) -> None:
    phone.command("survey")
    write(phone, "tak")
    assert not [name for name, rows in everything(database).items() if NAME in str(rows)]


def test_coming_said_without_the_way_takes_no_place_and_is_asked_which(phone: Phone, database: Database) -> None:
    for where in ("join", "workshops"):
        for said in ("Przyjdę", "прийду", "I'll come", "Będę", "przyj"):
            phone.command(where)
            if where == "workshops":
                phone.press("Jak zidentyfikować i zdefiniować ramy tematyczne strategii rozwoju samorządu?")
            write(phone, said)
            assert {"reg-room", "reg-online"} <= set(phone.labels()), (where, said)
            assert where == "workshops" or "reg-which-way" in str(phone.screen.lines), said
    assert everything(database)["registrations"] == []


def test_at_a_workshop_by_code_the_name_is_taken_with_the_place_and_not_with_the_code(
    phone: Phone, database: Database
) -> None:
    closed = {"access": "code", "access_code_hash": code_hash("RATUSZ-22", "lublin-ramy-strategii"), "stamp": "closed"}
    database.write(lambda tx: tx.execute(update(tables.workshops).values(**closed))).result()
    write(phone, "przyjdę na salę")
    write(phone, "ratusz 22")
    assert NAME not in str(everything(database))
    write(phone, "przyjdę na salę")
    [registration] = everything(database)["registrations"]
    assert (registration["state"], registration["name"]) == ("going", NAME)
