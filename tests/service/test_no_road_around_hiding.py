"""Figures reach people through the published release alone: no road asks the ballots, and no other module can."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from lublin import NOW, open_lublin
from sqlalchemy import delete, insert, select, update
from staging import TOWN, add_people, do, vote

from conversations.content_json import from_json
from conversations.screens import FileRef, Say
from conversations.session import Frame
from domain.audience import Audience, Part
from domain.instants import instant
from messages.catalogue import plain
from operating import operations
from results import views
from results.files import pdf
from results.text import card_lines, summary_lines
from service import audiences, digest, files, releases, rooms, timeline
from service.organising import day_acts, impact
from service.organising.descriptions import describe
from service.staffing import results_acts, theme_acts
from service.work import Town
from storage import migrate, tables
from storage import releases as storage_releases
from storage import timeline as table
from storage.database import Database, Tx
from web import screen_page

SLUG = "lublin-ramy-strategii"
ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("bot", "conversations", "domain", "messages", "results", "scheduler", "service", "storage", "web", ".")
MAY_COUNT = {
    "results.release": {"service/release_figures.py"},
    "results.summary": {"results/release.py", "results/release_rows.py"},
    "storage.figures": {"service/release_figures.py"},
    "service.release_figures": {"service/releases.py", "service/live_releases.py", "service/research.py"},
    "true_figures": {
        *("storage/releases.py", "service/releases.py", "service/live_releases.py", "service/release_figures.py")
    },
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


def close(database: Database) -> dict[str, int]:
    """Two closed and released waves, compared and divided by who came, in which one of four districts has three people."""

    def answer(tx: Tx) -> dict[str, int]:
        chance = Random(4)
        ids = dict(tx.execute(select(tables.waves.c.kind, tables.waves.c.id)).all())
        waves = {kind: int(ids[kind]) for kind in ("before", "after")}
        themes = list(tx.execute(select(tables.themes.c.id)).scalars())[:6]
        for number, voter in enumerate(add_people(tx, 123, first=5000)):
            home = "rury" if number < 3 else chance.choice(("tatary", "felin", "slawin"))
            wishes = chance.sample(themes, chance.randint(1, 3))
            for kind, wave in waves.items():
                if kind == "after" and chance.random() < 0.15:
                    continue
                if kind == "after" and chance.random() < 0.5:
                    wishes = [*wishes[1:], *chance.sample([one for one in themes if one not in wishes], 1)]
                ballot = vote(tx, wave, voter, wishes, NOW)
                about = {"profile": {"district": home}, "checked_in": kind == "after" and number % 3 > 0}
                tx.execute(update(tables.ballots).where(tables.ballots.c.id == ballot).values(**about))
            at_home = tables.participants.c.id == voter
            tx.execute(update(tables.participants).where(at_home).values(profile={"district": home}))
        closed = {"state": "closed", "closed_at": NOW}
        tx.execute(update(tables.waves).where(tables.waves.c.id.in_(waves.values())).values(**closed))
        return waves

    waves = do(database, answer)
    for wave in waves.values():
        assert releases.publish(database, wave, NOW, by="timeline") is not None
    return waves


def everything(database: Database, town: Town, workshop: int, waves: dict[str, int], folder: Path) -> dict[Any, Any]:
    """What every road gives of the waves, by road: views, messages, pictures, files, reports, projector, page, commands."""
    given: dict[Any, Any] = {}
    for kind, wave in waves.items():
        found = of_wave(database, town, workshop, wave)
        given |= {(kind, road): said for road, said in found.items()}
        given[kind, "wspolnie results"] = operations.show_release(SLUG, kind, None)
        for path in operations.export_everything(SLUG, kind, folder, "pl"):
            given[kind, "wspolnie export", path.suffix, path.stem] = timeless(path.read_bytes())
    given["broadcast"] = database.read(lambda tx: broadcast(tx, workshop)).result()
    live = database.read(lambda tx: rooms.live(tx, workshop, "bot", NOW)).result()
    assert live is not None
    given["page"] = screen_page.inside(live, "pl")
    return given


def broadcast(tx: Tx, workshop: int) -> object:
    """The summary that everybody gets."""
    meeting = table.meeting(tx, workshop)
    [entry] = [one for one in table.entries(tx, workshop) if one.kind == "summary"]
    assert meeting is not None
    said = timeline.content_now(tx, entry, meeting, {wave.kind: wave for wave in table.waves_of(tx, workshop)}, NOW)
    assert said is not None
    return said


def of_wave(database: Database, town: Town, workshop: int, wave: int) -> dict[Any, Any]:
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


def of_ballots(tx: Tx, workshop: int, waves: dict[str, int]) -> dict[Any, list[int | None]]:
    """What organisers and staff are told of ballots without a release, by road: digest, audiences, proposals, the workshop's
    own screen, /today. None: fewer than five."""
    told: dict[Any, list[int | None]] = {}
    [reader] = add_people(tx, 1, first=9000, digest=True)
    tx.execute(insert(tables.roles).values(participant_id=reader, role="staff", given_at=NOW))
    assert digest.send(tx, TOWN, instant(datetime(2022, 11, 13, 7, tzinfo=UTC)))
    mine = tables.deliveries.c.participant_id == reader
    for content in tx.execute(select(tables.deliveries.c.content).where(mine)).scalars():
        said = [line for line in from_json(content).lines if isinstance(line, Say) and line.name == "digest-answers"]
        told["digest"] = [int(str(line.args["count"])) for line in said]
    parts = [Part(kind, str(wave)) for kind in ("answered", "not_answered") for wave in waves.values()]
    for part in (*parts, Part("district", "rury"), Part("district", "felin")):
        shown = audiences.count(tx, Audience(workshop, (part,)), "broadcast", TOWN, NOW).people
        assert not shown.exact
        told["audience", part] = [shown.number]
    themes = theme_acts.facts(tx, Frame("themes", 1, "list", {}, workshop), TOWN, NOW, "r")["themes"]
    told["proposals"] = [theme["ballots"] for theme in themes]
    described = describe(tx, workshop)
    assert described is not None
    told["workshop"] = [count for _, count in impact.ballots(described)]
    today = day_acts.facts(tx, Frame("today", 1, "shown", {}, workshop), TOWN, NOW, "r")["today"]
    told["today"] = list(today["ballots"].values())
    return told


@dataclass(frozen=True)
class Roads:
    """What every road gave while the ballots were there, and without them; the true and the published figures; what is told
    of ballots without a release."""

    before: dict[Any, Any]
    after: dict[Any, Any]
    true: list[Any]
    shown: list[Any]
    told: dict[Any, list[int | None]]


@pytest.fixture(scope="module")
def roads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Roads]:
    folder = tmp_path_factory.mktemp("roads")
    url = f"sqlite:///{folder}/roads.db"
    migrate.upgrade(url)
    database = Database(url)
    workshop = open_lublin(database)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("DATABASE_URL", url)
        patched.setattr(pdf, "chromium", lambda: None)  # the PDF is the page, printed
        waves = close(database)
        do(database, lambda tx: timeline.plan(tx, workshop, NOW))
        before = everything(database, TOWN, workshop, waves, folder / "before")
        true = database.read(lambda tx: storage_releases.true_figures(tx, workshop)).result()
        shown = [one.figures for one in database.read(lambda tx: releases.of_workshop(tx, workshop)).result()]
        told = do(database, lambda tx: of_ballots(tx, workshop, waves))
        do(database, away)
        after = everything(database, TOWN, workshop, waves, folder / "after")
    yield Roads(before, after, true, shown, told)
    database.close()


def away(tx: Tx) -> None:
    for name in (tables.ballot_places, tables.ballot_answers, tables.ballots):
        tx.execute(delete(name))
    tx.execute(update(tables.releases).values(counts=None))


def figures_in(said: Any) -> Iterator[float]:
    """Every number with a fraction."""
    if isinstance(said, dict):
        for value in said.values():
            yield from figures_in(value)
    elif isinstance(said, list):
        for value in said:
            yield from figures_in(value)
    elif isinstance(said, float):
        yield said


def text_of(said: Any) -> str:
    if isinstance(said, dict):
        return "".join(text_of(part) for part in said.values())
    return said.decode("utf-8", errors="replace") if isinstance(said, bytes) else repr(said)


def test_no_share_of_a_hidden_number_stands_on_any_road(roads: Roads) -> None:
    """Counts under five are everywhere; their shares have six digits, and nothing else has the same."""
    shown = {f"{abs(one):.6f}" for one in figures_in(roads.shown)}
    hidden = {one for one in (f"{abs(one):.6f}" for one in figures_in(roads.true)) if not one.endswith("00")} - shown
    assert len(hidden) > 20, "releases that hide"
    told = {
        road: set(re.findall(r"\d\.\d{5,6}", text_of(said).replace(",", "."))) for road, said in roads.before.items()
    }
    assert sum(bool(found & shown) for found in told.values()) > 8, "files say shares to the digit"
    assert {road: found & hidden for road, found in told.items() if found & hidden} == {}


def test_ballots_are_told_in_steps_of_five_where_there_is_no_release(roads: Roads) -> None:
    """Of 123 people in the first wave, fewer in the second, and three of one district."""
    assert [road for road, told in roads.told.items() if not told] == []
    assert {road: told for road, told in roads.told.items() if any((one or 0) % 5 for one in told)} == {}
    assert 120 in roads.told["today"]
    assert roads.told["audience", Part("district", "rury")] == [None]


def test_every_road_gives_the_same_when_there_are_no_ballots_to_ask(roads: Roads) -> None:
    """Whoever asked a ballot, or the true figures kept for audits, would now say something else."""
    first, second = roads.shown
    assert {"hidden": True} in [row["n"] for row in first["groups"]["district"]], "something is hidden"
    assert second["change"], "there is a change"
    assert second["change_by_attendance"], "also of those who came"
    assert roads.before.keys() == roads.after.keys()
    assert [road for road in roads.before if roads.before[road] != roads.after[road]] == []
