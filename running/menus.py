"""The commands and texts that the bot registers with Telegram, per language and role: from the commands' own table."""

from __future__ import annotations

from bot.commands import ANY_LANGUAGE, Menu
from conversations.commands import menu
from domain.languages import FALLBACK, LANGUAGES
from domain.roles import Grant
from messages.catalogue import say


def menus() -> dict[str, Menu]:
    """Language code -> menu; phones in a language that we lack see the one of `ANY_LANGUAGE`."""
    return {code: _menu(code) for code in LANGUAGES} | {ANY_LANGUAGE: _menu(FALLBACK)}


def _menu(language: str) -> Menu:
    return Menu(
        commands=commands_of(language, ()),
        about=say("bot-short-description", language),
        description=say("bot-description", language),
    )


def commands_of(language: str, grants: tuple[Grant, ...]) -> list[tuple[str, str]]:
    """(name, description) of each command that somebody with these roles may use, in their language."""
    return [(name, say(description, language)) for name, description in menu(language, grants)]
