"""The pictures that are compared with stored ones.

`PYTHONPATH=.:tests/results python tests/results/golden_pictures.py` draws and stores them anew: look at each first.
"""

from __future__ import annotations

import copy
import io
from functools import lru_cache
from pathlib import Path
from typing import Any

from PIL import Image
from town import as_published, sayer, settings, themes, wave

from results.pictures import card_png, picture_png
from results.published import few_ballots
from results.release import build
from results.words import card_words, picture_words

FOLDER = Path(__file__).parent / "golden"
SMALL = 360
"""Stored a third as wide and in grey: enough to see any mark that moved."""


HIDDEN = {"hidden": True}


def town_release(**changes: Any) -> dict[str, Any]:
    """Two waves of the small town, with a few cells hidden; `changes` are laid over the release."""
    return copy.deepcopy(_town_release()) | changes


@lru_cache(maxsize=1)
def _town_release() -> dict[str, Any]:
    raw = build(wave(range(141), 1), wave(range(57, 160), 2, lean=5), themes(), settings())
    raw["groups"]["group"][2]["themes"][1]["count"] = HIDDEN
    for key in ("share", "low", "high", "place"):
        raw["groups"]["group"][2]["themes"][1].pop(key)
    raw["change"][3] = {"id": raw["change"][3]["id"], "hidden": True}
    return as_published(raw)


def open_release() -> dict[str, Any]:
    """The town's release as far as nothing of its change is hidden."""
    release = town_release()
    return release | {"change": [row for row in release["change"] if not row.get("hidden")]}


def few_release() -> dict[str, Any]:
    return as_published(few_ballots(build(None, wave(range(8), 2), themes(), settings(earlier=None))))


def drawn() -> dict[str, bytes]:
    """Every picture in Polish and Ukrainian, as PNG by name."""
    release, few = town_release(), few_release()
    pictures = {}
    for language in ("pl", "uk"):
        say = sayer(language)
        for picture in ("change", "ranking", "flow", "groups", "shortlist"):
            words = picture_words(picture, release, say, language)
            pictures[f"{picture}-{language}"] = picture_png(picture, release, words, "group")
        words = picture_words("change", release, say, language)
        pictures[f"twice-{language}"] = picture_png("change", open_release(), words)
        pictures[f"few-{language}"] = picture_png("ranking", few, picture_words("ranking", few, say, language))
        names = [theme.names[language] for theme in themes()]
        own = "Ціни на житло" if language == "uk" else "Ceny mieszkań"
        words = card_words(None, say, language)
        pictures[f"card-{language}"] = card_png([names[7], names[2], own], [names[2], names[7], names[5]], words)
    return pictures


def small(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png)).convert("L")
    return picture.resize((SMALL, round(picture.height * SMALL / picture.width)), Image.Resampling.BOX)


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, png in drawn().items():
        small(png).quantize(16).save(FOLDER / f"{name}.png", optimize=True)
