"""What the night does to a message to many: how many get it before, how many when the night is over, how many never.

Worked out before anything is sent, from numbers of people, the pace, quiet hours, the daily cap and what waits already at that
pace. Refusals are not in it, nor what others begin later: it is what an organiser is told before confirming, and says "about".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.instants import Instant, later, wall_clock
from domain.quiet import Quiet, is_quiet, next_day, quiet_ends

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


@dataclass(frozen=True, slots=True)
class Beside:
    """Another message to many that waits at the same pace: so many of it are due from `since` on, outside `quiet`."""

    left: int
    since: Instant
    quiet: Quiet


@dataclass(slots=True)
class _Other:
    left: float
    about: Beside


@dataclass(slots=True)
class _Alike:
    """People with the same quiet hours who have not got it. `since`: they are due from then on."""

    quiet: Quiet
    left: float
    since: Instant


def outlook(
    people: Iterable[tuple[Quiet, int]],
    start: Instant,
    rate: float,
    zone: ZoneInfo,
    until: Instant | None = None,
    *,
    capped: Iterable[tuple[Quiet, int]] = (),
    beside: Iterable[Beside] = (),
) -> Outlook:
    """`people`: how many have which quiet hours, by the clock of `zone`; `capped`: the same of those who had so many messages
    today that it waits for tomorrow; `rate`: messages a second, which those of `beside` share alike; `until`: when the message
    stops helping. Whoever is due first gets it first; of those who are due together all kinds alike."""
    waiting = [_Alike(quiet, float(count), start) for quiet, count in people if count]
    waiting += [_Alike(quiet, float(count), next_day(start, quiet, zone)) for quiet, count in capped if count]
    others = [_Other(float(one.left), one) for one in beside]
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
        awake = [one for one in others if one.about.since <= now and not is_quiet(now, one.about.quiet, zone)]
        last = _send(waiting, awake, now, hour_ends, rate, sent) or last
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
    waiting: list[_Alike],
    others: list[_Other],
    begin: Instant,
    end: Instant,
    rate: float,
    sent: dict[Instant, float],
) -> Instant | None:
    """Send for as long as nothing changes; returns when the last one left, None when nobody was due."""
    ours = sum(one.left for one in waiting if one.since <= begin)
    share_of_each = _share(rate * (end - begin).total_seconds(), [ours, *(one.left for one in others)])
    room = min(ours, share_of_each)
    meanwhile = sum(min(one.left, room) for one in others)
    for other in others:
        other.left -= min(other.left, share_of_each)
    gone = 0.0
    for since in sorted({one.since for one in waiting if one.since <= begin}):
        due = [one for one in waiting if one.since == since]
        everybody = sum(one.left for one in due)
        share = min(1.0, (room - gone) / everybody) if everybody else 0.0
        for one in due:
            sent[since] += one.left * share
            one.left -= one.left * share
        gone += everybody * share
    return later(begin, seconds=(gone + meanwhile) / rate) if gone else None


def _share(room: float, wanted: list[float]) -> float:
    """The share of each when `room` is divided alike and what one does not need goes to the others."""
    rest = room
    for place, one in enumerate(sorted(wanted)):
        alike = rest / (len(wanted) - place)
        if one >= alike:
            return alike
        rest -= one
    return max(wanted)
