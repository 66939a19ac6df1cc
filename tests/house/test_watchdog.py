"""What systemd is told: ready, alive for as long as nothing is stuck, and nothing where nobody listens."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest

from running import watchdog


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> socket.socket:
    """Where systemd would listen."""
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listening.bind(str(tmp_path / "notify"))
    listening.settimeout(10)
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
    return listening


def test_systemd_hears_what_it_is_told(line: socket.socket) -> None:
    with line:
        watchdog.tell("READY=1")
        assert line.recv(100) == b"READY=1"


async def test_a_stuck_service_falls_silent(line: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHDOG_USEC", "20000")
    answers = iter([False, False])
    asked = asyncio.Event()

    def is_stuck() -> bool:
        stuck = next(answers, True)
        if stuck:
            asked.set()
        return stuck

    with line:
        telling = asyncio.create_task(watchdog.keep_telling(is_stuck))
        await asyncio.wait_for(asked.wait(), 10)
        telling.cancel()
        assert [line.recv(100), line.recv(100)] == [b"WATCHDOG=1", b"WATCHDOG=1"]
        line.setblocking(False)
        with pytest.raises(BlockingIOError):
            line.recv(100)


async def test_nothing_is_told_where_nobody_watches(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NOTIFY_SOCKET", raising=False)
    monkeypatch.delenv("WATCHDOG_USEC", raising=False)
    await watchdog.keep_telling(lambda: False)
    watchdog.tell("READY=1")
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "gone"))
    watchdog.tell("READY=1")
