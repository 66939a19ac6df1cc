"""Ranking: each theme's share with its interval, and the range of places by points. Below ten ballots: names only."""

from __future__ import annotations

from typing import Any

from results.pictures.parts import MOST_THEMES, footing, heading, name, rail, scale
from results.pictures.sheet import BAND, BLUE, GREY, Bar, Dot, Sheet
from results.published import require_published
from results.words import PictureWords


def ranking_sheet(release: dict[str, Any], words: PictureWords) -> Sheet:
    """The published order of a published release."""
    require_published(release)
    sheet = heading(words)
    if release["few"]:
        return _names_only(sheet, release, words)
    rows = [theme for theme in release["themes"] if theme["count"]][:MOST_THEMES]
    end = scale(max([theme["high"] for theme in rows], default=0))
    for theme in rows:
        sheet.space(14)
        name(sheet, f"{theme['order']}. {words.name(theme['names'])}")
        left, width, middle = rail(sheet, words.share(theme["share"]))
        low, high = left + width * theme["low"] / end, left + width * theme["high"] / end
        sheet.add(
            Bar(low, middle - 10, high - low, 20, BAND),
            Dot(left + width * theme["share"] / end, middle, 14, BLUE, True),
        )
        sheet.write(place_text(theme, words), colour=GREY)
    return footing(sheet, words, words.order)


def place_text(theme: dict[str, Any], words: PictureWords) -> str:
    """Place by points with its range, such as "miejsce według punktów: 2 (1–4)"."""
    low, high = theme["place_low"], theme["place_high"]
    span = f"{low}" if low == high else f"{low}–{high}"
    return words.place_range.format(place=theme["place"], span=span)


def _names_only(sheet: Sheet, release: dict[str, Any], words: PictureWords) -> Sheet:
    sheet.write(words.few, colour=GREY)
    sheet.space(12)
    for theme in release["themes"]:
        sheet.space(10)
        name(sheet, f"{theme['order']}. {words.name(theme['names'])}")
    return footing(sheet, words, words.order)
