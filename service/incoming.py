"""What came in: updates that the bot read, and times that concern one person. Each is stored once, under its key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from conversations import taps
from conversations.events import BadTap, Command, Due, Event, Membership, Other, Text
from conversations.screens import Content, Say
from domain.instants import Instant, later
from service.work import Tx
from storage import inbox, people, personal
from storage.inbox import DeadRow
from storage.inbox import StoredRow as InboxRow

__all__ = [
    "DeadRow",
    "InboxRow",
    "Incoming",
    "age",
    "backlog",
    "dead_rows",
    "flooded",
    "open_rows",
    "receive",
    "retry",
    "to_event",
]

KEYS_KEPT_HOURS: Final = 48
"""Telegram hands an update over for 24 hours at most; its ids begin anew after a week of silence."""
DEAD_KEPT_DAYS: Final = 7
AGED_AT_ONCE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Incoming:
    """What of an update is kept. `lane`: the Telegram user's id; a group's id for a group; 0: concerns nobody.

    `event` is JSON without names, but for the key "name" of a tap or text that may register.
    """

    bot: int
    source: Literal["update", "time"]
    external_id: str
    lane: int
    event: dict[str, Any]


def receive(tx: Tx, incoming: Sequence[Incoming], now: Instant) -> list[InboxRow]:
    """Store what is not stored yet; returns the new rows only, in the order in which they came."""
    by_key: dict[tuple[int, str, str], Incoming] = {
        (one.bot, one.source, one.external_id): one for one in reversed(incoming)
    }
    added = inbox.add(
        tx,
        [
            {
                "bot": one.bot,
                "source": one.source,
                "external_id": one.external_id,
                "lane": one.lane,
                "event": _storable(one.event),
                "received_at": now,
                "state": "new",
                "tries": 0,
            }
            for one in reversed(by_key.values())
        ],
    )
    rows = [
        InboxRow(number, by_key[key].lane, _storable(by_key[key].event), key[1], 0) for key, number in added.items()
    ]
    return sorted(rows, key=lambda row: row.id)


def _storable(value: Any) -> Any:
    """`value` without what no database stores: NUL, and halves of characters."""
    if isinstance(value, str):
        if value.isascii():
            return value.replace("\0", "") if "\0" in value else value
        return value.replace("\0", "").encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {key: _storable(one) for key, one in value.items()}
    return value


def open_rows(tx: Tx, limit: int, after_id: int = 0) -> list[InboxRow]:
    """Rows nobody handled yet, in order of their ids: after a start, and what other processes left lying."""
    return inbox.open_rows(tx, limit, after_id)


def flooded(tx: Tx, bot: int, lane: int, now: Instant) -> bool:
    """Somebody sends far more than anybody types: they are told so, once a day. True: they are told now."""
    told = False
    for person in people.by_telegram_ids(tx, frozenset({lane})):
        notice = {
            "bot": bot,
            "source": "time",
            "external_id": f"flood:{person.id}:{now.date().isoformat()}",
            "lane": 0,
            "event": None,
            "received_at": now,
            "state": "done",
            "tries": 0,
            "handled_at": now,
        }
        if inbox.add(tx, [notice]):
            personal.deliver(tx, person.id, Content("", (Say("flood-notice"),)), now)
            told = True
    return told


def to_event(kept: dict[str, Any]) -> Event:
    """The typed event of what a row keeps. Raises KeyError for what the bot cannot have written."""
    match kept["type"]:
        case "command":
            return Command(kept["name"], kept.get("argument", ""))
        case "tap":
            return taps.read(kept["data"])
        case "text":
            return Text(kept["text"], kept.get("html"))
        case "membership":
            return Membership("blocked" if kept["status"] == "blocked" else "member")
        case "time":
            return Due(kept["kind"], dict(kept.get("about", {})))
        case "other":
            return Other(kept["kind"], kept.get("file_id"), kept.get("caption") or "", kept.get("html"))
    return BadTap()


def dead_rows(tx: Tx, limit: int = 100) -> list[DeadRow]:
    """Rows that failed five times: for the owner, who may have them tried again."""
    return inbox.dead_rows(tx, limit)


def retry(tx: Tx, row_ids: Iterable[int] | None = None) -> int:
    """Have dead rows (these, or all) tried again; returns how many."""
    return inbox.revive(tx, row_ids)


def backlog(tx: Tx) -> int:
    """How many rows wait."""
    return inbox.backlog(tx)


def age(tx: Tx, now: Instant) -> int:
    """Let keys go after 48 hours and dead rows after a week, a bounded number at once; returns how many went."""
    return inbox.age(
        tx,
        done_before=later(now, hours=-KEYS_KEPT_HOURS),
        dead_before=later(now, days=-DEAD_KEPT_DAYS),
        limit=AGED_AT_ONCE,
    )


def oldest_open(tx: Tx) -> Instant | None:
    """When the oldest row that nobody has handled came in."""
    return inbox.oldest_open(tx)
