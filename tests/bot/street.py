"""Many phones and groups on one bot, each handing over raw updates of its own; what came back, from the record."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import Any

from local_telegram import Message
from real_town import RealTown


class Street:
    """`said`: what came to each chat since `listen`, oldest first."""

    def __init__(self, real: RealTown) -> None:
        self.real, self.telegram = real, real.telegram
        self._heard = 0

    async def arrive(self) -> None:
        """All that lies at Telegram arrives, a hundred updates at once."""
        before = -1
        while self.real.offset != before:
            before = self.real.offset
            await self.real.arrive()

    async def open_phones(self, phones: range) -> None:
        """Phones that the bot may write to: what they hand over is raw, so the local Telegram sees no /start."""
        await asyncio.to_thread(self.telegram.phones, phones[0], len(phones), started=True)

    async def until_the_themes(self, phones: range) -> None:
        """All these people stand before the first question."""
        await self.open_phones(phones)
        for phone in phones:
            await asyncio.to_thread(self.telegram.raw, phone, message(phone, text="/start"))
        await self.arrive()
        for verb in ("agree", "begin"):
            for phone, replies in (await self.said()).items():
                [data] = [key["data"] for row in replies[-1]["keyboard"] for key in row if f"|{verb}|" in key["data"]]
                await asyncio.to_thread(self.telegram.raw, phone, tap(phone, data, replies[-1]["message_id"]))
            await self.arrive()

    async def listen(self) -> None:
        record = await asyncio.to_thread(self.telegram.record)
        self._heard = max((one["number"] for one in record), default=0)

    async def said(self) -> dict[int, list[Message]]:
        found: dict[int, list[Message]] = defaultdict(list)
        for one in await asyncio.to_thread(self.telegram.record, after=self._heard):
            found[one["chat"]].append(one)
        return found


def user(number: int, language: str | None = "pl-PL", **more: Any) -> dict[str, Any]:
    """A person as Telegram says it today, with fields that we do not know."""
    said = {"language_code": language} if language is not None else {}
    return {"is_premium": True, "first_name": "Osoba", "id": number, "is_bot": False, **said, **more}


def private(number: int) -> dict[str, Any]:
    return {"type": "private", "id": number, "first_name": "Osoba", "accent_color_id": 5}


def message(number: int, language: str | None = "pl-PL", **content: Any) -> dict[str, Any]:
    """A message of this person in their private chat."""
    head = {"date": 1_669_000_000, "message_id": 500_000, "chat": private(number), "from": user(number, language)}
    return {"message": {**head, **content}}


def tap(number: int, data: str | None, message_id: int = 1, **more: Any) -> dict[str, Any]:
    """A tap under a message that is so old that Telegram tells nothing of it."""
    shown = {"message_id": message_id, "chat": private(number), "date": 0}
    query = {"data": data, "chat_instance": "-7", "message": shown, "from": user(number), "id": f"{number}{message_id}"}
    return {"callback_query": {**query, **more}}


def way_on(shown: Message) -> list[str]:
    return [key["text"] for row in shown["keyboard"] for key in row]
