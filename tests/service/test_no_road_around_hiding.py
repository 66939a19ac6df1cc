"""Figures reach people through the published release alone: no road asks the ballots, and no other module can."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from lublin import NOW, open_lublin
from sqlalchemy import delete, select, update
from staging import add_people, do, vote

from conversations.screens import FileRef, Say
from conversations.session import Frame
from messages.catalogue import plain
from results import views
from results.text import card_lines, summary_lines
from service import files, releases
from service.staffing import results_acts
from service.work import Town
from storage import tables
from storage.database import Database, Tx

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "conversations", "domain", "messages", "results", "scheduler", "service", "storage", "web", ".")
MAY_COUNT = {
    "results.release": {"service/release_figures.py"},
    "results.summary": {"results/release.py", "results/release_rows.py"},
    "storage.figures": {"service/release_figures.py"},
    "service.release_figures": {"service/releases.py", "service/live_releases.py", "service/research.py"},
    "true_figures": {"storage/releases.py", "service/releases.py", "service/live_releases.py"},
}
"""Who may import what makes true figures, or name them. The research file stands outside the guarantee on small cells."""
FORMS = ("xlsx", "csv", "csv-pl", "json", "html", "statement")


def modules() -> Iterator[tuple[str, ast.Module]]:
    for room in ROOMS:
        for path in (ROOT / room).glob("*.py" if room == "." else "**/*.py"):
            yield str(path.relative_to(ROOT)), ast.parse(path.read_text(encoding="utf-8"))


def touched(tree: ast.Module) -> Iterator[str]:
    """What a module imports, in full, and the attributes and arguments that it names."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.keyword | ast.arg) and node.arg:
            yield node.arg


def test_nobody_but_the_makers_of_releases_comes_near_true_figures() -> None:
    found: dict[str, set[str]] = {name: set() for name in MAY_COUNT}
    for path, tree in modules():
        for name in set(touched(tree)) & MAY_COUNT.keys():
            found[name].add(path)
    assert found == MAY_COUNT


def close(database: Database) -> int:
    """A closed and released wave in which one of four districts has three people."""

    def answer(tx: Tx) -> int:
        chance = Random(4)
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.state == "open")).scalar_one())
        themes = list(tx.execute(select(tables.themes.c.id)).scalars())
        for number, voter in enumerate(add_people(tx, 123, first=5000)):
            vote(tx, wave, voter, chance.sample(themes, chance.randint(1, 3)))
            home = "rury" if number < 3 else chance.choice(("tatary", "felin", "slawin"))
            of_voter = tables.ballots.c.participant_id == voter
            tx.execute(update(tables.ballots).where(of_voter).values(profile={"district": home}))
        tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=NOW))
        return wave

    wave = do(database, answer)
    assert releases.publish(database, wave, NOW, by="timeline") is not None
    return wave


def everything(database: Database, town: Town, workshop: int, wave: int) -> dict[Any, Any]:
    """What every road gives of the wave, by road: views, messages, picture, files, report, projector."""
    release = database.read(lambda tx: releases.newest(tx, wave)).result()
    assert release is not None
    given: dict[Any, Any] = {"resident": summary_lines(release.figures), "card": card_lines(release.figures)}
    for view in ("summary", *views.VIEWS):
        for page in range(3):
            frame = Frame("figures", 1, "shown", {"wave": wave, "view": view, "page": page}, workshop)
            facts = partial(results_acts.facts, frame=frame, town=town, now=NOW, reader="r")
            given[view, page] = database.read(facts).result()
    office = {"release": release.id, "office": {"pl": "Urząd"}, "contact": "x"}
    wanted = [FileRef("results", office | {"form": form}) for form in FORMS]
    wanted += [FileRef("summary", {"release": release.id})]
    wanted += [FileRef("screen", {"workshop": workshop, "bot": "b", "at": NOW.isoformat(), "what": "now"})]
    for ref in wanted:
        found = database.read(partial(files.find, bot=1, ref=ref, language="pl")).result()
        made = files.make(found, lambda name, /, **arguments: plain(Say(name, arguments), "pl")).data
        given[ref.kind, ref.about.get("form")] = timeless(made)
    return given


def timeless(made: bytes | None) -> Any:
    """The file without its time: a workbook says when it was made."""
    if made is None or not made.startswith(b"PK"):
        return made
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(made)) as book:
        return {name: book.read(name) for name in book.namelist() if not name.startswith("docProps")}


@pytest.fixture
def played(sqlite_url: str) -> Iterator[tuple[Database, int, int]]:
    database = Database(sqlite_url)
    workshop = open_lublin(database)
    yield database, workshop, close(database)
    database.close()


def test_every_road_gives_the_same_when_there_are_no_ballots_to_ask(played: Any, town: Town) -> None:
    """Whoever asked a ballot, or the true figures kept for audits, would now say something else."""
    database, workshop, wave = played
    before = everything(database, town, workshop, wave)
    release = database.read(lambda tx: releases.newest(tx, wave)).result()
    assert {"hidden": True} in [row["n"] for row in release.figures["groups"]["district"]], "something is hidden"

    def away(tx: Tx) -> None:
        for table in (tables.ballot_places, tables.ballot_answers, tables.ballots):
            tx.execute(delete(table))
        tx.execute(update(tables.releases).values(counts=None))

    do(database, away)
    after = everything(database, town, workshop, wave)
    assert [road for road in before if before[road] != after[road]] == []
