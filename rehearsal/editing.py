"""The methods that change or delete what is in a chat, and those that answer a tap."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .arguments import Call
from .keyboards import read_markup
from .links import url_fault
from .posts import Post
from .refusals import bad
from .sending import check_preview, stored_media, words
from .world import World

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current content "
    "and reply markup of the message"
)
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_DELETABLE = 48 * 3600
MAX_ANSWER = 200
_MEDIA_FIELDS = {
    "photo": {"type", "media", "caption", "parse_mode", "caption_entities", "show_caption_above_media", "has_spoiler"},
    "document": {"type", "media", "caption", "parse_mode", "caption_entities", "disable_content_type_detection"},
}


def edit_message_text(world: World, call: Call) -> dict[str, Any]:
    post = _editable(world, call)
    check_preview(call)
    text, entities = words(call, "text", "entities")
    if post.media is not None:
        raise bad("there is no text in the message to edit")
    return _edit(world, call, post, replace(post, text=text, entities=tuple(entities), keyboard=_keyboard(call)))


def edit_message_caption(world: World, call: Call) -> dict[str, Any]:
    post = _editable(world, call)
    text, entities = words(call, "caption", "caption_entities")
    if post.media is None:
        raise bad("there is no caption in the message to edit")
    return _edit(world, call, post, replace(post, text=text, entities=tuple(entities), keyboard=_keyboard(call)))


def edit_message_media(world: World, call: Call) -> dict[str, Any]:
    post = _editable(world, call)
    given = call.get("media")
    kind = given.get("type")
    if kind not in _MEDIA_FIELDS:
        raise bad(f"can't parse InputMedia: unsupported type {kind!r}")
    unknown = set(given) - _MEDIA_FIELDS[kind]
    if unknown:
        raise bad(f'unknown field "{min(unknown)}" of InputMedia')
    text, entities = words(Call(call.method, given), "caption", "caption_entities")
    media, uploaded = stored_media(world, call, kind, "media", given.get("media") or "")
    changed = replace(post, text=text, entities=tuple(entities), media=media, keyboard=_keyboard(call))
    return _edit(world, call, post, changed, uploaded=uploaded)


def edit_message_reply_markup(world: World, call: Call) -> dict[str, Any]:
    post = _editable(world, call)
    return _edit(world, call, post, replace(post, keyboard=_keyboard(call)))


def _keyboard(call: Call) -> dict[str, Any] | None:
    return read_markup(call.get("reply_markup"), inline_only=True)[0]


def _editable(world: World, call: Call) -> Post:
    if call.get("chat_id") is None:
        raise bad("chat_id is empty")
    if call.get("message_id") is None:
        raise bad("message identifier is not specified")
    post = world.chat(call.get("chat_id")).posts.get(call.get("message_id"))
    if post is None:
        raise bad("message to edit not found")
    if not post.by_bot or post.reply is not None:
        raise bad("message can't be edited")
    return post


def _edit(world: World, call: Call, before: Post, after: Post, *, uploaded: bool = False) -> dict[str, Any]:
    world.paces.admit_edit(before.chat, world.machine())
    world.open_to_bot(world.chats[before.chat])
    if after == before:
        raise bad(_NOT_MODIFIED)
    return world.change(call.method, replace(after, edited=world.clock.unix()), uploaded=uploaded)


def delete_message(world: World, call: Call) -> bool:
    chat = world.chat(call.get("chat_id"))
    post = chat.posts.get(call.get("message_id"))
    if post is None:
        raise bad("message to delete not found")
    world.open_to_bot(chat)
    if world.clock.unix() - post.date > _DELETABLE or (chat.is_group and not post.by_bot):
        raise bad("message can't be deleted for everyone")
    del chat.posts[post.id]
    world.feed.add(chat.id, "delete", None, {"message": {"id": post.id}})
    return True


def delete_messages(world: World, call: Call) -> bool:
    """Like Telegram: what cannot be deleted is passed over."""
    chat = world.chat(call.get("chat_id"))
    wanted = call.get("message_ids")
    if not 1 <= len(wanted) <= 100:
        raise bad("too many message identifiers specified" if wanted else "message identifiers are not specified")
    for message_id in wanted:
        post = chat.posts.get(message_id)
        if post is not None and world.clock.unix() - post.date <= _DELETABLE:
            delete_message(world, Call(call.method, {"chat_id": chat.id, "message_id": message_id}))
    return True


def answer_callback_query(world: World, call: Call) -> bool:
    tap_id = call.get("callback_query_id")
    tap = world.taps.get(tap_id)
    if tap is None or tap.answered or world.machine() - tap.at >= world.options.tap_life:
        raise bad(_TOO_OLD)
    text = call.get("text", "")
    if len(text) > MAX_ANSWER:
        raise bad("MESSAGE_TOO_LONG")
    if call.get("url") and url_fault(call.get("url")) is not None:
        raise bad("URL_INVALID")
    tap.answered = True
    toast = {
        "callback_id": tap_id,
        "text": text,
        "alert": call.get("show_alert", False),
        "at": world.clock.now().isoformat(),
    }
    chat = world.chats.get(tap.phone)
    if chat is not None and text:
        chat.toasts.append(toast)
    world.feed.add(tap.phone, "answer", None, toast)
    return True
