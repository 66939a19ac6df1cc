"""What residents recognise on a phone: buttons by their words, themes by their names in three languages."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

LABELS_FILE = Path(__file__).with_name("labels.toml")
_PLACE_MARK = re.compile(r"^\s*\d\s*[·.]\s*")
_EDGES = re.compile(r"^[^\w/]+|[^\w)”]+$")


def plain(words: str) -> str:
    """Words as an eye compares them: folded, single spaces, no signs at the edges."""
    folded = unicodedata.normalize("NFC", words).casefold().replace("’", "'")
    return _EDGES.sub("", " ".join(folded.split()))


@dataclass(frozen=True, slots=True)
class Labels:
    """`roles` says by which words a button is known, `names` leads from any shown theme name to the Polish one."""

    roles: Mapping[str, tuple[str, ...]]
    texts: Mapping[str, tuple[str, ...]]
    commands: Mapping[str, str]
    names: Mapping[str, str]
    shown: Mapping[str, Mapping[str, str]]

    def role(self, label: str) -> str | None:
        """The role of a button, or None. The longest fitting word decides, so "Nie, to inny temat" beats "Nie"."""
        seen, found = plain(label), (0, "")
        for role, words in self.roles.items():
            for word in words:
                stem = word.strip("*")
                if _fits(seen, word, stem) and len(stem) > found[0]:
                    found = (len(stem), role)
        return found[1] or None

    def theme(self, label: str) -> str | None:
        """The Polish name of the theme on a button, whatever place stands before it; None when it is no theme."""
        return self.names.get(plain(_PLACE_MARK.sub("", label)))

    def says(self, kind: str, text: str) -> bool:
        """Whether the text holds one of the words of `kind` in `[texts]`."""
        folded = text.casefold()
        return any(word in folded for word in self.texts[kind])


def read_labels(file: Path = LABELS_FILE) -> Labels:
    """The labels of a file. Raises KeyError or tomllib.TOMLDecodeError when it is not one of these."""
    known = tomllib.loads(file.read_text(encoding="utf-8"))
    themes: list[dict[str, str]] = known["themes"]
    return Labels(
        roles={role: tuple(_pattern(word) for word in words) for role, words in known["buttons"].items()},
        texts={kind: tuple(word.casefold() for word in words) for kind, words in known["texts"].items()},
        commands=known["commands"],
        names={plain(name): theme["pl"] for theme in themes for name in theme.values()},
        shown={theme["pl"]: theme for theme in themes},
    )


def _pattern(word: str) -> str:
    before, after = "*" * word.startswith("*"), "*" * word.endswith("*")
    return before + plain(word) + after


def _fits(seen: str, word: str, stem: str) -> bool:
    if word.startswith("*"):
        return stem in seen
    return seen.startswith(stem) if word.endswith("*") else seen == stem


def without_place(label: str) -> str:
    """A button's label without the place before it: '2 · Edukacja' is 'Edukacja'."""
    return _PLACE_MARK.sub("", label).strip()


def ranked_lines(text: str) -> list[str]:
    """The chosen names that a ranking message lists, in order: lines '1. Edukacja'; an empty place is a dash."""
    found = re.findall(r"^\s*(\d)\.\s+(.+?)\s*$", text, flags=re.MULTILINE)
    return [name for _, name in sorted(found) if plain(name)]
