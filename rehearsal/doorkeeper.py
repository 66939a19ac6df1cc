"""Who may speak with the local Telegram: programs of this machine and its own page, and no other site in the same browser."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware


def doorkeeper(listens_on: str) -> Middleware:
    """A middleware that answers 403 to what another site has a browser send. `listens_on`: the host that is served; where
    that is this machine alone, a name that merely leads here (DNS rebinding) is refused too."""
    at_home = _is_loopback(listens_on)

    @web.middleware
    async def keep(request: web.Request, handler: Handler) -> web.StreamResponse:
        if _from_elsewhere(request) or (at_home and not _is_loopback(_name(request.host))):
            return web.json_response({"error": "another site may not use this page"}, status=403)
        return await handler(request)

    return keep


def _from_elsewhere(request: web.Request) -> bool:
    """Programs send neither header. A link on another site may open the page itself."""
    origin = request.headers.get("Origin")
    if origin is not None:
        return urlsplit(origin).netloc != request.host
    return request.headers.get("Sec-Fetch-Site") == "cross-site" and request.path != "/"


def _name(host: str) -> str:
    return urlsplit(f"//{host}").hostname or ""


def _is_loopback(name: str) -> bool:
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"
