"""Own words as themes: the same words, however they are spaced and capitalised, are the same proposal."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256
from typing import Final

PREFIX: Final = "own-"
_GAPS: Final = re.compile(r"[\W_]+")


def normalised(words: str) -> str:
    """`words` for comparing: compatibility forms and case folded, punctuation and gaps as one space each."""
    return _GAPS.sub(" ", unicodedata.normalize("NFKC", words).casefold()).strip()


def proposal_key(words: str) -> str:
    """The key of the theme that these words propose. Words of signs alone are compared as they stand."""
    compared = normalised(words) or words.strip()
    return PREFIX + sha256(compared.encode()).hexdigest()[:32]
