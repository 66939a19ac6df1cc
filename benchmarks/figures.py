"""How long all figures of a summary take, and how much memory, at 10⁴, 10⁵ and 10⁶ ballots a wave.

    .venv/bin/python benchmarks/figures.py [--ballots 10000 100000 1000000] [--kinds memory sqlite postgresql]

From memory, and from databases of both kinds as the service reads them; `--chart FILE.svg` draws it. Two waves × 3 places,
30 themes, 12 groups, a scale question; two thirds of the people answer twice. Each size runs in a process of its own, so that
its peak memory is its own. Goal: a million in under 10 s and 2 GB, cost linear in ballots.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "benchmarks")]
os.environ["WSPOLNIE_WITHOUT_DOTENV"] = "1"
GOAL = 10.0

from figures_town import GROUPS, QUESTION, THEMES, fill, towns  # noqa: E402 - found by the path above
from lublin import NOW, open_lublin  # noqa: E402
from postgres import Databases, Server  # noqa: E402

from results.published import write  # noqa: E402
from results.release import build  # noqa: E402
from results.settings import ResultSettings, WaveLabel  # noqa: E402
from results.tables import Breakdown, ScaleQuestion, ThemeName  # noqa: E402
from service.release_figures import read  # noqa: E402
from storage import migrate  # noqa: E402
from storage.database import Database  # noqa: E402


def from_memory(ballots: int) -> None:
    """All figures of two waves that are arrays already."""
    before, after = towns(ballots)
    themes = [ThemeName(number, f"theme-{number}", {"pl": f"Temat {number}"}) for number in range(THEMES)]
    groups = Breakdown("group", tuple((f"group-{number}", {"pl": f"Grupa {number}"}) for number in range(GROUPS)))
    settings = ResultSettings(
        workshop="benchmark",
        title={"pl": "Pomiar"},
        now=WaveLabel(2, "after"),
        earlier=WaveLabel(1, "before"),
        breakdowns=(groups,),
        questions=(ScaleQuestion(QUESTION, "scale", {"pl": "Mam wpływ"}),),
    )
    start, busy = time.perf_counter(), time.process_time()
    release = build(before, after, themes, settings)
    tell(ballots, release["n"], start, busy, 0.0)


def from_database(ballots: int, url: str) -> None:
    """The road of a release but for the hiding: read as the service reads, all figures, the release's JSON."""
    database = Database(url)
    start, busy = time.perf_counter(), time.process_time()
    draft = database.read_twice(lambda tx, beside: read(tx, 2, None, NOW, beside)).result()
    reading = time.perf_counter() - start
    release = build(draft.before, draft.now, draft.themes, draft.settings)
    if not write(release):
        raise SystemExit("there is no release")
    tell(ballots, release["n"], start, busy, reading)
    database.close()


def tell(ballots: int, counted: int, start: float, busy: float, reading: float) -> None:
    """Seconds by the clock, of processor time and for reading alone; the process's peak memory in MB."""
    if counted != ballots:
        raise SystemExit(f"the release has {counted} of {ballots} ballots")
    seconds, processor = time.perf_counter() - start, time.process_time() - busy
    print(seconds, processor, reading, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def make(url: str, ballots: int) -> None:
    """A database of so many ballots in each of two waves."""
    migrate.upgrade(url)
    database = Database(url)
    fill(database, open_lublin(database), *towns(ballots), NOW)
    database.close()


def chart(sizes: list[int], taken: dict[str, list[float]], path: Path) -> None:
    """Seconds of processor against ballots, both logarithmic, with the line of slope one and the goal, which is by the clock:
    a busy machine moves the clock, and two waves are read side by side."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 4.5), layout="constrained")
    axes = figure.add_subplot(
        xlabel="ballots in each of two waves",
        ylabel="seconds of processor, all threads and the server",
        xscale="log",
        yscale="log",
    )
    for (kind, seconds), mark in zip(taken.items(), "osv^", strict=False):
        axes.plot(sizes, seconds, f"{mark}-", label=f"from {kind}")
    last = max(seconds[-1] for seconds in taken.values())
    axes.plot(sizes, [last * size / sizes[-1] for size in sizes], ":", color="grey", label="linear")
    axes.axhline(GOAL, color="black", linewidth=1, linestyle="--", label=f"goal: {GOAL:g} s by the clock for a million")
    axes.legend()
    axes.grid(alpha=0.3)
    figure.savefig(path)


def alone(*arguments: str) -> str:
    """Run this script in a process of its own."""
    run = subprocess.run([sys.executable, __file__, *arguments], check=True, capture_output=True, text=True)
    return run.stdout


def measure(kind: str, sizes: list[int], urls: Callable[[int], str], server: Callable[[], float]) -> list[float]:
    """Print a line for each size -> seconds of processor, with those that the database's `server` took."""
    taken = []
    for size in sizes:
        url = urls(size)
        if url:
            alone("--make", url, "--one", str(size))
        before = server()
        seconds, processor, reading, megabytes = (
            float(word) for word in alone("--url", url, "--one", str(size)).split()
        )
        served = server() - before
        taken.append(processor + served)
        print(
            f"{kind:10} {size:>9,} ballots × 2 waves: {seconds:6.2f} s ({reading:5.2f} s of it reading; {processor:5.2f} s "
            f"of this process's processor, {served:.2f} s of the server's), peak {megabytes:6.0f} MB, "
            f"load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ballots", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--kinds", nargs="+", default=["memory", "sqlite", "postgresql"])
    parser.add_argument("--chart", type=Path)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--url", default="", help=argparse.SUPPRESS)
    parser.add_argument("--make", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.make:
        make(given.make, given.one)
    elif given.one:
        from_database(given.one, given.url) if given.url else from_memory(given.one)
    else:
        taken = {}
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            for kind in given.kinds:
                spent = float
                urls = {"memory": lambda size: "", "sqlite": lambda size: f"sqlite:///{folder}/{size}.db"}.get(kind)
                if urls is None:
                    server = Server(durable=True)
                    stack.callback(server.stop)
                    databases = Databases(server.start())
                    spent = server.processor
                    urls = lambda size, databases=databases: databases.url(databases.create())  # noqa: E731
                taken[kind] = measure(kind, given.ballots, urls, spent)
        if given.chart:
            chart(given.ballots, taken, given.chart)


if __name__ == "__main__":
    main()
