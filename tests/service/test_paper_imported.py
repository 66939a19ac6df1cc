"""Paper ballots come in from a CSV file: all or none, by their code, in the same wave as everybody's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lublin import NOW, open_lublin
from sqlalchemy import select, update
from staging import add_people, vote

from domain.instants import later
from domain.paper_codes import normalised, shown
from errors import OperatorError
from operating import operations, paper_ballots
from service import audit, releases, retention
from service.release_figures import read
from service.work import Town
from storage import tables
from storage.database import Database, Tx

pytestmark = pytest.mark.long_on_postgresql

SLUG = "lublin-ramy-strategii"
HEAD = "code,themes,reason,influence,knows,profile:group,came,language\n"
AFTER = later(NOW, days=20)


class Office:
    """An installation whose first wave is open, and the folder in which its files lie."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self.workshop = open_lublin(database)
        rows = self.all(select(tables.themes.c.names).order_by(tables.themes.c.position))
        self.themes = [str(row[0]["pl"]) for row in rows]
        self.english = [str(row[0]["en"]) for row in rows]

    def all(self, query: Any) -> list[Any]:
        return self.database.read(lambda tx: list(tx.execute(query))).result()

    def sheet(self, *lines: str, head: str = HEAD) -> Path:
        path = self.folder / "ballots.csv"
        path.write_text(head + "\n".join(lines), encoding="utf-8")
        return path

    def bring(self, *lines: str, wave: str = "before", **options: Any) -> str:
        return paper_ballots.import_sheet(SLUG, wave, self.sheet(*lines), **{"now": NOW, **options})

    def refused(self, *lines: str, **options: Any) -> str:
        with pytest.raises(OperatorError) as caught:
            self.bring(*lines, **options)
        return str(caught.value)

    def ballots(self) -> list[Any]:
        return self.all(select(tables.ballots).order_by(tables.ballots.c.id))

    def close(self, kind: str = "before", state: str = "closed") -> None:
        def change(tx: Tx) -> None:
            closed = {"state": state, "closed_at": NOW if state == "closed" else None}
            tx.execute(update(tables.waves).where(tables.waves.c.kind == kind).values(closed))

        self.database.write(change).result()


@pytest.fixture
def office(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setenv("DATABASE_URL", database_url)
    database = Database(database_url)
    yield Office(database, tmp_path)
    database.close()


def test_a_sheet_becomes_ballots_marked_as_paper_with_what_stood_on_them(office: Office) -> None:
    first, second = office.themes[0], office.english[1]
    said = office.bring(
        f'acd-e34,"{first}|{second}|own: Więcej ławek","Bo tak, naprawdę",4,Trochę,student,tak,pl',
        "0017,,,no_opinion,no,,,",
    )
    assert said.startswith(f"{SLUG}: 2 paper ballots are in the wave before.")
    one, other = office.ballots()
    assert (one.serial, one.way, one.late, one.checked_in, one.profile) == (
        "ACDE34",
        "paper",
        False,
        True,
        {"group": "student"},
    )
    assert (one.participant_id, one.link) == (None, None)
    assert (other.serial, other.checked_in, other.profile) == ("0017", False, {})
    places = tables.ballot_places
    stood = office.all(
        select(places.c.place, tables.themes.c.names, places.c.words)
        .join(tables.themes, tables.themes.c.id == places.c.theme_id)
        .order_by(places.c.place)
    )
    assert [(place, names["pl"], words) for place, names, words in stood] == [
        (1, first, None),
        (2, office.themes[1], None),
        (3, "Więcej ławek", "Więcej ławek"),
    ]
    answers = tables.ballot_answers
    values = office.all(select(answers.c.ballot_id, answers.c.question, answers.c.value))
    assert {(number, question): value for number, question, value in values} == {
        (one.id, "reason"): "Bo tak, naprawdę",
        (one.id, "influence"): 4,
        (one.id, "knows"): "a_little",
        (other.id, "influence"): "no_opinion",
        (other.id, "knows"): "no",
    }


def test_nothing_is_stored_when_one_line_is_wrong_and_every_mistake_is_named_with_its_line(office: Office) -> None:
    said = office.refused(
        f"A1,{office.themes[0]},,4,yes,,,",
        "A2,Nie ma takiego,,9,maybe,,,",
        f'A3,"{office.themes[0]}|{office.themes[0]}",,,,wizard,perhaps,de',
        "?!,,,3,,,,",
        "a-1,,,3,,,,",
        "A5,,,,,,,",
        "A6,,,3,,,,,,too,long",
    )
    lines = said.splitlines()
    assert lines[0] == "nothing was stored; ballots.csv has mistakes:"
    assert lines[1:] == [
        "line 3: themes: 'Nie ma takiego' is no theme of this workshop; words of a person's own begin with own:",
        "line 3: influence: '9' is no whole number from 1 to 5.",
        "line 3: knows: 'maybe' is none of its answers.",
        "line 4: themes: a theme is there twice.",
        "line 4: profile:group: 'wizard' is none of its answers.",
        "line 4: came: 'perhaps' is neither yes nor no.",
        "line 4: language: 'de' is no language; one of pl, uk, en is.",
        "line 5: code: a code has 1 to 32 letters a-z and digits.",
        "line 6: code: A1 stands on line 2 too.",
        "line 7: there is no answer at all; leave the line out.",
        "line 8: there are more cells than columns; a cell with a comma in it needs quotes.",
    ]
    assert office.ballots() == []
    assert office.all(select(tables.audit.c.id).where(tables.audit.c.act == "paper.imported")) == []


def test_mistakes_are_listed_up_to_a_hundred_and_the_rest_counted(office: Office) -> None:
    lines = office.refused(*(f"A{number},,,99,,,," for number in range(250))).splitlines()
    assert len(lines) == 102
    assert lines[-1] == "and 150 more."


def test_a_code_counts_once_in_a_wave_and_the_whole_second_sheet_is_refused(office: Office) -> None:
    office.bring("A1,,,3,,,,")
    said = office.refused("A2,,,3,,,,", "А 1,,,4,,,,")  # a Cyrillic А and a gap: the same code
    assert said.splitlines()[1:] == ["line 3: code: the wave before has a ballot A1 already."]
    assert [one.serial for one in office.ballots()] == ["A1"]


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("code,colour\n", "line 1: there is no column 'colour'"),
        ("themes\n", "line 1: the column 'code' is missing."),
        ("code,code\n", "line 1: the column 'code' is there twice."),
        ("", "line 1: the file is empty"),
        (HEAD, "line 2: there is no ballot below"),
        ('code,reason\nA1,"half', "line 2: this is no CSV"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused_in_a_sentence(office: Office, head: str, sentence: str) -> None:
    with pytest.raises(OperatorError) as caught:
        paper_ballots.import_sheet(SLUG, "before", office.sheet(head=head), now=NOW)
    assert sentence in str(caught.value)


def test_lines_are_counted_as_an_editor_does_also_after_an_answer_on_two_lines(office: Office) -> None:
    said = office.refused(f'A1,{office.themes[0]},"two\nlines",,,,,', "", "A2,,,99,,,,")
    assert said.splitlines()[1].startswith("line 5: influence")


@pytest.mark.parametrize("broken", ['A1,"Sport,,3,,,,', 'A1,"Sport" i kino,,3,,,,'])
def test_a_line_with_a_quote_too_few_or_too_many_hides_no_mistake_below_it(office: Office, broken: str) -> None:
    said = office.refused(
        "A0,,,99,,,,",
        broken,
        f'A2,{office.themes[0]},"two\nlines",,,,,',
        "A3,,,99,,,,",
        'A4,"x" y,,,,,,',
        "A5,,,98,,,,",
    )
    about_quotes = "; is a quote missing, or one too many?"
    assert [line.split(":")[0] for line in said.splitlines()[1:]] == [f"line {line}" for line in (2, 3, 6, 7, 8)]
    assert [line.endswith(about_quotes) for line in said.splitlines()[1:]] == [False, True, False, True, False]
    assert office.ballots() == []


def test_a_sheet_whose_first_line_has_a_quote_too_few_is_told_of_that_alone(office: Office) -> None:
    path = office.sheet(head='code,"reason\nA1,dobrze')
    with pytest.raises(OperatorError) as caught:
        paper_ballots.import_sheet(SLUG, "before", path, now=NOW)
    assert [line.split(" (")[0] for line in str(caught.value).splitlines()[1:]] == ["line 1: this is no CSV"]


def test_a_sheet_of_a_spreadsheet_with_semicolons_is_read(office: Office) -> None:
    path = office.folder / "excel.csv"
    path.write_bytes(b"\xef\xbb\xbf" + f"code;themes\r\nA1;{office.themes[0]}\r\n".encode())
    assert "1 paper ballots" in paper_ballots.import_sheet(SLUG, "before", path, now=NOW)
    path.write_bytes(f"code;reason;themes\nA2;zażółć;{office.themes[9]}".encode("cp1250"))
    with pytest.raises(OperatorError, match=r"not in UTF-8 \(line 2\)"):
        paper_ballots.import_sheet(SLUG, "before", path, now=NOW)
    assert "1 paper ballots" in paper_ballots.import_sheet(SLUG, "before", path, encoding="cp1250", now=NOW)
    answers = office.all(select(tables.ballot_answers.c.value).where(tables.ballot_answers.c.question == "reason"))
    assert [row[0] for row in answers] == ["zażółć"]
    with pytest.raises(OperatorError, match="--encoding"):
        paper_ballots.import_sheet(SLUG, "before", path, encoding="windows", now=NOW)


def test_a_sheet_is_read_however_a_spreadsheet_left_it(office: Office) -> None:
    """The separator on a line of its own, UTF-16, cells with line breaks, columns and lines of nothing at the end."""
    path, theme = office.folder / "excel.csv", office.themes[0]
    path.write_bytes(f'sep=;\r\ncode;reason;themes;\r\nA1;"raz\r\ndwa";{theme};\r\n;;;\r\n;;;\r\n'.encode())
    assert "1 paper ballots" in paper_ballots.import_sheet(SLUG, "before", path, now=NOW)
    path.write_bytes(f"code\tthemes\r\nA2\t{theme}\r\nA3\tSportt".encode("utf-16"))
    with pytest.raises(OperatorError) as caught:
        paper_ballots.import_sheet(SLUG, "before", path, now=NOW)
    assert "line 3: themes: 'Sportt' is no theme of this workshop; is it 'sport'?" in str(caught.value)
    path.write_bytes(f"sep=;\ncode;themes\nA4;{theme}||Sport\n".encode())
    with pytest.raises(OperatorError) as caught:
        paper_ballots.import_sheet(SLUG, "before", path, now=NOW)
    assert "line 3: themes: place 2 is empty" in str(caught.value)


def test_the_template_for_excel_is_read_back(office: Office) -> None:
    path = office.folder / "filled.csv"
    path.write_text(paper_ballots.template(SLUG, "before", excel=True) + "A1;pl;;;;3;;;;\r\n", encoding="utf-8")
    assert path.read_bytes().startswith(b"\xef\xbb\xbfcode;")
    assert "1 paper ballots" in paper_ballots.import_sheet(SLUG, "before", path, now=NOW)


def test_the_template_is_a_sheet_with_every_column_that_the_import_reads(office: Office) -> None:
    empty = paper_ballots.template(SLUG, "before")
    assert empty == (
        "code,language,came,themes,reason,influence,knows,profile:group,profile:district,profile:age_band\n"
    )
    path = office.folder / "filled.csv"
    path.write_text(empty + "A1,pl,yes,,,3,,,,\n", encoding="utf-8")
    assert "1 paper ballots" in paper_ballots.import_sheet(SLUG, "before", path, now=NOW)


# ---- late ---------------------------------------------------------------------------------------------------------


def test_a_closed_wave_takes_late_paper_only_when_it_is_asked_to(office: Office) -> None:
    office.close()
    assert "is not open. Late paper goes into a closed wave with --late." in office.refused("A1,,,3,,,,", now=AFTER)
    assert office.ballots() == []
    assert "marked as late" in office.bring("A1,,,3,,,,", now=AFTER, late=True)
    assert [one.late for one in office.ballots()] == [True]


def test_a_wave_that_has_not_opened_takes_no_paper_not_even_late_paper(office: Office) -> None:
    assert "has not opened yet" in office.refused("A1,,,3,,,,", wave="after", late=True)


def test_late_paper_counts_in_the_next_release(office: Office) -> None:
    def answer(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one())
        theme = tx.execute(select(tables.themes.c.id).limit(1)).scalar_one()
        for voter in add_people(tx, 20, first=5000):
            vote(tx, wave, voter, [theme])
        return wave

    wave = office.database.write(answer).result()
    office.close()
    releases.publish(office.database, wave, NOW, by="timeline")
    office.bring(*(f"A{number},{office.themes[0]},,3,,,," for number in range(6)), now=AFTER, late=True)
    operations.release_again(SLUG, "before", "late paper", AFTER)
    newest = office.database.read(lambda tx: releases.newest(tx, wave)).result()
    assert newest is not None
    assert newest.figures["n"] == 26
    ways = {one["key"]: one["n"] for one in newest.figures["groups"]["way"]}
    assert ways == {"phone": 20, "paper": 6, "helped": 0}


# ---- pairs, log, forgetting ---------------------------------------------------------------------------------------


def test_the_same_code_before_and_after_is_the_same_person(office: Office) -> None:
    office.bring("A1,,,3,,,,", "A2,,,3,,,,")
    office.close()
    office.close("after", "open")
    office.bring("A2,,,5,,,,", "A3,,,5,,,,", wave="after", now=later(NOW, days=10))
    office.close("after")
    wave = office.all(select(tables.waves.c.id).where(tables.waves.c.kind == "after"))[0][0]
    draft = office.database.read(lambda tx: read(tx, wave, None, AFTER)).result()
    assert draft.before is not None
    assert len(set(draft.before.people.tolist()) & set(draft.now.people.tolist())) == 1


def test_importing_stands_in_the_audit_log_with_numbers_alone(office: Office) -> None:
    office.bring("A1,,,3,,,,", "A2,,,3,,,,")
    [entry] = [one for one in office.database.read(audit.newest).result() if one.act == "paper.imported"]
    assert (entry.actor, entry.about["ballots"], entry.about["late"]) == ("command line", 2, False)
    assert set(entry.about) == {"wave", "ballots", "late"}


def test_a_paper_ballot_is_forgotten_by_its_code_in_every_wave_with_its_own_words(office: Office) -> None:
    office.bring("A1,own: Tylko moje,,3,,,,", "A2,own: Wspólne,,3,,,,", "A3,own: wspólne,,3,,,,")
    office.close()
    office.close("after", "open")
    office.bring("A1,,,5,,,,", "A2,,,5,,,,", wave="after", now=later(NOW, days=10))
    assert paper_ballots.forget(SLUG, "a-1", NOW).endswith("the ballot A1 of the wave before and after.")
    paper_ballots.forget(SLUG, "A2", NOW)
    assert [one.serial for one in office.ballots()] == ["A3"]
    proposals = office.all(select(tables.themes.c.names).where(tables.themes.c.origin == "proposal"))
    assert [names["pl"] for (names,) in proposals] == ["wspólne"]
    with pytest.raises(OperatorError, match="no ballot of the code A1"):
        paper_ballots.forget(SLUG, "A1", NOW)
    [entry, _] = [one for one in office.database.read(audit.newest).result() if one.act == "paper.forgotten"]
    assert entry.about == {"ballots": 2}


def test_paper_ballots_are_cut_from_their_codes_when_others_are_from_their_people_and_stay_paired(
    office: Office, town: Town
) -> None:
    office.bring(*(f"A{number},,,3,,,," for number in range(6)))
    office.close()
    office.close("after", "open")
    office.bring(*(f"A{number},,,5,,,," for number in range(1, 7)), wave="after", now=later(NOW, days=10))
    office.close("after")
    for kind in ("before", "after"):
        [(wave,)] = office.all(select(tables.waves.c.id).where(tables.waves.c.kind == kind))
        releases.publish(office.database, wave, AFTER, by="timeline")
    soon = later(AFTER, days=town.office.retention.unlink_ballots_days - 1)
    office.database.write(lambda tx: retention.keep_promises(tx, town, soon)).result()
    assert sum(one.serial is not None for one in office.ballots()) == 12
    assert [
        (one.what, one.count.number) for one in office.database.read(lambda tx: retention.plan(tx, town)).result()
    ] == [("links", 12)]
    then = later(AFTER, days=town.office.retention.unlink_ballots_days + 1)
    office.database.write(lambda tx: retention.keep_promises(tx, town, then)).result()
    assert {one.serial for one in office.ballots()} == {None}
    draft = office.database.read(lambda tx: read(tx, wave, None, then)).result()
    assert draft.before is not None
    assert len(set(draft.before.people.tolist()) & set(draft.now.people.tolist())) == 5
    assert len(set(draft.before.people.tolist())) == 6
    with pytest.raises(OperatorError, match="no ballot of the code A1"):
        paper_ballots.forget(SLUG, "A1", then)


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        (lambda: paper_ballots.template("nowhere", "before"), "there is no workshop nowhere. There is: " + SLUG),
        (lambda: paper_ballots.template(SLUG, "never"), "--wave: one of before, after, follow_up is expected"),
        (lambda: paper_ballots.template(SLUG, "follow_up"), "has no wave follow_up. It has: before, after."),
        (lambda: paper_ballots.forget(SLUG, "?"), "'?' is no code"),
        (lambda: paper_ballots.import_sheet(SLUG, "before", Path("nowhere.csv")), "nowhere.csv cannot be read"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(office: Office, action: Callable[[], str], sentence: str) -> None:
    with pytest.raises(OperatorError) as caught:
        action()
    assert sentence in str(caught.value)


def test_a_code_is_the_same_however_it_is_written() -> None:
    assert {normalised(text) for text in ("acd-e34", "ACD E34", "АСD–е34", " acde34 ")} == {"ACDE34"}
    assert (normalised("żółw"), normalised(""), normalised("A" * 33)) == (None, None, None)
    assert (shown("ACDE34"), shown("0017"), shown("ABCDEF")) == ("ACD-E34", "0017", "ABCDEF")
