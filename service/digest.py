"""The morning digest, for those of the staff who want it: what came in since the last one, and what comes next.

Each reads what their role may know of each workshop: answers in steps of five for everybody, people only for organisers,
proposals only for staff.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from conversations.commands import ORGANISERS, ROOM, STAFF
from conversations.organise.impact import entry_name
from conversations.screens import Content, In, Own, Say, When, Words
from domain.instants import Instant, at_wall_clock, later, wall_clock
from domain.roles import Grant, holds
from service import roles
from service.work import Town, Tx
from storage import digest as table
from storage import personal
from storage.digest import Reader, Workshop

HOUR: Final = 8
"""On the town's clock on the wall."""
HELPS_HOURS: Final = 4
"""A digest that could not be sent in the morning is left out."""
FIRST_HOURS: Final = 24
"""So far back the first one looks."""
SHOWN_DAYS: Final = 14
"""So long after its end a workshop is told of."""
AHEAD_HOURS: Final = 36
ENTRIES: Final = 3
STEP: Final = 5
AT_ONCE: Final = 20


def send(tx: Tx, town: Town, now: Instant) -> bool:
    """Write some of this morning's digests. True: there were some."""
    due = _due(now, ZoneInfo(town.zone))
    if not due <= now < later(due, hours=HELPS_HOURS):
        return False
    found = table.readers(tx, due, AT_ONCE)
    for reader in found:
        _send(tx, reader, town, due, now)
        table.sent(tx, reader.person.id, now)
    return bool(found)


def begin(tx: Tx, participant: int, now: Instant) -> None:
    """Somebody wants it from now on: the first one comes the next morning and tells of what came since."""
    table.sent(tx, participant, now)


def next_due(tx: Tx, town: Town, now: Instant) -> Instant | None:
    """When there is a digest to write again; None while nobody wants one."""
    if not table.is_wanted(tx):
        return None
    zone = ZoneInfo(town.zone)
    due = _due(now, zone)
    if now < due or (now < later(due, hours=HELPS_HOURS) and table.readers(tx, due, 1)):
        return max(due, now)
    return at_wall_clock(wall_clock(now, zone).date() + timedelta(days=1), time(HOUR), zone)


def _due(now: Instant, zone: ZoneInfo) -> Instant:
    """Today's, on the clock on the wall."""
    return at_wall_clock(wall_clock(now, zone).date(), time(HOUR), zone)


def _send(tx: Tx, reader: Reader, town: Town, due: Instant, now: Instant) -> None:
    """Nothing is sent to somebody who has lost their roles, and nothing when there is nothing to tell."""
    grants = roles.grants_of(tx, reader.person, town)
    since = max(reader.since or later(now, hours=-FIRST_HOURS), later(now, days=-SHOWN_DAYS))
    lines: list[Words] = []
    for workshop in table.workshops_after(tx, later(now, days=-SHOWN_DAYS)):
        told = _about(tx, workshop, grants, since, now)
        if told:
            lines += [Own(""), Say("title", {"title": In(workshop.title)}), *told]
    if lines:
        whole = (Say("digest-head", {"when": When(now, town.zone, "date")}), *lines, Own(""), Say("digest-stop"))
        until = later(due, hours=HELPS_HOURS)
        personal.deliver(tx, reader.person.id, Content("settings", whole), now, valid_until=until)


def _about(tx: Tx, workshop: Workshop, grants: tuple[Grant, ...], since: Instant, now: Instant) -> list[Words]:
    lines: list[Words] = []
    if any(grant.workshop in (None, workshop.id) or grant.role == "owner" for grant in grants) and table.is_asked(
        tx, workshop.id, since
    ):
        answers = table.new_ballots(tx, workshop.id, since)
        lines.append(Say("digest-answers", {"count": answers - answers % STEP}))
    if holds(grants, ORGANISERS, workshop.id):
        lines += _people(tx, workshop, since)
    if holds(grants, STAFF, workshop.id) and (waiting := table.waiting_proposals(tx, workshop.id)):
        lines.append(Say("digest-proposals", {"count": waiting}))
    if holds(grants, ROOM, workshop.id):
        lines += _entries(tx, workshop, now)
    return lines


def _people(tx: Tx, workshop: Workshop, since: Instant) -> list[Words]:
    """Who registered and who gave their place up; messages that did not arrive."""
    lines: list[Words] = []
    for name, states in (("going", ("going",)), ("waiting", ("waiting", "offered")), ("cancelled", ("cancelled",))):
        count = table.new_registrations(tx, workshop.id, since, states)
        if count:
            lines.append(Say("digest-registrations", {"state": name, "count": count}))
    failed = table.failed_deliveries(tx, workshop.id, since)
    if failed:
        lines.append(Say("digest-failed", {"count": failed - failed % STEP}))
    return lines


def _entries(tx: Tx, workshop: Workshop, now: Instant) -> list[Words]:
    coming = table.next_entries(tx, workshop.id, now, later(now, hours=AHEAD_HOURS), ENTRIES)
    if not coming:
        return []
    shown = [
        Say("day-entry", {"entry": entry_name(kind, number), "when": When(due, workshop.zone, "stamp")})
        for kind, number, due in coming
    ]
    return [Say("day-next"), *shown]
