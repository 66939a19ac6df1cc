"""The phones over HTTP: who there is, what they show, what their owners do."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from . import phones
from .answers import Act, json_body, need, number, routes_of
from .arguments import Upload
from .chats import Chat
from .posts import to_phone
from .refusals import ControlError
from .world import World


def _phone(world: World, request: web.Request) -> Chat:
    return phones.phone(world, int(request.match_info["id"]))


async def add_phone(world: World, request: web.Request) -> Any:
    return phones.add(world, await json_body(request)).view()


async def add_phones(world: World, request: web.Request) -> Any:
    """Many at once: {"first": id, "count": N, "language"?, "started"?}."""
    given = await json_body(request)
    first, count = need(given, "first", int), need(given, "count", int)
    rest = {name: value for name, value in given.items() if name not in ("first", "count", "name")}
    for phone_id in range(first, first + count):
        phones.add(world, {**rest, "id": phone_id, "name": given.get("name", f"Phone {phone_id}")})
    return {"first": first, "count": count}


async def list_phones(world: World, request: web.Request) -> Any:
    return [chat.view() for chat in world.chats.values() if not chat.is_group]


async def show_phone(world: World, request: web.Request) -> Any:
    chat = _phone(world, request)
    return {
        "user": chat.view(),
        "messages": [to_phone(post) for post in chat.posts.values()],
        "blocked": chat.blocked,
        "toasts": chat.toasts,
        "seq": world.feed.seq,
    }


async def events(world: World, request: web.Request) -> Any:
    after, wait = int(number(request, "after", 0)), number(request, "wait", 0)
    wanted = request.query.get("ids")
    try:
        ids = frozenset(map(int, wanted.split(","))) if wanted else None
    except ValueError:
        raise ControlError("ids must be numbers with commas between them") from None
    seq, found = await world.feed.read(after, wait, ids)
    return {"seq": seq, "events": [happening.view() for happening in found]}


async def menu(world: World, request: web.Request) -> Any:
    """What the phone shows around the chat: the bot's names, descriptions and commands in the phone's language."""
    chat, profile = _phone(world, request), world.profile
    return {
        "username": profile.username,
        "name": profile.name(chat.language),
        "description": profile.said("description", chat.language),
        "short_description": profile.said("short_description", chat.language),
        "commands": profile.menu(chat.id, chat.language),
        "button": chat.menu_button or profile.menu_button,
    }


async def text(world: World, request: web.Request) -> Any:
    given = await json_body(request)
    owner = _phone(world, request)
    words = need(given, "text", str)
    return phones.say(world, owner, words, chat=given.get("chat"), reply_to=given.get("reply_to"))


async def start(world: World, request: web.Request) -> Any:
    return phones.start(world, _phone(world, request), (await json_body(request)).get("payload"))


async def tap(world: World, request: web.Request) -> Any:
    given = await json_body(request)
    message_id, data = need(given, "message_id", int), need(given, "data", str)
    return phones.tap(world, _phone(world, request), message_id, data, chat=given.get("chat"))


async def edit(world: World, request: web.Request) -> Any:
    given = await json_body(request)
    return phones.change(world, _phone(world, request), need(given, "message_id", int), need(given, "text", str))


async def send(world: World, request: web.Request) -> Any:
    return phones.send(world, _phone(world, request), need(await json_body(request), "message", dict))


async def send_file(world: World, request: web.Request) -> Any:
    """The body is the file; ?kind=photo|document|voice…&name=…&caption=…"""
    name = request.query.get("name", "file.bin")
    upload = Upload(name, request.content_type, await request.read())
    kind, caption = request.query.get("kind", "document"), request.query.get("caption", "")
    return phones.send_file(world, _phone(world, request), kind, upload, caption)


async def raw(world: World, request: web.Request) -> Any:
    """Any update, well-formed or not, with or without an update_id."""
    update = need(await json_body(request), "update", dict)
    lane = int(request.match_info["id"])
    return {"update_id": world.updates.add_raw(update, lane, tap="callback_query" in update)}


async def block(world: World, request: web.Request) -> Any:
    return phones.block(world, _phone(world, request))


async def unblock(world: World, request: web.Request) -> Any:
    return phones.unblock(world, _phone(world, request))


async def language(world: World, request: web.Request) -> Any:
    chat = _phone(world, request)
    return phones.add(world, {"id": chat.id, "language": need(await json_body(request), "language", str)}).view()


async def deactivate(world: World, request: web.Request) -> Any:
    """The person's Telegram account is gone; {"deactivated": false} brings it back."""
    chat = _phone(world, request)
    chat.deactivated = bool((await json_body(request)).get("deactivated", True))
    return chat.view()


async def show_file(world: World, request: web.Request) -> Any:
    """A file of a message, for the page and for tests."""
    stored = world.files.find(request.match_info["file_id"])
    if stored is None:
        raise ControlError("there is no such file", status=404)
    return web.Response(body=stored.content, content_type=stored.mime)


_GET: dict[str, Act] = {
    "/phones": list_phones,
    "/phones/events": events,
    r"/phones/{id:\d+}": show_phone,
    r"/phones/{id:\d+}/menu": menu,
    "/files/{file_id}": show_file,
}
_POST: dict[str, Act] = {
    "/phones": add_phone,
    "/phones/many": add_phones,
    r"/phones/{id:\d+}/text": text,
    r"/phones/{id:\d+}/start": start,
    r"/phones/{id:\d+}/tap": tap,
    r"/phones/{id:\d+}/edit": edit,
    r"/phones/{id:\d+}/send": send,
    r"/phones/{id:\d+}/file": send_file,
    r"/phones/{id:-?\d+}/raw": raw,
    r"/phones/{id:\d+}/block": block,
    r"/phones/{id:\d+}/unblock": unblock,
    r"/phones/{id:\d+}/language": language,
    r"/phones/{id:\d+}/deactivate": deactivate,
}


def routes() -> list[web.RouteDef]:
    return routes_of(_GET, _POST)
