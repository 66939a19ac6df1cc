"""Played conversations are what they were when somebody last read them. Record anew: python -m tests.transcript record NAME."""

from __future__ import annotations

import pytest

from tests.transcript import FOLDER, played

NAMES = sorted(file.stem for file in FOLDER.glob("*.txt"))


@pytest.mark.parametrize("name", NAMES)
def test_a_transcript_plays_as_it_is_written(name: str) -> None:
    written = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert played(written.splitlines()) == written


def test_a_transcript_shows_when_a_screen_changed() -> None:
    written = (FOLDER / "main_road_pl.txt").read_text(encoding="utf-8")
    changed = written.replace("Sprawdź, zanim wyślesz", "Sprawdź")
    assert played(changed.splitlines()) != changed


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_the_main_road_is_covered_in_each_language(language: str) -> None:
    assert f"main_road_{language}" in NAMES
