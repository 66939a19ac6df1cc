"""The promises of the office file about time: what goes when. For the sweep, a bounded piece at each call."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Final, Literal

from domain.audience import Shown, shown_count
from domain.instants import Instant, later
from service import audit
from service.work import Town, Tx
from storage import areas, needs, retention

AT_ONCE: Final = 500


def keep_promises(tx: Tx, town: Town, now: Instant) -> bool:
    """Delete special needs and names some days after a workshop, the link between person (or paper code) and ballot some
    days after the last summary, what people said about its areas as long after its end, and audit entries after years.
    True: something went, and there may be more."""
    promised = town.office.retention
    summarised = later(now, days=-promised.unlink_ballots_days)
    old = retention.old_waves(tx, summarised)
    gone = {
        "needs": needs.remove_after(tx, later(now, days=-promised.needs_days)),
        "names": retention.remove_names(tx, later(now, days=-promised.registration_names_days), AT_ONCE),
        "links": retention.unlink_ballots(tx, old, AT_ONCE),
        "codes": retention.unlink_codes(tx, old, AT_ONCE, lambda: secrets.token_hex(16)),
        "checks": areas.remove_answers(tx, summarised, AT_ONCE),
    }
    if any(gone.values()):
        audit.record(tx, "timeline", "retention.kept", now, about={key: count for key, count in gone.items() if count})
    return any(gone.values()) or audit.age(tx, now) > 0


What = Literal["needs", "names", "links"]


@dataclass(frozen=True, slots=True)
class Going:
    """What goes when. `at` None: some days after the figures of the workshop's last wave, which are not released yet."""

    workshop: str
    what: What
    count: Shown
    at: Instant | None


def plan(tx: Tx, town: Town) -> list[Going]:
    """What `keep_promises` will delete and when, the soonest first; nothing is changed. Needs are counted coarsely."""
    promised = town.office.retention
    found = []
    for one in retention.kept(tx):
        cut = None if one.last_release is None else later(one.last_release, days=promised.unlink_ballots_days)
        entries: tuple[tuple[What, int, Instant | None], ...] = (
            ("needs", one.needs, later(one.ends_at, days=promised.needs_days)),
            ("names", one.names, later(one.ends_at, days=promised.registration_names_days)),
            ("links", one.linked_ballots, cut),
        )
        found += [
            Going(one.slug, what, shown_count(count, None, coarse=what == "needs"), at)
            for what, count, at in entries
            if count
        ]
    return sorted(found, key=lambda going: (going.at is None, str(going.at), going.workshop))
