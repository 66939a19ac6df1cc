"""Who reads the invitation late, because of quiet hours of their own or the daily limit: nothing that says the same follows it in
the same breath."""

from __future__ import annotations

from collections.abc import Collection

from conversations.content_json import from_json
from domain.instants import Instant, later
from domain.timeline_together import BREATH_MINUTES, INVITATION, overtaken
from service import timeline_contents
from service.work import Tx
from storage import announcements as many
from storage import deliveries as ledger
from storage import timeline as table
from storage.announcements import Announcement

TIMELINE = "timeline"
"""By whom a message is announced that leaves at its time. What an organiser sends by hand goes to everybody it is for."""


def who(tx: Tx, announcement: Announcement, ids: Collection[int], now: Instant) -> set[int]:
    """Those of `ids` for whom the invitation that they get, or have just got, leads to the questions that `announcement` is
    about."""
    workshop = announcement.workshop
    by_itself = announcement.created_by == TIMELINE and overtaken(announcement.kind, (INVITATION,))
    if workshop is None or not by_itself:
        return set()
    asking = [one for one in many.leaving(tx, workshop, INVITATION) if timeline_contents.asks(from_json(one.content))]
    opened = next((one.opens_at for one in table.waves_of(tx, workshop) if one.kind == "before"), now)
    since = max(opened, later(now, minutes=-BREATH_MINUTES))  # before the opening it led to no questions
    return ledger.wait_or_went(tx, [one.id for one in asking], ids, since) if asking else set()
