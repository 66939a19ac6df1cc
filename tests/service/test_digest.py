"""The morning digest: once a day, at eight on the town's clock, for those who want it, with what their role may know."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert, select, update
from staging import add_people, register

from conversations.content_json import from_json
from domain.instants import Instant, instant, later
from domain.own_words import proposal_key
from messages.render import render
from service import digest, sweep, timeline
from service.work import Town
from storage import ballots, people, tables
from storage.database import Database, Tx

pytestmark = pytest.mark.long_on_postgresql

EIGHT = instant(datetime(2022, 11, 13, 7, tzinfo=UTC))
"""Eight in the morning in Lublin, the day after NOW."""


SINCE = later(NOW, minutes=5)


class Office:
    def __init__(self, database: Database, town: Town) -> None:
        self.database, self.town = database, town
        self.workshop = open_lublin(database)
        self.phones: dict[int, Phone] = {}
        self.do(lambda tx: timeline.plan(tx, self.workshop, NOW))

    def do(self, action: Any) -> Any:
        return self.database.write(action).result()

    def hires(self, number: int, role: str, workshop: int | None = None, *, wants: bool = True) -> None:
        phone = self.phones[number] = Phone(self.database, self.town, number, NOW).start().tap("agree")

        def give(tx: Tx) -> None:
            [row] = people.by_telegram_ids(tx, frozenset({number}))
            values = {"participant_id": row.id, "role": role, "workshop_id": workshop, "given_at": NOW}
            tx.execute(insert(tables.roles).values(**values))

        self.do(give)
        phone.command("settings")
        if wants:
            phone.press("settings-digest-on")

    def sweeps(self, now: Instant) -> None:
        while self.do(partial(digest.send, town=self.town, now=now)):
            pass

    def answers(self, count: int) -> None:
        def put(tx: Tx) -> None:
            wave = tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one()
            rows = [{"wave_id": wave, "serial": str(one), "submitted_at": SINCE} for one in range(count)]
            tx.execute(insert(tables.ballots), rows)

        self.do(put)

    def got(self, number: int) -> list[str]:
        query = (
            select(tables.deliveries.c.content)
            .join(tables.participants, tables.participants.c.id == tables.deliveries.c.participant_id)
            .where(tables.participants.c.telegram_id == number, tables.deliveries.c.personal)
        )
        found = self.do(lambda tx: tx.execute(query).scalars().all())
        return [render(from_json(content), "pl", session=0).text for content in found]


@pytest.fixture
def office(database: Database, town: Town) -> Office:
    return Office(database, town)


def test_it_comes_once_a_day_at_eight_and_only_to_those_who_want_it(office: Office) -> None:
    office.hires(1, "staff")
    office.hires(2, "staff", wants=False)
    office.answers(7)
    office.sweeps(later(EIGHT, minutes=-1))
    assert office.got(1) == []
    for minutes in (0, 30, 200):
        office.sweeps(later(EIGHT, minutes=minutes))
    assert len(office.got(1)) == 1
    assert office.got(2) == []
    office.sweeps(later(EIGHT, days=1))
    assert len(office.got(1)) == 2


def test_answers_are_told_in_steps_of_five(office: Office) -> None:
    office.hires(1, "staff")
    office.answers(4)
    office.sweeps(EIGHT)
    assert "Nowe odpowiedzi: mniej niż 5" in office.got(1)[0]
    office.do(lambda tx: tx.execute(update(tables.participants).values(digested_at=None)))
    office.do(lambda tx: tx.execute(tables.ballots.delete()))
    office.answers(9)
    office.sweeps(later(EIGHT, minutes=1))
    assert "Nowe odpowiedzi: co najmniej 5" in office.got(1)[1]


def test_each_role_reads_what_it_may_know(office: Office) -> None:
    for number, role in enumerate(("organiser", "staff", "facilitator"), start=1):
        office.hires(number, role)

    def happen(tx: Tx) -> None:
        for person in add_people(tx, 3, first=2000):
            register(tx, office.workshop, person)
        tx.execute(update(tables.registrations).values(changed_at=SINCE))
        ballots.proposal(tx, office.workshop, proposal_key("ławki"), {"pl": "ławki"}, 1, 1000, NOW)

    office.do(happen)
    office.sweeps(EIGHT)
    organiser, staff, facilitator = (office.got(number)[0] for number in (1, 2, 3))
    assert "Nowe zapisy: 3" in organiser
    assert "Propozycje" not in organiser
    assert "Dalej w harmonogramie" in organiser
    assert "Propozycje, które czekają: 1" in staff
    assert "zapisy" not in staff
    assert "ławki" not in staff, "words stay in /themes"
    assert "zapisy" not in facilitator
    assert "Propozycje" not in facilitator
    assert "Dalej w harmonogramie" in facilitator


def test_a_role_for_another_workshop_reads_nothing_of_this_one(office: Office) -> None:
    def another(tx: Tx) -> int:
        row = tx.execute(select(tables.workshops)).one()._asdict() | {
            "slug": "other",
            "state": "draft",
            "screen_secret": "x",
        }
        row.pop("id")
        return int(tx.execute(insert(tables.workshops).values(**row).returning(tables.workshops.c.id)).scalar_one())

    office.hires(1, "staff", office.do(another))
    office.answers(12)
    office.sweeps(EIGHT)
    assert office.got(1) == []


def test_whoever_lost_their_role_gets_none(office: Office) -> None:
    office.hires(1, "staff")
    office.answers(12)
    office.do(lambda tx: tx.execute(tables.roles.delete()))
    office.sweeps(EIGHT)
    assert office.got(1) == []


def test_one_that_is_too_late_is_left_out(office: Office) -> None:
    office.hires(1, "staff")
    office.answers(12)
    office.sweeps(later(EIGHT, hours=5))
    assert office.got(1) == []


def test_the_clock_is_told_of_the_next_morning_only_while_somebody_wants_one(office: Office) -> None:
    due = partial(digest.next_due, town=office.town)
    assert office.do(partial(due, now=NOW)) is None
    office.hires(1, "staff")
    assert office.do(partial(due, now=NOW)) == EIGHT
    assert office.do(partial(due, now=EIGHT)) == EIGHT
    office.sweeps(EIGHT)
    assert office.do(partial(due, now=EIGHT)) == later(EIGHT, days=1)


def test_residents_have_no_such_switch_and_cannot_forge_one(office: Office) -> None:
    phone = Phone(office.database, office.town, 9, NOW).start().tap("agree").command("settings")
    assert "settings-digest-on" not in phone.labels()
    phone.tap("on", "digest")
    row = office.do(lambda tx: people.by_telegram_ids(tx, frozenset({9}))[0])
    assert row.digest is False


def test_the_sweep_sends_it(office: Office) -> None:
    office.hires(1, "staff")
    office.answers(12)
    while office.do(partial(sweep.sweep, town=office.town, now=EIGHT)).worked:
        pass
    assert any("Nowe odpowiedzi: co najmniej 10" in text for text in office.got(1))
