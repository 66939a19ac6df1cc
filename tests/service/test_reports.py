"""The report of a real workshop, from the command line and the chat; as PDF by a Chromium that reaches nothing."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
from lublin import NOW, lublin, open_lublin
from sqlalchemy import insert, select, update
from staging import add_people, vote

from errors import OperatorError
from operating import operations
from results.files import pdf
from service import releases
from storage import areas as area_table
from storage import tables
from storage.database import Database, Tx

SLUG = "lublin-ramy-strategii"
FUNDING = str((lublin().funding or {})["pl"])
needs_chromium = pytest.mark.skipif(pdf.chromium() is None, reason="no Chromium on this machine: no PDF is made")


@pytest.fixture(scope="module")
def released_once(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the example workshop: both waves released, forty people, an agreed area, six checked in."""
    path = tmp_path_factory.mktemp("released") / "released.db"
    shutil.copyfile(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    workshop = open_lublin(database)

    def fill(tx: Tx) -> list[int]:
        waves = {kind: number for kind, number in tx.execute(select(tables.waves.c.kind, tables.waves.c.id))}  # noqa: C416
        themes = list(tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id)).scalars())
        for number, person in enumerate(add_people(tx, 40, first=5000)):
            vote(tx, waves["before"], person, [themes[number % 4], themes[5]])
            vote(tx, waves["after"], person, [themes[number % 2], themes[6]])
            if number < 6:
                row = {"workshop_id": workshop, "participant_id": person, "state": "going", "checked_in_at": NOW}
                tx.execute(insert(tables.registrations).values(**row, changed_at=NOW, ticket=f"t{number}"))
        closed = update(tables.waves).where(tables.waves.c.kind != "follow_up")
        tx.execute(closed.values(state="closed", closed_at=NOW))
        area_table.add(tx, workshop, 0, {"pl": "Zielone podwórka"}, NOW, covers=[themes[7]])
        area_table.set_state(tx, workshop, "draft", "agreed", NOW)
        return [waves["before"], waves["after"]]

    for wave in database.write(fill).result():
        assert releases.publish(database, wave, NOW, by="timeline") is not None
    database.close()
    return path


@pytest.fixture
def released(released_once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A copy of it, of this test alone."""
    path = tmp_path / "released.db"
    shutil.copyfile(released_once, path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{path}")
    database = Database(f"sqlite:///{path}")
    yield database
    database.close()


def test_the_report_carries_date_place_people_ways_areas_method_and_funding(released: Any) -> None:
    text = operations.export_results(SLUG, "after", "html", "pl").decode()
    heads = re.findall(r"<h2>([^<]*)</h2>", text)
    for said in ("poniedziałek, 21 listopada", "2022", "9:00", "Ratusz", "Zielone podwórka", FUNDING):
        assert said in text, said
    for head in ("Kto odpowiedział", "Wyniki", "Co się zmieniło", "Własne tematy", "Metoda"):
        assert any(head in one for one in heads), head
    facts = dict(re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", text))
    assert facts["Osoby obecne na warsztacie"] == "6"
    assert any("telefon" in name and number == "40" for name, number in facts.items())
    assert text.count("<img ") == text.count("<figure>")
    assert all(alt.strip() for alt in re.findall(r'<img [^>]*alt="([^"]*)"', text))


@pytest.mark.usefixtures("released")
def test_a_csv_holds_the_table_that_is_asked_for_and_says_which_there_are() -> None:
    heads = operations.export_results(SLUG, "after", "csv", "en", "change").decode().splitlines()[0]
    assert heads.startswith("Whose answers,Theme,")
    with pytest.raises(OperatorError, match=r"one of summary, themes, change, .*scales.* is expected, not weights"):
        operations.export_results(SLUG, "after", "csv-pl", "pl", "weights")
    with pytest.raises(OperatorError, match="xlsx is another format"):
        operations.export_results(SLUG, "after", "xlsx", "pl", "themes")


def facts_of(wave: str) -> dict[str, str]:
    text = operations.export_results(SLUG, wave, "html", "pl").decode()
    return dict(re.findall(r"<dt>([^<]*)</dt><dd>([^<]*)</dd>", text))


def ask(tx: Tx, kind: str, people: list[int], state: str = "sent") -> None:
    """A message of the timeline, delivered to these people."""
    workshop = tx.execute(select(tables.workshops.c.id)).scalar_one()
    row = {
        "workshop_id": workshop,
        "kind": kind,
        "audience": {},
        "content": {},
        "state": "done",
        "created_by": "timeline",
    }
    added = (
        insert(tables.announcements).values(**row, not_before=NOW, created_at=NOW).returning(tables.announcements.c.id)
    )
    number = tx.execute(added).scalar_one()
    for person in people:
        told = {"announcement_id": number, "participant_id": person, "state": state}
        tx.execute(insert(tables.deliveries).values(**told, not_before=NOW, changed_at=NOW))


def test_the_report_says_how_many_were_asked_and_how_many_of_them_did_not_answer(released: Any) -> None:
    assert "Osoby zaproszone" not in facts_of("before"), "nobody was sent anything"

    def send(tx: Tx) -> None:
        answered = list(tx.execute(select(tables.ballots.c.participant_id).distinct()).scalars())
        silent = add_people(tx, 11, first=9000)
        ask(tx, "invitation", [*answered[:30], *silent])
        ask(tx, "reminder_before", silent)
        ask(tx, "wave_opens_after", [*answered[:20], *silent[:3]])
        ask(tx, "wave_opens_before", answered[30:], state="blocked")
        ask(tx, "summary", answered)

    released.write(send).result()
    before, after = facts_of("before"), facts_of("after")
    assert (before["Osoby zaproszone"], before["Zaproszone osoby, które nie odpowiedziały"]) == ("41", "11")
    assert (after["Osoby zaproszone"], after["Zaproszone osoby, które nie odpowiedziały"]) == ("23", "mniej niż 5")


def test_once_ballots_are_cut_from_their_people_nobody_is_said_to_be_silent(released: Any) -> None:
    def send(tx: Tx) -> None:
        ask(tx, "invitation", list(tx.execute(select(tables.ballots.c.participant_id).distinct()).scalars()))
        tx.execute(update(tables.ballots).values(participant_id=None))

    released.write(send).result()
    assert "Zaproszone osoby, które nie odpowiedziały" not in facts_of("before")


@needs_chromium
def test_the_report_is_printed_on_a4_with_its_words_in_it(released: Any) -> None:
    data = operations.export_results(SLUG, "after", "pdf", "pl")
    assert data.startswith(b"%PDF-")
    assert re.search(rb"/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]", data)
    assert data.count(b"/Type /Page\n") + data.count(b"/Type /Page ") + data.count(b"/Type/Page/") >= 2


@needs_chromium
def test_the_printing_chromium_reaches_no_address_and_runs_no_script() -> None:
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            asked.append("log")

    server = HTTPServer(("127.0.0.1", 0), Listening)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}"
        page = "<!doctype html><html><head><title>T</title></head><body>"
        page += f'<img src="{address}/picture"><script>fetch("{address}/script")</script>'
        page += f'<link rel="stylesheet" href="{address}/style"><iframe src="{address}/frame"></iframe></body></html>'
        assert pdf.pdf_of(page.encode()).startswith(b"%PDF-")
    finally:
        server.shutdown()
        server.server_close()
    assert asked == []


def test_a_chromium_that_takes_too_long_is_ended_with_its_children(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "chromium"
    script.write_text(f"#!/bin/sh\nsleep 300 &\necho $! > {tmp_path}/child\nwait\n")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(pdf.PdfFailed, match="longer"):
        pdf.pdf_of(b"<p>", seconds=2)
    child, deadline = (tmp_path / "child").read_text().strip(), time.monotonic() + 30
    while subprocess.run(["ps", "-o", "stat=", "-p", child], capture_output=True, text=True).stdout.strip()[:1] not in (
        "",
        "Z",
    ):
        assert time.monotonic() < deadline, "its child still runs"


def test_without_chromium_the_command_says_what_to_do(released: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(OperatorError, match=r"Chromium.*--format html"):
        operations.export_results(SLUG, "after", "pdf", "pl")


def test_all_formats_at_once_leave_out_what_cannot_be_made(
    released: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    written = operations.export_everything(SLUG, "after", tmp_path / "out", "pl")
    assert {path.suffix for path in written} == {".csv", ".json", ".xlsx", ".html"}
