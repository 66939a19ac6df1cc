"""Who gets an announcement: counted before it is confirmed, asked again before each message leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from domain.audience import STEP, Audience, Part, needs_five, shown_count, shown_step
from domain.audience import Shown as Shown
from domain.instants import Instant
from domain.nights import Outlook, outlook
from domain.quiet import NEVER_QUIET, TOWN_QUIET, Quiet
from domain.timeline import is_reminder
from service.queue import NO_QUEUE, Queue
from service.work import Town, Tx
from storage import audiences as table
from storage.audiences import Asked, Group

_LEFT = {"not_answered": "answered", "not_registered": "registered"}


@dataclass(frozen=True, slots=True)
class Counted:
    """An audience as the last screen before sending shows it: `people` will be written to, now or (`outlook`) when the night
    is over; `gone` blocked the bot. In an audience that must hold five, only `people` is told, in steps of five, what the
    night does is worked out from that number and the usual quiet hours alone, and `too_few` says that it may not be sent."""

    people: Shown
    by_language: Mapping[str, int]
    gone: int | None
    outlook: Outlook
    too_few: bool
    capped: Shown | None = None
    """How many have had a day's messages; None: nobody."""


def asked(audience: Audience, kind: str, *, essential: bool = False) -> Asked:
    return Asked(audience, essential=essential, reminder=is_reminder(kind))


def count(
    tx: Tx,
    audience: Audience,
    kind: str,
    town: Town,
    at: Instant,
    *,
    essential: bool = False,
    until: Instant | None = None,
    skip_quiet: bool = False,
    queue: Queue = NO_QUEUE,
) -> Counted:
    """How many people the audience holds, and what becomes of a message sent to them `at` that instant which helps `until`
    then and meets `queue`; `skip_quiet`: neither night nor cap hold it back. Nothing small can be worked out from it."""
    cap = None if skip_quiet else queue.cap

    def ahead(alike: Iterable[tuple[Quiet, int]], held: Iterable[tuple[Quiet, int]]) -> Outlook:
        hours = ((NEVER_QUIET if skip_quiet else quiet, people) for quiet, people in alike)
        return outlook(hours, at, town.send_rate, ZoneInfo(town.zone), until, capped=held, beside=queue.beside)

    groups = table.groups(tx, asked(audience, kind, essential=essential), cap)
    reachable = [group for group in groups if group.reachable]
    people = sum(group.people for group in reachable)
    had_enough = sum(group.people for group in reachable if group.capped)
    coarse = needs_five(audience)
    if coarse:
        everybody = table.count(tx, asked(_without_sensitive(audience), kind, essential=essential))
        shown = shown_count(people, everybody, coarse=True)
        full = shown_count(had_enough, people, coarse=True)
        held = min(full.number or 0, shown.number or 0)
        hours = ahead([(TOWN_QUIET, (shown.number or 0) - held)], [(TOWN_QUIET, held)])
        return Counted(shown, {}, None, hours, people < STEP, full if held else None)
    by_language: Counter[str] = Counter()
    for group in reachable:
        by_language[group.language] += group.people
    return Counted(
        people=Shown(people, True),
        by_language=by_language,
        gone=sum(group.people for group in groups if not group.reachable),
        outlook=ahead(_hours(reachable, capped=False), _hours(reachable, capped=True)),
        too_few=False,
        capped=shown_step(had_enough, people) if had_enough else None,
    )


def declined(tx: Tx, audience: Audience, kind: str, *, essential: bool = False) -> Shown:
    """How many of the audience could be reached and want no such messages, as it may be shown before one is sent: they are not
    among those who are counted."""
    if essential:
        return Shown(None, True)
    number = table.declined(tx, asked(audience, kind))
    if needs_five(audience):
        return shown_count(number, table.declined(tx, asked(_without_sensitive(audience), kind)), coarse=True)
    return Shown(number if number >= STEP else None, True)


def _hours(groups: Iterable[Group], *, capped: bool) -> list[tuple[Quiet, int]]:
    return [(Quiet(one.quiet_from, one.quiet_until), one.people) for one in groups if one.capped == capped]


def why_not(tx: Tx, asked_for: Asked, ids: Collection[int]) -> dict[int, str]:
    """Those of `ids` who do not belong to the audience any more, and why: answered, registered, or not_eligible."""
    left = set(ids) - table.eligible(tx, asked_for, ids)
    reasons = dict.fromkeys(left, "not_eligible")
    for part in asked_for.audience.parts if left else ():
        if part.kind in _LEFT:
            done = Audience(asked_for.audience.workshop, (part,))
            still = table.eligible(tx, Asked(done, essential=True), left)
            reasons |= dict.fromkeys(left - still, _LEFT[part.kind])
    return reasons


def _without_sensitive(audience: Audience) -> Audience:
    """The same audience without the parts about answers and profiles: whom a coarse number is a part of."""
    kept: tuple[Part, ...] = tuple(
        part for part in audience.parts if not needs_five(Audience(audience.workshop, (part,)))
    )
    return Audience(audience.workshop, kept)
