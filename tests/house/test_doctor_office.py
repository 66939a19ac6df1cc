"""`doctor` says what is missing in the office file, and in which file it belongs."""

from __future__ import annotations

from pathlib import Path

from operating import doctor
from settings import Settings

EXAMPLE = Path("surveys/office.example.toml")


def advised(office_file: Path) -> str:
    found = doctor._office(Settings(_env_file=None, office_file=office_file))
    assert not found.well
    assert "placeholders" in found.what
    return found.advice


def test_who_named_no_office_file_is_told_to_copy_the_example_and_not_to_change_it() -> None:
    assert advised(EXAMPLE) == "Copy surveys/office.example.toml, fill it in, and set OFFICE_FILE to it."


def test_who_copied_the_example_is_told_to_fill_in_the_copy(tmp_path: Path) -> None:
    copy = tmp_path / "office.toml"
    copy.write_bytes((Path(__file__).parents[2] / EXAMPLE).read_bytes())
    assert advised(copy).startswith("Fill them in")
