"""The call's link goes to those who come online, and to nobody else."""

from __future__ import annotations

from dataclasses import replace

from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import update

from conversations.content_json import to_json
from conversations.screens import Button, Content
from domain.timeline import WaveKind
from service import calendars, timeline_contents
from service.timeline_contents import Material
from service.work import Town
from storage import tables
from storage import timeline as table
from storage.database import Database
from storage.timeline import Meeting, WaveRow

LINK = "https://call.example/lublin"


def a_meeting(database: Database) -> Meeting:
    workshop = open_lublin(database)
    linked = update(tables.workshops).values(online_link=LINK, stamp="linked")
    database.write(lambda tx: tx.execute(linked)).result()
    found = database.read(lambda tx: table.meeting(tx, workshop)).result()
    assert found is not None
    return found


def messages(meeting: Meeting) -> list[Content]:
    waves: dict[WaveKind, WaveRow] = {}
    material = Material(meeting, waves)
    made = [timeline_contents.content_of(kind, material) for kind in ("invitation", "day_before", "starts_soon")]
    return [one for one in made if one is not None] + [timeline_contents.changed(meeting, frozenset({"link"}))]


def leads_on(button: Button) -> bool:
    """To one's registration, where the link stands, or to one online."""
    return button.verb == "state" or (button.verb == "going" and button.argument.endswith(":online"))


def test_no_message_to_many_and_no_calendar_file_holds_the_link(database: Database) -> None:
    meeting = a_meeting(database)
    for content in messages(meeting):
        assert LINK not in str(to_json(content))
        assert any(button.place == "reg" and leads_on(button) for row in content.buttons for button in row)
    assert LINK.encode() not in calendars.invitation(meeting, "pl").replace(b"\r\n ", b"")
    assert b"URL" not in calendars.invitation(replace(meeting, map_link=None), "pl")


def test_whoever_comes_online_finds_the_link_with_their_registration(database: Database, town: Town) -> None:
    meeting = a_meeting(database)
    online = Phone(database, town, 1, NOW).start(meeting.slug).tap("agree")
    online.tap("going", f"{meeting.id}:online", place="reg").tap("state", str(meeting.id), place="reg")
    assert LINK in {button.url for button in online.buttons()}
    room = Phone(database, town, 2, NOW).start(meeting.slug).tap("agree")
    room.tap("going", f"{meeting.id}:room", place="reg").tap("state", str(meeting.id), place="reg")
    assert LINK not in {button.url for button in room.buttons()}
