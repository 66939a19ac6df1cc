"""The one HTTP client to Telegram: a `telegram.request.BaseRequest` on aiohttp.

What python-telegram-bot's own does, at a tenth of its cost with many requests open. It adds one thing: an error says
whether the request can have left this machine. `NeverLeft` errors are safe to repeat; any other network error means that
nobody knows. No error raised here holds the address, since the address holds the bot's token.
"""

from __future__ import annotations

import asyncio
import json
import urllib.request
from functools import lru_cache
from typing import Any, NoReturn, cast

import aiohttp
import orjson
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData
from yarl import URL

DEFAULT = BaseRequest.DEFAULT_NONE
_BY_WORDS = (
    ("Bad Request", 400),
    ("Unauthorized", 401),
    ("Forbidden", 403),
    ("Conflict", 409),
    ("Too Many Requests", 429),
)
KEEP_ALIVE = 15.0
"""Seconds an unused connection is kept. Shorter than any server keeps it, so that we never write into a closed one."""


class NeverLeft(NetworkError):
    """No connection was made: Telegram cannot have seen the request."""


class NeverLeftInTime(TimedOut, NeverLeft):
    """No connection was made, or none was free, within the timeout: Telegram cannot have seen the request."""


class AiohttpRequest(BaseRequest):
    """All timeouts are seconds of machine time; None waits for ever. A session lives from `initialize` to `shutdown`."""

    __slots__ = (
        "_connect_timeout",
        "_media_write_timeout",
        "_pool_size",
        "_pool_timeout",
        "_proxies",
        "_read_timeout",
        "_session",
        "_urls",
        "_write_timeout",
    )

    def __init__(
        self,
        *,
        pool_size: int = 256,
        read_timeout: float | None = 5.0,
        write_timeout: float | None = 5.0,
        connect_timeout: float | None = 5.0,
        pool_timeout: float | None = 1.0,
        media_write_timeout: float | None = 20.0,
    ) -> None:
        self._pool_size = pool_size
        self._read_timeout = read_timeout
        self._write_timeout = write_timeout
        self._connect_timeout = connect_timeout
        self._pool_timeout = pool_timeout
        self._media_write_timeout = media_write_timeout
        self._session: aiohttp.ClientSession | None = None
        self._urls: dict[str, URL] = {}
        self._proxies: dict[tuple[str, str | None], str | None] = {}

    @property
    def read_timeout(self) -> float | None:
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the connection pool. Does nothing when it is open."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._pool_size, keepalive_timeout=KEEP_ALIVE, ttl_dns_cache=60),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close every connection. Does nothing when they are closed; `initialize` opens the pool again."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = DEFAULT,
        write_timeout: object = DEFAULT,
        connect_timeout: object = DEFAULT,
        pool_timeout: object = DEFAULT,
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises NeverLeft, NeverLeftInTime, TimedOut or NetworkError.

        An error that the server hides behind status 200 gets the status that its `error_code` names.
        """
        session = self._session
        if session is None or session.closed:
            raise RuntimeError("this request object is not initialized")
        uploads = request_data is not None and request_data.contains_files
        timeout = _timeouts(
            connect=_chosen(connect_timeout, self._connect_timeout),
            pool=_chosen(pool_timeout, self._pool_timeout),
            write=_chosen(write_timeout, self._media_write_timeout if uploads else self._write_timeout),
            read=_chosen(read_timeout, self._read_timeout),
        )
        data: bytes | aiohttp.FormData | None = None
        headers: dict[str, str] | None = None
        if request_data is not None and uploads:
            data = _form(request_data)
        elif request_data is not None and request_data.parameters:
            data = orjson.dumps(request_data.parameters)
            headers = {"Content-Type": "application/json"}
        failure: TelegramError
        try:
            address = self._address(url, keep=method == "POST")
            async with session.request(
                method,
                address,
                data=data,
                headers=headers,
                timeout=timeout,
                proxy=self._proxy(address),
                allow_redirects=False,
            ) as response:
                status, payload = response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            failure = _translated(error)
        else:
            if method == "POST" and 200 <= status < 300 and not payload.startswith(b'{"ok":true,"result":'):
                status = _true_status(status, payload)
            return status, payload
        raise failure  # outside `except`: the original error may name the address, and with it the token

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer as an object. Raises TelegramError, naming nothing of the answer, for anything else.

        Lone surrogates, which orjson refuses, are let through: one odd text must not block the updates beside it.
        """
        try:
            answer = orjson.loads(payload)
        except orjson.JSONDecodeError:
            answer = _loose(payload)
        if not isinstance(answer, dict) or not ("result" in answer or "error_code" in answer or _says_no(answer)):
            _garbage()
        return cast(dict[str, Any], answer)

    def _address(self, url: str, *, keep: bool) -> URL:
        address = self._urls.get(url)
        if address is None:
            address = URL(url)
            if keep:  # as many as there are methods
                self._urls[url] = address
        return address

    def _proxy(self, address: URL) -> str | None:
        """The proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY), looked up once."""
        place = (address.scheme, address.host)
        if place not in self._proxies:
            known = urllib.request.getproxies()
            bypassed = address.host is not None and urllib.request.proxy_bypass(address.host)
            self._proxies[place] = None if bypassed else known.get(address.scheme) or known.get("all")
        return self._proxies[place]


def _chosen(given: object, default: float | None) -> float | None:
    """A number or None as given; python-telegram-bot's mark for "nothing given" means the default."""
    if given is None or isinstance(given, int | float):
        return given
    return default


@lru_cache(maxsize=64)
def _timeouts(
    *, connect: float | None, pool: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    """aiohttp has no timeout for writing: the whole after the connection may take what writing and reading may take."""
    waiting = None if connect is None or pool is None else connect + pool
    total = None if waiting is None or write is None or read is None else waiting + write + read
    return aiohttp.ClientTimeout(total=total, connect=waiting, sock_connect=connect, sock_read=read)


def _form(request_data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mimetype) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mimetype)
    return form


def _translated(error: Exception) -> TelegramError:
    """python-telegram-bot's error for one of aiohttp's, told by the kind of the error and not by its text."""
    kind = type(error).__name__
    match error:
        case aiohttp.ConnectionTimeoutError():
            return NeverLeftInTime(f"No connection in time ({kind}): the request was not sent")
        case (
            aiohttp.ClientConnectorError() | aiohttp.ClientConnectorCertificateError() | aiohttp.ClientHttpProxyError()
        ):
            return NeverLeft(f"No connection ({kind}): the request was not sent")
        case aiohttp.InvalidURL() | aiohttp.NonHttpUrlClientError():
            return NeverLeft(f"The server's address cannot be used ({kind})")
        case TimeoutError() | asyncio.TimeoutError():
            return TimedOut("No answer in time: nobody knows whether the request was handled")
    return NetworkError(f"The connection broke ({kind}): nobody knows whether the request was handled")


def _true_status(status: int, payload: bytes) -> int:
    """The status that an answer which does not begin with success means."""
    try:
        answer = AiohttpRequest.parse_json_payload(payload)
    except TelegramError:
        return status
    if "result" in answer and answer.get("ok") is not False:
        return status
    code = str(answer.get("error_code"))
    if code.isdecimal() and 400 <= int(code) <= 599:
        return int(code)
    said = str(answer.get("description", ""))
    return next((code for words, code in _BY_WORDS if said.startswith(words)), 500)


def _says_no(answer: dict[str, Any]) -> bool:
    """Some servers leave the code of a refusal out and say it in words alone."""
    return answer.get("ok") is False and isinstance(answer.get("description"), str)


def _loose(payload: bytes) -> object:
    try:
        return json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None


def _garbage() -> NoReturn:
    raise TelegramError("Invalid server response")
