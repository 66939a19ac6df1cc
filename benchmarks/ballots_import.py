"""How long 65,000 paper ballots take from a CSV file into the database.

    python benchmarks/ballots_import.py [--ballots 65000] [--database postgresql://…]

Without --database: a new SQLite file. Of PostgreSQL give an empty database; it is filled and left as it is. Each ballot has
three themes, one in twenty own words, a reason, a scale and a choice. Goal: under a minute on either.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from domain.instants import parse_instant  # noqa: E402 - found by the line above
from operating.operations import load_workshop, migrate  # noqa: E402
from operating.paper_ballots import import_sheet  # noqa: E402
from service.workshops import read  # noqa: E402

OPEN = parse_instant("2022-11-12T10:00:00+01:00")
LUBLIN = ROOT / "surveys" / "lublin.toml"


def sheet(path: Path, ballots: int) -> None:
    """A file of so many ballots with random answers."""
    chance = random.Random(1)
    themes = [theme.names["pl"] for theme in read(LUBLIN).themes]
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["code", "themes", "reason", "influence", "knows", "profile:group"])
        for number in range(ballots):
            chosen = chance.sample(themes, 3)
            if number % 20 == 0:
                chosen[2] = f"own: pomysł {number % 997}"
            knows, group = chance.choice(["Tak", "Trochę", "Nie"]), chance.choice(["student", "resident", ""])
            rows.writerow([f"{number:06}", "|".join(chosen), "bo tak", chance.randint(1, 5), knows, group])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ballots", type=int, default=65_000)
    parser.add_argument("--database")
    given = parser.parse_args()
    os.environ["WSPOLNIE_WITHOUT_DOTENV"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DATABASE_URL"] = given.database or f"sqlite:///{folder}/town.db"
        migrate()
        load_workshop(LUBLIN, announce=True, now=OPEN)
        _open_wave(os.environ["DATABASE_URL"])
        path = Path(folder) / "ballots.csv"
        sheet(path, given.ballots)
        start = time.perf_counter()
        print(import_sheet("lublin-ramy-strategii", "before", path, now=OPEN))
        print(f"{given.ballots:,} ballots: {time.perf_counter() - start:.1f} s")


def _open_wave(url: str) -> None:
    from storage import timeline
    from storage.database import Database

    database = Database(url)
    wave = database.read(lambda tx: timeline.waves_to_open(tx, OPEN, 1)).result()[0]
    database.write(lambda tx: timeline.open_wave(tx, wave.id)).result()
    database.close()


if __name__ == "__main__":
    main()
