"""Whatever taps come from whom: nothing breaks, there is a way on, and whoever has no role at that moment does and sees nothing.

People with every role, one whose role is for another workshop, and strangers act side by side: current taps, old ones, those
of somebody else's screen, made-up ones, commands, texts, media. Roles come and go in the middle, the service is started anew,
time passes. Who may is asked of the roles' table here, not of the service.
"""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lublin import NOW, SURVEYS, lublin, open_lublin
from phones import Phone
from sqlalchemy import delete, insert, select
from staging import add_people, register, released_wave, settle, vote

from conversations import effects, taps
from conversations.commands import COMMANDS
from conversations.events import Tap
from conversations.flows import FLOWS
from domain.instants import Instant, parse_instant
from domain.own_words import proposal_key
from domain.roles import Role
from messages.catalogue import plain
from messages.render import render
from service import acts, timeline
from service.doing import Doing
from service.work import Town, Tx
from service.workshops import load, read_office
from storage import ballots, paper, tables
from storage.database import Database

FIRST: Final = 300
CAST: Final = (
    "owner",
    "organiser",
    "staff",
    "facilitator",
    "researcher",
    "organiser of the second",
    "stranger",
    "stranger",
)
GUEST: Final = "Żaneta Próbna"
"""How the registered people are called, which organisers alone see."""
WORDS: Final = "Kładka nad Zalewem"
"""An own theme, which those who run the room see only once it was released to them."""
REASON: Final = "bo dzieci chodzą tamtędy do szkoły"
CODE: Final = "ZNACZEK7"
"""On the paper ballot of somebody who is registered too."""
WITH_NAMES: Final = frozenset({"checkin"})
"""Flows in which names of registered people stand, and with them nothing of what anybody answered."""
TEXTS: Final = (
    "Zieleń",
    "21.11 17:00",
    "30",
    "x" * 300,
    "<b>&",
    "12345",
    "Program https://przyklad.pl",
    "1",
    "🙂",
    "tak",
    "ACDE34",
)
ARGUMENTS: Final = (
    "",
    "1",
    "2",
    "99",
    "-1",
    "1:1",
    "1:2",
    "2:1",
    "on",
    "all",
    "owner",
    "٣",
    "9" * 25,
    "x>y",
    "csv",
    "participants",
)
VERBS: Final = (
    *(
        "put",
        "take",
        "open",
        "one",
        "yes",
        "confirm",
        "send",
        "save",
        "publish",
        "cancel",
        "finish",
        "look",
        "page",
        "list",
    ),
    *(
        "in",
        "undo",
        "add",
        "remove",
        "room",
        "longer",
        "close",
        "after",
        "overrun",
        "link",
        "renew",
        "live",
        "sure",
        "ask",
    ),
    *("agree", "reopen", "tell", "begin", "end", "move", "split", "into", "accept", "reject", "show", "hide", "file"),
    *("picture", "role", "revoke", "where", "fire", "switch", "text", "report", "pause", "resume", "repeat", "second"),
    *("again", "research", "print", "help", "typing", "leave", "delete", "next", "back"),
)
MOMENTS: Final = (
    NOW,
    parse_instant("2022-11-21T08:55:00+01:00"),
    parse_instant("2022-11-21T12:10:00+01:00"),
    parse_instant("2022-11-27T12:00:00+01:00"),
)


OWN_DOING: Final = {
    "workshops": {"room_taken", "online_taken", "stamp", "version"},
    "announcements": {"state", "finished_at", "cursor", "recipients"},
}
"""What anybody moves by coming: places taken, and what goes out to late joiners."""


@dataclass
class Stage:
    """A town as a file, with everybody's screen as it was when it was copied."""

    path: Path
    town: Town
    shows: list[Any]


def fill(database: Database) -> None:
    first = open_lublin(database)

    def people(tx: Tx) -> None:
        second = load(tx, replace(lublin(), slug="drugi", starts_at=lublin().starts_at + timedelta(hours=2)), NOW)
        assert second.workshop is not None
        wave = tx.execute(
            select(tables.waves.c.id).where(tables.waves.c.workshop_id == first, tables.waves.c.kind == "before")
        ).scalar_one()
        guests = add_people(tx, 6, first=7000)
        theme = ballots.proposal(tx, first, proposal_key(WORDS), {"pl": WORDS}, guests[0], 1000, NOW)
        for guest in guests:
            register(tx, first, guest, name=GUEST)
        ballot = vote(tx, wave, guests[0], [theme], NOW)
        tx.execute(insert(tables.ballot_answers).values(ballot_id=ballot, question="reason", value=REASON))
        paper.keep_codes(tx, first, [CODE])
        timeline.plan(tx, first, NOW)
        timeline.plan(tx, second.workshop, NOW)

    database.write(people).result()
    released_wave(database, NOW)


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Any) -> Stage:
    path = tmp_path_factory.mktemp("staff") / "town.db"
    shutil.copyfile(sqlite_template, path)
    town = Town(
        read_office(SURVEYS / "office.example.toml"),
        "Europe/Warsaw",
        frozenset(),
        1,
        "wspolnie_test_bot",
        b"key",
        labelling=plain,
    )
    database = Database(f"sqlite:///{path}")
    fill(database)
    shows = []
    for number, who in enumerate(CAST):
        phone = Phone(database, town, FIRST + number, NOW).start().tap("agree")
        _give(database, phone.id, who)
        shows.append(phone.show)
    database.close()
    return Stage(path, town, shows)


def _give(database: Database, telegram_id: int, who: str) -> None:
    if who == "stranger":
        return
    role, _, of = who.partition(" of ")

    def write(tx: Tx) -> None:
        person = tx.execute(
            select(tables.participants.c.id).where(tables.participants.c.telegram_id == telegram_id)
        ).scalar_one()
        row = {"participant_id": person, "role": role, "workshop_id": 2 if of else None, "given_at": NOW}
        tx.execute(insert(tables.roles).values(**row))

    database.write(write).result()


@dataclass
class Play:
    """One random sequence on a copy of the town."""

    database: Database
    town: Town
    phones: list[Phone]
    random: random.Random
    now: Instant = NOW
    seen: list[dict[str, Any]] = field(default_factory=list)
    """Taps that some screen offered to somebody."""

    def step(self) -> None:
        what = self.random.random()
        phone = self.random.choice(self.phones)
        if what < 0.03:
            self.now = max(self.now, self.random.choice(MOMENTS))
            settle(self.database, self.now)
        elif what < 0.08:
            self._restart(phone)
        elif what < 0.13:
            self._take_or_give(phone)
        else:
            self._act(phone.at(self.now))

    def _restart(self, phone: Phone) -> None:
        """Another process: it knows nothing but the database, and what the phone still shows."""
        fresh = Phone(self.database, self.town, phone.id, self.now)
        fresh.show = phone.show
        self.phones[self.phones.index(phone)] = fresh

    def _take_or_give(self, phone: Phone) -> None:
        if self.roles(phone):
            table = tables.roles
            person = self.person(phone)
            self.database.write(lambda tx: tx.execute(delete(table).where(table.c.participant_id == person))).result()
        elif self.person(phone) is not None:
            _give(self.database, phone.id, self.random.choice(CAST))

    def person(self, phone: Phone) -> int | None:
        """None: they had everything about themselves forgotten."""
        table = tables.participants
        query = select(table.c.id).where(table.c.telegram_id == phone.id)
        found: int | None = self.database.read(lambda tx: tx.execute(query).scalar()).result()
        return found

    def roles(self, phone: Phone) -> list[tuple[Role, int | None]]:
        table = tables.roles
        query = select(table.c.role, table.c.workshop_id).where(table.c.participant_id == self.person(phone))
        return self.database.read(lambda tx: [tuple(row) for row in tx.execute(query)]).result()  # type: ignore[misc]

    def _act(self, phone: Phone) -> None:
        before = None if self.roles(phone) else self._kept(phone)
        me = self.person(phone)
        phone.event(self._event(phone))
        self._look(phone)
        if self.person(phone) != me:
            return  # forgotten, or somebody new: `test_forgetting`
        if before is not None:
            after = self._kept(phone)
            assert [name for name in before if before[name] != after[name]] == [], (
                "somebody without a role changed them"
            )

    def _event(self, phone: Phone) -> dict[str, Any]:
        what, buttons = self.random.random(), [one for one in phone.buttons() if not one.url]
        if what < 0.45 and buttons:
            one = self.random.choice(buttons)
            return phone.tapped(one.verb, one.argument, one.place)
        if what < 0.6 and self.seen:  # an old screen, or somebody else's: with their session's number, or one's own
            old = self.random.choice(self.seen)
            return (
                {**phone.tapped("x"), "data": old["data"]} if self.random.random() < 0.5 else phone.tapped(*old["tap"])
            )
        if what < 0.7:
            flow = FLOWS[self.random.choice(sorted(FLOWS))]
            step = self.random.choice(
                ("list", "one", "shown", "impact", "cancel", "last", "sending", "take", "review", "x")
            )
            place = self.random.choice((flow.name, f"{flow.code}.{step}.{self.random.choice((1, 2, 9))}"))
            return phone.tapped(self.random.choice(VERBS), self.random.choice(ARGUMENTS), place)
        if what < 0.85:
            command = self.random.choice([one for one in COMMANDS if one.roles is not None])
            return {"type": "command", "name": command.name, "argument": ""}
        if what < 0.9:
            return {
                "type": "other",
                "kind": self.random.choice(("photo", "document", "voice")),
                "file_id": "f",
                "caption": "",
            }
        return {"type": "text", "text": self.random.choice(TEXTS)}

    def _look(self, phone: Phone) -> None:
        """What is on the phone now: a way on, in words of the catalogue, and nothing that is not for this person."""
        shown = render(phone.screen, "pl", session=phone.show.session if phone.show else 0)
        keys = [key for row in shown.keyboard for key in row]
        assert keys or phone.screen.place.startswith("co."), phone.screen.place
        for one in phone.buttons():
            if not one.url:
                tap = (one.verb, one.argument, one.place or phone.screen.place)
                session = phone.show.session if phone.show else 0
                self.seen.append({"tap": tap, "data": taps.write(Tap(session, tap[2], one.verb, one.argument))})
        self.seen = self.seen[-60:]
        may = self.roles(phone)
        code = phone.screen.place.split(".")[0]
        flow = next((one for one in FLOWS.values() if code in (one.code, one.name)), None)
        if flow is not None and flow.roles is not None:
            assert any(role == "owner" or role in flow.roles for role, _ in may), (phone.screen.place, may)
        words = shown.text + " ".join(key.text for key in keys)
        names = any(role in ("owner", "organiser") and of in (None, 1) for role, of in may)
        assert names or GUEST not in words, (phone.screen.place, may)
        if GUEST in words:
            assert flow is not None
            assert flow.name in WITH_NAMES, phone.screen.place
            assert [mark for mark in (WORDS, REASON, CODE) if mark in words] == [], phone.screen.place
        assert may or WORDS not in words, phone.screen.place

    def _kept(self, phone: Phone) -> dict[str, Any]:
        """All that is not this person's own, and what there is for staff alone."""
        me = self.person(phone)
        own = ("sessions", "inbox", "participants", "consents", "deliveries", "needs", "uploads")

        def look(tx: Tx) -> dict[str, Any]:
            rows = {}
            for name, table in tables.metadata.tables.items():
                if name not in own:
                    found = [dict(row._mapping) for row in tx.execute(select(table))]
                    rows[name] = [row for row in found if row.get("participant_id") != me]
            for name, moving in OWN_DOING.items():
                rows[name] = [{key: value for key, value in row.items() if key not in moving} for row in rows[name]]
            return rows

        return self.database.read(look).result()


def _watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """No act is begun for somebody whom the roles' table does not give a role for it, for that workshop."""
    every = dict(acts.ACTS)

    def watching(act: acts.Act) -> acts.Act:
        def handler(doing: Doing, effect: effects.Act) -> None:
            table = tables.roles
            query = select(table.c.role, table.c.workshop_id).where(table.c.participant_id == doing.person.id)
            held = [tuple(row) for row in doing.tx.execute(query)]
            assert act.roles is None or any(
                role == "owner" or (role in act.roles and (of is None or effect.workshop in (None, of)))
                for role, of in held
            ), (act.name, held, effect.workshop)
            act.handler(doing, effect)

        return replace(act, handler=handler)

    monkeypatch.setattr(acts, "ACTS", {name: watching(act) for name, act in every.items()})


def _play(stage: Stage, folder: Path, seed: int, steps: int) -> None:
    path = folder / f"{seed}.db"
    shutil.copyfile(stage.path, path)
    database = Database(f"sqlite:///{path}")
    try:
        phones = [Phone(database, stage.town, FIRST + number, NOW) for number in range(len(CAST))]
        for phone, show in zip(phones, stage.shows, strict=True):
            phone.show = show
        play = Play(database, stage.town, phones, random.Random(seed))
        for _ in range(steps):
            play.step()
    finally:
        database.close()
        path.unlink()


WITHOUT_SHRINKING: Final = (Phase.explicit, Phase.reuse, Phase.generate)
"""A smaller seed is no shorter story."""
CALM: Final = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


@settings(max_examples=2, deadline=None, suppress_health_check=CALM, phases=WITHOUT_SHRINKING)
@given(seed=st.integers(0, 2**32))
def test_no_sequence_of_taps_breaks_or_betrays_anything(
    stage: Stage, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        _watched(monkeypatch)
        _play(stage, tmp_path_factory.getbasetemp(), seed, 40)


@pytest.mark.long
@settings(max_examples=40, deadline=None, suppress_health_check=CALM, phases=WITHOUT_SHRINKING)
@given(seed=st.integers(0, 2**32))
def test_no_long_sequence_of_taps_breaks_or_betrays_anything(
    stage: Stage, tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    with pytest.MonkeyPatch.context() as monkeypatch:
        _watched(monkeypatch)
        _play(stage, tmp_path_factory.getbasetemp(), seed, 300)
