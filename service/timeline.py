"""The timeline of a workshop: its dated entries are planned from rules, moved with its dates, and fired once each."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from conversations.screens import Content
from domain.audience import Audience, Part
from domain.instants import Instant
from domain.timeline import (
    Dates,
    Rule,
    WaveKind,
    asked_of,
    due_at,
    own_day,
    rule_from_json,
    rule_to_json,
    still_helps,
    valid_until,
)
from domain.timeline_files import Entry, parse_timeline
from domain.timeline_together import INVITATION, invited_at, leads_to_questions, overtaken
from service import announcements, areas, beside_invitation, timeline_contents
from service.announcements import Terms
from service.deliveries import tell_staff
from service.timeline_contents import Material
from service.work import Town, Tx
from storage import releases
from storage import timeline as table
from storage.timeline import EntryRow, Meeting, WaveRow

OFF: Final = "off"
"""The state of an entry that is switched off; and why one that ended since then comes back so."""
DEFAULTS: Final = Path(__file__).resolve().parent.parent / "surveys" / "timeline.toml"


_SUMMED: Final[tuple[WaveKind, ...]] = ("after", "before")
"""Of which wave's release a summary speaks: of the first that anybody answered."""


@lru_cache(maxsize=1)
def defaults() -> tuple[Entry, ...]:
    """The entries that every workshop begins with. Raises domain.timeline_files.TimelineError."""
    return parse_timeline(DEFAULTS.read_text(encoding="utf-8"), DEFAULTS.name)


# ---- planning ---------------------------------------------------------------------------------------------------


def plan(tx: Tx, workshop: int, now: Instant, *, overdue: bool = True) -> None:
    """Make the workshop's missing entries and move those that have not fired to where its dates put them.

    To be called after each change of the workshop's or its waves' dates. What has fired is left alone, for ever. `overdue`
    False: what would be due by now stays where it stands, for a wave that is opened early is no reason to send at once.
    """
    meeting = table.meeting(tx, workshop)
    if meeting is None or meeting.state == "cancelled":
        return
    dates = dates_of(meeting, table.waves_of(tx, workshop))
    known = {(entry.kind, entry.number): entry for entry in table.entries(tx, workshop)}
    for entry in defaults():
        if (entry.kind, entry.number) not in known:
            _add(tx, workshop, entry, dates, now)
    for row in known.values():
        _move(tx, row, dates, now, overdue=overdue)


def dates_of(meeting: Meeting, wave_rows: list[WaveRow]) -> Dates:
    return Dates(
        ZoneInfo(meeting.zone),
        meeting.starts_at,
        meeting.ends_at,
        {wave.kind: (wave.opens_at, wave.closes_at) for wave in wave_rows},
    )


def _add(tx: Tx, workshop: int, entry: Entry, dates: Dates, now: Instant) -> None:
    """An entry that makes no sense for these dates is not made; one that is over when it is made never was missed."""
    due = due_at(entry.kind, entry.rule, dates)
    if due is None:
        return
    until = valid_until(entry.rule, dates)
    state = "off" if entry.rule.off else "planned"
    helps = still_helps(until, now)
    table.add_entry(
        tx,
        workshop=workshop,
        kind=entry.kind,
        number=entry.number,
        rule=rule_to_json(entry.rule),
        due_at=due,
        valid_until=until,
        state=state if helps else "expired",
        why=None if helps else _kept_off(state),
    )


def _kept_off(state: str) -> str | None:
    """What remembers, of an entry that ends, that it was switched off: its dates may make sense again."""
    return OFF if state == OFF else None


def _move(tx: Tx, row: EntryRow, dates: Dates, now: Instant, *, overdue: bool) -> None:
    if row.state == "fired":
        return
    rule = rule_from_json(row.rule)
    due, until = due_at(row.kind, rule, dates), valid_until(rule, dates)
    helps = still_helps(until, now)
    if not overdue and due is not None and due <= now < row.due_at:
        due = row.due_at
    too_late_by_the_change = rule.tells and not helps and still_helps(row.valid_until, now)
    if due is None or too_late_by_the_change:
        if row.state in ("planned", "off"):
            table.end_entry(tx, row, "cancelled", None, why=_kept_off(row.state))
        return
    state = row.state
    if row.state in ("expired", "cancelled") and helps and due > now:
        state = OFF if row.why == OFF else "planned"
    if (due, until, state) != (row.due_at, row.valid_until, row.state):
        table.change_entry(tx, row.id, row.version, due_at=due, valid_until=until, state=state)


# ---- firing -----------------------------------------------------------------------------------------------------


def due_now(tx: Tx, now: Instant, limit: int = 50) -> list[EntryRow]:
    """Entries whose time has come, oldest first, but invitations before all: they say what others would say. Whole workshops,
    once one entry is among the first `limit`. A summary waits for the figures of the waves that have closed."""
    rows = table.due_entries(tx, now, limit)
    if len(rows) == limit:
        rows = table.due_entries(tx, now, None, sorted({row.workshop for row in rows}))
    waits = {row.id for row in rows if row.kind == "summary" and releases.is_waited_for(tx, row.workshop)}
    return sorted((row for row in rows if row.id not in waits), key=lambda row: row.kind != INVITATION)


def fire(tx: Tx, town: Town, row: EntryRow, due: list[EntryRow], now: Instant) -> bool:
    """Fire an entry whose time has come; `due` are all that are due at this look. True: something was done.

    What was missed is sent when it still helps; otherwise it expires and the organisers are told. Of several messages about
    the same thing that are due at once only one goes out.
    """
    meeting = table.meeting(tx, row.workshop)
    if meeting is None:
        raise LookupError(f"no workshop {row.workshop}")
    if _has_changed(tx, row):
        return True  # the invitation of this look ended it or put it off, or an organiser moved it
    if not rule_from_json(row.rule).tells or still_helps(row.valid_until, now):
        if not _is_overtaken(row, due):
            send(tx, town, row, meeting, "timeline", now)
            return True
        return table.end_entry(tx, row, "expired", None, why="overtaken")
    if not table.end_entry(tx, row, "expired", None):
        return False
    tell_staff(tx, town, row.workshop, timeline_contents.missed(meeting, row.kind, row.due_at), now)
    return True


def _has_changed(tx: Tx, row: EntryRow) -> bool:
    now = table.entry(tx, row.id)
    return now is None or (now.state, now.version) != (row.state, row.version)


def _is_overtaken(row: EntryRow, due: list[EntryRow]) -> bool:
    """By a reminder of this look. An invitation ends what it overtakes when it fires, and nothing when it does not."""
    others = [other for other in due if other.workshop == row.workshop and other.id != row.id]
    again = any(other.kind == row.kind and (other.due_at, other.number) > (row.due_at, row.number) for other in others)
    kinds = {other.kind for other in others} - {INVITATION}
    return again or (rule_from_json(row.rule).tells and overtaken(row.kind, kinds))


def send(tx: Tx, town: Town, row: EntryRow, meeting: Meeting, by: str, now: Instant) -> bool:
    """The entry fires, with its announcement, in this transaction, if it still is in the state in which `row` has it. What has
    nothing to say expires and is reported."""
    rule = rule_from_json(row.rule)
    if not rule.tells:
        return table.end_entry(tx, row, "fired", now)
    wave_rows = {wave.kind: wave for wave in table.waves_of(tx, row.workshop)}
    content = content_now(tx, row, meeting, wave_rows, now)
    audience = _audience(row, rule, meeting.access, wave_rows)
    if content is None or audience is None:
        if table.end_entry(tx, row, "expired", None):
            tell_staff(tx, town, row.workshop, timeline_contents.nothing_to_say(meeting, row.kind), now)
        return False
    if not table.end_entry(tx, row, "fired", now):
        return False
    terms = terms_now(tx, row, rule, now)
    announcements.announce(tx, key_of(row.id), row.kind, audience, content, terms, by=by, now=now, timeline=row.id)
    if row.kind == INVITATION:
        beside_invitation.settle(tx, town, meeting, dates_of(meeting, list(wave_rows.values())), now)
    return True


def terms_now(tx: Tx, row: EntryRow, rule: Rule, now: Instant) -> Terms:
    """On what terms the entry's message leaves when it fires now."""
    return Terms(
        not_before=now,
        valid_until=row.valid_until,
        skip_quiet=rule.night == "ignore" or is_own_day(tx, Audience(row.workshop, rule.audience), now),
        essential=rule.essential,
        late_joiners=rule.late_joiners,
    )


def is_own_day(tx: Tx, audience: Audience, moment: Instant) -> bool:
    """True when the audience is of those who come to its workshop and `moment` is on its own day."""
    meeting = None if audience.workshop is None else table.meeting(tx, audience.workshop)
    return meeting is not None and own_day(audience.parts, moment, dates_of(meeting, []))


def key_of(entry: int) -> str:
    """The key of the announcement by which an entry is told: once."""
    return f"timeline:{entry}"


def content_now(
    tx: Tx, row: EntryRow, meeting: Meeting, wave_rows: Mapping[WaveKind, WaveRow], now: Instant
) -> Content | None:
    """What the entry says as things stand, or None when there is nothing to say."""
    dates = dates_of(meeting, list(wave_rows.values()))
    published = (releases.newest(tx, wave_rows[kind].id) for kind in _SUMMED if kind in wave_rows)
    release = next((one for one in published if one is not None and one.figures["n"]), None)
    material = Material(
        meeting=meeting,
        waves=wave_rows,
        release=None if release is None else release.figures,
        release_id=None if release is None else release.id,
        text=row.text,
        areas=areas.agreed(tx, row.workshop),
        asks=leads_to_questions(invited_at(now, dates), dates),
    )
    return timeline_contents.content_of(row.kind, material)


def parts_of(tx: Tx, row: EntryRow, rule: Rule) -> tuple[Part, ...]:
    """Who the rule speaks to, with kinds of waves for their ids."""
    meeting = table.meeting(tx, row.workshop)
    return rule.audience if meeting is None else asked_of(row.kind, rule, meeting.access)


def audience_of(tx: Tx, row: EntryRow, rule: Rule) -> Audience | None:
    """Who the rule speaks to now, or None when it names a wave that is not there."""
    meeting = table.meeting(tx, row.workshop)
    if meeting is None:
        return None
    return _audience(row, rule, meeting.access, {wave.kind: wave for wave in table.waves_of(tx, row.workshop)})


def _audience(row: EntryRow, rule: Rule, access: str, wave_rows: Mapping[WaveKind, WaveRow]) -> Audience | None:
    """The rule's audience with wave kinds replaced by ids, or None when it names a wave that is not there."""
    ids = {str(kind): str(wave.id) for kind, wave in wave_rows.items()}
    parts = []
    for part in asked_of(row.kind, rule, access):
        if part.kind in ("answered", "not_answered"):
            if part.value not in ids:
                return None
            part = Part(part.kind, ids[part.value])
        parts.append(part)
    return Audience(row.workshop, tuple(parts))
