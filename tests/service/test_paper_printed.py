"""Printed ballots: every word of the questions, a code of its own on each, text within the page, in three languages."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lublin import NOW, open_lublin
from sqlalchemy import insert, select, update

from conversations.screens import Say
from domain.paper_codes import LENGTH, LETTERS
from errors import OperatorError
from messages.catalogue import plain
from operating import paper_ballots
from results.pictures import ballot
from results.pictures.pages import A4_HEIGHT
from results.pictures.sheet import INNER, MARGIN, WIDTH, Line, Mark, Text, drawable, text_width, wrap
from service import audit, paper, paper_prints
from service.work import Town
from storage import tables, workshops
from storage.database import Database, Tx

SLUG = "lublin-ramy-strategii"


@pytest.fixture
def office(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OFFICE_FILE", "surveys/office.example.toml")
    database = Database(sqlite_url)
    open_lublin(database)
    yield database
    database.close()


def words_of(database: Database, town: Town, language: str, wave: str) -> ballot.BallotWords:
    codes = ["ACDE34"] if wave == "before" else [""]
    about = paper_prints.about(1, wave, codes, town.office, language, large=False)
    workshop = database.read(lambda tx: workshops.lasting(tx, 1)).result()

    def say(name: str, /, **arguments: object) -> str:
        return plain(Say(name, arguments), language)

    words: ballot.BallotWords = paper_prints._words(workshop, about, say, language)
    return words


def texts(marks: list[Mark]) -> list[Text]:
    return [mark for mark in marks if isinstance(mark, Text)]


def printed_pages(pdf: bytes) -> int:
    """How many pages the file says it has."""
    return len(re.findall(rb"/Type /Page\b", pdf))


@pytest.mark.parametrize("size", [ballot.PLAIN, ballot.LARGE])
@pytest.mark.parametrize("wave", ["before", "after"])
@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_every_line_stands_within_the_page_and_no_letter_is_lost(
    office: Database, town: Town, language: str, wave: str, size: int
) -> None:
    words = words_of(office, town, language, wave)
    pages = ballot.pages(words, "ACD-E34" if wave == "before" else "", size)
    for page in pages:
        for mark in texts(page):
            width = text_width(mark.text, mark.size, bold=mark.bold)
            left = mark.x - width if mark.align == "right" else mark.x
            assert left >= MARGIN - 1, mark
            assert left + width <= WIDTH - MARGIN + 1, mark
            assert MARGIN <= mark.y <= A4_HEIGHT - MARGIN / 2, mark
            assert drawable(mark.text) == mark.text
    seen = " ".join(mark.text for page in pages for mark in texts(page)).replace(" ", "")
    for item in words.items:
        assert item.text.replace(" ", "") in seen
        if isinstance(item.answer, ballot.Ticks):
            for label in item.answer.labels:
                assert label.replace(" ", "") in seen
    small = size if size == ballot.LARGE else round(size * 0.85)
    lines = {mark.text for page in pages for mark in texts(page)}
    for paragraph in (words.notice_head, *words.notice):
        assert set(wrap(paragraph, small, INNER)) <= lines


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_the_profile_questions_that_the_workshop_asks_are_printed_with_all_their_answers(
    office: Database, town: Town, language: str
) -> None:
    def ask(tx: Tx) -> None:
        row = tx.execute(select(tables.workshops.c.instrument)).scalar_one()
        values = {"group": [["resident", {"pl": "mieszkam tu", "uk": "живу тут", "en": "I live here"}]], "district": []}
        tx.execute(
            update(tables.workshops).values(
                instrument={**row, "profile": ["group", "district"]}, profile_values=values, version=77
            )
        )

    asked_before = len(words_of(office, town, language, "before").items)
    office.write(ask).result()
    items = words_of(office, town, language, "before").items
    workshop = office.read(lambda tx: workshops.lasting(tx, 1)).result()
    assert len(items) == len(workshop.instrument.questions) + 1 <= asked_before + 1, (
        "a question without values is not asked"
    )
    answers = items[-1].answer
    assert isinstance(answers, ballot.Ticks)
    assert [words.split(" ", 1)[1] for words in answers.labels] == [
        {"pl": "mieszkam tu", "uk": "живу тут", "en": "I live here"}[language]
    ]


def test_of_a_citys_many_districts_the_own_one_is_written_and_one_sentence_says_why(
    office: Database, town: Town
) -> None:
    items = words_of(office, town, "en", "before").items[-3:]
    assert [type(item.answer) for item in items] == [ballot.Ticks, ballot.Lines, ballot.Ticks]
    assert ["leave this out" in item.help for item in items] == [True, False, False]


def test_nothing_is_printed_over_the_slip_or_over_anything_else(office: Database, town: Town) -> None:
    for language in ("pl", "uk", "en"):
        for size in (ballot.PLAIN, ballot.LARGE):
            words = words_of(office, town, language, "before")
            for page in ballot.pages(words, "ACD-E34", size):
                found = [mark for mark in texts(page) if mark.align == "left"]
                for one in found:
                    for other in found:
                        if one is not other and abs(one.x - other.x) < 5:
                            assert abs(one.y - other.y) >= min(one.size, other.size), (one, other)


def test_the_code_is_on_every_page_and_twice_on_the_first_which_has_the_slip(office: Database, town: Town) -> None:
    pages = ballot.pages(words_of(office, town, "pl", "before"), "ACD-E34", ballot.LARGE)
    assert len(pages) > 1
    assert [sum(mark.text == "ACD-E34" for mark in texts(page)) for page in pages] == [2] + [1] * (len(pages) - 1)


def test_a_ballot_after_the_workshop_has_boxes_for_the_code_and_no_slip(office: Database, town: Town) -> None:
    words = words_of(office, town, "en", "after")
    pages = ballot.pages(words, "", ballot.PLAIN)
    boxes = [mark for mark in pages[0] if not isinstance(mark, Text | Line) and getattr(mark, "y", 0) == MARGIN]
    assert len(boxes) == ballot.CODE_BOXES
    assert "Keep this slip" not in [mark.text for mark in texts(pages[0])]


def test_the_answers_of_a_choice_stand_on_one_page(office: Database, town: Town) -> None:
    for size in (ballot.PLAIN, ballot.LARGE):
        pages = ballot.pages(words_of(office, town, "pl", "before"), "ACD-E34", size)
        on = [number for number, page in enumerate(pages) for mark in texts(page) if mark.text in ("1. Tak", "3. Nie")]
        assert len(set(on)) == 1


def test_the_command_prints_so_many_ballots_with_codes_of_their_own(office: Database, tmp_path: Path) -> None:
    out = tmp_path / "ballots.pdf"
    paper_ballots.print_ballots(SLUG, "before", 3, "pl", out, large=False, now=NOW)
    content = out.read_bytes()
    assert content.startswith(b"%PDF")
    assert printed_pages(content) % 3 == 0
    codes = office.read(lambda tx: list(tx.execute(select(tables.paper_codes.c.code)).scalars())).result()
    assert len(codes) == 3
    assert all(len(code) == LENGTH and set(code) <= set(LETTERS) for code in codes)
    [entry] = [one for one in office.read(audit.newest).result() if one.act == "paper.printed"]
    assert entry.about == {"wave": "before", "ballots": 3}


def test_letters_of_polish_and_ukrainian_are_drawn_and_not_boxes(office: Database, tmp_path: Path) -> None:
    out = tmp_path / "ballots.pdf"
    for language, letter in (("pl", "ż"), ("uk", "ї")):
        paper_ballots.print_ballots(SLUG, "before", 1, language, out, large=True, now=NOW)
        streams = re.findall(rb"stream\r?\n(.*?)endstream", out.read_bytes(), re.DOTALL)
        unpacked = b"".join(_unpacked(one) for one in streams) + out.read_bytes()
        assert f"uni{ord(letter):04X}".encode() in unpacked or b"/zdotaccent" in unpacked, letter
        assert b"/.notdef" not in unpacked


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def test_ballots_after_the_workshop_take_no_codes(office: Database, tmp_path: Path) -> None:
    said = paper_ballots.print_ballots(SLUG, "after", 2, "en", tmp_path / "after.pdf", large=False, now=NOW)
    assert said.endswith("with boxes for the code of the slip.")
    assert office.read(lambda tx: tx.execute(select(tables.paper_codes)).all()).result() == []


def test_no_code_is_made_that_was_printed_or_stands_on_a_ballot(
    office: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chance is made to offer taken codes first."""
    offered = iter(["AAAAAA", "CCCCCC", "AAAAAA", "DDDDDD", "CCCCCC", "EEEEEE", "FFFFFF"])
    monkeypatch.setattr(paper, "a_code", lambda: next(offered))

    def used(tx: Tx) -> list[str]:
        wave = tx.execute(select(tables.waves.c.id).limit(1)).scalar_one()
        tx.execute(insert(tables.paper_codes).values(workshop_id=1, code="AAAAAA"))
        tx.execute(insert(tables.ballots).values(wave_id=wave, serial="CCCCCC", way="paper", submitted_at=NOW))
        return paper.new_codes(tx, 1, 2)

    assert office.write(used).result() == ["DDDDDD", "EEEEEE"]


def test_the_command_says_what_it_cannot_do(office: Database, tmp_path: Path) -> None:
    def wanted(**given: Any) -> str:
        usual = {"workshop": SLUG, "wave": "before", "count": 1, "language": "pl", "out": tmp_path / "x.pdf"}
        with pytest.raises(OperatorError) as caught:
            paper_ballots.print_ballots(**{**usual, **given}, large=False, now=NOW)
        return str(caught.value)

    assert wanted(language="de").startswith("--language: one of pl, uk, en is expected")
    assert wanted(out=tmp_path / "no" / "x.pdf").endswith("cannot be written: No such file or directory.")
    assert "has no wave follow_up" in wanted(wave="follow_up")
