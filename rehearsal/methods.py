"""The methods of the Bot API that this server plays, with the parameters that it understands.

Type names are the Bot API's own. Everything else is refused: a method with 404, a parameter with 400 naming it. Telegram
itself ignores parameters that it does not know; here a slip of the pen must not pass.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: the types it may have, and whether a call without it is refused."""

    types: tuple[str, ...]
    required: bool


def _table(*lines: str) -> dict[str, Parameter]:
    """Read lines such as `chat_id! Integer|String`, where ! means required."""
    table = {}
    for line in lines:
        name, _, types = line.partition(" ")
        table[name.rstrip("!")] = Parameter(tuple(types.split("|")), name.endswith("!"))
    return table


_TO = ("chat_id! Integer|String",)
_ADDRESSED = ("chat_id Integer|String", "message_id Integer")
_FORMAT = ("parse_mode String", "entities Array of MessageEntity")
_CAPTION = ("caption String", "parse_mode String", "caption_entities Array of MessageEntity")
_INLINE = ("reply_markup InlineKeyboardMarkup",)
_SENDING = (
    "disable_notification Boolean",
    "protect_content Boolean",
    "allow_paid_broadcast Boolean",
    "message_effect_id String",
    "reply_parameters ReplyParameters",
)
_MARKUP = ("reply_markup InlineKeyboardMarkup|ReplyKeyboardMarkup|ReplyKeyboardRemove|ForceReply",)
_LANGUAGE = ("language_code String",)
_SCOPE = ("scope BotCommandScope", "language_code String")

METHODS: dict[str, dict[str, Parameter]] = {
    "getMe": {},
    "logOut": {},
    "close": {},
    "getUpdates": _table("offset Integer", "limit Integer", "timeout Integer", "allowed_updates Array of String"),
    "setWebhook": _table(
        "url! String",
        "ip_address String",
        "max_connections Integer",
        "allowed_updates Array of String",
        "drop_pending_updates Boolean",
        "secret_token String",
    ),
    "deleteWebhook": _table("drop_pending_updates Boolean"),
    "getWebhookInfo": {},
    "sendMessage": _table(
        *_TO, "text! String", *_FORMAT, "link_preview_options LinkPreviewOptions", *_SENDING, *_MARKUP
    ),
    "sendPhoto": _table(
        *_TO,
        "photo! InputFile|String",
        *_CAPTION,
        "show_caption_above_media Boolean",
        "has_spoiler Boolean",
        *_SENDING,
        *_MARKUP,
    ),
    "sendDocument": _table(
        *_TO,
        "document! InputFile|String",
        "thumbnail InputFile|String",
        *_CAPTION,
        "disable_content_type_detection Boolean",
        *_SENDING,
        *_MARKUP,
    ),
    "copyMessage": _table(
        *_TO,
        "from_chat_id! Integer|String",
        "message_id! Integer",
        *_CAPTION,
        "show_caption_above_media Boolean",
        *_SENDING,
        *_MARKUP,
    ),
    "sendChatAction": _table(*_TO, "action! String"),
    "editMessageText": _table(
        *_ADDRESSED, "text String", *_FORMAT, "link_preview_options LinkPreviewOptions", *_INLINE
    ),
    "editMessageCaption": _table(*_ADDRESSED, *_CAPTION, "show_caption_above_media Boolean", *_INLINE),
    "editMessageMedia": _table(*_ADDRESSED, "media! InputMedia", *_INLINE),
    "editMessageReplyMarkup": _table(*_ADDRESSED, *_INLINE),
    "deleteMessage": _table(*_TO, "message_id! Integer"),
    "deleteMessages": _table(*_TO, "message_ids! Array of Integer"),
    "answerCallbackQuery": _table(
        "callback_query_id! String", "text String", "show_alert Boolean", "url String", "cache_time Integer"
    ),
    "setMyCommands": _table("commands! Array of BotCommand", *_SCOPE),
    "deleteMyCommands": _table(*_SCOPE),
    "getMyCommands": _table(*_SCOPE),
    "setMyName": _table("name String", *_LANGUAGE),
    "getMyName": _table(*_LANGUAGE),
    "setMyDescription": _table("description String", *_LANGUAGE),
    "getMyDescription": _table(*_LANGUAGE),
    "setMyShortDescription": _table("short_description String", *_LANGUAGE),
    "getMyShortDescription": _table(*_LANGUAGE),
    "setChatMenuButton": _table("chat_id Integer", "menu_button MenuButton"),
    "getChatMenuButton": _table("chat_id Integer"),
    "getFile": _table("file_id! String"),
    "getChat": _table(*_TO),
}

BY_LOWER_NAME = {name.lower(): name for name in METHODS}
