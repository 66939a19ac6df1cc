"""How the control side speaks: JSON in, JSON out, complaints as {"error": …}."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import orjson
from aiohttp import web

from .botapi import WORLD
from .refusals import ControlError, Refused
from .world import World

Act = Callable[[World, web.Request], Awaitable[Any]]


def answering(act: Act) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def handler(request: web.Request) -> web.StreamResponse:
        try:
            result = await act(request.app[WORLD], request)
        except ControlError as complaint:
            return json_answer({"error": str(complaint)}, complaint.status)
        except Refused as refused:
            return json_answer({"error": refused.description}, 400)
        return result if isinstance(result, web.StreamResponse) else json_answer(result)

    return handler


def json_answer(said: Any, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(said), status=status, content_type="application/json")


async def json_body(request: web.Request) -> dict[str, Any]:
    content = await request.read()
    try:
        given = orjson.loads(content or b"{}")
    except orjson.JSONDecodeError:
        raise ControlError("the body is not JSON") from None
    if not isinstance(given, dict):
        raise ControlError("the body must be a JSON object")
    return given


def need(given: dict[str, Any], name: str, kind: type) -> Any:
    value = given.get(name)
    if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
        raise ControlError(f"{name} is missing or not of type {kind.__name__}")
    return value


def number(request: web.Request, name: str, otherwise: float) -> float:
    try:
        return float(request.query.get(name, otherwise))
    except ValueError:
        raise ControlError(f"{name} must be a number") from None


def routes_of(get: Mapping[str, Act], post: Mapping[str, Act]) -> list[web.RouteDef]:
    return [
        *(web.get(path, answering(act), allow_head=False) for path, act in get.items()),
        *(web.post(path, answering(act)) for path, act in post.items()),
    ]
