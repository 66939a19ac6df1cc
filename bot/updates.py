"""A raw update -> what of it is kept. Tolerant of anything: what cannot be read is ignored and counted, never raised.

An update that is ignored is still confirmed to Telegram. What is kept holds no names, with one exception: who registers, by
a tap or by words that may mean so, is on the organisers' list by name. It goes with the event once that is handled.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeGuard

from conversations import spoken, taps
from conversations.events import Tap
from domain import markup
from service.incoming import Incoming

ALLOWED: Final = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of update that we ask Telegram for."""

LIMIT: Final = 4096
LARGEST_ID: Final = 2**53

_KINDS: Final = (
    *("photo", "voice", "video_note", "video", "audio", "animation", "sticker", "document", "venue", "location"),
    *("contact", "poll", "dice", "game", "story", "live_photo", "paid_media", "checklist", "giveaway"),
    *("giveaway_winners", "invoice", "successful_payment"),
)
"""Contents that a person sends, in the order in which they are looked for (a venue has a location as well)."""

_SERVICE: Final = frozenset(
    {
        *("new_chat_members", "left_chat_member", "chat_owner_left", "chat_owner_changed", "new_chat_title"),
        *("new_chat_photo", "delete_chat_photo", "group_chat_created", "supergroup_chat_created"),
        *("channel_chat_created", "message_auto_delete_timer_changed", "migrate_to_chat_id", "migrate_from_chat_id"),
        *("pinned_message", "refunded_payment", "users_shared", "chat_shared", "gift", "unique_gift"),
        *("gift_upgrade_sent", "connected_website", "write_access_allowed", "passport_data"),
        *("proximity_alert_triggered", "boost_added", "chat_background_set", "checklist_tasks_done"),
        *("checklist_tasks_added", "direct_message_price_changed", "forum_topic_created", "forum_topic_edited"),
        *("forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden", "general_forum_topic_unhidden"),
        *("giveaway_created", "giveaway_completed", "managed_bot_created", "paid_message_price_changed"),
        *("poll_option_added", "poll_option_deleted", "suggested_post_approved", "suggested_post_approval_failed"),
        *("suggested_post_declined", "suggested_post_paid", "suggested_post_refunded", "video_chat_scheduled"),
        *("video_chat_started", "video_chat_ended", "video_chat_participants_invited"),
    }
)
"""What Telegram itself says in a chat (Bot API 10.1): nobody waits for a reply."""
_CHANGES_BY_ITSELF: Final = frozenset({"location", "checklist", "game", "poll"})
"""Contents that Telegram reports as edited while nobody writes: a live location that moves, a box that is ticked."""

_COMMAND: Final = re.compile(r"/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\s+(.*))?\Z", re.DOTALL)
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_INVISIBLE: Final = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp", "Mn", "Me"})
_HANGUL_FILLERS: Final = "\u115f\u1160\u3164\uffa0\u2800"


@dataclass(frozen=True, slots=True)
class Reading:
    """`incoming` is None for what is ignored; `why` then says why. `tap` is the callback query that waits for an answer."""

    update_id: int | None
    incoming: Incoming | None = None
    tap: str | None = None
    why: str = ""


class _Malformed(Exception):
    """Not what the Bot API says. Its text names a field."""


Raw = Mapping[str, Any]


def read(raw: object, bot: int, bot_name: str) -> Reading:
    """What of one raw update is kept, for the bot with this id and username (without @). Never raises."""
    if not isinstance(raw, Mapping):
        return Reading(None, why="malformed")
    update_id = raw.get("update_id")
    if not _is_id(update_id):
        return Reading(None, why="malformed")
    try:
        found = _content(raw, bot, bot_name)
    except (_Malformed, ValueError, TypeError, RecursionError):
        query = raw.get("callback_query")
        return Reading(update_id, tap=_tap_id(query) if isinstance(query, Mapping) else None, why="malformed")
    if isinstance(found, str):
        query = raw.get("callback_query")
        return Reading(update_id, tap=_tap_id(query) if isinstance(query, Mapping) else None, why=found)
    lane, event = found
    return Reading(update_id, Incoming(bot, "update", str(update_id), lane, event), event.get("callback_id"))


def tidy(text: str, limit: int = LIMIT) -> str:
    """Trimmed NFC of at most `limit` characters, without control characters and halves of characters."""
    whole = text[: 2 * limit].encode("utf-8", "replace").decode()
    clean = _CONTROL.sub("", whole.replace("\r\n", "\n"))
    return unicodedata.normalize("NFC", clean)[:limit].strip()


def is_blank(text: str) -> bool:
    """Nothing in it can be seen: white space, zero-width characters, lone accents."""
    return all(unicodedata.category(sign) in _INVISIBLE or sign in _HANGUL_FILLERS for sign in text)


def _content(raw: Raw, bot: int, bot_name: str) -> tuple[int, dict[str, Any]] | str:
    """Lane and event, or why there is none."""
    if "message" in raw:
        return _message(_object(raw, "message"), bot, bot_name, edited=False)
    if "edited_message" in raw:
        return _message(_object(raw, "edited_message"), bot, bot_name, edited=True)
    if "callback_query" in raw:
        return _tap(_object(raw, "callback_query"))
    if "my_chat_member" in raw:
        return _membership(_object(raw, "my_chat_member"))
    return "not_for_us"


def _message(message: Raw, bot: int, bot_name: str, *, edited: bool) -> tuple[int, dict[str, Any]] | str:
    chat = _object(message, "chat")
    chat_id, kind = _number(chat, "id"), chat.get("type")
    if kind in ("group", "supergroup"):
        if edited or _is_from_a_bot(message) or not _is_addressed(message, bot, bot_name):
            return "group"
        return chat_id, {"type": "group", "chat": chat_id, "addressed": True, **_addresser(message)}
    if kind != "private":
        return "not_private"
    sender = _object(message, "from")
    if sender.get("is_bot") is True:
        return "bot"
    if not _SERVICE.isdisjoint(message) or (edited and not _CHANGES_BY_ITSELF.isdisjoint(message)):
        return "service"
    lane = _person(sender)
    about = {"phone_language": _language(sender), "chat": chat_id}
    said = {"type": "other", "kind": "edited"} if edited else _said(message)
    if said["type"] == "text" and spoken.registers(said["text"]):
        about["name"] = _name(sender)
    return lane, said | about


def _said(message: Raw) -> dict[str, Any]:
    """What a message in a private chat says."""
    text = message.get("text")
    if isinstance(text, str):
        words = tidy(text)
        if is_blank(words):
            return {"type": "other", "kind": "empty"}
        command = _COMMAND.match(words)
        if command:
            return {"type": "command", "name": command[1].lower(), "argument": (command[3] or "").strip()}
        return {"type": "text", "text": words} | _formatting(message, text, "entities")
    kind = next((kind for kind in _KINDS if kind in message), "unknown")
    other = {"type": "other", "kind": kind, "file_id": _file_id(message, kind), "caption": _caption(message)}
    return other | _formatting(message, message.get("caption"), "caption_entities")


def _formatting(message: Raw, text: object, key: str) -> dict[str, Any]:
    """The text with its formatting, when it has any: organisers' announcements keep it."""
    entities = message.get(key)
    if not isinstance(text, str) or not isinstance(entities, list):
        return {}
    kept = [one for one in entities if isinstance(one, Mapping) and one.get("type") in markup.TAGS]
    return {"html": tidy(markup.marked(text[:LIMIT], kept), 4 * LIMIT)} if kept else {}


def _tap(query: Raw) -> tuple[int, dict[str, Any]] | str:
    sender = _object(query, "from")
    if sender.get("is_bot") is True:
        return "bot"
    lane = _person(sender)
    callback = _tap_id(query)
    if callback is None:
        raise _Malformed("callback_query.id")
    data = query.get("data")
    message = query.get("message")
    if not isinstance(data, str) or not isinstance(message, Mapping):
        return "no_data"  # a game, or a button under an inline message: not ours
    chat = _object(message, "chat")
    if chat.get("type", "private") != "private":
        return "group"
    event: dict[str, Any] = {
        "type": "tap",
        "data": _CONTROL.sub("", data[:64].encode("utf-8", "replace").decode()),
        "callback_id": callback,
        "message_id": _number(message, "message_id"),
        "phone_language": _language(sender),
        "chat": _number(chat, "id"),
    }
    if _registers(event["data"]):
        event["name"] = _name(sender)
    return lane, event


def _membership(change: Raw) -> tuple[int, dict[str, Any]] | str:
    chat = _object(change, "chat")
    if chat.get("type") != "private":
        return "group"
    status = _object(change, "new_chat_member").get("status")
    blocked = status in ("kicked", "left")
    return _number(chat, "id"), {"type": "membership", "status": "blocked" if blocked else "member"}


def _registers(data: str) -> bool:
    tap = taps.read(data)
    return isinstance(tap, Tap) and tap.place.split(".")[0] == "reg" and tap.verb == "going"


def _addresser(message: Raw) -> dict[str, Any]:
    """Whose language the answer in a group speaks. Nobody's, when somebody writes as the group or a channel."""
    sender = message.get("from")
    if not isinstance(sender, Mapping) or "sender_chat" in message:
        return {}
    return {"person": _person(sender), "phone_language": _language(sender)}


def _is_from_a_bot(message: Raw) -> bool:
    """Two bots that answer each other would never end. Whoever writes as the group or a channel comes with a bot's name."""
    sender = message.get("from")
    return isinstance(sender, Mapping) and sender.get("is_bot") is True and "sender_chat" not in message


def _is_addressed(message: Raw, bot: int, bot_name: str) -> bool:
    """A group's message speaks to the bot: a reply to it, its @name, or a command with its name."""
    replied = message.get("reply_to_message")
    if isinstance(replied, Mapping):
        author = replied.get("from")
        if isinstance(author, Mapping) and author.get("id") == bot:
            return True
    text = message.get("text") or message.get("caption")
    if not isinstance(text, str):
        return False
    return re.search(rf"@{re.escape(bot_name)}(?![A-Za-z0-9_])", text, re.IGNORECASE) is not None


def _file_id(message: Raw, kind: str) -> str | None:
    """Of a photo (its largest size) or a document; nothing else is attached to anything."""
    content: Any = message.get(kind)
    if kind == "photo":
        content = content[-1] if isinstance(content, list) and content else None
    elif kind != "document":
        return None
    file_id = content.get("file_id") if isinstance(content, Mapping) else None
    return tidy(file_id, 256) if isinstance(file_id, str) else None


def _caption(message: Raw) -> str:
    caption = message.get("caption")
    return tidy(caption, 1024) if isinstance(caption, str) else ""


def _name(sender: Raw) -> str:
    parts = (sender.get("first_name"), sender.get("last_name"))
    return tidy(" ".join(part for part in parts if isinstance(part, str)), 128)


def _language(sender: Raw) -> str | None:
    code = sender.get("language_code")
    return tidy(code, 16) if isinstance(code, str) else None


def _tap_id(query: Raw) -> str | None:
    found = query.get("id")
    well_formed = isinstance(found, str) and 0 < len(found) <= 64 and found.isascii() and found.isprintable()
    return found if well_formed else None


def _person(sender: Raw) -> int:
    number = _number(sender, "id")
    if number <= 0:
        raise _Malformed("from.id")
    return number


def _object(raw: Raw, name: str) -> Raw:
    found = raw.get(name)
    if not isinstance(found, Mapping):
        raise _Malformed(name)
    return found


def _number(raw: Raw, name: str) -> int:
    found = raw.get(name)
    if not _is_id(found):
        raise _Malformed(name)
    return found


def _is_id(found: object) -> TypeGuard[int]:
    return isinstance(found, int) and not isinstance(found, bool) and -LARGEST_ID < found < LARGEST_ID
