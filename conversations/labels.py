"""Labels that are typed: the button of a screen that a text names, as the person sees it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from conversations.events import Tap
from conversations.folding import folded
from conversations.screens import Button, In, Own, Say, Screen, Words

NAVIGATION: Final = frozenset(
    {"back", "next", "skip", "later", "more", "less", "home", "list", "page", "leave", "own", "keep"}
)
"""Verbs that lead about, or to words of one's own: their labels count also where words are an answer."""
BEGINNING: Final = 4
"""Letters of a label's beginning that may stand for all of it. A first word may be shorter."""
_WHOLE_ONLY: Final = frozenset({"forget"})
"""What cannot be undone is not done for half of its label."""
_NO_BEGINNING: Final = frozenset({"no_opinion"})
"""Answers whose label begins with another answer's word: who writes "no" to "how much do you agree" has an opinion."""
_NUMBERED: Final = re.compile(r"(?:\d+ )+(?=\D)")


class Labelling(Protocol):
    """`messages.catalogue.plain`: words in a language, without markup."""

    def __call__(self, said: Words, language: str, *, simple: bool = False) -> str: ...


@dataclass(frozen=True, slots=True)
class Shown:
    """What the person sees: the screen, its labels in their language, and whether words are an answer there."""

    screen: Screen
    called: Callable[[Button], str]
    asks_words: bool = False

    def tap(self, button: Button, session: int) -> Tap:
        return Tap(session, button.place or self.screen.place, button.verb, button.argument)

    @property
    def tappable(self) -> list[Button]:
        """Those that a text can stand for: a link is opened by a finger alone."""
        return [button for row in self.screen.buttons for button in row if button.url is None]


def is_back(button: Button) -> bool:
    """True for the way back, whatever it is called inside."""
    return button.verb == "back" or (isinstance(button.label, Say) and button.label.name == "back")


def navigates(button: Button) -> bool:
    """True for a way on or out, also into another flow; an answer never is."""
    return button.verb in NAVIGATION or button.place is not None or is_back(button)


def _counts(button: Button, label: str, shown: Shown) -> bool:
    """Where words are an answer: a way on or out, and what is done with a theme, unless it is called like that theme."""
    if not shown.asks_words or navigates(button):
        return True
    theme = button.label.args.get("theme") if isinstance(button.label, Say) else None
    return isinstance(theme, In | Own) and label not in map(
        folded, theme.texts.values() if isinstance(theme, In) else [theme.text]
    )


def labelled(text: str, shown: Shown) -> Button | None:
    """The one button whose label is `text`: with its number, or else without. Where words are an answer, a way on or out."""
    wanted = folded(text)
    if not wanted:
        return None
    by_label = [(button, folded(shown.called(button))) for button in shown.tappable]
    return _only([button for button, label in by_label if label == wanted and _counts(button, label, shown)]) or _only(
        [button for button, label in by_label if _bare(label) == wanted and _counts(button, _bare(label), shown)]
    )


def begun(text: str, shown: Shown) -> Button | None:
    """The one button whose label begins with `text`. Half a label is no answer where words are one."""
    wanted = folded(text)
    if shown.asks_words or not wanted or wanted.isdigit():
        return None
    by_label = [(button, _bare(folded(shown.called(button)))) for button in shown.tappable]
    return _only([b for b, label in by_label if not _whole(b) and _begins(label, wanted)])


def _whole(button: Button) -> bool:
    return button.verb in _WHOLE_ONLY or button.argument in _NO_BEGINNING


def _begins(label: str, wanted: str) -> bool:
    return label.partition(" ")[0] == wanted or (len(wanted) >= BEGINNING and label.startswith(wanted))


def _bare(label: str) -> str:
    return _NUMBERED.sub("", label, count=1) if label[:1].isdigit() else label


def _only(found: list[Button]) -> Button | None:
    return found[0] if len(found) == 1 else None
