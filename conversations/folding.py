"""Words made comparable and presentable: diacritics folded, invisible characters taken out."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans("łŁøØđĐ’ʼ`´", "lLoOdD''''")
_SPACES = re.compile(r"\s+")
_INVISIBLE = {"Cc", "Cf", "Co", "Cn", "Cs"}


def cleaned(text: str) -> str:
    """`text` on one line without control and zero-width characters, NFC, trimmed. Right-to-left letters stay."""
    spaced = _SPACES.sub(" ", text)
    visible = "".join(letter for letter in spaced if unicodedata.category(letter) not in _INVISIBLE)
    return _SPACES.sub(" ", unicodedata.normalize("NFC", visible)).strip()


def folded(text: str) -> str:
    """`text` for comparing: lower case, no diacritics, punctuation as spaces. й and ї keep what makes them letters."""
    lowered = text.casefold().translate(_PLAIN)
    letters = []
    for letter in lowered:
        if "\u0400" <= letter <= "\u04ff":
            letters.append(letter)
        else:
            letters.append(
                "".join(one for one in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(one))
            )
    return " ".join(re.findall(r"[\w']+", "".join(letters)))


def has_letters(text: str, least: int) -> bool:
    return sum(letter.isalpha() for letter in text) >= least
