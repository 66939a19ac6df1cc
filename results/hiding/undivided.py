"""What the undivided tables, which are public, leave of a number about some of their people: that is no secret."""

from __future__ import annotations

from results.hiding.populations import Whole
from results.hiding.rules import few

Range = tuple[int, int]
"""Smallest and largest value."""


def undivided(whole: Whole, theme: int, base: int | None) -> Range:
    """Between which numbers the undivided table alone leaves the people of a base (None, or few: not known) who chose a
    theme."""
    together = whole.counts[theme]
    if base is None or few(base):
        return 0, together
    return max(0, base + together - whole.ballots), min(base, together)


def undivided_change(whole: Whole, compared: Whole | None, theme: int, n: int) -> dict[str, Range]:
    """Between which numbers the undivided tables of both waves alone leave a theme's figures of `n` matched people. Where
    nobody answered once only, these are the matched people's own, and what they say is no secret."""
    before = (0, 0) if compared is None else undivided(compared, theme, n)
    after = undivided(whole, theme, n)
    most = min(before[1], after[1])
    return {
        "before": before,
        "after": after,
        "kept": (max(0, before[0] + after[0] - n), most),
        "gained": (max(0, after[0] - before[1]), min(after[1], n - before[0])),
        "dropped": (max(0, before[0] - after[1]), min(before[1], n - after[0])),
        "neither": (max(0, n - before[1] - after[1]), n - max(before[0], after[0])),
    }
