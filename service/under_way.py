"""Messages of the timeline on their way while their workshop changes: whatever has not left yet says what is true now."""

from __future__ import annotations

from typing import Final

from conversations.content_json import to_json
from domain.instants import Instant
from domain.timeline import due_at, rule_from_json, valid_until
from service import announcements, timeline
from service.work import Tx
from storage import announcements as many
from storage import organising
from storage import timeline as table
from storage.announcements import Announcement
from storage.timeline import Meeting

_OF_FIGURES: Final = frozenset({"summary", "decision"})
"""They speak of what was released and decided when they fired, and of no time or place to come."""
_OF_THE_HOUR: Final = frozenset({"starts_soon"})
"""True at their hour alone: who has not got it when the hour moves hears of the new one instead."""


def follow(tx: Tx, meeting: Meeting, now: Instant) -> None:
    """After a change of the workshop or its waves: texts and ends of messages that still go to somebody are made anew.

    Who got theirs before knows what was true then, and is told of the change. To be called before those are looked for.
    """
    late = many.still_joined(tx, meeting.id, now)
    for one in {one.id: one for one in (*many.running(tx, meeting.id), *many.drafts(tx, meeting.id), *late)}.values():
        _bring_up_to_date(tx, one, meeting, now)


def _bring_up_to_date(tx: Tx, one: Announcement, meeting: Meeting, now: Instant) -> None:
    entry = None if one.timeline is None else table.entry(tx, one.timeline)
    if entry is None or entry.kind in _OF_FIGURES:
        return
    rule = rule_from_json(entry.rule)
    waves = table.waves_of(tx, meeting.id)
    dates = timeline.dates_of(meeting, waves)
    due = due_at(entry.kind, rule, dates)
    if entry.kind in _OF_THE_HOUR and due != entry.due_at and (due is None or due > now):
        if not announcements.cancel(tx, one.id):
            organising.refuse(tx, one.id)
        return
    content = timeline.content_now(tx, entry, meeting, {wave.kind: wave for wave in waves}, now)
    if content is not None:
        many.rewrite(tx, one.id, to_json(content), valid_until(rule, dates))
