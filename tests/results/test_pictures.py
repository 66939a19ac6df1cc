"""Pictures: look as they looked, fit a phone, say nothing that is hidden, and never show an empty box."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from golden_pictures import FOLDER, drawn, few_release, open_release, small, town_release
from PIL import Image
from town import sayer, settings, themes, wave

from results.percent import percent
from results.pictures import card_png, picture_svg, sheet_of, summary_picture, summary_png
from results.pictures.sheet import MARGIN, SMALLEST, WIDTH, Bar, Dot, Sheet, Text, drawable, text_width, wrap
from results.published import NotPublished
from results.release import build
from results.words import card_words, picture_words

pytestmark = pytest.mark.xdist_group("pictures")
"""One worker makes what they all look at."""
PICTURES = ("change", "ranking", "flow", "groups", "shortlist")


@pytest.fixture(scope="module")
def pictures() -> dict[str, bytes]:
    return drawn()


@pytest.fixture(scope="module")
def release() -> dict[str, object]:
    return town_release()


def test_every_picture_looks_as_it_was_looked_at(pictures: dict[str, bytes]) -> None:
    for name, png in pictures.items():
        now, then = small(png), Image.open(FOLDER / f"{name}.png").convert("L")
        assert now.size == then.size, name
        distance = np.abs(np.asarray(now, dtype=float) - np.asarray(then, dtype=float))
        assert distance.mean() < 4, name
        assert (distance > 96).mean() < 0.002, name


def test_every_picture_is_1080_pixels_wide_and_telegram_takes_it_as_a_photo(pictures: dict[str, bytes]) -> None:
    for name, png in pictures.items():
        picture = Image.open(io.BytesIO(png))
        assert picture.width == WIDTH, name
        assert picture.width + picture.height <= 10_000, name
        assert len(png) < 10_000_000, name


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
@pytest.mark.parametrize("picture", PICTURES)
def test_text_is_large_enough_lies_inside_and_touches_no_other(picture, language, release) -> None:  # type: ignore[no-untyped-def]
    sheet = sheet_of(picture, release, picture_words(picture, release, sayer(language), language), "group")
    boxes = []
    for mark in sheet.marks:
        if not isinstance(mark, Text):
            continue
        assert mark.size >= SMALLEST
        width = text_width(mark.text, mark.size, bold=mark.bold)
        left = mark.x - width if mark.align == "right" else mark.x
        assert left >= MARGIN - 1
        assert left + width <= WIDTH - MARGIN + 1
        boxes.append((left, mark.y - mark.size * 0.7, left + width, mark.y, mark.text))
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            assert apart, (one, other)


def test_before_is_hollow_and_after_is_filled() -> None:
    release = open_release()
    sheet = sheet_of("change", release, picture_words("change", release, sayer("pl"), "pl"))
    dots = [mark for mark in sheet.marks if isinstance(mark, Dot)]
    assert [dot.filled for dot in dots] == [False, True] * (len(dots) // 2)
    words = [mark.text for mark in sheet.marks if isinstance(mark, Text)]
    assert any("17\u00a0% → 64\u00a0%" in text for text in words)


@pytest.mark.parametrize("shown", [1, 0])
def test_where_something_about_those_who_answered_twice_is_hidden_everybodys_shares_are_drawn(shown: int) -> None:
    release = town_release()
    release["change"] = release["change"] if shown else []
    sheet = sheet_of("change", release, picture_words("change", release, sayer("pl"), "pl"))
    words = " ".join(mark.text for mark in sheet.marks if isinstance(mark, Text))
    before = {theme["id"]: theme["share"] for theme in release["earlier"]["themes"]}
    for theme in release["themes"]:
        assert f"{percent(before[theme['id']])}\u00a0% → {percent(theme['share'])}\u00a0%" in words
    assert "za mało osób" not in words
    assert f"{release['earlier']['n']} osób przed warsztatem, {release['n']} osoby po nim" in words


def test_a_hidden_change_is_named_as_hidden_and_draws_no_mark() -> None:
    release = town_release()
    release["change"] = [release["change"][3]]
    sheet = sheet_of("flow", release, picture_words("flow", release, sayer("pl"), "pl"))
    assert not [mark for mark in sheet.marks if isinstance(mark, Bar) and mark.y > 350]
    assert "za mało osób, żeby to pokazać" in [mark.text for mark in sheet.marks if isinstance(mark, Text)]


def test_the_summary_picture_is_the_change_when_there_is_one_to_show(release: dict[str, object]) -> None:
    assert summary_picture(release) == "change"
    few = few_release()
    assert summary_picture(few) == "ranking"
    assert summary_png(few, picture_words("ranking", few, sayer("pl"), "pl")).startswith(b"\x89PNG")


def test_below_ten_ballots_the_picture_shows_no_numbers() -> None:
    few = few_release()
    sheet = sheet_of("ranking", few, picture_words("ranking", few, sayer("pl"), "pl"))
    assert not [mark for mark in sheet.marks if isinstance(mark, Bar | Dot)]
    assert not any("%" in mark.text for mark in sheet.marks if isinstance(mark, Text) and mark.size > SMALLEST)


def test_no_picture_is_drawn_of_figures_that_were_not_published() -> None:
    raw = build(None, wave(range(30), 2), themes(), settings(earlier=None))
    words = picture_words("ranking", raw, sayer("pl"), "pl")
    for picture in PICTURES:
        with pytest.raises(NotPublished):
            sheet_of(picture, raw, words)


def test_polish_and_cyrillic_letters_all_have_glyphs_and_emoji_are_left_out() -> None:
    letters = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ абвгґдеєжзиіїйклмнопрстуфхцчшщьюя ҐЄІЇ „”–−→▲▼…’"
    assert drawable(letters) == letters
    assert drawable("zieleń 🌳🏠!") == "zieleń !"


def test_dollar_signs_in_a_name_are_letters_and_no_formula() -> None:
    sheet = Sheet()
    sheet.write("Ceny $x_1$ i $\\frac{a}{b}$")
    assert "$x_1$" in sheet.svg()


def test_a_name_is_wrapped_at_forty_characters_and_a_long_word_is_broken() -> None:
    lines = wrap("Bardzo " * 12 + "x" * 95, 36, 900, limit=40)
    assert all(len(line) <= 40 for line in lines)
    assert "".join(lines).replace(" ", "") == "Bardzo" * 12 + "x" * 95
    assert wrap("", 36, 900) == []


def test_svg_has_real_text_falls_back_to_a_plain_font_and_is_the_same_each_time(release: dict[str, object]) -> None:
    words = picture_words("ranking", release, sayer("uk"), "uk")
    svg = picture_svg("ranking", release, words)
    assert ">Найважливіші теми після" in svg
    assert "Verdana, sans-serif" in svg
    assert svg == picture_svg("ranking", release, words)


def test_a_card_for_somebody_with_an_empty_list_is_drawn() -> None:
    assert card_png([], ["Sport"], card_words({"en": "Paid by the town"}, sayer("en"), "en")).startswith(b"\x89PNG")


def test_what_shows_results_costs_neither_matplotlib_nor_scipy_before_it_is_used() -> None:
    shown = (
        "results.text, results.pictures, results.words, results.files.csv_file, results.files.report, results.published"
    )
    heavy = "{'matplotlib', 'scipy', 'statsmodels', 'pandas', 'xlsxwriter', 'numpy'}"
    code = f"import sys, {shown}; sys.exit(', '.join({heavy} & set(sys.modules)) or None)"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
