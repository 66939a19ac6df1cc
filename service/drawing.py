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


Maker = Callable[[Tx, Mapping[str, Any], str], Drawing]
"""(transaction, what the reference is about, language) -> how to draw it. Raises NoSuchFile."""
