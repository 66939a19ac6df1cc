"""The real service as a process of its own against the local Telegram: started, killed, stopped, started again.

with LocalTelegram.start(rate=0) as telegram, RealService(telegram, url, folder).running() as service:
    service.kill()
    service.start()
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from local_telegram import ROOT, TOKEN, LocalTelegram
from stopwatch import Stopwatch

from rehearsal.processes import ask, free_port

NOW = "2022-11-14T12:00:00+01:00"
"""A quiet Monday of the Lublin workshop's before wave, and nobody's night."""
PATIENCE = 400.0
"""Seconds for what a quiet machine does at once: a busy one may take long, and success ends the wait."""
DYING = Path(__file__).with_name("dying_service.py")


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit at which the service kills itself: of a transaction in which a statement with its parameters matched
    `pattern`, after `skip` such. `when`: before or after."""

    when: str
    pattern: str
    skip: int = 0


class RealService:
    """One service process at a time. Its output goes to `service.log` in `folder`, over all starts."""

    def __init__(
        self, telegram: LocalTelegram, database_url: str, folder: Path, *, fast: float = 50.0, name: str = "service"
    ) -> None:
        self.log = folder / f"{name}.log"
        self.starts = 0
        self._port = free_port()
        self._telegram = telegram.process.pid
        self._fast = fast
        self.environment = environment_of(telegram.api_url, database_url)
        """May be changed between two starts."""
        self._process: subprocess.Popen[bytes] | None = None

    @contextmanager
    def running(self, *, at: Commit | None = None) -> Iterator[RealService]:
        """Started, and killed at the end whatever happened."""
        self.start(at=at)
        try:
            yield self
        finally:
            self.kill()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    @property
    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self, *, at: Commit | None = None, broken: str = "") -> None:
        """Start it; with `at` it dies at that commit. `broken` names a guarantee of `dying_service.py` to break."""
        assert not self.alive
        self.starts += 1
        cli = [sys.executable, str(ROOT / "cli.py")]
        if at is not None or broken:
            when = at or Commit("never", "$^")
            cli = [sys.executable, str(DYING), when.when, when.pattern, str(when.skip), broken]
        command = [*cli, "rehearsed", "--port", str(self._port), "--now", NOW, "--fast", f"{self._fast:g}"]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
            )

    def kill(self) -> None:
        """SIGKILL."""
        if self.alive:
            self.send(signal.SIGKILL)
        if self._process is not None:
            self._process.wait(10)

    def send(self, number: signal.Signals) -> None:
        os.kill(self.pid, number)

    def stop(self, within: float, number: signal.Signals = signal.SIGTERM) -> tuple[int, float]:
        """SIGTERM. Returns the exit code and the service's own seconds until the end; raises subprocess.TimeoutExpired after so
        many by the clock."""
        assert self._process is not None
        watch, deadline = Stopwatch(self.pid, self._telegram), time.monotonic() + within
        self.send(number)
        seconds = 0.0
        while self._process.poll() is None:
            seconds = watch.seconds
            if time.monotonic() > deadline:
                raise subprocess.TimeoutExpired(self._process.args, within)
            time.sleep(0.02)
        return self._process.returncode, seconds

    def until_logged(self, words: str, within: float = PATIENCE) -> None:
        """Wait until these words stand in the log of this or an earlier start."""
        deadline = time.monotonic() + within
        while words not in self.last_words(1000):
            assert self.alive, self.last_words()
            assert time.monotonic() < deadline, f"{words!r} was never logged: {self.last_words()}"
            time.sleep(0.05)

    def died(self, within: float = 0.0) -> bool:
        """Whether the process has ended, or does so within some seconds."""
        assert self._process is not None
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(within)
        return not self.alive

    def until_idle(self, within: float = PATIENCE) -> None:
        """Wait until nothing is in hand. Raises AssertionError with the end of the log."""
        deadline = time.monotonic() + within
        busy: object = "does not answer"
        while time.monotonic() < deadline:
            assert self.alive, f"the service ended: {self.last_words()}"
            with suppress(OSError):
                busy = ask(self._port, "/rehearsal/state")
                if busy["idle"]:  # type: ignore[index]
                    return
            time.sleep(0.1)
        raise AssertionError(f"not idle within {within:g} s: {busy}; {self.last_words()}")

    def wake(self, now: str = NOW) -> None:
        """Have it look at what is due now: a test wrote to its database, or the civil clock jumps."""
        ask(self._port, "/rehearsal/clock", {"now": now})

    def last_words(self, lines: int = 15) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


def environment_of(telegram: str, database_url: str) -> dict[str, str]:
    return {
        **os.environ,
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": telegram,
        "DATABASE_URL": database_url,
        "TIME_ZONE": "Europe/Warsaw",
        "PYTHONUNBUFFERED": "1",
        "OWNER_IDS": "900001",
        "OFFICE_FILE": str(ROOT / "surveys" / "office.example.toml"),
        "SEND_RATE": "30",
        "ALLOW_PAID_BROADCAST": "false",
        "LOG_LEVEL": "INFO",
        "WEBHOOK_URL": "",
        "WEB_ADDRESS": "",
        "WORKERS": "1",
        "ERASURE_KEY": "a key of this test alone",
        "WSPOLNIE_WITHOUT_DOTENV": "1",
    }
