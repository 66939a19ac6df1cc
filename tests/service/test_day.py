"""The day itself: tickets at the door, the list, the survey in the room; for whom, and for nobody else."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from lublin import NOW, lublin, open_lublin
from phones import Phone
from sqlalchemy import insert, select, update

from conversations import effects
from conversations.screens import Button
from domain.instants import Instant, later
from domain.roles import ROLES
from service import acts, audit, timeline
from service.acts import NotAllowed
from service.effects import Doing
from service.organising import checkin_acts, day_acts
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx

pytestmark = pytest.mark.long_on_postgresql

STARTS = lublin().starts_at
DOOR = later(STARTS, minutes=-20)
EVERYBODY = ("stranger", *ROLES)


def staff(database: Database, town: Town, number: int, role: str, workshop: int | None = None) -> Phone:
    phone = Phone(database, town, number, NOW).start().tap("agree")

    def give(tx: Tx) -> None:
        if role != "stranger":
            who = people.by_telegram_ids(tx, frozenset({number}))[0].id
            tx.execute(insert(tables.roles).values(participant_id=who, role=role, workshop_id=workshop, given_at=NOW))

    database.write(give).result()
    return phone


def resident(database: Database, town: Town, number: int, workshop: int, name: str) -> Phone:
    phone = Phone(database, town, number, NOW).start("lublin-ramy-strategii").tap("agree")
    phone.name = name
    return phone.tap("going", f"{workshop}:room", place="reg")


def row(database: Database, table: Any, *where: Any) -> Any:
    return database.read(lambda tx: tx.execute(select(table).where(*where)).one()).result()


def ticket(database: Database, name: str) -> str:
    found: str = row(database, tables.registrations, tables.registrations.c.name == name).ticket
    return found


def is_in(database: Database, name: str) -> bool:
    return row(database, tables.registrations, tables.registrations.c.name == name).checked_in_at is not None


def guests(phone: Phone) -> list[Button]:
    return [one for one in phone.buttons() if one.verb in ("in", "open") and one.place is None]


def acted(database: Database) -> list[str]:
    return [entry.act for entry in database.read(audit.newest).result()]


def said(phone: Phone) -> str:
    return str(phone.screen.lines)


def test_a_scanned_ticket_checks_in_and_can_be_undone(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    resident(database, town, 1, workshop, "Świadek Próbny")
    door = staff(database, town, 50, "organiser", workshop).at(DOOR)
    door.start("t-" + ticket(database, "Świadek Próbny"))
    assert "Świadek Próbny" in said(door)
    assert is_in(database, "Świadek Próbny")
    door.start("t-" + ticket(database, "Świadek Próbny"))
    assert "checkin-already" in said(door)
    door.press("checkin-undo")
    assert not is_in(database, "Świadek Próbny")
    assert acted(database)[:2] == ["checkin.undo", "checkin.put"]
    frames = row(database, tables.sessions, tables.sessions.c.id == door.show.session).frames  # type: ignore[union-attr]  # shown
    assert "wiadek" not in str(frames), "no name stands in a session"


def test_a_ticket_says_nothing_to_others_and_shows_ones_own(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    own = resident(database, town, 1, workshop, "Gość Próbny")
    code = "t-" + ticket(database, "Gość Próbny")
    own.at(DOOR).start(code)
    assert own.screen.place.startswith("reg.")
    for number, role in enumerate(("stranger", "staff", "facilitator"), start=60):
        other = staff(database, town, number, role).at(DOOR).start(code)
        assert "payload-unknown" in said(other)
        assert "Gość" not in said(other)
    elsewhere = staff(database, town, 70, "organiser").at(DOOR)
    narrowed = update(tables.roles).where(tables.roles.c.role == "organiser").values(workshop_id=workshop + 0)
    database.write(lambda tx: tx.execute(narrowed)).result()
    assert "payload-unknown" in said(elsewhere.start("t-nobody"))
    assert not is_in(database, "Gość Próbny")


def test_a_ticket_of_another_day_checks_nobody_in(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    resident(database, town, 1, workshop, "Gość Próbny")
    door = staff(database, town, 50, "owner").start("t-" + ticket(database, "Gość Próbny"))
    assert "checkin-other-day" in said(door)
    assert not is_in(database, "Gość Próbny")


def test_the_list_is_paged_searched_tapped_and_counts_people_without_a_phone(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    for number in range(11):
        resident(database, town, number + 1, workshop, f"Osoba{number:02} Próbna")
    door = staff(database, town, 50, "organiser", workshop).at(DOOR).command("checkin")
    first = [one for one in door.buttons() if one.verb == "in"]
    assert len(first) == 8
    door.tap("in", first[0].argument)
    assert is_in(database, "Osoba00 Próbna")
    door.tap("page", "1")
    assert len(guests(door)) == 3
    door.text("pró")
    assert len(guests(door)) == 8
    door.text("zzz")
    assert not guests(door)
    door.press("checkin-everybody").press("checkin-add").press("checkin-add").press("checkin-remove")
    assert "'present': 2" in said(door)
    door.tap("open", first[0].argument).press("checkin-undo")
    assert not is_in(database, "Osoba00 Próbna")
    door.press("checkin-to-list").tap("in", "999999")
    assert acted(database).count("checkin.put") == 1


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_act_of_the_day_asks_for_its_role(database: Database, town: Town, role: str) -> None:
    workshop = open_lublin(database)
    resident(database, town, 1, workshop, "Gość Próbny")
    staff(database, town, 50, role, workshop)
    who = database.read(lambda tx: people.by_telegram_ids(tx, frozenset({50}))[0]).result()
    number = row(database, tables.registrations).id
    args = {"registration": number, "expected": STARTS.isoformat(), "on": True}

    def perform(tx: Tx, name: str) -> None:
        acts.perform(Doing.of(tx, town, DOOR, who), effects.Act(name, workshop, args))

    for act in (*checkin_acts.ACTS, *day_acts.ACTS):
        if role == "owner" or role in (act.roles or ()):
            database.write(partial(perform, name=act.name)).result()
        else:
            with pytest.raises(NotAllowed):
                database.write(partial(perform, name=act.name)).result()


def test_nobody_is_checked_in_for_another_workshop(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    resident(database, town, 1, workshop, "Gość Próbny")
    staff(database, town, 50, "owner")
    who = database.read(lambda tx: people.by_telegram_ids(tx, frozenset({50}))[0]).result()
    wanted = effects.Act("checkin.put", workshop + 1, {"registration": row(database, tables.registrations).id})
    with pytest.raises(NotAllowed):
        database.write(lambda tx: acts.perform(Doing.of(tx, town, DOOR, who), wanted)).result()


# ---- the survey in the room -------------------------------------------------------------------------------------


def close_before(database: Database) -> None:
    closed = update(tables.waves).where(tables.waves.c.kind == "before").values(state="closed", closed_at=NOW)
    database.write(lambda tx: tx.execute(closed)).result()


def wave(database: Database, kind: str) -> Any:
    return row(database, tables.waves, tables.waves.c.kind == kind)


def test_the_survey_opens_in_the_room_and_late_answers_are_marked(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    close_before(database)
    walked_in = resident(database, town, 1, workshop, "Gość Próbny").at(later(STARTS, minutes=5))
    room = staff(database, town, 50, "facilitator", workshop).at(DOOR).command("today")
    assert "day-to-checkin" not in room.labels(), "a facilitator sees no names"
    room.press("day-room")
    assert wave(database, "before").late_until == later(STARTS, minutes=15)
    walked_in.start("lublin-ramy-strategii").tap("begin").press("Sport").tap("next").tap("skip")
    for _ in range(9):
        if "send" in {one.verb for one in walked_in.buttons()}:
            break
        walked_in.tap("skip")
    walked_in.tap("send")
    assert row(database, tables.ballots).late
    room.at(later(STARTS, minutes=10)).press("day-longer")
    assert wave(database, "before").late_until == later(STARTS, minutes=25)
    room.tap("sure", "close").press("day-close")
    assert wave(database, "before").late_until == later(STARTS, minutes=10)
    assert [name for name in acted(database) if name.startswith("day.")] == ["day.close", "day.longer", "day.room"]


def argument_of(phone: Phone, verb: str) -> str:
    return next(one.argument for one in phone.buttons() if one.verb == verb)


def test_ten_minutes_asked_for_on_two_phones_are_ten_minutes(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    close_before(database)
    one = staff(database, town, 50, "facilitator", workshop).at(DOOR).command("today").press("day-room")
    other = staff(database, town, 51, "organiser", workshop).at(DOOR).command("today")
    tapped = other.receive(other.tapped("longer", argument_of(other, "longer")))[0]
    wanted = effects.Act("day.longer", workshop, {"expected": later(STARTS, minutes=15).isoformat()})
    one.press("day-longer")
    who = database.read(lambda tx: people.by_telegram_ids(tx, frozenset({51}))[0]).result()
    database.write(lambda tx: acts.perform(Doing.of(tx, town, DOOR, who), wanted)).result()
    assert wave(database, "before").late_until == later(STARTS, minutes=25)
    assert "day-moved-meanwhile" in said(other.take(tapped)), "what they saw was the old end"
    assert wave(database, "before").late_until == later(STARTS, minutes=25)
    other.press("day-longer")
    assert wave(database, "before").late_until == later(STARTS, minutes=35), "what they see now is the new end"


def test_an_end_of_the_workshop_moved_on_two_phones_moves_once(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    now, ends = later(STARTS, minutes=30), lublin().ends_at
    one = staff(database, town, 50, "facilitator", workshop).at(now).command("today")
    other = staff(database, town, 51, "organiser", workshop).at(now).command("today")
    tapped = other.receive(other.tapped("overrun", argument_of(other, "overrun")))[0]
    one.press("day-overrun")
    assert "day-moved-meanwhile" in said(other.take(tapped))
    assert row(database, tables.workshops).ends_at == later(ends, minutes=15)


def test_an_overrun_moves_what_hangs_on_the_end_once(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    database.write(lambda tx: timeline.plan(tx, workshop, NOW)).result()

    def due() -> Instant:
        found: Instant = row(database, tables.timeline, tables.timeline.c.kind == "thank_you").due_at
        return found

    ends, opens, thanked = lublin().ends_at, wave(database, "after").opens_at, due()
    room = staff(database, town, 50, "facilitator", workshop).at(later(STARTS, minutes=30)).command("today")
    room.press("day-overrun")
    assert row(database, tables.workshops).ends_at == later(ends, minutes=15)
    assert due() == later(thanked, minutes=15)
    moved = later(opens, minutes=15) if opens < later(ends, hours=2) else opens
    assert wave(database, "after").opens_at == moved


def test_the_after_questions_open_and_the_before_ones_end(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    database.write(lambda tx: timeline.plan(tx, workshop, NOW)).result()
    room = staff(database, town, 50, "facilitator", workshop).at(later(STARTS, minutes=90)).command("today")
    room.tap("sure", "after").press("day-after")
    assert wave(database, "after").state == "open"
    assert wave(database, "before").state == "closed"
    assert "day-after" not in room.labels()


def test_the_room_is_told_of_ballots_in_steps_of_five(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    before = wave(database, "before").id
    for count, shown in ((4, 0), (5, 5), (9, 5)):

        def fill(tx: Tx, count: int = count) -> None:
            tx.execute(tables.ballots.delete())
            rows = [{"wave_id": before, "serial": str(one), "submitted_at": NOW} for one in range(count)]
            tx.execute(insert(tables.ballots), rows)

        database.write(fill).result()
        room = staff(database, town, 50 + count, "facilitator", workshop).at(DOOR).command("today")
        assert f"'ballots': {shown}," in said(room)


def test_residents_have_no_such_commands(database: Database, town: Town) -> None:
    open_lublin(database)
    phone = Phone(database, town, 1, DOOR).start().tap("agree")
    for name in ("today", "checkin"):
        assert "unknown-command" in said(phone.command(name))


def test_an_end_of_questions_that_the_room_outlives_is_not_announced_beside_the_later_one(
    database: Database, town: Town
) -> None:
    workshop = open_lublin(database)
    before = (tables.waves.c.workshop_id == workshop) & (tables.waves.c.kind == "before")

    def closes_at_the_start(tx: Tx) -> None:
        tx.execute(update(tables.waves).where(before).values(closes_at=STARTS))
        timeline.plan(tx, workshop, DOOR)

    database.write(closes_at_the_start).result()
    room = staff(database, town, 50, "organiser", workshop).at(DOOR).command("today")
    assert "wave-closes-before" in said(room)
    room.press("day-room")
    assert "'state': 'open'" in said(room)
    assert "wave-closes-before" not in said(room)
