"""What a bot says about itself: commands by scope and language, name, descriptions, menu button."""

from __future__ import annotations

import re
from typing import Any

from .refusals import bad

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
_LONGEST = {"name": 64, "description": 512, "short_description": 120}
_BUTTONS = {"default": (), "commands": (), "web_app": ("text", "web_app")}
Command = dict[str, str]


class Profile:
    """One bot's. Everything is kept per language code; "" stands for the other languages."""

    def __init__(self, username: str) -> None:
        self.username = username
        self._commands: dict[tuple[Any, ...], list[Command]] = {}
        self._said: dict[tuple[str, str], str] = {("name", ""): "Wspólnie"}
        self.menu_button: dict[str, Any] = {"type": "commands"}

    def say(self, what: str, words: str, language: str) -> None:
        """Set name, description or short_description; empty words take it away. Raises Refused 400."""
        if len(words) > _LONGEST[what]:
            raise bad(f"{what.replace('_', ' ')} is too long")
        if words:
            self._said[what, _language(language)] = words
        else:
            self._said.pop((what, _language(language)), None)

    def said(self, what: str, language: str) -> str:
        """For `language`, else for all others, else nothing."""
        return self._said.get((what, language)) or self._said.get((what, "")) or ""

    def name(self, language: str) -> str:
        return self.said("name", language) or self.username

    def set_commands(self, commands: list[Any], scope: dict[str, Any] | None, language: str) -> None:
        if len(commands) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            _check_command(command)
        self._commands[(*_scope(scope), _language(language))] = commands

    def delete_commands(self, scope: dict[str, Any] | None, language: str) -> None:
        self._commands.pop((*_scope(scope), _language(language)), None)

    def commands(self, scope: dict[str, Any] | None, language: str) -> list[Command]:
        return self._commands.get((*_scope(scope), _language(language)), [])

    def menu(self, chat: int, language: str) -> list[Command]:
        """What a private chat shows in its menu: the narrowest scope wins, in it the language."""
        for scope in (("chat", chat), ("all_private_chats",), ("default",)):
            for code in (language, ""):
                found = self._commands.get((*scope, code))
                if found:
                    return found
        return []


def check_button(button: dict[str, Any]) -> dict[str, Any]:
    """A MenuButton. Raises Refused 400."""
    fields = _BUTTONS.get(button.get("type", ""))
    if fields is None:
        raise bad("MenuButton has unsupported type")
    if set(button) - {"type", *fields}:
        raise bad("unknown field of MenuButton")
    return button


def _language(code: str) -> str:
    if code and not re.fullmatch(r"[a-z]{2}", code):
        raise bad("invalid language code specified")
    return code


def _scope(scope: dict[str, Any] | None) -> tuple[Any, ...]:
    if scope is None:
        return ("default",)
    kind = scope.get("type", "")
    fields = _SCOPES.get(kind)
    if fields is None:
        raise bad("can't parse BotCommandScope: unsupported type specified")
    if set(scope) != {"type", *fields}:
        raise bad(f"can't parse BotCommandScope: {kind} has the fields {', '.join(('type', *fields))}")
    return (kind, *(int(scope[name]) if str(scope[name]).lstrip("-").isdigit() else scope[name] for name in fields))


def _check_command(command: Any) -> None:
    if not isinstance(command, dict) or set(command) != {"command", "description"}:
        raise bad("can't parse BotCommand: it has the fields command and description")
    if not _COMMAND.fullmatch(str(command["command"]).removeprefix("/")):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(str(command["description"])) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
