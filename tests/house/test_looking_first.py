"""At the start, what is due comes before the first answers: a wave whose time has come is open for whoever is answered next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from lublin import NOW, lublin
from sqlalchemy import select

from clocks import MovableClock
from domain.instants import Instant
from running.looking import Looking
from service.work import Town
from service.workshops import load
from storage import tables
from storage.database import Database


@pytest.fixture
def looking(sqlite_url: str, town: Town, tmp_path: Path) -> Iterator[Looking]:
    """The looks of a process that holds the bulk lease, at a workshop that was loaded a month ago."""
    database = Database(sqlite_url)
    clock = MovableClock(Instant(NOW - timedelta(days=30)))
    database.write(lambda tx: load(tx, lublin(), clock.now())).result()
    yield Looking(database, town, clock, tmp_path / "erasures", may=lambda: True, look=lambda: None)
    database.close()


def before_wave(looking: Looking) -> str:
    asked = select(tables.waves.c.state).where(tables.waves.c.kind == "before")
    return str(looking._database.read(lambda tx: tx.execute(asked).scalar_one()).result())


async def test_a_wave_that_is_due_is_open_before_anybody_is_answered(looking: Looking) -> None:
    assert isinstance(looking._clock, MovableClock)
    looking._clock.move(NOW)
    assert before_wave(looking) != "open"
    await looking.first()
    assert before_wave(looking) == "open"
    await looking.stop()


async def test_where_nothing_is_due_the_first_answers_wait_for_no_look(looking: Looking) -> None:
    await looking.first()
    assert not looking.idle(), "the looks have not begun"
