"""Screens: brings each phone up to what its session shows. One message, edited in place; newest screen first.

Repeating is harmless here (an edit that changes nothing is a success), so whatever is not known to have arrived is
repeated. What a crash cut off is found in the database: sessions whose turn is ahead of their shown turn.
"""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Protocol

from bot import pace, wording
from bot.batches import Batch
from bot.failures import DOWN, UNKNOWN_METHOD, Failure, Kind, sort
from bot.shared import Shared
from bot.turns import described
from conversations.screens import Button, Content, Say
from domain.instants import Instant
from service.turn import Show, ShownMark
from service.work import Town, Tx

log = logging.getLogger("wspolnie.bot")

MARKS_GATHER = 0.01
"""Seconds in which marks gather: each commit is to disk, and nobody waits for a mark."""
STALE = 2.0
"""Seconds of waiting after which a screen is asked for again before it is shown."""

LOOK_EVERY = 5.0
PAGE = 200
PAGES = 20
WAY_ON = Content("workshops", (Say("screen-broken"),), ((Button(Say("to-start"), "home", place="workshops"),),))
ROOM = 10_000
"""Phones waiting in memory; those beyond are found by the next look."""


class Shown(Protocol):
    """`service.turn`, as far as screens are concerned."""

    def shown(self, tx: Tx, marks: Sequence[ShownMark], town: Town, now: Instant) -> list[Show]: ...

    def unshown(self, tx: Tx, town: Town, limit: int, now: Instant, after_session: int = 0) -> list[Show]: ...

    def current_show(self, tx: Tx, session_id: int, town: Town, now: Instant) -> Show | None: ...


@dataclass(slots=True)
class _Phone:
    newest: Show | None
    since: float


class Screens:
    """`gone` is called with a chat that cannot be reached any more."""

    def __init__(self, shared: Shared, shown: Shown, render: wording.Render, gone: Callable[[int], None]) -> None:
        self._shared = shared
        self._shown = shown
        self._render = render
        self._gone = gone
        self._phones: dict[int, _Phone] = {}
        self._workers: set[asyncio.Task[None]] = set()
        self._marks: Batch[ShownMark] = Batch(self._write_marks, gather=MARKS_GATHER)
        self._seen: set[tuple[int, int]] | None = None
        self._given_up: dict[int, int] = {}  # session -> turn whose screen Telegram does not take

    @property
    def idle(self) -> bool:
        """Every phone shows what it should, and the database knows."""
        return not self._phones and self._marks.idle

    @property
    def looked(self) -> bool:
        """The first look is over: what a crash left is known."""
        return self._seen is not None

    @property
    def waiting(self) -> int:
        """Phones that are behind."""
        return len(self._phones)

    def want(self, show: Show) -> None:
        """Have this shown, or something newer."""
        phone = self._phones.get(show.chat)
        if phone is not None:
            if phone.newest is None or phone.newest.turn <= show.turn or phone.newest.session != show.session:
                phone.newest = show
            return
        self._begin(_Phone(show, self._shared.machine()), show.chat)

    def _repeat(self, show: Show) -> None:
        """Have this session's newest screen shown, whatever that is by then: `show` was read a moment ago, and a newer
        one may have come and gone since."""
        if show.chat not in self._phones:
            self._begin(_Phone(show, -math.inf), show.chat)

    def _begin(self, phone: _Phone, chat: int) -> None:
        if len(self._phones) >= ROOM:
            self._shared.counts["screens_left"] += 1
            return
        self._phones[chat] = phone
        worker = asyncio.create_task(self._bring(chat, phone))
        self._workers.add(worker)
        worker.add_done_callback(self._workers.discard)

    async def run(self) -> None:
        """Look for phones that are behind. Ends by being cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(LOOK_EVERY)

    async def look(self) -> None:
        """Show what the database says was not shown.

        After the first look, what is new since the last one is left to the process that took the turn.
        """
        seen: set[tuple[int, int]] = set()
        after = 0
        for _ in range(PAGES):
            shows = await self._shared.transactions.read(partial(self._unshown_after, after))
            for show in shows:
                seen.add((show.session, show.turn))
                old = self._seen is None or (show.session, show.turn) in self._seen
                if old and self._given_up.get(show.session) != show.turn:
                    self._repeat(show)
            if not shows:
                break
            after = shows[-1].session
        self._seen = seen

    def _unshown_after(self, session: int, tx: Tx) -> list[Show]:
        return self._shown.unshown(tx, self._shared.town, PAGE, self._shared.now(), session)

    async def drained(self) -> None:
        """Wait until every phone is brought up to date and every mark written."""
        while self._workers:
            await asyncio.wait(set(self._workers))
        await self._marks.drained()

    async def stop(self) -> None:
        """Let go of phones that could not be reached; the next start finds them. After `drained`, or instead."""
        for worker in self._workers:
            worker.cancel()
        await asyncio.gather(*self._workers, return_exceptions=True)

    async def _bring(self, chat: int, phone: _Phone) -> None:
        tries = 0
        try:
            while phone.newest is not None:
                await self._wait(chat)
                show: Show | None = phone.newest
                stale = self._shared.machine() - phone.since > STALE
                phone.newest, phone.since = None, self._shared.machine()  # what comes from now on is newer than `show`
                if stale and show is not None:
                    show = await self._ask_again(show)
                if show is None or await self._bring_one(show, phone):
                    tries = 0
                    continue
                tries += 1
                await asyncio.sleep(pace.pause(tries))
        except Exception as error:  # noqa: BLE001 - our own bug with one screen; the others go on
            log.error("a screen could not be shown: %s", described(error))
            self._shared.counts["screens_broken"] += 1
        finally:
            del self._phones[chat]

    async def _wait(self, chat: int) -> None:
        while True:
            if not self._shared.line.up:
                await self._shared.line.wait()
            wait = self._shared.chats.ready(chat, self._shared.machine()) - self._shared.machine()
            if wait <= 0:
                return
            await asyncio.sleep(min(wait, 60.0))

    async def _ask_again(self, show: Show) -> Show | None:
        if not show.session:
            return show
        return await self._shared.transactions.read(
            lambda tx: self._shown.current_show(tx, show.session, self._shared.town, self._shared.now())
        )

    async def _bring_one(self, show: Show, phone: _Phone) -> bool:
        """True: shown, or given up. False: to be tried again, with `phone.newest` set."""
        try:
            message_id = await self._display(show)
        except Exception as error:  # noqa: BLE001 - sorted in `bot.failures`
            failure = sort(error)
        else:
            self._shared.counts["screens"] += 1
            self._mark(show, message_id)
            return True
        edited = show.message_id is not None and not show.simple
        if failure.kind is Kind.NOT_EDITABLE or (failure.kind in (Kind.BUG, Kind.MIGRATED) and edited):
            # servers say in many words that a message cannot be edited: whether the screen is at fault shows on a new one
            phone.newest = phone.newest or replace(show, message_id=None)
            return True
        if failure.kind is Kind.WAIT or failure.kind in DOWN or failure.kind is Kind.REVOKED:
            self._hold_back(show.chat, failure)
            phone.newest = phone.newest or show
            return False
        await self._give_up(show, failure)
        return True

    async def _display(self, show: Show) -> int:
        """The message that shows the screen now."""
        rendered = self._render(show.screen, show.language, session=show.session, simple=show.simple)
        parameters = wording.text_of(rendered)
        self._shared.chats.depart(show.chat, self._shared.machine())
        if show.message_id is None or show.simple:
            message = await self._shared.call("sendMessage", chat_id=show.chat, **parameters)
            return int(message["message_id"])
        try:
            await self._shared.call("editMessageText", chat_id=show.chat, message_id=show.message_id, **parameters)
        except Exception as error:
            if sort(error).kind is not Kind.UNCHANGED:
                raise
        return show.message_id

    def _hold_back(self, chat: int, failure: Failure) -> None:
        self._shared.counts[f"screens_{failure.kind.value}"] += 1
        if failure.kind is Kind.WAIT:
            self._shared.chats.refused(chat, failure.retry_after, self._shared.machine())
        else:
            self._shared.line.doubt(failure)

    async def _give_up(self, show: Show, failure: Failure) -> None:
        self._shared.counts[f"screens_{failure.kind.value}"] += 1
        if failure.kind is Kind.GONE or (failure.kind is Kind.MIGRATED and show.chat < 0):
            self._gone(show.chat)
            self._mark(show, None)
            return
        if failure.why == UNKNOWN_METHOD:
            self._shared.line.doubt(failure)
        log.error("Telegram refuses the screen %s in %s: %s", show.screen.place, show.language, failure.why)
        self._shared.counts["screens_given_up"] += 1
        self._given_up[show.session] = show.turn
        for what, parameters in (("its words alone", self._plainly(show)), ("a way on", self._way_on(show))):
            try:
                await self._shared.call("sendMessage", chat_id=show.chat, **parameters)
            except Exception as error:  # noqa: BLE001 - sorted; the screen itself has been given up already
                log.error("nor does it take %s: %s", what, sort(error).why)
                self._shared.counts["screens_given_up_in_silence"] += what == "a way on"

    def _plainly(self, show: Show) -> dict[str, Any]:
        """The screen's words without markup and buttons: better than nothing."""
        rendered = self._render(show.screen, show.language, session=show.session, simple=True)
        text = wording.without_markup(rendered.text)[: wording.TEXT] or "…"
        return {"text": text, "link_preview_options": wording.NO_PREVIEW}

    def _way_on(self, show: Show) -> dict[str, Any]:
        """A short message of its own that leads away from the screen: nobody is left before an old one."""
        rendered = self._render(WAY_ON, show.language, session=0, simple=show.simple)
        return wording.text_of(rendered)

    def _mark(self, show: Show, message_id: int | None) -> None:
        if show.session:
            self._marks.add(ShownMark(show.session, show.turn, message_id))

    async def _write_marks(self, marks: list[ShownMark]) -> None:
        """Marks in the order of showing. Where another process had shown something newer, that is shown once more."""
        newest = list({mark.session: mark for mark in marks}.values())
        try:
            overtaken = await self._shared.transactions.write(
                lambda tx: self._shown.shown(tx, newest, self._shared.town, self._shared.now())
            )
            for show in overtaken:
                self._repeat(show)
        except Exception as error:  # noqa: BLE001 - our own bug; the screens are shown again after a restart
            log.error("%d screens could not be marked as shown: %s", len(marks), described(error))
            self._shared.counts["marks_lost"] += len(marks)
