"""A `telegram.Bot` over our own HTTP client, and plain calls on it.

The hot path speaks in dictionaries (`Client.call`), since building python-telegram-bot's objects for answers that nobody
reads is a third of its cost. The token is in no log, error or `repr` that comes from here.
"""

from __future__ import annotations

import logging
import warnings
from dataclasses import dataclass
from typing import Any, cast

from telegram import Bot, InputFile
from telegram.error import TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.warnings import PTBUserWarning

from bot import failures
from bot.request import AiohttpRequest

LIBRARY_LOGGERS = ("telegram", "httpx", "httpcore", "aiohttp")
"""At DEBUG these log addresses (with the token) and texts of residents."""


class TokenRefused(Exception):
    """Telegram does not accept the bot's token."""


@dataclass(frozen=True, slots=True)
class Me:
    """Who the bot is, as Telegram says. `username` is without the @."""

    id: int
    username: str


@dataclass(frozen=True, slots=True)
class Plain:
    """Parameters that are JSON as they stand, in the shape in which our request class asks for them: python-telegram-bot's own
    would look through each of them first."""

    parameters: dict[str, Any]
    contains_files: bool = False


class Client:
    """`api_url` is the Bot API server, without a path, such as https://api.telegram.org."""

    def __init__(self, token: str, api_url: str, *, pool_size: int = 256) -> None:
        for name in LIBRARY_LOGGERS:
            logging.getLogger(name).setLevel(logging.WARNING)
        warnings.filterwarnings("ignore", message="Please use 'Bot", category=PTBUserWarning)
        root = api_url.rstrip("/")
        self._request = AiohttpRequest(pool_size=pool_size)
        self._updates = AiohttpRequest(pool_size=2, pool_timeout=10.0)
        self.bot = Bot(
            token,
            base_url=f"{root}/bot",
            base_file_url=f"{root}/file/bot",
            request=self._request,
            get_updates_request=self._updates,
        )

    def __repr__(self) -> str:
        return "Client()"

    async def start(self) -> Me:
        """Open the connections and ask who the bot is. Raises TokenRefused, or TelegramError when nobody answers."""
        refused = False
        try:
            await self.bot.initialize()
        except TelegramError as error:
            failure = failures.sort(error)
            if failure.kind is not failures.Kind.REVOKED and failure.why != failures.UNKNOWN_METHOD:
                raise
            refused = True  # raised below: the library's own error says the token
        if refused:
            raise TokenRefused("Telegram does not accept BOT_TOKEN")
        return Me(self.bot.id, self.bot.username)

    async def stop(self) -> None:
        """Close every connection."""
        await self.bot.shutdown()

    async def call(self, method: str, read_timeout: float | None = None, **parameters: Any) -> Any:
        """One call, with the answer's `result` as plain JSON. Raises TelegramError: see `bot.failures.sort`.

        `read_timeout` in seconds; None is the default of five. A parameter of None is left out.
        """
        timeout = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
        if any(isinstance(value, InputFile) for value in parameters.values()):
            return await self.bot.do_api_request(method, api_kwargs=parameters, read_timeout=timeout)
        request = self._updates if method == "getUpdates" else self._request
        given = cast(RequestData, Plain({name: value for name, value in parameters.items() if value is not None}))
        return await request.post(f"{self.bot.base_url}/{method}", given, read_timeout=timeout)
