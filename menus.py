"""The commands and texts that the bot registers with Telegram, per language and role: from the commands' own table."""

from __future__ import annotations

from typing import Final

from bot.commands import ANY_LANGUAGE, Menu
from conversations.commands import menu
from domain.languages import FALLBACK, LANGUAGES
from domain.roles import ROLES, Grant
from messages.catalogue import say

RESIDENT: Final = "resident"


def menus() -> dict[str, Menu]:
    """Language code -> menu; phones in a language that we lack see the one of `ANY_LANGUAGE`."""
    return {code: _menu(code) for code in LANGUAGES} | {ANY_LANGUAGE: _menu(FALLBACK)}


def _menu(language: str) -> Menu:
    grants: dict[str, tuple[Grant, ...]] = {RESIDENT: ()}
    grants |= {role: (Grant(role, None),) for role in ROLES}
    return Menu(
        commands={
            role: [(name, say(description, language)) for name, description in menu(language, held)]
            for role, held in grants.items()
        },
        about=say("bot-short-description", language),
        description=say("bot-description", language),
    )
