"""Pictures are drawn in several threads at once: letters are measured there without breaking the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from results.pictures.sheet import text_width

ROOT = Path(__file__).parents[2]
MEASURING = """
from concurrent.futures import ThreadPoolExecutor
from results.pictures.sheet import text_width

def widths(number):
    return [text_width(chr(one), 30, bold=number % 2 == 0) for one in range(0x100 + number % 4, 0x500)]

with ThreadPoolExecutor(8) as several:
    found = list(several.map(widths, range(32)))
assert all(width > 0 for one in found for width in one[:64])
"""


def test_eight_threads_measure_letters_at_once() -> None:
    done = subprocess.run([sys.executable, "-c", MEASURING], cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_letter_that_the_font_lacks_has_a_width() -> None:
    assert text_width("😀", 30) > 0
    assert text_width("\x7f", 30) > 0
