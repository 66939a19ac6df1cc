"""Files that go out: made once, uploaded once, then sent by the id that Telegram gave them."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final, Protocol

from telegram import InputFile

from bot.failures import Kind, sort
from bot.shared import Shared
from conversations.screens import FileRef
from domain.instants import Instant
from messages.catalogue import unmarked
from service.files import Plan, Ready
from service.work import Tx

KNOWN: Final = 1_000
"""Files of which Telegram's id is kept in memory."""

MADE: Final = 16
"""Files made and not yet uploaded that are kept in memory."""

Said = Callable[..., str]
"""(message name, **arguments) -> plain text of the catalogue in one language."""


class Files(Protocol):
    """`service.files`."""

    def find(self, tx: Tx, bot: int, ref: FileRef, language: str) -> Ready | Plan: ...

    def make(self, found: Ready | Plan, say: Said) -> Ready: ...

    def keep(self, tx: Tx, ready: Ready, now: Instant) -> None: ...

    def remember(self, tx: Tx, bot: int, key: str, file_id: str, now: Instant) -> None: ...

    def forget(self, tx: Tx, bot: int, key: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file for one delivery. Deliveries with the same `key` share it."""

    ref: FileRef
    language: str
    key: str


def attachment(ref: FileRef, language: str, delivery: int) -> Attachment:
    """The file of a delivery; without a key of its own it is made for this delivery alone."""
    language = str(ref.about.get("language", language))
    return Attachment(ref, language, f"delivery:{delivery}" if ref.key is None else f"{ref.key}:{language}")


class Uploads:
    """Keeps what was made until it is uploaded, and the ids of what Telegram has. `say` is `messages.catalogue.say`."""

    def __init__(self, shared: Shared, files: Files, say: Said) -> None:
        self._shared = shared
        self._files = files
        self._say = say
        self._known: OrderedDict[str, Ready] = OrderedDict()
        self._made: OrderedDict[str, Ready] = OrderedDict()
        self._locks: dict[str, asyncio.Lock] = {}

    def is_ready(self, file: Attachment) -> bool:
        """Whether it can be sent without being found or made first."""
        return file.ref.file_id is not None or file.key in self._known or file.key in self._made

    async def prepare(self, file: Attachment) -> None:
        """Find the file, or make it; may take seconds. Raises what the maker raises."""
        async with self._alone(file.key):
            if not self.is_ready(file):
                await self._find(file)

    async def send(self, chat: int, file: Attachment, parameters: Mapping[str, Any]) -> Any:
        """Send it, uploading when Telegram does not have it yet. Returns the message. Raises TelegramError."""
        if file.ref.file_id is not None:
            return await self._send(chat, file.ref.file_id, file.ref.as_photo, parameters)
        known = self._known.get(file.key)
        if known is None:
            return await self._upload(chat, file, parameters)
        try:
            return await self._send(chat, known.file_id, known.as_photo, parameters)
        except Exception as error:
            if sort(error).kind is not Kind.FILE_LOST:
                raise
        await self._lose(file, known)
        return await self._upload(chat, file, parameters)

    async def _upload(self, chat: int, file: Attachment, parameters: Mapping[str, Any]) -> Any:
        async with self._alone(file.key):
            known = self._known.get(file.key)
            if known is not None:  # somebody else uploaded it while we waited
                return await self._send(chat, known.file_id, known.as_photo, parameters)
            ready = self._made.get(file.key) or await self._find(file)
            content = ready.file_id or InputFile(ready.data or b"", filename=ready.name)
            message = await self._send(chat, content, ready.as_photo, parameters)
            await self._remember(file, ready, _file_id(message))
            return message

    async def _find(self, file: Attachment) -> Ready:
        bot, transactions = self._shared.town.bot, self._shared.transactions
        language = str(file.ref.about.get("written_in", file.language))
        found = await transactions.read(lambda tx: self._files.find(tx, bot, file.ref, language))
        ready = await asyncio.to_thread(self._files.make, found, partial(_said, self._say, language))
        if ready.file_id is not None:
            _keep(self._known, file.key, ready, KNOWN)
            return ready
        if ready.fresh:
            now = self._shared.now()
            await transactions.write(lambda tx: self._files.keep(tx, ready, now))
        _keep(self._made, file.key, ready, MADE)
        return ready

    async def _remember(self, file: Attachment, ready: Ready, file_id: str | None) -> None:
        self._made.pop(file.key, None)
        if ready.key is None or file_id is None:
            return
        key, bot, now = ready.key, self._shared.town.bot, self._shared.now()
        await self._shared.transactions.write(lambda tx: self._files.remember(tx, bot, key, file_id, now))
        _keep(self._known, file.key, replace(ready, file_id=file_id, data=None), KNOWN)

    async def _lose(self, file: Attachment, known: Ready) -> None:
        self._known.pop(file.key, None)
        if known.key is not None:
            key, bot = known.key, self._shared.town.bot
            await self._shared.transactions.write(lambda tx: self._files.forget(tx, bot, key))

    async def _send(
        self, chat: int, content: InputFile | str | None, as_photo: bool, parameters: Mapping[str, Any]
    ) -> Any:
        if as_photo:
            return await self._shared.call("sendPhoto", chat_id=chat, photo=content, **parameters)
        return await self._shared.call("sendDocument", chat_id=chat, document=content, **parameters)

    def _alone(self, key: str) -> asyncio.Lock:
        if len(self._locks) > KNOWN:
            self._locks = {one: lock for one, lock in self._locks.items() if lock.locked()}
        return self._locks.setdefault(key, asyncio.Lock())


def _said(say: Said, language: str, name: str, /, **arguments: object) -> str:
    """A picture and a file know no markup: `<b>` would stand on the room's screen as it is written."""
    return unmarked(say(name, language, **arguments))


def _file_id(message: Any) -> str | None:
    """Of the photo's largest size, or of the document."""
    if not isinstance(message, Mapping):
        return None
    sizes, document = message.get("photo"), message.get("document")
    content = sizes[-1] if isinstance(sizes, list) and sizes else document
    found = content.get("file_id") if isinstance(content, Mapping) else None
    return found if isinstance(found, str) else None


def _keep(kept: OrderedDict[str, Ready], key: str, ready: Ready, most: int) -> None:
    kept[key] = ready
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
