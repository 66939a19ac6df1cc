"""Files that go out: made once, uploaded once, then sent by the id that Telegram gave them."""

from __future__ import annotations

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol, TypeVar

from telegram import InputFile

from bot.failures import Kind, sort
from bot.shared import Shared
from conversations.screens import FileRef
from domain.instants import Instant
from service.work import Town, Tx

T = TypeVar("T")
KNOWN: Final = 1_000
"""File ids kept in memory."""

MADE: Final = 16
"""Files made and not yet uploaded that are kept in memory."""


class MadeFile(Protocol):
    """A file's content, ready to be uploaded."""

    @property
    def name(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def as_photo(self) -> bool: ...


class Files(Protocol):
    """`service.files`: makes files and keeps the ids of those that Telegram has."""

    def find(self, tx: Tx, bot: int, key: str) -> str | None: ...

    def remember(self, tx: Tx, bot: int, key: str, file_id: str, now: Instant) -> None: ...

    def forget(self, tx: Tx, bot: int, key: str) -> None: ...

    def make(self, tx: Tx, ref: FileRef, language: str, town: Town, now: Instant) -> MadeFile: ...


@dataclass(frozen=True, slots=True)
class Attachment:
    """One file for one delivery. `shared`: the same for everybody with this `key`."""

    ref: FileRef
    language: str
    key: str
    shared: bool


def attachment(ref: FileRef, language: str, delivery: int) -> Attachment:
    """The file of a delivery; without a key of its own it is made for this delivery alone."""
    if ref.key is None:
        return Attachment(ref, language, f"delivery:{delivery}", shared=False)
    key = f"{ref.key}:{language}"
    if len(key) > 128:
        key = hashlib.sha256(key.encode()).hexdigest()
    return Attachment(ref, language, key, shared=True)


class Uploads:
    """Keeps what was made until it is uploaded, and the ids of what Telegram has."""

    def __init__(self, shared: Shared, files: Files) -> None:
        self._shared = shared
        self._files = files
        self._ids: OrderedDict[str, str] = OrderedDict()
        self._made: OrderedDict[str, MadeFile] = OrderedDict()
        self._locks: dict[str, asyncio.Lock] = {}

    def is_ready(self, file: Attachment) -> bool:
        """Whether it can be sent without being made first."""
        return file.ref.file_id is not None or file.key in self._ids or file.key in self._made

    async def prepare(self, file: Attachment) -> None:
        """Find the file's id, or make the file; may take seconds. Raises what the maker raises."""
        async with self._alone(file.key):
            if self.is_ready(file):
                return
            if file.shared:
                known = await self._shared.transactions.read(
                    lambda tx: self._files.find(tx, self._shared.town.bot, file.key)
                )
                if known is not None:
                    _keep(self._ids, file.key, known, KNOWN)
                    return
            await self._make(file)

    async def send(self, chat: int, file: Attachment, parameters: Mapping[str, Any]) -> Any:
        """Send it, uploading when Telegram does not have it yet. Returns the message. Raises TelegramError."""
        if file.ref.file_id is not None:
            return await self._send(chat, file.ref.file_id, file.ref.as_photo, parameters)
        known = self._ids.get(file.key)
        if known is not None:
            try:
                return await self._send(chat, known, file.ref.as_photo, parameters)
            except Exception as error:
                if sort(error).kind is not Kind.FILE_LOST:
                    raise
                await self._lose(file.key)
        return await self._upload(chat, file, parameters)

    async def _upload(self, chat: int, file: Attachment, parameters: Mapping[str, Any]) -> Any:
        async with self._alone(file.key):
            known = self._ids.get(file.key)
            if known is not None:  # somebody else uploaded it while we waited
                return await self._send(chat, known, file.ref.as_photo, parameters)
            made = self._made.get(file.key) or await self._make(file)
            content = InputFile(made.content, filename=made.name)
            message = await self._send(chat, content, file.ref.as_photo, parameters)
            file_id = _file_id(message)
            if file.shared and file_id is not None:
                now = self._shared.now()
                await self._shared.transactions.write(
                    partial(_remember, self._files, self._shared.town.bot, file.key, file_id, now)
                )
                _keep(self._ids, file.key, file_id, KNOWN)
            self._made.pop(file.key, None)
            return message

    async def _make(self, file: Attachment) -> MadeFile:
        now = self._shared.now()
        made = await self._shared.transactions.read(
            lambda tx: self._files.make(tx, file.ref, file.language, self._shared.town, now)
        )
        _keep(self._made, file.key, made, MADE)
        return made

    async def _send(self, chat: int, content: InputFile | str, as_photo: bool, parameters: Mapping[str, Any]) -> Any:
        if as_photo:
            return await self._shared.call("sendPhoto", chat_id=chat, photo=content, **parameters)
        return await self._shared.call("sendDocument", chat_id=chat, document=content, **parameters)

    async def _lose(self, key: str) -> None:
        self._ids.pop(key, None)
        await self._shared.transactions.write(lambda tx: self._files.forget(tx, self._shared.town.bot, key))

    def _alone(self, key: str) -> asyncio.Lock:
        if len(self._locks) > KNOWN:
            self._locks = {one: lock for one, lock in self._locks.items() if lock.locked()}
        return self._locks.setdefault(key, asyncio.Lock())


def _remember(files: Files, bot: int, key: str, file_id: str, now: Instant, tx: Tx) -> None:
    files.remember(tx, bot, key, file_id, now)


def _file_id(message: Any) -> str | None:
    """Of the photo's largest size, or of the document."""
    if not isinstance(message, Mapping):
        return None
    sizes, document = message.get("photo"), message.get("document")
    content = sizes[-1] if isinstance(sizes, list) and sizes else document
    found = content.get("file_id") if isinstance(content, Mapping) else None
    return found if isinstance(found, str) else None


def _keep(kept: OrderedDict[str, T], key: str, value: T, most: int) -> None:
    kept[key] = value
    kept.move_to_end(key)
    while len(kept) > most:
        kept.popitem(last=False)
