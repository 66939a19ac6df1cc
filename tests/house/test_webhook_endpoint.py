"""The webhook: only with the secret, bounded, and whatever is an update is stored before it is confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from web.webhook import LARGEST_BODY, MOST_LATE, SECRET_HEADER, route

SECRET = "secret-of-the-test-1"


class Away(Exception):
    """The database is."""


def endpoint(received: list[Any], trouble: Callable[[], bool] = lambda: False) -> httpx.AsyncClient:
    async def receive(updates: list[dict[str, Any]]) -> None:
        if trouble():
            raise Away
        received.extend(updates)

    routes = [route("/telegram", SECRET, receive, lambda error: isinstance(error, Away))]
    return httpx.AsyncClient(transport=httpx.ASGITransport(Starlette(routes=routes)), base_url="http://town")


@pytest.mark.parametrize(
    ("given", "body", "status"),
    [
        (None, b'{"update_id":1}', 403),
        ("", b'{"update_id":1}', 403),
        (SECRET + "x", b'{"update_id":1}', 403),
        ("\u017b", b'{"update_id":1}', 403),
        (SECRET, b"", 400),
        (SECRET, b"[]", 400),
        (SECRET, b'"x"', 400),
        (SECRET, b"{", 400),
        (SECRET, b'{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}", 400),
        (SECRET, b'{"a":"' + b"x" * LARGEST_BODY + b'"}', 413),
    ],
)
async def test_what_is_no_update_of_ours_is_not_stored(given: str | None, body: bytes, status: int) -> None:
    received: list[Any] = []
    headers = {} if given is None else {SECRET_HEADER: given.encode()}
    said = await endpoint(received).post("/telegram", content=body, headers=headers)
    assert said.status_code == status
    assert received == []


@pytest.mark.parametrize(
    "body",
    [
        b'{"update_id":1,"message":{"text":"a"}}',
        rb'{"update_id":1,"message":{"text":"a\ud83d"}}',
        b'{"update_id":1,"message":{"text":"\xff"}}',
    ],
)
async def test_an_update_with_an_odd_text_is_stored_as_when_polling(body: bytes) -> None:
    """Refused, Telegram would bring it again for a day and hold back what the person sends after it."""
    received: list[Any] = []
    said = await endpoint(received).post("/telegram", content=body, headers={SECRET_HEADER: SECRET})
    assert said.status_code == 200
    assert [one["update_id"] for one in received] == [1]


async def test_while_the_database_is_away_telegram_is_told_when_to_come_again() -> None:
    received: list[Any] = []
    client = endpoint(received, trouble=lambda: True)
    said = await client.post("/telegram", content=b'{"update_id":1}', headers={SECRET_HEADER: SECRET})
    assert (said.status_code, said.headers["Retry-After"]) == (503, "5")
    assert (await client.get("/telegram")).status_code == 405


async def test_a_database_that_says_nothing_is_away_too_and_does_not_fill_the_memory() -> None:
    """A frozen machine or a cut cable raises nothing for minutes; Telegram and the proxy would give up first."""
    frozen = asyncio.Event()
    received: list[Any] = []

    async def receive(updates: list[dict[str, Any]]) -> None:
        received.extend(updates)
        await frozen.wait()

    within = route("/telegram", SECRET, receive, lambda _error: False, within=0.0)
    transport = httpx.ASGITransport(Starlette(routes=[within]))
    async with httpx.AsyncClient(transport=transport, base_url="http://town") as client:

        async def status(number: int) -> tuple[int, str | None]:
            given = {SECRET_HEADER: SECRET}
            said = await client.post("/telegram", json={"update_id": number}, headers=given)
            return said.status_code, said.headers.get("Retry-After")

        assert await status(1) == (503, "5")
        for number in range(2, MOST_LATE + 10):
            assert await status(number) == (503, "5")
        assert len(received) == MOST_LATE
