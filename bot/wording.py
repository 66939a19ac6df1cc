"""What is shown -> the parameters of a call. Words and keyboard come rendered; here they become Telegram's."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any, Final, Protocol

from conversations.screens import Content, Screen, Words
from messages.render import Rendered

NO_PREVIEW: Final = {"is_disabled": True}
TEXT = 4096

_TAG: Final = re.compile(r"<[^>]*>")

Plain = Callable[[Words, str], str]
"""(words, language) -> text without markup: `messages.catalogue.plain`."""


class Render(Protocol):
    """`messages.render.render`. Under a file the text fits a caption."""

    def __call__(
        self, shown: Screen | Content, language: str, /, *, session: int, simple: bool = False
    ) -> Rendered: ...


def keyboard(rendered: Rendered) -> dict[str, Any] | None:
    """The inline keyboard, or None when there are no buttons."""
    rows = [
        [
            {"text": key.text, "url": key.url} if key.url else {"text": key.text, "callback_data": key.data}
            for key in row
        ]
        for row in rendered.keyboard
    ]
    return {"inline_keyboard": rows} if any(rows) else None


def text_of(rendered: Rendered) -> dict[str, Any]:
    """The parameters of a text message or its edit, without its chat."""
    return {
        "text": rendered.text,
        "parse_mode": "HTML",
        "link_preview_options": NO_PREVIEW,
        "reply_markup": keyboard(rendered),
    }


def caption_of(rendered: Rendered) -> dict[str, Any]:
    """The parameters of a file's caption."""
    caption = {"caption": rendered.text, "parse_mode": "HTML"} if rendered.text else {}
    return {**caption, "reply_markup": keyboard(rendered)}


def without_markup(text: str) -> str:
    """What a reader sees of Telegram's HTML."""
    return html.unescape(_TAG.sub("", text))
