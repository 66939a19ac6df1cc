"""The methods about the bot itself: who it is, its menus and descriptions, its webhook, chats and files."""

from __future__ import annotations

from typing import Any

from .arguments import Call
from .files import MAX_DOWNLOAD
from .profile import check_button
from .refusals import bad
from .world import World


def get_me(world: World, call: Call) -> dict[str, Any]:
    return {
        **world.bot_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


def log_out(world: World, call: Call) -> bool:
    return True


def set_webhook(world: World, call: Call) -> bool:
    url = call.get("url")
    if not url:
        return delete_webhook(world, call)
    if call.get("drop_pending_updates"):
        world.updates.clear()
    world.webhook.set(url, call.get("secret_token", ""), call.get("max_connections", 40))
    world.updates.allow(call.get("allowed_updates"))
    return True


def delete_webhook(world: World, call: Call) -> bool:
    if call.get("drop_pending_updates"):
        world.updates.clear()
    world.webhook.delete()
    return True


def get_webhook_info(world: World, call: Call) -> dict[str, Any]:
    return world.webhook.info()


def set_my_commands(world: World, call: Call) -> bool:
    world.profile.set_commands(call.get("commands"), call.get("scope"), call.get("language_code", ""))
    _tell_phone(world, call)
    return True


def delete_my_commands(world: World, call: Call) -> bool:
    world.profile.delete_commands(call.get("scope"), call.get("language_code", ""))
    _tell_phone(world, call)
    return True


def _tell_phone(world: World, call: Call) -> None:
    """Somebody who was given a role sees its commands at once, as on Telegram."""
    scope = call.get("scope")
    if scope is not None and scope["type"] == "chat" and isinstance(scope["chat_id"], int):
        world.feed.add(scope["chat_id"], "menu")


def get_my_commands(world: World, call: Call) -> list[dict[str, str]]:
    return world.profile.commands(call.get("scope"), call.get("language_code", ""))


def set_my_name(world: World, call: Call) -> bool:
    return _say(world, call, "name")


def set_my_description(world: World, call: Call) -> bool:
    return _say(world, call, "description")


def set_my_short_description(world: World, call: Call) -> bool:
    return _say(world, call, "short_description")


def _say(world: World, call: Call, what: str) -> bool:
    world.profile.say(what, call.get(what, ""), call.get("language_code", ""))
    return True


def get_my_name(world: World, call: Call) -> dict[str, str]:
    return {"name": world.profile.name(call.get("language_code", ""))}


def get_my_description(world: World, call: Call) -> dict[str, str]:
    return {"description": world.profile.said("description", call.get("language_code", ""))}


def get_my_short_description(world: World, call: Call) -> dict[str, str]:
    return {"short_description": world.profile.said("short_description", call.get("language_code", ""))}


def set_chat_menu_button(world: World, call: Call) -> bool:
    button = check_button(call.get("menu_button") or {"type": "default"})
    if call.get("chat_id") is None:
        world.profile.menu_button = button
    else:
        world.chat(call.get("chat_id")).menu_button = button
    return True


def get_chat_menu_button(world: World, call: Call) -> dict[str, Any]:
    own = None if call.get("chat_id") is None else world.chat(call.get("chat_id")).menu_button
    return own or world.profile.menu_button


def get_chat(world: World, call: Call) -> dict[str, Any]:
    chat = world.chat(call.get("chat_id"))
    if not chat.started:
        raise bad("chat not found")
    accepted = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return {
        **chat.api(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(accepted, False),
    }


def get_file(world: World, call: Call) -> dict[str, Any]:
    stored = world.files.find(call.get("file_id"))
    if stored is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > MAX_DOWNLOAD:
        raise bad("file is too big")
    return {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
        "file_path": stored.path,
    }
