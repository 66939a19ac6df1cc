"""Telling those who take part what areas were agreed on, when no summary is going to tell them.

Agreed before the summary goes out, the areas stand in it. Agreed later, or where there is no summary, nobody would hear of
them: the room's staff are offered one tap. One list is told once; one that was opened again and changed can be told anew.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Final, Literal

from conversations.commands import ROOM
from conversations.effects import Act as Wanted
from conversations.screens import Button, Content, In, Say
from domain.audience import Audience, Part, Shown
from domain.instants import Instant, later
from results.files.report_parts import ReportArea
from results.text import area_lines
from service import announcements, areas, audiences
from service.act import Act
from service.announcements import Terms
from service.doing import Doing
from service.organising.broadcasts import KIND, begun
from service.organising.workshop_acts import about
from service.timeline_contents import EMPTY, funding
from service.work import Town, Tx
from storage import announcements as sent
from storage import areas as table
from storage import timeline as timeline_table
from storage.timeline import Meeting

VALID_DAYS: Final = 7

News = Literal["none", "late", "waiting", "told"]
"""none: nothing to tell, or the summary does it; late: nobody was told; waiting: for a second organiser's word; told."""


def state(tx: Tx, workshop: int) -> News:
    """What became of the news of the list as it is agreed on now."""
    agreed = areas.agreed(tx, workshop)
    changed = [one.changed_at for one in table.of_workshop(tx, workshop)]
    meeting = timeline_table.meeting(tx, workshop)
    if not agreed or meeting is None or meeting.state not in timeline_table.LIVE:
        return "none"
    told = _begun(tx, workshop, agreed)
    if told:
        return "waiting" if told == ["draft"] else "told"
    summary = timeline_table.ending(tx, workshop, "summary")
    in_it = summary is not None and (
        summary.state == "planned" or (summary.fired_at is not None and summary.fired_at >= max(changed))
    )
    return "none" if in_it else "late"


def reaches(tx: Tx, workshop: int, town: Town, now: Instant) -> Shown:
    """How many people the news would be sent to now."""
    return audiences.count(tx, _audience(workshop), KIND, town, now).people


def _audience(workshop: int) -> Audience:
    return Audience(workshop, (Part("participants"),))


def _key(workshop: int, agreed: tuple[ReportArea, ...]) -> str:
    """The same for the same list, whenever it was agreed on."""
    said = json.dumps([[dict(one.name), dict(one.sentence), list(one.covers)] for one in agreed], sort_keys=True)
    return f"areas-told:{workshop}:{sha256(said.encode()).hexdigest()[:16]}"


def _begun(tx: Tx, workshop: int, agreed: tuple[ReportArea, ...]) -> list[str]:
    """The states of the list's announcements, but for those that a second organiser refused before anybody got them."""
    known = sent.called(tx, _key(workshop, agreed))
    return [one.state for one in known if one.state != "cancelled" or one.recipients]


def _tell(doing: Doing, wanted: Wanted) -> None:
    """One message to all who take part. A second tap, on whosever phone, finds that it was begun."""
    workshop = about(wanted)
    if not table.hold(doing.tx, workshop) or state(doing.tx, workshop) != "late":
        return
    meeting, agreed = timeline_table.meeting(doing.tx, workshop), areas.agreed(doing.tx, workshop)
    assert meeting is not None  # `state` saw it
    key = _key(workshop, agreed)
    audience = _audience(workshop)
    number = announcements.announce(
        doing.tx,
        f"{key}:{len(sent.called(doing.tx, key))}",
        KIND,
        audience,
        _content(doing.tx, meeting, agreed),
        Terms(not_before=doing.now, valid_until=later(doing.now, days=VALID_DAYS)),
        by=doing.person.random_id,
        now=doing.now,
    )
    if number is not None:
        begun(doing, wanted.name, number, audience)


def _content(tx: Tx, meeting: Meeting, agreed: tuple[ReportArea, ...]) -> Content:
    lines = (Say("timeline-title", {"title": In(meeting.title)}), Say("areas-news"), EMPTY, *area_lines(agreed))
    results = Button(Say("timeline-button-results"), "open", str(meeting.id), place="results")
    released = table.newest_figures(tx, meeting.id) is not None
    return Content("results", (*lines, *funding(meeting)), ((results,),) if released else ())


ACTS: Final = (Act("areas.tell", ROOM, _tell),)
