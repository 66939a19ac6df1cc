"""Themes that resemble what somebody wrote, across inflection, typos, missing diacritics and our three languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from conversations.facts import ThemeFact
from conversations.folding import folded
from conversations.stems import LEAST, stem

SUGGESTIONS = 3
LIKE = 0.4
"""From here on a theme is offered as similar."""
SAME_WORD = 0.72
"""From here on two stems pass for one word."""
_IDLE_WORDS = (
    "i w we z ze na do o od po za dla oraz lub sie jest to the a an of in and for on at і й та у в на до з із для про"
)
_IDLE = frozenset(_IDLE_WORDS.split())


def exact(text: str, themes: Iterable[ThemeFact]) -> ThemeFact | None:
    """The theme that is called so in some language, letter for letter but for case, diacritics and punctuation."""
    wanted = folded(text)
    return next((theme for theme in themes if any(folded(name) == wanted for name in theme.names.values())), None)


def meant(text: str, themes: Sequence[ThemeFact]) -> ThemeFact | None:
    """The one theme that the words surely mean: its name, its name with a typo, or words of its name alone."""
    named = exact(text, themes)
    if named is not None:
        return named
    sure = [theme for theme in themes if _whole(text, theme) >= 0.9]
    if len(sure) == 1:
        return sure[0]
    words = _stems(text)
    part = [
        theme
        for theme in themes
        if words and any(set(words) <= set(_name_stems(name)) for name in theme.names.values())
    ]
    return part[0] if len(part) == 1 else None


def similar(text: str, themes: Sequence[ThemeFact], limit: int = SUGGESTIONS) -> tuple[ThemeFact, ...]:
    """Up to `limit` themes that resemble `text`, the nearest first; equals in the order of their keys."""
    scored = [(score(text, theme), theme) for theme in themes]
    near = sorted((pair for pair in scored if pair[0] >= LIKE), key=lambda pair: (-pair[0], pair[1].key))
    return tuple(theme for _, theme in near[:limit])


def score(text: str, theme: ThemeFact) -> float:
    """How much `theme` resembles `text` in the best of its languages: 0 not at all, 1 the same."""
    wanted = _stems(text)
    return max((_likeness(wanted, _name_stems(name)) for name in theme.names.values()), default=0.0)


def _whole(text: str, theme: ThemeFact) -> float:
    """Likeness letter by letter, for typos in a whole name."""
    wanted = folded(text)
    return max((_ratio(wanted, folded(name)) for name in theme.names.values()), default=0.0)


@lru_cache(maxsize=2048)
def _name_stems(name: str) -> tuple[str, ...]:
    """Those of a theme's name: kept, unlike what people write."""
    return _stems(name)


def _stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning; of all words when none does."""
    words = folded(text).split()
    carrying = [word for word in words if word not in _IDLE]
    return tuple(stem(word) for word in carrying or words)


def _likeness(wanted: Sequence[str], name: Sequence[str]) -> float:
    """The better covered of the two counts most: one word may name a long theme, and a sentence may hold a short one."""
    if not wanted or not name:
        return 0.0
    there = _covered(wanted, name)
    back = _covered(name, wanted)
    return 0.7 * max(there, back) + 0.3 * min(there, back)


def _covered(words: Sequence[str], by: Sequence[str]) -> float:
    return sum(max(_alike(word, other) for other in by) for word in words) / len(words)


@lru_cache(maxsize=16384)
def _alike(one: str, other: str) -> float:
    """How alike two stems are; 0 below what passes for one word."""
    if one == other:
        return 1.0
    shorter = min(len(one), len(other))
    if shorter < LEAST:
        return 0.0
    if one.startswith(other) or other.startswith(one):
        return 0.9
    likeness = _ratio(one, other)
    return likeness if likeness >= SAME_WORD and one[0] == other[0] else 0.0


def meant_name(text: str, names: Sequence[tuple[int, tuple[str, ...]]]) -> int | None:
    """The one number of those named whose name the text surely means; `names` pairs a number with its names."""
    themes = [
        ThemeFact(number, str(number), {str(at): name for at, name in enumerate(called)}) for number, called in names
    ]
    found = meant(text, themes)
    return found.id if found is not None else None


def _ratio(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # loaded when somebody writes a theme of their own: an idle bot does without it

    return fuzz.ratio(one, other) / 100
