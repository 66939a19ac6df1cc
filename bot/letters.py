"""A delivery -> the call or two that send it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot import wording
from bot.files import Attachment, Uploads, attachment
from bot.shared import Call
from service.deliveries import Outgoing

HALVES = 1_000
"""Deliveries of which the first half is known to have been sent, kept in memory."""


class Letters:
    """`paid`: use Telegram's paid rate for messages to many."""

    def __init__(self, call: Call, uploads: Uploads, render: wording.Render, *, paid: bool = False) -> None:
        self._call = call
        self._uploads = uploads
        self._render = render
        self._paid = paid
        self._first_half_sent: set[int] = set()

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
        """The message's id, None when the answer does not say it. Raises TelegramError: see `bot.failures`.

        A text that is too long for a caption follows its file as a message of its own.
        """
        content = outgoing.content
        rendered = self._render(content, outgoing.language, session=0, simple=outgoing.simple, place=content.place)
        about = self._about(outgoing)
        file = _file(outgoing)
        if file is None:
            return _id(await self._call("sendMessage", chat_id=outgoing.chat, **wording.text_of(rendered), **about))
        if wording.fits_caption(rendered.text):
            caption = {"caption": rendered.text, "parse_mode": "HTML", "reply_markup": wording.keyboard(rendered)}
            return _id(await self._uploads.send(outgoing.chat, file, caption | about))
        if outgoing.delivery not in self._first_half_sent:
            await self._uploads.send(outgoing.chat, file, about)
            if len(self._first_half_sent) >= HALVES:
                self._first_half_sent.clear()
            self._first_half_sent.add(outgoing.delivery)
        message = await self._call("sendMessage", chat_id=outgoing.chat, **wording.text_of(rendered), **about)
        self._first_half_sent.discard(outgoing.delivery)
        return _id(message)

    def _about(self, outgoing: Outgoing) -> dict[str, Any]:
        about: dict[str, Any] = {}
        if outgoing.content.silent:
            about["disable_notification"] = True
        if self._paid and not outgoing.personal:
            about["allow_paid_broadcast"] = True
        return about


def _file(outgoing: Outgoing) -> Attachment | None:
    ref = outgoing.content.file
    return None if ref is None else attachment(ref, outgoing.language, outgoing.delivery)


def _id(message: Any) -> int | None:
    found = message.get("message_id") if isinstance(message, Mapping) else None
    return found if isinstance(found, int) else None
