"""Posters: every shape and form opens, has its size, and holds a code that leads to the workshop."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from PIL import Image
from sqlalchemy import insert, select, update

from bot.files import attachment
from conversations.content_json import from_json
from conversations.screens import FileRef, Say
from messages.catalogue import plain
from service import files, paper_prints, posters
from service.work import Town
from storage import people, tables, workshops
from storage.database import Database, Tx

pytestmark = pytest.mark.long_on_postgresql


def made(database: Database, ref: FileRef, language: str = "pl") -> files.Ready:
    found = database.read(partial(files.find, bot=1, ref=ref, language=language)).result()

    def words(name: str, /, **arguments: object) -> str:
        return plain(Say(name, arguments), language)

    return files.make(found, words)


@pytest.mark.parametrize(
    ("shape", "form", "size"),
    [("a4", "png", (2481, 3508)), ("phone", "png", (1080, 1920)), ("a4", "pdf", None), ("phone", "pdf", None)],
)
def test_a_poster_is_drawn(database: Database, town: Town, shape: str, form: str, size: tuple[int, int] | None) -> None:
    workshop = open_lublin(database)
    about: dict[str, Any] = {"workshop": workshop, "bot": "bot", "office": town.office.name}
    ready = made(database, FileRef("poster", {**about, "shape": shape, "form": form}))
    assert ready.data is not None
    if size is None:
        assert ready.data.startswith(b"%PDF")
        return
    drawn = Image.open(BytesIO(ready.data))
    assert all(abs(is_so - wanted) <= 2 for is_so, wanted in zip(drawn.size, size, strict=True))


@pytest.mark.parametrize(
    ("place", "online", "said"),
    [
        ({"pl": "Ratusz"}, 0, "Ratusz"),
        ({"pl": "Ratusz"}, 20, "Ratusz, także online"),
        ({}, 0, "miejsce podamy później"),
        ({}, None, "online"),
    ],
    ids=["in a room", "in a room and online", "the place comes later", "online, a place may come"],
)
def test_posters_and_printed_ballots_say_where_as_residents_read_it_in_the_chat(
    database: Database, town: Town, place: dict[str, str], online: int | None, said: str
) -> None:
    number = open_lublin(database)
    changed = update(tables.workshops).values(place=place, online_capacity=online)
    database.write(lambda tx: tx.execute(changed)).result()
    workshop = database.read(lambda tx: workshops.lasting(tx, number)).result()

    def say(name: str, /, **arguments: object) -> str:
        return plain(Say(name, arguments), "pl")

    about = paper_prints.about(number, "before", ["ACDE34"], town.office, "pl", large=False)
    assert posters._words(workshop, {"bot": "bot", "office": town.office.name}, say, "pl").where == said
    assert paper_prints._words(workshop, about, say, "pl").when.endswith(f" · {said}")


def test_an_organiser_is_sent_the_poster_and_residents_have_no_such_command(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    phone = Phone(database, town, 1, NOW).start().tap("agree").command("poster")
    assert "unknown-command" in str(phone.screen.lines)

    def give(tx: Tx) -> None:
        who = people.by_telegram_ids(tx, frozenset({1}))[0].id
        tx.execute(
            insert(tables.roles).values(participant_id=who, role="organiser", workshop_id=workshop, given_at=NOW)
        )

    database.write(give).result()
    phone.command("poster").press("poster-a4-pdf")
    content = from_json(database.read(lambda tx: tx.execute(select(tables.deliveries.c.content)).scalar_one()).result())
    assert content.file is not None
    assert content.file.kind == "poster"
    assert (made(database, content.file).data or b"").startswith(b"%PDF")


def test_manage_leads_to_a_poster_in_each_language_of_the_workshop(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    phone = Phone(database, town, 1, NOW).start().tap("agree")

    def give(tx: Tx) -> None:
        who = people.by_telegram_ids(tx, frozenset({1}))[0].id
        tx.execute(insert(tables.roles).values(participant_id=who, role="organiser", given_at=NOW))

    database.write(give).result()
    phone.command("manage").tap("open", str(workshop)).press("organise-to-poster")
    for language in ("pl", "uk", "en"):
        phone.tap("language", language).press("poster-phone-png")
    phone.tap("language", "de").press("poster-phone-png")
    query = select(tables.deliveries.c.content).order_by(tables.deliveries.c.id)
    contents = database.read(lambda tx: tx.execute(query).scalars().all()).result()
    found = [from_json(content).file for content in contents]
    assert [file.about["language"] for file in found if file is not None] == ["pl", "uk", "en", "en"]
    assert found[1] is not None
    assert attachment(found[1], "pl", 1).language == "uk", "whatever the organiser's own language is"
