"""The way in is chosen at a start with whatever server there is; what only the operator can mend is told apart from trouble."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram.error import BadRequest, InvalidToken, NetworkError, RetryAfter, TelegramError

from app import Running
from bot import ways_in
from bot.client import TokenRefused
from clocks import SystemClock
from errors import OperatorError
from settings import Settings

Call = Callable[..., Awaitable[Any]]


def answering(*answers: object) -> Call:
    """A call, of whatever method, that raises or returns these one after the other."""
    left = list(answers)

    async def call(*_: object, **__: object) -> object:
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    return call


@pytest.mark.parametrize("words", ["Not Found: method not found", "Not Found", "no such thing"])
async def test_a_server_without_webhooks_is_polled(words: str) -> None:
    assert await ways_in.use_polling(answering(InvalidToken(words))) is False


@pytest.mark.parametrize("error", [InvalidToken("Unauthorized"), NetworkError("Bad Gateway"), RetryAfter(1)])
async def test_trouble_is_no_answer_to_whether_a_webhook_is_set(error: TelegramError) -> None:
    with pytest.raises(type(error)):
        await ways_in.use_polling(answering(error))


async def test_a_refused_webhook_ends_the_start_with_telegrams_reason() -> None:
    call = answering(BadRequest("Bad webhook: failed to resolve host: Name or service not known"))
    running = Running(Settings(), SystemClock())
    with pytest.raises(OperatorError) as ended:
        await running._ask(lambda: ways_in.use_webhook(call, "https://nowhere.example/telegram", "secret-of-the-hook"))
    assert str(ended.value) == (
        "Telegram does not take the address of WEBHOOK_URL: "
        "Bad webhook: failed to resolve host: Name or service not known."
    )


@pytest.mark.parametrize("error", [TokenRefused(), InvalidToken("Unauthorized")])
async def test_asking_again_does_not_help_when_the_token_is_refused(error: Exception) -> None:
    with pytest.raises(OperatorError, match="BOT_TOKEN"):
        await Running(Settings(), SystemClock())._ask(answering(error))


async def test_every_question_at_the_start_is_asked_until_it_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.pause", lambda *_, **__: 0.0)
    asked = answering(NetworkError("Bad Gateway"), RetryAfter(1), TimeoutError(), {"url": ""})
    assert await Running(Settings(), SystemClock())._ask(asked) == {"url": ""}
