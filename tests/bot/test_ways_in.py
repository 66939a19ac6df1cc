"""The way in is opened however long Telegram takes; what will never work is said."""

from __future__ import annotations

from typing import Any

import pytest
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.ways_in import NoWayIn, use_polling, use_webhook


class Server:
    """Answers each method with these, one after the other; the last one again and again."""

    def __init__(self, **answers: list[object]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.waits: list[float] = []

    async def call(self, method: str, **_: Any) -> object:
        self.asked.append(method)
        left = self.answers.get(method, [True])
        said = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(said, Exception):
            raise said
        return said

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


SET = {"url": "https://town.example/telegram"}


async def test_a_server_that_is_away_or_busy_at_the_start_is_asked_again() -> None:
    away = [
        NetworkError("Internal Server Error: restart (500)"),
        RetryAfter(7),
        TelegramError("Invalid server response"),
    ]
    server = Server(getWebhookInfo=[*away, SET], deleteWebhook=[NetworkError("Bad Gateway (502)"), True])
    assert await use_polling(server.call, server.sleep)
    assert server.asked == ["getWebhookInfo"] * 4 + ["deleteWebhook"] * 2
    assert server.waits[1] == 7


async def test_of_several_workers_that_set_the_webhook_at_once_none_gives_up() -> None:
    server = Server(setWebhook=[Conflict("Conflict: terminated by other setWebhook"), RetryAfter(1), True])
    await use_webhook(server.call, "https://town.example", "secret", sleep=server.sleep)
    assert server.asked == ["setWebhook"] * 3


async def test_a_server_without_webhooks_is_polled() -> None:
    server = Server(getWebhookInfo=[InvalidToken("Not Found: method not found")])
    assert not await use_polling(server.call, server.sleep)
    assert server.asked == ["getWebhookInfo"]


@pytest.mark.parametrize(
    ("refusal", "says"),
    [
        (BadRequest("Bad webhook: an HTTPS URL must be provided for webhook"), "HTTPS URL must be provided"),
        (InvalidToken("Unauthorized"), "BOT_TOKEN"),
        (InvalidToken("Not Found: method not found"), "knows no webhooks"),
    ],
)
async def test_what_will_never_work_is_said(refusal: Exception, says: str) -> None:
    server = Server(setWebhook=[refusal])
    with pytest.raises(NoWayIn, match=says):
        await use_webhook(server.call, "http://town.example", "secret", sleep=server.sleep)
    assert server.waits == []
