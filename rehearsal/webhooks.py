"""Pushing updates to a webhook: in order per chat, again after a failure with growing pauses, never lost before they expire."""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from .refusals import bad
from .updates import Update, Updates

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_LONGEST_RETRY_AFTER = 3600.0
_LONGEST_PAUSE = 60  # times the first pause
_TIMEOUT = aiohttp.ClientTimeout(total=60)


class Webhook:
    """The bot's webhook, if any. `civil` gives the seconds for last_error_date."""

    def __init__(self, updates: Updates, civil: Callable[[], int], first_pause: float) -> None:
        self._updates = updates
        self._civil = civil
        self._first_pause = first_pause
        self._lanes: dict[int, deque[Update]] = {}
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._gate = asyncio.Semaphore(40)
        self._session: aiohttp.ClientSession | None = None
        self.url = ""
        self.secret = ""
        self.max_connections = 40
        self.last_error: tuple[int, str] | None = None

    def set(self, url: str, secret: str, max_connections: int) -> None:
        """Start pushing to `url`, what waits first. Raises Refused 400."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if secret and not _SECRET.fullmatch(secret):
            raise bad("secret token contains unallowed characters")
        self.delete()
        self.url, self.secret = url, secret
        self.max_connections = max(1, min(100, max_connections))
        self._gate = asyncio.Semaphore(self.max_connections)
        self.last_error = None
        self._updates.push = self._push
        self._updates.end_poll()
        for update in self._updates.pending():
            self._push(update)

    def delete(self) -> None:
        """Stop pushing; what is not confirmed waits for getUpdates again."""
        self.url = ""
        self._updates.push = None
        for task in self._tasks.values():
            task.cancel()
        self._tasks.clear()
        self._lanes.clear()

    async def close(self) -> None:
        self.delete()
        if self._session is not None:
            await self._session.close()
            self._session = None

    def info(self) -> dict[str, Any]:
        """getWebhookInfo."""
        said: dict[str, Any] = {
            "url": self.url,
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates),
        }
        if self.url:
            said["max_connections"] = self.max_connections
        if self._updates.allowed is not None:
            said["allowed_updates"] = sorted(self._updates.allowed)
        if self.url and self.last_error is not None:
            said["last_error_date"], said["last_error_message"] = self.last_error
        return said

    def _push(self, update: Update) -> None:
        self._lanes.setdefault(update.lane, deque()).append(update)
        if update.lane not in self._tasks:
            self._tasks[update.lane] = asyncio.create_task(self._drain(update.lane))

    async def _drain(self, lane: int) -> None:
        queue = self._lanes[lane]
        pause = self._first_pause
        while queue:
            update = queue[0]
            if update not in self._updates:
                queue.popleft()
                continue
            async with self._gate:
                fault, wait = await self._post(update)
            if fault is None:
                update.confirmed = True
                queue.popleft()
                pause = self._first_pause
                continue
            self.last_error = (self._civil(), fault)
            await asyncio.sleep(pause if wait is None else wait)
            pause = min(pause * 2, self._first_pause * _LONGEST_PAUSE)
        del self._lanes[lane], self._tasks[lane]

    async def _post(self, update: Update) -> tuple[str | None, float | None]:
        """Return (None, None) when taken, else what went wrong and the pause that the webhook asked for, if any."""
        if self._session is None:
            self._session = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0), timeout=_TIMEOUT)
        headers = {"Content-Type": "application/json"}
        if self.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.secret
        try:
            async with self._session.post(self.url, data=update.body, headers=headers) as answer:
                await answer.read()
                if 200 <= answer.status < 300:
                    return None, None
                asked = answer.headers.get("Retry-After", "")
                wait = min(float(asked), _LONGEST_RETRY_AFTER) if asked.isdigit() else None
                return f"Wrong response from the webhook: {answer.status} {answer.reason}", wait
        except TimeoutError:
            return "Read timeout expired", None
        except aiohttp.ClientConnectorError:
            return "Connection refused", None
        except (aiohttp.ClientError, OSError):
            return "Webhook connection closed", None
