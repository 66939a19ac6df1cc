"""Roles come by one-time links; an act asks the database whether the person may."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from lublin import NOW, lublin, open_lublin
from phones import Phone
from sqlalchemy import select, update

from conversations import effects
from domain.instants import Instant, later
from domain.roles import Grant
from service import acts, audit, roles
from service.acts import Act, NotAllowed
from service.effects import Doing
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx
from storage.people import ParticipantRow


def person(database: Database, town: Town, number: int) -> ParticipantRow:
    Phone(database, town, number, NOW).start().tap("agree")
    return database.read(lambda tx: people.by_telegram_ids(tx, frozenset({number}))[0]).result()


def redeem(database: Database, secret: str, who: ParticipantRow, now: Instant = NOW) -> Grant | None:
    return database.write(partial(roles.redeem, secret=secret, person=who, now=now)).result()


def test_an_invitation_gives_its_role_once_and_within_a_week(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    first, second = person(database, town, 1), person(database, town, 2)
    invite = partial(roles.invite, role="organiser", workshop=workshop, by=None, now=NOW)
    invited = database.write(invite).result()
    stored = database.read(lambda tx: tx.execute(select(tables.invitations.c.secret_hash)).scalars().all()).result()
    assert invited.secret not in stored
    assert redeem(database, "something else", first) is None
    assert redeem(database, invited.secret, first, later(NOW, days=6)) == Grant("organiser", workshop)
    assert redeem(database, invited.secret, second) is None
    late = database.write(invite).result()
    assert redeem(database, late.secret, second, later(NOW, days=8)) is None
    revoked = database.write(invite).result()
    assert database.write(partial(roles.revoke_invitation, invitation=revoked.id, actor="x", now=NOW)).result()
    assert redeem(database, revoked.secret, second) is None
    said = [entry.act for entry in database.read(audit.newest).result()]
    assert said.count("role.invited") == 3
    assert said.count("role.accepted") == 1


def test_owners_are_those_of_the_setting_and_of_the_table(database: Database, town: Town) -> None:
    first, second = person(database, town, 1), person(database, town, 2)
    invited = database.write(partial(roles.invite, role="owner", workshop=None, by=None, now=NOW)).result()
    redeem(database, invited.secret, second)
    owned = replace(town, owner_ids=frozenset({1, 77}))
    assert database.read(partial(roles.owners, town=owned)).result() == [first.id, second.id]
    assert database.read(partial(roles.grants_of, person=first, town=owned)).result() == (Grant("owner", None),)
    taken = partial(roles.take, participant=second.id, role="owner", workshop=None, actor="x", now=NOW)
    assert database.write(taken).result()
    assert not database.write(taken).result()
    assert database.read(partial(roles.owners, town=town)).result() == []


def test_an_act_is_refused_without_its_role_and_done_with_it(
    database: Database, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = open_lublin(database)
    who = person(database, town, 1)
    done: list[int | None] = []
    act = Act("test", frozenset({"organiser"}), lambda doing, effect: done.append(effect.workshop))
    monkeypatch.setattr(acts, "ACTS", {"test": act})

    def perform(tx: Tx, workshop: int | None) -> None:
        acts.perform(Doing.of(tx, town, NOW, who), effects.Act("test", workshop))

    with pytest.raises(NotAllowed):
        database.write(partial(perform, workshop=workshop)).result()
    invited = database.write(partial(roles.invite, role="organiser", workshop=workshop, by=None, now=NOW)).result()
    redeem(database, invited.secret, who)
    database.write(partial(perform, workshop=workshop)).result()
    with pytest.raises(NotAllowed):
        database.write(partial(perform, workshop=workshop + 1)).result()
    assert done == [workshop]


def test_whoever_comes_online_checks_in_with_the_code_of_the_call(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    phone = Phone(database, town, 1, NOW).start("lublin-ramy-strategii").tap("agree")
    phone.tap("going", f"{workshop}:online", place="reg")
    table = tables.registrations

    def checked_in() -> bool:
        found = database.read(lambda tx: tx.execute(select(table.c.checked_in_at)).scalar_one()).result()
        return found is not None

    phone.text("koziolek")
    assert not checked_in(), "the call is days away"
    phone.at(later(lublin().starts_at, minutes=5)).start().tap("state", str(workshop), place="reg")
    phone.text("wawel")
    assert not checked_in()
    phone.text(" Koziolek ")
    assert checked_in()


def test_taking_a_role_away_ends_what_it_allowed(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    who = person(database, town, 1)
    database.write(lambda tx: tx.execute(update(tables.workshops).values(state="draft"))).result()
    invited = database.write(partial(roles.invite, role="organiser", workshop=workshop, by=None, now=NOW)).result()
    redeem(database, invited.secret, who)
    assert database.read(partial(roles.grants_of, person=who, town=town)).result() == (Grant("organiser", workshop),)
    database.write(
        partial(roles.take, participant=who.id, role="organiser", workshop=workshop, actor="x", now=NOW)
    ).result()
    assert database.read(partial(roles.grants_of, person=who, town=town)).result() == ()
