"""The timeline's rules: when each dated message of a workshop is due, in words of the clock on the wall.

A rule names an anchor (the workshop's start or end, a wave's opening or closing, or a date) and how far from it. Days are
days of the calendar in the workshop's zone and survive the change of clocks; hours and minutes are elapsed time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import Any, Final, Literal, get_args
from zoneinfo import ZoneInfo

from domain.audience import Part, PartKind
from domain.instants import Instant, at_wall_clock, later, wall_clock
from domain.quiet import TOWN_QUIET, before_quiet, is_quiet, quiet_ends

WaveKind = Literal["before", "after", "follow_up"]
WAVE_KINDS: Final[tuple[WaveKind, ...]] = get_args(WaveKind)

Kind = Literal[
    "invitation",
    "wave_opens_before",
    "reminder_before",
    "wave_closes_before",
    "registration_reminder",
    "day_before",
    "starts_soon",
    "wave_opens_after",
    "thank_you",
    "reminder_after",
    "wave_closes_after",
    "summary",
    "decision",
    "wave_opens_follow_up",
    "reminder_follow_up",
    "wave_closes_follow_up",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

Anchor = Literal[
    "start",
    "end",
    "before_opens",
    "before_closes",
    "after_opens",
    "after_closes",
    "follow_up_opens",
    "follow_up_closes",
    "date",
]
ANCHORS: Final[tuple[Anchor, ...]] = get_args(Anchor)

Night = Literal["wait", "earlier", "ignore"]
"""What becomes of a message that is due in the quiet hours: it waits, comes the evening before, or comes all the same."""

THOSE_WHO_COME: Final = frozenset({"registered", "checked_in", "online", "in_room"})
"""Parts of an audience of people who come: on the workshop's own day nothing holds their messages back."""


THANKS: Final = "thank_you"
WHOM: Final[Mapping[str, tuple[PartKind, ...]]] = {THANKS: ("participants", "checked_in")}
"""Kinds that go to those who take part or to those who were there, as the organiser chooses."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time told by an anchor: first whole `days` on the calendar, then `at` that clock time (None: the
    anchor's own), then `minutes` of elapsed time. Anchor `date` needs `on` and `at`."""

    anchor: Anchor
    days: int = 0
    at: time | None = None
    minutes: int = 0
    on: date | None = None

    def __post_init__(self) -> None:
        if self.anchor not in ANCHORS:
            raise ValueError(f"no such anchor: {self.anchor}")
        if self.anchor == "date" and (self.on is None or self.at is None):
            raise ValueError("the anchor 'date' needs the day ('on') and the time ('at')")
        if self.anchor != "date" and self.on is not None:
            raise ValueError("'on' goes with the anchor 'date' alone")


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry's rule. `audience` values of answered and not_answered are wave kinds until the entry fires.

    `tells` False: the entry happens without a message (a wave opens or closes). `essential`: reaches even those who
    stopped other messages. `late_joiners`: people who come to belong to the audience later get it while it is valid.
    """

    due: Moment
    audience: tuple[Part, ...]
    valid_until: Moment | None = None
    night: Night = "wait"
    late_joiners: bool = False
    essential: bool = False
    tells: bool = True
    off: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """What rules are computed from: the workshop's times and its waves' openings and closings, and the zone."""

    zone: ZoneInfo
    starts_at: Instant
    ends_at: Instant
    waves: Mapping[WaveKind, tuple[Instant, Instant]]


def wave_of(kind: str) -> WaveKind | None:
    """The wave that entries of this kind belong to, or None."""
    if kind == THANKS:
        return "after"
    for wave in WAVE_KINDS:
        if kind.endswith(f"_{wave}") and kind.startswith(("wave_opens", "wave_closes", "reminder")):
            return wave
    return None


def is_reminder(kind: str) -> bool:
    """True for what people can switch off alone: reminders of what they have not done, and of the workshop they come to."""
    return kind.startswith("reminder_") or kind in ("registration_reminder", "day_before", "starts_soon")


def anchored(anchor: Anchor, dates: Dates) -> Instant | None:
    """The instant of `anchor`, or None when the workshop has no such wave. `date` has none of its own."""
    if anchor == "start":
        return dates.starts_at
    if anchor == "end":
        return dates.ends_at
    kind, _, edge = anchor.rpartition("_")
    for wave, (opens, closes) in dates.waves.items():
        if wave == kind:
            return opens if edge == "opens" else closes
    return None


def moment_of(moment: Moment, dates: Dates) -> Instant | None:
    """The instant that `moment` means for these dates, quiet hours not yet considered."""
    if moment.anchor == "date":
        assert moment.on is not None
        assert moment.at is not None
        return later(at_wall_clock(moment.on, moment.at, dates.zone), minutes=moment.minutes)
    anchor = anchored(moment.anchor, dates)
    if anchor is None:
        return None
    if moment.days or moment.at is not None:
        shown = wall_clock(anchor, dates.zone)
        clock = moment.at if moment.at is not None else shown.time()
        day = shown.date() + timedelta(days=moment.days)
        anchor = at_wall_clock(day, clock, dates.zone)
    return later(anchor, minutes=moment.minutes)


def own_day(audience: Iterable[Part], moment: Instant, dates: Dates) -> bool:
    """True when `moment` is on the workshop's own day and the audience is of those who come to it: no night, no cap."""
    if not any(part.kind in THOSE_WHO_COME for part in audience):
        return False
    day = wall_clock(moment, dates.zone).date()
    return wall_clock(dates.starts_at, dates.zone).date() <= day <= wall_clock(dates.ends_at, dates.zone).date()


def due_at(kind: str, rule: Rule, dates: Dates) -> Instant | None:
    """When an entry is due, or None when it makes no sense for these dates: its wave is missing, a deadline's reminder would
    come before the wave opens or after it closed, or a message would come when it has stopped helping. The thanks lead to
    the questions, and wait for them."""
    due, wave = moment_of(rule.due, dates), wave_of(kind)
    if due is None or (wave is not None and wave not in dates.waves):
        return None
    if kind == THANKS:
        due = max(due, dates.waves["after"][0])
    if (
        rule.tells
        and rule.night != "ignore"
        and is_quiet(due, TOWN_QUIET, dates.zone)
        and not own_day(rule.audience, due, dates)
    ):
        move = before_quiet if rule.night == "earlier" else quiet_ends
        due = move(due, TOWN_QUIET, dates.zone)
    if rule.tells and not still_helps(valid_until(rule, dates), due):
        return None
    if wave is None or not is_reminder(kind):
        return due
    opens, closes = dates.waves[wave]
    return due if opens < due < closes else None


def valid_until(rule: Rule, dates: Dates) -> Instant | None:
    """Until when the entry still helps, or None: always."""
    return None if rule.valid_until is None else moment_of(rule.valid_until, dates)


def still_helps(until: Instant | None, now: Instant) -> bool:
    """True while a message that was missed is still worth sending."""
    return until is None or now < until


def asked_of(kind: str, rule: Rule, access: str) -> tuple[Part, ...]:
    """Whom the rule speaks to in a workshop of that access: whoever may not answer is not asked to, but is invited."""
    asks = kind != "invitation" and any(part.kind == "not_answered" for part in rule.audience)
    if access != "registered" or not asks:
        return rule.audience
    return tuple(Part("registered") if part.kind in ("everyone", "participants") else part for part in rule.audience)


def whom(kind: str, rule: Rule) -> PartKind | None:
    """Which of the parts in WHOM the rule speaks to; None: there is nothing to choose."""
    return next((part.kind for part in rule.audience if part.kind in WHOM.get(kind, ())), None)


def with_whom(kind: str, rule: Rule, chosen: str) -> Rule | None:
    """The rule, speaking to `chosen` instead. None: this kind cannot."""
    now = whom(kind, rule)
    found = next((one for one in WHOM.get(kind, ()) if one == chosen), None)
    if now is None or found is None:
        return None
    return replace(rule, audience=tuple(Part(found) if part.kind == now else part for part in rule.audience))


# ---- rules as JSON, in `timeline.rule` --------------------------------------------------------------------------


def moment_to_json(moment: Moment) -> dict[str, Any]:
    kept: dict[str, Any] = {"anchor": moment.anchor}
    if moment.days:
        kept["days"] = moment.days
    if moment.at is not None:
        kept["at"] = moment.at.isoformat("minutes")
    if moment.minutes:
        kept["minutes"] = moment.minutes
    if moment.on is not None:
        kept["on"] = moment.on.isoformat()
    return kept


def moment_from_json(kept: Mapping[str, Any]) -> Moment:
    """Raises ValueError or KeyError when `kept` describes no moment."""
    at, on = kept.get("at"), kept.get("on")
    return Moment(
        anchor=kept["anchor"],
        days=int(kept.get("days", 0)),
        at=None if at is None else time.fromisoformat(at),
        minutes=int(kept.get("minutes", 0)),
        on=None if on is None else date.fromisoformat(on),
    )


def rule_to_json(rule: Rule) -> dict[str, Any]:
    return {
        "due": moment_to_json(rule.due),
        "valid_until": None if rule.valid_until is None else moment_to_json(rule.valid_until),
        "audience": [[part.kind, part.value] for part in rule.audience],
        "night": rule.night,
        "late_joiners": rule.late_joiners,
        "essential": rule.essential,
        "tells": rule.tells,
    }


def rule_from_json(kept: Mapping[str, Any]) -> Rule:
    """Raises ValueError or KeyError when `kept` describes no rule."""
    until = kept.get("valid_until")
    return Rule(
        due=moment_from_json(kept["due"]),
        valid_until=None if until is None else moment_from_json(until),
        audience=tuple(Part(kind, value) for kind, value in kept["audience"]),
        night=kept.get("night", "wait"),
        late_joiners=bool(kept.get("late_joiners", False)),
        essential=bool(kept.get("essential", False)),
        tells=bool(kept.get("tells", True)),
    )
