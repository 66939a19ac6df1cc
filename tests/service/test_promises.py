"""What the office promised to delete goes in time, and not before."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from lublin import NOW, lublin, open_lublin
from phones import Phone
from sqlalchemy import insert, select, update

from domain.instants import Instant, instant, later
from service import audit, retention
from service.work import Town
from storage import tables
from storage.database import Database, Tx

END = lublin().ends_at


@pytest.fixture
def phone(database: Database, town: Town) -> Phone:
    """A person with an own theme on their ballot, a place, and needs."""
    workshop = open_lublin(database)
    phone = Phone(database, town, 500, NOW).start("lublin-ramy-strategii").tap("agree").tap("begin")
    phone.tap("own").text("Kładka nad Bystrzycą").tap("next").tap("skip").tap("skip").tap("skip").tap("send")
    phone.tap("going", f"{workshop}:room", place="reg")

    def more(tx: Tx) -> None:
        [person] = tx.execute(select(tables.participants.c.id)).scalars()
        tx.execute(insert(tables.needs).values(workshop_id=workshop, participant_id=person, needs={}, given_at=NOW))
        tx.execute(update(tables.waves).values(state="closed"))
        for number in tx.execute(select(tables.waves.c.id)).scalars().all():
            tx.execute(
                insert(tables.releases).values(
                    workshop_id=workshop, wave_id=number, number=1, figures={}, at=END, actor="timeline"
                )
            )

    database.write(more).result()
    return phone


def kept(phone: Phone, now: Instant) -> dict[str, bool]:
    """After the promises of that day: is there still somebody's …?"""
    while phone.database.write(partial(retention.keep_promises, town=phone.town, now=now)).result():
        pass

    def look(tx: Tx) -> dict[str, bool]:
        def any_of(column: Any) -> bool:
            return any(value is not None for value in tx.execute(select(column)).scalars())

        return {
            "needs": any_of(tables.needs.c.id),
            "name": any_of(tables.registrations.c.name),
            "link": any_of(tables.ballots.c.participant_id),
        }

    return phone.database.read(look).result()


def test_each_goes_on_its_day(phone: Phone) -> None:
    everything = {"needs": True, "name": True, "link": True}
    assert kept(phone, later(END, days=6)) == everything
    assert kept(phone, later(END, days=8)) == {**everything, "needs": False}
    assert kept(phone, later(END, days=29))["name"]
    assert not kept(phone, later(END, days=31))["name"]
    assert kept(phone, later(END, days=89))["link"]
    assert not kept(phone, later(END, days=91))["link"]


def test_a_cut_link_leaves_the_ballot_and_nothing_that_leads_to_it(phone: Phone, database: Database) -> None:
    kept(phone, later(END, days=91))
    [ballot] = database.read(lambda tx: tx.execute(select(tables.ballots)).all()).result()
    assert ballot.link
    [frames] = database.read(lambda tx: tx.execute(select(tables.sessions.c.frames)).scalars().all()).result()
    assert "Kładka" not in str(frames)
    proposers = database.read(lambda tx: tx.execute(select(tables.themes.c.proposed_by)).scalars().all()).result()
    assert set(proposers) == {None}
    phone.at(later(END, days=92)).text("i co dalej?")
    assert phone.screen.lines, "the conversation goes on"


def test_what_was_begun_and_never_sent_goes_with_the_links(phone: Phone, database: Database) -> None:
    set_states = update(tables.waves)
    database.write(
        lambda tx: tx.execute(set_states.where(tables.waves.c.kind == "before").values(state="open"))
    ).result()
    draft = Phone(database, phone.town, 501, NOW).start("lublin-ramy-strategii").tap("agree").tap("begin")
    draft.tap("own").text("Fontanna na Bronowicach")
    database.write(lambda tx: tx.execute(set_states.values(state="closed"))).result()

    def waiting() -> str:
        return str(database.read(lambda tx: tx.execute(select(tables.sessions.c.frames)).scalars().all()).result())

    kept(phone, later(END, days=89))
    assert "Fontanna" in waiting()
    kept(phone, later(END, days=91))
    assert "Fontanna" not in waiting()


def test_no_link_is_cut_while_a_wave_is_still_to_come(phone: Phone, database: Database) -> None:
    database.write(
        lambda tx: tx.execute(update(tables.waves).where(tables.waves.c.kind == "after").values(state="planned"))
    ).result()
    assert kept(phone, later(END, days=200))["link"]


def test_the_audit_log_ages_and_says_so(database: Database) -> None:
    old = instant(NOW)
    for number in range(3):
        database.write(
            partial(audit.record, actor="command line", act=f"act.{number}", now=later(old, days=number))
        ).result()
    gone = database.write(partial(audit.age, now=later(old, days=11), kept_days=10)).result()
    assert gone == 1
    assert [entry.act for entry in database.read(audit.newest).result()] == ["audit.aged", "act.2", "act.1"]
