"""The list of registrations on paper: names and places, never special needs, which the named contact alone sees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.commands import ORGANISERS
from conversations.screens import When
from domain.languages import pick
from results.words import Say
from service import entitled
from service.drawing import Drawing, Maker, NoSuchFile
from service.work import Tx
from storage import checkin
from storage import timeline as table

MOST: Final = 5000


def _guests(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    """`about`: workshop, and of `entitled.whose`. Read when it is drawn, kept nowhere: names go when the town promised."""
    meeting = table.meeting(tx, int(about["workshop"]))
    if meeting is None:
        raise NoSuchFile(f"no workshop {about['workshop']}")
    entitled.still(tx, about, ORGANISERS, meeting.id)
    listed, total = checkin.listed(tx, meeting.id, "", 0, MOST)
    span = When(meeting.starts_at, meeting.zone, "span", meeting.ends_at)

    def draw(say: Say, language: str) -> bytes:
        from results.pictures.roll import Guest, roll_pdf  # matplotlib: slow to import, seldom needed

        guests = [
            Guest(
                one.name or say("checkin-nameless", number=one.id),
                say("guests-state", state=one.state, way="online" if one.online else "room"),
            )
            for one in listed
        ]
        note = say("guests-note", count=total)
        return roll_pdf(pick(meeting.title, language), say("poster-when", when=span), note, guests)

    return Drawing(f"{meeting.slug}-{language}.pdf", draw)


GUESTS: Final[Mapping[str, Maker]] = {"guests": _guests}
