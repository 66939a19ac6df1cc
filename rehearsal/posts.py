"""Messages as the local Telegram keeps them, and their two faces: the Bot API's, and the phones'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .display import to_html
from .markup import Entity


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or document of a message: the Bot API field it stands in, and that field's value."""

    kind: str  # photo | document
    value: Any
    file_id: str
    name: str
    mime: str
    size: int


@dataclass(frozen=True, slots=True)
class Post:
    """One message, never changed: an edit puts another Post with the same id in its place."""

    id: int
    chat: int
    sender: int
    by_bot: bool
    date: int  # seconds of civil time since 1970
    text: str = ""  # of a message with media: the caption
    entities: tuple[Entity, ...] = ()
    media: Media | None = None
    keyboard: dict[str, Any] | None = None  # the inline one
    reply: dict[str, Any] | None = None  # any other reply_markup
    edited: int | None = None
    extra: dict[str, Any] | None = None  # further Bot API fields, such as voice or location


def to_api(post: Post, sender: dict[str, Any], chat: dict[str, Any]) -> dict[str, Any]:
    """The Bot API's Message."""
    message: dict[str, Any] = {"message_id": post.id, "from": sender, "chat": chat, "date": post.date}
    if post.edited is not None:
        message["edit_date"] = post.edited
    words, marks = ("text", "entities") if post.media is None else ("caption", "caption_entities")
    if post.text:
        message[words] = post.text
    if post.entities:
        message[marks] = post.entities
    if post.media is not None:
        message[post.media.kind] = post.media.value
    if post.keyboard is not None:
        message["reply_markup"] = post.keyboard
    if post.extra:
        message.update(post.extra)
    return message


def to_phone(post: Post) -> dict[str, Any]:
    """What a phone shows of it. `text` is what a person reads, be it text or caption; `html` the same with its marks."""
    shown: dict[str, Any] = {
        "id": post.id,
        "from": "bot" if post.by_bot else "me",
        "sender": post.sender,
        "chat": post.chat,
        "date": post.date,
        "edited": post.edited,
        "text": post.text,
        "html": to_html(post.text, list(post.entities)),
        "keyboard": keys(post.keyboard),
    }
    if post.media is not None:
        shown["caption"] = post.text
        shown[post.media.kind] = {
            "file_id": post.media.file_id,
            "url": f"/files/{post.media.file_id}",
            "name": post.media.name,
            "mime": post.media.mime,
            "size": post.media.size,
        }
    if post.reply is not None:
        shown["reply_markup"] = post.reply
    if post.extra:
        shown["other"] = post.extra
    return shown


def keys(keyboard: dict[str, Any] | None) -> list[list[dict[str, Any]]]:
    """The inline keyboard as the phones have it: rows of {text, data|url|…}."""
    if keyboard is None:
        return []
    return [[_key(button) for button in row] for row in keyboard["inline_keyboard"]]


def _key(button: dict[str, Any]) -> dict[str, Any]:
    key = {("data" if name == "callback_data" else name): value for name, value in button.items()}
    if "copy_text" in key:
        key["copy"] = key.pop("copy_text")["text"]
    return key
