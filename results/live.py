"""What the room may see of a wave that is still open: when the next release of it is due, and how little it says.

docs/decisions/0010-live-view-by-lot.md says why.
"""

from __future__ import annotations

from typing import Any, Final

from results.published import nothing_but_themes

Json = dict[str, Any]

FIRST: Final = 10
"""The smallest number of ballots that a live release counts: from there on an undivided table is shown."""
HELD_BACK: Final = 10
"""So many ballots at least are in no live release, so that the closing one differs from each by a table of ten."""
STEP: Final = 5
"""The fewest ballots by which two live releases differ."""
PART: Final = 10
"""The more ballots there are, the larger the step: a tenth."""
MOST_THEMES: Final = 5
FEWEST: Final = 5
"""A theme is named once so many of those counted have chosen it."""
_KEPT: Final = ("id", "key", "names", "origin", "order", "count", "share")


def next_size(ballots: int, counted: int) -> int | None:
    """How many of a wave's `ballots` the next live release counts, after one that counted `counted` (0: none yet).

    None: it is too early for another one.
    """
    size = (ballots - HELD_BACK) // STEP * STEP
    step = max(STEP, -(-counted // PART // STEP) * STEP)
    return size if size >= FIRST and size >= counted + step else None


def coarse(release: Json) -> Json:
    """The few numbers of a release that are shown while its wave is open: the first themes with their share.

    Their order is that of the shares alone: points, which decide ties in other releases, would say more.
    """
    counts = [row["count"] for row in release["themes"]]
    chosen = sorted(
        (row for row in release["themes"] if row["count"] >= FEWEST), key=lambda row: (-row["count"], row["id"])
    )
    first = [
        {key: row[key] for key in _KEPT} | {"order": 1 + sum(count > row["count"] for count in counts)}
        for row in chosen[:MOST_THEMES]
    ]
    return release | nothing_but_themes() | {"themes": first, "live": True}
