"""Places at a workshop: who comes, who waits, who is offered a place that became free.

The workshop's row is held while places change hands, and a place is taken by one conditional UPDATE of it, so that no
place is given twice. A place that becomes free goes to whoever waits longest; it counts as taken while it is offered.
"""

from __future__ import annotations

import secrets
from typing import Final, Literal
from zoneinfo import ZoneInfo

from conversations.screens import Button, Content, In, Say, When
from domain.instants import Instant
from domain.offers import offer_times
from service.work import Tx
from storage import needs, personal, registrations
from storage.registrations import Meeting, RegistrationRow

Wish = Literal["going", "declined", "maybe", "cancelled", "accept", "refuse"]

OFFER_OVER: Final = "offer_over"
"""The kind of the event (a time) that ends an offer, in the lane of the person who has it."""
_PLACED: Final = frozenset({"going", "offered"})
_LEAVING: Final = {"declined": "declined", "maybe": "maybe", "cancelled": "cancelled", "refuse": "declined"}


def wish(
    tx: Tx, participant: int, workshop: int, wanted: Wish, *, online: bool, name: str | None, now: Instant
) -> bool:
    """Do what the person wishes, as far as it can be: going becomes waiting when there is no place.

    A wish that comes too late (the workshop is over or cancelled, the offer ran out) changes nothing. True when
    somebody else was offered a place through it.
    """
    meeting = registrations.hold_workshop(tx, workshop)
    if meeting is None or meeting.state != "announced" or now >= meeting.ends_at:
        return False
    held = registrations.hold(tx, workshop, participant)
    if wanted == "going":
        return _go(tx, meeting, participant, held, online=online, name=name, now=now)
    if wanted == "accept":
        if held is not None and held.state == "offered" and held.offered_until is not None and now < held.offered_until:
            registrations.set_state(tx, held.id, "going", now)
        return False
    if wanted == "refuse" and (held is None or held.state != "offered"):
        return False
    return _leave(tx, meeting, participant, held, _LEAVING[wanted], now)


def _go(
    tx: Tx,
    meeting: Meeting,
    participant: int,
    held: RegistrationRow | None,
    *,
    online: bool,
    name: str | None,
    now: Instant,
) -> bool:
    if held is not None and held.online == online:
        if held.state in ("going", "waiting"):
            return False
        if held.state == "offered":
            registrations.set_state(tx, held.id, "going", now)
            return False
    placed = held is not None and held.state in _PLACED
    got = registrations.take_place(tx, meeting.id, online=online)
    if not got and placed:
        return False  # better the place one has than a place in a queue
    registrations.put(
        tx,
        meeting.id,
        participant,
        state="going" if got else "waiting",
        online=online,
        ticket=secrets.token_urlsafe(12),
        name=name,
        queued_at=None if got else now,
        now=now,
    )
    return placed and _pass_on(tx, meeting, online=not online, now=now)


def _leave(tx: Tx, meeting: Meeting, participant: int, held: RegistrationRow | None, state: str, now: Instant) -> bool:
    if held is None:
        if state != "cancelled":
            registrations.put(
                tx,
                meeting.id,
                participant,
                state=state,
                online=False,
                ticket=secrets.token_urlsafe(12),
                name=None,
                queued_at=None,
                now=now,
            )
        return False
    registrations.set_state(tx, held.id, state, now)
    registrations.remove_name(tx, held.id)
    needs.remove(tx, meeting.id, participant)
    return held.state in _PLACED and _pass_on(tx, meeting, online=held.online, now=now)


def _pass_on(tx: Tx, meeting: Meeting, *, online: bool, now: Instant) -> bool:
    """A place became free: offer it to whoever waits longest, or give it back. True when it was offered."""
    offered = _offer(tx, meeting, online=online, now=now)
    if not offered:
        registrations.give_back(tx, meeting.id, online=online)
    return offered


def _offer(tx: Tx, meeting: Meeting, *, online: bool, now: Instant) -> bool:
    """Offer a place that counts as taken already. False: nobody waits, or it is too late for an offer to help."""
    if meeting.state != "announced":
        return False
    first = registrations.first_waiting(tx, meeting.id, online=online)
    times = offer_times(now, meeting.starts_at, ZoneInfo(meeting.zone))
    if first is None or times is None:
        return False
    registrations.set_state(tx, first.id, "offered", now, offered_until=times.until)
    content = _offer_content(meeting, times.until)
    personal.deliver(tx, first.participant, content, now, not_before=times.tell_at, valid_until=times.until)
    return True


def _offer_content(meeting: Meeting, until: Instant) -> Content:
    about = str(meeting.id)
    lines = (
        Say("offer-came", {"title": In(meeting.title)}),
        When(meeting.starts_at, meeting.zone, "span", meeting.ends_at),
        Say("offer-until", {"until": When(until, meeting.zone, "deadline")}),
    )
    return Content(
        "reg", lines, ((Button(Say("reg-accept"), "accept", about), Button(Say("reg-refuse"), "refuse", about)),)
    )


def offer_free_places(tx: Tx, workshop: int, now: Instant) -> int:
    """Offer places that are free while people wait, as after more capacity; returns how many were offered."""
    meeting = registrations.hold_workshop(tx, workshop)
    if meeting is None:
        return 0
    offered = 0
    for online in (False, True):
        while registrations.first_waiting(tx, workshop, online=online) is not None and registrations.take_place(
            tx, workshop, online=online
        ):
            if not _pass_on(tx, meeting, online=online, now=now):
                break
            offered += 1
    return offered


def run_out(tx: Tx, participant: int, workshop: int, now: Instant) -> bool:
    """The time of this person's offer is over: tell them, and offer the place to the next. False: it was not open."""
    meeting = registrations.hold_workshop(tx, workshop)
    held = registrations.hold(tx, workshop, participant)
    if meeting is None or held is None or held.state != "offered" or held.offered_until is None:
        return False
    if now < held.offered_until:
        return False
    registrations.set_state(tx, held.id, "cancelled", now)
    registrations.remove_name(tx, held.id)
    needs.remove(tx, meeting.id, participant)
    way = f"{meeting.id}:{'online' if held.online else 'room'}"  # the one that they waited for
    again = () if now >= meeting.starts_at else ((Button(Say("reg-go"), "going", way),),)
    personal.deliver(tx, participant, Content("reg", (Say("offer-over", {"title": In(meeting.title)}),), again), now)
    _pass_on(tx, meeting, online=held.online, now=now)
    return True


def release_all(tx: Tx, participant: int, now: Instant) -> bool:
    """Give up every place of a person who is being forgotten. True when somebody was offered one."""
    passed_on = False
    for workshop in sorted(registrations.workshops_of(tx, participant)):
        meeting = registrations.hold_workshop(tx, workshop)
        held = registrations.hold(tx, workshop, participant)
        if meeting is not None and held is not None and held.state in _PLACED:
            registrations.set_state(tx, held.id, "cancelled", now)
            passed_on |= _pass_on(tx, meeting, online=held.online, now=now)
    return passed_on
