"""Which theme a chosen theme counts for: merged, split and renamed themes, before and after alike, applied first.

Staff's decisions live in the themes' state: a merged theme counts for the theme it was merged into (a split is the
reverse: the parts are themes of their own again), a renamed one for itself. Incoming own themes keep their place on
the ballot but stand in no list until somebody has looked at them; rejected ones likewise and are not counted at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from results.tables import EMPTY, REJECTED, UNSORTED, Ints, ThemeName, Wave, in_any_place

METHOD: Final = "lineage-best-place/1"
_DOUBLE: Final = -9


class LineageError(ValueError):
    """Themes that are merged in a circle, or into a theme that is not there."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """`listed` are the themes that figures are about; `counts_for[i]` is where theme i of the list given counts:
    a position in `listed`, UNSORTED or REJECTED. `state` says the same by ids, for the release; a resident's own words
    are not in it, as nobody released them for quoting."""

    listed: tuple[ThemeName, ...]
    counts_for: tuple[int, ...]
    state: tuple[Mapping[str, Any], ...]


def trace(themes: Sequence[ThemeName]) -> Lineage:
    """Follow every theme to the one it counts for. Raises LineageError."""
    by_id = {theme.id: theme for theme in themes}
    listed = tuple(theme for theme in themes if theme.state == "active")
    position = {theme.id: index for index, theme in enumerate(listed)}
    counts_for, state = [], []
    for theme in themes:
        last = _last(theme, by_id)
        special = {"incoming": UNSORTED, "rejected": REJECTED}
        counts_for.append(position[last.id] if last.state == "active" else special[last.state])
        if last.id != theme.id:
            names = None if theme.origin == "proposal" else dict(theme.names)
            state.append({"id": theme.id, "names": names, "counts_for": last.id})
    return Lineage(listed, tuple(counts_for), tuple(state))


def _last(theme: ThemeName, by_id: Mapping[int, ThemeName]) -> ThemeName:
    seen = {theme.id}
    while theme.state == "merged":
        if theme.merged_into is None or theme.merged_into not in by_id:
            raise LineageError(f"theme {theme.id} is merged into {theme.merged_into}, which is not among the themes")
        theme = by_id[theme.merged_into]
        if theme.id in seen:
            raise LineageError(f"theme {theme.id} is merged in a circle")
        seen.add(theme.id)
    return theme


def apply(wave: Wave, lineage: Lineage) -> Wave:
    """The wave with positions in `lineage.listed` instead of positions in the list that `trace` was given.

    A ballot on which two themes now count as one keeps the better place, and what stood behind moves up, as if the
    person had chosen it once.
    """
    table = np.asarray([*lineage.counts_for, EMPTY], dtype=np.int32)
    choices: Ints = np.empty(wave.choices.shape, dtype=np.int32, order="F")  # figures go through it column by column
    choices[:] = np.where(wave.choices >= 0, table[np.maximum(wave.choices, EMPTY)], wave.choices)
    for place in range(1, wave.places):
        for earlier in range(place):
            twice = (choices[:, place] >= 0) & (choices[:, place] == choices[:, earlier])
            choices[twice, place] = _DOUBLE
    doubled = np.flatnonzero(in_any_place(choices == _DOUBLE))
    if len(doubled):
        rows = choices[doubled]
        gone = rows == _DOUBLE
        moved = np.take_along_axis(rows, np.argsort(gone, axis=1, kind="stable"), axis=1)
        moved[moved == _DOUBLE] = EMPTY
        choices[doubled] = moved
    return replace(wave, choices=choices)


def own_themes(wave: Wave) -> int:
    """People whose ballot holds at least one own theme that nobody on staff has looked at yet."""
    return int(in_any_place(wave.choices == UNSORTED).sum())
