"""How much memory an idle bot holds, and how soon it answers its first update: the real process, the local Telegram.

    .venv/bin/python benchmarks/start.py [--times 5]

Time runs from calling the launcher to the answer's acceptance by the local Telegram, with an update already waiting.
Memory is the resident size (RSS) once the bot has been idle for some seconds. The database is a new SQLite file, made
before the clock starts, as on every start but the first.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from local_telegram import TOKEN, LocalTelegram  # noqa: E402 - found by the path above

MEMORY_TARGET_MB = 90.0
TIME_TARGET_SECONDS = 1.0
IDLE_SECONDS = 6.0
HEAVY = ("scipy", "numpy", "pandas", "matplotlib", "statsmodels", "simplemma", "PIL", "alembic")
"""Libraries that an idle bot does without; seen by the shared objects and files that the process has mapped."""


def environment(telegram: LocalTelegram, folder: str) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("WSPOLNIE")},
        "WSPOLNIE_WITHOUT_DOTENV": "1",
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram.api_url,
        "DATABASE_URL": f"sqlite:///{folder}/benchmark.sqlite3",
        "OWNER_IDS": "1",
        "OFFICE_FILE": f"{folder}/office.toml",
        "LOG_LEVEL": "ERROR",
    }


def write_office(folder: str) -> None:
    """The example with its placeholders filled in: `run` refuses it otherwise."""
    text = (ROOT / "surveys" / "office.example.toml").read_text()
    for mark in ("Przykład", "przykład", "Приклад", "приклад", "Example", "example", "00-000"):
        text = text.replace(mark, "sample" if mark != "example" else "test")
    Path(folder, "office.toml").write_text(text.replace("test = true", "example = false"))


def resident_mb(process: int) -> float:
    """RSS of a process in MB (10^6 bytes would be 5 % more; these are MiB, as `ps` and systemd show them)."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the process has ended")


def mapped(process: int) -> list[str]:
    """Which of the heavy libraries the process has loaded binary parts of."""
    maps = Path(f"/proc/{process}/maps").read_text()
    return [name for name in HEAVY if f"site-packages/{name}" in maps]


def one_start(telegram: LocalTelegram, folder: str, phone: int) -> tuple[float, float, list[str]]:
    """Seconds to the first answer, idle memory, heavy libraries loaded."""
    telegram.phone(phone)
    seq = telegram.seq
    telegram.start_bot(phone)
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "wspolnie"), "run"], cwd=ROOT, env=environment(telegram, folder)
    )
    try:
        telegram.wait_for_message(phone, after=seq, timeout=120)
        seconds = time.monotonic() - began
        time.sleep(IDLE_SECONDS)
        return seconds, resident_mb(process.pid), mapped(process.pid)
    finally:
        process.terminate()
        process.wait(30)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=3)
    times = parser.parse_args().times
    with tempfile.TemporaryDirectory() as folder, LocalTelegram.start() as telegram:
        write_office(folder)
        subprocess.run(
            [sys.executable, str(ROOT / "cli.py"), "migrate"], cwd=ROOT, env=environment(telegram, folder), check=True
        )
        runs = [one_start(telegram, folder, number) for number in range(1, times + 1)]
    seconds, memory = [run[0] for run in runs], [run[1] for run in runs]
    load = os.getloadavg()[0] / (os.cpu_count() or 1)
    print(f"{'':28}{'median':>10}{'least':>10}{'target':>10}")
    print(f"{'idle memory, MiB':28}{statistics.median(memory):10.1f}{min(memory):10.1f}{MEMORY_TARGET_MB:10.1f}")
    print(
        f"{'start to first answer, s':28}{statistics.median(seconds):10.2f}{min(seconds):10.2f}{TIME_TARGET_SECONDS:10.2f}"
    )
    print(f"heavy libraries loaded: {', '.join(sorted({name for run in runs for name in run[2]})) or 'none'}")
    print(f"load of this machine: {load:.1f} a core (a fair measurement wants less than 0.5)")


if __name__ == "__main__":
    main()
