"""A random town of any size: as arrays, and as the rows of a database that the service reads its figures from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import numpy as np
from sqlalchemy import insert, select, update

from domain.instants import Instant
from domain.instrument_json import from_json, to_json
from results.tables import UNKNOWN, WAYS, Wave
from storage.database import Database, Tx
from storage.tables import themes, waves, workshops

THEMES = 30
GROUPS = 12
PLACES = 3
QUESTION = "influence"
_CHUNK = 50_000
_FIRST_PERSON = 1_000


def town(ballots: int, first_person: int, seed: int) -> Wave:
    """Random ballots of `ballots` people from `first_person` on, some themes liked better than others."""
    random = np.random.default_rng(seed)
    liking = np.log(np.arange(1, THEMES + 1, dtype=np.float32))
    choices = np.empty((ballots, PLACES), dtype=np.int16)
    for start in range(0, ballots, _CHUNK):
        part = slice(start, min(start + _CHUNK, ballots))
        keys = liking + random.gumbel(size=(part.stop - part.start, THEMES)).astype(np.float32)
        choices[part] = np.argsort(-keys, axis=1)[:, :PLACES]
    choices[random.random(ballots) < 0.1, PLACES - 1] = -1
    people = np.arange(first_person, first_person + ballots, dtype=np.int64)
    return Wave(
        choices=choices,
        people=people,
        ways=random.integers(0, 3, ballots).astype(np.int8),
        checked_in=people % 10 < 3,  # who came, came in the eyes of both waves
        groups={"group": random.integers(-1, GROUPS, ballots).astype(np.int16)},
        answers={QUESTION: random.integers(1, 6, ballots).astype(np.int32)},
    )


def towns(ballots: int) -> tuple[Wave, Wave]:
    """Two waves; two thirds of the people answer twice."""
    return town(ballots, _FIRST_PERSON, 1), town(ballots, _FIRST_PERSON + ballots // 3, 2)


def prepare(tx: Tx, workshop: int) -> None:
    """Give a workshop the themes and groups of the towns, its scale question alone, and close its two waves."""
    found = tx.execute(select(themes.c.id).where(themes.c.workshop_id == workshop)).all()
    created = tx.execute(select(workshops.c.created_at)).scalars().first()
    for number in range(len(found), THEMES):
        row = {"key": f"theme-{number}", "position": number, "names": {"pl": f"Temat {number}"}}
        tx.execute(insert(themes).values(workshop_id=workshop, created_at=created, **row))
    asked = from_json(tx.execute(select(workshops.c.instrument).where(workshops.c.id == workshop)).scalar_one())
    kept = [question for question in to_json(asked)["questions"] if question["key"] in ("themes", QUESTION)]
    values = [(f"group-{number}", {"pl": f"Grupa {number}"}) for number in range(GROUPS)]
    tx.execute(
        update(workshops)
        .where(workshops.c.id == workshop)
        .values(
            instrument=to_json(asked) | {"questions": kept, "profile": ["group"]},
            profile_values={"group": values},
        )
    )
    tx.execute(update(waves).where(waves.c.workshop_id == workshop).values(state="closed"))


def fill(database: Database, workshop: int, before: Wave, after: Wave, now: Instant) -> tuple[int, int]:
    """The two waves' ballots, answers and the people whose they are, as rows -> the waves' ids. Straight to the driver:
    a million are not to be made one by one."""
    database.write(lambda tx: prepare(tx, workshop)).result()
    with database.engine.connect() as tx:
        first = select(waves.c.id).where(waves.c.workshop_id == workshop)
        ids = {kind: tx.execute(first.where(waves.c.kind == kind)).scalar_one() for kind in ("before", "after")}
        theme_ids = list(tx.execute(select(themes.c.id).order_by(themes.c.position, themes.c.id)).scalars())
    people = range(_FIRST_PERSON, int(after.people[-1]) + 1)
    at = now.isoformat(sep=" ") if database.kind == "postgresql" else now.strftime("%Y-%m-%d %H:%M:%S.%f")
    _put(database, "participants", _participants(people, at))
    _put(database, "registrations", _registrations(people, workshop, at))
    start = 1
    for kind, wave in (("before", before), ("after", after)):
        _put(database, "ballots", _ballots(wave, start, ids[kind], at))
        _put(database, "ballot_places", _places(wave, start, theme_ids))
        _put(database, "ballot_answers", _answers(wave, start))
        start += wave.ballots
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    return ids["before"], ids["after"]


def _participants(people: Iterable[int], at: str) -> Iterator[dict[str, Any]]:
    for person in people:
        yield {
            "id": person,
            "telegram_id": 10_000_000 + person,
            "random_id": f"r{person}",
            "language": "pl",
            "reachable": 1,
            "stopped": 0,
            "reminders": 1,
            "simple_view": 0,
            "quiet_from": 21,
            "quiet_until": 8,
            "digest": 0,
            "profile": "{}",
            "created_at": at,
            "seen_at": at,
        }


def _registrations(people: Iterable[int], workshop: int, at: str) -> Iterator[dict[str, Any]]:
    for person in people:
        if person % 10 < 3:
            yield {
                "workshop_id": workshop,
                "participant_id": person,
                "state": "going",
                "online": 0,
                "walk_in": 0,
                "ticket": f"k{person}",
                "checked_in_at": at,
                "changed_at": at,
            }


def _ballots(wave: Wave, start: int, wave_id: int, at: str) -> Iterator[dict[str, Any]]:
    groups = wave.groups["group"].tolist()
    for row, (person, way, group) in enumerate(zip(wave.people.tolist(), wave.ways.tolist(), groups, strict=True)):
        yield {
            "id": start + row,
            "wave_id": wave_id,
            "participant_id": person,
            "way": WAYS[way],
            "language": "pl",
            "profile": "{}" if group == UNKNOWN else f'{{"group": "group-{group}"}}',
            "late": 0,
            "checked_in": 0,
            "instrument_version": 1,
            "submitted_at": at,
        }


def _places(wave: Wave, start: int, theme_ids: list[int]) -> Iterator[dict[str, Any]]:
    for row, choices in enumerate(wave.choices.tolist()):
        for place, theme in enumerate(choices, start=1):
            if theme >= 0:
                yield {"ballot_id": start + row, "question": "themes", "place": place, "theme_id": theme_ids[theme]}


def _answers(wave: Wave, start: int) -> Iterator[dict[str, Any]]:
    for row, value in enumerate(wave.answers[QUESTION].tolist()):
        yield {"ballot_id": start + row, "question": QUESTION, "value": str(value)}


def _put(database: Database, table: str, rows: Iterator[dict[str, Any]]) -> None:
    first = next(rows, None)
    if first is None:
        return
    columns = list(first)
    values = (tuple(row.values()) for many in ([first], rows) for row in many)
    with database.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None, "a connection that was just checked out"
        if isinstance(raw, sqlite3.Connection):
            marks = ", ".join("?" * len(columns))
            raw.execute("BEGIN")
            raw.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", values)
            raw.execute("COMMIT")
            return
        raw.execute("SET idle_in_transaction_session_timeout = 0")
        raw.execute("SET session_replication_role = replica")  # what the rows refer to is known to be there
        with raw.cursor().copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
            while many := list(islice(values, _CHUNK)):
                copy.write("".join("\t".join(map(str, row)) + "\n" for row in many))
        raw.commit()


__all__ = ["GROUPS", "PLACES", "THEMES", "fill", "town", "towns"]
