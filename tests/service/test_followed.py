"""`./wspolnie announcement ID --follow`: what an operator reads while a message to many leaves."""

from __future__ import annotations

import re

import pytest
from staging import START, Sender, add_people, do, settle
from test_announcements import announce

from operating import upkeep
from service import announcements
from storage.database import Database


def test_each_line_of_a_followed_announcement_says_when_the_last_message_leaves(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WSPOLNIE_WITHOUT_DOTENV", "1")
    monkeypatch.setenv("DATABASE_URL", database_url)
    do(database, lambda tx: add_people(tx, 300))
    number = announce(database)
    settle(database, START)
    sender = Sender(database).start()
    said: list[str] = []

    def say(line: str) -> None:
        """It goes on while it is followed, and is cancelled in the end."""
        said.append(line)
        if len(said) == 1:
            sender.once(START, limit=100)
        if len(said) == 2:
            do(database, lambda tx: announcements.cancel(tx, number))

    upkeep.follow(number, say)
    first, second, last, *report = said
    for line, numbers in ((first, "sent 0, waiting 300"), (second, "sent 100, waiting 200")):
        assert numbers in line
        assert re.search(r", ends about \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$", line)
    assert last.startswith("cancelled: ")
    assert "ends about" not in last
    assert report
