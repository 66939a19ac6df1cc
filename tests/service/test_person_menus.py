"""Whose list of commands changes in a step: those who get or lose a role, and those who choose another language."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert

from domain.roles import Grant
from running.menus import commands_of
from service import person_menus, roles
from service.person_menus import PersonMenu
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx


def menus(phone: Phone) -> tuple[PersonMenu, ...]:
    assert phone.outcome is not None
    found: tuple[PersonMenu, ...] = phone.outcome.menus
    return found


def row(database: Database, number: int) -> Any:
    return database.read(lambda tx: people.by_telegram_ids(tx, frozenset({number}))[0]).result()


def give(database: Database, number: int, role: str) -> None:
    values = {"participant_id": row(database, number).id, "role": role, "given_at": NOW}
    database.write(lambda tx: tx.execute(insert(tables.roles).values(**values))).result()


def test_a_role_given_by_a_link_and_taken_again_changes_the_list_both_times(database: Database, town: Town) -> None:
    owned = replace(town, owner_ids=frozenset({1}))
    owner, colleague = Phone(database, owned, 1, NOW), Phone(database, owned, 2, NOW)
    owner.start().tap("agree")
    colleague.start().tap("agree")
    by = row(database, 1)

    def invite(tx: Tx) -> str:
        return roles.invite(tx, "facilitator", None, by, NOW).secret

    colleague.start("i-" + database.write(invite).result())
    assert menus(colleague) == (PersonMenu(2, "pl", (Grant("facilitator", None),)),)
    names = [name for name, _ in commands_of("pl", (Grant("facilitator", None),))]
    assert "obszary" in names
    assert "role" not in names
    colleague.command("areas")
    assert menus(colleague) == ()
    owner.command("roles")
    take = next(button for button in owner.buttons() if button.verb == "take")
    owner.tap(take.verb, take.argument).tap("yes")
    assert menus(owner) == (PersonMenu(2, "pl", None),)


def test_a_chosen_language_changes_the_list_and_the_phones_own_changes_it_back(database: Database, town: Town) -> None:
    open_lublin(database)
    phone = Phone(database, town, 1, NOW).start()
    assert menus(phone) == (), "Telegram shows the phone's own language by itself"
    phone.tap("agree").command("language").tap("lang", "uk")
    assert menus(phone) == (PersonMenu(1, "uk", ()),)
    phone.command("language").tap("lang", "pl")
    assert menus(phone) == (PersonMenu(1, "pl", None),)


def test_staff_keep_their_commands_in_the_language_they_choose(database: Database, town: Town) -> None:
    phone = Phone(database, town, 1, NOW).start().tap("agree")
    give(database, 1, "staff")
    phone.command("language").tap("lang", "en")
    assert menus(phone) == (PersonMenu(1, "en", (Grant("staff", None),)),)


def test_whoever_is_forgotten_has_everybodys_list_again(database: Database, town: Town) -> None:
    phone = Phone(database, town, 1, NOW).start().tap("agree")
    give(database, 1, "staff")
    phone.command("forget").tap("forget")
    assert [(one.chat, one.grants) for one in menus(phone)] == [(1, None)]


def test_at_the_start_everybody_with_a_role_is_known_owners_by_setting_too(database: Database, town: Town) -> None:
    for number in (1, 2, 3):
        Phone(database, town, number, NOW).start().tap("agree")
    give(database, 2, "organiser")
    owned = replace(town, owner_ids=frozenset({1, 99}))
    found = database.read(partial(person_menus.of_staff, town=owned)).result()
    assert found == (PersonMenu(1, "pl", (Grant("owner", None),)), PersonMenu(2, "pl", (Grant("organiser", None),)))


def test_an_owner_by_the_settings_has_the_commands_from_their_first_words_on(database: Database, town: Town) -> None:
    owner = Phone(database, replace(town, owner_ids=frozenset({700})), 700, NOW).start()
    [menu] = menus(owner)
    assert menu.grants is not None
    assert {"nowy", "role"} <= {name for name, _ in commands_of("pl", menu.grants)}
    assert menus(owner.command("help")) == ()
