"""A delivery -> the call that sends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot import wording
from bot.files import Attachment, Uploads, attachment
from bot.shared import Call
from service.deliveries import Outgoing


class Letters:
    """`pays`: whether a message to many that leaves now uses Telegram's paid rate."""

    def __init__(
        self, call: Call, uploads: Uploads, render: wording.Render, *, pays: Callable[[], bool] = lambda: False
    ) -> None:
        self._call = call
        self._uploads = uploads
        self._render = render
        self._pays = pays

    def is_ready(self, outgoing: Outgoing) -> bool:
        """Whether it can leave at once; otherwise its file must be prepared."""
        file = _file(outgoing)
        return file is None or self._uploads.is_ready(file)

    async def prepare(self, outgoing: Outgoing) -> None:
        """Make its file. May take seconds. Raises what the maker raises."""
        file = _file(outgoing)
        if file is not None:
            await self._uploads.prepare(file)

    async def send(self, outgoing: Outgoing) -> int | None:
        """The message's id, None when the answer does not say it. Raises TelegramError: see `bot.failures`."""
        content = outgoing.content
        rendered = self._render(content, outgoing.language, session=0, simple=outgoing.simple)
        about = self._about(outgoing)
        file = _file(outgoing)
        if file is not None:
            return _id(await self._uploads.send(outgoing.chat, file, wording.caption_of(rendered) | about))
        return _id(await self._call("sendMessage", chat_id=outgoing.chat, **wording.text_of(rendered), **about))

    def _about(self, outgoing: Outgoing) -> dict[str, Any]:
        about: dict[str, Any] = {}
        if outgoing.content.silent:
            about["disable_notification"] = True
        if not outgoing.personal and self._pays():
            about["allow_paid_broadcast"] = True
        return about


def _file(outgoing: Outgoing) -> Attachment | None:
    ref = outgoing.content.file
    return None if ref is None else attachment(ref, outgoing.language, outgoing.delivery)


def _id(message: Any) -> int | None:
    found = message.get("message_id") if isinstance(message, Mapping) else None
    return found if isinstance(found, int) else None
