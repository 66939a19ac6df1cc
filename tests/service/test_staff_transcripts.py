"""Staff at work, played through the service, is what it was when somebody last read it."""

from __future__ import annotations

import pytest
from organiser_transcript import FOLDER, played

from storage.database import Database


@pytest.mark.parametrize("name", ["research", "results", "roles", "themes"])
def test_staffs_work_plays_as_it_is_written(name: str, sqlite_url: str) -> None:
    written = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    database = Database(sqlite_url)
    try:
        assert played(written.splitlines(), database) == written
    finally:
        database.close()
