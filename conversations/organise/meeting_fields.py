"""When and where: date and hours, place and map, the room's and the call's places."""

from __future__ import annotations

import re
from typing import Any, Final

from conversations.events import Tap, Text
from conversations.organise.fields import PLEASE, Again, Asked, Asking, Field, Filled, span, text_field
from conversations.screens import Button, Own, Say, When, Words
from conversations.show import Row, button
from domain.date_clock import read_length
from domain.date_vocabulary import fold
from domain.date_words import Unclear, Understood, read_when
from domain.instants import Instant, later, parse_instant
from domain.markup import is_link
from domain.workshop_drafts import Draft

HOURS: Final = (1, 2, 3, 4)
PLACES: Final = (20, 30, 50, 100, 200)
MOST_PLACES: Final = 100_000
LONGEST_LINK: Final = 500


# ---- when -------------------------------------------------------------------------------------------------------


def _ask_when(asked: Asked) -> Asking:
    starts, ends = asked.asking.get("starts"), asked.asking.get("ends")
    if starts and ends:
        understood = When(parse_instant(starts), asked.zone, "span", parse_instant(ends))
        rows: tuple[Row, ...] = ((button("organise-yes", "ok"), button("organise-other-time", "retry")),)
        year = str(parse_instant(starts).astimezone(asked.town).year)
        return Asking((Say("organise-understood", {"when": understood, "year": year}),), rows)
    if starts:
        begins = When(parse_instant(starts), asked.zone)
        hours = tuple(Button(Say("organise-hours", {"count": hours}), "hours", str(hours)) for hours in HOURS)
        return Asking(
            (Say("organise-ask-until", {"when": begins}),),
            (hours[:2], hours[2:], (button("organise-other-time", "retry"),)),
        )
    if asked.asking.get("day"):
        noon = parse_instant(asked.asking["day"])
        return Asking(
            (Say("organise-ask-hour", {"when": When(noon, asked.zone, "date")}),),
            ((button("organise-other-time", "retry"),),),
        )
    now = span(asked.draft)
    lines: tuple[Words | None, ...] = (Say("organise-now", {"value": now}) if now else None, Say("organise-ask-when"))
    return Asking(lines)


def _hear_when(asked: Asked, event: Tap | Text) -> Filled | Again:
    starts, ends = asked.asking.get("starts"), asked.asking.get("ends")
    if isinstance(event, Tap):
        if event.verb == "retry":
            return Again()
        if event.verb == "ok" and starts and ends:
            return Filled({"starts": starts, "ends": ends, "zone": asked.zone})
        if event.verb == "hours" and starts and event.argument in {str(hours) for hours in HOURS}:
            return _understood(parse_instant(starts), later(parse_instant(starts), hours=int(event.argument)))
        return Again(asked.asking, Say("please-tap"))
    day = asked.asking.get("day") or starts
    about = parse_instant(day).astimezone(asked.town).date() if day else None
    minutes = read_length(fold(event.text)) if starts and not ends else None
    if starts and minutes:
        return _understood(parse_instant(starts), later(parse_instant(starts), minutes=minutes))
    return _read(asked, event.text, about, parse_instant(starts) if starts and not ends else None)


def _read(asked: Asked, text: str, about: Any, begins: Instant | None) -> Filled | Again:
    found = read_when(text, asked.ctx.now, asked.town, day=about)
    if isinstance(found, Understood):
        if begins is not None and found.end is None and found.start > begins:
            return _understood(begins, found.start)
        return _understood(found.start, found.end)
    return Again(_kept(asked, found), unclear(found))


def _kept(asked: Asked, found: Unclear) -> dict[str, Any]:
    """The day that was understood, for the question about its hours."""
    if found.reason != "no_time" or found.day is None:
        return dict(asked.asking)
    noon = read_when("12:00", asked.ctx.now, asked.town, day=found.day)
    return {"day": noon.start.isoformat()} if isinstance(noon, Understood) else {}


def _understood(start: Instant, end: Instant | None) -> Again:
    ends = {} if end is None else {"ends": end.isoformat()}
    return Again({"starts": start.isoformat(), **ends})


def unclear(found: Unclear) -> Say:
    """Why a date in words could not be used."""
    if found.reason == "not_understood" and found.rest:
        return Say("date-unclear-rest", {"rest": found.rest[:40]})
    return Say(f"date-unclear-{found.reason.replace('_', '-')}")


# ---- where ------------------------------------------------------------------------------------------------------


def _in_a_room(draft: Draft) -> bool:
    return draft.get("room") != 0


def _ask_room(asked: Asked) -> Asking:
    numbers = tuple(Button(Own(str(number)), "put", str(number)) for number in PLACES)
    limits = (button("organise-no-limit", "limit", "none"), button("organise-online-only", "limit", "0"))
    return Asking((_now(asked, "room"), Say("organise-ask-room")), (numbers, limits))


def _ask_online(asked: Asked) -> Asking:
    numbers = tuple(Button(Own(str(number)), "put", str(number)) for number in PLACES)
    limits = (button("organise-no-limit", "limit", "none"), button("organise-not-online", "limit", "0"))
    return Asking((_now(asked, "online"), Say("organise-ask-online")), (numbers, limits))


def _now(asked: Asked, name: str) -> Words | None:
    return Say("organise-now", {"value": places(asked.draft.get(name))}) if name in asked.draft else None


def places(number: int | None) -> Say:
    """How many places, in words: none, without limit, or how many."""
    if number is None:
        return Say("organise-no-limit")
    return Say("organise-places", {"count": number}) if number else Say("organise-not-offered")


def _hear_places(asked: Asked, event: Tap | Text, name: str) -> Filled | Again:
    said = event.text.strip() if isinstance(event, Text) else event.argument
    if isinstance(event, Tap) and event.verb == "limit" and said in ("none", "0"):
        other = "online" if name == "room" else "room"
        if said == "0" and asked.draft.get(other, None) == 0:
            return Again(note=Say("organise-nowhere"))
        return Filled({name: None if said == "none" else 0})
    if isinstance(event, Tap) and event.verb != "put":
        return PLEASE
    if not re.fullmatch(r"[0-9]{1,6}", said) or not 1 <= int(said) <= MOST_PLACES:
        return Again(note=Say("organise-not-a-number", {"least": 1, "most": MOST_PLACES}))
    return Filled({name: int(said)})


def _ask_link(name: str, asked: Asked) -> Asking:
    old = asked.draft.get(name)
    return Asking((Say("organise-now", {"value": Own(old)}) if old else None, Say(f"organise-ask-{name}")))


def _hear_link(name: str, asked: Asked, event: Tap | Text) -> Filled | Again:
    if not isinstance(event, Text):
        return PLEASE
    link = event.text.strip()
    if not re.match(r"[a-z]+:", link):
        link = f"https://{link}"
    if len(link) > LONGEST_LINK or not link.startswith("https://") or not is_link(link):
        return Again(note=Say("organise-not-a-link"))
    return Filled({name: link})


def _link(name: str, wanted: Any) -> Field:
    return Field(
        name,
        lambda asked: _ask_link(name, asked),
        lambda asked, event: _hear_link(name, asked, event),
        {name: None},
        wanted,
    )


WHEN: Final = Field("when", _ask_when, _hear_when)
ROOM: Final = Field("room", _ask_room, lambda asked, event: _hear_places(asked, event, "room"))
PLACE: Final = text_field("place", 200, optional=True, wanted=_in_a_room)
MAP: Final = _link("map", lambda draft: _in_a_room(draft) and bool(draft.get("place", True)))
ONLINE: Final = Field("online", _ask_online, lambda asked, event: _hear_places(asked, event, "online"))
LINK: Final = _link("link", lambda draft: draft.get("online") != 0)
