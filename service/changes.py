"""A workshop is moved or called off after people were told: the timeline follows, and those who know it are told."""

from __future__ import annotations

from conversations.screens import Content
from domain.audience import Audience, Part
from domain.instants import Instant
from service import announcements, timeline_contents
from service.announcements import Terms
from service.timeline import plan
from service.work import Tx
from storage import announcements as many
from storage import timeline as table


def moved(tx: Tx, workshop: int, what: frozenset[str], by: str, now: Instant) -> int | None:
    """After an edit of a workshop: `what` holds those of time, place, link that changed.

    What has not fired moves with the dates. Those who know the old ones are told at any hour; an earlier such message
    that is still on its way is cancelled. Returns the announcement's id, or None when nobody had to be told.
    """
    meeting = table.meeting(tx, workshop)
    if meeting is None:
        return None
    plan(tx, workshop, now)
    if not what or meeting.state not in table.LIVE:
        return None
    _withdraw(tx, workshop, "changed")
    content = timeline_contents.changed(meeting, what)
    return _tell(tx, workshop, "changed", f"changed:{workshop}:{meeting.version}", content, meeting.ends_at, by, now)


def called_off(tx: Tx, workshop: int, by: str, now: Instant) -> int | None:
    """The workshop does not take place: nothing of its timeline fires any more, and everyone who knows of it is told.

    Returns the announcement's id, or None when it was called off before or never announced.
    """
    meeting = table.meeting(tx, workshop)
    if meeting is None or not table.cancel_meeting(tx, workshop):
        return None
    table.cancel_entries(tx, workshop)
    _withdraw(tx, workshop)
    if meeting.state not in table.LIVE:
        return None
    content = timeline_contents.cancelled(meeting)
    return _tell(tx, workshop, "cancelled", f"cancelled:{workshop}", content, None, by, now)


def _withdraw(tx: Tx, workshop: int, kind: str | None = None) -> None:
    """Messages about the workshop (of one kind) that are on their way say what is no longer true."""
    for announcement in many.running(tx, workshop):
        if kind is None or announcement.kind == kind:
            announcements.cancel(tx, announcement.id)


def _tell(
    tx: Tx,
    workshop: int,
    kind: str,
    key: str,
    content: Content,
    valid_until: Instant | None,
    by: str,
    now: Instant,
) -> int | None:
    audience = Audience(workshop, (Part("knows"),))
    terms = Terms(not_before=now, valid_until=valid_until, skip_quiet=True, essential=True)
    return announcements.announce(tx, key, kind, audience, content, terms, by=by, now=now)
