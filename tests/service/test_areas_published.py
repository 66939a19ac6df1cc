"""What a workshop agreed on stands in the summary, the report and every export, with the way from proposal to area."""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from typing import Any

import jsonschema
import openpyxl
import pytest
from lublin import NOW, open_lublin
from sqlalchemy import select, update
from staging import add_people, vote

from conversations.screens import FileRef, Say
from conversations.session import Frame
from domain.own_words import proposal_key
from messages.catalogue import plain
from messages.render import render
from results.files.json_file import schema
from service import files, releases, timeline
from service.staffing import results_acts
from service.work import Town
from storage import areas as table
from storage import ballots, tables
from storage import timeline as timeline_table
from storage.database import Database, Tx

AREA = {"pl": "Blisko siebie", "en": "Close to each other"}
SENTENCE = {"pl": "Sąsiedzi mają gdzie usiąść."}


class Closed:
    """A workshop whose wave is released: a proposal was accepted, another one merged, and an area covers both."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.workshop = open_lublin(database)
        self.wave = self.do(self._answers)
        assert releases.publish(database, self.wave, NOW, by="timeline") is not None
        self.release: Any = database.read(lambda tx: releases.newest(tx, self.wave)).result()

    def do(self, action: Any) -> Any:
        return self.database.write(action).result()

    def _answers(self, tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one())
        self.first, self.second, *_ = tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id)).scalars()
        for voter in add_people(tx, 12, first=5000):
            vote(tx, wave, voter, [self.first])
        self.accepted = self._proposal(tx, wave, "Ławki w cieniu", 6000, state="active")
        self.merged = self._proposal(tx, wave, "siedzenia koło bloku", 6001, state="merged", merged_into=self.second)
        tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=NOW))
        return wave

    def _proposal(self, tx: Tx, wave: int, words: str, number: int, **state: Any) -> int:
        [writer] = add_people(tx, 1, first=number)
        theme = ballots.proposal(tx, self.workshop, proposal_key(words), {"pl": words}, writer, 1000, NOW)
        vote(tx, wave, writer, [theme])
        tx.execute(update(tables.themes).where(tables.themes.c.id == theme).values(**state))
        return theme

    def agree(self) -> None:
        def put(tx: Tx) -> None:
            area = table.add(tx, self.workshop, 0, AREA, NOW, covers=[self.accepted, self.second])
            table.change(tx, area, NOW, sentence=SENTENCE)
            table.add(tx, self.workshop, 1, {"pl": "Bez tematów"}, NOW)
            table.set_state(tx, self.workshop, "draft", "agreed", NOW)

        self.do(put)

    def file(self, form: str, language: str = "pl") -> bytes:
        about = {"release": self.release.id, "form": form, "office": {"pl": "Urząd"}, "contact": "x"}
        ref = FileRef("results", about)
        found = self.database.read(partial(files.find, bot=1, ref=ref, language=language)).result()

        def words(name: str, /, **arguments: object) -> str:
            return plain(Say(name, arguments), language)

        data = files.make(found, words).data
        assert data is not None
        return data


@pytest.fixture
def closed(sqlite_url: str) -> Any:
    database = Database(sqlite_url)
    yield Closed(database)
    database.close()


def test_the_json_file_gives_the_proposals_of_each_area_and_obeys_its_schema(closed: Closed) -> None:
    assert "areas" not in json.loads(closed.file("json"))
    closed.agree()
    written = json.loads(closed.file("json"))
    jsonschema.validate(written, schema())
    first, second = written["areas"]
    assert first["name"] == AREA
    assert first["sentence"] == SENTENCE
    assert first["covers"] == [closed.accepted, closed.second]
    assert first["proposals"] == sorted([closed.accepted, closed.merged])
    assert second["proposals"] == []
    assert "siedzenia" not in json.dumps(written, ensure_ascii=False), "merged words are nobody's to read"


def test_the_csv_names_the_area_of_each_theme(closed: Closed) -> None:
    closed.agree()
    rows = list(csv.DictReader(io.StringIO(closed.file("csv").decode(), newline="")))
    areas = {row["Temat"]: row["Obszar"] for row in rows}
    assert areas["Ławki w cieniu"] == "Blisko siebie"
    assert sorted(set(areas.values())) == ["", "Blisko siebie"]


def test_the_workbook_has_a_sheet_of_areas(closed: Closed) -> None:
    closed.agree()
    book = openpyxl.load_workbook(io.BytesIO(closed.file("xlsx")))
    rows = [[cell.value for cell in row] for row in book["Obszary"].iter_rows(min_row=2)]
    assert [row[:4] for row in rows if row[3] == "Ławki w cieniu"] == [
        [1, "Blisko siebie", "Sąsiedzi mają gdzie usiąść.", "Ławki w cieniu"]
    ]
    assert [row[5] for row in rows] == [0, 1, None], "one own theme counts for the area's second theme"


def test_the_report_leads_from_each_proposal_to_its_area(closed: Closed) -> None:
    assert "Uzgodnione obszary" not in closed.file("html").decode()
    closed.agree()
    page = closed.file("html").decode()
    assert "Uzgodnione obszary" in page
    assert "Ławki w cieniu → <strong>Blisko siebie</strong>" in page
    assert page.count("→ <strong>Blisko siebie</strong>") == 2
    assert "siedzenia" not in page


@pytest.mark.parametrize(("language", "name"), [("pl", "Blisko siebie"), ("en", "Close to each other")])
def test_the_summary_begins_with_what_was_agreed(closed: Closed, language: str, name: str) -> None:
    def content(tx: Tx) -> Any:
        timeline.plan(tx, closed.workshop, NOW)
        meeting = timeline_table.meeting(tx, closed.workshop)
        entry = next(one for one in timeline_table.entries(tx, closed.workshop) if one.kind == "summary")
        assert meeting is not None
        return timeline.content_now(
            tx, entry, meeting, {one.kind: one for one in timeline_table.waves_of(tx, meeting.id)}, NOW
        )

    def text() -> str:
        return render(closed.do(content), language, session=0).text

    assert name not in text()
    closed.agree()
    assert f"<b>1. {name}</b>" in text()


def test_staff_find_the_areas_beside_the_other_views_and_files_are_made_anew(closed: Closed, town: Town) -> None:
    frame = Frame("figures", 1, "shown", {"wave": closed.wave, "view": "areas"}, closed.workshop)

    def views(tx: Tx) -> Any:
        return results_acts.facts(tx, frame, town, NOW, "")["figures"]

    assert "areas" not in closed.do(views)["views"]
    before = closed.do(lambda tx: results_acts._file(town, closed.release, "csv", ""))
    closed.agree()
    shown = closed.do(views)
    assert "areas" in shown["views"]
    assert "Blisko siebie" in str(shown["lines"])
    from service import areas

    after = closed.do(lambda tx: results_acts._file(town, closed.release, "csv", areas.stamp(tx, closed.workshop)))
    assert before.key != after.key
    assert len(after.key or "") < 100
