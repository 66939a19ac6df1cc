"""The list of registrations on paper: whom it names, who gets it, and that special needs are not even read."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import event, insert, select, update

from conversations.content_json import from_json
from conversations.screens import FileRef, Say
from domain.roles import ROLES
from messages.catalogue import plain
from results.pictures.roll import ROWS, Guest, _marks, roll_pdf
from results.pictures.sheet import Text
from service import audit, files
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx

pytestmark = pytest.mark.long_on_postgresql


def staff(database: Database, town: Town, number: int, role: str) -> Phone:
    phone = Phone(database, town, number, NOW).start().tap("agree")

    def give(tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({number}))
        tx.execute(insert(tables.roles).values(participant_id=row.id, role=role, given_at=NOW))

    if role != "stranger":
        database.write(give).result()
    return phone


def sent(database: Database) -> list[Any]:
    found = database.read(lambda tx: tx.execute(select(tables.deliveries.c.content)).scalars().all()).result()
    return [from_json(content) for content in found]


def test_an_organiser_gets_it_from_manage_and_that_is_written_down(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    phone = staff(database, town, 50, "organiser").command("manage").tap("open", str(workshop))
    phone.press("organise-guests")
    [content] = sent(database)
    assert content.file.about["workshop"] == workshop
    assert database.read(audit.newest).result()[0].act == "checkin.list"


@pytest.mark.parametrize("role", ["stranger", *(role for role in ROLES if role not in ("owner", "organiser"))])
def test_others_cannot_have_it_by_a_forged_tap(database: Database, town: Town, role: str) -> None:
    workshop = open_lublin(database)
    phone = staff(database, town, 50, role)
    for place in ("manage", f"mg.one.{workshop}"):
        phone.tap("open", str(workshop), place=place).tap("guests", "", place=place)
    assert sent(database) == []


def test_names_are_read_when_it_is_made_and_needs_are_not(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    for number in range(3):
        phone = Phone(database, town, number + 1, NOW).start("lublin-ramy-strategii").tap("agree")
        phone.name = f"Gość {number} Próbny"
        phone.tap("going", f"{workshop}:room", place="reg")
    seen: list[str] = []
    event.listen(database.engine, "before_cursor_execute", lambda c, cursor, statement, *rest: seen.append(statement))
    staff(database, town, 50, "organiser").command("manage").tap("open", str(workshop)).press("organise-guests")
    asked = next(one.file for one in sent(database) if one.file is not None and one.file.kind == "guests")
    find = partial(files.find, bot=1, ref=asked, language="pl")
    plan = database.read(find).result()
    words: list[dict[str, object]] = []

    def say(name: str, /, **arguments: object) -> str:
        words.append({"name": name, **arguments})
        return plain(Say(name, arguments), "pl")

    ready = files.make(plan, say)
    assert ready.data is not None
    assert ready.data.startswith(b"%PDF")
    assert ready.key is None, "kept nowhere"
    assert {"name": "guests-note", "count": 3} in words
    assert seen
    assert not any("needs" in statement.replace("asks_needs", "").replace("needs_contact", "") for statement in seen)
    assert not any(word["name"] == "checkin-nameless" for word in words)
    database.write(lambda tx: tx.execute(update(tables.registrations).values(name=None))).result()
    files.make(database.read(find).result(), say)
    assert sum(word["name"] == "checkin-nameless" for word in words) == 3, "names that went are not on it"


def test_whoever_loses_the_role_before_the_list_is_made_does_not_get_it(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    staff(database, town, 50, "organiser").command("manage").tap("open", str(workshop)).press("organise-guests")
    [content] = sent(database)
    database.write(lambda tx: tx.execute(tables.roles.delete())).result()
    for ref in (content.file, FileRef("guests", {"workshop": workshop})):
        with pytest.raises(files.NoSuchFile):
            database.read(partial(files.find, bot=1, ref=ref, language="pl")).result()


def test_every_name_is_on_some_page_and_fits_beside_its_state() -> None:
    guests = [Guest(f"Gość {number} " + "bardzo długie nazwisko " * 4, "lista rezerwowa") for number in range(60)]
    data = roll_pdf("Warsztat", "poniedziałek", "uwaga", guests)
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") == 3
    pages = [guests[at : at + ROWS] for at in range(0, 60, ROWS)]
    marks = [mark for number, page in enumerate(pages) for mark in _marks("W", "p", "u", page, number * ROWS, "1 / 3")]
    named = [mark.text for mark in marks if isinstance(mark, Text) and mark.text.startswith("Gość")]
    assert [name.split()[1] for name in named] == [str(number) for number in range(60)]
    assert max(mark.y for mark in marks if isinstance(mark, Text)) < 1527
    assert roll_pdf("Warsztat", "poniedziałek", "uwaga", []).startswith(b"%PDF")
