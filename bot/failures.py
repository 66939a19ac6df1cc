"""What a failed call means: the one place that sorts Telegram's refusals and the network's troubles.

Texts are those of tdlib's Bot API server, which is what answers behind the public address. python-telegram-bot cuts
"Bad Request: " off and capitalises, so comparing is done in lower case and by what the text holds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Final

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    EndPointNotFound,
    Forbidden,
    InvalidToken,
    RetryAfter,
    TelegramError,
)

from bot.request import NeverLeft


class Kind(Enum):
    GONE = "gone"  # this person cannot be reached until they write again
    BUG = "bug"  # our request is wrong: repeating it as it is helps nobody
    WAIT = "wait"  # refused, not handled; to be repeated after `retry_after` seconds
    NEVER_LEFT = "never_left"  # Telegram cannot have seen it
    REFUSED = "refused"  # the server turned it away unread: its trouble, to be repeated
    UNKNOWN = "unknown"  # it may have been handled, or not
    REVOKED = "revoked"  # the token is not accepted: nothing will work any more
    CONFLICT = "conflict"  # somebody else reads this bot's updates
    MIGRATED = "migrated"  # a group became a supergroup with the number `chat`
    UNCHANGED = "unchanged"  # the edit would change nothing: as good as done
    NOT_EDITABLE = "not_editable"  # the message to edit is no more: send a new one
    TOO_OLD = "too_old"  # the tap waited too long for its answer: nothing is lost
    UNPAID = "unpaid"  # the bot's Stars do not suffice for the paid rate: to be repeated without paying
    FILE_LOST = "file_lost"  # Telegram does not know that file id: upload again


DOWN: Final = frozenset({Kind.NEVER_LEFT, Kind.REFUSED, Kind.UNKNOWN})
"""Failures after which Telegram may not be answering at all."""


@dataclass(frozen=True, slots=True)
class Failure:
    """`why` is a short name for tables and metrics and holds no text of anybody. `retry_after` is in seconds."""

    kind: Kind
    why: str
    retry_after: float = 0.0
    chat: int | None = None


_UNAUTHORISED: Final = ("unauthorized", "unallowed token", "logged out", "frozen_method_invalid", "logged_out")

_FORBIDDEN: Final = (
    ("blocked by the user", "blocked"),
    ("deactivated", "deactivated"),
    ("can't initiate conversation", "never_wrote"),
    ("can't send messages to bots", "is_a_bot"),
    ("group chat was deleted", "chat_deleted"),
    ("kicked", "kicked"),
    ("not a member", "not_a_member"),
)

_BAD_REQUESTS: Final = (
    ("message is not modified", Kind.UNCHANGED, "unchanged"),
    ("message_not_modified", Kind.UNCHANGED, "unchanged"),
    ("query is too old", Kind.TOO_OLD, "too_old"),
    ("query_id_invalid", Kind.TOO_OLD, "too_old"),
    ("message to edit not found", Kind.NOT_EDITABLE, "message_gone"),
    ("message can't be edited", Kind.NOT_EDITABLE, "not_editable"),
    ("message_id_invalid", Kind.NOT_EDITABLE, "message_gone"),
    ("message identifier is not specified", Kind.NOT_EDITABLE, "message_gone"),
    ("invalid message identifier", Kind.NOT_EDITABLE, "message_gone"),
    ("message_not_found", Kind.NOT_EDITABLE, "message_gone"),
    ("there is no text in the message to edit", Kind.NOT_EDITABLE, "not_editable"),
    ("wrong file identifier", Kind.FILE_LOST, "file_lost"),
    ("wrong file_id", Kind.FILE_LOST, "file_lost"),
    ("wrong remote file identifier", Kind.FILE_LOST, "file_lost"),
    ("file_reference", Kind.FILE_LOST, "file_lost"),
    ("chat not found", Kind.GONE, "chat_not_found"),
    ("user not found", Kind.GONE, "chat_not_found"),
    ("peer_id_invalid", Kind.GONE, "chat_not_found"),
    ("chat_id_invalid", Kind.GONE, "chat_not_found"),
    ("user_id_invalid", Kind.GONE, "chat_not_found"),
    ("no access to the user", Kind.GONE, "chat_not_found"),
    ("user_is_blocked", Kind.GONE, "blocked"),
    ("input_user_deactivated", Kind.GONE, "deactivated"),
    ("user_deactivated", Kind.GONE, "deactivated"),
    ("chat_write_forbidden", Kind.GONE, "no_right_to_write"),
    ("chat_restricted", Kind.GONE, "no_right_to_write"),
    ("have no rights to send", Kind.GONE, "no_right_to_write"),
    ("not enough rights to send", Kind.GONE, "no_right_to_write"),
    ("user_is_bot", Kind.GONE, "is_a_bot"),
    ("user_bot_invalid", Kind.GONE, "is_a_bot"),
    ("user_deleted", Kind.GONE, "deactivated"),
    ("user_restricted", Kind.GONE, "no_right_to_write"),
    ("chat_guest_send_forbidden", Kind.GONE, "no_right_to_write"),
    ("chat_send_", Kind.GONE, "no_right_to_write"),
    ("channel_private", Kind.GONE, "no_right_to_write"),
    ("have no write access", Kind.GONE, "no_right_to_write"),
    ("can't access the chat", Kind.GONE, "chat_not_found"),
    ("privacy_premium_required", Kind.GONE, "takes_no_messages"),
    ("allow_payment_required", Kind.GONE, "takes_no_messages"),
    ("balance_too_low", Kind.UNPAID, "no_stars"),
    ("not enough telegram stars", Kind.UNPAID, "no_stars"),
    ("can't parse entities", Kind.BUG, "markup"),
    ("entity_bounds_invalid", Kind.BUG, "markup"),
    ("entities_too_long", Kind.BUG, "markup"),
    ("unsupported parse_mode", Kind.BUG, "markup"),
    ("can't find end of", Kind.BUG, "markup"),
    ("text is empty", Kind.BUG, "empty"),
    ("text must be non-empty", Kind.BUG, "empty"),
    ("message_empty", Kind.BUG, "empty"),
    ("message_too_long", Kind.BUG, "too_long"),
    ("media_caption_too_long", Kind.BUG, "too_long"),
    ("text is too long", Kind.BUG, "too_long"),
    ("must be encoded in utf-8", Kind.BUG, "markup"),
    ("message is too long", Kind.BUG, "too_long"),
    ("caption is too long", Kind.BUG, "too_long"),
    ("button_data_invalid", Kind.BUG, "keyboard"),
    ("button_url_invalid", Kind.BUG, "keyboard"),
    ("reply markup is too long", Kind.BUG, "keyboard"),
    ("inline keyboard", Kind.BUG, "keyboard"),
    ("reply_markup_invalid", Kind.BUG, "keyboard"),
    ("reply markup", Kind.BUG, "keyboard"),
    ("keyboard button", Kind.BUG, "keyboard"),
    ("button_", Kind.BUG, "keyboard"),
    ("web app buttons", Kind.BUG, "keyboard"),
    ("photo_invalid_dimensions", Kind.BUG, "picture"),
    ("image_process_failed", Kind.BUG, "picture"),
    ("photo has unsupported extension", Kind.BUG, "picture"),
    ("photo_ext_invalid", Kind.BUG, "picture"),
    ("file must be non-empty", Kind.BUG, "picture"),
    ("wrong type of the web page content", Kind.BUG, "picture"),
    ("failed to get http url content", Kind.BUG, "picture"),
    ("wrong http url specified", Kind.BUG, "picture"),
    ("can't use file of type", Kind.FILE_LOST, "file_lost"),
    ("invalid file identifier", Kind.FILE_LOST, "file_lost"),
    ("file is too big", Kind.BUG, "file_too_big"),
)


UNKNOWN_METHOD: Final = "unknown_method"
"""Of getMe, which every server knows, it means that the token is not accepted."""

_NO_JSON: Final = ". parsing the server response"
"""python-telegram-bot's words when an error's body is no JSON: whatever answered, it was not Telegram."""


def sort(error: Exception) -> Failure:
    """What `error`, raised by a call to Telegram, means. Whatever is not known may have been handled: UNKNOWN.

    An error that is none of python-telegram-bot's was raised by our own code: BUG.
    """
    if isinstance(error, InvalidToken | EndPointNotFound | Conflict | Forbidden | BadRequest) and _NO_JSON in _words(
        error
    ):
        return Failure(Kind.REFUSED, "not_telegram")  # a gateway in between says no; nobody is gone and no token bad
    match error:
        case NeverLeft():
            return Failure(Kind.NEVER_LEFT, "no_connection")
        case RetryAfter():
            return Failure(Kind.WAIT, "too_many", retry_after=_seconds(error.retry_after))
        case ChatMigrated():
            return Failure(Kind.MIGRATED, "migrated", chat=error.new_chat_id)
        case InvalidToken() | EndPointNotFound():
            return _token(error)
        case Conflict():
            return Failure(Kind.CONFLICT, "webhook" if "webhook" in _text(error) else "another_poller")
        case Forbidden():
            return Failure(Kind.GONE, _named(_text(error), _FORBIDDEN, "forbidden"))
        case BadRequest():
            return _bad_request(_text(error))
        case TelegramError():
            return _trouble(_text(error))
    return Failure(Kind.BUG, "own_error")


_AWAY: Final = {
    "no_connection": "cannot be reached",
    "no_answer": "does not answer in time",
    "unavailable": "is out of service for the moment",
    "server_error": "has trouble of its own",
    "too_many": "asks to be left alone for a while",
    "not_telegram": "is answered by something else than a Bot API server",
    "garbage": "is answered by something else than a Bot API server",
    "broken_connection": "breaks the connection off",
}


def away(error: Exception) -> str:
    """What keeps the Bot API from us, for an operator: '<the Bot API> cannot be reached'."""
    if isinstance(error, TimeoutError):
        return _AWAY["no_answer"]
    return _AWAY.get(sort(error).why, "refuses the first question, who the bot is")


def _bad_request(text: str) -> Failure:
    if any(sign in text for sign in _UNAUTHORISED):
        return Failure(Kind.REVOKED, "frozen" if "frozen" in text else "logged_out")
    for sign, kind, why in _BAD_REQUESTS:
        if sign in text:
            return Failure(kind, why)
    return Failure(Kind.BUG, "bad_request")


def _token(error: TelegramError) -> Failure:
    """401 and 404. Telegram answers 404 for a method that it lacks, and for what does not have the shape of a token at all."""
    if "not found" in _words(error):
        return Failure(Kind.BUG, UNKNOWN_METHOD)
    return Failure(Kind.REVOKED, "revoked")


def _trouble(text: str) -> Failure:
    """Answers with other status codes, and connections that broke."""
    if "request entity too large" in text:
        return Failure(Kind.BUG, "file_too_big")
    if any(sign in text for sign in _UNAUTHORISED):
        return Failure(Kind.REVOKED, "revoked")
    if "too many requests" in text:
        return Failure(Kind.WAIT, "too_many", retry_after=5.0)
    if "service unavailable" in text:
        return Failure(Kind.REFUSED, "unavailable")
    if "timed out" in text or "no answer in time" in text or "gateway timeout" in text:
        return Failure(Kind.UNKNOWN, "no_answer")
    if "invalid server response" in text:
        return Failure(Kind.UNKNOWN, "garbage")
    if "bad gateway" in text or "internal server error" in text or "(5" in text:
        return Failure(Kind.UNKNOWN, "server_error")
    return Failure(Kind.UNKNOWN, "broken_connection")


def _words(error: BaseException) -> str:
    """All that the error says. For 401 and 404 `do_api_request` leaves Telegram's words in the cause."""
    if isinstance(error, InvalidToken | EndPointNotFound) and isinstance(error.__cause__, InvalidToken):
        error = error.__cause__
    return str(error).lower()


def _text(error: BaseException) -> str:
    """What Telegram says, without the body of an answer that is no JSON."""
    return _words(error).partition(_NO_JSON)[0]


def _named(text: str, names: tuple[tuple[str, str], ...], otherwise: str) -> str:
    return next((name for sign, name in names if sign in text), otherwise)


def _seconds(given: int | timedelta) -> float:
    return given.total_seconds() if isinstance(given, timedelta) else float(given)
