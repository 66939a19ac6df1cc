"""Long polling or a webhook: switching from one to the other without losing an update.

Both are tried until Telegram does what is asked, since it may be away, or busy with the same wish of another of our processes.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from telegram.error import BadRequest

from bot import pace, updates
from bot.failures import UNKNOWN_METHOD, Kind, sort
from bot.shared import Call

log = logging.getLogger("wspolnie.bot")
T = TypeVar("T")
Sleep = Callable[[float], Awaitable[object]]


class NoWayIn(Exception):
    """It will never work so. The text says why, for the operator."""


async def use_polling(call: Call, sleep: Sleep = asyncio.sleep) -> bool:
    """Remove a webhook if one is set; what waits for it comes by polling. Returns whether there was one. Raises NoWayIn.

    A server that knows nothing of webhooks has none.
    """
    info = await _patiently(lambda: call("getWebhookInfo"), sleep)
    if not isinstance(info, dict) or not info.get("url"):
        return False
    await _patiently(lambda: call("deleteWebhook", drop_pending_updates=False), sleep)
    return True


async def use_webhook(
    call: Call, url: str, secret: str, *, connections: int = 40, sleep: Sleep = asyncio.sleep
) -> None:
    """Have updates sent to `url`, each with `secret` in its header. Always set anew: Telegram does not tell the secret.

    Raises NoWayIn when Telegram does not accept it.
    """

    async def ask() -> object:
        return await call(
            "setWebhook",
            url=url,
            secret_token=secret,
            max_connections=connections,
            allowed_updates=list(updates.ALLOWED),
            drop_pending_updates=False,
        )

    if await _patiently(ask, sleep) is None:
        raise NoWayIn("The Bot API server of TELEGRAM_API_URL knows no webhooks. Leave WEBHOOK_URL empty.")


async def _patiently(ask: Callable[[], Awaitable[T]], sleep: Sleep) -> T | None:
    """The answer, however long it takes; None when the server knows no such method."""
    tries = 0
    while True:
        try:
            return await ask()
        except Exception as error:
            failure = sort(error)
            if failure.kind is Kind.REVOKED:
                raise NoWayIn("Telegram no longer accepts BOT_TOKEN. Put the new token into BOT_TOKEN.") from None
            if failure.why == UNKNOWN_METHOD:
                return None
            if isinstance(error, BadRequest) and failure.kind is Kind.BUG:
                raise NoWayIn(f"Telegram does not accept WEBHOOK_URL: {error.message}") from None
            if failure.why == "own_error":
                raise
        tries += 1
        wait = max(failure.retry_after, pace.pause(tries, first=0.5, longest=15.0))
        log.warning("the way in is not open yet (%s), try %d, again in %.1f s", failure.why, tries, wait)
        await sleep(wait)
