"""The organiser's hand on the timeline: entries moved, switched, given other words or another audience, fired now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from conversations.screens import Content
from domain.instants import Instant
from domain.timeline import (
    Anchor,
    Dates,
    Rule,
    WaveKind,
    due_at,
    rule_from_json,
    rule_to_json,
    still_helps,
    valid_until,
    wave_of,
    with_whom,
)
from domain.timeline_limits import between, limits, wave_edge
from domain.timeline_moves import at_anchor, at_instant
from service import refusals, timeline, under_way, waves
from service.work import Town, Tx
from storage import announcements
from storage import timeline as table
from storage.timeline import EntryRow, WaveRow

CHANGED = ("planned", "off", "expired")
"""States in which an entry can still be changed: one that expired can be moved or fired while it helps."""

WhyNot = Literal["fired", "over", "too_late", "no_wave", "nothing"]


@dataclass(frozen=True, slots=True)
class Landing:
    """Where an entry lands that is moved by hand: the rule it has then, and when it is due by that rule, the quiet hours
    considered. `rule` None: the date is a wave's own, and the wave moves."""

    rule: Rule | None
    due: Instant


def switch(tx: Tx, entry: int, on: bool) -> bool:
    """Switch an entry on or off. False: it has fired, ended, is not there, or tells nobody: a wave closes all the same."""
    row = table.entry(tx, entry)
    if row is None or row.state not in ("planned", "off") or not rule_from_json(row.rule).tells:
        return False
    return table.change_entry(tx, entry, row.version, state="planned" if on else "off")


def choose(tx: Tx, entry: int, whom: str) -> bool:
    """Let an entry speak to `whom`, one of `domain.timeline.WHOM`. False: it has fired, is not there, or cannot."""
    row = table.entry(tx, entry)
    rule = None if row is None else with_whom(row.kind, rule_from_json(row.rule), whom)
    if row is None or rule is None or row.state not in CHANGED:
        return False
    return table.change_entry(tx, entry, row.version, rule=rule_to_json(rule))


def edit(tx: Tx, entry: int, text: Mapping[str, str] | None) -> bool:
    """Give an entry an organiser's own words by language, or (None) the catalogue's. False: it has fired."""
    row = table.entry(tx, entry)
    return row is not None and table.change_entry(tx, entry, row.version, text=None if text is None else dict(text))


def reword(tx: Tx, entry: int, text: Mapping[str, str] | None, now: Instant) -> Content | None:
    """Give the message of an entry that has fired other words while it is paused on its way, or (None) the catalogue's: whoever
    has not got it gets it so, also those who were refused. Returns what it says now; None: it is not paused, or it would
    have nothing to say."""
    row = table.entry(tx, entry)
    meeting = None if row is None else table.meeting(tx, row.workshop)
    announcement = announcements.find_by_key(tx, timeline.key_of(entry))
    if row is None or meeting is None or announcement is None:
        return None
    row = replace(row, text=None if text is None else dict(text))
    wave_rows = {wave.kind: wave for wave in table.waves_of(tx, row.workshop)}
    content = timeline.content_now(tx, row, meeting, wave_rows, now)
    if content is None or not refusals.reword(tx, announcement.id, content, now):
        return None
    table.reword_fired(tx, entry, row.text)
    return content


# ---- moving -----------------------------------------------------------------------------------------------------


def move(tx: Tx, entry: int, moment: Instant, now: Instant, *, fixed: bool = False) -> bool:
    """Move an entry by hand. It keeps its anchor and moves with it from now on; `fixed`: it stands at that date whatever
    becomes of the workshop. What stands for a wave's opening or closing moves the wave, and with it what is planned from
    it. False: it has fired, is not there, or makes no sense at `moment`."""
    row = table.entry(tx, entry)
    found = None if row is None else landing(tx, row, moment, fixed=fixed)
    if row is None or found is None:
        return False
    edge = wave_edge(row.kind)
    if edge is not None:
        wave = next(one for one in table.waves_of(tx, row.workshop) if one.kind == edge[0])
        return _move_wave(tx, wave, edge[1], moment, now)
    assert found.rule is not None  # it is no wave's own date
    return table.change_entry(
        tx,
        entry,
        row.version,
        rule=rule_to_json(found.rule),
        due_at=found.due,
        valid_until=valid_until(found.rule, _dates(tx, row)),
        state="planned" if row.state == "expired" else row.state,
    )


def landing(tx: Tx, row: EntryRow, moment: Instant, *, fixed: bool = False) -> Landing | None:
    """Where the entry lands when it is moved to `moment`; None: it has ended, or it makes no sense there."""
    rule, dates = rule_from_json(row.rule), _dates(tx, row)
    if row.state not in CHANGED or not between(limits(row.kind, rule, dates), moment):
        return None
    if wave_edge(row.kind) is not None:
        return Landing(None, moment)
    put = None if fixed else at_anchor(rule, anchor_of(row, rule), moment, dates)
    put = put or at_instant(rule, moment, dates.zone)
    due = due_at(row.kind, put, dates)
    return None if due is None else Landing(put, due)


def anchor_of(row: EntryRow, rule: Rule) -> Anchor:
    """What an entry follows; of one with a date of its own, what it followed before."""
    if rule.due.anchor != "date":
        return rule.due.anchor
    usual = (one.rule.due.anchor for one in timeline.defaults() if (one.kind, one.number) == (row.kind, row.number))
    return next((anchor for anchor in usual if anchor != "date"), "start")


def room_of(tx: Tx, row: EntryRow) -> tuple[Instant | None, Instant | None]:
    """Between which instants the entry can be moved by hand, both excluded; None: no limit on that side."""
    return limits(row.kind, rule_from_json(row.rule), _dates(tx, row))


def _dates(tx: Tx, row: EntryRow) -> Dates:
    meeting = table.meeting(tx, row.workshop)
    if meeting is None:
        raise LookupError(f"no workshop {row.workshop}")
    return timeline.dates_of(meeting, table.waves_of(tx, row.workshop))


def _move_wave(tx: Tx, wave: WaveRow, edge: Literal["opens", "closes"], moment: Instant, now: Instant) -> bool:
    if wave.state not in (("planned",) if edge == "opens" else ("planned", "open")):
        return False
    if edge == "opens":
        table.set_wave_dates(tx, wave.id, opens_at=moment)
    else:
        table.set_wave_dates(tx, wave.id, closes_at=moment)
    timeline.plan(tx, wave.workshop, now)
    return True


# ---- firing -----------------------------------------------------------------------------------------------------


def fire_now(tx: Tx, town: Town, entry: int, by: str, now: Instant) -> bool:
    """Fire an entry at once, whatever its time, also one that was missed or switched off. False: `why_not_now`."""
    row = table.entry(tx, entry)
    meeting = None if row is None else table.meeting(tx, row.workshop)
    if row is None or meeting is None or why_not_now(tx, row, now) is not None:
        return False
    moved = waves.follow(tx, row, town, now)
    sent = timeline.send(tx, town, row, meeting, by, now)
    if moved:
        follow_dates(tx, row.workshop, now)
    return sent


def follow_dates(tx: Tx, workshop: int, now: Instant) -> None:
    """A wave was opened or closed by hand: what is planned from its dates moves, nobody is reminded of what is closed, and
    messages on their way say what is true now."""
    timeline.plan(tx, workshop, now, overdue=False)
    meeting = table.meeting(tx, workshop)
    if meeting is not None:
        under_way.follow(tx, meeting, now)


def why_not_now(tx: Tx, row: EntryRow, now: Instant) -> WhyNot | None:
    """Why the entry cannot be fired now, or None: it can."""
    meeting = table.meeting(tx, row.workshop)
    if row.state not in CHANGED:
        return "fired"
    if meeting is None or meeting.state not in table.LIVE:
        return "over"
    rule = rule_from_json(row.rule)
    wave_rows = {wave.kind: wave for wave in table.waves_of(tx, row.workshop)}
    if _closes_none(row, wave_rows):
        return "no_wave"
    if not rule.tells:
        return None if row.state != "expired" else "too_late"
    if not still_helps(row.valid_until, now):
        return "too_late"
    if _asks_outside(row, wave_rows, now):
        return "no_wave"
    return "nothing" if timeline.content_now(tx, row, meeting, wave_rows, now) is None else None


def _closes_none(row: EntryRow, wave_rows: Mapping[WaveKind, WaveRow]) -> bool:
    """Whether it closes a wave that is not open: it would be over, and the wave would still open and close by its dates."""
    edge = wave_edge(row.kind)
    if edge is None or edge[1] == "opens":
        return False
    wave = wave_rows.get(edge[0])
    return wave is None or wave.state != "open"


def _asks_outside(row: EntryRow, wave_rows: Mapping[WaveKind, WaveRow], now: Instant) -> bool:
    """Whether it asks for answers while none are taken. A wave's opening opens it."""
    kind = wave_of(row.kind)
    if kind is None or wave_edge(row.kind) is not None:
        return False
    wave = wave_rows.get(kind)
    return wave is None or not wave.opens_at <= now < wave.closes_at
