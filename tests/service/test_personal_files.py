"""Files for one person: what they show is that person's, and they are made outside the transaction."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import select

from conversations.content_json import from_json
from conversations.screens import FileRef, Say
from messages.catalogue import plain
from service import files
from service.files import NoSuchFile, Ready
from service.work import Town
from storage import tables
from storage.database import Database


def words(name: str, /, **arguments: object) -> str:
    return plain(Say(name, arguments), "pl")


def made(database: Database, ref: FileRef) -> bytes:
    found = database.read(partial(files.find, bot=1, ref=ref, language="pl")).result()
    ready: Ready = files.make(found, words)
    assert ready.data is not None
    assert ready.key is None, "nobody else's file"
    return ready.data


def sent(database: Database) -> list[FileRef]:
    """The files of the deliveries so far."""
    contents: list[Any] = list(
        database.read(lambda tx: tx.execute(select(tables.deliveries.c.content)).scalars().all()).result()
    )
    return [content.file for content in map(from_json, contents) if content.file is not None]


def test_mydata_comes_as_json(database: Database, town: Town) -> None:
    open_lublin(database)
    Phone(database, town, 500, NOW).start().tap("agree").command("mydata").tap("file")
    [ref] = sent(database)
    known = json.loads(made(database, ref))
    assert known["person"][0]["telegram_id"] == 500
    assert known["consents"][0]["purpose"] == "answering"


def test_the_ticket_is_a_picture_while_there_is_a_place(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    phone = (
        Phone(database, town, 500, NOW).start().tap("agree").tap("going", f"{workshop}:room", place="reg").tap("ticket")
    )
    [ref] = sent(database)
    assert made(database, ref).startswith(b"\x89PNG")
    phone.tap("cancelled", str(workshop), place="reg")
    with pytest.raises(NoSuchFile):
        made(database, ref)


def test_the_card_shows_both_lists(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    phone = Phone(database, town, 500, NOW).start("lublin-ramy-strategii").tap("agree").tap("begin").press("Sport")
    phone.tap("own").text("Kładka nad Bystrzycą").tap("next").tap("skip").tap("skip").tap("skip").tap("send")
    ref = FileRef("card", {"workshop": workshop, "participant": 1}, as_photo=True)
    assert made(database, ref).startswith(b"\x89PNG")


def test_a_personal_file_for_nobody_is_refused(database: Database) -> None:
    with pytest.raises(NoSuchFile):
        made(database, FileRef("mydata"))
