"""Stems of Polish, Ukrainian and English words: what stays when endings go, so that inflected words can be compared.

Not a lemmatiser: a dictionary (simplemma's Polish one) takes 430 MB and five seconds to load, more than the whole bot.
Endings are stripped from folded words instead, longest first, and the consonants that Polish softens before an
ending are put back; `tests/conversations/test_stems.py` measures the result against that dictionary.
"""

from __future__ import annotations

from functools import lru_cache

LEAST = 4
"""Letters a stem keeps at least."""

_POLISH = (
    "owaniami owaniach owaniem owania owanie iejszych iejszym ościami ykami ikami iami iach owie owych owym owego owej "
    "ego emu ymi imi ych ich ami ach iem iom owi ie ia iu io ii ej ym im om ow em a e i o u y"
)
_UKRAINIAN = (
    "ування уванні ового овому ими іми ого ому ами ями ість ості ах ях ів їв ей ою ею єю ій ої ий их им ім ом ем єм ів "
    "ня ні ню ть а е и і о у ю я є ї й ь"
)
_ENGLISH = "ings ing ies ness ed es s y e"
_SOFTENED = (("sci", "st"), ("sc", "st"), ("dzi", "d"), ("ci", "t"), ("rz", "r"), ("dz", "d"), ("szcz", "sk"))


def _endings(listed: str) -> tuple[str, ...]:
    return tuple(sorted(set(listed.replace("ś", "s").split()), key=lambda ending: (-len(ending), ending)))


_LATIN_ENDINGS = _endings(_POLISH + " " + _ENGLISH)
_CYRILLIC_ENDINGS = _endings(_UKRAINIAN)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of one folded word (`conversations.folding.folded`)."""
    cyrillic = any("\u0400" <= letter <= "\u04ff" for letter in word)
    stripped = _strip(word, _CYRILLIC_ENDINGS if cyrillic else _LATIN_ENDINGS)
    return stripped if cyrillic else _hardened(stripped)


def _strip(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if len(word) - len(ending) >= LEAST and word.endswith(ending):
            return word[: -len(ending)]
    return word


def _hardened(word: str) -> str:
    for soft, hard in _SOFTENED:
        if word.endswith(soft) and len(word) - len(soft) + len(hard) >= LEAST:
            return word[: -len(soft)] + hard
    return word
