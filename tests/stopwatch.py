"""Seconds that are some processes' own doing: without those in which they were ready and the machine had no processor for them.

A bound that a person feels ("within five seconds") is measured with it, so that a machine that others keep busy fails no test.
On a quiet machine it shows what a clock shows. Linux says how long a thread was ready and did not run; elsewhere nothing is
taken away.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


class Stopwatch:
    """Runs from the moment it is made. `processes` are all whose work is measured: what one hands to the other adds up."""

    def __init__(self, *processes: int) -> None:
        self._processes = processes
        self._before = _queued(processes)
        self._queued = dict(self._before)
        self._began = time.monotonic()

    @property
    def seconds(self) -> float:
        """Of a thread that has ended meanwhile, what it waited until this was last read counts."""
        passed = time.monotonic() - self._began
        self._queued |= _queued(self._processes)
        waited = sum(queued - self._before.get(thread, 0) for thread, queued in self._queued.items())
        return max(0.0, passed - waited / 1e9)


def _queued(processes: Iterable[int]) -> dict[Path, int]:
    """Nanoseconds for which each thread of these processes was ready to run and did not."""
    found = {}
    for process in processes:
        for one in Path(f"/proc/{process}/task").glob("*/schedstat"):
            with suppress(OSError, IndexError, ValueError):  # the thread has ended, or this system does not count
                found[one] = int(one.read_text().split()[1])
    return found


def slowness() -> float:
    """How many times longer than alone a little work takes on this machine just now: 1 on a quiet one. For bounds on what several
    processes do at once, whose waits overlap and cannot be taken away."""
    began, worked = time.monotonic(), time.thread_time()
    while time.thread_time() - worked < 0.02:
        pass
    return max(1.0, (time.monotonic() - began) / 0.02)
