"""The methods that put a new message into a chat."""

from __future__ import annotations

from typing import Any

from .arguments import Call
from .chats import Chat
from .files import as_media
from .keyboards import read_markup
from .markup import Entity, parse_html, trim, utf16_length
from .posts import Media, Post
from .refusals import bad
from .world import World

MAX_TEXT = 4096
MAX_CAPTION = 1024
_ACTIONS = frozenset(
    (
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    )
)
_REPLY_FIELDS = frozenset(("message_id", "chat_id", "allow_sending_without_reply", "quote", "quote_parse_mode"))


def send_message(world: World, call: Call) -> dict[str, Any]:
    chat = world.chat(call.get("chat_id"))
    check_preview(call)
    text, entities = words(call, "text", "entities")
    return _send(world, call, chat, text, entities, None, uploaded=False)


def send_photo(world: World, call: Call) -> dict[str, Any]:
    return _send_file(world, call, "photo")


def send_document(world: World, call: Call) -> dict[str, Any]:
    return _send_file(world, call, "document")


def copy_message(world: World, call: Call) -> dict[str, Any]:
    chat = world.chat(call.get("chat_id"))
    source = world.chat(call.get("from_chat_id")).posts.get(call.get("message_id"))
    if source is None:
        raise bad("message to copy not found")
    text, entities = source.text, list(source.entities)
    if source.media is not None and "caption" in call.values:
        text, entities = words(call, "caption", "caption_entities")
    sent = _send(world, call, chat, text, entities, source.media, uploaded=False)
    return {"message_id": sent["message_id"]}


def send_chat_action(world: World, call: Call) -> bool:
    chat = world.chat(call.get("chat_id"))
    if call.get("action") not in _ACTIONS:
        raise bad("wrong parameter action in request")
    world.open_to_bot(chat)
    world.feed.add(chat.id, "action", None, {"action": call.get("action")})
    return True


def words(call: Call, name: str, marks: str) -> tuple[str, list[Entity]]:
    """Text or caption of a call, parsed and measured. Raises Refused 400."""
    text = call.get(name, "")
    mode = call.get("parse_mode", "")
    if mode.lower() == "html":
        text, entities = parse_html(text)
    elif mode:
        raise bad("unsupported parse_mode")
    else:
        text, entities = trim(text, call.get(marks) or [])
    if name == "text" and not text:
        raise bad("message text is empty")
    if utf16_length(text) > (MAX_TEXT if name == "text" else MAX_CAPTION):
        raise bad("message is too long" if name == "text" else "message caption is too long")
    return text, entities


def check_preview(call: Call) -> None:
    """Raises Refused 400 for a field that LinkPreviewOptions does not have."""
    known = {"is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"}
    unknown = set(call.get("link_preview_options") or {}) - known
    if unknown:
        raise bad(f'unknown field "{min(unknown)}" of LinkPreviewOptions')


def stored_media(world: World, call: Call, kind: str, field: str, given: Any) -> tuple[Media, bool]:
    """The file of a call: an upload (in `field`, or attach://name) or a file id. Returns it and whether it was uploaded."""
    if isinstance(given, str) and given.startswith("attach://"):
        field = given.removeprefix("attach://")
        if field not in call.uploads:
            raise bad(f"can't find attached file {field}")
        given = None
    if given is None:
        return as_media(world.files.store(kind, call.uploads[field])), True
    if not given:
        raise bad(f"there is no {kind} in the request")
    return as_media(world.files.reused(kind, given)), False


def _send_file(world: World, call: Call, kind: str) -> dict[str, Any]:
    chat = world.chat(call.get("chat_id"))
    text, entities = words(call, "caption", "caption_entities")
    media, uploaded = stored_media(world, call, kind, kind, call.get(kind))
    return _send(world, call, chat, text, entities, media, uploaded=uploaded)


def _send(
    world: World,
    call: Call,
    chat: Chat,
    text: str,
    entities: list[Entity],
    media: Media | None,
    *,
    uploaded: bool,
) -> dict[str, Any]:
    keyboard, reply = read_markup(call.get("reply_markup"))
    extra = _reply_to(world, call, chat)
    world.paces.admit(chat.id, world.machine(), heard=chat.heard, paid=call.get("allow_paid_broadcast", False))
    world.open_to_bot(chat)
    post = Post(
        id=world.next_message_id(),
        chat=chat.id,
        sender=world.bot_id,
        by_bot=True,
        date=world.clock.unix(),
        text=text,
        entities=tuple(entities),
        media=media,
        keyboard=keyboard,
        reply=reply,
        extra=extra,
    )
    return world.publish(call.method, post, uploaded=uploaded)


def _reply_to(world: World, call: Call, chat: Chat) -> dict[str, Any] | None:
    wanted = call.get("reply_parameters")
    if wanted is None:
        return None
    unknown = set(wanted) - _REPLY_FIELDS
    if unknown:
        raise bad(f'unknown field "{min(unknown)}" of ReplyParameters')
    answered = chat.posts.get(wanted.get("message_id"))
    if answered is not None:
        return {"reply_to_message": world.api(answered)}
    if wanted.get("allow_sending_without_reply"):
        return None
    raise bad("message to be replied not found")
