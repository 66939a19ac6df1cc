"""The residents' hands: the local Telegram's control interface over HTTP."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import aiohttp

from .mind import Act

WAIT_SECONDS = 20
"""How long one long poll hangs, machine time."""
GLANCE_SECONDS = 2
"""How often somebody looks at a clock that flows without jumping, machine time."""


class Phones:
    """All phones of the crowd, through one connection pool. Every call raises aiohttp.ClientError when it is refused."""

    def __init__(self, session: aiohttp.ClientSession, server: str) -> None:
        self._session = session
        self._server = server.rstrip("/")

    async def switch_on(self, phone: int, name: str, language: str) -> None:
        """Make a phone, or find the one that has this id."""
        await self._post("/phones", {"id": phone, "name": name, "language": language, "role": "resident"})

    async def events(self, after: int) -> tuple[int, Sequence[Mapping[str, Any]]]:
        """What appeared on any phone after `after`: the newest number, and the events. Waits for the first."""
        answer = await self._get("/phones/events", after=str(after), wait=str(WAIT_SECONDS))
        return int(answer["seq"]), answer["events"]

    async def clock(self) -> datetime:
        """Civil time."""
        return datetime.fromisoformat((await self._get("/clock"))["now"])

    async def watch(self, moves: int) -> tuple[int, datetime]:
        """How often civil time has jumped, and what it is. Waits until it jumps again, or for a moment."""
        answer = await self._get("/clock/watch", after=str(moves), wait=str(GLANCE_SECONDS))
        return int(answer["moves"]), datetime.fromisoformat(answer["now"])

    async def do(self, phone: int, act: Act) -> None:
        """Let a thumb do what it wants."""
        match act.kind:
            case "tap":
                await self._post(f"/phones/{phone}/tap", {"message_id": act.message, "data": act.data})
            case "text":
                await self._post(f"/phones/{phone}/text", {"text": act.text})
            case "start":
                await self._post(f"/phones/{phone}/start", {"payload": act.text})
            case "block":
                await self._post(f"/phones/{phone}/block", {})

    async def plan(self, who: str, next_time: datetime | None, seen: int) -> None:
        """Tell the conductor when the crowd acts next, and up to which event it has read and reacted."""
        at = next_time.isoformat() if next_time else None
        await self._post("/plans", {"who": who, "next": at, "seen": seen})

    async def _get(self, path: str, **query: str) -> Any:
        async with self._session.get(self._server + path, params=query) as response:
            response.raise_for_status()
            return await response.json()

    async def _post(self, path: str, body: Mapping[str, Any]) -> Any:
        async with self._session.post(self._server + path, json=body) as response:
            response.raise_for_status()
            return await response.json()
