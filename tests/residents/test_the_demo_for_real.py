"""`./wspolnie demo --headless` with a few residents: the real service, compared with what they say they chose."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rehearsal import recompute

ROOT = Path(__file__).parents[2]


@pytest.mark.xdist_group("road")
def test_a_small_town_plays_the_whole_story_and_agrees_in_every_number(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "demo", "--headless", "--residents", "24", "--out", str(tmp_path)]
    environment = {**os.environ, "WSPOLNIE_WITHOUT_DOTENV": "1", "COLUMNS": "200"}
    played = subprocess.run(command, capture_output=True, text=True, timeout=900, env=environment, check=False)
    assert played.returncode == 0, played.stdout + played.stderr
    assert "could not" not in played.stdout + played.stderr
    assert "The service and the residents agree" in played.stdout
    written = {path.name for path in tmp_path.iterdir()}
    assert {"summary.png", "transcript.txt", "tally.json", "residents.jsonl"} <= written
    released = json.loads((tmp_path / "release-before.json").read_text(encoding="utf-8"))
    tally = json.loads((tmp_path / "tally.json").read_text(encoding="utf-8"))
    assert tally["could_not"] == []
    assert released["n"] == tally["waves"]["before"]["n"] >= 10
    assert "Counted a second time" in played.stdout
    counted_again(tmp_path)


def counted_again(out: Path) -> None:
    """The second count agrees; a single number that was tampered with, in any of the files, makes it fail and is named."""
    found = recompute.check(out)
    assert recompute.agrees(found), recompute.verdict(found)
    assert found.compared > 300
    table = next(out.glob("*-after.csv"))
    for path, change in (
        (out / "release-before.json", lambda text: _one_more(text, "count")),
        (out / "release-after.json", lambda text: _one_more(text, "points")),
        (out / "residents.jsonl", lambda text: text.replace('"scale": 3', '"scale": 4', 1)),
        (table, lambda text: text.replace(",1,", ",2,", 1)),
    ):
        true = path.read_text(encoding="utf-8")
        assert change(true) != true, path
        path.write_text(change(true), encoding="utf-8")
        found = recompute.check(out)
        assert not recompute.agrees(found), path
        assert "counted" in recompute.verdict(found)
        if path.name == "release-before.json":
            command = [sys.executable, "-m", "rehearsal.recompute", str(out)]
            failed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
            assert failed.returncode == 1, failed.stdout
            assert "counted" in failed.stdout
        path.write_text(true, encoding="utf-8")


def _one_more(text: str, figure: str) -> str:
    release = json.loads(text)
    release["themes"][0][figure] += 1
    return json.dumps(release)
