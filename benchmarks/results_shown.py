"""From the tap on /results to the message that Telegram accepted, where 15,000 people answered, and others' taps meanwhile.

    .venv/bin/python benchmarks/results_shown.py [--ballots 15000] [--taps 20]

The real process with a SQLite file against the local Telegram. First it computes both releases of a workshop that closed while
somebody else goes on tapping; then people ask for the results, and the owner for the picture of a release, twice. Seconds are of
processor (the service's own) and by the clock; on a busy machine the processor's alone mean something. Goal: under one second
to the message; the picture drawn once, then sent by Telegram's own id.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "road"), str(ROOT / "benchmarks")]
os.environ["WSPOLNIE_WITHOUT_DOTENV"] = "1"

from figures_town import fill, towns  # noqa: E402 - found by the path above
from local_telegram import LocalTelegram  # noqa: E402
from lublin import NOW  # noqa: E402
from real_service import RealService  # noqa: E402
from sqlalchemy import func, select  # noqa: E402

from storage import migrate, tables  # noqa: E402
from storage.database import Database  # noqa: E402

OWNER = 900001
BYSTANDER = 1
PATIENCE = 60.0
TICK = os.sysconf("SC_CLK_TCK")


def processor(pid: int) -> float:
    """Seconds of processor that the process and its threads have used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


Shown = dict[str, Any]
Of = Callable[[Shown], bool]
Took = tuple[float, float, Shown]
"""Seconds by the clock, seconds of processor, and the message."""


def is_any(message: Shown) -> bool:
    return True


def is_picture(message: Shown) -> bool:
    return bool(message.get("photo") or message.get("media") or message.get("file"))


class Measure:
    def __init__(self, telegram: LocalTelegram, service: RealService) -> None:
        self.telegram, self.service = telegram, service

    def until_shown(self, phone: int, act: Callable[[], object], of: Of = is_any) -> Took:
        """Do it and wait for the message, new or edited."""
        after = self.telegram.seq
        began, busy = time.monotonic(), processor(self.service.pid)
        act()
        shown = self.telegram.wait_for_message(phone, of, after=after, timeout=PATIENCE)
        return time.monotonic() - began, processor(self.service.pid) - busy, shown

    def says(self, phone: int, text: str) -> Took:
        return self.until_shown(phone, lambda: self.telegram.text(phone, text))

    def taps(self, phone: int, shown: Shown, part: str, of: Of = is_any) -> Took:
        """The first button whose data hold `part`."""
        buttons = (button.get("data", "") for row in shown["keyboard"] for button in row)
        data = next(one for one in buttons if part in one)
        return self.until_shown(phone, lambda: self.telegram.tap(phone, shown["id"], data), of)


def released(database: Database) -> int:
    return int(
        database.read(lambda tx: tx.execute(select(func.count()).select_from(tables.releases)).scalar_one()).result()
    )


def told(what: str, found: list[Took]) -> None:
    clock, busy = ([one[place] for one in found] for place in (0, 1))
    print(
        f"{what}, {len(found)} times: processor median {median(busy):.2f} s, most {max(busy):.2f} s; "
        f"by the clock median {median(clock):.2f} s, longest {max(clock):.2f} s",
        flush=True,
    )


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--ballots", type=int, default=15_000)
    asked.add_argument("--taps", type=int, default=20)
    wanted = asked.parse_args()
    with tempfile.TemporaryDirectory() as name, LocalTelegram.start(rate=0) as telegram:
        folder = Path(name)
        url = f"sqlite:///{folder}/results.db"
        migrate.upgrade(url)
        database = Database(url)
        people = range(BYSTANDER, BYSTANDER + wanted.taps + 1)
        for phone in (*people, OWNER):
            telegram.phone(phone, language="pl")
        service = RealService(telegram, url, folder, fast=1)
        service.environment["LOG_LEVEL"] = "WARNING"
        with service.running():
            try:
                service.until_idle()
                service.send(signal.SIGSTOP)  # its workshop is there; the ballots of a town come all at once
                workshop = database.read(lambda tx: tx.execute(select(tables.workshops.c.id)).scalar_one()).result()
                fill(database, workshop, *towns(wanted.ballots), NOW)
                service.send(signal.SIGCONT)
                play(Measure(telegram, service), database, list(people))
            finally:
                print(service.log.read_text(errors="replace")[-3000:].strip())
        database.close()


def play(measure: Measure, database: Database, people: list[int]) -> None:
    for phone in people:
        welcome = measure.until_shown(phone, lambda phone=phone: measure.telegram.start_bot(phone))[2]
        measure.taps(phone, welcome, "agree")
    turns = cycle(people)
    measure.service.wake()
    began, busy, waits = time.monotonic(), processor(measure.service.pid), []
    while released(database) < 2:
        waits.append(measure.says(next(turns), "/pomoc"))
    both = f"{time.monotonic() - began:.1f} s by the clock, {processor(measure.service.pid) - busy:.1f} s of processor"
    told(f"/pomoc while both releases were made ({both})", waits)
    measure.service.until_idle()
    told("/pomoc when nothing else is done", [measure.says(phone, "/pomoc") for phone in people])
    for when in ("/podsumowanie", "the same again"):
        found = [measure.says(phone, "/podsumowanie") for phone in people]
        assert "%" in found[-1][2]["text"], found[-1][2]["text"]
        told(when, found)
    shown = measure.taps(OWNER, measure.says(OWNER, "/results")[2], "|wave|2")[2]
    found = [measure.taps(OWNER, shown, "picture", is_picture) for _ in range(4)]
    told("the picture, drawn", found[:1])
    told("the picture again", found[1:])


if __name__ == "__main__":
    main()
