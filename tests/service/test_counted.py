"""Who came and went between two releases is what two sets of ballots tell."""

from __future__ import annotations

import json

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from service.counted import Counted, from_json, moved, to_json

ballots = st.dictionaries(st.integers(1, 30), st.none() | st.sampled_from(["sent later", "changed", "changed again"]))


def counted(there: dict[int, str | None]) -> Counted:
    stamps = {ballot: stamp for ballot, stamp in there.items() if stamp is not None}
    return from_json(json.loads(json.dumps(to_json(Counted(np.array(sorted(there), dtype=np.int64), stamps)))))


@given(ballots, ballots)
def test_ballots_that_are_not_the_same_went_and_came(then: dict[int, str | None], now: dict[int, str | None]) -> None:
    between = moved(counted(then), counted(now))
    assert between.came == len(set(now.items()) - set(then.items()))
    assert between.went == len(set(then.items()) - set(now.items()))


def test_ballots_that_follow_each_other_take_no_room() -> None:
    """A million of a release are kept with it."""
    kept = to_json(Counted(np.arange(7, 1_000_007, dtype=np.int64), {}))
    assert kept == {"runs": [[7, 1_000_000]], "stamps": []}
