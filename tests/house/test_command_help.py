"""Every command and every group of commands shows in its help how it is typed."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

import click
import pytest
import typer
from click.testing import CliRunner
from lublin import SURVEYS

from commands import app

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


def test_examples_name_the_workshop_of_the_shipped_file() -> None:
    slug = tomllib.loads((SURVEYS / "lublin.toml").read_text(encoding="utf-8"))["slug"]
    about = [path for path in walked(ROOT) if path in {("export",), ("results",), ("ballots", "import")}]
    assert len(about) == 3
    for path in about:
        shown = " ".join(CliRunner().invoke(ROOT, [*path, "--help"]).output.split())
        assert f"./wspolnie {' '.join(path)} {slug} " in shown
