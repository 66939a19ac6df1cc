"""A workshop is moved or called off after people were told: the timeline follows, and those who know it are told."""

from __future__ import annotations

from conversations.screens import Content
from domain.audience import Audience, Part
from domain.instants import Instant
from service import announcements, timeline_contents, under_way
from service.announcements import Terms
from service.timeline import plan
from service.work import Tx
from storage import announcements as many
from storage import organising
from storage import timeline as table


def moved(tx: Tx, workshop: int, what: frozenset[str], by: str, now: Instant) -> int | None:
    """After an edit of a workshop: `what` holds those of time, place, link that changed.

    What has not fired moves with the dates, and what is on its way says the new ones. Those who know the old ones are
    told at any hour; an earlier such message that is still on its way is cancelled, and what it told is told with this
    one. Returns the announcement's id, or None when nobody had to be told.
    """
    meeting = table.meeting(tx, workshop)
    if meeting is None:
        return None
    plan(tx, workshop, now)
    if meeting.state not in table.LIVE:
        return None
    under_way.follow(tx, meeting, now)
    key = f"changed:{workshop}:{meeting.version}"
    if not what or many.find_by_key(tx, key) is not None:
        return None
    content = timeline_contents.changed(meeting, what | _untold(tx, workshop))
    return _tell(tx, workshop, "changed", key, content, meeting.ends_at, by, now)


def called_off(tx: Tx, workshop: int, by: str, now: Instant) -> int | None:
    """The workshop does not take place: nothing of its timeline fires any more, and everyone who knows of it is told.

    Returns the announcement's id, or None when it was called off before or never announced.
    """
    meeting = table.meeting(tx, workshop)
    if meeting is None or not table.cancel_meeting(tx, workshop):
        return None
    table.cancel_entries(tx, workshop)
    _withdraw(tx, workshop, now)
    if meeting.state not in table.LIVE:
        return None
    content = timeline_contents.cancelled(meeting)
    return _tell(tx, workshop, "cancelled", f"cancelled:{workshop}", content, None, by, now)


def _untold(tx: Tx, workshop: int) -> frozenset[str]:
    """What earlier changes that are still on their way tell; they are withdrawn, so the next one has to say it too."""
    found: frozenset[str] = frozenset()
    for announcement in many.running(tx, workshop):
        if announcement.kind == "changed":
            found |= timeline_contents.what_changed(announcements.content(announcement))
            announcements.cancel(tx, announcement.id)
    return found


def _withdraw(tx: Tx, workshop: int, now: Instant) -> None:
    """Messages about the workshop that are on their way, or wait for a second organiser's word, say what is no longer true."""
    for announcement in many.running(tx, workshop):
        announcements.cancel(tx, announcement.id)
    for announcement in many.drafts(tx, workshop):
        organising.refuse(tx, announcement.id)


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
