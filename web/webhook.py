"""The webhook: checked, bounded, stored, committed, and only then confirmed with 200."""

from __future__ import annotations

import hmac
import json
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

LARGEST_BODY = 1_048_576
"""Bytes. Telegram's updates are far smaller; more is no update."""
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name
RETRY_SECONDS = "5"

Receive = Callable[[list[dict[str, Any]]], Awaitable[None]]
"""Returns when the updates are committed to the inbox; raises when they are not."""


def route(path: str, secret: str, receive: Receive, is_trouble: Callable[[BaseException], bool]) -> Route:
    """POST `path`: 403 without the secret, 413 too long, 400 no JSON object, 503 when it could not be stored, else 200."""

    async def endpoint(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        try:
            body = await _bounded_body(request)
        except ClientDisconnect:
            return Response(status_code=400)
        if body is None:
            return Response(status_code=413)
        update = _read(body)
        if not isinstance(update, dict):
            return Response(status_code=400)
        try:
            await receive([update])
        except Exception as error:
            if is_trouble(error):
                return Response(status_code=503, headers={"Retry-After": RETRY_SECONDS})
            raise
        return Response(status_code=200)

    return Route(path, endpoint, methods=["POST"])


def _read(body: bytes) -> object:
    """None for what is no JSON. Lone surrogates, which orjson refuses, are let through, as when polling: Telegram would bring
    the update again and again, and hold back what the same person sends after it."""
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


async def _bounded_body(request: Request) -> bytes | None:
    """The body, or None as soon as it is longer than any update: it is not read to its end."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > LARGEST_BODY:
            return None
        parts.append(part)
    return b"".join(parts)
