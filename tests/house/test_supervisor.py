"""The supervisor ends when it is told to, whatever its workers do, and leaves none behind."""

from __future__ import annotations

import asyncio
import logging
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from running import supervisor
from running.supervisor import Worker

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="one process serves there")

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60
"""Seconds for what a quiet machine does at once; success ends the wait."""
WORKER_AND_SUPERVISOR = f"""
import asyncio, sys
sys.path.insert(0, {str(ROOT)!r})
from running.supervisor import supervise, tell_ready, when_left

async def serve():
    ended = asyncio.Event()
    when_left(ended.set)
    tell_ready()
    print("serves", flush=True)
    await ended.wait()

if sys.argv[1] == "run":
    asyncio.run(serve())
else:
    supervise(2, "")
"""


def test_workers_end_when_their_supervisor_was_killed(tmp_path: Path) -> None:
    """Left behind they would hold the address, and no supervisor could start."""
    script = tmp_path / "cli.py"
    script.write_text(WORKER_AND_SUPERVISOR)
    process = subprocess.Popen([sys.executable, str(script), "supervise"], stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(2)] == ["serves\n"] * 2
    finally:
        process.send_signal(signal.SIGKILL)
    process.communicate(timeout=PATIENCE)  # to the end of what the workers may write: they are gone


async def test_a_supervisor_does_not_wait_for_a_worker_that_is_to_be_started_again_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "cli.py"
    script.write_text("raise SystemExit(3)")
    monkeypatch.setattr(supervisor, "program", lambda: (sys.executable, str(script)))
    waits = asyncio.Event()

    class Hears(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "started again" in record.getMessage():
                waits.set()

    hears = Hears()
    supervisor.log.addHandler(hears)
    try:
        worker = Worker(1, None)
        worker.pause = 10 * PATIENCE
        keeping = asyncio.create_task(worker.keep())
        await asyncio.wait_for(waits.wait(), PATIENCE)
        await worker.stop()
        assert await asyncio.wait_for(keeping, PATIENCE) == 3
    finally:
        supervisor.log.removeHandler(hears)


async def test_a_worker_that_is_unwanted_while_it_is_being_started_ends_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "cli.py"
    script.write_text(f"import time; time.sleep({10 * PATIENCE})")
    monkeypatch.setattr(supervisor, "program", lambda: (sys.executable, str(script)))
    worker = Worker(1, None)
    keeping = asyncio.create_task(worker.keep())
    await asyncio.sleep(0)
    await worker.stop()
    assert await asyncio.wait_for(keeping, PATIENCE) == -signal.SIGTERM
