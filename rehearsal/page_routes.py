"""The page's files, and the people whose phones stand on it."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web

PAGE = Path(__file__).with_name("page")
RESIDENT, ORGANISER, STAFF = 900_003, 900_001, 900_002
"""Telegram ids of the page's three phones; a demo gives the latter two their roles. Further residents count on from there."""

_PHONES = (
    {"id": RESIDENT, "name": "Mieszkanka", "language": "pl", "role": "resident"},
    {"id": ORGANISER, "name": "Organizatorka", "language": "pl", "role": "organiser"},
    {"id": STAFF, "name": "Pracownik urzędu", "language": "pl", "role": "staff"},
)
_OTHERS = (
    {"name": "Мешканка", "language": "uk"},
    {"name": "Resident", "language": "en"},
    {"name": "Mieszkaniec", "language": "pl"},
)
_NO_CACHE = {"Cache-Control": "no-cache"}
_POLICY = {"Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'"}
_KINDS = {".html", ".css", ".js", ".json", ".svg"}


class Page:
    """`/` and what it loads."""

    def routes(self) -> list[web.RouteDef]:
        """The page's addresses."""
        return [
            web.get("/", _index),
            web.get("/page/people.json", _people),
            web.get("/page/{name}", _file),
        ]

    async def run(self) -> None:
        """A page only answers."""


async def _index(request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE / "index.html", headers={**_NO_CACHE, **_POLICY})


async def _people(request: web.Request) -> web.Response:
    return web.json_response({"phones": _PHONES, "others": _OTHERS})


async def _file(request: web.Request) -> web.FileResponse:
    """One of the page's own files: nothing else lies in that folder, and no name leads out of it."""
    file = PAGE / request.match_info["name"]
    if file.parent != PAGE or file.suffix not in _KINDS or not file.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(file, headers=_NO_CACHE)
