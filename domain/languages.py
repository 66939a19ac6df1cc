"""The languages residents can answer in, and texts that exist in several of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeGuard

Language = Literal["pl", "uk", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("pl", "uk", "en")
FALLBACK: Final[Language] = "pl"

Texts = Mapping[str, str]
"""One text in several languages: language -> words. Never empty."""


def is_language(code: str | None) -> TypeGuard[Language]:
    return code in LANGUAGES


def guess(phone_language: str | None) -> Language | None:
    """The language to speak to a phone set to `phone_language` (an IETF tag), or None when we lack it."""
    code = (phone_language or "").replace("_", "-").split("-")[0].lower()
    return code if is_language(code) else None


def pick(texts: Texts, language: str) -> str:
    """`texts` in `language`, else in Polish, else in whatever there is."""
    return texts.get(language) or texts.get(FALLBACK) or next(iter(texts.values()))
