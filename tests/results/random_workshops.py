"""Random but fixed workshops: people with ties between what they are and what they choose, two waves, releases again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from results import release as releases
from results.hiding import TooClose, publish
from results.hiding.wholes import Moved
from results.settings import ResultSettings, WaveLabel
from results.tables import Breakdown, ThemeName, Wave, wave_of

Json = dict[str, Any]
PLACES = 3
LANGUAGES = Breakdown("language", (("pl", {}), ("uk", {}), ("en", {})))


@dataclass(frozen=True)
class Town:
    """What a random workshop is about, and its random source."""

    random: np.random.Generator
    themes: list[ThemeName]
    liking: np.ndarray
    people: int
    languages: np.ndarray
    homes: np.ndarray
    moving: float
    breakdowns: tuple[Breakdown, ...]


SIZES = {"small": ((4, 6), (1, 3)), "usual": ((4, 8), (2, 5))}
"""Fewest themes and districts, and one more than the most."""


def town(seed: int, size: str = "usual") -> Town:
    random = np.random.default_rng(seed)
    themes, districts = (int(random.integers(*limits)) for limits in SIZES[size])
    people = int(random.choice([30, 60, 120, 250, 600, 1500], p=[0.05, 0.15, 0.3, 0.25, 0.2, 0.05]))
    liking = np.log(random.dirichlet(np.full(themes, 1.5)) + 0.01) + random.normal(0, 0.4, (districts + 1, themes))
    shares = random.dirichlet(np.full(districts + 1, 2.0))
    divided = Breakdown("district", tuple((f"d{index}", {}) for index in range(districts)))
    return Town(
        random=random,
        breakdowns=(divided, LANGUAGES) if random.random() < 0.3 else (divided,),
        themes=[ThemeName(index + 1, f"t{index + 1}", {"pl": f"Temat {index + 1}"}) for index in range(themes)],
        liking=liking,
        people=people,
        languages=random.choice([0, 1, 2, -1], size=people, p=[0.8, 0.12, 0.05, 0.03]),
        homes=random.choice(districts + 1, size=people, p=shares) - 1,
        moving=float(random.choice([0.05, 0.3, 0.8])),
    )


def answers(place: Town, who: Sequence[int], before: dict[int, list[int]] | None, came: np.ndarray) -> Wave:
    """Ballots of `who`; who answered before keeps most of the list, as the town is likely to."""
    ballots = []
    for person in who:
        wishes = place.liking[place.homes[person]] + place.random.gumbel(size=len(place.themes))
        ballot = [
            int(theme)
            for theme in np.argsort(-wishes)[: 3 if place.random.random() < 0.7 else place.random.integers(1, 4)]
        ]
        if before is not None and person in before and place.random.random() > place.moving:
            ballot = list(before[person])
        if before is not None:
            before[person] = ballot
        ballots.append(ballot)
    return wave_of(
        ballots,
        places=PLACES,
        people=who,
        ways=[int(way) for way in place.random.choice(3, size=len(who), p=[0.8, 0.15, 0.05])],
        checked_in=[bool(came[person]) for person in who],
        groups={
            "district": [int(place.homes[person]) for person in who],
            "language": [int(place.languages[person]) for person in who],
        },
    )


def settings(place: Town, kind: str, number: int, *, by_attendance: bool) -> ResultSettings:
    labels = {"before": WaveLabel(1, "before"), "after": WaveLabel(2, "after")}
    return ResultSettings(
        workshop="random",
        title={"pl": "Warsztat"},
        now=labels[kind],
        earlier=labels["before"] if kind == "after" else None,
        places=PLACES,
        breakdowns=place.breakdowns,
        by_attendance=by_attendance,
        number=number,
        reason=None if number == 1 else "again",
        at="2022-11-28T18:00:00+00:00",
    )


Made = tuple[Json, int | None, int | None]
"""A true release, and the ballots that came and went since the one before; None: nobody counted."""


def workshop(seed: int, size: str = "usual") -> tuple[list[Json], list[Json]]:
    """The true releases of a random workshop and what was published of them, in order."""
    return released(history(seed, size))


def released(made: Iterator[Made]) -> tuple[list[Json], list[Json]]:
    """True releases and what was published of them, in order; without those that came too close to an earlier one."""
    true: list[Json] = []
    published: list[Json] = []
    for release, came, went in made:
        try:
            steps = {} if came is None or went is None else {release["number"] - 1: Moved(came, went)}
            shown = publish(release, published, steps, true)
        except TooClose:
            continue
        true.append(release)
        published.append(shown)
    return true, published


def history(seed: int, size: str = "usual") -> Iterator[Made]:
    """Releases of both waves as they would be made: first ones, and later ones after merges, late paper, erasures."""
    place = town(seed, size)
    random = place.random
    share = random.uniform(0.5, 1.0)
    first = [person for person in range(place.people) if random.random() < share]
    second = [person for person in range(place.people) if random.random() < random.choice([share, 0.95])]
    attended = random.random(place.people) < 0.5
    lists: dict[int, list[int]] = {}
    before = answers(place, first, lists, np.zeros(place.people, dtype=bool))
    after = answers(place, second, dict(lists), attended)
    themes = list(place.themes)
    yield releases.build(before, None, themes, settings(place, "before", 1, by_attendance=False)), None, None
    if random.random() < 0.4:
        before, after, themes, came, went = again(place, before, after, themes, wave="before")
        yield releases.build(before, None, themes, settings(place, "before", 2, by_attendance=False)), came, went
    split = bool(random.random() < 0.6)
    yield releases.build(before, after, themes, settings(place, "after", 1, by_attendance=split)), None, None
    if random.random() < 0.5:
        before, after, themes, came, went = again(place, before, after, themes, wave="after")
        yield releases.build(before, after, themes, settings(place, "after", 2, by_attendance=split)), came, went


def again(
    place: Town, before: Wave, after: Wave, themes: list[ThemeName], *, wave: str
) -> tuple[Wave, Wave, list[ThemeName], int, int]:
    """Why a wave is released again: themes merged, ballots erased, or late paper."""
    random = place.random
    changed = before if wave == "before" else after
    reason = random.choice(["merge", "erasure", "late"])
    if reason == "merge":
        active = [index for index, theme in enumerate(themes) if theme.state == "active"]
        gone, into = (int(index) for index in random.choice(active, size=2, replace=False))
        themes = list(themes)
        themes[gone] = replace(themes[gone], state="merged", merged_into=themes[into].id)
        return before, after, themes, 0, 0
    size = int(random.integers(3, 15))
    if reason == "erasure":
        kept = np.sort(random.permutation(changed.ballots)[size:])
        changed, came, went = changed.take(kept), 0, size
    else:
        late = answers(
            place, [int(person) for person in random.integers(0, place.people, size)], None, np.ones(place.people, bool)
        )
        late = replace(late, people=np.full(size, -1, dtype=np.int64), ways=np.ones(size, dtype=np.int8))
        changed, came, went = joined(changed, late), size, 0
    return (changed, after, themes, came, went) if wave == "before" else (before, changed, themes, came, went)


def joined(one: Wave, other: Wave) -> Wave:
    both = {
        name: np.concatenate([getattr(one, name), getattr(other, name)])
        for name in ("choices", "people", "ways", "checked_in")
    }
    groups = {key: np.concatenate([one.groups[key], other.groups[key]]) for key in one.groups}
    return Wave(**both, groups=groups)
