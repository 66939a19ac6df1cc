"""Who could not be told that a workshop was moved or called off: those who are registered are named to its organisers, so that
they can be telephoned or met at the door. The others are a number."""

from __future__ import annotations

from typing import Any, Final

from conversations.screens import Button, Content, In, Say
from domain.audience import STEP
from domain.instants import Instant
from service.work import Tx
from storage import announcements as many
from storage import audiences, organising, personal
from storage import delivery_counts as looks
from storage import timeline as table
from storage import unreached as rows
from storage.announcements import Announcement

KINDS: Final = frozenset({"changed", "cancelled"})
"""Messages to everybody who knows of a workshop."""


def count(tx: Tx, announcement: Announcement) -> int:
    """How many people the announcement did not reach; 0 for one that is not of KINDS."""
    if announcement.kind not in KINDS or announcement.workshop is None:
        return 0
    return sum(rows.counts(tx, announcement.id, announcement.workshop))


def look(tx: Tx, announcement: Announcement, page: int, size: int) -> dict[str, Any]:
    """One page of `size` names, how many there are, and how many others; empty for an announcement that is not of KINDS."""
    if announcement.kind not in KINDS or announcement.workshop is None:
        return {}
    registered, others = rows.counts(tx, announcement.id, announcement.workshop)
    few = {"count": 0, "how": "few"} if others < STEP else {"count": others, "how": "exact"}
    return {
        "kind": announcement.kind,
        "listed": rows.listed(tx, announcement.id, announcement.workshop, page * size, size),
        "total": registered,
        "others": few if others else None,
    }


def hearers(tx: Tx, announcement: Announcement) -> set[int]:
    """Who hears that the announcement did not reach everybody who is registered: the workshop's organisers, and whoever made the
    change; nobody when it did."""
    return _answer_for_it(tx, announcement) if _registered(tx, announcement) else set()


def _registered(tx: Tx, announcement: Announcement) -> int:
    """How many of those registered the announcement did not reach; 0 for one that is not of KINDS."""
    if announcement.kind not in KINDS or announcement.workshop is None:
        return 0
    return rows.counts(tx, announcement.id, announcement.workshop)[0]


def _answer_for_it(tx: Tx, announcement: Announcement) -> set[int]:
    staff = set(audiences.staff(tx, ("owner", "organiser"), announcement.workshop, ()))
    writer = organising.person_of(tx, announcement.created_by)
    return staff | ({writer} if writer is not None else set())


def tell(tx: Tx, number: int, now: Instant) -> int:
    """The announcement has ended: its hearers hear of it, and in the same message that Telegram refused some. Returns how many
    were written to."""
    announcement = many.find(tx, number)
    registered = 0 if announcement is None else _registered(tx, announcement)
    meeting = None if announcement is None or not registered else table.meeting(tx, announcement.workshop or 0)
    if announcement is None or meeting is None:
        return 0
    about = {"title": In(meeting.title), "kind": announcement.kind, "count": registered}
    refused = (Say("announce-unreached-refused"),) if looks.has_state(tx, number, "failed") else ()
    look = Button(Say("announce-unreached"), "report", f"{meeting.id}:{number}", place="announce")
    content = Content("announce", (Say("announce-unreached-told", about), *refused), ((look,),))
    told = _answer_for_it(tx, announcement)
    for person in sorted(told):
        personal.deliver(tx, person, content, now)
    return len(told)
