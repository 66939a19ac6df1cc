"""What the makers of files agree on: each reads what it needs in the transaction, and draws later, outside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from results.words import Say
from service.work import Tx


class NoSuchFile(LookupError):
    """The file's subject is gone (a workshop deleted, a release withdrawn), or its kind is unknown."""


Draw = Callable[[Say, str], bytes]
"""(words of a language, that language) -> the file. Pure, and may take a second: not for a transaction."""


@dataclass(frozen=True, slots=True)
class Drawing:
    name: str
    draw: Draw


@dataclass(frozen=True, slots=True)
class Recorded:
    """A file whose making is written into the audit log, as `service.audit.record` takes it, before the file leaves."""

    data: bytes
    actor: str
    act: str
    workshop: int
    about: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RecordedDrawing:
    """A drawing of a file whose making is written down."""

    name: str
    draw: Callable[[Say, str], Recorded]


Maker = Callable[[Tx, Mapping[str, Any], str], Drawing | RecordedDrawing]
"""(transaction, what the reference is about, language) -> how to draw it. Raises NoSuchFile."""
