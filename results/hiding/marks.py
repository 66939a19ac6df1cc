"""The words "more" and "fewer" beside hidden numbers: what they tell, and how far the numbers may move under them.

Where all tests of a table are shown, Holm's method says what is called a change. A row whose gained or dropped number is
hidden has no test to show; its word is then found by Bonferroni's method over all themes, which depends on no other row
and calls nothing a change that Holm's would not (S. Holm, Scandinavian Journal of Statistics 6 (1979) 65–70).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from results.change import called, mcnemar_exact
from results.hiding.programme import UNBOUNDED, Programme, Terms, World, total
from results.multiplicity import LEVEL

_FURTHER: Final = 20
"""How far above the true number the smaller of gained and dropped is followed."""
_NARROW: Final = 4
"""Under a word that holds for fewer values above zero than these, a small number could not stay open."""


def word(gained: int, dropped: int, themes: int) -> str:
    """more, fewer or unclear by Bonferroni's method over `themes` themes."""
    p = float(mcnemar_exact(np.asarray([gained]), np.asarray([dropped]))[0])
    return called(float(gained - dropped), min(1.0, p * themes))


@dataclass(frozen=True, slots=True)
class Statement:
    """A released word about hidden numbers, `gained` and `dropped` people, in a table of `themes` themes.

    `theme` is the one it is about, `newest`: the release that is being hidden says it, not an earlier one.
    """

    theme: int
    newest: bool
    gained: Terms
    dropped: Terms
    themes: int
    said: str

    def holds(self, world: World) -> bool:
        """True when the word would be the same in this world."""
        return word(_value(self.gained, world), _value(self.dropped, world), self.themes) == self.said


def _value(terms: Terms, world: World) -> int:
    return sum(coefficient * int(world[variable]) for variable, coefficient in terms.items())


@dataclass(frozen=True, slots=True)
class Room:
    """Numbers under which a word stays true: of the side with fewer people least..most, the difference low..high."""

    least: int
    most: int
    low: int
    high: int

    @property
    def narrow(self) -> bool:
        return self.most < _NARROW


def room(gained: int, dropped: int, themes: int) -> Room:
    """Room around true numbers; the difference is that of the side with more people to the other."""
    fewer, difference = min(gained, dropped), abs(gained - dropped)
    if word(gained, dropped, themes) == "unclear":
        least = next(side for side in range(fewer + 1) if difference < _needed(side, themes))
        return Room(least, UNBOUNDED, 1 - _needed(0, themes), _needed(least, themes) - 1)
    most = fewer
    while most < fewer + _FURTHER and _needed(most + 1, themes) <= difference:
        most += 1
    return Room(0, most, _needed(most, themes), UNBOUNDED)


def _needed(fewer: int, themes: int) -> int:
    """The least difference between gained and dropped that is called a change when `fewer` are on the smaller side."""
    differences = np.arange(1, 8 * (fewer + themes + 20) + 1)
    p = mcnemar_exact(fewer + differences, np.full(len(differences), fewer))
    return int(differences[np.argmax(p * themes < LEVEL)])


def example(said: str, themes: int) -> tuple[int, int]:
    """Numbers of gained and dropped people for which the word is true."""
    more = _NARROW + _needed(_NARROW, themes)
    return {"unclear": (0, 0), "more": (more, 0), "fewer": (0, more)}[said]


def keep(programme: Programme, statement: Statement, gained: int, dropped: int) -> None:
    """Let all worlds that are searched stay in the room around these numbers, where the word is true."""
    around = room(gained, dropped, statement.themes)
    more, fewer = (statement.gained, statement.dropped) if gained >= dropped else (statement.dropped, statement.gained)
    programme.row(fewer, around.least, around.most)
    programme.row(total(more, fewer, signs=(1, -1)), around.low, around.high)
