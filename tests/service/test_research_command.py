"""`./wspolnie export --research`: the same file as in the chat, written down too, for the owner of the file alone."""

from __future__ import annotations

import csv
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyreadstat
import pytest
from click.testing import CliRunner
from lublin import NOW, open_lublin
from sqlalchemy import select, update
from staging import add_people, vote
from typer.main import get_command

from errors import OperatorError
from operating.commands import app
from operating.research_files import export_research
from service import audit
from storage import tables
from storage.database import Database, Tx

SLUG = "lublin-ramy-strategii"


@pytest.fixture
def installed(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Database]:
    """An installation with a closed wave of twelve ballots, one of which is of a district of its own."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OFFICE_FILE", "surveys/office.example.toml")

    def answer(tx: Tx) -> None:
        wave = tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one()
        themes = list(tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.position)).scalars())
        for number, voter in enumerate(add_people(tx, 12, first=5000)):
            ballot = vote(tx, wave, voter, themes[:2], NOW)
            told = {"district": "rury" if number == 0 else "slawin"}
            tx.execute(update(tables.ballots).where(tables.ballots.c.id == ballot).values(profile=told))
        tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=NOW))

    def install(*, switched_on: bool = True, closed: bool = True) -> Database:
        database = Database(sqlite_url)
        open_lublin(database, research_file=switched_on)
        if closed:
            database.write(answer).result()
        return database

    return install


def log(database: Database) -> list[audit.Entry]:
    found = [one for one in database.read(audit.newest).result() if one.act == "research.made"]
    database.close()
    return found


def test_the_command_writes_the_file_for_its_owner_alone_and_into_the_log(installed: Any, tmp_path: Path) -> None:
    database = installed()
    path = tmp_path / "answers.csv"
    path.write_text("an older one that everybody could read")
    path.chmod(0o644)
    arguments = ["export", SLUG, "--wave", "before", "--research", str(path), "--format", "csv"]
    shown = CliRunner().invoke(get_command(app), arguments)
    assert shown.exit_code == 0, shown.output
    assert shown.output == f"{path}: 24 choices. Keep it as personal data are kept.\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    assert len(rows) == 24
    assert len({row["code"] for row in rows}) == 12
    assert {row["district"] for row in rows} == {""}, "one alone in a district hides among all the others"
    [entry] = log(database)
    assert entry.actor == "command line"
    assert (entry.about["rows"], entry.about["form"]) == (24, "research-csv")


def test_spss_from_the_command_opens(installed: Any, tmp_path: Path) -> None:
    installed().close()
    path = tmp_path / "answers.sav"
    export_research(SLUG, "before", "sav", "en", path, NOW)
    frame, labels = pyreadstat.read_sav(str(path))
    assert len(frame) == 24
    assert labels.column_names_to_labels["code"] == "Code of the person, new in each file"


@pytest.mark.parametrize(
    ("state", "wave", "form", "workshop", "sentence"),
    [
        ({"switched_on": False}, "before", "csv", SLUG, "must be switched on"),
        ({"closed": False}, "before", "csv", SLUG, "has no research file of the wave before yet"),
        ({}, "after", "csv", SLUG, "has no research file of the wave after yet"),
        ({}, "follow_up", "csv", SLUG, "has no wave follow_up"),
        ({}, "later", "csv", SLUG, "--wave: one of"),
        ({}, "before", "xlsx", SLUG, "a research file is csv or sav, not xlsx"),
        ({}, "before", "csv", "nowhere", "there is no workshop nowhere. There is: lublin-ramy-strategii"),
    ],
)
def test_there_is_none_where_nobody_was_told_or_the_wave_is_open(
    installed: Any, tmp_path: Path, state: dict[str, bool], wave: str, form: str, workshop: str, sentence: str
) -> None:
    database, path = installed(**state), tmp_path / "answers"
    with pytest.raises(OperatorError, match=sentence):
        export_research(workshop, wave, form, "pl", path, NOW)
    assert not path.exists()
    assert log(database) == []


def test_a_place_that_cannot_be_written_is_said(installed: Any, tmp_path: Path) -> None:
    installed().close()
    with pytest.raises(OperatorError, match="cannot be written"):
        export_research(SLUG, "before", "csv", "pl", tmp_path / "nowhere" / "answers.csv", NOW)
