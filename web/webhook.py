"""The webhook: checked, bounded, stored, committed, and only then confirmed with 200."""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

log = logging.getLogger(__name__)

LARGEST_BODY = 1_048_576
"""Bytes. Telegram's updates are far smaller; more is no update."""
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name
RETRY_SECONDS = "5"
STORED_WITHIN = 20.0
"""Seconds after which a database that says nothing, frozen or cut off, counts as away: before Telegram or a proxy gives up."""
MOST_LATE = 200
"""So many updates at most wait for such a database; who brings more is sent away at once."""

Receive = Callable[[list[dict[str, Any]]], Awaitable[None]]
"""Returns when the updates are committed to the inbox; raises when they are not."""


def route(
    path: str,
    secret: str,
    receive: Receive,
    is_trouble: Callable[[BaseException], bool],
    *,
    within: float = STORED_WITHIN,
) -> Route:
    """POST `path`: 403 without the secret, 413 too long, 400 no JSON object, 503 when it could not be stored `within` so many
    seconds, else 200."""
    late: set[asyncio.Task[None]] = set()

    async def store(update: dict[str, Any]) -> bool:
        """Whether it is committed. One that is late goes on: it may still be stored, and its key drops the copy that comes."""
        if len(late) >= MOST_LATE:
            return False
        storing = asyncio.ensure_future(_awaited(receive([update])))
        try:
            done, _ = await asyncio.wait({storing}, timeout=within)
        except asyncio.CancelledError:
            storing.cancel()
            raise
        if done:
            storing.result()
            return True
        log.warning("the database does not answer: an update waits for it, and Telegram brings it again")
        late.add(storing)
        storing.add_done_callback(landed)
        return False

    def landed(storing: asyncio.Task[None]) -> None:
        late.discard(storing)
        if not storing.cancelled() and (error := storing.exception()) is not None:
            log.warning("a late update was not stored (%s)", type(error).__name__)

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
            if await store(update):
                return Response(status_code=200)
        except Exception as error:
            if not is_trouble(error):
                raise
        return Response(status_code=503, headers={"Retry-After": RETRY_SECONDS})

    return Route(path, endpoint, methods=["POST"])


async def _awaited(stored: Awaitable[None]) -> None:
    await stored


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
