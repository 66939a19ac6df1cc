"""Places at a workshop: never more than there are, and a free one goes to whoever waits longest."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from lublin import NOW, open_lublin
from sqlalchemy import func, insert, select, update

from conversations.content_json import from_json
from domain.instants import Instant, later
from service import registrations
from service.registrations import Wish
from storage import tables
from storage.database import Database, Tx


@pytest.fixture
def workshop(database: Database) -> int:
    return open_lublin(database)


def add_people(database: Database, number: int) -> list[int]:
    def add(tx: Tx) -> list[int]:
        values = [
            {"telegram_id": 1000 + one, "random_id": f"r{one}", "created_at": NOW, "seen_at": NOW}
            for one in range(number)
        ]
        tx.execute(insert(tables.participants), values)
        return list(tx.execute(select(tables.participants.c.id).order_by(tables.participants.c.id)).scalars())

    return database.write(add).result()


def set_capacity(database: Database, workshop: int, **capacities: int) -> None:
    database.write(
        lambda tx: tx.execute(update(tables.workshops).where(tables.workshops.c.id == workshop).values(**capacities))
    ).result()


def wish(
    database: Database, workshop: int, person: int, wanted: Wish, now: Instant = NOW, *, online: bool = False
) -> bool:
    return database.write(
        lambda tx: registrations.wish(tx, person, workshop, wanted, online=online, name="Ala", now=now)
    ).result()


def at_once(database: Database, workshop: int, people: list[int], wanted: Wish) -> list[bool]:
    """All of them wish the same before any of it is answered."""

    def act(person: int, tx: Tx) -> bool:
        return registrations.wish(tx, person, workshop, wanted, online=False, name=None, now=NOW)

    futures = [database.write(partial(act, person)) for person in people]
    return [future.result() for future in futures]


def states(database: Database) -> dict[int, str]:
    table = tables.registrations
    return database.read(
        lambda tx: {row[0]: row[1] for row in tx.execute(select(table.c.participant_id, table.c.state))}
    ).result()


def taken(database: Database, workshop: int) -> tuple[int, int]:
    def look(tx: Tx) -> Any:
        columns = (tables.workshops.c.room_taken, tables.workshops.c.online_taken)
        return tuple(tx.execute(select(*columns).where(tables.workshops.c.id == workshop)).one())

    found: tuple[int, int] = database.read(look).result()
    return found


def delivered(database: Database) -> list[tuple[int, str]]:
    table = tables.deliveries
    found = database.read(lambda tx: tx.execute(select(table).order_by(table.c.id)).all()).result()
    return [(row.participant_id, row.content["lines"][0]["say"]) for row in found]


def test_two_hundred_press_at_once_and_a_hundred_and_twenty_have_a_place(database: Database, workshop: int) -> None:
    people = add_people(database, 200)
    impatient = [person for person in people for _ in range(2)]
    at_once(database, workshop, impatient, "going")
    found = list(states(database).values())
    assert (found.count("going"), found.count("waiting"), len(found)) == (120, 80, 200)
    assert taken(database, workshop) == (120, 0)


def test_everybody_leaves_at_once_and_no_place_is_lost(database: Database, workshop: int) -> None:
    people = add_people(database, 60)
    set_capacity(database, workshop, room_capacity=20)
    for person in people:
        wish(database, workshop, person, "going")
    assert all(at_once(database, workshop, people[:20], "cancelled"))
    found = list(states(database).values())
    assert (found.count("cancelled"), found.count("offered"), found.count("waiting")) == (20, 20, 20)
    assert taken(database, workshop) == (20, 0)


def test_who_waits_longest_is_offered_the_free_place_and_may_take_it(database: Database, workshop: int) -> None:
    first, second, third = add_people(database, 3)
    set_capacity(database, workshop, room_capacity=1)
    for number, person in enumerate((first, second, third)):
        wish(database, workshop, person, "going", later(NOW, minutes=number))
    assert wish(database, workshop, first, "cancelled")
    assert states(database) == {first: "cancelled", second: "offered", third: "waiting"}
    assert delivered(database) == [(second, "offer-came")]
    wish(database, workshop, second, "accept", later(NOW, hours=1))
    assert states(database)[second] == "going"
    assert taken(database, workshop) == (1, 0)


@pytest.mark.parametrize(("online", "way"), [(False, "room"), (True, "online")])
def test_when_an_offer_has_run_out_coming_again_means_the_way_that_was_waited_for(
    database: Database, workshop: int, online: bool, way: str
) -> None:
    first, second = add_people(database, 2)
    set_capacity(database, workshop, room_capacity=1, online_capacity=1)
    for number, person in enumerate((first, second)):
        wish(database, workshop, person, "going", later(NOW, minutes=number), online=online)
    wish(database, workshop, first, "cancelled")
    over = later(NOW, days=5)
    assert database.write(lambda tx: registrations.run_out(tx, second, workshop, over)).result()
    newest = select(tables.deliveries.c.content).order_by(tables.deliveries.c.id.desc()).limit(1)
    told = from_json(database.read(lambda tx: tx.execute(newest).scalar_one()).result())
    assert [button.argument for row in told.buttons for button in row] == [f"{workshop}:{way}"]


def test_a_refused_offer_goes_to_the_next(database: Database, workshop: int) -> None:
    first, second, third = add_people(database, 3)
    set_capacity(database, workshop, room_capacity=1)
    for number, person in enumerate((first, second, third)):
        wish(database, workshop, person, "going", later(NOW, minutes=number))
    wish(database, workshop, first, "declined")
    assert wish(database, workshop, second, "refuse")
    assert states(database) == {first: "declined", second: "declined", third: "offered"}


def test_an_offer_that_ran_out_goes_to_the_next_and_cannot_be_taken(database: Database, workshop: int) -> None:
    first, second, third = add_people(database, 3)
    set_capacity(database, workshop, room_capacity=1)
    for number, person in enumerate((first, second, third)):
        wish(database, workshop, person, "going", later(NOW, minutes=number))
    wish(database, workshop, first, "cancelled")
    table = tables.registrations
    until = database.read(lambda tx: tx.execute(select(func.max(table.c.offered_until))).scalar_one()).result()

    def run_out(now: Instant) -> bool:
        return database.write(lambda tx: registrations.run_out(tx, second, workshop, now)).result()

    assert not run_out(later(until, seconds=-1))
    wish(database, workshop, second, "accept", until)
    assert states(database)[second] == "offered", "too late"
    assert run_out(until)
    assert states(database) == {first: "cancelled", second: "cancelled", third: "offered"}
    assert delivered(database) == [(second, "offer-came"), (second, "offer-over"), (third, "offer-came")]
    assert not run_out(until)


def test_who_changes_from_room_to_online_frees_the_place_in_the_room(database: Database, workshop: int) -> None:
    first, second = add_people(database, 2)
    set_capacity(database, workshop, room_capacity=1)
    wish(database, workshop, first, "going")
    wish(database, workshop, second, "going")
    assert wish(database, workshop, first, "going", online=True)
    assert states(database) == {first: "going", second: "offered"}
    assert taken(database, workshop) == (1, 1)


def test_a_place_is_not_given_up_for_a_place_in_a_queue(database: Database, workshop: int) -> None:
    first, second = add_people(database, 2)
    set_capacity(database, workshop, online_capacity=1)
    wish(database, workshop, first, "going", online=True)
    wish(database, workshop, second, "going")
    wish(database, workshop, second, "going", online=True)
    assert states(database) == {first: "going", second: "going"}
    assert taken(database, workshop) == (1, 1)


def test_nobody_registers_once_the_workshop_is_over_or_called_off(database: Database, workshop: int) -> None:
    [person] = add_people(database, 1)
    wish(database, workshop, person, "going", later(NOW, days=30))
    database.write(lambda tx: tx.execute(update(tables.workshops).values(state="cancelled"))).result()
    wish(database, workshop, person, "going")
    assert states(database) == {}


def test_more_capacity_is_offered_to_those_who_wait(database: Database, workshop: int) -> None:
    people = add_people(database, 5)
    set_capacity(database, workshop, room_capacity=1)
    for person in people:
        wish(database, workshop, person, "going")
    set_capacity(database, workshop, room_capacity=3)
    assert database.write(lambda tx: registrations.offer_free_places(tx, workshop, NOW)).result() == 2
    assert sorted(states(database).values()) == ["going", "offered", "offered", "waiting", "waiting"]


def test_names_stay_only_with_those_who_come_or_wait(database: Database, workshop: int) -> None:
    first, second = add_people(database, 2)
    wish(database, workshop, first, "going")
    wish(database, workshop, second, "maybe")
    wish(database, workshop, first, "cancelled")
    names = database.read(lambda tx: tx.execute(select(tables.registrations.c.name)).scalars().all()).result()
    assert names == [None, None]
