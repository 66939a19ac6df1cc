"""Results in the chat: files are made from the release alone, each sending is written down, no other workshop's is given."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert
from staging import released_wave

from conversations import effects
from conversations.screens import FileRef, Say
from messages.catalogue import plain
from service import acts, audit, files, releases
from service.acts import NotAllowed
from service.effects import Doing
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx


def words(name: str, /, **arguments: object) -> str:
    return plain(Say(name, arguments), "pl")


@pytest.fixture
def closed(sqlite_url: str) -> Any:
    """The example workshop with a closed and released first wave of twelve ballots; (database, workshop, wave)."""
    database = Database(sqlite_url)
    workshop = open_lublin(database)

    wave = released_wave(database, NOW)
    yield database, workshop, wave
    database.close()


def test_each_form_is_a_file_of_its_own(closed: Any) -> None:
    database, _, wave = closed
    release = database.read(lambda tx: releases.newest(tx, wave)).result()
    begins = {"xlsx": b"PK", "csv": b"", "csv-pl": b"\xef\xbb\xbf", "json": b"{", "html": b"<!"}
    for form, beginning in begins.items():
        about = {"release": release.id, "form": form, "office": {"pl": "Urząd"}, "contact": "x"}
        found = database.read(partial(files.find, bot=1, ref=FileRef("results", about), language="pl")).result()
        data = files.make(found, words).data
        assert data is not None
        assert data.lstrip().startswith(beginning), form
        if form == "json":
            assert json.loads(data)["n"] == 12


def test_a_sending_is_written_down_and_another_workshops_wave_is_refused(closed: Any, town: Town) -> None:
    database, workshop, wave = closed
    Phone(database, town, 1, NOW).start().tap("agree")

    def send(tx: Tx, about: int) -> None:
        [person] = people.by_telegram_ids(tx, frozenset({1}))
        act = effects.Act("results.send", about, {"wave": wave, "form": "csv"})
        acts.perform(Doing.of(tx, town, NOW, person), act)

    with pytest.raises(NotAllowed):
        database.write(partial(send, about=workshop)).result()
    role = {"role": "staff", "given_at": NOW}
    [person] = database.read(lambda tx: people.by_telegram_ids(tx, frozenset({1}))).result()
    database.write(lambda tx: tx.execute(insert(tables.roles).values(participant_id=person.id, **role))).result()
    with pytest.raises(NotAllowed):
        database.write(partial(send, about=workshop + 1)).result()
    database.write(partial(send, about=workshop)).result()
    entry = database.read(audit.newest).result()[0]
    assert (entry.act, entry.workshop, entry.about["form"]) == ("results.sent", workshop, "csv")


def test_the_log_is_a_file_without_names(closed: Any, town: Town) -> None:
    database, _, _ = closed
    Phone(database, town, 1, NOW).start()
    [person] = database.read(lambda tx: people.by_telegram_ids(tx, frozenset({1}))).result()
    find = partial(files.find, bot=1, ref=FileRef("audit", {"participant": person.id}), language="pl")
    with pytest.raises(files.NoSuchFile):
        database.read(find).result()
    role = {"role": "owner", "given_at": NOW}
    database.write(lambda tx: tx.execute(insert(tables.roles).values(participant_id=person.id, **role))).result()
    found = database.read(find).result()
    data = files.make(found, words).data
    assert data is not None
    assert b"workshop.created" in data
