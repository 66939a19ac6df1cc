"""What the server accepted and what it refused: the evidence that tests compare a bot's own account with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .posts import Post, to_phone


@dataclass(frozen=True, slots=True)
class Accepted:
    """A message that was sent or changed, as it stood then."""

    number: int
    method: str
    post: Post
    at_machine: float
    uploaded: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """A call that was refused, by the rules or by a rehearsed fault."""

    number: int
    method: str
    chat: Any
    code: int
    description: str
    at_machine: float
    rehearsed: bool


class Record:
    """Grows until it is reset."""

    def __init__(self, machine: Callable[[], float]) -> None:
        self._machine = machine
        self._number = 0
        self.accepted: list[Accepted] = []
        self.refused: list[Refusal] = []
        self.calls: Counter[str] = Counter()

    def accept(self, method: str, post: Post, *, uploaded: bool = False) -> None:
        self._number += 1
        self.accepted.append(Accepted(self._number, method, post, self._machine(), uploaded))

    def refuse(self, method: str, chat: Any, code: int, description: str, *, rehearsed: bool = False) -> None:
        self._number += 1
        self.refused.append(Refusal(self._number, method, chat, code, description, self._machine(), rehearsed))

    def clear(self) -> None:
        self.accepted.clear()
        self.refused.clear()
        self.calls.clear()


def accepted_view(entry: Accepted) -> dict[str, Any]:
    shown = to_phone(entry.post)
    return {
        "number": entry.number,
        "method": entry.method,
        "chat": entry.post.chat,
        "message_id": entry.post.id,
        "text": entry.post.text,
        "html": shown["html"],
        "keyboard": shown["keyboard"],
        "photo": shown.get("photo"),
        "document": shown.get("document"),
        "date": entry.post.date if entry.post.edited is None else entry.post.edited,
        "at_machine": entry.at_machine,
        "uploaded": entry.uploaded,
    }


def refusal_view(entry: Refusal) -> dict[str, Any]:
    return {
        "number": entry.number,
        "method": entry.method,
        "chat": entry.chat,
        "code": entry.code,
        "description": entry.description,
        "at_machine": entry.at_machine,
        "rehearsed": entry.rehearsed,
    }
