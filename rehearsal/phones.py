"""What people do on their phones, turned into updates as the Bot API writes them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from .arguments import Upload
from .chats import Chat
from .files import StoredFile, as_media
from .markup import Entity, utf16_length
from .posts import Media, Post
from .refusals import ControlError
from .sending import MAX_TEXT
from .world import Tap, World

_MARKED = re.compile(
    r"(?P<bot_command>(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z]\w{3,31})"
    r"|(?P<url>https?://[^\s]+)"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
)
_GOES_WITH_FILE = {"document": "document", "voice": "voice", "video": "video", "audio": "audio"}


def add(world: World, given: dict[str, Any]) -> Chat:
    """A new phone, or a known one with new particulars."""
    phone_id = given.get("id")
    if phone_id is None:
        phone_id = max((known for known in world.chats if known > 0), default=1000) + 1
    if not isinstance(phone_id, int) or phone_id <= 0:
        raise ControlError("a phone's id is a positive number")
    chat = world.chats.get(phone_id) or Chat(phone_id, f"Phone {phone_id}")
    chat.title = given.get("name", chat.title)
    chat.language = given.get("language", chat.language)
    chat.role = given.get("role", chat.role)
    chat.username = given.get("username", chat.username)
    chat.started = bool(given.get("started", chat.started))
    world.chats[phone_id] = chat
    world.feed.add(chat.id, "phone", None, {"user": chat.view()})
    return chat


def phone(world: World, phone_id: int) -> Chat:
    """A known phone. Raises ControlError 404."""
    chat = world.chats.get(phone_id)
    if chat is None or chat.is_group:
        raise ControlError(f"there is no phone {phone_id}", status=404)
    return chat


def place(world: World, owner: Chat, chat_id: int | None) -> Chat:
    """Where the owner speaks: the private chat, or a group, which begins to exist by being spoken in."""
    if chat_id is None or chat_id == owner.id:
        if owner.blocked:
            raise ControlError(f"phone {owner.id} has blocked the bot; start or unblock it first", status=409)
        return owner
    if not isinstance(chat_id, int) or chat_id >= 0:
        raise ControlError("a group's id is a negative number")
    return world.chats.setdefault(chat_id, Chat(chat_id, f"Grupa {-chat_id}", started=True))


def say(world: World, owner: Chat, text: str, *, chat: int | None = None, reply_to: int | None = None) -> Any:
    """A text. Returns message and update id."""
    where = place(world, owner, chat)
    if not 1 <= utf16_length(text.strip()) <= MAX_TEXT:
        raise ControlError(f"Telegram's clients send texts of 1 to {MAX_TEXT} letters")
    extra: dict[str, Any] | None = None
    if reply_to is not None:
        answered = where.posts.get(reply_to)
        if answered is None:
            raise ControlError(f"there is no message {reply_to} to reply to", status=404)
        extra = {"reply_to_message": world.api(answered)}
    return _post(world, owner, where, text=text, extra=extra)


def start(world: World, owner: Chat, payload: str | None) -> Any:
    """The start button, also behind a link with a payload. Whoever had blocked the bot takes it back first."""
    if owner.blocked:
        unblock(world, owner)
    if payload and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload):
        raise ControlError("a start payload has 1 to 64 letters of A-Z a-z 0-9 _ -")
    return say(world, owner, f"/start {payload}" if payload else "/start")


def send(world: World, owner: Chat, fields: dict[str, Any]) -> Any:
    """A message with any Bot API fields: photo, voice, sticker, location, contact, poll … `chat` may name a group by id."""
    chat_id = fields.pop("chat", None)
    text = fields.pop("text", "")
    return _post(world, owner, place(world, owner, chat_id), text=text, extra=fields)


def send_file(world: World, owner: Chat, kind: str, upload: Upload, caption: str) -> Any:
    """A file from the phone, which the bot can fetch by getFile."""
    if kind != "photo" and kind not in _GOES_WITH_FILE:
        raise ControlError(f"a file is sent as photo, {', '.join(_GOES_WITH_FILE)}")
    stored = world.files.store(kind, upload)
    media = as_media(stored) if kind in ("photo", "document") else _timed(stored)
    return _post(world, owner, place(world, owner, None), text=caption, media=media)


def _timed(stored: StoredFile) -> Media:
    media = as_media(stored)
    return replace(media, kind=stored.kind, value={**media.value, "duration": 1})


def _post(world: World, owner: Chat, where: Chat, *, text: str, media: Media | None = None, extra: Any = None) -> Any:
    post = Post(
        id=world.next_message_id(),
        chat=where.id,
        sender=owner.id,
        by_bot=False,
        date=world.clock.unix(),
        text=text,
        entities=tuple(_entities(text)),
        media=media,
        extra=extra or None,
    )
    where.posts[post.id] = post
    _heard(world, where)
    world.feed.add(owner.id, "own", post)
    update_id = world.updates.add("message", world.api(post), where.id)
    return {"message_id": post.id, "update_id": update_id}


def change(world: World, owner: Chat, message_id: int, text: str) -> Any:
    """The owner edits an own message."""
    post = owner.posts.get(message_id)
    if post is None or post.by_bot:
        raise ControlError(f"there is no message {message_id} of this phone", status=404)
    changed = replace(post, text=text, entities=tuple(_entities(text)), edited=world.clock.unix())
    owner.posts[message_id] = changed
    _heard(world, owner)
    world.feed.add(owner.id, "own-edit", changed)
    return {"message_id": message_id, "update_id": world.updates.add("edited_message", world.api(changed), owner.id)}


def tap(world: World, owner: Chat, message_id: int, data: str, *, chat: int | None = None) -> Any:
    """A tap on an inline button. Any data goes, as with a client that is not Telegram's own."""
    where = place(world, owner, chat)
    post = where.posts.get(message_id)
    if post is None or not post.by_bot:
        raise ControlError(f"there is no message {message_id} of the bot here", status=404)
    callback_id = str(world.dice.randrange(10**17, 10**18))
    world.taps[callback_id] = Tap(owner.id, world.machine())
    _heard(world, where)
    query = {
        "id": callback_id,
        "from": owner.user(),
        "message": world.api(post),
        "chat_instance": str(-(where.id * 7_919 + 104_729)),
        "data": data,
    }
    update_id = world.updates.add("callback_query", query, where.id)
    return {"callback_id": callback_id, "update_id": update_id}


def block(world: World, owner: Chat) -> Any:
    return _membership(world, owner, "member", "kicked") if not owner.blocked else {"update_id": None}


def unblock(world: World, owner: Chat) -> Any:
    return _membership(world, owner, "kicked", "member") if owner.blocked else {"update_id": None}


def _membership(world: World, owner: Chat, old: str, new: str) -> Any:
    owner.blocked = new == "kicked"
    bot = world.bot_user()
    change_of = {
        "chat": owner.api(),
        "from": owner.user(),
        "date": world.clock.unix(),
        "old_chat_member": _member(bot, old),
        "new_chat_member": _member(bot, new),
    }
    world.feed.add(owner.id, "phone", None, {"user": owner.view()})
    return {"update_id": world.updates.add("my_chat_member", change_of, owner.id)}


def _member(bot: dict[str, Any], status: str) -> dict[str, Any]:
    member: dict[str, Any] = {"user": bot, "status": status}
    if status == "kicked":
        member["until_date"] = 0
    return member


def _heard(world: World, chat: Chat) -> None:
    chat.started = True
    chat.heard = world.machine()


def _entities(text: str) -> list[Entity]:
    return [
        {
            "type": found.lastgroup,
            "offset": utf16_length(text[: found.start()]),
            "length": utf16_length(found[0]),
        }
        for found in _MARKED.finditer(text)
    ]
