"""Checking in: those who come online, by the code shown in the call."""

from __future__ import annotations

import hmac

from domain.instants import Instant, later
from domain.own_words import normalised
from service import announcements
from service.work import Tx
from storage import registrations, workshops


def online(tx: Tx, participant: int, workshop: int, code: str, now: Instant) -> bool:
    """Check the person in when they come online, the call is on and the code is right. False otherwise."""
    call = workshops.call(tx, workshop)
    held = registrations.hold(tx, workshop, participant)
    if call is None or call.code is None or held is None or held.state != "going" or not held.online:
        return False
    if not later(call.starts_at, hours=-1) <= now < call.ends_at:
        return False
    given, wanted = (normalised(one).replace(" ", "").encode() for one in (code, call.code))
    if not hmac.compare_digest(given, wanted):
        return False
    registrations.check_in(tx, held.id, now)
    announcements.joined(tx, participant, workshop, now)
    return True
