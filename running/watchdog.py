"""A word to systemd: that the service is ready, and then, at half the time it allows, that it is alive.

Nothing is sent without NOTIFY_SOCKET. A service that is stuck stays silent, and systemd starts it again; a Telegram or a
database that is away is no reason to, for a new process would find the same.
"""

from __future__ import annotations

import asyncio
import logging
import os
import socket
from collections.abc import Callable

log = logging.getLogger("wspolnie.watchdog")


def tell(state: str) -> None:
    """Send `state` ("READY=1", "WATCHDOG=1", "STOPPING=1") to systemd, if it started us and listens."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address:
        return
    if address.startswith("@"):  # Linux's abstract sockets
        address = "\0" + address[1:]
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
            line.connect(address)
            line.send(state.encode())
    except OSError as error:
        log.warning("systemd cannot be told %s (%s)", state, error.strerror)


def period() -> float | None:
    """Seconds between two signs of life: half of what systemd allows; None when it does not watch."""
    allowed = os.environ.get("WATCHDOG_USEC", "")
    return int(allowed) / 2_000_000 if allowed.isdigit() and int(allowed) > 0 else None


async def keep_telling(is_stuck: Callable[[], bool]) -> None:
    """Say that the service is alive for as long as it is not stuck. Returns at once when systemd does not watch."""
    seconds = period()
    while seconds is not None:
        if is_stuck():
            log.error("the service is stuck: systemd is not told that it is alive")
        else:
            tell("WATCHDOG=1")
        await asyncio.sleep(seconds)
