"""Short names for links, from titles: 'Zieleń w mieście' becomes 'zielen-w-miescie', 'Парки' becomes 'parky'."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Final

LONGEST: Final = 32
_LETTERS: Final = {
    **dict(zip("абвгґдезийіклмнопрстуфь", "abvhgdezyiiklmnoprstuf'", strict=True)),
    "є": "ie",
    "ж": "zh",
    "ї": "i",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "iu",
    "я": "ia",
    "ł": "l",
    "ß": "ss",
    "ы": "y",
    "э": "e",
    "ё": "io",
    "ъ": "",
}


def slug(title: str, taken: Collection[str] = ()) -> str:
    """A link name that is not `taken`, of at most LONGEST characters."""
    spelled = "".join(_LETTERS.get(letter, letter) for letter in title.casefold())
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode().replace("'", "")
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].strip("-") or "w"
    numbered = (f"{name[: LONGEST - 4]}-{number}" for number in range(2, 1000))
    return next(one for one in (name, *numbered) if one not in taken)
