"""May this message leave now? Everything is asked once more just before a request is sent. Pure: facts in, verdict out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from domain.instants import Instant
from domain.quiet import Quiet, is_quiet, next_day, quiet_ends


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claimed delivery and its person, as they are at this moment.

    `why_not` names why the person does not belong to the audience any more ('answered' …), or None. `today`: messages
    that count for the cap and went to this person since midnight. `skip_quiet`: neither night nor cap hold it back.
    """

    personal: bool
    reachable: bool
    stopped: bool
    reminders: bool
    quiet: Quiet
    valid_until: Instant | None
    essential: bool = False
    skip_quiet: bool = False
    reminder: bool = False
    why_not: str | None = None
    today: int = 0


@dataclass(frozen=True, slots=True)
class Leave:
    """It may be sent."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Not before `until`; held back by the quiet hours or the daily cap."""

    held: Literal["quiet", "cap"]
    until: Instant


@dataclass(frozen=True, slots=True)
class End:
    """It will not be sent."""

    state: Literal["blocked", "expired", "cancelled"]
    why: str


def verdict(candidate: Candidate, zone: ZoneInfo, cap: int, now: Instant) -> Leave | Wait | End:
    """`zone` is the town's: quiet hours and the day of the cap are told by its clock on the wall."""
    if candidate.valid_until is not None and now >= candidate.valid_until:
        return End("expired", "too_late")
    if not candidate.reachable:
        return End("blocked", "unreachable")
    if candidate.personal:
        return Leave()
    if candidate.stopped and not candidate.essential:
        return End("cancelled", "stopped")
    if candidate.reminder and not candidate.reminders:
        return End("cancelled", "no_reminders")
    if candidate.why_not is not None:
        return End("cancelled", candidate.why_not)
    if candidate.skip_quiet:
        return Leave()
    if is_quiet(now, candidate.quiet, zone):
        return _hold(candidate, "quiet", quiet_ends(now, candidate.quiet, zone))
    if candidate.today >= cap:
        return _hold(candidate, "cap", next_day(now, candidate.quiet, zone))
    return Leave()


def _hold(candidate: Candidate, held: Literal["quiet", "cap"], until: Instant) -> Wait | End:
    if candidate.valid_until is not None and until >= candidate.valid_until:
        return End("expired", held)
    return Wait(held, until)
