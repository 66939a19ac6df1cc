"""The whole bot as one part: put together, started, asked whether it is idle, stopped."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot import pace, wording
from bot.answers import Answers
from bot.asked import Service
from bot.client import Client
from bot.commands import Menu, register, register_person
from bot.deliveries import Deliveries
from bot.errands import Errands
from bot.files import Said, Uploads
from bot.floods import A_MINUTE, Floods
from bot.heeding import Heeding
from bot.intake import Intake
from bot.lanes import Lanes
from bot.leftovers import Leftovers
from bot.letters import Letters
from bot.line import Line
from bot.pace import Bulk, Chats
from bot.purse import Purse
from bot.screens import Screens
from bot.shared import Shared
from bot.transactions import Transactions
from bot.turns import Turns, described
from domain.roles import Grant
from messages.catalogue import say
from service.incoming import InboxRow, Incoming
from service.person_menus import PersonMenu
from service.turn import Outcome
from service.work import Clock, Town, Tx, Work

log = logging.getLogger("wspolnie.bot")

STOP_WITHIN = 2.5
"""Seconds that a polite stop may take before the rest is left to the next start: the web server and the interpreter need theirs
of the five in which the whole process ends."""


Commands = Callable[[str, tuple[Grant, ...]], Sequence[tuple[str, str]]]
"""(language, roles) -> (name, description) of each command: `menus.commands_of`."""


@dataclass(frozen=True, slots=True)
class Words:
    """`messages.render.render`, `messages.catalogue.plain` and `messages.catalogue.say`; and the commands of somebody with
    these roles in a language."""

    render: wording.Render
    plain: wording.Plain
    commands: Commands
    say: Said = say


@dataclass(frozen=True, slots=True)
class Paces:
    """Messages a second: to many, and to one chat with so many at once. `paid`: use Telegram's paid rate."""

    send_rate: float = 30.0
    chat_rate: float = 0.98
    chat_burst: int = 18
    paid: bool = False


@dataclass(frozen=True, slots=True)
class Leases:
    """The number under which bulk is claimed now (None: another process has it), and personal deliveries are."""

    bulk: Callable[[], int | None]
    personal: Callable[[], int | None]


@dataclass(frozen=True, slots=True)
class Hooks:
    """`wake`: something became due, look at the timeline. `tell`: a sentence for the operator. `fatal`: one after which
    nothing will work until they act (the token is revoked)."""

    wake: Callable[[], None]
    tell: Callable[[str], None]
    fatal: Callable[[str], None]


class TownBot:
    """Hands updates to the service and brings phones up to date. `client` has been started; the caller stops it."""

    def __init__(
        self,
        client: Client,
        work: Work,
        is_trouble: Callable[[BaseException], bool],
        clock: Clock,
        town: Town,
        service: Service,
        words: Words,
        leases: Leases,
        hooks: Hooks,
        paces: Paces | None = None,
        *,
        polling: bool = True,
    ) -> None:
        paces = paces or Paces()
        self.line = Line(lambda: client.call("getMe"), fatal=hooks.fatal)
        chats = Chats(paces.chat_rate, paces.chat_burst)
        shared = Shared(client.call, Transactions(work, is_trouble), town, clock, chats, self.line)
        self.counts = shared.counts
        self._shared = shared
        self._service = service
        self._hooks = hooks
        self._plain = words.plain
        self._commands = words.commands
        self._tasks: set[asyncio.Task[None]] = set()
        self._errands = Errands()
        self._polling: asyncio.Task[None] | None = None
        self._polls = polling
        self.answers = Answers(self._answer, shared.counts)
        self.screens = Screens(shared, service.turn, words.render, self._gone)
        turns = Turns(shared, service.turn, self._came, self.screens.want)
        self._leftovers = Leftovers(shared.transactions, service.incoming.open_rows, lambda: self.lanes)
        self.lanes = Lanes(turns.handle, self._leftovers.look_now, Floods(clock.machine, self._flooded).came)
        self.intake = Intake(shared, service.incoming.receive, self.lanes, self.answers, hooks.tell)
        self.pace = Bulk(paces.send_rate, clock.machine())
        purse = Purse(self.pace, paid=paces.paid, short_of_stars=self._short_of_stars)
        letters = Letters(
            client.call,
            Uploads(shared, service.files, words.say),
            words.render,
            pays=lambda: purse.pays(clock.machine()),
        )
        heeding = Heeding(shared, self.pace, purse)
        self.personal = Deliveries(shared, service.deliveries, letters, leases.personal)
        self.bulk = Deliveries(
            shared, service.deliveries, letters, leases.bulk, self.pace, heeding=heeding, refused=hooks.wake
        )

    async def start(self) -> None:
        """Begin: everything runs as tasks of the running loop."""
        self._run("leftovers", self._leftovers.run)
        self._run("screens", self.screens.run)
        self._run("personal deliveries", self.personal.run)
        self._run("bulk deliveries", self.bulk.run)
        if self._polls:
            self._polling = self._run("intake", self.intake.poll)

    async def stop(self) -> None:
        """Finish what is in hand, within five seconds; what is not finished then, the next start finds."""
        if self._polling is not None:
            self._polling.cancel()
        self.lanes.close()
        self.personal.close()
        self.bulk.close()
        try:
            async with asyncio.timeout(STOP_WITHIN):
                await self._finish()
        except TimeoutError:
            log.warning("not everything in hand was finished within %.1f s", STOP_WITHIN)
        finally:  # also when the whole end is out of time
            for task in self._tasks:
                task.cancel()
            rest = [*self._tasks, *self._errands.cancel()]
            await asyncio.gather(*rest, return_exceptions=True)
            await self.screens.stop()
            await self.line.stop()

    def idle(self) -> bool:
        """Nothing is in hand: no update being stored or handled, no phone behind, nothing claimed or on its way."""
        return not self.busy()

    def busy(self) -> tuple[str, ...]:
        """The parts that have something in hand; empty when the bot is idle."""
        quiet = {
            "leftovers": self._leftovers.looked,
            "errands": self._errands.idle,
            "intake": self.intake.idle,
            "lanes": self.lanes.idle,
            "answers": self.answers.idle,
            "screens": self.screens.idle and self.screens.looked,
            "personal": self.personal.idle,
            "bulk": self.bulk.idle,
        }
        return tuple(name for name, idle in quiet.items() if not idle)

    async def receive(self, raw: Sequence[object]) -> None:
        """The webhook's way in: returns after the commit, raises the database's trouble."""
        await self.intake.receive(raw)

    def offer(self, rows: Sequence[InboxRow]) -> None:
        """Rows that something else stored in the inbox (a time that concerns one person)."""
        self.lanes.offer(rows)

    def look(self) -> None:
        """Look at inbox and deliveries now: something wrote to them."""
        self._leftovers.look_now()
        self.personal.nudge()
        self.bulk.nudge()

    async def register(self, menus: Mapping[str, Menu], staff: Sequence[PersonMenu]) -> int:
        """Set commands and texts for everybody, and those of people with a role. Returns what changed."""
        changed = await register(self._shared.call, menus)
        for one in staff:
            changed += await self._register_person(one)
        return changed

    async def _register_person(self, one: PersonMenu) -> int:
        """Bring one person's commands up to their roles and language."""
        commands = () if one.grants is None else self._commands(one.language, one.grants)
        return await register_person(self._shared.call, one.chat, commands)

    async def _finish(self) -> None:
        await self.lanes.drained()
        await asyncio.gather(
            self.answers.drained(), self.screens.drained(), self.personal.drained(), self.bulk.drained()
        )

    def _came(self, outcome: Outcome, callback: str | None) -> None:
        if callback is not None:
            said = None if outcome.answer is None else self._plain(outcome.answer, outcome.language)
            self.answers.settle(callback, said)
        if outcome.deliveries:
            self.personal.nudge()
        if outcome.wake:
            self._hooks.wake()
        for menu in outcome.menus:
            self._errands.run("menu", self._register_person(menu))

    async def _answer(self, callback: str, text: str | None) -> None:
        await self._shared.call("answerCallbackQuery", callback_query_id=callback, text=text)

    def _gone(self, chat: int) -> None:
        """Someone cannot be reached: said to the service in their lane, as if Telegram had sent it."""
        key = f"gone:{chat}:{self._shared.now().isoformat()}"
        event = {"type": "membership", "status": "blocked", "chat": chat}
        gone = Incoming(self._shared.town.bot, "time", key[:64], chat, event)
        self._errands.run("gone", self._store(gone))

    def _short_of_stars(self) -> None:
        """Nothing is lost: what is not paid for goes at the free rate."""
        log.warning(
            "the bot's Stars do not suffice for the paid rate: messages to many go at the free rate for an hour"
        )
        self._errands.run("stars", self._tell_owners_of_stars())

    async def _tell_owners_of_stars(self) -> None:
        town, now = self._shared.town, self._shared.now
        await self._shared.transactions.write(lambda tx: self._service.paid_news.short_of_stars(tx, town, now()))
        self.personal.nudge()

    def _flooded(self, lane: int) -> None:
        """Somebody sends far more than anybody types: said once, and handled in their lane beside everybody else's."""
        self.counts["floods"] += 1
        log.warning("one person sends more than %d updates a minute", A_MINUTE)
        self._errands.run("flood", self._tell_flooder(lane))

    async def _tell_flooder(self, lane: int) -> None:
        town, now = self._shared.town, self._shared.now
        if await self._shared.transactions.write(lambda tx: self._service.incoming.flooded(tx, town.bot, lane, now())):
            self.personal.nudge()

    async def _store(self, incoming: Incoming) -> None:
        def store(tx: Tx) -> list[InboxRow]:
            return self._service.incoming.receive(tx, [incoming], self._shared.now())

        self.lanes.offer(await self._shared.transactions.write(store))

    def _run(self, name: str, part: Callable[[], Coroutine[Any, Any, None]]) -> asyncio.Task[None]:
        """Run a part for ever; one that raises is started again after a pause, and said in the log."""

        async def again() -> None:
            tries = 0
            while True:
                try:
                    return await part()
                except Exception as error:  # noqa: BLE001 - our own bug in a part; the others go on
                    tries += 1
                    self.counts["parts_failed"] += 1
                    log.error("%s failed and is started again: %s", name, described(error))
                await asyncio.sleep(pace.pause(tries))

        task = asyncio.create_task(again())
        self._tasks.add(task)
        return task
