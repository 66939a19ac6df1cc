"""Commands as an operator types them: as a process of their own, or in this one, where what they load is loaded already.

A start takes most of a second, nearly all of it to load the service, so one real start in a module is enough: what comes after
it is the same `cli.main`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from lublin import SURVEYS

import cli

ROOT = Path(__file__).resolve().parents[2]


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def settings_in(folder: Path, database: str) -> dict[str, str]:
    return {
        "WSPOLNIE_WITHOUT_DOTENV": "1",
        "DATABASE_URL": f"sqlite:///{folder}/{database}.sqlite3",
        "OFFICE_FILE": str(SURVEYS / "office.example.toml"),
    }


def started(folder: Path, *arguments: str, database: str = "main") -> Done:
    """As a process of its own."""
    done = subprocess.run(
        [sys.executable, "cli.py", *arguments],
        cwd=ROOT,
        env={**os.environ, **settings_in(folder, database)},
        capture_output=True,
        text=True,
        timeout=600,
    )
    return Done(done.returncode, done.stdout, done.stderr)


class Typed:
    """In this process; each call as if it were a new one."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture

    def __call__(self, folder: Path, *arguments: str, database: str = "main") -> Done:
        self._capture.readouterr()
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(ROOT)
            patch.setattr(sys, "argv", ["cli.py", *arguments])
            for name, value in settings_in(folder, database).items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                cli.main()
        said, errors = self._capture.readouterr()
        code = ended.value.code
        assert code is None or isinstance(code, int)
        return Done(code or 0, said, errors)
