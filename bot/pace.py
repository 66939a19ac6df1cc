"""How fast we may speak. Pure: machine time (seconds, monotonic) is handed in, and what comes back is when to go.

Two paces, as Telegram keeps them: bulk (all chats together, SEND_RATE a second, counted by a strict server in sliding
seconds) and one bucket per chat.
"""

from __future__ import annotations

from collections import deque

WAY = 0.025
"""Seconds kept free in each sliding second, for jitter on the way (up to 15 ms) and our own lateness in noting the time."""

MANY = 100
WAY_OF_MANY = 0.05
"""The same at more than MANY messages a second: at a millisecond each our own lateness is what moves them, and a single refusal
costs a tenth of the pace for a while."""

CATCH_UP = 0.25
"""Seconds of lateness that even spacing makes good again."""

SHARE_LOST = 0.9
"""What a refusal leaves of the pace, at most once a second."""

SLOWEST = 1.5
"""Messages a second: refusals do not push the pace below."""

SHARE_REGAINED = 0.005
"""What each second without a refusal gives back, as a share of the full pace."""

ALL_REFUSED = 3
"""So many refusals in a row, in as many chats, concern everything and not their chats."""


MOST_WAITING = 500
"""Chats named as waiting at once: they go into a query."""


class Bulk:
    """Evenly spaced, never more than `rate` departures in 1 + `way` seconds, whatever the lateness.

    For each message: wait until `ready(now)`, then `depart(now)` just before the request leaves; afterwards `accepted` or
    `refused`. Starts a second after `started`: another process may have sent until just now.
    """

    def __init__(self, rate: float, started: float) -> None:
        self.full = rate
        self.share = 1.0
        self._next = started + 1.0
        self._departures: deque[float] = deque()
        self._paused_until = 0.0
        self._refused: dict[int, float] = {}
        self._slowed = started - 1.0
        self._regained = started

    @property
    def way(self) -> float:
        """Seconds kept free in each sliding second."""
        return WAY_OF_MANY if self.full > MANY else WAY

    @property
    def rate(self) -> float:
        """Messages a second allowed at the moment, before the room left for jitter."""
        return self.full * self.share

    def ready(self, now: float) -> float:
        """The machine time of the next departure, which may have passed already."""
        self._recover(now)
        at = max(self._next, self._paused_until)
        allowed = max(1, int(self.rate))
        if len(self._departures) >= allowed:
            at = max(at, self._departures[-allowed] + self._window(allowed))
        return at

    def depart(self, now: float) -> None:
        """A request leaves now."""
        spacing = (1.0 + self.way) / self.rate
        self._next = max(self._next + spacing, now - CATCH_UP)
        self._departures.append(now)
        while len(self._departures) > max(1, int(self.full)):
            self._departures.popleft()

    def accepted(self) -> None:
        """A message was taken: what was refused before concerned its chats alone."""
        self._refused.clear()

    def refused(self, chat: int, retry_after: float, now: float) -> None:
        """Telegram said to wait. Slows down; stops everything for as long as it says once it refuses everything."""
        if now - self._slowed >= 1.0:
            self.share = max(self.share * SHARE_LOST, min(1.0, SLOWEST / self.full))
            self._slowed = self._regained = now
        self._refused[chat] = max(self._refused.get(chat, 0.0), now + retry_after)
        if len(self._refused) >= ALL_REFUSED:
            self._paused_until = max(self._paused_until, min(self._refused.values()))

    def change_rate(self, rate: float, now: float) -> None:
        """From a second later on so many messages a second: what left until now was counted at the rate before."""
        self.full, self.share = rate, 1.0
        self._next = max(self._next, now + 1.0 + self.way)
        self._slowed = self._regained = now

    def _window(self, allowed: int) -> float:
        """Seconds in which `allowed` messages may depart; a rate under one a second makes it longer."""
        return (1.0 + self.way) * max(1.0, allowed / self.rate)

    def _recover(self, now: float) -> None:
        seconds = int(now - self._regained)
        if seconds >= 1:
            self.share = min(1.0, self.share + SHARE_REGAINED * seconds)
            self._regained += seconds


class Chats:
    """A bucket for each chat: `burst` messages at once, then `rate` a second; in groups (below zero) a third of it.

    Kept as one number per chat, the time at which its bucket is full again; chats whose time has passed are forgotten.
    """

    def __init__(self, rate: float = 0.98, burst: int = 18) -> None:
        self._rate = rate
        self._burst = burst
        self._full_at: dict[int, float] = {}
        self._paused: dict[int, float] = {}
        self._forget_at = 1_000

    def ready(self, chat: int, now: float) -> float:
        """The machine time at which a message to `chat` may leave, which may have passed already."""
        spacing = self._spacing(chat)
        at = self._full_at.get(chat, 0.0) - (self._burst - 1) * spacing
        paused = self._paused.get(chat)
        if paused is not None:
            if paused <= now:
                del self._paused[chat]
            else:
                at = max(at, paused)
        return at

    def depart(self, chat: int, now: float) -> None:
        """A message or an edit leaves now."""
        self._full_at[chat] = max(self._full_at.get(chat, 0.0), now) + self._spacing(chat)
        if len(self._full_at) > self._forget_at:
            self._full_at = {one: full for one, full in self._full_at.items() if full > now}
            self._forget_at = max(1_000, 2 * len(self._full_at))

    def refused(self, chat: int, retry_after: float, now: float) -> None:
        """Telegram said to wait with this chat."""
        self._paused[chat] = max(self._paused.get(chat, 0.0), now + retry_after)

    def waiting(self, now: float) -> frozenset[int]:
        """The chats that have been told to wait and still have to."""
        self._paused = {chat: until for chat, until in self._paused.items() if until > now}
        return frozenset(sorted(self._paused, key=self._paused.__getitem__)[-MOST_WAITING:])

    def is_anyone_due(self, now: float, within: float) -> bool:
        """Whether a chat that was told to wait may be written to again within so many seconds."""
        return any(until <= now + within for until in self._paused.values())

    def _spacing(self, chat: int) -> float:
        return (1.0 if chat > 0 else 3.0) / self._rate


def pause(tries: int, *, first: float = 0.2, longest: float = 30.0) -> float:
    """Seconds to wait before try number `tries` + 1 (from 1): doubling, up to `longest`."""
    return float(min(longest, first * 2.0 ** min(tries - 1, 30)))
