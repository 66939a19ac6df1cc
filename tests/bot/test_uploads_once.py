"""A file is made once, uploaded once, then sent by Telegram's id; an id that Telegram lost is replaced."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from bot_stand_ins import MemoryLedger, plain_render
from local_telegram import LocalTelegram

from bot.files import Uploads
from bot.letters import Letters
from bot.shared import Shared
from conversations.screens import FileRef
from domain.instants import Instant
from messages.catalogue import say
from service.deliveries import Outgoing
from service.files import Plan, Ready
from service.work import Tx


class Desk:
    """`service.files` in memory."""

    def __init__(self) -> None:
        self.ids: dict[str, str] = {}
        self.drawn: list[str] = []
        self.kept: list[str | None] = []
        self.broken = False
        self.says: tuple[tuple[str, dict[str, Any]], ...] = (("title", {"n": 1}),)

    def find(self, tx: Tx, bot: int, ref: FileRef, language: str) -> Ready | Plan:
        key = None if ref.key is None else f"{ref.key}:{language}"
        if key in self.ids:
            return Ready("", ref.as_photo, key, file_id=self.ids[key])
        return Plan(f"{ref.kind}.png" if ref.as_photo else f"{ref.kind}.ics", ref.as_photo, key, language, self._draw)

    def _draw(self, say: Callable[..., str], language: str) -> bytes:
        if self.broken:
            raise RuntimeError("no ink")
        self.drawn.extend(say(name, **arguments) for name, arguments in self.says)
        return PNG

    def make(self, found: Ready | Plan, say: Callable[..., str]) -> Ready:
        if isinstance(found, Ready):
            return found
        return Ready(found.name, found.as_photo, found.key, data=found.draw(say, found.language), fresh=True)

    def keep(self, tx: Tx, ready: Ready, now: Instant) -> None:
        self.kept.append(ready.key)

    def remember(self, tx: Tx, bot: int, key: str, file_id: str, now: Instant) -> None:
        self.ids[key] = file_id

    def forget(self, tx: Tx, bot: int, key: str) -> None:
        del self.ids[key]


def said(name: str, language: str, **arguments: object) -> str:
    return f"{name} {language}"


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "a7356d2b0000000049454e44ae426082"
)


@pytest.fixture
async def phones(telegram: LocalTelegram) -> LocalTelegram:
    await asyncio.to_thread(telegram.phones, 1000, 8, started=True)
    return telegram


def letter(chat: int, **ref: Any) -> Outgoing:
    ledger = MemoryLedger()
    number = ledger.add(chat, "Wyniki", file=FileRef(**ref))
    return ledger.outgoing[number]


async def files_sent(telegram: LocalTelegram) -> list[dict[str, Any]]:
    return [one for one in await asyncio.to_thread(telegram.record) if one["method"] in ("sendPhoto", "sendDocument")]


async def test_a_picture_for_many_is_drawn_and_uploaded_once(shared: Shared, phones: LocalTelegram) -> None:
    desk = Desk()
    letters = Letters(shared.call, Uploads(shared, desk, said), plain_render)
    outgoing = [letter(chat, kind="summary", key="summary:1", as_photo=True) for chat in range(1000, 1008)]
    assert not letters.is_ready(outgoing[0])
    await asyncio.gather(*(letters.prepare(one) for one in outgoing))
    assert letters.is_ready(outgoing[0])
    messages = await asyncio.gather(*(letters.send(one) for one in outgoing))
    assert all(isinstance(message, int) for message in messages)
    assert desk.drawn == ["title pl"]
    assert desk.kept == ["summary:1:pl"]
    assert list(desk.ids) == ["summary:1:pl"]
    assert len(await files_sent(phones)) == 8
    again = Letters(shared.call, Uploads(shared, desk, said), plain_render)  # after a restart
    await again.prepare(outgoing[0])
    await again.send(outgoing[0])
    assert desk.drawn == ["title pl"]


async def test_a_document_is_sent_under_its_name_with_its_words(shared: Shared, phones: LocalTelegram) -> None:
    letters = Letters(shared.call, Uploads(shared, Desk(), said), plain_render)
    await letters.send(letter(1000, kind="calendar", key="cal:1"))
    (message,) = await asyncio.to_thread(phones.from_bot, 1000)
    assert message["document"]["name"] == "calendar.ics"
    assert message["caption"] == "Wyniki"


async def test_a_file_for_one_person_is_made_for_each_delivery(shared: Shared, phones: LocalTelegram) -> None:
    desk = Desk()
    letters = Letters(shared.call, Uploads(shared, desk, said), plain_render)
    for chat in (1000, 1001):
        one = letter(chat, kind="ticket", as_photo=True)
        await letters.send(one)
    assert len(desk.drawn) == 2
    assert desk.ids == {}


async def test_a_file_that_telegram_has_goes_by_its_id(shared: Shared, phones: LocalTelegram) -> None:
    desk = Desk()
    letters = Letters(shared.call, Uploads(shared, desk, said), plain_render)
    await letters.send(letter(1000, kind="summary", key="s", as_photo=True))
    file_id = desk.ids["s:pl"]
    one = letter(1001, kind="photo", file_id=file_id, as_photo=True)
    assert letters.is_ready(one)
    await letters.send(one)
    assert len(desk.drawn) == 1
    assert len(await files_sent(phones)) == 2


async def test_an_id_that_telegram_has_lost_is_forgotten_and_the_file_uploaded_again(
    shared: Shared, phones: LocalTelegram
) -> None:
    desk = Desk()
    desk.ids["s:pl"] = "AgACAgQAAxkBAAIBlost"
    letters = Letters(shared.call, Uploads(shared, desk, said), plain_render)
    one = letter(1000, kind="summary", key="s", as_photo=True)
    await letters.prepare(one)
    await letters.send(one)
    assert desk.drawn == ["title pl"]
    assert desk.ids["s:pl"] != "AgACAgQAAxkBAAIBlost"


async def test_a_file_that_cannot_be_made_says_so_to_the_one_who_asked(shared: Shared, phones: LocalTelegram) -> None:
    desk = Desk()
    desk.broken = True
    letters = Letters(shared.call, Uploads(shared, desk, said), plain_render)
    with pytest.raises(RuntimeError):
        await letters.prepare(letter(1000, kind="summary", key="s", as_photo=True))
    assert await files_sent(phones) == []


async def test_what_a_picture_says_carries_no_markup(shared: Shared, phones: LocalTelegram) -> None:
    desk = Desk()
    desk.says = ("areas-state", {"state": "draft"}), ("title", {"title": "Parki & skwery"})
    letters = Letters(shared.call, Uploads(shared, desk, say), plain_render)
    await letters.prepare(letter(1000, kind="screen", as_photo=True))
    assert desk.drawn == ["Obszary: wersja robocza", "Parki & skwery"]
