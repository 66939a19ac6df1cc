"""Results as residents see them: published ones alone, of closed waves alone, with nothing small in them."""

from __future__ import annotations

from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import select, update
from staging import add_people, vote

from messages.render import render
from results.published import NotPublished
from service import releases, turn
from service.work import Town
from storage import tables
from storage.database import Database, Tx


@pytest.fixture
def workshop(sqlite_database: Database) -> int:
    return open_lublin(sqlite_database)


@pytest.fixture
def sqlite_database(sqlite_url: str) -> Any:
    with_lublin = Database(sqlite_url)
    yield with_lublin
    with_lublin.close()


@pytest.fixture
def phone(sqlite_database: Database, town: Town, workshop: int) -> Phone:
    return Phone(sqlite_database, town, 1, NOW).start().tap("agree")


def answered(database: Database, kind: str, people: int = 12, theme: str = "Sport") -> int:
    """These people choose in a wave; it is closed. Returns its id."""

    def answer(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == kind)).scalar_one())
        names = {row.names["pl"]: row.id for row in tx.execute(select(tables.themes))}
        old = select(tables.participants.c.id).where(tables.participants.c.telegram_id >= 5000)
        for voter in list(tx.execute(old).scalars()) or add_people(tx, people, first=5000):
            vote(tx, wave, voter, [names[theme]])
        closing = {"state": "closed", "closed_at": NOW}
        tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(**closing))
        return wave

    return database.write(answer).result()


def seen(phone: Phone) -> str:
    return render(phone.screen, "pl", session=1, simple=False).text


def test_results_are_shown_after_the_release_and_not_before(phone: Phone, sqlite_database: Database) -> None:
    assert "jeszcze nie ma" in seen(phone.command("podsumowanie"))
    wave = answered(sqlite_database, "before")
    assert "Sport" not in seen(phone.command("podsumowanie")), "closed, and not released"
    releases.publish(sqlite_database, wave, NOW, by="timeline")
    text = seen(phone.command("results"))
    assert "Sport" in text
    assert "12" in text


def test_of_few_ballots_there_is_an_order_and_no_numbers(phone: Phone, sqlite_database: Database) -> None:
    wave = answered(sqlite_database, "before", people=7)
    releases.publish(sqlite_database, wave, NOW, by="timeline")
    text = seen(phone.command("podsumowanie"))
    assert "Sport" in text
    assert "%" not in text


def test_figures_that_nobody_went_over_are_never_shown(phone: Phone, sqlite_database: Database) -> None:
    wave = answered(sqlite_database, "before")
    releases.publish(sqlite_database, wave, NOW, by="timeline")

    def undo(tx: Tx) -> None:
        figures = tx.execute(select(tables.releases.c.figures)).scalar_one()
        tx.execute(update(tables.releases).values(figures={**figures, "published": False}))

    sqlite_database.write(undo).result()
    with pytest.raises(NotPublished):
        phone.command("podsumowanie")


def test_a_live_release_of_an_open_wave_is_not_among_them(
    phone: Phone, sqlite_database: Database, workshop: int
) -> None:
    wave = answered(sqlite_database, "before")
    releases.publish(sqlite_database, wave, NOW, by="timeline")
    sqlite_database.write(lambda tx: tx.execute(update(tables.releases).values(kind="live"))).result()
    assert "Sport" not in seen(phone.command("podsumowanie"))
    phone.tap("open", str(workshop), place="results", session=0)
    assert "Sport" not in seen(phone)


def test_the_card_says_where_the_others_went_once_that_is_released(
    phone: Phone, sqlite_database: Database, workshop: int
) -> None:
    own = select(tables.participants.c.id).where(tables.participants.c.telegram_id == 1)
    me = sqlite_database.read(lambda tx: tx.execute(own).scalar_one()).result()
    before = answered(sqlite_database, "before", people=30)
    after = answered(sqlite_database, "after", theme="Edukacja")

    def mine(tx: Tx) -> None:
        names = {row.names["pl"]: row.id for row in tx.execute(select(tables.themes))}
        vote(tx, before, me, [names["Sport"]])
        vote(tx, after, me, [names["Edukacja"]])

    sqlite_database.write(mine).result()
    assert "pokażemy" in seen(phone.command("karta"))
    for wave in (before, after):
        releases.publish(sqlite_database, wave, NOW, by="timeline")
    text = seen(phone.command("karta"))
    assert "pokażemy" not in text
    assert "najbardziej zyskał temat: Edukacja" in text
    phone.tap("open", str(workshop), place="results")
    assert "Edukacja" in seen(phone)


def test_a_phone_that_never_saw_the_screen_gets_the_same_figures_after_a_crash(
    phone: Phone, sqlite_database: Database, town: Town
) -> None:
    wave = answered(sqlite_database, "before")
    releases.publish(sqlite_database, wave, NOW, by="timeline")
    phone.command("podsumowanie")
    again = sqlite_database.read(lambda tx: turn.current_show(tx, phone.show.session, town, NOW)).result()
    assert again is not None
    assert again.screen == phone.screen
