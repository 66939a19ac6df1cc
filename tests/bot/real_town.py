"""The whole bot with the real service and a real SQLite database, over HTTP with the local Telegram.

Updates come as by webhook: fetched from the local Telegram and handed over together, so that a test says what arrives
at once.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from types import SimpleNamespace
from typing import Any

from bot_stand_ins import TestClock, until
from local_telegram import LocalTelegram
from lublin import NOW, SURVEYS, open_lublin
from sqlalchemy import select, update

from bot.asked import Service
from bot.client import Client
from bot.town_bot import Hooks, Leases, Paces, TownBot, Words
from conversations.folding import folded
from domain.instants import Instant
from domain.instrument_json import to_json
from messages.catalogue import plain
from messages.render import render
from running.menus import commands_of
from service import deliveries, files, incoming, leases, paid_news, sweep, turn
from service.turn import Show
from service.work import Town, is_trouble
from service.workshops import read_office
from storage import tables
from storage.database import Database, Tx
from tests.pure_lublin import SHORT, THEMES, texts

WAVE = 10
"""The before wave, numbered as in `tests.pure_lublin`."""


class CountingWork:
    """The database, with what it is asked to do counted."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.writes = 0
        self.reads = 0

    def write(self, action: Callable[[Tx], Any]) -> Future[Any]:
        self.writes += 1
        return self.database.write(action)

    def read(self, action: Callable[[Tx], Any]) -> Future[Any]:
        self.reads += 1
        return self.database.read(action)

    def read_twice(self, action: Callable[[Tx, Tx], Any]) -> Future[Any]:
        return self.database.read_twice(action)


class RealTown:
    """One process' bot; `again` starts another one on the same database, as after a kill."""

    def __init__(self, client: Client, telegram: LocalTelegram, database: Database, bot: int) -> None:
        self.client, self.telegram, self.database = client, telegram, database
        self.work = CountingWork(database)
        self.clock = TestClock()
        self.clock.civil = NOW
        self.calls: Counter[str] = Counter()
        self.turns: Counter[str] = Counter()
        office = read_office(SURVEYS / "office.example.toml")
        self.town = Town(office, "Europe/Warsaw", frozenset(), bot, "wspolnie_bot", b"key", labelling=plain)
        self.offset = 0
        self.workshop = open_lublin(database)
        database.write(self._as_in_pure_tests).result()
        self.bot = self._made()

    def _as_in_pure_tests(self, tx: Tx) -> None:
        """Themes, questions and numbers of `tests.pure_lublin`, which the list model knows."""
        tx.execute(update(tables.waves).where(tables.waves.c.kind == "before").values(id=WAVE))
        rows = list(
            tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.position, tables.themes.c.id)).scalars()
        )
        assert rows == list(range(1, len(THEMES) + 1))
        for number, names in enumerate(THEMES, 1):
            tx.execute(update(tables.themes).where(tables.themes.c.id == number).values(names=texts(*names)))
        tx.execute(update(tables.workshops).values(instrument=to_json(SHORT), stamp="pure"))

    def _made(self) -> TownBot:
        lease = self.database.write(lambda tx: leases.acquire(tx, "process:test", "test")).result()
        counted = SimpleNamespace(**{name: getattr(turn, name) for name in turn.__all__})
        counted.take = self._take
        made = TownBot(
            self.client,
            self.work,
            is_trouble,
            self.clock,
            self.town,
            Service(incoming, counted, deliveries, files, paid_news),
            Words(render, plain, commands_of),
            Leases(lambda: None, lambda: lease),
            Hooks(lambda: None, lambda said: None, lambda said: None),
            Paces(chat_rate=1000.0, chat_burst=1000),
            polling=False,
        )
        real = made._shared.call

        async def call(method: str, **given: Any) -> Any:
            self.calls[method] += 1
            return await real(method, **given)

        object.__setattr__(made._shared, "call", call)
        return made

    def _take(self, tx: Tx, row: Any, town: Town, now: Instant) -> Any:
        self.turns["taken"] += 1
        return turn.take(tx, row, town, now)

    async def restart(self) -> None:
        await self.bot.stop()
        self.bot = self._made()
        await self.bot.start()

    async def arrive(self) -> None:
        """Everything that lies at Telegram arrives at once, and is done with."""
        answer = await asyncio.to_thread(self.telegram.call, "getUpdates", offset=self.offset, limit=100, timeout=0)
        raw: Sequence[Mapping[str, Any]] = answer["result"]
        if raw:
            self.offset = max(one["update_id"] for one in raw) + 1
            await self.bot.receive(raw)
        await until(self.bot.idle)

    async def sweep(self) -> None:
        """What is due happens, and those whom it concerns are told."""
        while self.database.write(lambda tx: sweep.sweep(tx, self.town, self.clock.civil)).result().worked:
            pass
        self.bot.look()
        await until(self.bot.idle)

    def show(self, telegram_id: int) -> Show | None:
        """The person's screen as the database has it."""

        def look(tx: Tx) -> Show | None:
            found = tx.execute(
                select(tables.sessions.c.id)
                .join(tables.participants, tables.participants.c.id == tables.sessions.c.participant_id)
                .where(tables.participants.c.telegram_id == telegram_id)
            ).scalar_one_or_none()
            return None if found is None else turn.current_show(tx, found, self.town, self.clock.civil)

        return self.database.read(look).result()

    def frame(self, telegram_id: int) -> dict[str, Any] | None:
        """Where the person's conversation is, as stored."""
        found = self._of(telegram_id, select(tables.sessions.c.frames), tables.sessions)
        frames = found[0][0] if found else []
        return frames[-1] if frames else None

    def told(self, telegram_id: int) -> bool:
        """The notice was read and nothing was taken back."""
        given = select(tables.consents.c.id).where(
            tables.consents.c.purpose == "answering", tables.consents.c.withdrawn_at.is_(None)
        )
        return bool(self._of(telegram_id, given, tables.consents))

    def stored(self, telegram_id: int) -> list[str | int] | None:
        """The places of the person's ballot in the before wave: own words folded, themes by number."""
        mine = select(tables.ballots.c.id).where(tables.ballots.c.wave_id == WAVE)
        ballots = self._of(telegram_id, mine, tables.ballots)
        if not ballots:
            return None
        columns = (tables.ballot_places.c.theme_id, tables.ballot_places.c.words)
        of_ballot = select(*columns).where(tables.ballot_places.c.ballot_id == ballots[0][0])
        places = self.database.read(
            lambda tx: tx.execute(of_ballot.order_by(tables.ballot_places.c.place)).all()
        ).result()
        return [theme if words is None else folded(words) for theme, words in places]

    def wave_open(self) -> bool:
        state = select(tables.waves.c.state, tables.waves.c.closes_at).where(tables.waves.c.id == WAVE)
        found = self.database.read(lambda tx: tx.execute(state).one()).result()
        return bool(found.state == "open" and self.clock.civil < found.closes_at)

    def room_for(self, people: int) -> None:
        """So many places in the room, and none online."""
        self.database.write(
            lambda tx: tx.execute(update(tables.workshops).values(room_capacity=people, online_capacity=0))
        ).result()

    def registrations(self) -> Counter[str]:
        """How many people are going, waiting …"""
        states = select(tables.registrations.c.state)
        return Counter(self.database.read(lambda tx: tx.execute(states).scalars().all()).result())

    def dead(self) -> int:
        rows = select(tables.inbox.c.id).where(tables.inbox.c.state == "dead")
        return len(self.database.read(lambda tx: tx.execute(rows).all()).result())

    def _of(self, telegram_id: int, wanted: Any, table: Any) -> list[Any]:
        of_person = wanted.join(tables.participants, tables.participants.c.id == table.c.participant_id)
        narrowed = of_person.where(tables.participants.c.telegram_id == telegram_id)
        return list(self.database.read(lambda tx: tx.execute(narrowed).all()).result())
