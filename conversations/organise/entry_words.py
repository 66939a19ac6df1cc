"""The words of a timeline's message as an organiser writes them, and as they stand in the catalogue."""

from __future__ import annotations

from typing import Final

from conversations.organise.fields import tidied
from conversations.screens import Say

LONGEST: Final = 1500
LONGEST_WITH_FILE: Final = 500
"""Telegram takes 1,024 characters under a file, and when, where or the figures stand there too."""
WITH_FILE: Final = frozenset({"day_before", "summary"})
"""Kinds that bring a calendar's entry or a picture."""


def entry_text(typed: str, kind: str) -> str | Say:
    """What was typed as the words of a message of this kind, or why it cannot be them."""
    text = tidied(typed)
    most = LONGEST_WITH_FILE if kind in WITH_FILE else LONGEST
    if len(text) > most:
        return Say("organise-too-long", {"most": most, "is": len(text)})
    return text if any(letter.isalnum() for letter in text) else Say("organise-no-words")


def usual_words(kind: str) -> Say:
    """The catalogue's words, or what the message is made of when it says figures or what the office decided."""
    return Say(f"timeline-usual-{kind}" if kind in ("summary", "decision") else f"timeline-{kind.replace('_', '-')}")
