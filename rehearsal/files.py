"""Files that were uploaded, by the bot or from a phone: kept in memory, reused by id, downloaded by path."""

from __future__ import annotations

import io
import mimetypes
import random
import string
from dataclasses import dataclass
from typing import Any

from PIL import Image, UnidentifiedImageError

from .arguments import Upload
from .posts import Media
from .refusals import bad

MAX_PHOTO = 10 * 1024 * 1024
MAX_DOCUMENT = 50 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
_LETTERS = string.ascii_letters + string.digits + "-_"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file. `kind` is photo, document, voice …; width and height are 0 unless it is a photo."""

    file_id: str
    unique_id: str
    kind: str
    path: str
    name: str
    mime: str
    content: bytes
    width: int = 0
    height: int = 0


class Files:
    """All files of the server, by id and by download path."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self.uploads = 0

    def store(self, kind: str, upload: Upload) -> StoredFile:
        """Keep an upload under new ids. Raises Refused 400 or 413 for what Telegram would not take."""
        if not upload.content:
            raise bad("file must be non-empty")
        if len(upload.content) > (MAX_PHOTO if kind == "photo" else MAX_DOCUMENT):
            raise bad("file is too big")
        width, height = _measure(upload.content) if kind == "photo" else (0, 0)
        self.uploads += 1
        mime = upload.mime if upload.mime != "application/octet-stream" else _guess(upload.name)
        ending = upload.name.rpartition(".")[2].lower() if "." in upload.name else "bin"
        stored = StoredFile(
            file_id=("AgACAgI" if kind == "photo" else "BQACAgI") + self._letters(48),
            unique_id=self._letters(16),
            kind=kind,
            path=f"{kind}s/file_{len(self._by_id)}.{ending}",
            name=upload.name,
            mime=mime,
            content=upload.content,
            width=width,
            height=height,
        )
        self._by_id[stored.file_id] = stored
        self._by_path[stored.path] = stored
        return stored

    def find(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def at_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def reused(self, kind: str, file_id: str) -> StoredFile:
        """The file that a bot names instead of uploading it. Raises Refused 400."""
        if file_id.startswith(("http://", "https://")):
            raise bad("failed to get HTTP URL content")  # this server fetches nothing
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad("wrong file identifier/HTTP URL specified")
        if (stored.kind == "photo") != (kind == "photo"):
            raise bad(f"can't use file of type {stored.kind.capitalize()} as {kind.capitalize()}")
        return stored

    def _letters(self, count: int) -> str:
        return "".join(self._dice.choices(_LETTERS, k=count))


def _guess(name: str) -> str:
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def _measure(content: bytes) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(content)) as picture:
            width, height = picture.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        raise bad("IMAGE_PROCESS_FAILED") from None
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return width, height


def as_media(stored: StoredFile) -> Media:
    """The message field of a photo or of anything else as a document."""
    base: dict[str, Any] = {
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": len(stored.content),
    }
    if stored.kind == "photo":
        value: Any = [{**base, "width": stored.width, "height": stored.height}]
    else:
        value = {**base, "file_name": stored.name, "mime_type": stored.mime}
    kind = "photo" if stored.kind == "photo" else "document"
    return Media(kind, value, stored.file_id, stored.name, stored.mime, len(stored.content))
