"""Commands and profile texts are set per language and role, and only where they differ."""

from __future__ import annotations

import asyncio
from typing import Any

from local_telegram import LocalTelegram

from bot import ways_in
from bot.client import Client
from bot.commands import ANY_LANGUAGE, Menu, register, register_person
from bot.updates import ALLOWED


def menu(word: str) -> Menu:
    return Menu(
        commands=(("survey", f"{word} survey"), ("ankieta", f"{word} survey"), ("help", f"{word} help")),
        about=f"{word} about",
        description=f"{word} description",
    )


MENUS = {ANY_LANGUAGE: menu("pl"), "uk": menu("uk"), "en": menu("en")}


async def asked(telegram: LocalTelegram, method: str, **given: Any) -> Any:
    return (await asyncio.to_thread(telegram.call, method, **given))["result"]


async def test_they_are_set_once_and_then_only_where_they_changed(client: Client, telegram: LocalTelegram) -> None:
    assert await register(client.call, MENUS) == 9
    scope = {"type": "all_private_chats"}
    commands = await asked(telegram, "getMyCommands", scope=scope, language_code="uk")
    assert commands[0] == {"command": "survey", "description": "uk survey"}
    assert (await asked(telegram, "getMyDescription"))["description"] == "pl description"
    assert (await asked(telegram, "getMyShortDescription", language_code="en"))["short_description"] == "en about"
    assert await register(client.call, MENUS) == 0
    assert await register(client.call, {**MENUS, "en": menu("new")}) == 3


async def test_staff_see_their_own_commands_until_they_are_staff_no_more(
    client: Client, telegram: LocalTelegram
) -> None:
    await asyncio.to_thread(telegram.phone, 5, started=True)
    own = [("results", "pl results")]
    assert await register_person(client.call, 5, own) == 1
    scope = {"type": "chat", "chat_id": 5}
    assert await asked(telegram, "getMyCommands", scope=scope) == [{"command": "results", "description": "pl results"}]
    assert await register_person(client.call, 5, own) == 0
    assert await register_person(client.call, 5, ()) == 1
    assert await asked(telegram, "getMyCommands", scope=scope) == []


async def test_a_menu_that_cannot_be_set_stops_nothing(client: Client, telegram: LocalTelegram) -> None:
    await asyncio.to_thread(telegram.fault, "502", "setMyCommands", "before", times=1)
    assert await register(client.call, MENUS) == 8


async def test_a_menu_is_set_also_where_the_server_cannot_say_what_is_there(
    client: Client, telegram: LocalTelegram
) -> None:
    async def call(method: str, **given: Any) -> Any:
        return await client.call("noSuchMethod" if method.startswith("getMy") else method, **given)

    assert await register(call, MENUS) == 9
    scope = {"type": "all_private_chats"}
    commands = await asked(telegram, "getMyCommands", scope=scope, language_code="uk")
    assert commands[0] == {"command": "survey", "description": "uk survey"}
    assert (await asked(telegram, "getMyDescription"))["description"] == "pl description"


async def test_switching_between_webhook_and_polling_keeps_what_waits(client: Client, telegram: LocalTelegram) -> None:
    await asyncio.to_thread(telegram.phone, 5)
    await asyncio.to_thread(telegram.text, 5, "czekam")
    await ways_in.use_webhook(client.call, "https://example.invalid/hook", "secret-1", connections=10)
    info = await asked(telegram, "getWebhookInfo")
    assert info["url"] == "https://example.invalid/hook"
    assert set(info["allowed_updates"]) == set(ALLOWED)
    assert await ways_in.use_polling(client.call) is True
    assert await ways_in.use_polling(client.call) is False
    waiting = await asked(telegram, "getUpdates")
    assert [one["message"]["text"] for one in waiting] == ["czekam"]
