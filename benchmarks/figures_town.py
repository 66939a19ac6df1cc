"""A random town of any size: as arrays, and as the rows of a database that the service reads its figures from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import islice, repeat
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import insert, select, update

from domain.instants import Instant
from domain.instrument_json import from_json, to_json
from results.tables import WAYS, Wave
from storage.database import Database, Tx
from storage.tables import themes, waves, workshops

THEMES = 30
GROUPS = 12
PLACES = 3
QUESTION = "influence"
_CHUNK = 50_000
_FIRST_PERSON = 1_000

Columns = dict[str, Iterable[Any]]
"""A table's rows, column by column."""


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
    """The two waves' ballots, answers and the people whose they are, as rows -> the waves' ids. Straight to the driver, a
    column at a time: a million rows are not to be made one by one."""
    database.write(lambda tx: prepare(tx, workshop)).result()
    with database.engine.connect() as tx:
        first = select(waves.c.id).where(waves.c.workshop_id == workshop)
        ids = {kind: tx.execute(first.where(waves.c.kind == kind)).scalar_one() for kind in ("before", "after")}
        theme_ids = np.array(list(tx.execute(select(themes.c.id).order_by(themes.c.position, themes.c.id)).scalars()))
    people = range(_FIRST_PERSON, int(after.people[-1]) + 1)
    at = now.isoformat(sep=" ") if database.kind == "postgresql" else now.strftime("%Y-%m-%d %H:%M:%S.%f")
    _put(database, "participants", _participants(people, at))
    came = [person for person in people if person % 10 < 3]
    _put(database, "registrations", _registrations(came, workshop, at))
    start = 1
    for kind, wave in (("before", before), ("after", after)):
        ballots = range(start, start + wave.ballots)
        _put(database, "ballots", _ballots(wave, ballots, ids[kind], at))
        _put(database, "ballot_places", _places(wave, start, theme_ids))
        answers = map(str, wave.answers[QUESTION].tolist())
        _put(database, "ballot_answers", {"ballot_id": ballots, "question": repeat(QUESTION), "value": answers})
        start += wave.ballots
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql("ANALYZE")
    return ids["before"], ids["after"]


def _participants(people: range, at: str) -> Columns:
    return {
        "id": people,
        "telegram_id": (10_000_000 + person for person in people),
        "random_id": map("r{}".format, people),
        "language": repeat("pl"),
        "reachable": repeat(1),
        "stopped": repeat(0),
        "reminders": repeat(1),
        "simple_view": repeat(0),
        "quiet_from": repeat(21),
        "quiet_until": repeat(8),
        "digest": repeat(0),
        "profile": repeat("{}"),
        "created_at": repeat(at),
        "seen_at": repeat(at),
    }


def _registrations(people: list[int], workshop: int, at: str) -> Columns:
    return {
        "workshop_id": repeat(workshop),
        "participant_id": people,
        "state": repeat("going"),
        "online": repeat(0),
        "walk_in": repeat(0),
        "ticket": map("k{}".format, people),
        "checked_in_at": repeat(at),
        "changed_at": repeat(at),
    }


def _ballots(wave: Wave, ids: range, wave_id: int, at: str) -> Columns:
    profiles = [f'{{"group": "group-{group}"}}' for group in range(GROUPS)] + ["{}"]  # the last stands for UNKNOWN, -1
    return {
        "id": ids,
        "wave_id": repeat(wave_id),
        "participant_id": wave.people.tolist(),
        "way": map(WAYS.__getitem__, wave.ways.tolist()),
        "language": repeat("pl"),
        "profile": map(profiles.__getitem__, wave.groups["group"].tolist()),
        "late": repeat(0),
        "checked_in": repeat(0),
        "instrument_version": repeat(1),
        "submitted_at": repeat(at),
    }


def _places(wave: Wave, start: int, theme_ids: NDArray[np.int64]) -> Columns:
    rows, places = np.nonzero(wave.choices >= 0)
    chosen = theme_ids[wave.choices[rows, places]]
    return {
        "ballot_id": (rows + start).tolist(),
        "question": repeat("themes"),
        "place": (places + 1).tolist(),
        "theme_id": chosen.tolist(),
    }


def _put(database: Database, table: str, columns: Columns) -> None:
    """Some columns repeat one value for ever; the shortest ends."""
    rows = zip(*columns.values(), strict=False)
    with database.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None, "a connection that was just checked out"
        if isinstance(raw, sqlite3.Connection):
            _hurry(raw)
            marks = ", ".join("?" * len(columns))
            raw.execute("BEGIN")
            raw.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)
            raw.execute("COMMIT")
            connection.invalidate()
            return
        raw.execute("SET idle_in_transaction_session_timeout = 0")
        raw.execute("SET session_replication_role = replica")  # what the rows refer to is known to be there
        line = "\t".join(["%s"] * len(columns)) + "\n"
        with raw.cursor().copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
            while many := "".join(map(line.__mod__, islice(rows, _CHUNK))):
                copy.write(many)
        raw.commit()
        connection.invalidate()


def _hurry(raw: sqlite3.Connection) -> None:
    """A connection that only makes rows: what is lost with the machine is made again, and all that they refer to is there."""
    for pragma in ("synchronous=OFF", "foreign_keys=OFF", "secure_delete=OFF", "cache_size=-400000"):
        raw.execute(f"PRAGMA {pragma}")


__all__ = ["GROUPS", "PLACES", "THEMES", "fill", "town", "towns"]
