"""Text and entities as HTML for the phones."""

from __future__ import annotations

from html import escape

from .markup import Entity

_MARKS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "spoiler": ('<span class="tg-spoiler">', "</span>"),
    "code": ("<code>", "</code>"),
    "pre": ("<pre>", "</pre>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ("<blockquote>", "</blockquote>"),
}


def to_html(text: str, entities: list[Entity]) -> str:
    """Safe HTML for the phones' page: only our own marks, everything else escaped, line ends kept as they are."""
    if not entities:
        return escape(text)
    letters = text.encode("utf-16-le")
    marks: list[tuple[int, int, int, str]] = []
    for rank, entity in enumerate(entities):
        start, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["type"] == "text_link":
            before, after = f'<a href="{escape(entity["url"])}" target="_blank" rel="noreferrer noopener">', "</a>"
        elif entity["type"] in _MARKS:
            before, after = _MARKS[entity["type"]]
        else:
            continue
        marks.append((start, 1, rank, before))
        marks.append((end, 0, -rank, after))
    done: list[str] = []
    at = 0
    for place, _, _, mark in sorted(marks):
        done.append(escape(letters[at * 2 : place * 2].decode("utf-16-le", "replace")))
        done.append(mark)
        at = place
    done.append(escape(letters[at * 2 :].decode("utf-16-le", "replace")))
    return "".join(done)
