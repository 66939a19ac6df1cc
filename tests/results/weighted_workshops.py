"""Random but fixed workshops whose office knows how many people live where and how old they are: weighted, released again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from random_workshops import joined, released

from domain.known_totals import KnownTotal
from results import release as releases
from results.settings import ResultSettings, WaveLabel
from results.tables import Breakdown, ThemeName, Wave, wave_of

Json = dict[str, Any]
AGES = ("young", "middle", "old")
LABELS = {"before": WaveLabel(1, "before"), "after": WaveLabel(2, "after")}


def classes_of(random: np.random.Generator, districts: Sequence[str]) -> tuple[KnownTotal, ...]:
    """Areas of joined districts, one of them sometimes left out, by two joined bands of age or by none."""
    cuts = np.sort(random.choice(np.arange(1, len(districts)), size=int(random.integers(1, 3)), replace=False))
    areas = [tuple(area) for area in np.split(np.array(districts), cuts)]
    if len(areas) > 2 and random.random() < 0.4:
        areas = areas[:-1]
    bands: list[tuple[str, ...] | None] = [None] if random.random() < 0.4 else [AGES[:2], AGES[2:]]
    found = []
    for band in bands:
        for area in areas:
            of = {"district": tuple(str(one) for one in area)} | ({} if band is None else {"age_band": band})
            found.append(KnownTotal(f"c{len(found)}", {"pl": "klasa"}, of, int(random.integers(500, 20_000))))
    return tuple(found)


def history(seed: int) -> Iterator[tuple[Json, int | None, int | None]]:
    """Releases of two waves, the first one perhaps again after late paper, an erasure or merged themes."""
    random = np.random.default_rng([seed, 13])
    districts = [f"d{number}" for number in range(int(random.integers(3, 6)))]
    themes = [ThemeName(number + 1, f"t{number + 1}", {"pl": "temat"}) for number in range(int(random.integers(4, 6)))]
    n = int(random.choice([150, 300, 600]))
    people = {
        "district": random.choice(len(districts) + 1, size=n, p=random.dirichlet(np.full(len(districts) + 1, 1.5))) - 1,
        "age_band": random.choice(4, size=n, p=random.dirichlet([6.0, 6, 6, 0.3])) - 0,
    }
    people["age_band"] = np.where(people["age_band"] == 3, -1, people["age_band"])
    liking = random.normal(0, 0.8, (len(districts) + 1, len(themes)))
    asked = ResultSettings(
        workshop="weighted",
        title={"pl": "Warsztat"},
        now=LABELS["before"],
        places=2,
        breakdowns=(
            Breakdown("district", tuple((key, {}) for key in districts)),
            Breakdown("age_band", tuple((key, {}) for key in AGES)),
        ),
        by_attendance=False,
        totals=classes_of(random, districts),
    )
    full = bool(random.random() < 0.5)

    def wave(who: np.ndarray, coded: bool) -> Wave:
        wishes = liking[people["district"][who]] + random.gumbel(size=(len(who), len(themes)))
        ballots = [
            [int(theme) for theme in np.argsort(-row)[: 2 if full or random.random() < 0.8 else 1]] for row in wishes
        ]
        return wave_of(
            ballots,
            places=2,
            people=who.tolist() if coded else [-1] * len(who),
            groups={key: values[who].tolist() for key, values in people.items()},
        )

    before = wave(np.flatnonzero(random.random(n) < 0.9), coded=True)
    yield releases.build(before, None, themes, asked), None, None
    if random.random() < 0.7:
        came = went = 0
        kind = random.choice(["late", "erasure", "merge"])
        if kind == "merge":
            themes = [*themes[:-1], replace(themes[-1], state="merged", merged_into=themes[0].id)]
        elif kind == "erasure":
            went = int(random.integers(5, 40))
            before = before.take(np.sort(random.permutation(before.ballots)[went:]))
        else:
            came = int(random.integers(5, 40))
            before = joined(before, wave(random.integers(0, n, came), coded=False))
        yield releases.build(before, None, themes, replace(asked, number=2, reason="again")), came, went
    after = wave(np.flatnonzero(random.random(n) < 0.7), coded=True)
    yield (
        releases.build(before, after, themes, replace(asked, now=LABELS["after"], earlier=LABELS["before"])),
        None,
        None,
    )


def workshop(seed: int) -> tuple[list[Json], list[Json]]:
    """The true releases of a workshop and what was published of them, in order."""
    return released(history(seed))
