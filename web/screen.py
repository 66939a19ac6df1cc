"""The live page for the projector: /screen/<secret>, and what changes on it as server-sent events.

However many look, the database is read once a second at most and beside the writer. Whoever knows no secret gets 404 after
the same work, whatever was asked for.
"""

from __future__ import annotations

import asyncio
import hmac
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from service.rooms import Live, Seen
from web import screen_page

EVERY_SECONDS: Final = 1.0
"""At most so often the database is read, and so often changes are looked for."""
WANTED_SECONDS: Final = 60.0
"""So long after somebody last looked at a page its content is still read."""
BEAT_SECONDS: Final = 15.0
"""A sign of life, so that proxies keep an unchanging page's stream."""
MOST_STREAMS: Final = 200
RETRY_SECONDS: Final = "5"
HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


Read = Callable[[frozenset[int], str], Awaitable[Seen]]
"""Reads every secret, the content of these workshops' pages, and of the page of this secret."""


class Hall:
    """What all watchers of this process share: one look into the database for everybody."""

    def __init__(self, read: Read, machine: Callable[[], float]) -> None:
        self._read = read
        self._machine = machine
        self._lock = asyncio.Lock()
        self._seen = Seen((), {})
        self._at: float | None = None
        self._wanted: dict[int, float] = {}
        self._inside: dict[tuple[str, str], screen_page.Inside] = {}
        self.streams = 0

    async def look(self, secret: str) -> Live | None:
        """The page of that secret; None: there is none. Raises what reading raises."""
        await self._refresh(secret)
        workshop = self._workshop(secret)
        if workshop is not None:
            self._wanted[workshop] = self._machine()
            if workshop not in self._seen.pages:
                await self._refresh(secret, needed=workshop)
                workshop = self._workshop(secret)
        return None if workshop is None else self._seen.pages.get(workshop)

    def inside(self, live: Live, language: str) -> screen_page.Inside:
        """The page's middle, rendered once for all who see it."""
        key = (live.version, language)
        if key not in self._inside:
            if len(self._inside) >= MOST_STREAMS:
                self._inside.clear()
            self._inside[key] = screen_page.inside(live, language)
        return self._inside[key]

    def _workshop(self, secret: str) -> int | None:
        """Compared with every secret there is, each in constant time."""
        given, found = secret.encode(), None
        for known, workshop in self._seen.secrets:
            if hmac.compare_digest(known.encode(), given):
                found = workshop
        return found

    async def _refresh(self, secret: str, needed: int | None = None) -> None:
        """Read when the last look is a second old. `needed`: wait for the next look, which has this workshop's page."""
        async with self._lock:
            if needed is not None and needed in self._seen.pages:
                return
            since = EVERY_SECONDS if self._at is None else self._machine() - self._at
            if since < EVERY_SECONDS:
                if needed is None:
                    return
                await asyncio.sleep(EVERY_SECONDS - since)
            self._at = now = self._machine()
            self._wanted = {one: at for one, at in self._wanted.items() if now - at < WANTED_SECONDS}
            self._seen = await self._read(frozenset(self._wanted), secret)


def routes(hall: Hall, is_trouble: Callable[[BaseException], bool], ended: asyncio.Event) -> list[Route]:
    """GET /screen/<secret> and GET /screen/<secret>/events. `ended`: the service stops, and so do the streams."""

    async def found(request: Request) -> Live | Response:
        try:
            live = await hall.look(request.path_params["secret"])
        except Exception as error:
            if is_trouble(error):
                return _plain(503, {"Retry-After": RETRY_SECONDS})
            raise
        return live if live is not None else _plain(404)

    async def page(request: Request) -> Response:
        live = await found(request)
        if isinstance(live, Response):
            return live
        language = screen_page.language_of(live, request.query_params.get("language", ""))
        text = screen_page.whole(live, hall.inside(live, language), language)
        headers = {**HEADERS, "Content-Security-Policy": screen_page.policy(), "Content-Language": language}
        return Response(text, media_type="text/html", headers=headers)

    async def events(request: Request) -> Response:
        live = await found(request)
        if isinstance(live, Response):
            return live
        if hall.streams >= MOST_STREAMS:
            return _plain(503, {"Retry-After": RETRY_SECONDS})
        wanted = request.query_params.get("language", "")
        seen = request.headers.get("last-event-id") or request.query_params.get("seen", "")
        stream = _stream(hall, request.path_params["secret"], wanted, seen, is_trouble, ended)
        headers = {**HEADERS, "X-Accel-Buffering": "no"}
        return StreamingResponse(stream, media_type="text/event-stream", headers=headers)

    return [Route("/screen/{secret}", page), Route("/screen/{secret}/events", events)]


def _plain(status: int, more: Mapping[str, str] | None = None) -> Response:
    return PlainTextResponse(str(status), status_code=status, headers={**HEADERS, **(more or {})})


async def _stream(
    hall: Hall,
    secret: str,
    wanted: str,
    seen: str,
    is_trouble: Callable[[BaseException], bool],
    ended: asyncio.Event,
) -> AsyncIterator[str]:
    """An event whenever the page is another one, `gone` when its address has died, a comment as a sign of life."""
    hall.streams += 1
    quiet = 0.0
    try:
        yield "retry: 2000\n\n"
        while not ended.is_set():
            try:
                live = await hall.look(secret)
            except Exception as error:
                if not is_trouble(error):
                    raise
                live = None  # the database is away: what is shown stays, and the next look tries again
            else:
                if live is None:
                    yield "event: gone\ndata:\n\n"
                    return
            if live is not None and live.version != seen:
                seen, quiet = live.version, 0.0
                yield _event(hall.inside(live, screen_page.language_of(live, wanted)), live.version)
            elif quiet >= BEAT_SECONDS:
                quiet = 0.0
                yield ": here\n\n"
            quiet += EVERY_SECONDS
            await _pause(ended)
    finally:
        hall.streams -= 1


def _event(inside: screen_page.Inside, version: str) -> str:
    return f"id: {version}\nevent: screen\ndata: {json.dumps({'title': inside.title, 'html': inside.html})}\n\n"


async def _pause(ended: asyncio.Event) -> None:
    """A second, or less when the service stops."""
    try:
        await asyncio.wait_for(ended.wait(), EVERY_SECONDS)
    except TimeoutError:
        return
