"""Processes of a rehearsal: started with a log of their own, asked over HTTP, and none of them left behind."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

ROOT = Path(__file__).resolve().parents[1]
STOP_SECONDS = 10.0
ASK_SECONDS = 10.0
LAST_LINES = 5


class Failed(Exception):
    """Something of the rehearsal does not work. The message is a sentence for the person at the terminal."""


class Running:
    """One started process. Its output goes to `log`; its standard input ends when we do. Only one that `goes_home` may end of
    its own accord."""

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        log: Path,
        environment: Mapping[str, str] | None = None,
        *,
        goes_home: bool = False,
    ) -> None:
        self.name, self.log, self._goes_home = name, log, goes_home
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                list(command),
                cwd=ROOT,
                env={**os.environ, **(environment or {})},
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    @property
    def ended(self) -> int | None:
        """The exit code, or None while it runs."""
        return self._process.poll()

    def check(self) -> None:
        """Raises Failed with the last lines of the log when it has ended, other than by going home."""
        if self.ended or (self.ended is not None and not self._goes_home):
            raise Failed(f"The {self.name} stopped with code {self.ended}. {self.last_words()}")

    def last_words(self) -> str:
        """The end of its log, for a message."""
        lines = self.log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return "\n".join([*lines[-LAST_LINES:], f"(more in {self.log})"])

    def stop(self) -> None:
        """Ask it to end, and end it when it does not."""
        if self.ended is None:
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()


@contextmanager
def crew() -> Iterator[list[Running]]:
    """A list of processes that are stopped at the end, the last one first."""
    running: list[Running] = []
    try:
        yield running
    finally:
        for process in reversed(running):
            process.stop()


@contextmanager
def sigterm_is_ctrl_c() -> Iterator[None]:
    """While this lasts a SIGTERM ends the program as Ctrl-C does: through its `finally`s."""

    def interrupt(number: int, frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_taken(port: int) -> bool:
    """Whether somebody listens on the port already."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def ask(port: int, path: str, body: Any = None) -> Any:
    """JSON from a server on this machine; a POST when there is a body. Raises OSError or Failed."""
    return json.loads(fetch(port, path, body))


def fetch(port: int, path: str, body: Any = None) -> bytes:
    """What a server on this machine answers. Raises OSError when it is away, Failed when it refuses."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=ASK_SECONDS)
    try:
        given = None if body is None else json.dumps(body)
        line.request("GET" if body is None else "POST", path, given, {"Content-Type": "application/json"})
        answer = line.getresponse()
        content = answer.read()
    finally:
        line.close()
    if answer.status >= 400:
        raise Failed(f"{path} was refused: {content.decode(errors='replace')}")
    return content


def wait_for(
    what: str,
    there: Callable[[], bool],
    running: Sequence[Running],
    seconds: float,
    pause: float = 0.05,
    progress: Callable[[], object] = lambda: None,
) -> None:
    """Until `there` says yes. Raises Failed when a process ends meanwhile, or `seconds` of machine time are over since
    what `progress` says changed last."""
    seen, deadline = progress(), time.monotonic() + seconds
    while True:
        for process in running:
            process.check()
        try:
            if there():
                return
        except OSError as error:  # nobody listens there yet
            if time.monotonic() > deadline:
                raise Failed(f"Waited {seconds:g} s for {what}, which cannot be reached.") from error
        if progress() != seen:
            seen, deadline = progress(), time.monotonic() + seconds
        if time.monotonic() > deadline:
            raise Failed(f"Waited {seconds:g} s for {what}.")
        time.sleep(pause)
