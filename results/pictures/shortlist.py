"""Shortlist coverage: theme after theme, how many people have at least one of theirs on the list so far."""

from __future__ import annotations

from typing import Any

from results.pictures.parts import by_id, footing, heading, name, rail
from results.pictures.sheet import BLUE, Bar, Sheet
from results.published import require_published
from results.words import PictureWords


def shortlist_sheet(release: dict[str, Any], words: PictureWords) -> Sheet:
    """The Phragmén shortlist of a published release, and how many the plain list would leave without any theme."""
    require_published(release)
    themes = by_id(release)
    sheet = heading(words)
    taken = release["shortlist"]
    if not taken:
        sheet.write(words.few)
        return footing(sheet, words)
    for number, (theme, covered) in enumerate(
        zip(taken["phragmen"]["themes"], taken["phragmen"]["covered"], strict=True), start=1
    ):
        sheet.space(14)
        name(sheet, f"{number}. {words.name(themes[theme]['names'])}")
        share = covered / taken["phragmen"]["n"]
        left, width, middle = rail(sheet, words.share(share))
        sheet.add(Bar(left, middle - 13, width, 26, BLUE, False), Bar(left, middle - 13, width * share, 26, BLUE))
    sheet.space(16)
    sheet.write(words.covered.format(without=taken["phragmen"]["without"], n=taken["phragmen"]["n"]))
    sheet.write(words.plain_list.format(without=taken["plain"]["without"]))
    return footing(sheet, words)
