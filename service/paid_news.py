"""Owners hear that the bot's Stars are short: at most once a day, however many processes find out, and how often."""

from __future__ import annotations

from conversations.content_json import to_json
from conversations.screens import Content, Say
from domain.instants import Instant, later
from service import roles
from service.work import Town, Tx
from storage import personal

HOURS = 24


def short_of_stars(tx: Tx, town: Town, now: Instant) -> int:
    """To be called whenever Telegram's paid rate cannot be paid. Returns how many owners were written to."""
    said = Content("", (Say("paid-rate-short"),))
    owners = [
        one for one in roles.owners(tx, town) if not personal.was_told(tx, one, to_json(said), later(now, hours=-HOURS))
    ]
    for owner in owners:
        personal.deliver(tx, owner, said, now)
    return len(owners)
