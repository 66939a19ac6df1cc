"""One answer's cost with few and with very many participants in the database: the whole turn, on SQLite and PostgreSQL.

    .venv/bin/python benchmarks/flat.py [--sizes 10,1000,100000,1000000] [--answers 200]

The many are made inside the database: each with a consent, a session, an inbox row's key and a ballot with three places.
Then one more person answers: each answer is the storing of an update (`service.incoming.receive`), the turn
(`service.turn.take`) and the mark that the phone shows it, three transactions, without Telegram. The sizes are measured
alternately with the smallest one, because machines differ from minute to minute; the least of the batches' medians counts.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ["WSPOLNIE_WITHOUT_DOTENV"] = "1"

from lublin import NOW, SURVEYS, open_lublin  # noqa: E402 - found by the path above
from phones import Phone  # noqa: E402
from postgres import Databases, Server  # noqa: E402
from sqlalchemy import bindparam, text  # noqa: E402

from service.work import Town  # noqa: E402
from service.workshops import read_office  # noqa: E402
from storage import migrate, tables  # noqa: E402
from storage.database import Database, Tx  # noqa: E402

SLUG = "lublin-ramy-strategii"
FIRST = 10_000_000
BATCHES = 5

MADE = (
    "INSERT INTO participants (id, telegram_id, random_id, language, reachable, stopped, reminders, simple_view,"
    " quiet_from, quiet_until, digest, profile, created_at, seen_at) "
    "SELECT i, :first + i, 'r' || i, 'pl', {true}, {false}, {true}, {false}, 21, 8, {false}, '{{}}', :now, :now FROM n",
    "INSERT INTO consents (participant_id, purpose, version, basis, language, given_at) "
    "SELECT i, 'answering', 1, 'public_task', 'pl', :now FROM n",
    "INSERT INTO sessions (participant_id, frames, turn, shown_turn, message_id, changed_at) "
    "SELECT i, '[]', 9, 9, 7, :now FROM n",
    "INSERT INTO inbox (bot, source, external_id, lane, state, tries, received_at, handled_at) "
    "SELECT 1, 'update', 'made' || i, 0, 'done', 0, :now, :now FROM n",
    "INSERT INTO ballots (id, wave_id, participant_id, way, language, profile, late, checked_in, instrument_version,"
    " submitted_at) "
    "SELECT i, (SELECT min(id) FROM waves), i, 'phone', 'pl', '{{}}', {false}, {false}, 1, :now FROM n",
    "INSERT INTO ballot_places (ballot_id, question, place, theme_id) "
    "SELECT n.i, 'themes', p.k, p.k FROM n, (SELECT 1 AS k UNION ALL SELECT 2 UNION ALL SELECT 3) AS p",
)


def fill(tx: Tx, count: int) -> None:
    """So many people who have answered. Their numbers begin at 1,000, above what is there already."""
    numbers = {
        "sqlite": f"WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {1000 + count}) ",
        "postgresql": f"WITH n AS (SELECT generate_series(1000, {999 + count}) AS i) ",
    }[tx.dialect.name]
    yes, no = ("1", "0") if tx.dialect.name == "sqlite" else ("true", "false")
    now = bindparam("now", NOW, type_=tables.participants.c.created_at.type)
    for statement in MADE:
        into, select, rest = statement.partition("SELECT")
        made = text((into + numbers + select + rest).format(true=yes, false=no))
        if ":now" in statement:
            made = made.bindparams(now)
        tx.execute(made, {"first": FIRST} if ":first" in statement else {})


def town() -> Town:
    office = read_office(SURVEYS / "office.example.toml")
    return Town(office=office, zone="Europe/Warsaw", owner_ids=frozenset(), bot=1, bot_name="b", erasure_key=b"x")


class Place:
    """A database with so many people in it, and one more at their choice of themes."""

    def __init__(self, url: str, count: int) -> None:
        migrate.upgrade(url)
        self.database = Database(url)
        open_lublin(self.database)
        self.database.write(lambda tx: fill(tx, count)).result()
        with self.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("ANALYZE")
        self.phone = Phone(self.database, town(), 5, NOW).start(SLUG).tap("agree").start(SLUG).tap("begin")
        self.medians: list[float] = []

    def answer(self, times: int) -> None:
        """Put a theme in and take it out again."""
        took = []
        for number in range(times):
            verb = "take" if number % 2 else "put"
            began = time.perf_counter()
            self.phone.tap(verb, "t1")
            took.append(time.perf_counter() - began)
        self.medians.append(statistics.median(took) * 1000)

    @property
    def cost(self) -> float:
        """Milliseconds."""
        return min(self.medians)


def measure(kind: str, urls: dict[int, str], answers: int) -> None:
    """Print one line for each size."""
    smallest: Place | None = None
    for count, url in urls.items():
        began = time.monotonic()
        place = Place(url, count)
        filled = time.monotonic() - began
        smallest = smallest or place
        smallest.medians.clear()
        for _ in range(BATCHES):
            smallest.answer(answers)
            if place is not smallest:
                place.answer(answers)
        ratio = place.cost / smallest.cost
        print(
            f"{kind:12}{count:>10,} participants: {place.cost:6.2f} ms an answer, {ratio:5.2f} times the smallest's "
            f"{'#' * round(20 * ratio)}  (made in {filled:.0f} s)",
            flush=True,
        )
        if place is not smallest:
            place.database.close()
    assert smallest is not None, "at least one size"
    smallest.database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="10,1000,100000,1000000")
    parser.add_argument("--answers", type=int, default=200)
    given = parser.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    with tempfile.TemporaryDirectory() as folder:
        measure("sqlite", {size: f"sqlite:///{Path(folder)}/{size}.db" for size in sizes}, given.answers)
    server = Server()
    try:
        databases = Databases(server.start())
        measure("postgresql", {size: databases.url(databases.create()) for size in sizes}, given.answers)
    finally:
        server.stop()
    print(f"load of this machine: {os.getloadavg()[0] / (os.cpu_count() or 1):.1f} a core")


if __name__ == "__main__":
    main()
