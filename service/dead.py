"""When a row is given up: its person is told, and the owners."""

from __future__ import annotations

from conversations.screens import Content, Say
from domain.instants import Instant
from service import roles
from service.incoming import InboxRow
from service.work import Town, Tx
from storage import people, personal


def give_up(tx: Tx, row: InboxRow, town: Town, now: Instant) -> None:
    """An apology to the person whose row it was, and a notice to every owner who knows the bot."""
    apology = Content("", (Say("step-apology", {"contact": town.office.contact}),))
    for person in people.by_telegram_ids(tx, frozenset({row.lane})):
        personal.deliver(tx, person.id, apology, now)
    notice = Content("", (Say("step-dead", {"row": row.id}),))
    for owner in roles.owners(tx, town):
        personal.deliver(tx, owner, notice, now)
