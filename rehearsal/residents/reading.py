"""What a resident makes of a message: which kind of screen it is, and which button does what.

Reading goes by the words on the glass alone; callback data is carried along unread.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from .labels import Labels, plain, ranked_lines, without_place

Kind = Literal["notice", "similar", "rank", "scale", "review", "registration", "question", "other"]
_AFTERWORD = re.compile(r"\s*\([^)]*\)\s*$")
_OWN_QUOTES = "„”“\"«»'"


@dataclass(frozen=True, slots=True)
class View:
    """A message as its reader sees it. Values are callback data; `chosen` holds Polish names or folded own words;
    `words` says what the button with some data reads."""

    message: int
    text: str
    kind: Kind
    roles: Mapping[str, str]
    themes: Mapping[str, str]
    scale: Mapping[int, str]
    options: Sequence[str]
    chosen: Sequence[str]
    words: Mapping[str, str]


def read(message: Mapping[str, Any], labels: Labels) -> View:
    """The view of a message as the phones' server hands it out: `id`, `text` or `caption`, `keyboard`."""
    roles, themes, scale, options = dict[str, str](), dict[str, str](), dict[int, str](), list[str]()
    words: dict[str, str] = {}
    for button in (button for row in message.get("keyboard") or [] for button in row):
        label, data = str(button["text"]), button.get("data")
        if data is None:
            continue
        words[data] = label
        role, theme, number = labels.role(label), labels.theme(label), re.match(r"\W*([1-9])\b", label)
        if theme:
            themes.setdefault(theme, data)
        elif role:
            roles.setdefault(role, data)
        elif number and plain(without_place(label)) != plain(label):
            themes.setdefault(own_key(without_place(label)), data)
        elif number:
            scale[int(number[1])] = data
        else:
            options.append(data)
    text = str(message.get("text") or message.get("caption") or "")
    return View(
        message=int(message["id"]),
        text=text,
        kind=_kind(roles, themes, scale, options),
        roles=roles,
        themes=themes,
        scale=scale,
        options=options,
        chosen=[labels.theme(name) or own_key(name) for name in ranked_lines(text)],
        words=words,
    )


def own_key(words: str) -> str:
    """Own words as they compare: without what the bot says behind them in brackets, without quotation marks, folded."""
    return plain(_AFTERWORD.sub("", words).strip(_OWN_QUOTES))


def _kind(
    roles: Mapping[str, str], themes: Mapping[str, str], scale: Mapping[int, str], options: Sequence[str]
) -> Kind:
    only_languages = bool(roles) and all(role.startswith("language_") for role in roles)
    if "accept" in roles or only_languages:
        return "notice"
    if "keep_own" in roles:
        return "similar"
    if len(themes) >= 2 or "own_theme" in roles:
        return "rank"
    if len(scale) >= 3:
        return "scale"
    if "send" in roles or "edit_themes" in roles:
        return "review"
    if "going" in roles:
        return "registration"
    if "skip" in roles or (options and "back" in roles):
        return "question"
    return "other"
