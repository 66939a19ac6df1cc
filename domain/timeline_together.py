"""Entries of one workshop that are due together, as when it is announced late or the service was away: people get one message
about one thing, and a reminder does not come in the same breath as what it reminds of."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Final

from domain.instants import Instant, at_wall_clock, wall_clock
from domain.quiet import TOWN_QUIET, quiet_ends
from domain.timeline import Dates, Rule, due_at, is_reminder, wave_of
from domain.timeline_moves import at_anchor

INVITATION: Final = "invitation"
BREATH_MINUTES: Final = 60
"""What is due within that time after people read the invitation would follow it in the same breath."""
LATER: Final = frozenset({"registration_reminder"})
"""What reminds of the invitation, and of nothing else: beside it, it waits for the next day."""


def overtaken(kind: str, by: Collection[str]) -> bool:
    """True when one of the kinds `by`, due at the same look, says the same: the last reminder of a wave says what its opening
    says, an invitation that leaves while questions are open leads to them, as their opening and reminders do, and what comes
    hours before the workshop says what was to come the day before."""
    if kind == "day_before":
        return "starts_soon" in by
    wave = wave_of(kind)
    opening = kind.startswith("wave_opens") or kind == "thank_you"
    if wave == "before" and INVITATION in by:
        return opening or is_reminder(kind)
    return opening and f"reminder_{wave}" in by


def invited_at(now: Instant, dates: Dates) -> Instant:
    """When people read an invitation that is fired at `now`: at once, or when the quiet hours are over."""
    return quiet_ends(now, TOWN_QUIET, dates.zone)


def leads_to_questions(invited: Instant, dates: Dates) -> bool:
    """Whether an invitation that is read then leads to the questions before the workshop: they are open."""
    opens, closes = dates.waves.get("before", (None, None))
    return opens is not None and closes is not None and opens <= invited < closes


def put_off(kind: str, rule: Rule, invited: Instant, dates: Dates) -> Rule | None:
    """The rule of an entry in LATER for the day after people were invited, at its own time of the day. None: that is too
    late to help."""
    clock = rule.due.at or wall_clock(invited, dates.zone).time()
    day = wall_clock(invited, dates.zone).date() + timedelta(days=1)
    moved = at_anchor(rule, "start", at_wall_clock(day, clock, dates.zone), dates)
    due = None if moved is None else due_at(kind, moved, dates)
    return moved if due is not None and due > invited else None
