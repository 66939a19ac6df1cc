"""What may be written as a theme of one's own."""

from __future__ import annotations

import re

from conversations.folding import has_letters
from conversations.screens import Say

LONGEST = 60
LETTERS = 3
_LINK = re.compile(
    r"(?i)\b(?:https?://|www\.|t\.me/)\S+|\b[\w-]+\.(?:pl|com|org|net|eu|info|ua|ru|gov)\b|(?<!\w)@\w{3,}"
)
_PHONE = re.compile(r"\+?\d[\d\s().-]{6,}\d")


def objection(words: str) -> Say | None:
    """The sentence that says why `words` (cleaned) cannot be a theme, or None."""
    if _LINK.search(words):
        return Say("own-link")
    found = _PHONE.search(words)
    if found and sum(letter.isdigit() for letter in found.group()) >= 7:
        return Say("own-phone")
    if not has_letters(words, LETTERS):
        return Say("own-too-short", {"letters": LETTERS})
    if len(words) > LONGEST:
        return Say("own-too-long", {"longest": LONGEST, "length": len(words)})
    return None
