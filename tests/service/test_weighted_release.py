"""A workshop whose office knows how many people live where: from its file and its ballots to what people read."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import openpyxl
import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert, select, update
from staging import TOWN, add_people, do, vote

from conversations.screens import FileRef, Say
from domain.known_totals import KnownTotal
from messages.catalogue import plain
from messages.render import render
from results.files.csv_file import csv_file
from results.files.xlsx_file import xlsx_file
from results.known_parts import weights_cut
from service import files, releases
from storage import migrate, tables
from storage.database import Database, Tx

TOTALS = (
    KnownTotal("centre", {"pl": "Śródmieście", "uk": "Центр", "en": "Centre"}, {"district": ("srodmiescie",)}, 30_000),
    KnownTotal("felin", {"pl": "Felin", "uk": "Фелін", "en": "Felin"}, {"district": ("felin",)}, 10_000),
)
ANSWERS = {("srodmiescie", 0): 30, ("srodmiescie", 1): 10, ("felin", 0): 40, ("felin", 1): 120}
"""How many of each district chose the first theme, and how many the second: forty and a hundred and sixty people."""


@dataclass(frozen=True)
class Weighted:
    database: Database
    workshop: int
    release: releases.Release


@pytest.fixture(scope="module")
def weighted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Weighted]:
    """Three quarters live in one district, and four fifths of the answers came from the other one."""
    url = f"sqlite:///{tmp_path_factory.mktemp('weighted')}/weighted.db"
    migrate.upgrade(url)
    database = Database(url)
    workshop = open_lublin(database, totals=TOTALS)

    def answer(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one())
        themes = list(tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id)).scalars())
        voters = iter(add_people(tx, sum(ANSWERS.values()), first=5000))
        for (district, theme), people in ANSWERS.items():
            for _ in range(people):
                ballot = vote(tx, wave, next(voters), [themes[theme]])
                mine = tables.ballots.c.id == ballot
                tx.execute(update(tables.ballots).where(mine).values(profile={"district": district}))
        tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=NOW))
        return wave

    wave = do(database, answer)
    assert releases.publish(database, wave, NOW, by="timeline") is not None
    release = database.read(lambda tx: releases.newest(tx, wave)).result()
    assert release is not None
    yield Weighted(database, workshop, release)
    database.close()


def test_each_class_counts_by_its_share_of_the_town(weighted: Weighted) -> None:
    """First theme: 3/4 · 30/40 + 1/4 · 40/160; weights 3.75 and 0.3125, so that 200 answers are worth 200² / 578.125."""
    figures = weighted.release.figures
    first, second = sorted(figures["themes"], key=lambda theme: int(theme["id"]))[:2]
    assert (first["share"], second["share"]) == (0.35, 0.65)
    assert (first["weighted"]["share"], second["weighted"]["share"]) == (0.625, 0.375)
    assert figures["effective_n"] == round(200**2 / (40 * 3.75**2 + 160 * 0.3125**2), 6)
    assert figures["weighting"] == {"why": None, "cut": 0, "gap": 0}
    assert [(row["key"], row["n"], row["total"]) for row in figures["groups"]["classes"]] == [
        ("centre", 40, 30_000),
        ("felin", 160, 10_000),
    ]


def test_staff_read_both_shares_under_method(weighted: Weighted) -> None:
    database = weighted.database
    phone = Phone(database, TOWN, 1, NOW).start().tap("agree")
    role = {"role": "staff", "given_at": NOW}
    mine = select(tables.participants.c.id).where(tables.participants.c.telegram_id == 1)
    person = database.read(lambda tx: tx.execute(mine).scalar_one()).result()
    do(database, lambda tx: tx.execute(insert(tables.roles).values(participant_id=person, **role)))
    phone.command("results").press("staff-to-method")
    said = render(phone.screen, "pl", session=0).text.replace("\u00a0", " ")
    assert "Odpowiedziało 200 osób; z wagami to tyle, co 69." in said
    assert "bez wag: 35 % (29–42)\nz wagami: 63 % (51–73)" in said
    while "Felin" not in said:
        said = render(phone.press("page-after").screen, "pl", session=0).text.replace("\u00a0", " ")
    assert "Śródmieście: 20 % odpowiedzi, 75 % mieszkańców (30 000)" in said


def test_the_report_shows_the_classes_and_the_weighted_shares(weighted: Weighted) -> None:
    about = {"release": weighted.release.id, "form": "html", "office": {"pl": "Urząd"}, "contact": "x"}
    found = weighted.database.read(partial(files.find, bot=1, ref=FileRef("results", about), language="pl")).result()
    made = files.make(found, lambda name, /, **arguments: plain(Say(name, arguments), "pl")).data
    assert made is not None
    report = re.sub(r"\s+|(<[^>]*>)+", " ", made.decode())
    assert "z wagami): 69,19" in report
    assert "63 % (51–73)" in report
    assert "Śródmieście 40 20 % 30 000 75 %" in re.sub(r"\s+", " ", report)


def test_that_weights_were_cut_is_said_with_what_it_costs() -> None:
    [said] = weights_cut({"weighting": {"why": None, "cut": 12, "gap": 0.031}})
    assert "12 osób" in plain(said, "pl")
    assert "3,1 pkt proc." in plain(said, "pl")
    assert weights_cut({"weighting": {"why": None, "cut": 0, "gap": 0}}) == ()


def test_spreadsheet_and_csv_hold_the_towns_totals_that_answers_are_weighted_by(weighted: Weighted) -> None:
    def say(name: str, /, **arguments: object) -> str:
        return plain(Say(name, arguments), "pl")

    figures = weighted.release.figures
    book = openpyxl.load_workbook(io.BytesIO(xlsx_file(figures, say, "pl")))
    rows = list(book["Wagi"].iter_rows(values_only=True))
    assert rows[0] == ("Grupa", "Liczba osób", "Część odpowiedzi", "Mieszkańcy", "Część mieszkańców")
    assert rows[1:] == [("Śródmieście", 40, 0.2, 30_000, 0.75), ("Felin", 160, 0.8, 10_000, 0.25)]
    written = csv_file(figures, say, "pl", "excel", "weights").decode("utf-8-sig").splitlines()
    assert written[1:] == ["Śródmieście;40;0,2;30000;0,75", "Felin;160;0,8;10000;0,25"]
