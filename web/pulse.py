"""How the service is: what is late, and whether that turned since the last look. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

OLDEST_ROW_SECONDS: Final = 60.0
NO_INTAKE_SECONDS: Final = 120.0
LATE_SWEEP_SECONDS: Final = 120.0
CLOCK_OFF_SECONDS: Final = 60.0
SENTENCES: Final[Mapping[str, str]] = {
    "database": "the database does not answer",
    "inbox": "the oldest unhandled update is over a minute old",
    "intake": "no updates could be asked for in two minutes",
    "sweep": "the sweep is late",
    "clock": "this computer's clock differs from Telegram's by over a minute",
}
FROM_OUTSIDE: Final = frozenset({"clock"})
"""What a restart or another process would not mend: told to owners, and no reason to take this one out of service."""
SURE_AFTER: Final = 2
"""So many looks in a row have to say the same before anybody is written to."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """Ages in seconds; None means: nothing is open, or it is not this process's business. `clock_off`: by how many seconds the
    clock is ahead of Telegram's, None: not known."""

    oldest_unhandled: float | None
    since_intake: float | None
    since_sweep: float | None
    database: bool = True
    clock_off: float | None = None


def is_clock_off(seconds: float) -> bool:
    """True when a clock that differs by so many seconds (either way) is wrong. `doctor` and the running service ask here."""
    return abs(seconds) > CLOCK_OFF_SECONDS


def wrong(pulse: Pulse) -> list[str]:
    """What is wrong, by the keys of SENTENCES; empty when all is well."""

    def late(age: float | None, most: float) -> bool:
        return age is not None and age > most

    found = {
        "database": not pulse.database,
        "inbox": late(pulse.oldest_unhandled, OLDEST_ROW_SECONDS),
        "intake": late(pulse.since_intake, NO_INTAKE_SECONDS),
        "sweep": late(pulse.since_sweep, LATE_SWEEP_SECONDS),
        "clock": pulse.clock_off is not None and is_clock_off(pulse.clock_off),
    }
    return [name for name, is_so in found.items() if is_so]


@dataclass(slots=True)
class Turns:
    """Remembers how the service was when somebody was last told."""

    told_bad: bool = False
    _other: int = 0

    def look(self, found: Sequence[str]) -> Literal["bad", "well"] | None:
        """'bad' or 'well' once for each turn, when SURE_AFTER looks in a row say so."""
        if bool(found) == self.told_bad:
            self._other = 0
            return None
        self._other += 1
        if self._other < SURE_AFTER:
            return None
        self.told_bad, self._other = bool(found), 0
        return "bad" if found else "well"
