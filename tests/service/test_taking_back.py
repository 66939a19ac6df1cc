"""Objecting takes back what was answered, and refusing a new notice says truly what is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert, select

from domain.instants import later
from messages.render import render
from service import mydata
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx

SLUG = "lublin-ramy-strategii"


def answered(database: Database, town: Town) -> Phone:
    """Somebody who sent a ballot, said who they are, and answered to the areas."""
    workshop = open_lublin(database)
    phone = Phone(database, town, 4711, NOW).start(SLUG).tap("agree").start(SLUG).tap("begin")
    phone.text("sport").tap("next").text("bo tak").tap("put", "5").tap("put", "yes").tap("send")

    def more(tx: Tx) -> None:
        person = tx.execute(select(tables.participants.c.id)).scalar_one()
        values = {"workshop_id": workshop, "participant_id": person, "answer": "agree", "at": NOW}
        tx.execute(insert(tables.area_checks).values(**values))

    database.write(more).result()
    return phone


def count(database: Database, *of: str) -> list[int]:
    names = tables.metadata.tables
    return database.read(lambda tx: [len(tx.execute(select(names[one])).all()) for one in of]).result()


def test_objecting_removes_every_answer_also_those_about_areas(database: Database, town: Town) -> None:
    phone = answered(database, town)
    assert count(database, "ballots", "area_checks") == [1, 1]
    phone.command("privacy").tap("object").tap("withdraw")
    assert count(database, "ballots", "ballot_places", "ballot_answers", "area_checks") == [0, 0, 0, 0]
    assert count(database, "participants", "consents") == [1, 1], "that they objected can be shown"


def test_who_refuses_a_new_notice_reads_that_the_old_answers_stay(database: Database, town: Town) -> None:
    phone = answered(database, town)
    newer = replace(town, office=replace(town.office, notice_version=town.office.notice_version + 1))
    again = Phone(database, newer, 4711, NOW).start(SLUG)
    again.tap("refuse")
    said = render(again.screen, "pl", session=0).text
    assert count(database, "ballots") == [1]
    assert "To, co już mamy, zostaje" in said
    assert "Nic o Tobie nie zapisujemy" not in said
    assert phone.id == again.id


def test_who_refuses_at_once_reads_that_nothing_is_kept(database: Database, town: Town) -> None:
    open_lublin(database)
    refusing = Phone(database, town, 4712, NOW).start(SLUG).tap("refuse")
    assert "Nic o Tobie nie zapisujemy poza numerem konta" in render(refusing.screen, "pl", session=0).text
    assert count(database, "sessions", "consents") == [0, 0]


def test_every_yes_and_every_withdrawal_is_kept_and_shown(database: Database, town: Town) -> None:
    """Read in Polish, objected to, read again in English: both are on record, also when it happens again and again."""
    open_lublin(database)
    phone = Phone(database, town, 4713, NOW).start().tap("agree")
    for day in range(1, 6):
        phone.at(later(NOW, days=day)).command("privacy").tap("object").tap("withdraw")
        phone.at(later(NOW, days=day, hours=1)).start().tap("lang", "en" if day % 2 else "pl").tap("agree")

    def known(tx: Tx) -> dict[str, Any]:
        return mydata.collect(tx, tx.execute(select(tables.participants.c.id)).scalar_one())

    file = database.read(known).result()
    told = [(one["language"], one["given_at"], one.get("withdrawn_at")) for one in file["earlier_consents"]]
    told += [(one["language"], one["given_at"], one.get("withdrawn_at")) for one in file["consents"]]
    given = [NOW, *(later(NOW, days=day, hours=1) for day in range(1, 6))]
    taken_back = [later(NOW, days=day) for day in range(1, 6)]
    assert [language for language, _, _ in told] == ["pl", "en", "pl", "en", "pl", "en"]
    assert [at for _, at, _ in told] == [at.isoformat() for at in given]
    assert [at for _, _, at in told] == [*(at.isoformat() for at in taken_back), None]

    shown = render(phone.command("mydata").screen, "en", session=0).text
    assert shown.count("taken back") == 3, "the newest of them, so that the message stays short"
    assert "And 2 earlier entries, which are in the file." in shown

    phone.command("forget").tap("forget")
    assert count(database, "consents", "earlier_consents") == [0, 0]


def test_what_an_objection_left_is_taken_back_from_the_tables(database: Database, town: Town) -> None:
    phone = answered(database, town)
    workshop = database.read(lambda tx: tx.execute(select(tables.workshops.c.id)).scalar_one()).result()
    phone.tap("going", f"{workshop}:room", place="reg")

    def more(tx: Tx) -> None:
        person = tx.execute(select(tables.participants.c.id)).scalar_one()
        of = {"workshop_id": workshop, "participant_id": person}
        tx.execute(insert(tables.needs).values(**of, needs={"words": "obok drzwi"}, given_at=NOW))
        people.agree(tx, person, f"needs:{workshop}", 1, basis="consent", language="pl", now=NOW)

    database.write(more).result()
    phone.command("privacy").tap("object").tap("withdraw")
    assert count(database, "ballots", "needs") == [0, 1]
    phone.press("take-back-leave")
    assert count(database, "needs") == [0]
    [state] = database.read(lambda tx: tx.execute(select(tables.registrations.c.state)).scalars().all()).result()
    given = database.read(lambda tx: tx.execute(select(tables.consents.c.withdrawn_at)).scalars().all()).result()
    assert (state, len(given)) == ("cancelled", 2)
    assert all(given), "the consent to special needs is taken back with the place"
