"""Owners hear once when the service is not well, and once when it is again."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.screens import Content, Joined, Say
from domain.instants import Instant
from service import roles
from service.work import Town, Tx
from storage import personal


def tell(tx: Tx, town: Town, wrong: Sequence[str], now: Instant) -> int:
    """`wrong`: what is, by the keys of `web.pulse`; empty: all is well again. Returns how many owners were written to."""
    whats = tuple(Say("health-wrong", {"what": what}) for what in wrong)
    said = Say("health-bad", {"what": Joined(whats)}) if whats else Say("health-well")
    owners = roles.owners(tx, town)
    for owner in owners:
        personal.deliver(tx, owner, Content("", (said,)), now)
    return len(owners)
