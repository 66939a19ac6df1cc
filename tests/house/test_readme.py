"""What the README promises is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import typer

from operating.commands import app
from results.hiding.rules import FEW
from results.published import UNDIVIDED_FROM

README = (Path(__file__).resolve().parents[2] / "README.md").read_text(encoding="utf-8")
NUMBERS = {5: "five", 10: "ten"}


def test_every_command_that_the_readme_names_exists() -> None:
    commands = getattr(typer.main.get_command(app), "commands")  # noqa: B009 - a group has them, its base class not
    named = set(re.findall(r"\./wspolnie ([a-z]+)", README))
    assert {"demo", "test", "run", "doctor", "workshop", "export"} <= named
    assert named <= set(commands)


def test_the_promise_about_small_numbers_names_the_bounds_of_the_code() -> None:
    promise = " ".join(README.partition("- No small number")[2].partition("\n\n")[0].split())
    assert promise.startswith("of a breakdown")
    assert f"together is shown from {NUMBERS[UNDIVIDED_FROM]} ballots on, with all its counts" in promise
    assert f"with {NUMBERS[FEW]} to nine only the order" in promise
