"""Residents who tap all the time, and how long each tap waits for what it changes."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from local_telegram import LocalTelegram
from residents_on_phones import Button, Resident, Street

EVERY = 1.4
"""Seconds between a screen and the next tap: a chat takes one edit a second."""


@dataclass
class Tapper(Resident):
    """Somebody who puts a theme in and takes it out again, without end."""

    waits: list[float] = field(default_factory=list)
    _buttons: list[Button] = field(default_factory=list)
    _tapped: float | None = None
    _next: float = 0.0

    def _choose(self, buttons: list[Button]) -> None:
        now = time.monotonic()
        if self._tapped is not None:
            self.waits.append(now - self._tapped)
        self._buttons, self._tapped, self._next = buttons, None, now + EVERY

    def go_on(self) -> None:
        """Tap, when it is time."""
        if not self._buttons or time.monotonic() < self._next:
            return
        buttons, self._buttons = self._buttons, []
        taken = any("|take|t1" in key["data"] for key in buttons)
        self._tapped = time.monotonic()
        self._tap(buttons, "take|t1" if taken else "put|t1", then="sv.q0", chosen=0 if taken else 1)

    @property
    def longest(self) -> float:
        """The longest wait so far; the tap that is not answered yet waits until now."""
        open_one = 0.0 if self._tapped is None else time.monotonic() - self._tapped
        return max([*self.waits, open_one], default=0.0)


class Tappers(Street):
    """Tappers side by side."""

    def __init__(self, telegram: LocalTelegram, count: int) -> None:
        super().__init__(telegram, 0, seed=1)
        self.tappers = [Tapper(telegram, 1 + number, self._dice) for number in range(count)]
        self._by_phone = {one.phone: one for one in self.tappers}
        for one in self.tappers:
            one.begin()

    def tap_for(self, seconds: float, until: object = None) -> None:
        """Let everybody tap for so long, or until the callable `until` says yes."""
        deadline = time.monotonic() + seconds

        def over() -> bool:
            for one in self.tappers:
                one.go_on()
            return time.monotonic() > deadline or (callable(until) and bool(until()))

        self.pump(over, seconds + 10)

    def warm_up(self) -> None:
        """Until everybody taps; what they waited so far does not count."""
        self.tap_for(150, until=lambda: all(len(one.waits) >= 2 for one in self.tappers))
        assert all(one.waits for one in self.tappers), [one.screen for one in self.tappers if not one.waits]
        self.forget()

    @property
    def waits(self) -> list[float]:
        return [wait for one in self.tappers for wait in one.waits]

    @property
    def longest(self) -> float:
        return max(one.longest for one in self.tappers)

    def forget(self) -> None:
        for one in self.tappers:
            one.waits.clear()
