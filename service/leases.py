"""Who sweeps and sends bulk, and when somebody else may: leases with numbers, watched with machine time.

A holder beats about once a second. A contender looks, and when neither number nor beat has changed for PATIENCE seconds
of its own machine time, it takes the lease over. The old holder finds out at its next beat, claim or mark: each fails.
"""

from __future__ import annotations

from typing import Final

from service.work import Tx
from storage import leases as table
from storage.leases import LeaseState

__all__ = [
    "BULK",
    "PATIENCE",
    "LeaseState",
    "Watch",
    "acquire",
    "ask",
    "asked",
    "beat",
    "let_go",
    "look",
    "process_leases",
    "process_name",
]

BULK: Final = "bulk"
PATIENCE: Final = 5.0
_PROCESS: Final = "process:"


def acquire(tx: Tx, name: str, holder: str) -> int:
    """Take the lease over and return its new number. Call `service.deliveries.take_over` in the same transaction."""
    return table.acquire(tx, name, holder)


def beat(tx: Tx, name: str, number: int) -> bool:
    """Show that the holder lives. False: the lease is lost, and nothing may be sent under it any more."""
    return table.beat(tx, name, number)


def ask(tx: Tx) -> None:
    """Something became due in a process that does not look after what is due: have the holder of the bulk lease look."""
    table.ask(tx)


def asked(tx: Tx) -> int:
    """A number that has grown whenever somebody asked."""
    return table.look(tx, table.ASKED).beat


def let_go(tx: Tx, name: str, number: int) -> None:
    """Give the lease back at a polite stop, when nothing is in hand any more."""
    table.let_go(tx, name, number)


def look(tx: Tx, name: str) -> LeaseState:
    return table.look(tx, name)


def process_name(process: str) -> str:
    """The name of the lease under which one process sends personal deliveries."""
    return f"{_PROCESS}{process}"


def process_leases(tx: Tx) -> dict[str, LeaseState]:
    """The leases of all processes, by name: the bulk holder lets those go that have fallen silent."""
    return table.held(tx, _PROCESS)


class Watch:
    """Decides from looks at a lease whether its holder is gone. Machine time only: civil time may jump."""

    def __init__(self, patience: float = PATIENCE) -> None:
        self._patience = patience
        self._seen: LeaseState | None = None
        self._since = 0.0

    def gone(self, state: LeaseState, machine: float) -> bool:
        """True when nobody holds it, or nothing changed for `patience` seconds since it was first seen so."""
        if state.holder is None:
            return True
        if self._seen != state:
            self._seen, self._since = state, machine
        return machine - self._since >= self._patience
