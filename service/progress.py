"""How far a message to many is: true numbers for the process itself, and a report that may be shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from domain.audience import Shown, needs_five, shown_count
from domain.instants import Instant
from service.work import Tx
from storage import announcements as table
from storage import delivery_counts as looks


@dataclass(frozen=True, slots=True)
class Progress:
    """True numbers by state, for the process itself. What people are shown is `report`."""

    announcement: int
    kind: str
    state: str
    recipients: int
    waiting: int
    held: Mapping[str, int]
    in_hand: int
    sent: int
    blocked: int
    failed: int
    expired: int
    cancelled: int
    answered: int
    unknown: int
    retried: int
    why: Mapping[str, int] = field(default_factory=dict)

    @property
    def left(self) -> int:
        """How many may still be sent."""
        return self.waiting + self.in_hand

    def seconds_left(self, rate: float, beside: Iterable[int] = ()) -> float:
        """How long what is not held back still takes at `rate` messages a second, which others that wait share alike."""
        left = max(0, self.left - sum(self.held.values()))
        return (left + sum(min(left, one) for one in beside)) / rate


def progress(tx: Tx, number: int) -> Progress | None:
    """How far an announcement is, or None when there is none of that number."""
    announcement = table.find(tx, number)
    if announcement is None:
        return None
    states: Counter[str] = Counter()
    held: Counter[str] = Counter()
    why: Counter[str] = Counter()
    retried = 0
    for state, reason, waits, people_in in looks.counts(tx, number):
        states[state] += people_in
        if state == "queued":
            held.update({waits: people_in} if waits else {})
            retried += people_in if reason and not waits else 0
        elif reason:
            why[reason] += people_in
    answered = why.pop("answered", 0)
    return Progress(
        announcement=number,
        kind=announcement.kind,
        state=announcement.state,
        recipients=announcement.recipients,
        waiting=states["queued"],
        held=held,
        in_hand=states["claimed"] + states["sending"],
        sent=states["sent"],
        blocked=states["blocked"],
        failed=states["failed"],
        expired=states["expired"],
        cancelled=states["cancelled"] - answered,
        answered=answered,
        unknown=states["unknown"],
        retried=retried,
        why=why,
    )


Line = Literal[
    "recipients", "sent", "waiting", "quiet", "cap", "retried", "blocked", "failed", "expired", "cancelled", "answered",
    "unknown",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """What organisers and operators are shown: each number by name, coarse where exact ones would tell who answered."""

    announcement: int
    workshop: int | None
    kind: str
    state: str
    numbers: Mapping[Line, Shown]
    why: Mapping[str, Shown]
    coarse: bool
    not_before: Instant
    created_at: Instant
    finished_at: Instant | None

    def as_json(self) -> dict[str, Any]:
        """For a terminal or a page: numbers as text, 'fewer than 5' where they must not be told."""
        return {
            "announcement": self.announcement,
            "kind": self.kind,
            "state": self.state,
            **{name: _text(shown) for name, shown in self.numbers.items()},
            "why": {name: _text(shown) for name, shown in self.why.items()},
        }


def report(tx: Tx, number: int) -> Report | None:
    """The report of an announcement by final state, fit to be shown, or None when there is none of that number."""
    announcement = table.find(tx, number)
    now_at = progress(tx, number)
    if announcement is None or now_at is None:
        return None
    coarse = needs_five(announcement.audience)
    numbers: dict[Line, int] = {
        "recipients": now_at.recipients,
        "sent": now_at.sent,
        "waiting": now_at.left,
        "quiet": now_at.held.get("quiet", 0),
        "cap": now_at.held.get("cap", 0),
        "retried": now_at.retried,
        "blocked": now_at.blocked,
        "failed": now_at.failed,
        "expired": now_at.expired,
        "cancelled": now_at.cancelled,
        "answered": now_at.answered,
        "unknown": now_at.unknown,
    }
    return Report(
        announcement=number,
        workshop=announcement.workshop,
        kind=announcement.kind,
        state=announcement.state,
        numbers={name: shown_count(people_in, None, coarse=coarse) for name, people_in in numbers.items()},
        why={name: shown_count(people_in, None, coarse=coarse) for name, people_in in now_at.why.items()},
        coarse=coarse,
        not_before=announcement.not_before,
        created_at=announcement.created_at,
        finished_at=announcement.finished_at,
    )


def _text(shown: Shown) -> str:
    if shown.number is None:
        return "fewer than 5"
    return str(shown.number) if shown.exact else f"at least {shown.number}"
