"""What organisers do: each act once, by who may, about what it says, on both databases."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert, select, update
from staging import add_people, do, register

from conversations.commands import COMMANDS
from conversations.content_json import from_json
from conversations.effects import Act as Wanted
from conversations.flows import FLOWS
from conversations.screens import Content, Marked
from domain.audience import Audience, Part
from domain.instants import later, parse_instant
from domain.roles import ROLES, Role
from messages.render import render
from service import acts, announcements, timeline
from service.act import NotAllowed
from service.announcements import Terms
from service.doing import Doing
from service.organising.acts import ACTS
from service.organising.facts import LOADERS
from service.work import Town, Tx
from storage import people, tables
from storage.database import Database

ORGANISING = tuple(act.name for act in ACTS if act.roles is not None)


@pytest.fixture
def workshop(database: Database) -> int:
    number = open_lublin(database)
    do(database, lambda tx: timeline.plan(tx, number, NOW))
    return number


@pytest.fixture
def other(database: Database, workshop: int) -> int:
    """Another workshop, with a timeline of its own."""

    def copy(tx: Tx) -> int:
        row = dict(tx.execute(select(tables.workshops).where(tables.workshops.c.id == workshop)).one()._mapping)
        row |= {"id": None, "slug": "other", "screen_secret": None}
        del row["id"]
        number = int(tx.execute(insert(tables.workshops).values(**row).returning(tables.workshops.c.id)).scalar_one())
        timeline.plan(tx, number, NOW)
        return number

    return do(database, copy)


def person(tx: Tx, number: int, role: Role | None, workshop: int | None = None) -> None:
    [participant] = add_people(tx, 1, first=number)
    if role is not None:
        values = {"participant_id": participant, "role": role, "workshop_id": workshop, "given_at": NOW}
        tx.execute(insert(tables.roles).values(**values))


def perform(database: Database, town: Town, telegram_id: int, wanted: Wanted) -> Doing:
    """The act as a step of that person would do it."""

    def act(tx: Tx) -> Doing:
        [row] = people.by_telegram_ids(tx, frozenset({telegram_id}))
        doing = Doing.of(tx, town, NOW, row)
        acts.perform(doing, wanted)
        return doing

    return do(database, act)


def rows(database: Database, table: Any) -> list[dict[str, Any]]:
    return do(database, lambda tx: [dict(row._mapping) for row in tx.execute(select(table))])


def entry(database: Database, workshop: int, kind: str = "starts_soon") -> int:
    found = [row for row in rows(database, tables.timeline) if (row["workshop_id"], row["kind"]) == (workshop, kind)]
    return int(found[0]["id"])


def message(workshop: int, key: str = "k") -> dict[str, Any]:
    return {
        "key": key,
        "audience": Audience(workshop, (Part("registered"),)),
        "content": Content("workshops", (Marked({"pl": "<b>Sala</b> 2"}),)),
        "not_before": NOW,
    }


# ---- roles ------------------------------------------------------------------------------------------------------


def test_every_act_of_organisers_declares_who_may() -> None:
    assert {act.name for act in ACTS if act.roles is None} == {"answer_areas"}  # the room's own answer to the areas
    assert {act.name for act in ACTS} <= set(acts.ACTS)


def test_every_flow_with_facts_of_its_own_declares_who_may_be_in_it() -> None:
    for name in LOADERS:
        assert FLOWS[name].roles is not None
    of_flows = {entry.flow for entry in COMMANDS if entry.roles is not None}
    from_another_screen = {"asks_needs", "helping", "typing"}
    assert of_flows | from_another_screen == {name for name, flow in FLOWS.items() if flow.roles is not None}


@pytest.mark.parametrize("name", ORGANISING)
def test_nobody_but_its_declared_roles_does_an_act_of_organisers(
    database: Database, town: Town, workshop: int, other: int, name: str
) -> None:
    holders: list[tuple[Role | None, int | None]] = [(None, None), ("organiser", other)]
    allowed = acts.ACTS[name].roles or frozenset()
    holders += [(role, None) for role in ROLES if role not in allowed]
    for number, (role, where) in enumerate(holders, 7001):
        do(database, lambda tx, number=number, role=role, where=where: person(tx, number, role, where))
        if role == "organiser" and name == "workshop.create":
            continue  # whoever organises one workshop may set up another
        with pytest.raises(NotAllowed):
            perform(database, town, number, Wanted(name, workshop, {"entry": 1, "announcement": 1}))


FORGED = (
    ("timeline.move", {"moment": "2022-11-20T12:00:00+00:00"}),
    ("timeline.switch", {"on": False}),
    ("timeline.whom", {"whom": "checked_in"}),
    ("timeline.text", {"text": None}),
    ("timeline.reword", {"text": None, "language": "pl"}),
    ("timeline.fire", {}),
)


@pytest.mark.parametrize(("name", "args"), FORGED)
def test_an_entry_of_another_workshop_is_not_touched(
    database: Database, town: Town, workshop: int, other: int, name: str, args: dict[str, Any]
) -> None:
    do(database, lambda tx: person(tx, 7001, "organiser", workshop))
    with pytest.raises(NotAllowed):
        perform(database, town, 7001, Wanted(name, workshop, {"entry": entry(database, other), **args}))


def test_an_announcement_of_another_workshop_is_not_touched(
    database: Database, town: Town, workshop: int, other: int
) -> None:
    do(database, lambda tx: person(tx, 7001, "organiser"))
    do(database, lambda tx: person(tx, 7002, "organiser", workshop))
    perform(database, town, 7001, Wanted("announcement.send", other, message(other)))
    [sent] = rows(database, tables.announcements)
    for name in ("pause", "resume", "cancel", "repeat", "confirm", "refuse", "unreached"):
        with pytest.raises(NotAllowed):
            perform(database, town, 7002, Wanted(f"announcement.{name}", workshop, {"announcement": sent["id"]}))
    with pytest.raises(NotAllowed):
        perform(database, town, 7002, Wanted("announcement.send", workshop, message(other, "another")))


@pytest.mark.parametrize(
    "place", ["mg.one.1", "tl.list.1", "an.last.1", "nw.review", "manage", "announce", "timeline", "new"]
)
def test_a_resident_who_forges_buttons_gets_nowhere(database: Database, town: Town, workshop: int, place: str) -> None:
    phone = Phone(database, town, 500, NOW).start().tap("agree")
    for verb, argument in (
        ("open", str(workshop)),
        ("cancel", ""),
        ("yes", ""),
        ("send", ""),
        ("save", ""),
        ("confirm", ""),
    ):
        phone.tap(verb, argument, place=place)
        assert phone.screen.place.split(".")[0] not in ("mg", "tl", "an", "nw")
    assert rows(database, tables.announcements) == []
    assert rows(database, tables.audit) == [
        one for one in rows(database, tables.audit) if one["actor"] == "command line"
    ]


def test_a_role_taken_away_ends_the_open_wizard_at_once(database: Database, town: Town, workshop: int) -> None:
    phone = Phone(database, town, 500, NOW).start().tap("agree")
    do(database, lambda tx: tx.execute(insert(tables.roles).values(participant_id=1, role="organiser", given_at=NOW)))
    phone.command("new")
    assert phone.screen.place == "nw.title"
    do(database, lambda tx: tx.execute(tables.roles.delete()))
    phone.text("Nowy tytuł")
    assert not phone.screen.place.startswith("nw")


# ---- once -------------------------------------------------------------------------------------------------------


def test_an_announcement_is_sent_once_for_its_key(database: Database, town: Town, workshop: int) -> None:
    do(database, lambda tx: person(tx, 7001, "organiser"))
    for _ in range(3):
        perform(database, town, 7001, Wanted("announcement.send", workshop, message(workshop)))
    assert [one["state"] for one in rows(database, tables.announcements)] == ["preparing"]


def test_the_writers_own_yes_is_no_second_one(database: Database, town: Town, workshop: int) -> None:

    careful = replace(town, office=replace(town.office, second_confirmation_above=0))
    do(database, lambda tx: person(tx, 7001, "organiser"))
    do(database, lambda tx: person(tx, 7002, "organiser"))
    do(database, lambda tx: register(tx, workshop, 1))
    perform(database, careful, 7001, Wanted("announcement.send", workshop, message(workshop)))
    [waiting] = rows(database, tables.announcements)
    about = {"announcement": waiting["id"]}
    assert waiting["state"] == "draft"
    perform(database, careful, 7001, Wanted("announcement.confirm", workshop, about))
    assert [one["state"] for one in rows(database, tables.announcements)] == ["draft"]
    for _ in range(2):
        perform(database, careful, 7002, Wanted("announcement.confirm", workshop, about))
    assert [one["state"] for one in rows(database, tables.announcements)] == ["preparing"]
    assert [one["act"] for one in rows(database, tables.audit)].count("announcement.confirm") == 1


def test_acts_are_written_into_the_audit_log_without_words(database: Database, town: Town, workshop: int) -> None:
    do(database, lambda tx: person(tx, 7001, "organiser"))
    number = entry(database, workshop)
    perform(database, town, 7001, Wanted("timeline.text", workshop, {"entry": number, "text": {"pl": "Tajne słowa"}}))
    perform(database, town, 7001, Wanted("timeline.switch", workshop, {"entry": number, "on": False}))
    perform(database, town, 7001, Wanted("announcement.send", workshop, message(workshop)))
    perform(database, town, 7001, Wanted("workshop.cancel", workshop))
    logged = [one for one in rows(database, tables.audit) if one["actor"] == "r7001"]
    wanted = ["timeline.text", "timeline.switch", "announcement.sent", "workshop.cancelled"]
    assert [one["act"] for one in logged] == wanted
    assert "Tajne" not in str(logged)


def test_a_fired_entry_is_not_moved_and_its_organiser_is_told(database: Database, town: Town, workshop: int) -> None:
    do(database, lambda tx: person(tx, 7001, "organiser"))
    number = entry(database, workshop)
    fired = update(tables.timeline).where(tables.timeline.c.id == number).values(state="fired", fired_at=NOW)
    do(database, lambda tx: tx.execute(fired))
    moment = {"entry": number, "moment": "2022-11-20T12:00:00+00:00"}
    assert perform(database, town, 7001, Wanted("timeline.move", workshop, moment)).deliveries
    [told] = rows(database, tables.deliveries)
    assert told["content"]["lines"] == [{"say": "timeline-entry-gone", "args": {}}]


def test_formatting_photo_and_button_reach_residents_as_they_were_made(
    database: Database, town: Town, workshop: int
) -> None:
    phone = Phone(database, town, 500, NOW).start().tap("agree")
    do(database, lambda tx: tx.execute(insert(tables.roles).values(participant_id=1, role="organiser", given_at=NOW)))
    phone.command("announce").tap("new").tap("put", "registered").tap("next")
    for _ in range(3):
        phone.event({"type": "text", "text": "Sala 2", "html": "<b>Sala</b> 2<script>"})
    phone.tap("next").event({"type": "other", "kind": "photo", "file_id": "f", "caption": ""})
    phone.tap("put", "reg").tap("now").tap("send")
    [sent] = rows(database, tables.announcements)
    assert sent["content"]["lines"] == [{"marked": dict.fromkeys(("pl", "uk", "en"), "<b>Sala</b> 2<script>")}]
    assert sent["content"]["file"]["file_id"] == "f"
    shown = render(from_json(sent["content"]), "pl", session=0)
    assert shown.text == "<b>Sala</b> 2"
    assert [key.data for key in shown.keyboard[0]] == [f"1|0|reg|open|{workshop}"]


def test_a_text_too_long_for_a_photo_is_refused_before_it_is_sent(
    database: Database, town: Town, workshop: int
) -> None:
    phone = Phone(database, town, 500, NOW).start().tap("agree")
    do(database, lambda tx: tx.execute(insert(tables.roles).values(participant_id=1, role="organiser", given_at=NOW)))
    phone.command("announce").tap("new").tap("put", "registered").tap("next").text("a" * 1200).tap("next")
    phone.event({"type": "other", "kind": "photo", "file_id": "f", "caption": ""})
    assert phone.screen.place == f"an.file.{workshop}"
    assert phone.tap("skip").screen.place == f"an.button.{workshop}"


OWN_DAY = [
    # when the organiser wants it out, to whom, and whether neither night nor cap hold it back
    ("2022-11-21T07:15:00+01:00", "registered", True),
    ("2022-11-21T07:15:00+01:00", "everyone", False),
    ("2022-11-20T22:00:00+01:00", "registered", False),
    ("2022-11-21T00:00:00+01:00", "in_room", True),
    ("2022-11-22T00:00:00+01:00", "checked_in", False),
]


def test_on_the_workshops_own_day_nothing_holds_back_what_organisers_write_to_those_who_come(
    database: Database, town: Town, workshop: int
) -> None:
    do(database, lambda tx: person(tx, 7001, "organiser"))
    for number, (moment, whom, _) in enumerate(OWN_DAY):
        args = message(workshop, f"k{number}") | {"not_before": parse_instant(moment)}
        audience = Audience(workshop, (Part(whom),))  # type: ignore[arg-type]
        perform(database, town, 7001, Wanted("announcement.send", workshop, args | {"audience": audience}))
    sent = rows(database, tables.announcements)
    assert [one["skip_quiet"] for one in sent] == [free for _, _, free in OWN_DAY]


def test_who_is_checked_in_late_gets_what_those_in_the_room_got(database: Database, town: Town, workshop: int) -> None:
    def late(tx: Tx) -> tuple[int, int]:
        person(tx, 7001, "organiser")
        [guest] = add_people(tx, 1, first=8000)
        register(tx, workshop, guest)
        room = Audience(workshop, (Part("checked_in"),))
        terms = Terms(NOW, valid_until=later(NOW, hours=1), skip_quiet=True, late_joiners=True)
        announcements.announce(tx, "room", "announcement", room, message(workshop)["content"], terms, by="x", now=NOW)
        while announcements.fan_out(tx, NOW):
            pass
        found = select(tables.registrations.c.id).where(tables.registrations.c.participant_id == guest)
        return guest, int(tx.execute(found).scalar_one())

    guest, registration = do(database, late)
    assert rows(database, tables.deliveries) == []
    perform(database, town, 7001, Wanted("checkin.put", workshop, {"registration": registration}))
    assert [one["participant_id"] for one in rows(database, tables.deliveries)] == [guest]
