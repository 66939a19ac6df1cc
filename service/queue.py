"""What already waits at the pace of messages to many, and whom the daily cap holds back: told before one more is confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.audience import STEP
from domain.instants import Instant, later
from domain.nights import Beside
from domain.quiet import NEVER_QUIET, TOWN_QUIET, day_begins
from domain.timeline import is_reminder
from service.progress import progress
from service.work import Town, Tx
from storage import announcements as many
from storage import audiences
from storage import delivery_counts as looks
from storage.announcements import Announcement
from storage.audiences import Asked, Cap


@dataclass(frozen=True, slots=True)
class Queue:
    """`beside`: the others, in steps of five people. `cap` None: nobody can have had a day's messages."""

    beside: tuple[Beside, ...] = ()
    cap: Cap | None = None


NO_QUEUE = Queue()


def at(tx: Tx, town: Town, moment: Instant) -> Queue:
    """What a message that leaves at `moment` meets. What is paused, or begins later, is not in it."""
    running = [one for one in many.in_state(tx, "preparing", "sending") if one.not_before <= moment]
    beside = tuple(_beside(one, since, number) for one in running for since, number in _waiting(tx, one))
    since = day_begins(moment, ZoneInfo(town.zone))
    counting = many.counting_since(tx, since)
    cap = Cap(town.daily_cap, tuple(counting), since, moment) if len(counting) >= town.daily_cap else None
    return Queue(tuple(one for one in beside if one.left), cap)


def _waiting(tx: Tx, one: Announcement) -> list[tuple[Instant, int]]:
    if one.state == "sending":
        return looks.waiting(tx, one.id)
    asked = Asked(one.audience, essential=one.essential, reminder=is_reminder(one.kind))
    return [(one.not_before, audiences.count(tx, asked))]


def _beside(one: Announcement, since: Instant, number: int) -> Beside:
    return Beside(number // STEP * STEP, since, NEVER_QUIET if one.skip_quiet else TOWN_QUIET)


def ends(tx: Tx, number: int, rate: float, now: Instant) -> Instant | None:
    """About when the last message of an announcement leaves that is on its way; None: nothing is left, or it does not run."""
    found = progress(tx, number)
    if found is None or found.state not in ("preparing", "sending") or not found.left:
        return None
    end = later(now, seconds=found.seconds_left(rate, sizes(tx, now, number)))
    held = looks.held_until(tx, number, now)
    return end if held is None else max(end, later(held[0], seconds=held[1] / rate))


def sizes(tx: Tx, moment: Instant, besides: int) -> list[int]:
    """How much waits beside the announcement `besides` and may leave at `moment`."""
    others = [one for one in many.in_state(tx, "sending") if one.id != besides and one.not_before <= moment]
    return [number for one in others for since, number in looks.waiting(tx, one.id) if since <= moment]
