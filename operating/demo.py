"""`./wspolnie demo`: the Lublin example against the local Telegram, in the browser or played by simulated residents."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from errors import OperatorError
from operating.operations import make_folder
from rehearsal import demo as rehearsal
from rehearsal import recompute
from settings import ROOT

ZONE: Final = ZoneInfo("Europe/Warsaw")
WORKSHOP: Final = "lublin-ramy-strategii"
START: Final = datetime(2022, 11, 14, 8, 0, tzinfo=ZONE)
MEETING: Final = datetime(2022, 11, 21, 9, 0, tzinfo=ZONE)
END: Final = datetime(2022, 11, 24, 20, 0, tzinfo=ZONE)
TOKEN: Final = "123456789:demo-token-of-the-local-telegram-000"  # noqa: S105 - of the local Telegram, which takes any
ORGANISER, STAFF = 900_001, 900_002
"""Telegram ids of the page's organiser and staff phones: owners of the demonstration."""
FAST: Final = 50.0
"""By how much the local Telegram raises its limits in a headless run, and the service its paces."""


def play(port: int, residents: int, seed: int, out: Path) -> int:
    """`--headless`: the whole story, compared number by number with what the residents say they chose."""
    make_folder(out)
    story = rehearsal.Story(
        start=START, workshop_at=MEETING, until=END, payload=_payload(), residents=residents, seed=seed
    )
    with _data_folder() as data:
        telegram = _free_port()
        service = _service(data, telegram, FAST)
        code = rehearsal.play(story, service, telegram_port=telegram, out=out, fast=FAST)
        if code == 0:
            _export_files(service, out)
            code = _count_again(out)
    return code


def _count_again(out: Path) -> int:
    """Every exported number once more, by a script that knows nothing of the service. Returns the exit code."""
    found = recompute.check(out)
    print(recompute.verdict(found))
    return 0 if recompute.agrees(found) else 1


def serve(port: int, *, open_browser: bool = True) -> int:
    """Three phones in the browser until Ctrl-C."""
    story = rehearsal.Story(start=START, workshop_at=MEETING, until=END, payload=_payload(), residents=0)
    with _data_folder() as data:
        out = data / "logs"
        return rehearsal.serve(story, _service(data, port, 1.0), telegram_port=port, out=out, open_browser=open_browser)


def _payload() -> str:
    return f"w-{WORKSHOP}"


@contextmanager
def _data_folder() -> Iterator[Path]:
    """A folder for this demonstration alone; it goes with it. In memory where the system offers that: nothing need last."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    where = memory if os.access(memory, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="wspolnie-demo-", dir=where))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _service(data: Path, telegram: int, fast: float) -> rehearsal.Service:
    port = _free_port()
    cli = [sys.executable, str(ROOT / "cli.py")]
    environment = _environment(data, telegram)
    return rehearsal.Service(
        command=[*cli, "rehearsed", "--port", str(port), "--now", START.isoformat(), "--fast", f"{fast:g}"],
        port=port,
        exports={wave: [*cli, "export", WORKSHOP, "--wave", wave, "--format", "json"] for wave in ("before", "after")},
        environment=environment,
    )


def _environment(data: Path, telegram: int) -> Mapping[str, str]:
    """The demonstration's settings. An operator's own .env and environment play no part in it."""
    return {
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": f"http://127.0.0.1:{telegram}",
        "DATABASE_URL": f"sqlite:///{data / 'demo.sqlite3'}",
        "TIME_ZONE": "Europe/Warsaw",
        "OWNER_IDS": f"{ORGANISER},{STAFF}",
        "OFFICE_FILE": str(ROOT / "surveys" / "office.example.toml"),
        "SEND_RATE": "30",
        "ALLOW_PAID_BROADCAST": "false",
        "LOG_LEVEL": "INFO",
        "WEBHOOK_URL": "",
        "WEBHOOK_SECRET": "",
        "WEB_ADDRESS": "",
        "WORKERS": "1",
        "ERASURE_KEY": "",
        "WSPOLNIE_WITHOUT_DOTENV": "1",
    }


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _export_files(service: rehearsal.Service, out: Path) -> None:
    """Every export of the second wave beside the account: spreadsheets, JSON, the report."""
    command = [sys.executable, str(ROOT / "cli.py"), "export", WORKSHOP, "--wave", "after", "--all", str(out.resolve())]
    done = subprocess.run(
        command, env={**os.environ, **service.environment}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise OperatorError(f"the files could not be exported: {done.stderr.strip()}")
