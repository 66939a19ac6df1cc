"""A local Telegram inside the test's own process, whose machine time the test moves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import FormData
from aiohttp.test_utils import TestClient
from local_telegram import TOKEN

from rehearsal.world import World


@dataclass
class Inside:
    """A server on this event loop. `seconds[0]` is its machine time."""

    client: TestClient[Any, Any]
    world: World
    seconds: list[float] = field(default_factory=lambda: [1000.0])

    async def call(self, method: str, /, **parameters: Any) -> dict[str, Any]:
        answer = await self.client.post(f"/bot{TOKEN}/{method}", json=parameters)
        said: dict[str, Any] = json.loads(await answer.read())
        assert (answer.status == 200) is said["ok"]
        return said

    async def upload(self, method: str, name: str, content: bytes, filename: str, **parameters: Any) -> dict[str, Any]:
        form = FormData()
        for parameter, value in parameters.items():
            form.add_field(parameter, value if isinstance(value, str) else json.dumps(value))
        form.add_field(name, content, filename=filename)
        answer = await self.client.post(f"/bot{TOKEN}/{method}", data=form)
        said: dict[str, Any] = json.loads(await answer.read())
        return said

    async def post(self, path: str, **given: Any) -> Any:
        answer = await self.client.post(path, json=given)
        said = json.loads(await answer.read())
        assert answer.status == 200, said
        return said

    async def get(self, path: str) -> Any:
        answer = await self.client.get(path)
        assert answer.status == 200
        return json.loads(await answer.read())

    async def until(self, path: str, fits: Callable[[Any], bool]) -> Any:
        """Ask again and again until the answer fits. Raises TimeoutError after five seconds."""
        async with asyncio.timeout(5):
            while not fits(said := await self.get(path)):  # noqa: ASYNC110 - what it waits for lies behind HTTP
                await asyncio.sleep(0)
        return said

    async def refuses(self, code: int, description: str, method: str, /, **parameters: Any) -> dict[str, Any]:
        """The call is refused with exactly this code and description."""
        said = await self.call(method, **parameters)
        assert (said.get("error_code"), said.get("description")) == (code, description)
        return said


Make = Callable[..., Awaitable[Inside]]
