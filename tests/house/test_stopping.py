"""The whole end fits into five seconds, whatever hangs; what can still end, does."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from stopwatch import Stopwatch

from running import stopping

ROOT = Path(__file__).resolve().parents[2]
HANGING = """
import asyncio, threading
from app import Running, _run, _serve
from clocks import SystemClock
from settings import read_settings

class Hanging(Running):
    async def start(self):
        self._parts += [self.thread, self.deaf, self.patient]
        print("started", flush=True)

    async def patient(self):
        await asyncio.Event().wait()

    async def deaf(self):
        while True:
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                pass

    async def thread(self):
        await asyncio.to_thread(threading.Event().wait)

async def main():
    return await _serve(Hanging(read_settings(), SystemClock()))

_run(main())
"""

LOADING = """
import cli, sys, time

def load():
    print("loading", flush=True)
    time.sleep(60)

sys.argv[1:] = ["run"]
cli._load = load
cli.main()
"""


async def test_a_part_that_hangs_is_cut_off_and_the_others_end(caplog: pytest.LogCaptureFixture) -> None:
    ended: list[str] = []

    async def hangs() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("let go")

    async def quick() -> None:
        await asyncio.sleep(0)
        ended.append("quick")

    watch = Stopwatch(os.getpid())
    assert not await stopping.end([quick, hangs, hangs, quick], 0.6)
    assert watch.seconds < 0.7
    assert ended == ["quick", "let go", "let go", "quick"]
    assert caplog.text.count("did not end in time") == 2


async def test_a_part_with_a_limit_leaves_its_time_to_the_ones_after_it() -> None:
    async def hangs() -> None:
        await asyncio.Event().wait()

    async def needs_time() -> None:
        await asyncio.sleep(0.5)
        ended.append("whole")

    ended: list[str] = []
    assert not await stopping.end([(hangs, 0.1), needs_time], 5.0)
    assert ended == ["whole"]


async def test_a_part_that_fails_keeps_no_other_from_ending(caplog: pytest.LogCaptureFixture) -> None:
    ended: list[str] = []

    async def fails() -> None:
        raise ValueError("what a resident wrote")

    async def quick() -> None:
        ended.append("quick")

    with caplog.at_level(logging.ERROR):
        assert await stopping.end([fails, quick], 1.0)
    assert ended == ["quick"]
    assert "ValueError in test_stopping.py" in caplog.text
    assert "resident" not in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_sigterm_ends_the_process_within_five_seconds_though_every_part_hangs(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "WSPOLNIE_WITHOUT_DOTENV": "1",
        "DATABASE_URL": f"sqlite:///{tmp_path}/x.sqlite3",
    }
    process = subprocess.Popen(
        [sys.executable, "-c", HANGING], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        watch, seconds = Stopwatch(process.pid), 0.0
        process.send_signal(signal.SIGTERM)
        while (code := process.poll()) is None and seconds < 15:
            seconds = watch.seconds
            time.sleep(0.02)
    finally:
        process.kill()
        process.communicate()
    assert (code, seconds < 5.0) == (0, True), f"{code} after {seconds:.1f} s"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_sigterm_while_the_service_is_still_being_loaded_is_an_end_like_any_other() -> None:
    process = subprocess.Popen([sys.executable, "-c", LOADING], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "loading\n"
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == 0
    finally:
        process.kill()
        process.communicate()
