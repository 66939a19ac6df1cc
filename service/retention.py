"""The promises of the office file about time: what goes when. For the sweep, a bounded piece at each call."""

from __future__ import annotations

from typing import Final

from domain.instants import Instant, later
from service import audit
from service.work import Town, Tx
from storage import needs, retention

AT_ONCE: Final = 500


def keep_promises(tx: Tx, town: Town, now: Instant) -> bool:
    """Delete special needs and names some days after a workshop, the link between person and ballot some days after the
    last summary, and audit entries after years. True: something went, and there may be more."""
    promised = town.office.retention
    gone = {
        "needs": needs.remove_after(tx, later(now, days=-promised.needs_days)),
        "names": retention.remove_names(tx, later(now, days=-promised.registration_names_days), AT_ONCE),
        "links": retention.unlink_ballots(tx, later(now, days=-promised.unlink_ballots_days), AT_ONCE),
    }
    if any(gone.values()):
        audit.record(tx, "timeline", "retention.kept", now, about={key: count for key, count in gone.items() if count})
    return any(gone.values()) or audit.age(tx, now) > 0
