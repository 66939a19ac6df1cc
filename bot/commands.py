"""What Telegram's menu and the bot's profile say, per language and role. Set only where it differs from what is there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.failures import UNKNOWN_METHOD, sort
from bot.shared import Call

log = logging.getLogger("wspolnie.bot")

ANY_LANGUAGE = ""
"""The language code of what phones in all other languages see."""

RESIDENTS = {"type": "all_private_chats"}


@dataclass(frozen=True, slots=True)
class Menu:
    """What one language's phones show. `commands`: (name or alias, description) in order, those of everybody.

    Names: 1-32 of a-z, 0-9, _; descriptions to 256, `about` to 120, `description` to 512 characters.
    """

    commands: Sequence[tuple[str, str]]
    about: str
    description: str


async def register(call: Call, menus: Mapping[str, Menu]) -> int:
    """Bring commands and profile texts up to `menus` (language code, or ANY_LANGUAGE -> menu). Returns what changed.

    A failure is logged and leaves the rest: a menu is a convenience.
    """
    changes = await asyncio.gather(*(_register_language(call, code, menu) for code, menu in menus.items()))
    return sum(changes)


async def register_person(call: Call, chat: int, commands: Sequence[tuple[str, str]]) -> int:
    """Give one chat commands of its own, whatever language its phone is set to; none: those of everybody again.

    Returns what changed.
    """
    return await _commands(call, {"type": "chat", "chat_id": chat}, ANY_LANGUAGE, commands)


async def _register_language(call: Call, code: str, menu: Menu) -> int:
    changed = await _commands(call, RESIDENTS, code, menu.commands)
    changed += await _text(call, "Description", "description", code, menu.description)
    return changed + await _text(call, "ShortDescription", "short_description", code, menu.about)


async def _commands(call: Call, scope: Mapping[str, Any], code: str, wanted: Sequence[tuple[str, str]]) -> int:
    about = {"scope": scope, "language_code": code or None}
    commands = [{"command": name, "description": description} for name, description in wanted]
    try:
        if await _there(call, "getMyCommands", about) == commands:
            return 0
        if commands:
            await call("setMyCommands", commands=commands, **about)
        else:
            await call("deleteMyCommands", **about)
    except Exception as error:  # noqa: BLE001 - sorted and logged: the menu stays as it was
        log.warning("commands could not be registered: %s", sort(error).why)
        return 0
    return 1


async def _text(call: Call, what: str, field: str, code: str, wanted: str) -> int:
    try:
        about = {"language_code": code or None}
        if await _there(call, f"getMy{what}", about) == {field: wanted}:
            return 0
        await call(f"setMy{what}", **about, **{field: wanted})
    except Exception as error:  # noqa: BLE001 - sorted and logged: the profile stays as it was
        log.warning("the bot's description could not be set: %s", sort(error).why)
        return 0
    return 1


async def _there(call: Call, method: str, about: Mapping[str, Any]) -> Any:
    """What stands there now; None where the Bot API server cannot say: it may well know how to set it."""
    try:
        return await call(method, **about)
    except Exception as error:
        if sort(error).why == UNKNOWN_METHOD:
            return None
        raise
