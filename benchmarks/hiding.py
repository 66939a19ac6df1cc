"""How long hiding takes in a release of 30 themes × 12 groups and about 1,000 ballots, and what it hides.

    python benchmarks/hiding.py [--workshops 5] [--ballots 1000]

Each workshop has two waves × 3 places; groups of very different sizes, so that many numbers are small; three people out
of four answer twice. Goal: under 5 s for each release. The later one is the harder: all of the earlier one counts for it.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from results.hiding import publish
from results.release import build
from results.settings import ResultSettings, WaveLabel
from results.tables import Breakdown, ThemeName, Wave

THEMES = 30
GROUPS = 12
PLACES = 3
GOAL = 5.0
LABELS = {"before": WaveLabel(1, "before"), "after": WaveLabel(2, "after")}


def waves(ballots: int, seed: int) -> tuple[Wave, Wave]:
    """Both waves of one town: groups like themes differently, and some people change their mind."""
    random = np.random.default_rng(seed)
    people = ballots * 5 // 4
    group = random.choice(GROUPS + 1, size=people, p=random.dirichlet(np.full(GROUPS + 1, 2.0))) - 1
    liking = np.log(random.dirichlet(np.full(THEMES, 1.5)) + 0.01) + random.normal(0, 0.4, (GROUPS + 1, THEMES))
    first = ranked(random, liking[group])
    second = np.where((random.random(people) < 0.4)[:, None], ranked(random, liking[group]), first)
    came = random.random(people) < 0.4
    return tuple(  # type: ignore[return-value]
        Wave(
            choices=choices[who].astype(np.int16),
            people=who.astype(np.int64),
            ways=random.choice(3, size=len(who), p=[0.8, 0.15, 0.05]).astype(np.int8),
            checked_in=came[who],
            groups={"group": group[who].astype(np.int16)},
        )
        for choices, who in ((choices, np.sort(random.permutation(people)[:ballots])) for choices in (first, second))
    )


def ranked(random: np.random.Generator, liking: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    return np.argsort(-(liking + random.gumbel(size=liking.shape)), axis=1)[:, :PLACES]


def settings(kind: str) -> ResultSettings:
    return ResultSettings(
        workshop="benchmark",
        title={"pl": "Pomiar"},
        now=LABELS[kind],
        earlier=LABELS["before"] if kind == "after" else None,
        places=PLACES,
        breakdowns=(Breakdown("group", tuple((f"g{number}", {"pl": f"Grupa {number}"}) for number in range(GROUPS))),),
        by_attendance=kind == "after",
        at="2022-11-28T18:00:00+00:00",
    )


def hidden(part: Any) -> int:
    """How many hidden numbers stand in a part of a release."""
    if isinstance(part, dict):
        return 1 if part.get("hidden") is True else sum(hidden(value) for value in part.values())
    return sum(hidden(value) for value in part) if isinstance(part, list) else 0


def measure(ballots: int, seed: int) -> list[float]:
    """Seconds by the clock for hiding in both releases of a workshop."""
    before, after = waves(ballots, seed)
    themes = [ThemeName(number, f"theme-{number}", {"pl": f"Temat {number}"}) for number in range(THEMES)]
    drafts = [build(before, None, themes, settings("before")), build(before, after, themes, settings("after"))]
    shown: list[dict[str, Any]] = []
    seconds = []
    for draft in drafts:
        start = time.perf_counter()
        release = publish(draft, shown)
        seconds.append(time.perf_counter() - start)
        shown.append(release)
        parts = f"{hidden(release['groups']):>5} hidden in groups {hidden(release['change']):>4} in change"
        verdict = "" if seconds[-1] < GOAL else "  OVER THE GOAL"
        print(f"{seed:>4} {release['wave']['kind']:>8} {seconds[-1]:6.2f} s of {GOAL:g} s {parts}{verdict}", flush=True)
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workshops", type=int, default=5)
    parser.add_argument("--ballots", type=int, default=1_000)
    asked = parser.parse_args()
    taken = [seconds for seed in range(asked.workshops) for seconds in measure(asked.ballots, seed)]
    print(f"slowest {max(taken):.2f} s, middle {float(np.median(taken)):.2f} s; goal: under {GOAL:g} s")
    return 0 if max(taken) < GOAL else 1


if __name__ == "__main__":
    raise SystemExit(main())
