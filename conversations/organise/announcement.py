"""An announcement on its way: what a conversation keeps of it, and the message that comes of it.

Kept in the frame: parts [[kind, value]], texts {language: HTML of `domain.markup`}, file {kind, file_id}, button {to, label,
url}, at (ISO; absent: at once), key.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from conversations.context import Context
from conversations.facts import WorkshopFact
from conversations.folding import cleaned
from conversations.screens import As, Button, Content, FileRef, Marked, Own, Say, Words
from domain import markup
from domain.languages import LANGUAGES

Kept = Mapping[str, Any]

LONGEST: Final = 3500
"""Characters of a text; Telegram takes 4,096, and markup and a warning of an example need room."""
LONGEST_WITH_FILE: Final = 1000
LONGEST_LABEL: Final = 40
TARGETS: Final = ("survey", "reg", "results")
"""Flows that a button under an announcement can lead to."""


def languages(ctx: Context) -> list[str]:
    """In which a message of the workshop is written."""
    return list(ctx.facts.extra.get("languages", LANGUAGES))


def longest(kept: Kept) -> int:
    return LONGEST_WITH_FILE if kept.get("file") else LONGEST


def too_long(kept: Kept) -> Say | None:
    """Why the texts do not fit with the file, or None."""
    most = longest(kept)
    worst = max((markup.length(html) for html in kept.get("texts", {}).values()), default=0)
    return Say("announce-too-long", {"most": most, "is": worst}) if worst > most else None


def read_link(text: str) -> dict[str, str] | None:
    """'Program warsztatu https://…' as a button's label and address, or None."""
    found = re.fullmatch(r"(.*?)\s*(https?://\S+)", text.strip(), re.DOTALL)
    if found is None or not markup.is_link(found[2]) or len(found[2]) > 500:
        return None
    label = cleaned(found[1]).rstrip(" :-–—")
    return {"to": "url", "label": label, "url": found[2]} if 1 <= len(label) <= LONGEST_LABEL else None


def content_of(kept: Kept, workshop: WorkshopFact) -> Content:
    """The message as it will be sent, in all its languages."""
    kept_button = kept.get("button")
    rows = ((_button(kept_button, workshop),),) if kept_button else ()
    file = kept.get("file")
    ref = FileRef(file["kind"], file_id=file["file_id"], as_photo=file["kind"] == "photo") if file else None
    place = kept_button["to"] if kept_button and kept_button["to"] in TARGETS else "workshops"
    return Content(place, (Marked(kept["texts"]),), rows, ref)


def _button(kept: Mapping[str, str], workshop: WorkshopFact) -> Button:
    if kept["to"] == "url":
        return Button(Own(kept["label"]), url=kept["url"])
    return Button(Say(f"announce-button-{kept['to']}"), "open", str(workshop.id), style="primary", place=kept["to"])


def after_previews(workshop: WorkshopFact) -> Content:
    """Below the previews, which have pushed the last screen up: the way to it."""
    way = Button(Say("announce-to-last"), "last", str(workshop.id), style="primary", place="announce")
    return Content("announce", (Say("announce-previews-end"),), ((way,),))


def preview(content: Content, language: str) -> Content:
    """The same message as somebody reading that language gets it."""

    def spoken(words: Words) -> Words:
        return As(language, words)

    rows = tuple(tuple(replace(button, label=spoken(button.label)) for button in row) for row in content.buttons)
    return replace(content, lines=tuple(spoken(line) for line in content.lines), buttons=rows)
