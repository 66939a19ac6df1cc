"""Special needs: asked for with consent, seen by the named contact alone and without names, gone when the ground is gone."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import delete, insert, select

from conversations import effects
from domain.instants import later
from messages.render import render
from service import acts, roles
from service.acts import NotAllowed
from service.effects import Doing
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx

NAME = "Osoba z biura partycypacji"
WORDS = "siedzę z przodu, słabo widzę"
ORGANISER, CONTACT, COLLEAGUE, RESIDENT = 10, 20, 30, 40


class Scene:
    """An organiser, a contact and a colleague with roles at the workshop, and a resident who comes."""

    def __init__(self, database: Database, town: Town) -> None:
        self.database, self.town = database, town
        self.workshop = open_lublin(database)
        self.phones = {number: self._phone(number) for number in (ORGANISER, CONTACT, COLLEAGUE, RESIDENT)}
        for number, role in ((ORGANISER, "organiser"), (CONTACT, "facilitator"), (COLLEAGUE, "staff")):
            self.do(partial(self._give, number, role))

    def __getitem__(self, number: int) -> Phone:
        return self.phones[number]

    def _phone(self, number: int) -> Phone:
        return Phone(self.database, self.town, number, NOW).start().tap("agree")

    def _give(self, telegram_id: int, role: str, tx: Tx) -> None:
        row = {"participant_id": _id(tx, telegram_id), "workshop_id": self.workshop, "role": role, "given_at": NOW}
        tx.execute(insert(tables.roles).values(**row))

    def do(self, action: Any) -> Any:
        return self.database.write(action).result()

    def switch_on(self, contact: int = CONTACT, name: str = NAME) -> None:
        phone = self[ORGANISER]
        phone.tap("open", str(self.workshop), place="asks_needs", session=0).tap("choose")
        phone.tap("who", str(self.do(lambda tx: _id(tx, contact)))).text(name)

    def tell(self, number: int = RESIDENT, words: str = WORDS) -> Phone:
        """Register, agree, tick, write, save."""
        phone = self[number]
        phone.tap("going", f"{self.workshop}:room", place="reg", session=0).tap("needs").tap("agree")
        return phone.tap("put", "print").text(words).tap("save")

    def look(self, number: int) -> str:
        """All that this person can be shown of needs."""
        phone = self[number].command("potrzeby")
        seen = text(phone)
        if any(button.verb == "see" for button in phone.buttons()):
            seen += text(phone.tap("see", str(self.workshop)))
        return seen

    def rows(self, table: Any) -> list[dict[str, Any]]:
        return self.do(lambda tx: [dict(row._mapping) for row in tx.execute(select(table))])  # type: ignore[no-any-return]


def _id(tx: Tx, telegram_id: int) -> int:
    [row] = people.by_telegram_ids(tx, frozenset({telegram_id}))
    return row.id


def text(phone: Phone) -> str:
    shown = render(phone.screen, "pl", session=1, simple=False)
    return "\n".join([shown.text, *(key.text for row in shown.keyboard for key in row)])


@pytest.fixture
def scene(sqlite_url: str, town: Town) -> Any:
    database = Database(sqlite_url)
    yield Scene(database, town)
    database.close()


def test_nobody_is_asked_until_an_organiser_names_who_will_see_it(scene: Scene) -> None:
    phone = scene[RESIDENT].tap("going", f"{scene.workshop}:room", place="reg", session=0)
    assert "Szczególne potrzeby" not in text(phone)
    scene.switch_on()
    phone.command("udzial")
    assert "Szczególne potrzeby" in text(phone)
    assert NAME in text(phone.tap("needs"))
    assert scene.rows(tables.needs) == []


def test_the_contact_sees_what_was_told_without_a_name_and_nobody_else_does(scene: Scene) -> None:
    scene.switch_on()
    scene.tell()
    seen = scene.look(CONTACT)
    assert WORDS in seen
    assert "Duży druk: 1" in seen
    assert scene[RESIDENT].name not in seen
    assert str(RESIDENT) not in seen.replace(WORDS, "")
    for other in (ORGANISER, COLLEAGUE, RESIDENT):
        assert WORDS not in scene.look(other)
        assert WORDS not in text(scene[other].tap("see", str(scene.workshop), place="nv.list"))
        assert WORDS not in text(scene[other].tap("open", str(scene.workshop), place="needs_seen", session=0))


def test_looking_is_in_the_audit_log_and_only_the_contact_may(scene: Scene) -> None:
    scene.switch_on()
    scene.tell()
    scene.look(CONTACT)
    assert [row["act"] for row in scene.rows(tables.audit) if row["act"].startswith("needs")] == [
        "needs.asked",
        "needs.seen",
    ]

    def forge(tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({COLLEAGUE}))
        acts.perform(Doing.of(tx, scene.town, NOW, row), effects.Act("needs.look", scene.workshop))

    with pytest.raises(NotAllowed):
        scene.do(forge)


def test_a_contact_without_a_role_there_is_refused(scene: Scene) -> None:
    def forge(tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({ORGANISER}))
        wanted = effects.Act("needs.ask", scene.workshop, {"contact": _id(tx, RESIDENT), "name": NAME})
        acts.perform(Doing.of(tx, scene.town, NOW, row), wanted)

    with pytest.raises(NotAllowed):
        scene.do(forge)


def test_what_was_told_stands_in_its_table_alone(scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    scene.switch_on()
    scene.tell()
    scene.look(CONTACT)
    for mark in (WORDS, "'print'"):
        holding = {name for name, table in tables.metadata.tables.items() if mark in str(scene.rows(table))}
        assert holding == {"needs"}, mark
        assert mark not in caplog.text


def test_what_is_ticked_and_not_saved_waits_nowhere(scene: Scene) -> None:
    scene.switch_on()
    phone = scene[RESIDENT].tap("going", f"{scene.workshop}:room", place="reg", session=0).tap("needs").tap("agree")
    phone.tap("put", "print").text(WORDS).command("ankieta")
    assert WORDS not in str(scene.rows(tables.sessions))
    assert "'print'" not in str(scene.rows(tables.sessions))


def test_another_contact_starts_anew_and_people_are_told(scene: Scene) -> None:
    scene.switch_on()
    scene.tell()
    scene.switch_on(COLLEAGUE, "Ktoś inny")
    assert scene.rows(tables.needs) == []
    told = [row for row in scene.rows(tables.deliveries) if "needs-contact-changed" in str(row["content"])]
    assert [row["participant_id"] for row in told] == [scene.do(lambda tx: _id(tx, RESIDENT))]
    consents = [row for row in scene.rows(tables.consents) if row["purpose"].startswith("needs")]
    assert all(row["withdrawn_at"] is not None for row in consents)
    assert WORDS not in scene.look(CONTACT)


def test_who_agreed_before_the_contact_changed_is_asked_again(scene: Scene) -> None:
    scene.switch_on()
    phone = scene[RESIDENT].tap("going", f"{scene.workshop}:room", place="reg", session=0).tap("needs").tap("agree")
    phone.tap("put", "print")
    scene.switch_on(COLLEAGUE, "Ktoś inny")
    phone.tap("save")
    assert scene.rows(tables.needs) == []
    assert "Ktoś inny" in text(phone)
    phone.tap("agree").tap("put", "loop").tap("save")
    assert [row["needs"]["options"] for row in scene.rows(tables.needs)] == [["loop"]]


@pytest.mark.parametrize("how", ["role taken", "forgotten"])
def test_when_the_contact_goes_so_does_what_they_saw(scene: Scene, how: str) -> None:
    scene.switch_on()
    scene.tell()
    if how == "forgotten":
        scene[CONTACT].command("usun").tap("forget")
    else:
        take = partial(roles.take, role="facilitator", workshop=scene.workshop, actor="x", now=NOW)
        assert scene.do(lambda tx: take(tx, _id(tx, CONTACT)))
    assert scene.rows(tables.needs) == []
    scene[RESIDENT].command("udzial")
    assert "Szczególne potrzeby" not in scene[RESIDENT].labels()
    assert not any(row["asks_needs"] for row in scene.rows(tables.workshops))


def test_switching_it_off_deletes_what_was_told(scene: Scene) -> None:
    scene.switch_on()
    scene.tell()
    scene[ORGANISER].tap("off").tap("off_sure")
    assert scene.rows(tables.needs) == []
    assert "Teraz o to nie pytamy" in text(scene[ORGANISER])


def test_who_does_not_come_after_all_leaves_no_needs(scene: Scene) -> None:
    scene.switch_on()
    phone = scene.tell()
    phone.command("udzial").tap("cancel").tap("cancelled", str(scene.workshop))
    assert scene.rows(tables.needs) == []


def test_the_contact_hears_that_something_came_and_not_what(scene: Scene) -> None:
    scene.switch_on()
    scene.tell()
    [row] = [row for row in scene.rows(tables.deliveries) if "needs-came" in str(row["content"])]
    assert row["participant_id"] == scene.do(lambda tx: _id(tx, CONTACT))
    assert WORDS not in str(row)


def test_an_old_screen_shows_nothing_once_the_role_is_gone(scene: Scene) -> None:
    scene.switch_on()
    scene.tell()
    scene.look(CONTACT)
    scene.do(lambda tx: tx.execute(delete(tables.roles)))
    phone = scene[CONTACT].at(later(NOW, hours=1))
    assert WORDS not in text(phone.tap("page", "0"))
