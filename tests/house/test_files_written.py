"""A file or folder that cannot be written is said in one sentence, whichever command was to write it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from typed_commands import Typed, started

from errors import OperatorError
from operating.operations import make_folder, write_file

pytestmark = pytest.mark.xdist_group("files written")
"""One worker makes what they all write into."""


def test_a_file_in_no_folder_is_refused_with_its_reason(tmp_path: Path) -> None:
    with pytest.raises(OperatorError) as caught:
        write_file(tmp_path / "nope" / "x.csv", b"")
    assert str(caught.value) == f"{tmp_path}/nope/x.csv cannot be written: No such file or directory."


def test_a_folder_where_a_file_lies_is_refused_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(OperatorError) as caught:
        make_folder(tmp_path / "taken")
    assert str(caught.value) == f"the folder {tmp_path}/taken cannot be made: File exists."


def test_a_folder_of_somebody_else_is_refused_before_anything_is_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(OperatorError) as caught:
        make_folder(tmp_path)
    assert str(caught.value) == f"the folder {tmp_path} cannot be written: Permission denied."


@pytest.mark.parametrize(
    "arguments",
    [
        ("backup", "{}/nope/x.backup"),
        ("ballots", "print", "lublin-ramy-strategii", "--count", "1", "--out", "{}/nope/x.pdf"),
        ("demo", "--headless", "--out", "{}/main.sqlite3/out"),
        ("wheels", "{}/main.sqlite3/wheels"),
    ],
)
def test_every_command_that_writes_says_where_it_could_not(
    installed: Path, typed: Typed, arguments: tuple[str, ...]
) -> None:
    as_typed = started if arguments[0] == "demo" else typed  # it starts others
    done = as_typed(installed, *(part.format(installed) for part in arguments))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("wspolnie: ")
    assert str(installed) in done.stderr
    assert "cannot be" in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_export_says_where_it_could_not_be_written(
    installed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import cli
    from operating import operations

    monkeypatch.setattr(operations, "export_results", lambda *_: b"released")
    monkeypatch.setattr(sys, "argv", ["cli.py", "export", "lublin-ramy-strategii", "--output", "nope/x.csv"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 1
    assert capsys.readouterr().err == "wspolnie: nope/x.csv cannot be written: No such file or directory.\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    assert started(folder, "workshop", "load", "surveys/lublin.toml", "--announce").returncode == 0
    return folder
