"""How long all figures of a summary take, and how much memory, at 10⁴, 10⁵ and 10⁶ ballots a wave.

    python benchmarks/figures.py [--ballots 10000 100000 1000000] [--chart figures.svg]

Two waves × 3 places, 30 themes, 12 groups, a scale question; two thirds of the people answer twice. Each size runs in a
process of its own, so that its peak memory is its own. Goal: a million in under 10 s and 2 GB, cost linear in ballots.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from results.release import build
from results.settings import ResultSettings, WaveLabel
from results.tables import Breakdown, ScaleQuestion, ThemeName, Wave

THEMES = 30
GROUPS = 12
PLACES = 3


def town(ballots: int, first_person: int, seed: int) -> Wave:
    """Random ballots of `ballots` people from `first_person` on, some themes liked better than others."""
    random = np.random.default_rng(seed)
    liking = np.log(np.arange(1, THEMES + 1, dtype=np.float32))
    choices = np.empty((ballots, PLACES), dtype=np.int16)
    for start in range(0, ballots, 50_000):
        part = slice(start, min(start + 50_000, ballots))
        keys = liking + random.gumbel(size=(part.stop - part.start, THEMES)).astype(np.float32)
        choices[part] = np.argsort(-keys, axis=1)[:, :PLACES]
    choices[random.random(ballots) < 0.1, PLACES - 1] = -1
    return Wave(
        choices=choices,
        people=np.arange(first_person, first_person + ballots, dtype=np.int64),
        ways=random.integers(0, 3, ballots).astype(np.int8),
        checked_in=random.random(ballots) < 0.3,
        groups={"group": random.integers(-1, GROUPS, ballots).astype(np.int16)},
        answers={"influence": random.integers(1, 6, ballots).astype(np.int32)},
    )


def measure(ballots: int) -> tuple[float, float, float]:
    """Seconds by the clock and of processor time for the release of two waves, and the process's peak memory in MB."""
    before, after = town(ballots, 0, 1), town(ballots, ballots // 3, 2)
    themes = [ThemeName(number, f"theme-{number}", {"pl": f"Temat {number}"}) for number in range(THEMES)]
    groups = Breakdown("group", tuple((f"group-{number}", {"pl": f"Grupa {number}"}) for number in range(GROUPS)))
    settings = ResultSettings(
        workshop="benchmark",
        title={"pl": "Pomiar"},
        now=WaveLabel(2, "after"),
        earlier=WaveLabel(1, "before"),
        breakdowns=(groups,),
        questions=(ScaleQuestion("influence", "scale", {"pl": "Mam wpływ"}),),
    )
    start, busy = time.perf_counter(), time.process_time()
    release = build(before, after, themes, settings)
    seconds, processor = time.perf_counter() - start, time.process_time() - busy
    if release["n"] != ballots:
        raise SystemExit("the release lost ballots")
    return seconds, processor, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def chart(sizes: list[int], seconds: list[float], path: Path) -> None:
    """Seconds against ballots, both logarithmic, with the line of slope one."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4.5))
    axes = figure.add_subplot(xlabel="ballots in each of two waves", ylabel="seconds", xscale="log", yscale="log")
    axes.plot(sizes, seconds, "o-", label="all figures of a release")
    axes.plot(sizes, [seconds[-1] * size / sizes[-1] for size in sizes], "--", label="linear")
    axes.axhline(10, color="grey", linewidth=1)
    axes.legend()
    figure.savefig(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ballots", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--chart", type=Path)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(*measure(given.one))
        return
    taken = []
    for size in given.ballots:
        run = subprocess.run([sys.executable, __file__, "--one", str(size)], check=True, capture_output=True, text=True)
        seconds, processor, megabytes = (float(word) for word in run.stdout.split())
        taken.append(seconds)
        print(
            f"{size:>9,} ballots × 2 waves: {seconds:6.2f} s ({processor:5.2f} s of processor), peak {megabytes:6.0f} MB"
        )
    if given.chart:
        chart(given.ballots, taken, given.chart)


if __name__ == "__main__":
    main()
