"""Every refusal that Telegram documents or its Bot API server emits means one thing, decided in one place."""

from __future__ import annotations

import datetime as dt

import orjson
import pytest
from raw_servers import answer, serving
from telegram.error import RetryAfter, TimedOut

from bot.client import Client
from bot.failures import Kind, sort
from bot.request import NeverLeft, NeverLeftInTime

TOKEN = "123456:AAsecretsecretsecretsecretsecretsecret"

TABLE = [
    # what a person's phone did
    (403, "Forbidden: bot was blocked by the user", Kind.GONE, "blocked"),
    (403, "Forbidden: user is deactivated", Kind.GONE, "deactivated"),
    (403, "Forbidden: bot can't initiate conversation with a user", Kind.GONE, "never_wrote"),
    (403, "Forbidden: bot can't send messages to bots", Kind.GONE, "is_a_bot"),
    (403, "Forbidden: bots can't send messages to bots", Kind.GONE, "is_a_bot"),
    (403, "Forbidden: the group chat was deleted", Kind.GONE, "chat_deleted"),
    (403, "Forbidden: bot was kicked from the group chat", Kind.GONE, "kicked"),
    (403, "Forbidden: bot was kicked from the supergroup chat", Kind.GONE, "kicked"),
    (403, "Forbidden: bot was kicked from the channel chat", Kind.GONE, "kicked"),
    (403, "Forbidden: bot is not a member of the group chat", Kind.GONE, "not_a_member"),
    (403, "Forbidden: bot is not a member of the supergroup chat", Kind.GONE, "not_a_member"),
    (403, "Forbidden: bot is not a member of the channel chat", Kind.GONE, "not_a_member"),
    (403, "Forbidden: something of tomorrow", Kind.GONE, "forbidden"),
    (400, "Bad Request: chat not found", Kind.GONE, "chat_not_found"),
    (400, "Bad Request: private chat not found", Kind.GONE, "chat_not_found"),
    (400, "Bad Request: user not found", Kind.GONE, "chat_not_found"),
    (400, "Bad Request: PEER_ID_INVALID", Kind.GONE, "chat_not_found"),
    (400, "Bad Request: CHAT_ID_INVALID", Kind.GONE, "chat_not_found"),
    (400, "Bad Request: USER_ID_INVALID", Kind.GONE, "chat_not_found"),
    (400, "Bad Request: have no access to the user", Kind.GONE, "chat_not_found"),
    (400, "Bad Request: MESSAGE_NOT_FOUND", Kind.NOT_EDITABLE, "message_gone"),
    (400, "Bad Request: invalid message identifier specified", Kind.NOT_EDITABLE, "message_gone"),
    (400, "Bad Request: USER_IS_BLOCKED", Kind.GONE, "blocked"),
    (400, "Bad Request: INPUT_USER_DEACTIVATED", Kind.GONE, "deactivated"),
    (400, "Bad Request: CHAT_WRITE_FORBIDDEN", Kind.GONE, "no_right_to_write"),
    (400, "Bad Request: CHAT_RESTRICTED", Kind.GONE, "no_right_to_write"),
    (400, "Bad Request: have no rights to send a message", Kind.GONE, "no_right_to_write"),
    (400, "Bad Request: not enough rights to send text messages to the chat", Kind.GONE, "no_right_to_write"),
    # edits and taps
    (
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
        "current content and reply markup of the message",
        Kind.UNCHANGED,
        "unchanged",
    ),
    (400, "Bad Request: message to edit not found", Kind.NOT_EDITABLE, "message_gone"),
    (400, "Bad Request: message can't be edited", Kind.NOT_EDITABLE, "not_editable"),
    (400, "Bad Request: MESSAGE_ID_INVALID", Kind.NOT_EDITABLE, "message_gone"),
    (400, "Bad Request: message identifier is not specified", Kind.NOT_EDITABLE, "message_gone"),
    (400, "Bad Request: there is no text in the message to edit", Kind.NOT_EDITABLE, "not_editable"),
    (
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
        Kind.TOO_OLD,
        "too_old",
    ),
    # files
    (400, "Bad Request: wrong file identifier/HTTP URL specified", Kind.FILE_LOST, "file_lost"),
    (400, "Bad Request: wrong file_id or the file is temporarily unavailable", Kind.FILE_LOST, "file_lost"),
    (400, "Bad Request: wrong remote file identifier specified: can't unserialize it", Kind.FILE_LOST, "file_lost"),
    (400, "Bad Request: FILE_REFERENCE_EXPIRED", Kind.FILE_LOST, "file_lost"),
    (400, "Bad Request: file is too big", Kind.BUG, "file_too_big"),
    (413, "Request Entity Too Large", Kind.BUG, "file_too_big"),
    (400, "Bad Request: USER_BOT_INVALID", Kind.GONE, "is_a_bot"),
    (400, "Bad Request: USER_DELETED", Kind.GONE, "deactivated"),
    (400, "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN", Kind.GONE, "no_right_to_write"),
    (400, "Bad Request: have no write access to the chat", Kind.GONE, "no_right_to_write"),
    (400, "Bad Request: can't access the chat", Kind.GONE, "chat_not_found"),
    (400, "Bad Request: PRIVACY_PREMIUM_REQUIRED", Kind.GONE, "takes_no_messages"),
    (400, "Bad Request: ALLOW_PAYMENT_REQUIRED_25", Kind.GONE, "takes_no_messages"),
    (400, "Bad Request: ENTITY_BOUNDS_INVALID", Kind.BUG, "markup"),
    (400, "Bad Request: unsupported parse_mode", Kind.BUG, "markup"),
    (400, "Bad Request: text must be encoded in UTF-8", Kind.BUG, "markup"),
    (400, "Bad Request: text must be non-empty", Kind.BUG, "empty"),
    (400, "Bad Request: text is too long", Kind.BUG, "too_long"),
    (400, "Bad Request: BUTTON_URL_INVALID", Kind.BUG, "keyboard"),
    (400, "Bad Request: BUTTON_TYPE_INVALID", Kind.BUG, "keyboard"),
    (400, "Bad Request: REPLY_MARKUP_INVALID", Kind.BUG, "keyboard"),
    (400, "Bad Request: object expected as reply markup", Kind.BUG, "keyboard"),
    (400, "Bad Request: inline keyboard button URL 'x' is invalid: Wrong HTTP URL", Kind.BUG, "keyboard"),
    (400, "Bad Request: can't parse inline keyboard button: expected an Object", Kind.BUG, "keyboard"),
    (400, "Bad Request: PHOTO_INVALID_DIMENSIONS", Kind.BUG, "picture"),
    (
        400,
        "Bad Request: photo has unsupported extension. Use one of .jpg, .jpeg, .gif, .png, .tif or .bmp",
        Kind.BUG,
        "picture",
    ),
    (400, "Bad Request: file must be non-empty", Kind.BUG, "picture"),
    (400, "Bad Request: can't use file of type Sticker as Photo", Kind.FILE_LOST, "file_lost"),
    # money
    (400, "Bad Request: BALANCE_TOO_LOW", Kind.UNPAID, "no_stars"),
    (400, "Bad Request: have not enough Telegram Stars", Kind.UNPAID, "no_stars"),
    # our mistakes
    (400, 'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0', Kind.BUG, "markup"),
    (400, "Bad Request: message text is empty", Kind.BUG, "empty"),
    (400, "Bad Request: text is empty", Kind.BUG, "empty"),
    (400, "Bad Request: message is too long", Kind.BUG, "too_long"),
    (400, "Bad Request: message caption is too long", Kind.BUG, "too_long"),
    (400, "Bad Request: BUTTON_DATA_INVALID", Kind.BUG, "keyboard"),
    (400, "Bad Request: reply markup is too long", Kind.BUG, "keyboard"),
    (400, "Bad Request: chat_id is empty", Kind.BUG, "bad_request"),
    (500, "Internal Server Error: restart", Kind.UNKNOWN, "server_error"),
    (500, "Internal Server Error: Request aborted", Kind.UNKNOWN, "server_error"),
    (500, "FLOOD_WAIT_X", Kind.UNKNOWN, "broken_connection"),
    (401, "Unauthorized: invalid api-id/api-hash", Kind.REVOKED, "revoked"),
    (400, "Bad Request: something of tomorrow", Kind.BUG, "bad_request"),
    (404, "Not Found: method not found", Kind.BUG, "unknown_method"),
    # the token
    (401, "Unauthorized", Kind.REVOKED, "revoked"),
    (401, "Unauthorized: invalid token specified", Kind.REVOKED, "revoked"),
    (404, "Not Found", Kind.BUG, "unknown_method"),
    (421, "Misdirected Request: unallowed token specified", Kind.REVOKED, "revoked"),
    (400, "Bad Request: Logged out", Kind.REVOKED, "logged_out"),
    (400, "Logged out", Kind.REVOKED, "logged_out"),
    (400, "Bad Request: FROZEN_METHOD_INVALID", Kind.REVOKED, "frozen"),
    # two readers
    (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
        Kind.CONFLICT,
        "another_poller",
    ),
    (409, "Conflict: terminated by setWebhook request", Kind.CONFLICT, "webhook"),
    (
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        Kind.CONFLICT,
        "webhook",
    ),
    # the server's own trouble
    (500, "Internal Server Error: restart", Kind.UNKNOWN, "server_error"),
    (
        500,
        "Internal Server Error: sent message was immediately deleted and can't be returned",
        Kind.UNKNOWN,
        "server_error",
    ),
    (502, "Bad Gateway", Kind.UNKNOWN, "server_error"),
    (504, "Gateway Timeout", Kind.UNKNOWN, "no_answer"),
    (503, "Service Unavailable", Kind.REFUSED, "unavailable"),
    (429, "Too Many Requests", Kind.WAIT, "too_many"),
]


async def failure_of(status: int, body: bytes, *, initialized: bool) -> tuple[Kind, str, float, int | None]:
    """What a call means that a server answers so, before and after the bot knows its own name."""
    me = b'{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"B","username":"b"}}'

    def reply(head: str, _: bytes) -> bytes:
        return answer(me) if "/getMe" in head else answer(body, f"{status} Status")

    async with serving(reply) as server:
        client = Client(TOKEN, server.url)
        if initialized:
            await client.start()
        else:
            await client.bot.request.initialize()
        try:
            await client.call("sendMessage", chat_id=5, text="x")
        except Exception as error:  # noqa: BLE001 - what is tested
            failure = sort(error)
            return failure.kind, failure.why, failure.retry_after, failure.chat
        finally:
            await client.bot.request.shutdown()
            await client.stop()
    raise AssertionError("the call should have failed")


@pytest.mark.parametrize(("status", "text", "kind", "why"), TABLE)
async def test_each_refusal_means_one_thing(status: int, text: str, kind: Kind, why: str) -> None:
    body = orjson.dumps({"ok": False, "error_code": status, "description": text})
    assert (await failure_of(status, body, initialized=True))[:2] == (kind, why)
    assert (await failure_of(200, body, initialized=False))[:2] == (kind, why)


@pytest.mark.parametrize("seconds", [1, 60, 10_000])
async def test_a_wait_says_how_long(seconds: int) -> None:
    body = orjson.dumps(
        {
            "ok": False,
            "error_code": 429,
            "description": f"Too Many Requests: retry after {seconds}",
            "parameters": {"retry_after": seconds},
        }
    )
    assert await failure_of(429, body, initialized=True) == (Kind.WAIT, "too_many", float(seconds), None)


async def test_a_migrated_group_says_its_new_number() -> None:
    body = orjson.dumps(
        {
            "ok": False,
            "error_code": 400,
            "description": "Bad Request: group chat was upgraded to a supergroup chat",
            "parameters": {"migrate_to_chat_id": -1001},
        }
    )
    assert await failure_of(400, body, initialized=True) == (Kind.MIGRATED, "migrated", 0.0, -1001)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, Kind.REFUSED),
        (401, Kind.REFUSED),
        (403, Kind.REFUSED),
        (404, Kind.REFUSED),
        (409, Kind.REFUSED),
        (500, Kind.UNKNOWN),
        (502, Kind.UNKNOWN),
        (503, Kind.REFUSED),
        (504, Kind.UNKNOWN),
        (520, Kind.UNKNOWN),
        (200, Kind.UNKNOWN),
    ],
)
async def test_a_gateways_page_neither_blocks_a_person_nor_revokes_a_token(status: int, kind: Kind) -> None:
    page = b"<html>Unauthorized. Bot was blocked by the user. Logged out. Service unavailable.</html>"
    if status in (500, 502, 504, 520, 200):
        page = b"<html>hello</html>"
    assert (await failure_of(status, page, initialized=True))[0] is kind


def test_what_never_left_is_told_from_what_may_have_arrived() -> None:
    assert sort(NeverLeft("x")).kind is Kind.NEVER_LEFT
    assert sort(NeverLeftInTime("x")).kind is Kind.NEVER_LEFT
    assert sort(TimedOut()).kind is Kind.UNKNOWN
    assert sort(TimedOut()).why == "no_answer"


def test_a_wait_as_a_timedelta_is_understood_and_our_own_errors_are_bugs() -> None:
    assert sort(RetryAfter(dt.timedelta(seconds=90))).retry_after == 90.0
    assert sort(KeyError("result")).kind is Kind.BUG
