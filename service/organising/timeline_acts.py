"""Acts on a workshop's timeline: an entry moved, switched, given other words, fired now."""

from __future__ import annotations

import secrets
from typing import Any, Final

from conversations.effects import Act as Wanted
from conversations.screens import Content, Say
from domain.instants import Instant, parse_instant
from domain.timeline import rule_from_json
from domain.timeline_limits import wave_edge
from service import audiences, audit, changes, timeline
from service.act import Act, NotAllowed
from service.doing import Doing
from service.organising.impact import people
from service.organising.workshop_acts import ORGANISERS, about
from service.work import Town, Tx
from storage import timeline as table
from storage import workshops
from storage.timeline import EntryRow

COMING: Final = ("planned", "off")


def _entry(doing: Doing, wanted: Wanted) -> EntryRow:
    """The act's entry. Raises NotAllowed when it is of another workshop than the act says."""
    row = table.entry(doing.tx, int(wanted.args["entry"]))
    if row is None or row.workshop != about(wanted):
        raise NotAllowed(f"{wanted.name}: the entry is of another workshop")
    return row


def _done(doing: Doing, wanted: Wanted, row: EntryRow, changed: bool) -> None:
    """Written down; or the organiser is told that the entry has gone its way."""
    if not changed:
        doing.deliver(Content("timeline", (Say("timeline-entry-gone"),)))
        return
    what = {"entry": row.id, "kind": row.kind, "number": row.number}
    audit.record(doing.tx, doing.person.random_id, wanted.name, doing.now, workshop=row.workshop, about=what)
    doing.wake = True


def _move(doing: Doing, wanted: Wanted) -> None:
    row = _entry(doing, wanted)
    moment = max(parse_instant(str(wanted.args["moment"])), doing.now)
    changed = timeline.move(doing.tx, row.id, moment, doing.now)
    if changed and wave_edge(row.kind) is not None:  # people see a wave's dates, and messages on their way name them
        workshops.touch(doing.tx, row.workshop, secrets.token_hex(8))
        changes.moved(doing.tx, row.workshop, frozenset(), doing.person.random_id, doing.now)
    _done(doing, wanted, row, changed)


def _switch(doing: Doing, wanted: Wanted) -> None:
    row = _entry(doing, wanted)
    _done(doing, wanted, row, timeline.switch(doing.tx, row.id, bool(wanted.args["on"])))


def _text(doing: Doing, wanted: Wanted) -> None:
    row = _entry(doing, wanted)
    _done(doing, wanted, row, timeline.edit(doing.tx, row.id, wanted.args["text"]))


def _fire(doing: Doing, wanted: Wanted) -> None:
    row = _entry(doing, wanted)
    fired = timeline.fire_now(doing.tx, doing.town, row.id, doing.person.random_id, doing.now)
    _done(doing, wanted, row, fired)


ACTS: Final = (
    Act("timeline.move", ORGANISERS, _move),
    Act("timeline.switch", ORGANISERS, _switch),
    Act("timeline.text", ORGANISERS, _text),
    Act("timeline.fire", ORGANISERS, _fire),
)


# ---- facts ------------------------------------------------------------------------------------------------------


def entries(tx: Tx, workshop: int, shown: range, chosen: int | None, town: Town, now: Instant) -> list[dict[str, Any]]:
    """The coming entries in order; with the number of people for those at the places `shown` and the `chosen` one."""
    found = []
    for place, row in enumerate(row for row in table.entries(tx, workshop) if row.state in COMING):
        rule = rule_from_json(row.rule)
        entry: dict[str, Any] = {
            "id": row.id,
            "kind": row.kind,
            "number": row.number,
            "due": row.due_at.isoformat(),
            "state": row.state,
            "tells": rule.tells,
            "text": row.text,
            "parts": [[part.kind, part.value] for part in rule.audience],
        }
        if row.id == chosen or (chosen is None and place in shown):
            entry["people"] = _people(tx, row, town, now) if rule.tells else None
        if row.id == chosen:
            entry["after"], entry["before"] = (
                None if one is None else one.isoformat() for one in timeline.room_of(tx, row)
            )
        found.append(entry)
    return found


def _people(tx: Tx, row: EntryRow, town: Town, now: Instant) -> dict[str, Any] | None:
    rule = rule_from_json(row.rule)
    audience = timeline.audience_of(tx, row.workshop, rule)
    if audience is None:
        return None
    return people(audiences.count(tx, audience, row.kind, town, now, essential=rule.essential).people)
