"""An entry put somewhere by hand: it keeps its anchor and follows it from there, or it is given a date of its own."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from domain.instants import Instant, at_wall_clock, instant, wall_clock
from domain.timeline import Anchor, Dates, Moment, Rule, anchored, moment_of


def at_instant(rule: Rule, moment: Instant, zone: ZoneInfo) -> Rule:
    """`rule` due at one instant, told as date and clock in `zone`: it follows no anchor."""
    shown = wall_clock(moment, zone)
    clock = shown.time().replace(second=0, microsecond=0)
    fixed = Moment("date", at=clock, on=shown.date())
    return replace(rule, due=replace(fixed, minutes=_minutes(at_wall_clock(shown.date(), clock, zone), moment)))


def at_anchor(rule: Rule, anchor: Anchor, moment: Instant, dates: Dates) -> Rule | None:
    """`rule` due at `moment`, told from `anchor`: it follows it from there. None: the workshop has no such anchor.

    What was told in hours from this anchor is told so again while it stays on the anchor's own day ("an hour before");
    everything else as days on the calendar and a clock on the wall ("the day before at 17:00").
    """
    origin = anchored(anchor, dates)
    if origin is None:
        return None
    shown = wall_clock(moment, dates.zone)
    days = (shown.date() - wall_clock(origin, dates.zone).date()).days
    if days == 0 and rule.due.anchor == anchor and not rule.due.days and rule.due.at is None:
        return replace(rule, due=Moment(anchor, minutes=_minutes(origin, moment)))
    told = Moment(anchor, days=days, at=shown.time().replace(second=0, microsecond=0))
    there = moment_of(told, dates)
    assert there is not None  # the anchor is there
    return replace(rule, due=replace(told, minutes=_minutes(there, moment)))


def _minutes(before: Instant, after: Instant) -> int:
    """Whole minutes of elapsed time; not zero also where the clock on the wall shows the same time twice."""
    return int((instant(after) - before).total_seconds() // 60)
