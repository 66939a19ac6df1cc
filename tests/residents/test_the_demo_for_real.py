"""`./wspolnie demo --headless` with a few residents: the real service, compared with what they say they chose."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.xdist_group("road")
def test_a_small_town_plays_the_whole_story_and_agrees_in_every_number(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "demo", "--headless", "--residents", "24", "--out", str(tmp_path)]
    environment = {**os.environ, "WSPOLNIE_WITHOUT_DOTENV": "1", "COLUMNS": "200"}
    played = subprocess.run(command, capture_output=True, text=True, timeout=240, env=environment, check=False)
    assert played.returncode == 0, played.stdout + played.stderr
    assert "could not" not in played.stdout + played.stderr
    assert "The service and the residents agree" in played.stdout
    written = {path.name for path in tmp_path.iterdir()}
    assert {"summary.png", "transcript.txt", "tally.json"} <= written
    released = json.loads((tmp_path / "release-before.json").read_text(encoding="utf-8"))
    tally = json.loads((tmp_path / "tally.json").read_text(encoding="utf-8"))
    assert tally["could_not"] == []
    assert released["n"] == tally["waves"]["before"]["n"] >= 10
