"""`./wspolnie test` and `./wspolnie check`: which tools run, in which order, and what they say at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TYPED = (
    *("domain", "conversations", "messages", "storage", "service", "scheduler", "bot", "results", "web", "rehearsal"),
    *("operating", "running"),
)


def run_tests(extra: list[str], *, long: bool) -> int:
    """pytest on two workers; `long` runs only the soaks. Returns its exit code."""
    selection = ["-m", "long", "-p", "no:randomly"] if long else ["-m", "not long"]
    command = [sys.executable, "-m", "pytest", *selection, "-n", "2", "--dist", "loadgroup", *extra]
    return subprocess.call(command, cwd=ROOT)


def _tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        raise SystemExit(f"wspolnie: {name} is not installed; delete .venv and call ./wspolnie check again.")
    return found


def run_checks() -> int:
    """Every check, all of them even when one fails. Returns 1 when any failed."""
    typed = [*TYPED, *sorted(path.name for path in ROOT.glob("*.py"))]
    commands = (
        [_tool("ruff"), "check", "."],
        [_tool("ruff"), "format", "--check", "."],
        [_tool("mypy"), "--strict", *typed],
        [_tool("lint-imports"), "--no-cache"],
        [sys.executable, "-m", "messages.check"],
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    failed = [command for command in commands if _say_and_call(command, environment) != 0]
    for command in failed:
        print("failed: " + " ".join([Path(command[0]).name, *command[1:4]]), file=sys.stderr)
    print(f"{len(commands) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def _say_and_call(command: list[str], environment: dict[str, str]) -> int:
    print("— " + " ".join([Path(command[0]).name, *command[1:4]]), flush=True)
    return subprocess.call(command, cwd=ROOT, env=environment)
