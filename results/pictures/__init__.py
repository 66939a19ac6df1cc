"""Pictures for the chat (PNG) and the report (SVG), 1080 pixels wide. Built from a published release and words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from results.pictures.card import card_sheet
from results.pictures.change import change_sheet, has_change
from results.pictures.flow import flow_sheet
from results.pictures.groups import groups_sheet
from results.pictures.painter import paint
from results.pictures.ranking import ranking_sheet
from results.pictures.sheet import Sheet
from results.pictures.shortlist import shortlist_sheet
from results.words import PictureWords

Picture = Literal["change", "ranking", "flow", "groups", "shortlist"]


def summary_picture(release: dict[str, Any]) -> Literal["change", "ranking"]:
    """Which picture sums a published release up: the change when there is one to show, else the ranking."""
    return "change" if has_change(release) else "ranking"


def sheet_of(picture: Picture, release: dict[str, Any], words: PictureWords, breakdown: str = "") -> Sheet:
    """Lay out one picture of a published release; `breakdown` names the groups of a groups picture."""
    if picture == "groups":
        return groups_sheet(release, breakdown, words)
    drawers = {"change": change_sheet, "ranking": ranking_sheet, "flow": flow_sheet, "shortlist": shortlist_sheet}
    return drawers[picture](release, words)


def picture_png(picture: Picture, release: dict[str, Any], words: PictureWords, breakdown: str = "") -> bytes:
    """One picture of a published release as PNG."""
    return sheet_of(picture, release, words, breakdown).png()


def picture_svg(picture: Picture, release: dict[str, Any], words: PictureWords, breakdown: str = "") -> str:
    """One picture of a published release as SVG."""
    return sheet_of(picture, release, words, breakdown).svg()


def summary_png(release: dict[str, Any], words: PictureWords) -> bytes:
    """The picture under the summary. `words` are those of `summary_picture(release)`; NotPublished for raw figures."""
    return picture_png(summary_picture(release), release, words)


def card_png(before: Sequence[str], after: Sequence[str], words: PictureWords) -> bytes:
    """A resident's own lists (theme names in their language, first place first) as PNG."""
    return paint(card_sheet(before, after, words))
