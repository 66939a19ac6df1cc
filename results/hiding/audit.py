"""The audit of a release: the proofs are checked against what is printed, in whole numbers, before anybody sees it."""

from __future__ import annotations

from results.hiding.programme import Name, Programme, rows_of
from results.hiding.proof import Worlds


def holes(printed: Programme, worlds: Worlds) -> list[Name]:
    """Hidden cells of a finished release that `worlds` do not prove open; all of them when a world is not possible.

    `printed` is read from the release as it will be shown and from the earlier ones. No solver is asked: every world
    has to agree with every printed number, word and row exactly, and every hidden cell has to differ by four or more
    between two worlds. Empty means safe.
    """
    targets = printed.targets()
    rows = rows_of(printed)
    everything = (worlds.base, *worlds.found)
    said = (statement.holds(world) for statement in printed.statements for world in everything)
    if not all(rows.holds(world) for world in everything) or not all(said):
        return [cell.name for cell in targets]
    return [cell.name for cell in Worlds(printed, worlds.base, worlds.found).closed(targets)]
