"""Guarantees of answers and of messages to many, broken on purpose in the child process: the tests must see each of them."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bot import updates
from bot.intake import Intake
from bot.screens import Screens, _Phone
from bot.turns import Turns
from domain.instants import Instant
from service import turn
from service.incoming import InboxRow
from service.turn import Outcome, Show, ShownMark
from service.work import Town
from storage import deliveries, inbox
from storage.database import Tx


def confirm_before_commit() -> None:
    """An update is confirmed to Telegram first and stored a little later, as python-telegram-bot's poller does."""
    receive = Intake.receive
    tasks: set[asyncio.Task[Any]] = set()

    async def hasty(self: Intake, raw: Sequence[object], *, patient: bool = False) -> int | None:
        async def store() -> None:
            await asyncio.sleep(0.5)
            await receive(self, raw, patient=patient)

        tasks.add(asyncio.create_task(store()))
        ids = (updates.read(one, self._shared.town.bot, self._shared.town.bot_name).update_id for one in raw)
        return max((number for number in ids if number is not None), default=None)

    Intake.receive = hasty  # type: ignore[method-assign]


def turns_taken_apart() -> None:
    """The step and the mark that its inbox row is done are two transactions."""
    done = inbox.done
    inbox.done = lambda tx, row_id, now: True

    async def handle(self: Turns, rows: Sequence[InboxRow], more: bool) -> None:
        for row in rows:
            await self._take_alone(row)
            await self._shared.transactions.write(lambda tx, number=row.id: done(tx, number, self._shared.now()))  # type: ignore[misc]
        self._show_newest(rows[0].lane, more)

    Turns.handle = handle  # type: ignore[method-assign]


def shown_before_sent() -> None:
    """A screen is marked as shown before Telegram has taken it."""
    bring = Screens._bring_one

    async def hasty(self: Screens, show: Show, phone: _Phone) -> bool:
        mark = ShownMark(show.session, show.turn, show.message_id)
        await self._shared.transactions.write(
            lambda tx: self._shown.shown(tx, [mark], self._shared.town, self._shared.now())
        )
        return await bring(self, show, phone)

    Screens._bring_one = hasty  # type: ignore[method-assign]


def marked_after_sending() -> None:
    """A delivery is marked as `sending` only when its answer has come."""
    mark, finish = deliveries.mark_sending, deliveries.finish

    def not_yet(tx: Tx, ids: Collection[int], lease: int, now: Instant) -> set[int]:
        return set(ids)

    def late(tx: Tx, rows: Sequence[Mapping[str, Any]], lease: int, now: Instant) -> None:
        mark(tx, [row["delivery"] for row in rows], lease, now)
        finish(tx, rows, lease, now)

    deliveries.mark_sending = not_yet
    deliveries.finish = late


def one_text_fails() -> None:
    """No guarantee, but a bug of our own: whoever writes `boom` meets a step that always raises."""
    take = turn.take

    def fragile(tx: Tx, row: InboxRow, town: Town, now: Instant) -> Outcome:
        if row.event.get("text") == "boom":
            raise ZeroDivisionError("boom")
        return take(tx, row, town, now)

    turn.take = fragile
