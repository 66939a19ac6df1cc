"""The *sprawozdanie* of a workshop that consults a draft: from the chat as a template, from the command line with comments."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert, select
from staging import released_wave
from typer.main import get_command

from conversations import effects
from conversations.content_json import from_json
from conversations.screens import FileRef, Say
from errors import OperatorError
from messages.catalogue import plain
from operating.commands import app
from operating.consultations import read_comments, write_statement
from service import acts, files
from service.acts import NotAllowed
from service.doing import Doing
from service.work import Town
from storage import people, tables
from storage.database import Database

SLUG = "lublin-ramy-strategii"
COMMENTS = """channel,comment,position,reasons
e-mail,Więcej <b>ławek</b>,uwzględniono,zgodne z celem 2
paper,"Mniej betonu, więcej drzew",,
meeting,Przystanek bliżej szkoły,nie uwzględniono,to nie jest sprawa strategii
"""


@pytest.fixture
def consulting(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Any]]:
    """(database, workshop, wave) of the example workshop with a released wave, which consults a draft or does not."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OFFICE_FILE", "surveys/office.example.toml")
    database = Database(sqlite_url)

    def make(*, consults: bool) -> Any:
        workshop = open_lublin(database, consults_draft=consults)

        wave = released_wave(database, NOW)
        return database, workshop, wave

    yield make
    database.close()


def staff(database: Database, town: Town) -> Phone:
    phone = Phone(database, town, 1, NOW).start().tap("agree")
    [row] = database.write(lambda tx: people.by_telegram_ids(tx, frozenset({1}))).result()
    values = {"participant_id": row.id, "role": "staff", "given_at": NOW}
    database.write(lambda tx: tx.execute(insert(tables.roles).values(**values))).result()
    return phone.command("results")


def files_sent(database: Database) -> list[FileRef]:
    found = database.read(lambda tx: list(tx.execute(select(tables.deliveries.c.content)).scalars())).result()
    return [file for content in found if (file := from_json(content).file) is not None]


def test_staff_get_the_template_where_the_workshop_consults_a_draft(consulting: Any, town: Town) -> None:
    database, _, wave = consulting(consults=True)
    phone = staff(database, town).tap("wave", str(wave)).press("staff-file-statement")
    assert "staff-file-comes" in str(phone.screen.lines)
    [ref] = files_sent(database)
    found = database.read(lambda tx: files.find(tx, 1, ref, "pl")).result()
    ready = files.make(found, lambda name, /, **args: plain(Say(name, args), "pl"))
    assert ready.name == f"{SLUG}-before-statement.html"
    assert ready.data is not None
    text = ready.data.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    assert text.count(">do uzupełnienia<") == 8, "what was consulted, two dates, how many, and one comment's four cells"
    assert "Nie zgłoszono uwag" not in text
    acts_done = database.read(lambda tx: list(tx.execute(select(tables.audit.c.about)).scalars())).result()
    assert any(about.get("form") == "statement" for about in acts_done)


def test_there_is_no_statement_of_a_workshop_that_consults_nothing(consulting: Any, town: Town) -> None:
    database, workshop, wave = consulting(consults=False)
    phone = staff(database, town).tap("wave", str(wave))
    assert "staff-file-statement" not in phone.labels()
    phone.tap("file", "statement")
    [row] = database.read(lambda tx: people.by_telegram_ids(tx, frozenset({1}))).result()
    wanted = effects.Act("results.send", workshop, {"wave": wave, "form": "statement"})
    with pytest.raises(NotAllowed, match="consults no draft"):
        database.write(lambda tx: acts.perform(Doing.of(tx, town, NOW, row), wanted)).result()
    assert files_sent(database) == []
    with pytest.raises(OperatorError, match="consults no draft"):
        write_statement(SLUG, "before", None, "", "", "", "pl")


@pytest.mark.parametrize("separator", [",", ";"])
def test_the_command_puts_comments_of_every_channel_beside_the_offices_position(
    consulting: Any, tmp_path: Path, separator: str
) -> None:
    consulting(consults=True)
    table = tmp_path / "uwagi.csv"
    written = (
        COMMENTS if separator == "," else COMMENTS.replace("betonu,", "betonu#").replace(",", ";").replace("#", ",")
    )
    table.write_text("\ufeff" + written, encoding="utf-8")
    out = tmp_path / "s.html"
    arguments = ["statement", SLUG, "--wave", "before", "--comments", str(table), "--output", str(out)]
    arguments += ["--draft", "Projekt strategii", "--announced", "1 marca 2022 r.", "--deadline", "5 kwietnia 2022 r."]
    shown = CliRunner().invoke(get_command(app), arguments)
    assert shown.exit_code == 0, shown.output
    text = out.read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(text)
    assert "Więcej &lt;b&gt;ławek&lt;/b&gt;" in text
    for said in ("Mniej betonu, więcej drzew", "spotkanie", "e-mail", "papier", "5 kwietnia 2022 r.", "<dd>3</dd>"):
        assert said in text, said
    assert text.count(">do uzupełnienia<") == 2, "the paper comment awaits position and reasons"


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("a,b,c,d\n", "the first line must be channel,comment,position,reasons"),
        (
            "channel,comment,position,reasons\nfax,x,,\n",
            "line 2: channel is one of telegram, e-mail, paper, meeting, other",
        ),
        ("channel,comment,position,reasons\npaper,x\n", "line 2: 4 cells are expected, not 2"),
        ("channel,comment,position,reasons\npaper,ok,,\npaper, ,,\n", "line 3: the comment is empty"),
        ("channel,comment,position,reasons\npaper," + "x" * 10_001 + ",,\n", "more than 10000 characters"),
    ],
)
def test_a_table_that_cannot_be_read_is_named_with_its_line(tmp_path: Path, written: str, sentence: str) -> None:
    table = tmp_path / "uwagi.csv"
    table.write_text(written, encoding="utf-8")
    with pytest.raises(OperatorError, match=sentence):
        read_comments(table)


def test_a_table_of_nothing_but_its_head_says_that_there_were_no_comments(consulting: Any, tmp_path: Path) -> None:
    consulting(consults=True)
    table = tmp_path / "uwagi.csv"
    table.write_text("channel,comment,position,reasons\n", encoding="utf-8")
    assert "Nie zgłoszono uwag" in write_statement(SLUG, "before", table, "", "", "", "pl").decode()
