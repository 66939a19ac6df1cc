"""Codes of paper ballots: what is printed on a ballot and its tear-off slip, and what people make of it when they write."""

from __future__ import annotations

import re
from typing import Final

LETTERS: Final = "ACDEFHJKMNPRTWXY3479"
"""Letters and digits of codes made here: none is taken for another, neither in handwriting nor when read aloud."""
LENGTH: Final = 6
LONGEST: Final = 32
_LOOKALIKES: Final = str.maketrans("АВСЕНКМОРТХУІ", "ABCEHKMOPTXYI")
"""Cyrillic letters that look like Latin ones: the code is the same, whichever keyboard it was typed on."""
_IDLE: Final = re.compile(r"[\s\-‐-―._]+")
_CODE: Final = re.compile(rf"[A-Z0-9]{{1,{LONGEST}}}")


def normalised(text: str) -> str | None:
    """The code that `text` writes, as it is stored; None when it is no code. Codes of other makers are taken too."""
    code = _IDLE.sub("", text).upper().translate(_LOOKALIKES)
    return code if _CODE.fullmatch(code) else None


def shown(code: str) -> str:
    """`code` as people read and copy it best: one made here in two groups, any other as it is."""
    made_here = len(code) == LENGTH and set(code) <= set(LETTERS)
    return f"{code[:3]}-{code[3:]}" if made_here else code
