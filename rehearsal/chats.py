"""Who there is to talk to: phones (private chats) and groups, with what each has on its screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .posts import Post


@dataclass(slots=True)
class Chat:
    """A private chat with one phone (positive id), or a group (negative id)."""

    id: int
    title: str
    language: str = "pl"
    role: str = "resident"
    username: str | None = None
    started: bool = False  # the bot may write
    blocked: bool = False  # by the phone's owner; of a group: the bot was removed
    deactivated: bool = False
    heard: float | None = None  # machine time of the last update from here
    posts: dict[int, Post] = field(default_factory=dict)
    toasts: list[dict[str, Any]] = field(default_factory=list)
    menu_button: dict[str, Any] | None = None

    @property
    def is_group(self) -> bool:
        return self.id < 0

    def user(self) -> dict[str, Any]:
        """The Bot API's User of a phone's owner."""
        user = {"id": self.id, "is_bot": False, "first_name": self.title, "language_code": self.language}
        if self.username:
            user["username"] = self.username
        return user

    def api(self) -> dict[str, Any]:
        """The Bot API's Chat."""
        if self.is_group:
            return {"id": self.id, "title": self.title, "type": "supergroup" if self.id < -(10**12) else "group"}
        chat = {"id": self.id, "first_name": self.title, "type": "private"}
        if self.username:
            chat["username"] = self.username
        return chat

    def view(self) -> dict[str, Any]:
        """The phone as the control side shows it in lists."""
        return {
            "id": self.id,
            "name": self.title,
            "language": self.language,
            "role": self.role,
            "username": self.username,
            "started": self.started,
            "blocked": self.blocked,
            "deactivated": self.deactivated,
        }
