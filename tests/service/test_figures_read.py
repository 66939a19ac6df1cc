"""The figures' columns are what an obvious reader, row by row, finds in the tables."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
from sqlalchemy import insert, select
from staging import START, Stage, add_people, add_workshop, do

from storage import figures, tables
from storage.database import Database, Tx
from storage.figures import WAYS, Asked, Columns

ASKED = Asked("themes", 3, {"group": ["a", "b"], "district": ["x"]}, {"say": None, "knows": ["yes", "no"]})
PROFILES: tuple[dict[str, Any], ...] = ({}, {"group": "a"}, {"group": "b", "district": "x"}, {"group": "gone"})
ANSWERS: tuple[tuple[str, Any], ...] = (
    ("say", 4),
    ("say", "no_opinion"),
    ("knows", "no"),
    ("knows", "perhaps"),
    ("why", "so"),
)


def fill(tx: Tx, seed: int) -> list[Stage]:
    """Two workshops whose ballots came in turns: by phone, by code, cut from their people, blank, and with answers."""
    chance = random.Random(seed)
    stages = [add_workshop(tx, slug=slug) for slug in ("one", "two")]
    people = add_people(tx, 40)
    there = dict.fromkeys(people, stages[1]) | dict.fromkeys(people[::8], stages[0])
    for person, stage in there.items():
        if chance.random() < 0.4:
            at = {"checked_in_at": START} if chance.random() < 0.7 else {}
            row = {"participant_id": person, "state": "going", "ticket": f"k{person}", "changed_at": START} | at
            tx.execute(insert(tables.registrations).values(workshop_id=stage.workshop, **row))
    for wave in ("before", "after"):
        for person, stage in there.items():
            answer(tx, chance, stage, getattr(stage, wave), person)
    return stages


def answer(tx: Tx, chance: random.Random, stage: Stage, wave: int, person: int) -> None:
    who = chance.choice(({"participant_id": person}, {"serial": f"s{person}"}, {"link": f"l{person}"}, {}))
    row = {"way": chance.choice(WAYS), "checked_in": chance.random() < 0.2, "profile": chance.choice(PROFILES)}
    new = insert(tables.ballots).values(wave_id=wave, submitted_at=START, **who, **row)
    ballot = tx.execute(new.returning(tables.ballots.c.id)).scalar_one()
    for place, theme in enumerate(chance.sample(stage.themes, chance.randint(0, 4)), start=1):
        place_row = {"ballot_id": ballot, "question": "themes", "place": place, "theme_id": theme}
        tx.execute(insert(tables.ballot_places).values(**place_row))
    for question, value in dict(chance.sample(ANSWERS, 2)).items():
        tx.execute(insert(tables.ballot_answers).values(ballot_id=ballot, question=question, value=value))


def one_by_one(tx: Tx, wave: int, theme_ids: list[int]) -> list[dict[str, Any]]:
    """Each ballot of the wave, asked for by itself."""
    found = []
    where = tables.ballots.c.wave_id == wave
    for ballot in tx.execute(select(tables.ballots).where(where).order_by(tables.ballots.c.id)).mappings().all():
        places = select(tables.ballot_places).where(tables.ballot_places.c.ballot_id == ballot["id"])
        put = {row["place"]: theme_ids.index(row["theme_id"]) for row in tx.execute(places).mappings()}
        said = select(tables.ballot_answers).where(tables.ballot_answers.c.ballot_id == ballot["id"])
        told = {row["question"]: row["value"] for row in tx.execute(said).mappings()}
        came = select(tables.registrations).where(tables.registrations.c.participant_id == ballot["participant_id"])
        there = [row["checked_in_at"] for row in tx.execute(came).mappings()]
        profile = ballot["profile"]
        found.append(
            {
                "choices": [put.get(place, -1) for place in (1, 2, 3)],
                "person": ballot["participant_id"] or ballot["link"] or ballot["serial"],
                "way": WAYS.index(ballot["way"]),
                "came": ballot["checked_in"] or any(there),
                "group": {"a": 0, "b": 1}.get(profile.get("group"), -1),
                "district": 0 if profile.get("district") == "x" else -1,
                "say": {4: 4, "no_opinion": -2}.get(told.get("say"), -1),
                "knows": 1 if told.get("knows") == "no" else -1,
            }
        )
    return found


def as_rows(columns: Columns) -> list[dict[str, Any]]:
    return [
        {
            "choices": columns.choices[row].tolist(),
            "person": int(columns.people[row]),
            "way": int(columns.ways[row]),
            "came": bool(columns.checked_in[row]),
            "group": int(columns.groups["group"][row]),
            "district": int(columns.groups["district"][row]),
            "say": int(columns.answers["say"][row]),
            "knows": int(columns.answers["knows"][row]),
        }
        for row in range(len(columns.people))
    ]


def alike(rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[int | None]]:
    """Everything but who it was, and for each ballot the first ballot of the same person (None: nobody's)."""
    first: dict[Any, int] = {}
    who = [None if row["person"] in (None, -1) else first.setdefault(row["person"], at) for at, row in enumerate(rows)]
    return [{key: value for key, value in row.items() if key != "person"} for row in rows], who


def test_the_columns_of_a_wave_hold_what_stands_in_its_rows(database: Database) -> None:
    stages = do(database, lambda tx: fill(tx, 5))

    def check(tx: Tx) -> int:
        seen = 0
        for stage in stages:
            ids = [row.id for row in figures.themes_of(tx, stage.workshop)]
            for chunk in (3, 1_000):
                read = [figures.ballots_of(tx, wave, ids, ASKED, chunk=chunk) for wave in (stage.before, stage.after)]
                plain = [one_by_one(tx, wave, ids) for wave in (stage.before, stage.after)]
                together = [row for columns in read for row in as_rows(columns)]
                assert alike(together) == alike([row for rows in plain for row in rows])
                seen += len(together)
        return seen

    assert database.read(check).result() == 160


def test_a_wave_without_ballots_has_columns_without_rows(database: Database) -> None:
    stage = do(database, add_workshop)
    columns = database.read(lambda tx: figures.ballots_of(tx, stage.before, stage.themes, ASKED)).result()
    assert columns.choices.shape == (0, 3)
    assert len(columns.people) == 0
    assert len(columns.answers["say"]) == 0


def test_what_is_read_at_one_moment_stays_as_it_was_while_others_write(database: Database) -> None:
    """Late paper or an erasure between two statements would give figures of no moment."""
    stage = do(database, add_workshop)

    def count(tx: Tx) -> int:
        return int(np.size(figures.ballots_of(tx, stage.before, stage.themes, ASKED).people))

    def read(tx: Tx) -> tuple[int, int]:
        first = count(tx)
        do(database, lambda tx: tx.execute(insert(tables.ballots).values(wave_id=stage.before, submitted_at=START)))
        return first, count(tx)

    assert database.read(read).result() == (0, 0)
    assert database.read(count).result() == 1


def test_what_is_read_side_by_side_is_of_one_moment(database: Database) -> None:
    """Else a person erased in between would be one of the earlier wave's people alone."""
    stage = do(database, add_workshop)

    def count(tx: Tx) -> int:
        return int(np.size(figures.ballots_of(tx, stage.before, stage.themes, ASKED).people))

    def read(tx: Tx, beside: Tx) -> tuple[int, int, int]:
        first = count(tx)
        do(database, lambda tx: tx.execute(insert(tables.ballots).values(wave_id=stage.before, submitted_at=START)))
        return first, count(beside), count(tx)

    assert database.read_twice(read).result() == (0, 0, 0)
    assert database.read(count).result() == 1
