"""How fast a bot may speak.

Two limits, kept apart as Telegram keeps them:

* **Bulk**: messages to chats that are not being answered, all chats together, counted in a strict sliding second. A message
  is an answer, and free of this limit, when the chat sent something within the last `answer_window` machine seconds.
  With allow_paid_broadcast the limit is the paid one.
* **Per chat**: a bucket of `chat_burst` messages and edits that fills up by `chat_rate` a second; in a group by a third of it
  (twenty a minute).

Answers to taps, deletions and chat actions are not counted. A refused call counts for nothing and says when to come again.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

from .options import Options
from .refusals import too_many

GROUP_SHARE = 1 / 3


@dataclass(slots=True)
class Bucket:
    """What one chat has left."""

    level: float
    at: float


class Paces:
    """Counts, and refuses with 429."""

    def __init__(self, options: Options) -> None:
        self._bulk_limit = options.bulk_limit * options.fast
        self._paid_limit = options.paid_limit * options.fast
        self._burst = options.chat_burst * options.fast
        self._rate = options.chat_rate * options.fast
        self._window = options.answer_window
        self._bulk: deque[float] = deque()
        self._buckets: dict[int, Bucket] = {}
        self.paid = 0  # bulk messages above the free limit, which would cost Stars

    def admit(self, chat: int, now: float, *, heard: float | None, paid: bool = False) -> None:
        """A new message to `chat`, which was last heard of at `heard` (None: never). Raises Refused 429."""
        bulk = heard is None or now - heard > self._window
        if bulk:
            self._check_bulk(now, paid)
        self._take(chat, now)
        if bulk:
            self.paid += len(self._bulk) >= self._bulk_limit
            self._bulk.append(now)

    def admit_edit(self, chat: int, now: float) -> None:
        """A change of a message in `chat`. Raises Refused 429."""
        self._take(chat, now)

    def _check_bulk(self, now: float, paid: bool) -> None:
        while self._bulk and self._bulk[0] <= now - 1.0:
            self._bulk.popleft()
        if len(self._bulk) >= (self._paid_limit if paid else self._bulk_limit):
            raise too_many(max(1, math.ceil(self._bulk[0] + 1.0 - now)))

    def _take(self, chat: int, now: float) -> None:
        rate = self._rate if chat > 0 else self._rate * GROUP_SHARE
        bucket = self._buckets.get(chat)
        if bucket is None:
            bucket = self._buckets[chat] = Bucket(self._burst, now)
        level = min(self._burst, bucket.level + (now - bucket.at) * rate)
        if level < 1:
            raise too_many(max(1, math.ceil((1 - level) / rate)))
        bucket.level, bucket.at = level - 1, now
