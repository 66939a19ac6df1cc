"""Long polling or a webhook: switching from one to the other without losing an update. Raises TelegramError."""

from __future__ import annotations

from telegram.error import BadRequest, TelegramError

from bot import updates
from bot.failures import Kind, no_such_method, sort
from bot.shared import Call


class WebhookRefused(Exception):
    """Telegram does not take this webhook. Its text is Telegram's reason."""


async def use_polling(call: Call) -> bool:
    """Remove a webhook if one is set; what waits for it comes by polling. Returns whether there was one.

    Asked once the token is known to be good: a server without the method has no webhooks either.
    """
    try:
        info = await call("getWebhookInfo")
    except TelegramError as error:
        if not no_such_method(error):
            raise
        return False
    if not info.get("url"):
        return False
    await call("deleteWebhook", drop_pending_updates=False)
    return True


async def use_webhook(call: Call, url: str, secret: str, *, connections: int = 40) -> None:
    """Have updates sent to `url`, each with `secret` in its header. Always set anew: Telegram does not tell the secret.

    Raises WebhookRefused when Telegram does not take the address.
    """
    try:
        await call(
            "setWebhook",
            url=url,
            secret_token=secret,
            max_connections=connections,
            allowed_updates=list(updates.ALLOWED),
            drop_pending_updates=False,
        )
    except BadRequest as error:
        if sort(error).kind is not Kind.BUG:
            raise
        reason = str(error).strip().rstrip(".")
    else:
        return
    raise WebhookRefused(reason)  # outside `except`, as whoever catches it says no more than this
