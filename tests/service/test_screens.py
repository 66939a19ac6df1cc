"""The picture for the projector: sixteen to nine, and what it shows follows from what is going on."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from typing import Any

import pytest
import segno
from lublin import NOW, lublin, open_lublin
from phones import Phone
from PIL import Image
from sqlalchemy import insert, select, update
from staging import add_people, vote

from conversations.content_json import from_json
from conversations.screens import FileRef, Say
from domain.instants import later
from messages.catalogue import plain
from results.pictures.screen import WIDE, areas_png, joining_png, themes_png
from results.screen_lines import Heading, Row
from service import files, releases
from service.work import Town
from storage import areas as table
from storage import people, tables
from storage.database import Database, Tx

DURING = later(lublin().starts_at, minutes=30)


class Told:
    """The words that a picture asked for, by name."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.names: dict[str, dict[str, object]] = {}

    def __call__(self, name: str, /, **arguments: object) -> str:
        self.names[name] = arguments
        return plain(Say(name, arguments), self.language)


def drawn(database: Database, workshop: int, what: str = "now", language: str = "pl") -> tuple[Image.Image, Told]:
    ref = FileRef("screen", {"workshop": workshop, "bot": "bot", "what": what, "at": NOW.isoformat()}, as_photo=True)
    found = database.read(partial(files.find, bot=1, ref=ref, language=language)).result()
    told = Told(language)
    data = files.make(found, told).data
    assert data is not None
    return Image.open(BytesIO(data)), told


def answer(database: Database, count: int, first: int = 5000) -> int:
    def put(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one())
        themes = list(tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id)).scalars())
        for number, voter in enumerate(add_people(tx, count, first=first)):
            vote(tx, wave, voter, [themes[number % 4], themes[4 + number % 3]])
        return wave

    return database.write(put).result()


def close(database: Database, wave: int) -> None:
    closed = update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=NOW)
    database.write(lambda tx: tx.execute(closed)).result()
    assert releases.publish(database, wave, NOW, by="timeline") is not None


@pytest.fixture
def database(sqlite_url: str) -> Any:
    opened = Database(sqlite_url)
    yield opened
    opened.close()


def test_an_open_wave_shows_the_code_and_people_in_steps_of_five(database: Database) -> None:
    workshop = open_lublin(database)
    for more, shown in ((4, 0), (3, 5)):
        answer(database, more, first=5000 + 10 * more)
        picture, told = drawn(database, workshop)
        assert picture.size == (1920, 1080)
        assert told.names["screen-answered"] == {"people": shown}
        assert "screen-people" not in told.names


def test_a_closed_wave_shows_its_released_themes_and_an_area_takes_their_place(database: Database) -> None:
    workshop = open_lublin(database)
    close(database, answer(database, 23))
    picture, told = drawn(database, workshop)
    assert picture.size == (1920, 1080)
    assert told.names["screen-people"] == {"wave": "before", "count": 23}
    database.write(lambda tx: table.add(tx, workshop, 0, {"pl": "Woda"}, NOW)).result()
    _, told = drawn(database, workshop)
    assert told.names["areas-state"] == {"state": "draft"}
    database.write(lambda tx: table.set_state(tx, workshop, "draft", "agreed", NOW)).result()
    assert drawn(database, workshop)[1].names["areas-state"] == {"state": "agreed"}


def test_areas_can_be_asked_for_while_a_wave_is_open(database: Database) -> None:
    workshop = open_lublin(database)
    database.write(lambda tx: table.add(tx, workshop, 0, {"pl": "Woda"}, NOW)).result()
    assert "screen-answered" in drawn(database, workshop)[1].names
    assert "areas-state" in drawn(database, workshop, "areas")[1].names


def test_few_answers_are_shown_without_numbers(database: Database) -> None:
    workshop = open_lublin(database)
    close(database, answer(database, 7))
    _, told = drawn(database, workshop)
    assert "results-few" in told.names
    assert "results-percent" not in told.names


def test_of_one_to_four_answers_nothing_is_shown(database: Database) -> None:
    workshop = open_lublin(database)
    close(database, answer(database, 3))
    _, told = drawn(database, workshop)
    assert "results-very-few" in told.names
    assert "screen-people" not in told.names


def test_the_drawn_code_is_the_workshops_link(database: Database) -> None:
    """Each module of the picture is dark where the code's is."""
    code = [list(row) for row in segno.make("https://t.me/bot?start=w-x", error="m", micro=False).matrix_iter(border=2)]
    picture = Image.open(BytesIO(joining_png("T", "C", "P", "t.me/bot?start=w-x", code))).convert("L")
    side = 620 / len(code)
    for row, dots in enumerate(code):
        for column, dark in enumerate(dots):
            x, y = WIDE - 80 - 620 + (column + 0.5) * side, 240 + (row + 0.5) * side
            shade = picture.getpixel((int(x), int(y)))
            assert isinstance(shade, int)
            assert (shade < 128) is bool(dark)


def test_long_names_and_many_of_them_stay_inside() -> None:
    long = "Inteligentna i zrównoważona gospodarka przyszłości dla wszystkich dzielnic naszego miasta " * 2
    many = areas_png(long, "u", [Heading(f"{n}. {long}", long, long) for n in range(12)])
    themes = themes_png(long, "u", [Row(f"{n}. {long}", "48 %", 0.5, "▲ +13 p.p.", True) for n in range(14)])
    link = "t.me/" + "a" * 32 + "?start=w-" + "b" * 40
    joining = joining_png(long, long[:90], "Odpowiedziało: co najmniej 1235 osób", link, [[1] * 33] * 33)
    for data in (many, themes, joining):
        picture = Image.open(BytesIO(data)).convert("L")
        assert picture.size == (1920, 1080)
        edges = [
            picture.crop((0, 20, 60, 1080)),
            picture.crop((1860, 20, 1920, 1080)),
            picture.crop((0, 1070, 1920, 1080)),
        ]
        assert all(edge.getextrema() == (255, 255) for edge in edges)


def test_the_facilitator_gets_it_from_today_and_a_stranger_does_not(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    phone = Phone(database, town, 50, DURING).start().tap("agree")

    def sent() -> list[Any]:
        query = select(tables.deliveries.c.content)
        return list(database.read(lambda tx: tx.execute(query).scalars().all()).result())

    phone.tap("screen", "", place=f"td.one.{workshop}")
    assert sent() == []

    def give(tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({50}))
        tx.execute(insert(tables.roles).values(participant_id=row.id, role="facilitator", given_at=NOW))

    database.write(give).result()
    phone.command("today").press("day-screen")
    [content] = sent()
    file = from_json(content).file
    assert file is not None
    assert (file.kind, file.as_photo, file.about["what"]) == ("screen", True, "now")
    phone.press("day-to-areas")
    assert phone.screen.place.startswith("ar.")
