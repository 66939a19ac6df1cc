"""A share becomes a whole percentage in one place: halves go up, and every road to a person says the same one."""

from __future__ import annotations

import re
from fractions import Fraction
from math import floor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from town import as_published, sayer, settings, themes

from messages.catalogue import words
from results.files.report_grids import Grids
from results.percent import percent, signed_points
from results.pictures import sheet_of
from results.pictures.sheet import Text
from results.published import Json
from results.release import build
from results.release_rows import number
from results.screen_lines import theme_rows
from results.tables import wave_of
from results.text import staff_lines, summary_lines
from results.views import view
from results.words import picture_words

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("share", "whole"), [(0.625, 63), (0.145, 15), (0.005, 1), (0.004999, 0), (1.0, 100), (0, 0)])
def test_half_a_percent_is_rounded_up(share: float, whole: int) -> None:
    assert percent(share) == whole


def test_a_change_is_rounded_alike_in_both_directions() -> None:
    assert [signed_points(change) for change in (0.125, -0.125, 0.285, -0.004, 0)] == ["+13", "−13", "+29", "0", "0"]


@given(st.integers(1, 3000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_percentage_is_the_exact_fractions_without_dust(pair: tuple[int, int]) -> None:
    count, n = pair
    released = number(count / n)
    assert released is not None
    assert percent(released) == floor(Fraction(100 * count, n) + Fraction(1, 2))


def halves() -> Json:
    """Of two hundred people 125 (62.5 %) choose one theme, 29 (14.5 %) another."""
    ballots = [[2]] * 125 + [[7]] * 29 + [[0]] * 46
    listed = settings(earlier=None, places=1, breakdowns=(), questions=())
    return as_published(build(None, wave_of(ballots, places=1), themes(), listed))


def test_chat_screen_report_and_pictures_say_the_same_percentage() -> None:
    release, say = halves(), sayer("en")
    sheet = sheet_of("ranking", release, picture_words("ranking", release, say, "en"))
    roads = {
        "staff": " ".join(words(line, "en") for line in staff_lines(release)),
        "everybody": " ".join(words(line, "en") for line in summary_lines(release)),
        "theme by theme": " ".join(words(line, "en") for item in view(release, "themes") for line in item),
        "screen": " ".join(row.share for row in theme_rows(release, say, "en")),
        "report": str(Grids(release, say, "en").themes()).replace("\\xa0", " "),
        "picture": " ".join(mark.text for mark in sheet.marks if isinstance(mark, Text)),
    }
    for road, text in roads.items():
        found = {int(value) for value in re.findall(r"(\d+)\s?%", text)}
        assert {63, 15} <= found, road
        assert not {62, 14} & found, road


def test_nothing_else_in_results_makes_percentages_out_of_shares() -> None:
    made = re.compile(r"round\([^\n]*\* ?100\b(?!, 1\))|:\.\d%\}|:\.0f\}")
    files = [*ROOT.glob("results/**/*.py"), *ROOT.glob("web/**/*.py"), *ROOT.glob("service/**/*.py")]
    found = [path.name for path in files if made.search(path.read_text(encoding="utf-8"))]
    assert found == ["pdf.py"]  # seconds, in a sentence for the administrator
