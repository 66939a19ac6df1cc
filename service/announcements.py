"""Messages to many: confirmed once, fanned out in chunks behind a cursor, then sent; paused, resumed, cancelled, reported.

`preparing -> sending -> done`; `paused` in between; `cancelled` at any time before done.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from conversations.content_json import from_json, to_json
from conversations.screens import Content
from domain.audience import Audience, needs_five, why_refused
from domain.instants import Instant
from domain.timeline import still_helps
from service import audiences
from service.progress import Progress, Report, progress, report
from service.work import Tx
from storage import announcements as table
from storage import audiences as people
from storage import deliveries as ledger
from storage import delivery_counts as looks
from storage.announcements import Announcement

__all__ = [
    "Announcement",
    "Progress",
    "Refused",
    "Report",
    "Terms",
    "announce",
    "cancel",
    "cancel_chunk",
    "content",
    "fan_out",
    "joined",
    "pause",
    "progress",
    "repeat_unknown",
    "report",
    "resume",
]

CHUNK: Final = 1000
"""Participants looked at in one transaction of the fan-out."""
CANCEL_CHUNK: Final = 5000
"""Waiting deliveries cancelled in one transaction."""


class Refused(ValueError):
    """An announcement that may not go out. `name` is the catalogue message that says why."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class Terms:
    """When and to whom an announcement may go. `skip_quiet`: neither quiet hours nor the daily cap hold it back.
    `essential`: also to those who stopped other messages. `late_joiners`: also to who joins the audience later."""

    not_before: Instant
    valid_until: Instant | None = None
    skip_quiet: bool = False
    essential: bool = False
    late_joiners: bool = False


def announce(
    tx: Tx,
    key: str,
    kind: str,
    audience: Audience,
    content: Content,
    terms: Terms,
    *,
    by: str,
    now: Instant,
    timeline: int | None = None,
) -> int | None:
    """Begin one message to many; returns its id, or None when `key` was used before (a second tap does no harm).

    Raises Refused for an audience that may not be asked for, or that must hold five people and holds fewer.
    """
    refused = why_refused(audience)
    if refused is not None:
        raise Refused(refused)
    asked = audiences.asked(audience, kind, essential=terms.essential)
    if timeline is None and needs_five(audience) and people.count(tx, asked) < 5:
        raise Refused("audience-refused-fewer-than-five")
    return table.add(
        tx,
        key=key,
        kind=kind,
        workshop=audience.workshop,
        timeline=timeline,
        audience=audience,
        content=to_json(content),
        not_before=terms.not_before,
        valid_until=terms.valid_until,
        skip_quiet=terms.skip_quiet,
        essential=terms.essential,
        late_joiners=terms.late_joiners,
        by=by,
        now=now,
    )


# ---- the fan-out ------------------------------------------------------------------------------------------------


def content(announcement: Announcement) -> Content:
    """What the announcement says."""
    return from_json(announcement.content)


def fan_out(tx: Tx, now: Instant, chunk: int = CHUNK) -> bool:
    """One chunk of the oldest announcement being prepared whose time has come. True: there is more to do.

    Chunk and cursor are one transaction: after a kill the fan-out goes on where it was.
    """
    ready = [one for one in table.in_state(tx, "preparing") if one.not_before <= now]
    if not ready:
        return False
    announcement = ready[0]
    upper = people.chunk_end(tx, announcement.cursor, chunk)
    if upper is None:
        _begin_sending(tx, announcement, now)
        return True
    asked = audiences.asked(announcement.audience, announcement.kind, essential=announcement.essential)
    added = ledger.fan_out(
        tx,
        announcement.id,
        asked,
        people.between(announcement.cursor, upper),
        announcement.not_before,
        announcement.valid_until,
        now,
    )
    table.advance(tx, announcement.id, announcement.cursor, upper, added)
    return True


def _begin_sending(tx: Tx, announcement: Announcement, now: Instant) -> None:
    table.change_state(tx, announcement.id, ("preparing",), "sending")
    if not looks.is_open(tx, announcement.id):
        table.change_state(tx, announcement.id, ("sending",), "done", now)


def joined(tx: Tx, participant: int, workshop: int, now: Instant) -> int:
    """Somebody came to take part: they get those messages for late joiners that are still valid, also one that passed them by
    because they had left for a while. Returns how many.

    To be called whenever a person registers, takes a place that was offered, or is checked in.
    """
    added = 0
    for announcement in table.still_joined(tx, workshop, now):
        asked = audiences.asked(announcement.audience, announcement.kind, essential=announcement.essential)
        not_before = max(now, announcement.not_before)
        one = ledger.fan_out(
            tx, announcement.id, asked, people.only(participant), not_before, announcement.valid_until, now
        )
        if one:
            table.count_more(tx, announcement.id, one)
        elif people.eligible(tx, asked, [participant]):
            one = ledger.reopen(tx, announcement.id, participant, not_before, now)
        if one:
            table.change_state(tx, announcement.id, ("done",), "sending")
            added += one
    return added


# ---- the organiser's hand ---------------------------------------------------------------------------------------


def pause(tx: Tx, number: int) -> bool:
    """Nothing more leaves until `resume`. False: it was not running."""
    return table.change_state(tx, number, ("preparing", "sending"), "paused")


def resume(tx: Tx, number: int) -> bool:
    """Go on, with the rest of the fan-out first; where none is left it may leave at once, without waiting for the sweep. False:
    it was not paused."""
    announcement = table.find(tx, number)
    if announcement is None or people.chunk_end(tx, announcement.cursor, 1) is not None:
        return table.change_state(tx, number, ("paused",), "preparing")
    return table.change_state(tx, number, ("paused",), "sending")


def cancel(tx: Tx, number: int) -> bool:
    """Nothing more leaves, ever. What waits is cancelled chunk by chunk in the sweep. False: it was at its end."""
    return table.change_state(tx, number, table.RUNNING, "cancelled")


def cancel_chunk(tx: Tx, now: Instant) -> bool:
    """Some waiting deliveries of a cancelled announcement. True: there may be more to do. It has ended once nothing of it is on
    its way any more: what Telegram turns away is queued again, and cancelled by a later look."""
    for announcement in table.being_cancelled(tx):
        if ledger.cancel_waiting(tx, announcement.id, CANCEL_CHUNK, now):
            return True
        if not looks.is_open(tx, announcement.id):
            table.set_finished(tx, announcement.id, now)
            return True
    return False


def may_repeat(announcement: Announcement, now: Instant) -> bool:
    """Whether what is unknown may be sent again. Too late it would only be counted as expired, though it may have arrived."""
    return announcement.state in ("sending", "done") and still_helps(announcement.valid_until, now)


def repeat_unknown(tx: Tx, number: int, now: Instant) -> int:
    """On an organiser's word: send again what may or may not have arrived, while that still helps. Returns how many messages."""
    announcement = table.find(tx, number)
    if announcement is None or not may_repeat(announcement, now):
        return 0
    repeated = ledger.repeat_unknown(tx, number, now)
    if repeated:
        table.change_state(tx, number, ("done",), "sending")
    return repeated
