"""The Bot API over HTTP: token, method, parameters, rehearsed faults, the act itself, the answer, the record."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import orjson
from aiohttp import web

from . import account, editing, sending
from .arguments import Call, read_call
from .faults import strike
from .methods import BY_LOWER_NAME
from .refusals import Refused
from .world import World

WORLD = web.AppKey("world", World)
_TOKEN = re.compile(r"(\d{1,16}):[\w-]{30,}")
_JSON = "application/json"

_ACTS: dict[str, Callable[[World, Call], Any]] = {
    "getMe": account.get_me,
    "logOut": account.log_out,
    "close": account.log_out,
    "setWebhook": account.set_webhook,
    "deleteWebhook": account.delete_webhook,
    "getWebhookInfo": account.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "copyMessage": sending.copy_message,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageMedia": editing.edit_message_media,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": editing.answer_callback_query,
    "setMyCommands": account.set_my_commands,
    "deleteMyCommands": account.delete_my_commands,
    "getMyCommands": account.get_my_commands,
    "setMyName": account.set_my_name,
    "getMyName": account.get_my_name,
    "setMyDescription": account.set_my_description,
    "getMyDescription": account.get_my_description,
    "setMyShortDescription": account.set_my_short_description,
    "getMyShortDescription": account.get_my_short_description,
    "setChatMenuButton": account.set_chat_menu_button,
    "getChatMenuButton": account.get_chat_menu_button,
    "getFile": account.get_file,
    "getChat": account.get_chat,
}


async def method(request: web.Request) -> web.StreamResponse:
    """`/bot<token>/<method>`."""
    world = request.app[WORLD]
    name = request.match_info["method"]
    try:
        world.bot_id = bot_id(world, request.match_info["token"])
        exact = BY_LOWER_NAME.get(name.lower())
        if exact is None:
            raise Refused(404, "Not Found")
        call = await read_call(request, exact)
    except Refused as refused:
        return _refuse(world, name, None, refused)
    return await _perform(world, request, call)


async def _perform(world: World, request: web.Request, call: Call) -> web.StreamResponse:
    faults = world.faults
    if faults.orders:
        answer = await _struck(world, request, call, "before")
        if answer is not None:
            return answer
    try:
        result = await _act(world, call)
    except Refused as refused:
        return _refuse(world, call.method, call.get("chat_id"), refused)
    world.record.calls[call.method] += 1
    if faults.orders:
        answer = await _struck(world, request, call, "after")
        if answer is not None:
            return answer
    return web.Response(body=b'{"ok":true,"result":' + result + b"}", content_type=_JSON)


async def _act(world: World, call: Call) -> bytes:
    if call.method == "getUpdates":
        world.updates.allow(call.get("allowed_updates"))
        limit = max(1, min(100, call.get("limit", 100)))
        found = await world.updates.fetch(call.get("offset", 0), limit, max(0, call.get("timeout", 0)))
        return b"[" + b",".join(found) + b"]"
    return orjson.dumps(_ACTS[call.method](world, call))


async def _struck(world: World, request: web.Request, call: Call, point: str) -> web.Response | None:
    for fault in world.faults.due(call.method, point, call.get("chat_id")):
        answer = await strike(fault, request, world.faults.pause(fault))
        if answer is not None:
            if point == "before":
                code = int(fault.what) if fault.what.isdigit() else 0
                world.record.refuse(call.method, call.get("chat_id"), code, fault.what, rehearsed=True)
            return answer
    return None


def bot_id(world: World, token: str) -> int:
    """The bot's id out of its token. Raises Refused 401."""
    found = _TOKEN.fullmatch(token)
    if found is None or token in world.revoked:
        raise Refused(401, "Unauthorized")
    return int(found[1])


def _refuse(world: World, name: str, chat: Any, refused: Refused) -> web.Response:
    world.record.refuse(name, chat, refused.code, refused.description)
    return web.Response(body=orjson.dumps(refused.body()), status=refused.code, content_type=_JSON)


async def download(request: web.Request) -> web.StreamResponse:
    """`/file/bot<token>/<path>`."""
    world = request.app[WORLD]
    try:
        bot_id(world, request.match_info["token"])
    except Refused as refused:
        return _refuse(world, "file", None, refused)
    stored = world.files.at_path(request.match_info["path"])
    if stored is None:
        return _refuse(world, "file", None, Refused(404, "Not Found"))
    return web.Response(body=stored.content, content_type=stored.mime)


def routes() -> list[web.RouteDef]:
    return [
        web.get("/bot{token}/{method}", method, allow_head=False),
        web.post("/bot{token}/{method}", method),
        web.get("/file/bot{token}/{path:.+}", download, allow_head=False),
    ]
