"""The picture for the projector: what the room should see now, without asking anybody to choose.

While a wave is open: the code to join by and how many answered, in steps of five. Afterwards the areas when there are
some, else the released themes with their change, else the code again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.instants import parse_instant
from domain.languages import pick
from results.screen_lines import ShownArea, area_headings, few_line, people_line, theme_rows
from results.words import Say
from service import rooms
from service.drawing import Draw, Drawing, Maker, NoSuchFile
from service.rooms import Moment
from service.work import Tx
from storage import timeline as timeline_table
from storage.timeline import Meeting


def screen(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    """`about`: workshop, bot, at (when it was asked for, ISO 8601) and what: 'areas', or 'now' for whatever the moment
    asks for."""
    meeting = timeline_table.meeting(tx, int(about["workshop"]))
    if meeting is None:
        raise NoSuchFile(f"no workshop {about['workshop']}")
    now = rooms.moment(tx, meeting, parse_instant(str(about["at"])))
    return Drawing(f"{meeting.slug}-{language}.png", _chosen(now, meeting, str(about["what"]), str(about["bot"])))


def _chosen(now: Moment, meeting: Meeting, what: str, bot: str) -> Draw:
    if now.areas and (what == "areas" or not now.taking):
        return _areas(now.areas, now.agreed, meeting)
    if now.figures is not None and now.figures["n"] and not now.taking:
        return _themes(now.figures, meeting)
    return _joining(meeting, bot, now.people)


def _joining(meeting: Meeting, bot: str, people: int | None) -> Draw:
    """`people`: how many answered the wave that is open, in steps of five; None while none is."""
    link = rooms.link(meeting, bot)

    def draw(say: Say, language: str) -> bytes:
        from results.pictures.screen import joining_png  # matplotlib's fonts: slow to import, seldom needed

        code = rooms.code(f"https://{link}")
        answered = "" if people is None else say("screen-answered", people=people)
        return joining_png(pick(meeting.title, language), say("poster-call"), answered, link, code)

    return draw


def _themes(figures: dict[str, Any], meeting: Meeting) -> Draw:
    """The themes of a published release in their order; the change where there is one to show."""

    def draw(say: Say, language: str) -> bytes:
        from results.pictures.screen import themes_png  # matplotlib's fonts: slow to import, seldom needed

        rows = theme_rows(figures, say, language)
        return themes_png(pick(meeting.title, language), people_line(figures, say), rows, few_line(figures, say))

    return draw


def _areas(listed: Sequence[ShownArea], agreed: bool, meeting: Meeting) -> Draw:
    """The areas as they are being made, with the themes that the room may see."""

    def draw(say: Say, language: str) -> bytes:
        from results.pictures.screen import areas_png  # matplotlib's fonts: slow to import, seldom needed

        under = say("areas-state", state="agreed" if agreed else "draft")
        return areas_png(pick(meeting.title, language), under, area_headings(listed, language))

    return draw


SCREEN: Final[Mapping[str, Maker]] = {"screen": screen}
