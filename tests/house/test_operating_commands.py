"""The operator's commands as they are typed, on a SQLite installation of their own: one sentence for what went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from typed_commands import Typed, started

pytestmark = pytest.mark.xdist_group("operating commands")
"""One worker makes what they all work on."""


@pytest.fixture(scope="module")
def installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installation")
    assert started(folder, "workshop", "load", "surveys/lublin.toml", "--announce").returncode == 0
    return folder


def test_a_backup_goes_into_a_new_database_and_not_into_one_in_use(installation: Path, typed: Typed) -> None:
    made = installation / "made.backup"
    assert typed(installation, "backup", str(made)).returncode == 0
    again = typed(installation, "restore", str(made), database="other")
    assert again.returncode == 0, again.stderr
    assert "No list of erasures was found" in again.stdout
    assert "lublin-ramy-strategii" in typed(installation, "workshop", "list", database="other").stdout
    refused = typed(installation, "restore", str(made))
    assert refused.returncode == 1
    assert refused.stderr == (
        "wspolnie: the database is not empty. Set DATABASE_URL to a new one and restore into that.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("workshop", "load", "nope/w.toml"), "nope/w.toml cannot be read: No such file or directory."),
        (("workshop", "load", "surveys"), "surveys cannot be read: Is a directory."),
        (("announcement", "7"), "there is no announcement 7."),
        (("announcement", "7", "--follow"), "there is no announcement 7."),
        (("restore", "nothing.backup"), "nothing.backup cannot be read: No such file or directory."),
        (("restore", "x", "--erasures", "nowhere.list"), "--erasures: there is no file nowhere.list."),
        (
            ("backup", "x", "--passphrase-file", "nowhere"),
            "--passphrase-file: nowhere cannot be read: No such file or directory.",
        ),
        (
            ("results", "lublin-ramy-strategii", "--wave", "before", "--release", "3"),
            "lublin-ramy-strategii has no released results of the wave before: they are released when it closes.",
        ),
    ],
)
def test_what_went_wrong_is_one_sentence(
    installation: Path, typed: Typed, arguments: tuple[str, ...], sentence: str
) -> None:
    new = "empty" if arguments[0] == "restore" else "main"
    done = typed(installation, *arguments, database=new)
    assert (done.returncode, done.stderr) == (1, f"wspolnie: {sentence}\n")


def test_what_waits_is_said_in_a_line(installation: Path, typed: Typed) -> None:
    assert typed(installation, "retention", "--dry-run").stdout == "Nothing waits to be deleted.\n"
    assert typed(installation, "inbox", "retry").stdout == "Nothing is dead.\n"
