"""Somebody on the staff has a closed wave released again from the chat, and hears what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import delete, insert, select, update
from staging import add_people, vote

from errors import OperatorError
from operating import operations
from service import audit, releases, sweep
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx


@pytest.fixture
def released(sqlite_url: str) -> Iterator[tuple[Database, int, int]]:
    """(database, workshop, wave): the first wave is closed and released with twenty ballots."""
    database = Database(sqlite_url)
    workshop = open_lublin(database)

    def answer(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.state == "open")).scalar_one())
        theme = int(tx.execute(select(tables.themes.c.id).limit(1)).scalar_one())
        for voter in add_people(tx, 20, first=5000):
            vote(tx, wave, voter, [theme])
        tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=NOW))
        return wave

    wave = database.write(answer).result()
    assert releases.publish(database, wave, NOW, by="timeline") is not None
    yield database, workshop, wave
    database.close()


def more(database: Database, wave: int, count: int) -> None:
    def late(tx: Tx) -> None:
        theme = int(tx.execute(select(tables.themes.c.id).limit(1)).scalar_one())
        for voter in add_people(tx, count, first=7000):
            vote(tx, wave, voter, [theme])

    database.write(late).result()


def staff(database: Database, town: Town, role: str = "staff") -> Phone:
    phone = Phone(database, town, 50, NOW).start().tap("agree")

    def give(tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({50}))
        tx.execute(insert(tables.roles).values(participant_id=row.id, role=role, given_at=NOW))

    database.write(give).result()
    return phone.command("results")


def ask(database: Database, phone: Phone, wave: int) -> Phone:
    if "staff-again" not in phone.labels():
        phone.tap("wave", str(wave))
    return phone.press("staff-again").text("dopisane  odpowiedzi z papieru")


def due(database: Database, town: Town) -> bool:
    return database.read(lambda tx: sweep.next_due(tx, town, NOW)).result() == NOW


def said(database: Database) -> list[str]:
    query = select(tables.deliveries.c.content).where(tables.deliveries.c.personal)
    return [str(one) for one in database.read(lambda tx: tx.execute(query).scalars().all()).result()]


def newest(database: Database, wave: int) -> Any:
    return database.read(lambda tx: releases.newest(tx, wave)).result()


def test_the_sweep_releases_it_with_the_reason_and_the_person_is_told(released: Any, town: Town) -> None:
    database, _, wave = released
    more(database, wave, 6)
    phone = ask(database, staff(database, town), wave)
    assert "staff-again" not in phone.labels()
    assert newest(database, wave).number == 1, "nothing is published in the act's own transaction"
    assert due(database, town)
    assert releases.publish_due(database, town, NOW)
    made = newest(database, wave)
    assert (made.number, made.figures["reason"], made.figures["n"]) == (2, "dopisane odpowiedzi z papieru", 26)
    [told] = said(database)
    assert "'done'" in told
    acts = [one.act for one in database.read(audit.newest).result()]
    assert acts[:2] == ["results.again", "results.again_asked"]
    assert not releases.publish_due(database, town, NOW)
    assert "staff-again" in phone.command("results").tap("wave", str(wave)).labels()


def test_too_few_people_between_two_releases_is_said_kindly_and_nothing_is_published(released: Any, town: Town) -> None:
    database, _, wave = released
    more(database, wave, 3)
    ask(database, staff(database, town), wave)
    assert releases.publish_due(database, town, NOW)
    assert newest(database, wave).number == 1
    [told] = said(database)
    assert "'close'" in told
    assert not due(database, town)


def test_whoever_lost_the_role_meanwhile_gets_no_release(released: Any, town: Town) -> None:
    database, _, wave = released
    more(database, wave, 6)
    ask(database, staff(database, town), wave)
    database.write(lambda tx: tx.execute(delete(tables.roles))).result()
    assert releases.publish_due(database, town, NOW)
    assert newest(database, wave).number == 1
    assert "'refused'" in said(database)[0]


def test_a_request_whose_release_is_there_already_is_not_done_a_second_time(released: Any, town: Town) -> None:
    """As after a crash between the publishing and the message."""
    database, _, wave = released
    more(database, wave, 6)
    ask(database, staff(database, town), wave)
    assert releases.publish(database, wave, NOW, by="r", reason="x") is not None
    assert releases.publish_due(database, town, NOW)
    assert newest(database, wave).number == 2
    assert len(said(database)) == 1


def test_a_facilitator_is_not_offered_it(released: Any, town: Town) -> None:
    database, _, wave = released
    phone = staff(database, town, "facilitator").tap("wave", str(wave))
    assert "staff-picture" in phone.labels()
    assert "staff-again" not in phone.labels()


# ---- themes that lead nowhere -----------------------------------------------------------------------------------


def merge_in_a_circle(database: Database) -> list[int]:
    """Two themes merged into each other, as no screen allows: by hand, or by an older version of the service."""

    def merge(tx: Tx) -> list[int]:
        first, second = tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id.desc()).limit(2)).scalars()
        for theme, into in ((first, second), (second, first)):
            changed = update(tables.themes).where(tables.themes.c.id == theme)
            tx.execute(changed.values(state="merged", merged_into=into))
        return [first, second]

    return database.write(merge).result()


def undo(database: Database, themes: list[int]) -> None:
    undone = update(tables.themes).where(tables.themes.c.id.in_(themes)).values(state="active", merged_into=None)
    database.write(lambda tx: tx.execute(undone)).result()


def test_whoever_asks_while_themes_are_merged_in_a_circle_is_told_once_and_may_ask_again(
    released: Any, town: Town
) -> None:
    database, _, wave = released
    more(database, wave, 6)
    themes = merge_in_a_circle(database)
    phone = ask(database, staff(database, town), wave)
    assert releases.publish_due(database, town, NOW)
    [told] = said(database)
    assert "'themes'" in told
    assert not due(database, town)
    assert not releases.publish_due(database, town, NOW), "it is not tried until somebody asks again"
    undo(database, themes)
    ask(database, phone.command("results"), wave)
    assert releases.publish_due(database, town, NOW)
    assert newest(database, wave).number == 2


def test_a_closed_wave_whose_themes_lead_nowhere_is_said_to_the_owner_once_and_waits_for_other_themes(
    released: Any, town: Town
) -> None:
    database, workshop, _ = released
    town = replace(town, owner_ids=frozenset({900}))
    owner = database.write(lambda tx: add_people(tx, 1, first=900)).result()
    later_wave = update(tables.waves).where(tables.waves.c.workshop_id == workshop, tables.waves.c.kind == "after")
    database.write(lambda tx: tx.execute(later_wave.values(state="closed", closed_at=NOW))).result()
    themes = merge_in_a_circle(database)
    assert releases.publish_due(database, town, NOW)
    assert not releases.publish_due(database, town, NOW)
    assert not due(database, town)
    query = select(tables.deliveries.c.participant_id, tables.deliveries.c.content)
    [(person, content)] = database.read(lambda tx: tx.execute(query).all()).result()
    assert person == owner[0]
    assert "staff-not-released" in str(content)
    assert "themes" in str(content)
    undo(database, themes)
    assert due(database, town)
    assert releases.publish_due(database, town, NOW)
    kinds = {
        one.figures["wave"]["kind"] for one in database.read(lambda tx: releases.of_workshop(tx, workshop)).result()
    }
    assert kinds == {"before", "after"}
    assert not releases.publish_due(database, town, NOW)


def test_the_command_line_says_which_merge_leads_nowhere(
    released: Any, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    database, _, wave = released
    more(database, wave, 6)
    merge_in_a_circle(database)
    with pytest.raises(OperatorError, match="merged in a circle"):
        operations.release_again("lublin-ramy-strategii", "before", "late paper", NOW)
