"""What a failed request means for its delivery."""

from __future__ import annotations

from bot.failures import Failure, Kind
from domain.instants import Instant, later
from service.deliveries import Finished

LONG_WAIT = 60.0
"""Seconds from which a wait that Telegram asked for is kept in the database. Shorter ones are machine time, in memory."""


def ended(delivery: int, failure: Failure, now: Instant) -> Finished:
    """Blocked, failed or unknown for good; or queued again, when Telegram certainly did not take it."""
    match failure.kind:
        case Kind.GONE:
            return Finished(delivery, "blocked", why=failure.why)
        case Kind.UNKNOWN:
            return Finished(delivery, "unknown", why=failure.why)
        case Kind.WAIT if failure.retry_after >= LONG_WAIT:
            return Finished(delivery, "queued", why=failure.why, retry_at=later(now, seconds=failure.retry_after))
        case Kind.WAIT | Kind.NEVER_LEFT | Kind.REFUSED | Kind.REVOKED | Kind.CONFLICT | Kind.UNPAID:
            return Finished(delivery, "queued", why=failure.why)
    return Finished(delivery, "failed", why=failure.why)
