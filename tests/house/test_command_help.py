"""Every command and every group of commands shows in its help how it is typed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import click
import pytest
import typer
from click.testing import CliRunner
from lublin import SURVEYS

import cli
from operating.commands import app

ROOT = typer.main.get_command(app)


def walked(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    for name, inner in getattr(command, "commands", {}).items():
        yield from walked(inner, (*path, name))


@pytest.mark.parametrize("path", list(walked(ROOT)), ids=" ".join)
def test_help_ends_with_an_example_of_that_command(path: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(ROOT, [*path, "--help"])
    assert shown.exit_code == 0
    example = " ".join(shown.output.partition("Example: ")[2].split())
    assert example.startswith(" ".join(("./wspolnie", *path)))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("nope", "no such command 'nope'. See ./wspolnie --help."),
        ("demo --port 99999", "invalid value for '--port': Input should be less than or equal to 65535. See"),
        ("run now", "got unexpected extra argument(s) (now). See ./wspolnie run --help."),
        ("export", "missing argument 'workshop'. See ./wspolnie export --help."),
        ("results x", "missing option '--wave'. See ./wspolnie results --help."),
        ("rehearsed --port 1 --now 2022-11-14T08:00", "--now: expected a time with an offset, such as"),
    ],
)
def test_a_misspelt_command_is_answered_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, said: str
) -> None:
    monkeypatch.setattr("sys.argv", ["cli.py", *typed.split()])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    out, errors = capsys.readouterr()
    assert errors.startswith(f"wspolnie: {said}")
    assert (out, errors.count("\n")) == ("", 1)
    assert ended.value.code in (1, 2)


def test_a_group_of_commands_alone_shows_what_there_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["cli.py", "ballots"])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert (ended.value.code, "Example: ./wspolnie ballots print" in capsys.readouterr().err) == (2, True)


def test_examples_name_the_workshop_of_the_shipped_file() -> None:
    slug = tomllib.loads((SURVEYS / "lublin.toml").read_text(encoding="utf-8"))["slug"]
    about = [path for path in walked(ROOT) if path in {("export",), ("results",), ("ballots", "import")}]
    assert len(about) == 3
    for path in about:
        shown = " ".join(CliRunner().invoke(ROOT, [*path, "--help"]).output.split())
        assert f"./wspolnie {' '.join(path)} {slug} " in shown
