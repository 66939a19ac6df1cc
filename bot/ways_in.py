"""Long polling or a webhook: switching from one to the other without losing an update. Raises TelegramError."""

from __future__ import annotations

from bot import updates
from bot.shared import Call


async def use_polling(call: Call) -> bool:
    """Remove a webhook if one is set; what waits for it comes by polling. Returns whether there was one."""
    info = await call("getWebhookInfo")
    if not info.get("url"):
        return False
    await call("deleteWebhook", drop_pending_updates=False)
    return True


async def use_webhook(call: Call, url: str, secret: str, *, connections: int = 40) -> None:
    """Have updates sent to `url`, each with `secret` in its header. Always set anew: Telegram does not tell the secret."""
    await call(
        "setWebhook",
        url=url,
        secret_token=secret,
        max_connections=connections,
        allowed_updates=list(updates.ALLOWED),
        drop_pending_updates=False,
    )
