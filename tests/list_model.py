"""What should be chosen and stored, as lists: the measure of random conversations, also of those through the whole bot."""

from __future__ import annotations

from conversations.folding import folded
from tests.pure_lublin import THEMES

NAMES = {folded(name): number for number, names in enumerate(THEMES, 1) for name in names}
WORDS = (
    *[names[0] for names in THEMES],
    "sport",
    "спорт",
    "8, 3",
    "2",
    "sport, edukacja",
    "ceny mieszkań",
    "Ceny  mieszkań",
    "=HYPERLINK(1)",
)
"""Texts whose meaning on the ranking screen the model knows."""


class Model:
    """What should be chosen and stored in the first wave: three places, each theme or wording once."""

    def __init__(self) -> None:
        self.draft: list[str | int] = []
        self.stored: list[str | int] | None = None
        self.pending = ""

    def add(self, *chosen: str | int) -> None:
        self.draft += [one for one in dict.fromkeys(chosen) if one not in self.draft][: 3 - len(self.draft)]

    def tap(self, place: str, verb: str, argument: str, named: dict[str, str | int]) -> None:
        """A tap that reached the screen at `place`. `named` are the tokens of what was chosen before it."""
        if place.startswith("sv.q0"):
            if (
                verb == "put"
                and argument[1:].isdigit()
                and argument[1:].isascii()
                and 1 <= int(argument[1:]) <= len(THEMES)
            ):
                self.add(int(argument[1:]))
            elif verb == "take" and argument in named:
                self.draft.remove(named[argument])
            elif (
                verb == "move"
                and argument.split(">")[0] in named
                and argument.split(">")[1] in {str(n) for n in range(1, len(self.draft) + 1)}
            ):
                moved = named[argument.split(">")[0]]
                self.draft.remove(moved)
                self.draft.insert(int(argument.split(">")[1]) - 1, moved)
            elif verb == "keep":
                self.add(folded(self.pending))
            elif verb == "skip":
                self.draft = []
        elif (place, verb) in {("sv.review.10", "keep"), ("sv.sent.10", "edit")} and self.stored is not None:
            self.draft = list(self.stored)

    def text(self, place: str, text: str) -> None:
        """A text on the ranking screen."""
        if place == "sv.q0l.10" and text == "nie":
            self.add(folded(self.pending))
        elif not place.startswith("sv.q0") or text not in WORDS:
            self.pending = text if place.startswith("sv.q0") and text == "zielen w miescie" else self.pending
        elif folded(text) in NAMES:
            self.add(NAMES[folded(text)])
        elif text.startswith(("8", "2")):
            self.add(*([8, 3] if text == "8, 3" else [2]) if place == "sv.q0.10" else ())
        elif "," in text:
            self.pending = text if place != "sv.q0.10" and len(self.draft) < 3 else self.pending
            self.add(*([NAMES["sport"], NAMES["edukacja"]] if place == "sv.q0.10" else ()))
        else:
            self.add(folded(text))
