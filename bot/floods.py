"""Who sends far more than anybody types: counted by the minute, whether or not the machine keeps up with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

A_MINUTE = 100
"""Updates of one person within a minute. Somebody who taps through a whole survey needs half of them."""


class Floods:
    """`machine` is the machine clock in seconds. `flooded` is called once a minute for a person whose updates are too many."""

    def __init__(self, machine: Callable[[], float], flooded: Callable[[int], None]) -> None:
        self._machine = machine
        self._flooded = flooded
        self._minute = 0
        self._came: Counter[int] = Counter()  # of this minute and of no other: bounded by who writes in one

    def came(self, lane: int) -> None:
        """An update of this person came in."""
        if (minute := int(self._machine() // 60)) != self._minute:
            self._minute = minute
            self._came.clear()
        self._came[lane] += 1
        if self._came[lane] == A_MINUTE + 1:
            self._flooded(lane)
