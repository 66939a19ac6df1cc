"""Organisers' conversations are what they were when somebody last read them, on both databases, through the whole service."""

from __future__ import annotations

import pytest
from organiser_transcript import FOLDER, played
from sqlalchemy import select

from conversations.screens import Say
from messages.catalogue import plain
from storage import tables
from storage.database import Database

NAMES = sorted(file.stem for file in FOLDER.glob("*.txt"))


ON_BOTH = frozenset({"from_new_to_finished", "second_organiser"})
"""Played on PostgreSQL in every run too: how a wizard talks is no matter of the database, and each act has its tests on both."""
PLAYED = [pytest.param(name, marks=() if name in ON_BOTH else pytest.mark.long_on_postgresql) for name in NAMES]


@pytest.mark.parametrize("name", PLAYED)
def test_an_organisers_transcript_plays_as_it_is_written(name: str, database: Database) -> None:
    written = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert played(written.splitlines(), database) == written
    acts = database.read(lambda tx: set(tx.execute(select(tables.audit.c.act)).scalars())).result()
    keys = {act.replace(".", "-") for act in acts}
    assert {key for key in keys if plain(Say("staff-audit-act", {"act": key}), "pl") == key} == set(), (
        "a log of raw names"
    )


def test_each_wizard_is_left_and_taken_up_again_after_a_restart() -> None:
    for name, command in (("new_workshop", "/nowy"), ("announcement", "/ogloszenie")):
        written = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
        after = written.split("given restart", 1)[1]
        assert command in after
