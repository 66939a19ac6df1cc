"""No file that anybody with a role can take away has a name beside a ballot, a code, a proposal or an answer."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lublin import NOW
from sqlalchemy import insert, select
from test_random_staff import CODE, GUEST, REASON, WORDS, fill

from conversations.flows.figures import FORMS
from conversations.screens import FileRef, Say
from messages.catalogue import plain
from service import files
from service.file_kinds import MAKERS
from storage import tables
from storage.database import Database, Tx

MARKS = (WORDS, REASON, CODE)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Any:
    path = tmp_path_factory.mktemp("names") / "town.db"
    shutil.copyfile(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    fill(database)
    yield database
    database.close()


def _owner(tx: Tx) -> int:
    person = int(tx.execute(select(tables.participants.c.id)).scalars().first() or 0)
    tx.execute(insert(tables.roles).values(participant_id=person, role="owner", given_at=NOW))
    return person


def _words(kind: str, data: bytes, said: list[str]) -> str:
    """What can be read in the file; drawn ones are read by what was asked to be drawn."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return "".join(parts.read(name).decode("utf-8", "ignore") for name in parts.namelist())
    return (
        data.decode("utf-8", "ignore") + " ".join(said)
        if not data.startswith((b"\x89PNG", b"%PDF"))
        else " ".join(said)
    )


def _files(workshop: int, person: int, release: int, wave: int) -> list[tuple[str, dict[str, Any]]]:
    asks = {"workshop": workshop, "participant": person, "bot": "b", "wave": wave, "by_setting": False}
    forms = [("results", {"release": release, "form": form}) for form in FORMS if form != "pdf"]
    return [("guests", asks), ("audit", asks), ("screen", {**asks, "what": "now", "at": NOW.isoformat()}), *forms]


def test_a_file_with_names_has_nothing_else_and_all_others_have_no_names(town: Database) -> None:
    person = town.write(_owner).result()
    releases, waves = tables.releases.c, tables.waves.c
    query = select(releases.id, waves.workshop_id, waves.id).join(tables.waves)
    [(release, workshop, wave)] = town.read(lambda tx: list(tx.execute(query))).result()
    named: set[str] = set()
    for kind, about in _files(workshop, person, release, wave):
        assert kind in MAKERS
        said: list[str] = []

        def say(name: str, /, said: list[str] = said, **arguments: Any) -> str:
            said.append(json.dumps({name: arguments}, ensure_ascii=False, default=str))
            return plain(Say(name, arguments), "pl")

        found = town.read(partial(files.find, bot=1, ref=FileRef(kind, about), language="pl")).result()
        if kind == "guests":
            listed = town.read(lambda tx: list(tx.execute(select(tables.registrations.c.name)).scalars())).result()
            said += [name for name in listed if name]  # it is drawn from these
        data = files.make(found, say).data
        assert data is not None
        words = _words(kind, data, said)
        if GUEST in words:
            named.add(kind)
            assert [mark for mark in MARKS if mark in words] == [], kind
    assert named == {"guests"}
