"""Whatever callback data a client sends: nothing of anybody's is harmed, and there is always a kind way on."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import select

from conversations import taps
from conversations.events import Tap
from conversations.flows import FLOWS
from messages.catalogue import plain
from service.work import Town
from storage import tables
from storage.database import Database

OTHER = 600
"""Somebody else, who has answered and comes."""
QUIET = ("sessions", "inbox", "participants")
"""Tables in which the forger's own conversation moves on."""
PLACES = sorted(set(FLOWS) | {f"{flow.code}.{step}" for flow in FLOWS.values() for step in ("q0", "list", "one", "x")})
VERBS = (
    "put",
    "take",
    "move",
    "page",
    "send",
    "going",
    "cancelled",
    "accept",
    "agree",
    "edit",
    "see",
    "who",
    "yes",
    "confirm",
)
VERBS += (
    "role",
    "revoke",
    "publish",
    "off_sure",
    "file",
    "picture",
    "fire",
    "lang",
    "home",
    "next",
    "open",
    "ask",
    "into",
    "undo",
)
ARGUMENTS = (
    "",
    "0",
    "1",
    "2",
    "99",
    "-1",
    "t1",
    "t99",
    "t1>9",
    "t1>x",
    "1:online",
    "1:x",
    ":1",
    "٣",
    "x" * 30,
    "9" * 25,
    "1e9",
    "|",
)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Any) -> Any:
    """One workshop for all examples: each forger is somebody new."""
    import shutil

    path = tmp_path_factory.mktemp("forged") / "town.db"
    shutil.copyfile(sqlite_template, path)
    database = Database(f"sqlite:///{path}")
    open_lublin(database)
    yield database
    database.close()


def kept(database: Database, of: int) -> dict[str, Any]:
    """Everything stored that is not about this participant, and all that staff alone may change."""

    def look(tx: Any) -> dict[str, Any]:
        rows: dict[str, Any] = {}
        for name, table in tables.metadata.tables.items():
            if name not in QUIET:
                found = [dict(row._mapping) for row in tx.execute(select(table))]
                rows[name] = [row for row in found if row.get("participant_id") != of]
        others = select(tables.sessions).where(tables.sessions.c.participant_id != of)
        rows["sessions"] = [dict(row._mapping) for row in tx.execute(others)]
        return rows

    return database.read(look).result()


def without_counts(rows: dict[str, Any]) -> dict[str, Any]:
    """Places taken are counted in the workshop: the forger may register, and do no more to it."""
    moving = {"room_taken", "online_taken", "stamp", "version"}
    workshops = [{key: value for key, value in row.items() if key not in moving} for row in rows["workshops"]]
    return {**rows, "workshops": workshops}


def participant(database: Database, telegram_id: int) -> int:
    query = select(tables.participants.c.id).where(tables.participants.c.telegram_id == telegram_id)
    number: int = database.read(lambda tx: tx.execute(query).scalar_one()).result()
    return number


@pytest.fixture(scope="module")
def other(scene: Database, module_town: Town) -> Phone:
    phone = Phone(scene, module_town, OTHER, NOW).start().tap("agree")
    phone.start("lublin-ramy-strategii").tap("begin").press("Miasto zielone").tap("next").tap("skip")
    return phone.tap("put", "4").tap("put", "a_little").tap("send")


@pytest.fixture(scope="module")
def module_town() -> Town:
    from lublin import SURVEYS

    from service.workshops import read_office

    office = read_office(SURVEYS / "office.example.toml")
    return Town(office, "Europe/Warsaw", frozenset(), 1, "wspolnie_test_bot", b"key", labelling=plain)


made_up = st.builds(
    lambda session, place, verb, argument: f"1|{session}|{place}|{verb}|{argument}",
    st.sampled_from(["0", "1", "2", "3", "zz", "-1", "", "x y", "zzzzzzzzzzzzzz"]),
    st.one_of(st.sampled_from(PLACES), st.text(max_size=12)),
    st.one_of(st.sampled_from(VERBS), st.text(max_size=8)),
    st.one_of(st.sampled_from(ARGUMENTS), st.text(max_size=20)),
)
DATA = st.lists(st.one_of(made_up, made_up, st.text(max_size=64)), min_size=1, max_size=12)
people = iter(range(10_000, 1_000_000))


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
@given(forged=DATA, where=st.sampled_from(["notice", "home", "survey", "reg"]))
def test_no_forged_tap_does_harm(
    scene: Database, module_town: Town, other: Phone, forged: list[str], where: str
) -> None:
    phone = Phone(scene, module_town, next(people), NOW).start()
    if where != "notice":
        phone.tap("agree")
    if where == "survey":
        phone.start("lublin-ramy-strategii").tap("begin")
    elif where == "reg":
        phone.command("udzial")
    me = participant(scene, phone.id)
    before = without_counts(kept(scene, me))
    for data in forged:
        data = data.encode("utf-8", "replace").decode().encode()[:64].decode("utf-8", "ignore")
        message = phone.show.message_id if phone.show is not None else 1
        phone.event(
            {"type": "tap", "data": data, "callback_id": "c", "message_id": message, "name": "X", "chat": phone.id}
        )
        assert phone.show is not None
        assert phone.buttons() or phone.screen.place.startswith("co."), data
    after = without_counts(kept(scene, participant(scene, phone.id)))
    assert without_forgers_own(after) == without_forgers_own(before)


def without_forgers_own(rows: dict[str, Any]) -> dict[str, Any]:
    """Without what anybody may bring about for themselves: a file asked for, being forgotten, its entry in the log."""
    own = ("person.forgotten",)
    rest = {name: found for name, found in rows.items() if name not in ("erasures", "needs")}
    rest["audit"] = [row for row in rest["audit"] if row["act"] not in own]
    return rest


@pytest.mark.parametrize(
    ("place", "verb", "argument", "session"),
    [
        ("sv.q0.1", "put", "t1", "other"),
        ("sv.review.1", "send", "", "other"),
        ("sv.q99.1", "put", "t1", "own"),
        ("sv.q0.1", "put", "t999", "own"),
        ("sv.q0.1", "move", "t1>99", "own"),
        ("sv.q0.1", "page", "x", "own"),
        ("sv.q0.1", "page", "99999999999999999999999", "own"),
        ("nowhere", "put", "1", "own"),
        ("roles", "role", "owner", "own"),
        ("mg.one.1", "cancel", "", "own"),
        ("mg.cancel.1", "yes", "", "own"),
        ("today", "open", "1", "zero"),
        ("needs_seen", "open", "1", "zero"),
    ],
)
def test_a_known_forgery_changes_nothing_and_leads_on(
    database: Database, town: Town, place: str, verb: str, argument: str, session: str
) -> None:
    open_lublin(database)
    somebody = Phone(database, town, OTHER, NOW).start().tap("agree").start("lublin-ramy-strategii").tap("begin")
    somebody.press("Sport")
    forger = Phone(database, town, 601, NOW).start().tap("agree").start("lublin-ramy-strategii").tap("begin")
    assert somebody.show is not None
    assert forger.show is not None
    was = forger.screen.place
    number = {"other": somebody.show.session, "own": forger.show.session, "zero": 0}[session]
    before = kept(database, participant(database, forger.id))
    forger.event({**forger.tapped("x"), "data": taps.write(Tap(number, place, verb, argument))})
    assert kept(database, participant(database, forger.id)) == before
    assert forger.screen.place == was
    assert forger.buttons()
