"""The control side over HTTP: phones, civil clock, faults, record. JSON in, JSON out; complaints as {"error": …}."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from aiohttp import web

from . import phones
from .arguments import Upload
from .botapi import WORLD
from .chats import Chat
from .clock import MachineClock, parse_moment
from .posts import to_phone
from .record import accepted_view, refusal_view
from .refusals import ControlError, Refused
from .world import World

Act = Callable[[World, web.Request], Awaitable[Any]]


def _answering(act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            result = await act(request.app[WORLD], request)
        except ControlError as complaint:
            return _json({"error": str(complaint)}, complaint.status)
        except Refused as refused:
            return _json({"error": refused.description}, 400)
        return result if isinstance(result, web.StreamResponse) else _json(result)

    return handler


def _json(said: Any, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(said), status=status, content_type="application/json")


async def _body(request: web.Request) -> dict[str, Any]:
    content = await request.read()
    try:
        given = orjson.loads(content or b"{}")
    except orjson.JSONDecodeError:
        raise ControlError("the body is not JSON") from None
    if not isinstance(given, dict):
        raise ControlError("the body must be a JSON object")
    return given


def _need(given: dict[str, Any], name: str, kind: type) -> Any:
    value = given.get(name)
    if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        raise ControlError(f"{name} is missing or not of type {kind.__name__}")
    return value


def _number(request: web.Request, name: str, otherwise: float) -> float:
    try:
        return float(request.query.get(name, otherwise))
    except ValueError:
        raise ControlError(f"{name} must be a number") from None


def _phone(world: World, request: web.Request) -> Chat:
    return phones.phone(world, int(request.match_info["id"]))


# phones ---------------------------------------------------------------------------------------------------------------


async def add_phone(world: World, request: web.Request) -> Any:
    return phones.add(world, await _body(request)).view()


async def add_phones(world: World, request: web.Request) -> Any:
    """Many at once: {"first": id, "count": N, "language"?, "started"?}."""
    given = await _body(request)
    first, count = _need(given, "first", int), _need(given, "count", int)
    rest = {name: value for name, value in given.items() if name not in ("first", "count", "name")}
    for number in range(first, first + count):
        phones.add(world, {**rest, "id": number, "name": given.get("name", f"Phone {number}")})
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
    after, wait = int(_number(request, "after", 0)), _number(request, "wait", 0)
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
    given = await _body(request)
    owner = _phone(world, request)
    words = _need(given, "text", str)
    return phones.say(world, owner, words, chat=given.get("chat"), reply_to=given.get("reply_to"))


async def start(world: World, request: web.Request) -> Any:
    return phones.start(world, _phone(world, request), (await _body(request)).get("payload"))


async def tap(world: World, request: web.Request) -> Any:
    given = await _body(request)
    message_id, data = _need(given, "message_id", int), _need(given, "data", str)
    return phones.tap(world, _phone(world, request), message_id, data, chat=given.get("chat"))


async def edit(world: World, request: web.Request) -> Any:
    given = await _body(request)
    return phones.change(world, _phone(world, request), _need(given, "message_id", int), _need(given, "text", str))


async def send(world: World, request: web.Request) -> Any:
    return phones.send(world, _phone(world, request), _need(await _body(request), "message", dict))


async def send_file(world: World, request: web.Request) -> Any:
    """The body is the file; ?kind=photo|document|voice…&name=…&caption=…"""
    name = request.query.get("name", "file.bin")
    upload = Upload(name, request.content_type, await request.read())
    kind, caption = request.query.get("kind", "document"), request.query.get("caption", "")
    return phones.send_file(world, _phone(world, request), kind, upload, caption)


async def raw(world: World, request: web.Request) -> Any:
    """Any update, well-formed or not, with or without an update_id."""
    update = _need(await _body(request), "update", dict)
    lane = int(request.match_info["id"])
    return {"update_id": world.updates.add_raw(update, lane, tap="callback_query" in update)}


async def block(world: World, request: web.Request) -> Any:
    return phones.block(world, _phone(world, request))


async def unblock(world: World, request: web.Request) -> Any:
    return phones.unblock(world, _phone(world, request))


async def language(world: World, request: web.Request) -> Any:
    chat = _phone(world, request)
    return phones.add(world, {"id": chat.id, "language": _need(await _body(request), "language", str)}).view()


async def deactivate(world: World, request: web.Request) -> Any:
    """The person's Telegram account is gone; {"deactivated": false} brings it back."""
    chat = _phone(world, request)
    chat.deactivated = bool((await _body(request)).get("deactivated", True))
    return chat.view()


async def show_file(world: World, request: web.Request) -> Any:
    """A file of a message, for the page and for tests."""
    stored = world.files.find(request.match_info["file_id"])
    if stored is None:
        raise ControlError("there is no such file", status=404)
    return web.Response(body=stored.content, content_type=stored.mime)


# clocks ---------------------------------------------------------------------------------------------------------------


async def clock(world: World, request: web.Request) -> Any:
    return world.clock.state()


async def clock_set(world: World, request: web.Request) -> Any:
    await world.clock.set(parse_moment((await _body(request)).get("now")))
    return world.clock.state()


async def clock_advance(world: World, request: web.Request) -> Any:
    await world.clock.advance((await _body(request)).get("seconds"))
    return world.clock.state()


async def clock_next(world: World, request: web.Request) -> Any:
    await world.clock.jump()
    return world.clock.state()


async def clock_auto(world: World, request: web.Request) -> Any:
    world.clock.auto = _need(await _body(request), "on", bool)
    return world.clock.state()


async def clock_rate(world: World, request: web.Request) -> Any:
    rate = (await _body(request)).get("rate")
    if not isinstance(rate, int | float) or isinstance(rate, bool) or rate < 0:
        raise ControlError("rate is a number of civil seconds in a machine second, 0 or more")
    world.clock.set_rate(rate)
    return world.clock.state()


async def plans(world: World, request: web.Request) -> Any:
    given = await _body(request)
    moment = None if given.get("next") is None else parse_moment(given["next"])
    world.clock.plan(_need(given, "who", str), moment, given.get("seen"))
    return world.clock.state()


async def machine_advance(world: World, request: web.Request) -> Any:
    """Make machine time jump forward, so that a test of what ages need not wait."""
    seconds = (await _body(request)).get("seconds")
    if not isinstance(world.machine, MachineClock) or not isinstance(seconds, int | float) or seconds < 0:
        raise ControlError("seconds is a number, 0 or more")
    world.machine.advance(seconds)
    return {"machine": world.machine()}


# faults, record, the rest ---------------------------------------------------------------------------------------------


async def order_fault(world: World, request: web.Request) -> Any:
    world.faults.order(await _body(request))
    return {"standing": len(world.faults.orders)}


async def list_faults(world: World, request: web.Request) -> Any:
    return world.faults.orders  # dataclasses, which orjson writes


async def clear_faults(world: World, request: web.Request) -> Any:
    world.faults.clear()
    return {"standing": 0}


async def record(world: World, request: web.Request) -> Any:
    """?method=…&chat=…&after=number narrow it down."""
    wanted, chat, after = request.query.get("method"), _number(request, "chat", 0), _number(request, "after", 0)
    return [
        accepted_view(entry)
        for entry in world.record.accepted
        if entry.number > after
        and (wanted is None or entry.method == wanted)
        and (chat == 0 or entry.post.chat == chat)
    ]


async def record_refused(world: World, request: web.Request) -> Any:
    return [refusal_view(entry) for entry in world.record.refused]


async def record_calls(world: World, request: web.Request) -> Any:
    """How often each method was accepted, uploads, and what would have cost Stars."""
    return {"calls": dict(world.record.calls), "uploads": world.files.uploads, "paid": world.paces.paid}


async def revoke(world: World, request: web.Request) -> Any:
    world.revoked.add(_need(await _body(request), "token", str))
    return {"revoked": len(world.revoked)}


async def reset(world: World, request: web.Request) -> Any:
    await world.reset()
    return {"seq": world.feed.seq}


async def health(world: World, request: web.Request) -> Any:
    return {
        "ok": True,
        "pending_updates": len(world.updates),
        "polled": world.updates.polled,
        "webhook": world.webhook.url,
        "seq": world.feed.seq,
        "phones": len(world.chats),
    }


_GET: dict[str, Act] = {
    "/health": health,
    "/phones": list_phones,
    "/phones/events": events,
    r"/phones/{id:\d+}": show_phone,
    r"/phones/{id:\d+}/menu": menu,
    "/files/{file_id}": show_file,
    "/clock": clock,
    "/faults": list_faults,
    "/record": record,
    "/record/refused": record_refused,
    "/record/calls": record_calls,
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
    "/clock/set": clock_set,
    "/clock/advance": clock_advance,
    "/clock/next": clock_next,
    "/clock/auto": clock_auto,
    "/clock/rate": clock_rate,
    "/plans": plans,
    "/machine/advance": machine_advance,
    "/faults": order_fault,
    "/tokens/revoke": revoke,
    "/reset": reset,
}


def routes() -> list[web.RouteDef]:
    return [
        *(web.get(path, _answering(act), allow_head=False) for path, act in _GET.items()),
        *(web.post(path, _answering(act)) for path, act in _POST.items()),
        web.delete("/faults", _answering(clear_faults)),
    ]
