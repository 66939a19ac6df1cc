"""Composition root: reads settings, builds the parts, owns the real clocks. Everything else is handed what it needs."""

from __future__ import annotations

import asyncio
import gc
import logging
import os
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any

import installation
import logs
from bot import failures, ways_in
from bot.asked import Service
from bot.client import Client, TokenRefused
from bot.pace import pause
from bot.town_bot import Hooks, Leases, Paces, TownBot, Words
from clocks import MovableClock, SystemClock
from domain.instants import Instant
from errors import OperatorError
from running import stopping, watchdog, wellbeing
from running.looking import ANSWERS_FIRST_SECONDS, ENDS_WITHIN, Looking
from running.supervisor import LISTEN_FD, WORKER, tell_ready, when_left
from running.telegram_time import ClockWatch, telegrams_time
from scheduler.tenure import Tenure
from service import deliveries, files, incoming, paid_news, person_menus, turn
from service.work import Clock
from settings import WEBHOOK_PATH, Settings, read_settings
from storage.trouble import is_trouble

log = logging.getLogger("wspolnie.app")


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What differs when the service is rehearsed: the control address, where civil time starts, how fast it sends."""

    control: str
    now: Instant
    fast: float = 1.0


class Running:
    """The whole service in one process: started, served, stopped."""

    def __init__(self, settings: Settings, clock: Clock, rehearsal: Rehearsal | None = None) -> None:
        self.settings = settings
        self.clock = clock
        self.rehearsal = rehearsal
        self.clock_watch = ClockWatch(clock, lambda: telegrams_time(settings.telegram_api_url))
        self.ended = asyncio.Event()
        self.failure: str | None = None
        self._parts: list[stopping.Part | tuple[stopping.Part, float]] = []
        self._servers: list[Callable[[], Awaitable[None]]] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._starting: asyncio.Task[None] | None = None

    def launch(self) -> asyncio.Task[None]:
        """Begin to start; `stop` gives it up when it has not come to its end by then."""
        self._starting = asyncio.create_task(self.start(), name="start")
        return self._starting

    async def start(self) -> None:
        """Bring everything up. Raises OperatorError with one sentence when something is missing or wrong."""
        settings = self.settings
        office = installation.office(settings)
        self.database = installation.open_database(settings, exclusive=True)
        self._parts.append(self._close_database)
        self.client = Client(settings.bot_token.get_secret_value(), settings.telegram_api_url)
        self._parts.append(self.client.stop)  # before the first call: that opens connections and may fail
        me = await self._introduce()
        self.town = installation.town(settings, office, me.id, me.username)
        self.tenure = Tenure(
            self.database,
            self.clock,
            f"{socket.gethostname()}:{os.getpid()}",
            alone=self.database.kind == "sqlite",
            changed=self._lease_changed,
            asked=self._wake,
            is_trouble=is_trouble,
        )
        self.bot = self._bot()
        self.looking = Looking(
            self.database,
            self.town,
            self.clock,
            installation.erasure_list(settings),
            may=self.looks_after_all,
            look=self.bot.look,
        )
        await self._open_the_ways_in()
        await self.tenure.look()
        self._keep("leases", self.tenure.run())
        self._parts.append(self.tenure.stop)
        self._parts += [self.bot.stop, (self.looking.stop, ENDS_WITHIN)]
        await self.looking.first()
        await self.bot.start()
        self._keep("looks", self.looking.begin())
        self._keep("menus", self._register_menus())
        self._keep("health", wellbeing.watch(self))
        if self.rehearsal is None:  # civil time of a rehearsal jumps, and is nobody else's
            self._keep("clock", self.clock_watch.watch())
        watchdog.tell("READY=1")
        tell_ready()
        self._keep("watchdog", watchdog.keep_telling(self.looking.is_stuck))
        gc.freeze()  # nearly all that is there by now stays: a collection that looked through it would hold every tap up
        log.info("serving as @%s", me.username)

    async def stop(self) -> bool:
        """End what was started, the last first; what is in hand is finished, or cut off when the time is up.

        The web server ends before everything: what a webhook brought later would be left to other processes' next look.
        Returns False when something had to be cut off.
        """
        if WORKER not in os.environ:  # one worker that is replaced does not end the service
            watchdog.tell("STOPPING=1")
        return await stopping.end(
            [self._give_up_starting, *self._servers, self._end_tasks, *reversed(self._parts)], stopping.BUDGET
        )

    async def _give_up_starting(self) -> None:
        if self._starting is not None:
            self._starting.cancel()
            await asyncio.gather(self._starting, return_exceptions=True)

    async def _end_tasks(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def since_intake(self) -> float | None:
        """Seconds since Telegram last answered a getUpdates; None with a webhook."""
        return None if self.settings.webhook_url else self.clock.machine() - self.bot.intake.answered_at

    def since_sweep(self) -> float | None:
        """Seconds since the last look at what is due; None while another process does the looking."""
        return self.looking.since()

    def clock_off(self) -> float | None:
        """By how many seconds this computer's clock is ahead of Telegram's; None: not known, or a rehearsal's."""
        return self.clock_watch.off

    def looks_after_all(self) -> bool:
        """True while this process holds the bulk lease."""
        return self.tenure.bulk is not None

    def nudge(self) -> None:
        """Something was written that the bot should look at."""
        self.bot.look()

    def fatal(self, sentence: str) -> None:
        """Nothing will work until the operator acts: end with their sentence."""
        self.failure = sentence
        self.ended.set()

    def _bot(self) -> TownBot:
        from messages.catalogue import plain
        from messages.render import render
        from running.menus import commands_of

        fast = self.rehearsal.fast if self.rehearsal else 1.0
        standard = Paces()
        return TownBot(
            self.client,
            self.database,
            is_trouble,
            self.clock,
            self.town,
            Service(incoming=incoming, turn=turn, deliveries=deliveries, files=files, paid_news=paid_news),
            Words(render=render, plain=plain, commands=commands_of),
            Leases(bulk=lambda: self.tenure.bulk, personal=lambda: self.tenure.personal),
            Hooks(wake=self._wake, tell=log.error, fatal=self.fatal),
            Paces(
                send_rate=self.settings.send_rate * fast,
                chat_rate=standard.chat_rate * fast,
                chat_burst=round(standard.chat_burst * fast),
                paid=self.settings.allow_paid_broadcast,
            ),
            polling=not self.settings.webhook_url,
        )

    async def _introduce(self) -> Any:
        """Ask Telegram who the bot is, for as long as it takes; a refused token ends the start at once."""
        tries = 0
        while True:
            try:
                return await self.client.start()
            except TokenRefused:
                raise OperatorError(
                    "Telegram does not accept BOT_TOKEN. Take the token from @BotFather and put it into .env."
                ) from None
            except Exception as error:  # noqa: BLE001 - a server that is away comes back; the kind is logged
                tries += 1
                wait = pause(tries, first=0.5, longest=15.0)
                log.warning("Telegram does not answer: the Bot API %s; again in %.1f s", failures.away(error), wait)
                await asyncio.sleep(wait)

    async def _open_the_ways_in(self) -> None:
        """The web server where one is wanted; then long polling or the webhook, whichever the settings say."""
        for address, routes in self._served():
            from web.server import AddressTaken, WebServer  # a bot without a web address does without it

            server = WebServer(
                address, routes, fd=_handed_down_socket() if address == self.settings.web_address else None
            )
            try:
                await server.start()
            except AddressTaken as error:
                raise OperatorError(str(error)) from None
            self._servers.append(server.stop)
        try:
            await self._say_which_way()
        except ways_in.NoWayIn as error:
            raise OperatorError(str(error)) from None

    async def _say_which_way(self) -> None:
        if self.settings.webhook_url:
            url = self.settings.webhook_address()
            await ways_in.use_webhook(self.client.call, url, self.settings.webhook_secret.get_secret_value())
        elif await ways_in.use_polling(self.client.call):
            log.info("a webhook was set and is removed: WEBHOOK_URL is empty")

    def _served(self) -> list[tuple[str, list[Any]]]:
        """(address, routes) for each server: the public one, and the rehearsal's on loopback."""
        served: list[tuple[str, list[Any]]] = []
        if self.settings.web_address:
            from running import serving

            served.append((self.settings.web_address, serving.routes(self, WEBHOOK_PATH)))
        if self.rehearsal:
            from web import rehearsal

            served.append((self.rehearsal.control, rehearsal.routes(self._stillness, self._move_clock)))
        return served

    async def _stillness(self) -> Any:
        from web.rehearsal import Stillness

        now = self.clock.now()
        due = await self.looking.next_due()
        held = await asyncio.wrap_future(self.database.read(lambda tx: incoming.open_rows(tx, 1)))
        busy = list(self.bot.busy())
        busy += ["sweep"] if not self.looking.idle() else []
        busy += ["inbox"] if held else []
        busy += ["due"] if due is not None and due <= now else []
        return Stillness(not busy, due, now, tuple(busy))

    async def _move_clock(self, moment: Instant) -> None:
        if isinstance(self.clock, MovableClock):
            self.clock.move(moment)
        self._wake()

    def _wake(self) -> None:
        self.tenure.ask()
        self.looking.wake()
        self.bot.look()

    def _lease_changed(self) -> None:
        log.info("leases changed: bulk %s", "held" if self.tenure.bulk else "elsewhere")
        if hasattr(self, "looking"):
            self._wake()

    async def _register_menus(self) -> None:
        """All three languages' words and some thirty calls: whoever is waiting at the start is answered first."""
        from running.menus import menus

        await asyncio.sleep(ANSWERS_FIRST_SECONDS)
        staff = await asyncio.wrap_future(self.database.read(lambda tx: person_menus.of_staff(tx, self.town)))
        await self.bot.register(menus(), staff)

    async def _close_database(self) -> None:
        await asyncio.to_thread(self.database.close)

    def _keep(self, name: str, work: Awaitable[None]) -> None:
        async def kept() -> None:
            try:
                await work
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - said with its place; a dead part must end the process
                log.error("%s failed: %s", name, logs.describe(error))
                if name != "menus":
                    self.fatal(f"{name} failed ({logs.describe(error)}); start it again.")

        self._tasks.append(asyncio.create_task(kept(), name=name))


def serve(*, workers: int | None = None, rehearsal: Rehearsal | None = None) -> None:
    """`./wspolnie run`: serve until SIGTERM or Ctrl-C. Raises OperatorError."""
    settings = read_settings()
    logs.set_up(settings.log_level, secrets=settings.secrets())
    count = workers or settings.workers
    if count > 1 and WORKER not in os.environ:
        installation.may_have_several_processes(settings)
        installation.must_be_complete(settings)  # said once, and not by each worker again and again
        from running.supervisor import supervise

        supervise(count, settings.web_address)
        return
    installation.must_be_complete(settings, rehearsed=rehearsal is not None)
    clock = MovableClock(rehearsal.now) if rehearsal else SystemClock()
    failure = _run(_serve(Running(settings, clock, rehearsal)))
    if failure:
        raise OperatorError(failure)


async def _serve(running: Running) -> str | None:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(name, running.ended.set)
        except NotImplementedError:  # Windows: Ctrl-C arrives as KeyboardInterrupt
            break
    if sys.platform != "win32" and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:  # `nohup` has it ignored
        # what is in hand ends first: after `systemctl reload` systemd starts one process anew, a supervisor replaces its workers
        loop.add_signal_handler(signal.SIGHUP, running.ended.set)
    when_left(running.ended.set)
    starting = running.launch()
    ending = asyncio.create_task(running.ended.wait())
    failed = True
    try:
        await asyncio.wait({starting, ending}, return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()
        await ending
        failed = running.failure is not None
    finally:
        ending.cancel()
        if not await running.stop():
            stopping.leave_soon(1 if failed else 0)
    return running.failure


def _run(work: Coroutine[Any, Any, str | None]) -> str | None:
    if sys.platform == "win32":
        return asyncio.run(work)
    import uvloop

    failure: str | None = uvloop.run(work)
    return failure


def _handed_down_socket() -> int | None:
    """The listening socket that a supervisor handed down, if there is one."""
    return int(os.environ[LISTEN_FD]) if LISTEN_FD in os.environ else None
