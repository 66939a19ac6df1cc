"""Where a workshop takes place, in the messages of its timeline."""

from __future__ import annotations

import pytest
from staging import MEETING

from conversations.screens import In, Say, Words
from domain.instants import later
from service.timeline_contents import meeting_lines
from storage.timeline import Meeting

TOWN_HALL = {"pl": "Ratusz"}


@pytest.mark.parametrize(
    ("place", "room", "online", "said"),
    [
        (TOWN_HALL, 30, 0, Say("timeline-place", {"place": In(TOWN_HALL)})),
        (TOWN_HALL, None, None, Say("timeline-place-both", {"place": In(TOWN_HALL)})),
        ({}, 0, None, Say("timeline-place-online")),
        ({}, 30, 10, Say("timeline-place-online")),
        ({}, 30, 0, Say("timeline-place-later")),
    ],
    ids=["in a room", "in a room and online", "online", "online, a place may come", "the place comes later"],
)
@pytest.mark.parametrize("link", [None, "https://example.org/call"])
def test_every_message_says_where_whether_or_not_the_call_has_its_link_yet(
    place: dict[str, str], room: int | None, online: int | None, said: Words, link: str | None
) -> None:
    meeting = Meeting(
        id=1,
        slug="w",
        state="announced",
        version=1,
        title={"pl": "Warsztat"},
        starts_at=MEETING,
        ends_at=later(MEETING, hours=3),
        zone="Europe/Warsaw",
        place=place,
        map_link=None,
        online_link=link,
        room_capacity=room,
        online_capacity=online,
        funding=None,
        access="everybody",
    )
    assert meeting_lines(meeting)[1:] == (said,)
