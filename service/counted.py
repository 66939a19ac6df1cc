"""Which ballots a release counted, so that a later one knows who came and went since, whatever the clocks said.

A ballot may be sent after the moment that a release bears and be read all the same, or before it and not be there yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from results.hiding.wholes import Moved

KEY: Final = "ballots"
"""Where the true figures of a release, which nobody is shown, keep it."""


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Ids of ballots int64 [n] in ascending order; `stamps`: of those that were changed, or sent after the release's moment,
    the moment of that (ISO 8601), so that an id whose stamp differs is not the same ballot any more."""

    ids: NDArray[np.int64]
    stamps: Mapping[int, str]


def moved(then: Counted, now: Counted) -> Moved:
    """Ballots that came and went. One that was changed, or whose id another one has now, is one that went and one that came.

    The stamps of both are about the moment of the earlier release.
    """
    stayed = np.intersect1d(then.ids, now.ids, assume_unique=True)
    stamped = np.array(sorted({*then.stamps, *now.stamps}), dtype=np.int64)
    others = np.intersect1d(stayed, stamped, assume_unique=True).tolist()
    changed = sum(then.stamps.get(ballot) != now.stamps.get(ballot) for ballot in others)
    return Moved(len(now.ids) - len(stayed) + changed, len(then.ids) - len(stayed) + changed)


def to_json(counted: Counted) -> dict[str, Any]:
    """Ids as [first, how many in a row]: a wave's ballots mostly follow each other."""
    starts = np.flatnonzero(np.diff(counted.ids, prepend=-1) != 1)
    lengths = np.diff(starts, append=len(counted.ids))
    runs = np.stack([counted.ids[starts], lengths], axis=1).tolist()
    return {"runs": runs, "stamps": [[ballot, stamp] for ballot, stamp in counted.stamps.items()]}


def from_json(kept: Mapping[str, Any]) -> Counted:
    runs = [np.arange(first, first + length, dtype=np.int64) for first, length in kept["runs"]]
    return Counted(np.concatenate([np.zeros(0, np.int64), *runs]), dict(kept["stamps"]))
