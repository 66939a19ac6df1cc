"""A service small enough to be seen through, kept in memory, and the bot's surroundings for tests."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import replace
from typing import Any, cast

from bot.client import Client
from bot.line import Line
from bot.pace import Chats
from bot.shared import Shared
from bot.transactions import Transactions
from conversations.screens import Button, Content, Own, Screen, Words
from domain.instants import Instant, parse_instant
from domain.office import Office
from messages.render import Key, Rendered
from service.deliveries import Finished, Outgoing
from service.incoming import InboxRow, Incoming
from service.turn import Outcome, Show, ShownMark
from service.work import Town, Tx

NOON = parse_instant("2022-11-14T12:00:00+01:00")
TX = cast(Tx, None)


class Away(Exception):
    """The database is away."""


class TestClock:
    """Civil time stands still; machine time is real."""

    __test__ = False

    def __init__(self) -> None:
        self.civil = NOON

    def now(self) -> Instant:
        return self.civil

    def machine(self) -> float:
        return time.monotonic()


class DirectWork:
    """Runs each action at once. `troubles` are raised first, one a try; `transactions` counts the rest."""

    def __init__(self) -> None:
        self.troubles: list[Exception] = []
        self.transactions = 0

    def write(self, action: Callable[[Tx], Any]) -> Future[Any]:
        return self._run(action)

    def read(self, action: Callable[[Tx], Any]) -> Future[Any]:
        return self._run(action)

    def read_twice(self, action: Callable[[Tx, Tx], Any]) -> Future[Any]:
        return self._run(lambda tx: action(tx, tx))

    def _run(self, action: Callable[[Tx], Any]) -> Future[Any]:
        future: Future[Any] = Future()
        if self.troubles:
            future.set_exception(self.troubles.pop(0))
            return future
        self.transactions += 1
        try:
            future.set_result(action(TX))
        except Exception as error:  # noqa: BLE001 - it belongs to the future
            future.set_exception(error)
        return future


def is_away(error: BaseException) -> bool:
    return isinstance(error, Away)


def town(bot: int = 123456789) -> Town:
    office = cast(Office, None)
    return Town(office, "Europe/Warsaw", frozenset(), bot, "wspolnie_bot", b"key")


def shared_parts(client: Client, work: DirectWork, **paces: Any) -> Shared:
    line = Line(lambda: client.call("getMe"), fatal=lambda sentence: None)
    return Shared(client.call, Transactions(work, is_away), town(), TestClock(), Chats(**paces), line)


def plain_render(shown: Screen | Content, language: str, /, *, session: int, simple: bool = False) -> Rendered:
    """Own words as they are, escaping nothing; buttons with their verb as data."""
    text = "\n".join(line.text for line in shown.lines if isinstance(line, Own))
    rows = tuple(tuple(Key(_label(button), data=button.verb) for button in row) for row in shown.buttons)
    return Rendered(text, rows)


def _label(button: Button) -> str:
    return button.label.text if isinstance(button.label, Own) else "?"


def plain_words(words: Words, language: str) -> str:
    return words.text if isinstance(words, Own) else "?"


def screen(text: str, *verbs: str) -> Screen:
    return Screen("test", (Own(text),), tuple((Button(Own(verb), verb),) for verb in verbs))


class EchoTown:
    """A whole service in memory: everybody's screen says how many of their events were taken, and the last one.

    A text "boom" raises, for ever; "boom twice" raises twice. As `Service` it is every module at once.
    """

    def __init__(self) -> None:
        self.keys: dict[tuple[int, str, str], int] = {}
        self.rows: dict[int, InboxRow] = {}
        self.open: set[int] = set()
        self.taken: list[tuple[int, Any]] = []
        self.floods: list[int] = []
        self.dead: list[int] = []
        self.unreachable: set[int] = set()
        self.sessions: dict[int, dict[str, Any]] = {}
        self.marks: list[ShownMark] = []
        self.batches: list[int] = []
        self.tries: dict[int, int] = {}

    # service.incoming

    def receive(self, tx: Tx, incoming: Sequence[Incoming], now: Instant) -> list[InboxRow]:
        new = []
        for one in incoming:
            key = (one.bot, one.source, one.external_id)
            if key not in self.keys:
                self.keys[key] = number = len(self.keys) + 1
                self.rows[number] = InboxRow(number, one.lane, one.event, one.source, 0)
                self.open.add(number)
                new.append(self.rows[number])
        return new

    def open_rows(self, tx: Tx, limit: int, after_id: int = 0) -> list[InboxRow]:
        return [self.rows[number] for number in sorted(self.open) if number > after_id][:limit]

    def flooded(self, tx: Tx, bot: int, lane: int, now: Instant) -> bool:
        self.floods.append(lane)
        return False

    # service.turn

    def take(self, tx: Tx, row: InboxRow, town: Town, now: Instant) -> Outcome:
        if row.id not in self.open:
            return Outcome(row.id, None, None, "pl", False, False)
        event = row.event
        said = event.get("text") or event.get("data") or event.get("name") or event.get("kind") or event["type"]
        if said == "boom" or (said == "boom twice" and self.tries.get(row.id, 0) < 2):
            raise ValueError(f"what {said} means, nobody knows")
        self.open.discard(row.id)
        self.taken.append((row.lane, said))
        if event["type"] == "membership":
            if event["status"] == "blocked":
                self.unreachable.add(row.lane)
            return Outcome(row.id, None, None, "pl", False, False)
        state = self.sessions.setdefault(row.lane, {"turn": 0, "shown": 0, "message": None, "text": ""})
        state["turn"] += 1
        state["text"] = f"{state['turn']}: {said}"
        state["message"] = event.get("message_id") if event["type"] == "tap" else None
        answer = Own(f"jest {said}") if event["type"] == "tap" else None
        return Outcome(row.id, self._show(row.lane), answer, "pl", False, False)

    def failed(self, tx: Tx, row_id: int, error: str, town: Town, now: Instant) -> Outcome | None:
        assert "nobody knows" not in error
        self.tries[row_id] = self.tries.get(row_id, 0) + 1
        if self.tries[row_id] < 5:
            return None
        self.open.discard(row_id)
        self.dead.append(row_id)
        return Outcome(row_id, None, None, "pl", True, False)

    def shown(self, tx: Tx, marks: Sequence[ShownMark], town: Town, now: Instant) -> list[Show]:
        self.batches.append(len(marks))
        overtaken = []
        for mark in marks:
            self.marks.append(mark)
            state = self.sessions.get(mark.session)
            if state is not None and mark.turn > state["shown"]:
                state |= {"shown": mark.turn, "message": mark.message_id}
            elif state is not None and mark.turn < state["shown"]:
                overtaken.append(self._show(mark.session))
        return overtaken

    def unshown(self, tx: Tx, town: Town, limit: int, now: Instant, after_session: int = 0) -> list[Show]:
        behind = [lane for lane, state in sorted(self.sessions.items()) if state["turn"] > state["shown"]]
        return [self._show(lane) for lane in behind if lane > after_session and lane not in self.unreachable][:limit]

    def current_show(self, tx: Tx, session_id: int, town: Town, now: Instant) -> Show | None:
        return self._show(session_id) if session_id in self.sessions else None

    def _show(self, lane: int) -> Show:
        state = self.sessions[lane]
        shown = screen(state["text"], "1|1|t|go|")
        return Show(lane, state["turn"], lane, "pl", False, shown, state["message"])


class MemoryLedger:
    """`service.deliveries` in memory: id -> outgoing and state."""

    def __init__(self, lease: int = 1) -> None:
        self.lease = lease
        self.outgoing: dict[int, Outgoing] = {}
        self.states: dict[int, str] = {}
        self.ends: dict[int, Finished] = {}
        self.most_open = 0
        self.stopped = False
        self.marked = asyncio.Event()

    def add(self, chat: int, text: str = "Zaproszenie", *, personal: bool = False, **content: Any) -> int:
        number = len(self.outgoing) + 1
        said = Content("ann", (Own(text),), **content)
        self.outgoing[number] = Outgoing(number, number, chat, "pl", False, said, personal, 0)
        self.states[number] = "queued"
        return number

    def claim(
        self, tx: Tx, lease: int, limit: int, now: Instant, *, personal: bool, skip_chats: frozenset[int] = frozenset()
    ) -> list[int]:
        if lease != self.lease or self.stopped:
            return []
        found = [
            number
            for number, state in self.states.items()
            if state == "queued"
            and self.outgoing[number].personal == personal
            and self.outgoing[number].chat not in skip_chats
            and (number not in self.ends or (self.ends[number].retry_at or now) <= now)
        ][:limit]
        for number in found:
            self.states[number] = "claimed"
        return found

    def mark_sending(self, tx: Tx, ids: Sequence[int], lease: int, town: Town, now: Instant) -> list[Outgoing]:
        if lease != self.lease:
            return []
        marked = []
        for number in ids:
            if self.states[number] == "claimed":
                self.states[number] = "queued" if self.stopped else "sending"
                marked += [] if self.stopped else [self.outgoing[number]]
        self.most_open = max(self.most_open, sum(state == "sending" for state in self.states.values()))
        self.marked.set()
        return marked

    def finish(self, tx: Tx, finished: Sequence[Finished], lease: int, now: Instant) -> None:
        for one in finished:
            if lease == self.lease and self.states[one.delivery] in ("sending", "unknown"):
                self.states[one.delivery] = one.state
                self.ends[one.delivery] = one
                old = self.outgoing[one.delivery]
                self.outgoing[one.delivery] = replace(old, tries=old.tries + 1)

    def take_over(self) -> None:
        self.lease += 1
        back = {"claimed": "queued", "sending": "unknown"}
        self.states = {number: back.get(state, state) for number, state in self.states.items()}

    def in_state(self, state: str) -> list[int]:
        return [number for number, one in self.states.items() if one == state]


async def until(true: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until `true()`; for what happens soon in this process. Raises AssertionError."""
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        await asyncio.sleep(0.005)
