"""Whoever waits for a file that cannot be made is told; a report that cannot be printed comes as a page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from staging import START, TOWN, Sender, add_people, add_workshop, do, vote

from conversations.content_json import from_json
from conversations.screens import Content, FileRef, Say
from messages.catalogue import plain
from results.files import pdf
from service import deliveries, files, releases
from service.deliveries import Finished
from storage import personal, tables
from storage.database import Database, Tx

REPORT: dict[str, Any] = {"release": 1, "form": "pdf", "office": {"pl": "Urząd"}, "contact": "urzad@example.org"}


@pytest.fixture
def database(sqlite_url: str) -> Iterator[Database]:
    opened = Database(sqlite_url)
    yield opened
    opened.close()


def fail(database: Database, content: Content, why: str = "file") -> list[Content]:
    """Send `content` to somebody by a sender that cannot; what they are sent afterwards."""
    sender = Sender(database).start()
    person = do(database, lambda tx: add_people(tx, 1))[0]
    number = do(database, lambda tx: personal.deliver(tx, person, content, START))
    do(database, lambda tx: deliveries.claim(tx, sender.personal, 9, START, personal=True))
    do(database, lambda tx: deliveries.mark_sending(tx, [number], sender.personal, TOWN, START))
    failed = [Finished(number, "failed", why=why)]
    for _ in range(2):  # the ledger may hear of the same end twice
        do(database, partial(_finish, failed, sender.personal))
    columns = (tables.deliveries.c.participant_id, tables.deliveries.c.content)
    rows = do(database, lambda tx: list(tx.execute(select(*columns).where(tables.deliveries.c.id != number))))
    assert {row[0] for row in rows} <= {person}
    return [from_json(row[1]) for row in rows]


def _finish(failed: list[Finished], lease: int, tx: Tx) -> None:
    deliveries.finish(tx, failed, lease, START)


def test_a_report_that_chromium_cannot_print_is_said_and_comes_as_a_page(database: Database) -> None:
    key = "results:1:pdf:abc"
    [told] = fail(database, Content("figures", (Say("title"),), file=FileRef("results", REPORT, key=key)))
    assert told.lines == (Say("file-not-made", {"what": "pdf"}),)
    assert told.file is not None
    assert told.file.about == {**REPORT, "form": "html"}
    assert told.file.key == "results:1:html:abc"


def test_a_page_that_cannot_be_made_either_is_said_without_a_file(database: Database) -> None:
    [told] = fail(database, Content("figures", (), file=FileRef("results", {**REPORT, "form": "html"}, key="k")))
    assert (told.lines, told.file) == ((Say("file-not-made", {"what": "file"}),), None)


def test_a_message_that_failed_for_another_reason_says_nothing_of_files(database: Database) -> None:
    assert fail(database, Content("figures", (), file=FileRef("results", REPORT)), why="bad_request") == []


def test_the_page_that_comes_instead_is_the_report_itself(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Chromium that fails at once, the very content that is sent then, and the file that is made of it."""
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 7\n")
    broken.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))

    def answered(tx: Tx) -> int:
        stage = add_workshop(tx)
        for person in add_people(tx, 12, first=2000):
            vote(tx, stage.before, person, stage.themes[:2])
        closed = tables.waves.update().where(tables.waves.c.id == stage.before).values(state="closed", closed_at=START)
        tx.execute(closed)
        return stage.before

    release = releases.publish(database, do(database, answered), START, by="timeline")
    ref = FileRef("results", {**REPORT, "release": release})
    with pytest.raises(pdf.PdfFailed, match="ended with 7"):
        made(database, ref)
    [told] = fail(database, Content("figures", (), file=ref))
    assert told.file is not None
    ready = made(database, told.file)
    assert ready.name.endswith(".html")
    assert (ready.data or b"").lstrip().lower().startswith(b"<!doctype html>")


def made(database: Database, ref: FileRef) -> files.Ready:
    found = database.read(partial(files.find, bot=1, ref=ref, language="pl")).result()
    return files.make(found, lambda name, /, **arguments: plain(Say(name, arguments), "pl"))
