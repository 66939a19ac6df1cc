"""Files for the chat: each is drawn once and uploaded once; after that Telegram's own id of it is sent.

found = find(tx, bot, ref, language)      in a read: an id, the bytes, or a plan
ready = make(found, say)                  outside any transaction: draws what the plan says
keep(tx, ready, now)                      in a write: so that it is not drawn again
remember(tx, bot, ready.key, id, now)     in a write, when Telegram has taken it
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conversations.screens import FileRef
from domain.instants import Instant
from results.words import Say
from service import audit
from service.drawing import NoSuchFile, Recorded
from service.work import Tx
from storage import uploads

__all__ = ["NoSuchFile", "Plan", "Ready", "find", "forget", "keep", "make", "remember"]


@dataclass(frozen=True, slots=True)
class Ready:
    """A file to send: what Telegram already has (`file_id`), or `data` under `name`. `key` None: made anew each time.

    `recorded`: what `keep` writes into the audit log of it.
    """

    name: str
    as_photo: bool
    key: str | None
    file_id: str | None = None
    data: bytes | None = None
    fresh: bool = False
    recorded: Recorded | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A file that has to be made first, from what was read in the transaction."""

    name: str
    as_photo: bool
    key: str | None
    language: str
    draw: Callable[[Say, str], bytes | Recorded]


def find(tx: Tx, bot: int, ref: FileRef, language: str) -> Ready | Plan:
    """What there is of the file already, or how to make it. Raises NoSuchFile."""
    if ref.file_id is not None:
        return Ready("", ref.as_photo, None, file_id=ref.file_id)
    key = None if ref.key is None else f"{ref.key}:{language}"
    known = None if key is None else uploads.file_id(tx, bot, key)
    if known is not None:
        return Ready("", ref.as_photo, key, file_id=known)
    from service.file_kinds import MAKERS  # the makers' own modules: not for a bot that starts

    maker = MAKERS.get(ref.kind)
    if maker is None:
        raise NoSuchFile(f"no maker for files of kind {ref.kind}")
    drawing = maker(tx, ref.about, language)
    drawn = None if key is None else uploads.picture(tx, key)
    if drawn is not None:
        return Ready(drawing.name, ref.as_photo, key, data=drawn)
    return Plan(drawing.name, ref.as_photo, key, language, drawing.draw)


def make(found: Ready | Plan, say: Say) -> Ready:
    """Draw what is not drawn yet. `say` gives plain text of the catalogue in the plan's language."""
    if isinstance(found, Ready):
        return found
    drawn = found.draw(say, found.language)
    recorded = drawn if isinstance(drawn, Recorded) else None
    data = drawn.data if isinstance(drawn, Recorded) else drawn
    return Ready(found.name, found.as_photo, found.key, data=data, fresh=True, recorded=recorded)


def keep(tx: Tx, ready: Ready, now: Instant) -> None:
    """Keep a freshly drawn picture, so that no other process draws it again; write down the making of what is recorded."""
    if ready.recorded is not None:
        made = ready.recorded
        audit.record(tx, made.actor, made.act, now, workshop=made.workshop, about=made.about)
    if ready.fresh and ready.as_photo and ready.key is not None and ready.data is not None:
        uploads.keep_picture(tx, ready.key, ready.data, now)


def remember(tx: Tx, bot: int, key: str, file_id: str, now: Instant) -> None:
    """Telegram has taken the file of `key`: from now on it is sent by this id."""
    uploads.remember(tx, bot, key, file_id, now)


def forget(tx: Tx, bot: int, key: str) -> None:
    """Telegram does not know the file of `key` by its id any more: the next one uploads it again."""
    uploads.forget(tx, bot, key)
