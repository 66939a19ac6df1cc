"""What the local Telegram can be told at its start."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Options:
    """Limits are Telegram's, times are machine seconds; `fast` multiplies the limits for demonstrations."""

    host: str = "127.0.0.1"
    port: int = 8088
    service: str | None = None  # base URL of the rehearsed service, which is told about the civil clock
    fast: float = 1.0
    bulk_limit: int = 30  # messages in any sliding second to chats that are not being answered
    paid_limit: int = 1000  # the same with allow_paid_broadcast
    chat_burst: int = 20  # messages and edits in one private chat at once …
    chat_rate: float = 1.0  # … and how many come back in a second
    answer_window: float = 60.0  # what is sent within this time after a chat's last update is an answer
    tap_life: float = 150.0  # how long a tap waits to be fetched, and may be answered
    update_life: float = 86_400.0
    webhook_pause: float = 1.0  # first pause after a webhook that failed; it doubles up to 60 times as much
    seed: int | None = None
    now: datetime | None = None  # civil time at the start (aware); None: what this machine's clock shows
    rate: float = 1.0  # civil seconds that pass in a machine second
    auto: bool = False
    username: str = "wspolnie_bot"
    revoked: frozenset[str] = field(default_factory=frozenset)
