"""Areas: who may change them, what the room sees and when, and that few answers cannot be told from what is shown."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import Any

import pytest
from lublin import NOW, lublin, open_lublin
from phones import Phone
from sqlalchemy import insert, select, update

from conversations import effects
from domain.instants import later
from domain.own_words import proposal_key
from domain.roles import ROLES
from service import acts, areas, audit, retention
from service.acts import NotAllowed
from service.effects import Doing
from service.organising.area_facts import steps
from service.work import Town
from storage import areas as table
from storage import ballots, people, tables
from storage.areas import Area
from storage.database import Database, Tx

pytestmark = pytest.mark.long_on_postgresql

DURING = later(lublin().starts_at, minutes=30)


class Room:
    """A workshop that is going on, and people who do something about its areas."""

    def __init__(self, database: Database, town: Town) -> None:
        self.database, self.town = database, town
        self.workshop = open_lublin(database)
        self.writer: int = self.do(lambda tx: people.add(tx, 7777, "writer", "pl", None, NOW))
        self.themes: list[int] = self.do(
            lambda tx: tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.position)).scalars().all()
        )

    def do(self, action: Any) -> Any:
        return self.database.write(action).result()

    def person(self, number: int, role: str = "", *, present: bool = False) -> int:
        def make(tx: Tx) -> None:
            who = people.add(tx, number, f"r{number}", "pl", None, NOW)
            if role:
                tx.execute(insert(tables.roles).values(participant_id=who, role=role, given_at=NOW))
            if present:
                values = {"workshop_id": self.workshop, "participant_id": who, "state": "going", "ticket": f"t{number}"}
                tx.execute(insert(tables.registrations).values(**values, checked_in_at=NOW, changed_at=NOW))

        self.do(make)
        return number

    def act(self, number: int, name: str, **args: Any) -> None:
        self.do(partial(self._act, number, name, args))

    def _act(self, number: int, name: str, args: dict[str, Any], tx: Tx) -> None:
        [person] = people.by_telegram_ids(tx, frozenset({number}))
        acts.perform(Doing.of(tx, self.town, DURING, person), effects.Act(name, self.workshop, args))

    def add(self, number: int, *names: str) -> None:
        for name in names:
            self.act(number, "areas.add", language="pl", text=name)

    @property
    def areas(self) -> list[Area]:
        found: list[Area] = self.database.read(lambda tx: table.of_workshop(tx, self.workshop)).result()
        return found

    @property
    def names(self) -> list[str]:
        return [area.name["pl"] for area in self.areas]

    def proposal(self, words: str) -> int:
        """Somebody's own words, which nobody has looked at."""
        number: int = self.do(
            lambda tx: ballots.proposal(tx, self.workshop, proposal_key(words), {"pl": words}, self.writer, 1000, NOW)
        )
        return number


@pytest.fixture
def room(database: Database, town: Town) -> Room:
    return Room(database, town)


def test_a_theme_is_in_one_area_and_moves_with_split_and_merge(room: Room) -> None:
    facilitator = room.person(1, "facilitator")
    room.add(facilitator, "A", "B")
    first, second = room.areas
    one, two, *_ = room.themes
    for theme in (one, two, one):
        room.act(facilitator, "areas.put", area=first.id, theme=theme)
    room.act(facilitator, "areas.put", area=second.id, theme=one)
    assert [area.covers for area in room.areas] == [(two,), (one,)]
    room.act(facilitator, "areas.merge", area=second.id, into=first.id)
    assert [area.covers for area in room.areas] == [(two, one)]
    room.act(facilitator, "areas.split", area=first.id, theme=two)
    assert [area.covers for area in room.areas] == [(one,), (two,)]
    assert room.areas[1].name == room.do(
        lambda tx: tx.execute(select(tables.themes.c.names).where(tables.themes.c.id == two)).scalar_one()
    )


def test_the_same_tap_twice_moves_an_area_once(room: Room) -> None:
    facilitator = room.person(1, "facilitator")
    room.add(facilitator, "A", "B", "C")
    last = room.areas[-1]
    for _ in range(2):
        room.act(facilitator, "areas.move", area=last.id, place=0)
    assert room.names == ["C", "A", "B"]
    written = [entry.act for entry in room.database.read(audit.newest).result()]
    assert written.count("areas.move") == 1, "what changed nothing is not written down"
    for place in (-1, 3):
        room.act(facilitator, "areas.move", area=last.id, place=place)
    assert room.names == ["C", "A", "B"]


def test_an_agreed_list_and_one_that_is_asked_about_do_not_change(room: Room) -> None:
    facilitator = room.person(1, "facilitator")
    room.add(facilitator, "A", "B")
    first = room.areas[0]
    room.act(facilitator, "areas.ask")
    changes: list[tuple[str, dict[str, Any]]] = [
        ("areas.add", {"language": "pl", "text": "C"}),
        ("areas.name", {"area": first.id, "language": "pl", "text": "C"}),
        ("areas.put", {"area": first.id, "theme": room.themes[0]}),
        ("areas.remove", {"area": first.id}),
        ("areas.move", {"area": first.id, "place": 1}),
    ]
    before = room.areas
    for name, args in [*changes, ("areas.agree", {}), ("areas.ask", {})]:
        room.act(facilitator, name, **args)
    assert room.areas == before
    room.act(facilitator, "areas.end")
    room.act(facilitator, "areas.agree")
    agreed = room.areas
    assert {area.state for area in agreed} == {"agreed"}
    for name, args in changes:
        room.act(facilitator, name, **args)
    assert room.areas == agreed
    room.act(facilitator, "areas.reopen")
    room.act(facilitator, *changes[0][:1], **changes[0][1])
    assert room.names == ["A", "B", "C"]


def test_words_nobody_released_reach_no_area_and_no_area_shows_them_once_they_are_taken_back(room: Room) -> None:
    facilitator, organiser = room.person(1, "facilitator"), room.person(2, "organiser")
    words = room.proposal("Ławki w cieniu")
    room.add(facilitator, "A")
    area = room.areas[0].id
    with pytest.raises(NotAllowed):
        room.act(facilitator, "areas.put", area=area, theme=words)
    with pytest.raises(NotAllowed):
        room.act(organiser, "theme.show", theme=words)
    room.act(facilitator, "theme.show", theme=words)
    room.act(organiser, "areas.put", area=area, theme=words)
    known = partial(table.groupable, workshop=room.workshop)
    seen = room.database.read(lambda tx: areas.covered(table.of_workshop(tx, room.workshop)[0], known(tx), {})).result()
    assert seen == (words,)
    room.act(facilitator, "theme.hide", theme=words)
    seen = room.database.read(lambda tx: areas.covered(table.of_workshop(tx, room.workshop)[0], known(tx), {})).result()
    assert seen == ()


def test_what_is_published_names_no_words_that_staff_have_not_accepted(room: Room) -> None:
    facilitator, staff = room.person(1, "facilitator"), room.person(2, "staff")
    words = room.proposal("Ławki w cieniu")
    room.add(facilitator, "A")
    room.act(facilitator, "theme.show", theme=words)
    room.act(facilitator, "areas.put", area=room.areas[0].id, theme=words)
    published = partial(areas.agreed, workshop=room.workshop)
    assert room.database.read(published).result() == (), "a draft is not published"
    room.act(facilitator, "areas.agree")
    assert [one.covers for one in room.database.read(published).result()] == [()]
    room.act(staff, "theme.merge", theme=words, into=room.themes[3])
    assert [one.covers for one in room.database.read(published).result()] == [(room.themes[3],)]


def test_only_those_checked_in_answer_and_the_last_answer_counts(room: Room) -> None:
    facilitator = room.person(1, "facilitator")
    inside, outside = room.person(2, present=True), room.person(3)
    room.add(facilitator, "A")
    room.act(inside, "answer_areas", round=1, answer="agree")
    room.act(facilitator, "areas.ask")
    for who in (inside, outside):
        room.act(who, "answer_areas", round=1, answer="agree")
    room.act(inside, "answer_areas", round=1, answer="object", reason="Za mało drzew")
    counted = partial(table.counted, workshop=room.workshop, number=1)
    assert room.database.read(counted).result() == {"object": 1}
    room.act(inside, "answer_areas", round=1, answer="live", reason="to nie jest powód")
    assert room.database.read(partial(table.reasons, workshop=room.workshop, number=1)).result() == []
    room.act(facilitator, "areas.end")
    room.act(inside, "answer_areas", round=1, answer="agree")
    assert room.database.read(counted).result() == {"live": 1}
    with pytest.raises(NotAllowed):
        room.act(inside, "answer_areas", round=1, answer="maybe")


def test_the_question_goes_to_those_checked_in_alone(room: Room) -> None:
    facilitator = room.person(1, "facilitator")
    room.add(facilitator, "A")
    room.act(facilitator, "areas.ask")
    [row] = room.do(lambda tx: tx.execute(select(tables.announcements)).all())
    assert row.audience["parts"] == [["checked_in", None]]
    assert row.skip_quiet


def test_no_number_below_five_can_be_told_from_what_is_shown() -> None:
    """What is seen before the end (all answers) and after it (each answer), for every room of up to fifteen people a side."""
    possible: dict[tuple[int, ...], set[tuple[int, ...]]] = {}
    for counts in product(range(15), repeat=3):
        possible.setdefault((steps(sum(counts)), *map(steps, counts)), set()).add(counts)
    for shown, rooms in possible.items():
        for side in range(3):
            values = {room[side] for room in rooms}
            assert len(values) > 1 or min(values) >= 5 or values == {0}, shown
            assert len(values) > 2, (shown, values)


@pytest.mark.parametrize("role", ["stranger", *ROLES])
def test_who_may_change_areas_and_who_may_release_words(room: Room, role: str) -> None:
    who = room.person(9, "" if role == "stranger" else role)
    words = room.proposal("Ławki w cieniu")
    tried: dict[str, dict[str, Any]] = {
        "areas.add": {"language": "pl", "text": "A"},
        "areas.begin": {},
        "areas.agree": {},
        "areas.reopen": {},
        "areas.tell": {},
        "areas.ask": {},
        "areas.end": {},
        "theme.show": {"theme": words},
        "theme.hide": {"theme": words},
    }
    for name, args in tried.items():
        roles = {"owner", "staff", "facilitator"} if name.startswith("theme") else {"owner", "organiser", "facilitator"}
        if role in roles:
            room.act(who, name, **args)
        else:
            with pytest.raises(NotAllowed):
                room.act(who, name, **args)


def test_organisers_do_not_read_words_that_nobody_released(room: Room, town: Town) -> None:
    room.proposal("Zupełnie prywatne słowa")
    for number, role, may in ((50, "organiser", False), (51, "facilitator", True)):
        phone = Phone(room.database, town, number, DURING).start().tap("agree")

        def give(tx: Tx, number: int = number, role: str = role) -> None:
            [row] = people.by_telegram_ids(tx, frozenset({number}))
            tx.execute(insert(tables.roles).values(participant_id=row.id, role=role, given_at=NOW))

        room.do(give)
        phone.command("areas").tap("proposals")
        assert ("prywatne" in str(phone.screen)) is may, role


def test_answers_go_when_the_town_promised(room: Room, town: Town) -> None:
    facilitator, inside = room.person(1, "facilitator"), room.person(2, present=True)
    room.add(facilitator, "A")
    room.act(facilitator, "areas.ask")
    room.act(inside, "answer_areas", round=1, answer="agree")
    counted = partial(table.counted, workshop=room.workshop, number=1)
    days = town.office.retention.unlink_ballots_days
    for passed, left in ((days - 1, {"agree": 1}), (days + 1, {})):
        now = later(lublin().ends_at, days=passed)
        room.do(partial(retention.keep_promises, town=town, now=now))
        assert room.database.read(counted).result() == left
    assert room.names == ["A"], "what was agreed on stays"
    room.do(lambda tx: tx.execute(update(tables.areas).values(state="agreed")))
    assert room.database.read(partial(areas.stamp, workshop=room.workshop)).result()


def test_a_name_is_missed_only_in_the_languages_that_the_workshop_asks_in(room: Room) -> None:
    spoken = update(tables.workshops).values(languages=["pl", "en"])
    room.do(lambda tx: (tx.execute(spoken), table.add(tx, room.workshop, 0, {"pl": "Woda"}, DURING)))
    room.person(50, "facilitator")
    phone = Phone(room.database, room.town, 50, DURING).command("areas")
    phone.press("areas-named-button")
    assert "areas-missing" in str(phone.screen.lines)
    assert "language-en" in str(phone.screen.lines)
    assert "language-uk" not in str(phone.screen.lines)
    phone.press("areas-name")
    assert [one.argument for one in phone.buttons() if one.verb == "language"] == ["en"]
