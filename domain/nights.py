"""What the night does to a message to many: how many get it before, how many when the night is over, how many never.

Worked out from numbers of people, the pace and quiet hours, before anything is sent. What others send meanwhile, refusals and
the daily cap are not in it: it is what an organiser is told before confirming, and says "about".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.instants import Instant, later, wall_clock
from domain.quiet import Quiet, is_quiet, quiet_ends

HOUR: Final = 3600
LONGEST_DAYS: Final = 60
"""What takes longer is not looked at any more."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """`first` people get it in one go from the start; `after` says how many get it from which ends of quiet hours on; for
    `never` it is too late by then. `split`: the night begins while it runs, so the numbers are estimates. `ends`: about when
    the last one leaves."""

    first: int
    after: tuple[tuple[Instant, int], ...]
    never: int
    split: bool
    ends: Instant

    @property
    def waits(self) -> int:
        return sum(people for _, people in self.after)


@dataclass(slots=True)
class _Alike:
    """People with the same quiet hours who have not got it. `since`: they are due from then on."""

    quiet: Quiet
    left: float
    since: Instant


def outlook(
    people: Iterable[tuple[Quiet, int]], start: Instant, rate: float, zone: ZoneInfo, until: Instant | None = None
) -> Outlook:
    """`people`: how many have which quiet hours, by the clock of `zone`; `rate`: messages a second; `until`: when the message
    stops helping. Whoever is due first gets it first; of those who are due together all kinds alike."""
    waiting = [_Alike(quiet, float(count), start) for quiet, count in people if count]
    total = round(sum(one.left for one in waiting))
    sent: dict[Instant, float] = defaultdict(float)
    now, split = start, False
    end = later(start, days=LONGEST_DAYS)
    end = end if until is None else min(end, until)
    last = start
    while waiting and now < end:
        split = _put_to_sleep(waiting, now, zone, start, sent) or split
        shown = wall_clock(now, zone)
        passed = timedelta(minutes=shown.minute, seconds=shown.second, microseconds=shown.microsecond)
        hour_ends = min(end, later(now, seconds=HOUR - passed.total_seconds()))
        last = _send(waiting, now, hour_ends, rate, sent) or last
        waiting = [one for one in waiting if one.left > 0.5]
        now = hour_ends
    after = sorted((since, round(count)) for since, count in sent.items() if since > start and round(count))
    never = 0 if not waiting else round(sum(one.left for one in waiting))
    first = max(0, total - never - sum(count for _, count in after))
    return Outlook(first, tuple(after), never, split, last)


def _put_to_sleep(
    waiting: list[_Alike], now: Instant, zone: ZoneInfo, start: Instant, sent: dict[Instant, float]
) -> bool:
    """Those whose quiet hours hold now are due when they end. True: some of them had been on before."""
    split = False
    for one in waiting:
        if is_quiet(now, one.quiet, zone) and one.since <= now:
            split = split or sent[one.since] > 0
            one.since = quiet_ends(now, one.quiet, zone)
    return split


def _send(
    waiting: list[_Alike], begin: Instant, end: Instant, rate: float, sent: dict[Instant, float]
) -> Instant | None:
    """Send for as long as nothing changes; returns when the last one left, None when nobody was due."""
    room = rate * (end - begin).total_seconds()
    gone = 0.0
    for since in sorted({one.since for one in waiting if one.since <= begin}):
        due = [one for one in waiting if one.since == since]
        everybody = sum(one.left for one in due)
        share = min(1.0, (room - gone) / everybody) if everybody else 0.0
        for one in due:
            sent[since] += one.left * share
            one.left -= one.left * share
        gone += everybody * share
    return later(begin, seconds=gone / rate) if gone else None
