"""The words of a timeline's message as an organiser writes them, and as they stand in the catalogue."""

from __future__ import annotations

from typing import Final

from conversations.organise.fields import tidied
from conversations.screens import Say

LONGEST: Final = 1500


def entry_text(typed: str) -> str | Say:
    """What was typed as a message's words, or why it cannot be them."""
    text = tidied(typed)
    if len(text) > LONGEST:
        return Say("organise-too-long", {"most": LONGEST, "is": len(text)})
    return text if any(letter.isalnum() for letter in text) else Say("organise-no-words")


def usual_words(kind: str) -> Say:
    """The catalogue's words, or what the message is made of when it says figures or what the office decided."""
    return Say(f"timeline-usual-{kind}" if kind in ("summary", "decision") else f"timeline-{kind.replace('_', '-')}")
