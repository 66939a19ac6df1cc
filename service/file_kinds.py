"""How each kind of file for the chat is made. Loaded when the first file is wanted that Telegram does not have yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from results.words import Say
from service import calendars, paper_prints, posters
from service.drawing import Drawing, Maker, NoSuchFile
from service.guest_list import GUESTS
from service.personal_files import PERSONAL
from service.research import RESEARCH
from service.result_files import RESULT_FILES
from service.screens import SCREEN
from service.work import Tx
from storage import releases
from storage import timeline as table


def _summary(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    release = releases.find(tx, int(about["release"]))
    if release is None:
        raise NoSuchFile(f"no release {about['release']}")
    figures = release.figures

    def draw(say: Say, language: str) -> bytes:
        from results.pictures import summary_picture, summary_png  # matplotlib: slow to import, seldom needed
        from results.words import picture_words

        return summary_png(figures, picture_words(summary_picture(figures), figures, say, language))

    return Drawing(f"{figures['workshop']}.png", draw)


def _calendar(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    meeting = table.meeting(tx, int(about["workshop"]))
    if meeting is None:
        raise NoSuchFile(f"no workshop {about['workshop']}")
    return Drawing(f"{meeting.slug}.ics", lambda _say, language: calendars.invitation(meeting, language))


MAKERS: Final[Mapping[str, Maker]] = {
    "summary": _summary,
    "calendar": _calendar,
    "poster": posters.poster,
    paper_prints.KIND: paper_prints.ballots,
    **PERSONAL,
    **RESULT_FILES,
    **RESEARCH,
    **SCREEN,
    **GUESTS,
}
"""By kind. A room's kinds stand in its own module."""
