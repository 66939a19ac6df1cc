"""A closed wave is released again for a reason, never when the difference would show few people's answers."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from lublin import NOW, open_lublin
from sqlalchemy import delete, func, select, update
from staging import add_people, erase, vote

from domain.instants import Instant
from errors import OperatorError
from operating import operations
from service import audit, releases
from storage import tables
from storage.database import Database, Tx

SLUG = "lublin-ramy-strategii"


@pytest.fixture
def released(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """(database, wave) of the example workshop: its first wave is closed and released with twenty ballots."""
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    database = Database(sqlite_url)
    open_lublin(database)

    def answer(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.state == "open")).scalar_one())
        themes = list(tx.execute(select(tables.themes.c.id)).scalars())
        for voter in add_people(tx, 20, first=5000):
            vote(tx, wave, voter, [themes[0]])
        tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=NOW))
        return wave

    wave = database.write(answer).result()
    assert releases.publish(database, wave, NOW, by="timeline") is not None
    yield database, wave
    database.close()


def come(database: Database, wave: int, people: int, at: Instant) -> None:
    """So many people more, whose ballots bear this moment."""

    def late(tx: Tx) -> None:
        theme = tx.execute(select(tables.ballot_places.c.theme_id).limit(1)).scalar_one()
        for voter in add_people(tx, people, first=7000):
            vote(tx, wave, voter, [theme], at)

    database.write(late).result()


def test_a_wave_is_released_again_with_its_reason_and_the_earlier_one_stays_to_the_digit(released: Any) -> None:
    database, _ = released
    first = operations.show_release(SLUG, "before", 1)
    erase(database, 6)
    assert "release 2" in operations.release_again(SLUG, "before", "six people asked to be forgotten", NOW)
    newest = json.loads(operations.show_release(SLUG, "before", None))
    assert (newest["number"], newest["n"], newest["reason"]) == (2, 14, "six people asked to be forgotten")
    assert operations.show_release(SLUG, "before", 1) == first


def test_releasing_again_stands_in_the_audit_log_without_its_words(released: Any) -> None:
    database, wave = released
    operations.release_again(SLUG, "before", "late paper", NOW)
    [entry] = [one for one in database.read(audit.newest).result() if one.act == "results.again"]
    assert (entry.actor, dict(entry.about)) == ("command line", {"wave": wave, "number": 2})


@pytest.mark.parametrize("people", [1, 4])
def test_nothing_is_released_again_when_one_to_four_people_are_the_difference(released: Any, people: int) -> None:
    database, wave = released
    erase(database, people)
    with pytest.raises(OperatorError, match="those people's answers"):
        operations.release_again(SLUG, "before", "an erasure", NOW)
    newest = database.read(lambda tx: releases.newest(tx, wave)).result()
    assert newest.number == 1


@pytest.mark.parametrize("people", [2, 3])
def test_as_many_ballots_as_before_are_not_taken_for_the_same_people(released: Any, people: int) -> None:
    """Two left and two came, who chose the same: the tables are equal, and four people were exchanged all the same."""
    database, wave = released
    erase(database, people)

    come(database, wave, people, NOW + timedelta(hours=1))
    if people == 2:
        with pytest.raises(OperatorError, match="those people's answers"):
            operations.release_again(SLUG, "before", "late paper", NOW + timedelta(hours=2))
    else:
        operations.release_again(SLUG, "before", "late paper", NOW + timedelta(hours=2))
        newest = json.loads(operations.show_release(SLUG, "before", None))
        assert newest["since"] == {"number": 1, "came": 3, "went": 3}


def test_a_ballot_that_was_changed_after_a_release_is_one_that_went_and_one_that_came(released: Any) -> None:
    database, wave = released
    later = NOW + timedelta(hours=1)
    mine = tables.ballots.c.wave_id == wave
    database.write(lambda tx: tx.execute(update(tables.ballots).where(mine).values(edited_at=later))).result()
    operations.release_again(SLUG, "before", "all of them were changed", NOW + timedelta(hours=2))
    assert json.loads(operations.show_release(SLUG, "before", None))["since"] == {"number": 1, "came": 20, "went": 20}


def test_a_ballot_that_was_read_although_it_came_after_a_releases_moment_does_not_come_again(released: Any) -> None:
    """Else those who came between the two would hide that three left since."""
    database, wave = released
    come(database, wave, 6, NOW + timedelta(hours=2))
    operations.release_again(SLUG, "before", "late paper", NOW + timedelta(hours=1))
    operations.release_again(SLUG, "before", "once more", NOW + timedelta(hours=3))
    assert json.loads(operations.show_release(SLUG, "before", None))["since"] == {"number": 2, "came": 0, "went": 0}
    erase(database, 3)
    with pytest.raises(OperatorError, match="those people's answers"):
        operations.release_again(SLUG, "before", "an erasure", NOW + timedelta(hours=4))


def test_a_ballot_that_was_not_there_yet_came_later_whatever_moment_it_bears(released: Any) -> None:
    """Two left, and two came whose ballots had been on their way when the release was made: four people are the difference."""
    database, wave = released
    erase(database, 2)
    come(database, wave, 2, NOW - timedelta(seconds=1))
    with pytest.raises(OperatorError, match="those people's answers"):
        operations.release_again(SLUG, "before", "late paper", NOW + timedelta(hours=1))


def test_a_ballot_that_got_the_number_of_an_erased_one_is_another(released: Any) -> None:
    """SQLite gives the last number again."""
    database, wave = released
    last = database.read(lambda tx: tx.execute(select(func.max(tables.ballots.c.id))).scalar_one()).result()
    database.write(lambda tx: tx.execute(delete(tables.ballots).where(tables.ballots.c.id > last - 2))).result()
    come(database, wave, 2, NOW + timedelta(seconds=1))
    assert last == database.read(lambda tx: tx.execute(select(func.max(tables.ballots.c.id))).scalar_one()).result()
    with pytest.raises(OperatorError, match="those people's answers"):
        operations.release_again(SLUG, "before", "late paper", NOW + timedelta(hours=1))


def test_nothing_is_released_again_without_a_reason(released: Any) -> None:
    with pytest.raises(OperatorError, match="reason"):
        operations.release_again(SLUG, "before", "  ", NOW)


def test_a_later_release_is_proven_beside_the_true_numbers_of_the_earlier_ones(released: Any) -> None:
    """What an earlier one left out of its tables stands in no published figures."""
    from service.release_figures import read

    database, wave = released
    draft = database.read(lambda tx: read(tx, wave, "late paper", NOW)).result()
    assert [(one["number"], one["published"]) for one in draft.true] == [(1, False)]
    assert [one["published"] for one in draft.earlier] == [True]
