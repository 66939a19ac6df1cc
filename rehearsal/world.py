"""The local Telegram itself: one bot, its chats, its queue, its rules. Everything in memory, on one event loop."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .chats import Chat
from .clock import CivilClock, MachineClock
from .faults import Faults
from .feed import Feed
from .files import Files
from .options import Options
from .paces import Paces
from .posts import Post, to_api
from .profile import Profile
from .record import Record
from .refusals import bad, forbidden
from .updates import Updates
from .webhooks import Webhook


@dataclass(slots=True)
class Tap:
    """A tap that waits for its answer."""

    phone: int
    at: float  # machine time
    answered: bool = False


class World:
    """State and the few acts that several rooms of the server share."""

    def __init__(self, options: Options, machine: Callable[[], float] | None = None) -> None:
        self.options = options
        self.machine = machine or MachineClock()
        self.dice = random.Random(options.seed)  # noqa: S311 - ids and faults of a rehearsal
        self.clock = CivilClock(options.now, options.rate, self.machine, auto=options.auto)
        self.bot_id = 0  # of the token that called last
        self.revoked = set(options.revoked)
        self.feed = Feed()
        self.record = Record(self.machine)
        self.faults = Faults(self.dice)
        self._begin()

    def _begin(self) -> None:
        options = self.options
        self.chats: dict[int, Chat] = {}
        self.taps: dict[str, Tap] = {}
        self.files = Files(self.dice)
        self.paces = Paces(options)
        self.profile = Profile(options.username)
        self.updates = Updates(self.machine, self.dice, tap_life=options.tap_life, update_life=options.update_life)
        self.webhook = Webhook(self.updates, self.clock.unix, options.webhook_pause)
        self._last_message = self.dice.randrange(1, 1000)

    async def reset(self) -> None:
        """Forget everything but the options: phones, messages, queue, webhook, record, faults, civil time."""
        self.updates.end_poll()
        await self.webhook.close()
        self.revoked = set(self.options.revoked)
        self._begin()
        self.record.clear()
        self.faults.clear()
        self.feed.clear()
        await self.clock.restart()

    # chats -----------------------------------------------------------------------------------------------------------

    def chat(self, chat_id: Any) -> Chat:
        """The chat that a call names. Raises Refused."""
        if isinstance(chat_id, str) and chat_id.removeprefix("-").isdigit():
            chat_id = int(chat_id)
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if chat is None:
            raise bad("chat not found")
        if chat.deactivated:
            raise forbidden("user is deactivated")
        return chat

    def open_to_bot(self, chat: Chat) -> None:
        """Raises Refused 403 when the bot may not write there."""
        if chat.blocked:
            who = "bot was kicked from the group chat" if chat.is_group else "bot was blocked by the user"
            raise forbidden(who)
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")

    # messages --------------------------------------------------------------------------------------------------------

    def next_message_id(self) -> int:
        self._last_message += 1
        return self._last_message

    def bot_user(self) -> dict[str, Any]:
        return {
            "id": self.bot_id,
            "is_bot": True,
            "first_name": self.profile.name(""),
            "username": self.profile.username,
        }

    def api(self, post: Post) -> dict[str, Any]:
        """The Bot API's Message of a post."""
        sender = self.bot_user() if post.by_bot else self.chats[post.sender].user()
        return to_api(post, sender, self.chats[post.chat].api())

    def publish(self, method: str, post: Post, *, uploaded: bool = False) -> dict[str, Any]:
        """A new message of the bot: on the screen, in the record. Returns the Bot API's Message."""
        self.chats[post.chat].posts[post.id] = post
        self.record.accept(method, post, uploaded=uploaded)
        self.feed.add(post.chat, "message", post)
        return self.api(post)

    def change(self, method: str, post: Post, *, uploaded: bool = False) -> dict[str, Any]:
        """Put `post` in the place of the one with its id. Returns the Bot API's Message."""
        self.chats[post.chat].posts[post.id] = post
        self.record.accept(method, post, uploaded=uploaded)
        self.feed.add(post.chat, "edit", post)
        return self.api(post)
