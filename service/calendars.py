"""A workshop as a calendar file (RFC 5545) that phones open: its time with the zone's rules, its place, its map.

Everybody who comes gets the same file; the call's link is only for those online, who find it with their registration.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from domain.languages import pick
from storage.timeline import Meeting

if TYPE_CHECKING:
    from icalendar import Alarm


def invitation(meeting: Meeting, language: str) -> bytes:
    """The calendar file of a workshop. The same for the same version of it: the uid stays, the sequence grows."""
    zone = ZoneInfo(meeting.zone)
    from icalendar import Calendar, Event  # an idle bot does without it

    event = Event()
    event.add("uid", f"workshop-{meeting.slug}@wspolnie")
    event.add("sequence", meeting.version)
    event.add("summary", pick(meeting.title, language))
    event.add("dtstamp", meeting.starts_at)
    event.add("dtstart", meeting.starts_at.astimezone(zone))
    event.add("dtend", meeting.ends_at.astimezone(zone))
    if meeting.place:
        event.add("location", pick(meeting.place, language))
    if meeting.map_link:
        event.add("url", meeting.map_link)
    if meeting.state == "cancelled":
        event.add("status", "CANCELLED")
    event.add_component(_alarm(pick(meeting.title, language)))
    calendar = Calendar()
    calendar.add("prodid", "-//Wspolnie//workshops//PL")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    calendar.add_missing_timezones()
    written: bytes = calendar.to_ical()
    return written


def _alarm(title: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(hours=-1))
    return alarm
