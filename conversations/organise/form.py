"""A workshop's fields in their order, and what a form makes of an event: shared by setting up and by editing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

from conversations.context import Context
from conversations.events import Tap, Text
from conversations.flow import Heard
from conversations.organise.asking_fields import ACCESS_FIELD, FUNDING, INSTRUMENT, LANGUAGES_FIELD, SERIES, THEMES
from conversations.organise.fields import Again, Asked, Field, Filled, text_field
from conversations.organise.meeting_fields import LINK, MAP, ONLINE, PLACE, ROOM, WHEN
from conversations.organise.wave_field import WAVES, from_json, to_json
from conversations.screens import Say, Screen
from conversations.session import Frame, Json
from conversations.show import EMPTY, Row, button, screen
from domain.instants import Instant, parse_instant
from domain.wave_dates import moved
from domain.workshop_drafts import Draft

ORDER: Final[tuple[Field, ...]] = (
    text_field("title", 200, optional=False),
    text_field("description", 1500, optional=True),
    WHEN,
    ROOM,
    PLACE,
    MAP,
    ONLINE,
    LINK,
    SERIES,
    LANGUAGES_FIELD,
    THEMES,
    INSTRUMENT,
    FUNDING,
    ACCESS_FIELD,
)
"""The fields in the order in which a new workshop is asked about."""
FIELDS: Final[Mapping[str, Field]] = {field.name: field for field in (*ORDER, WAVES)}
TRANSLATED: Final = ("title", "description", "place", "series", "funding", "themes")
"""Fields that have texts by language."""


def draft_of(frame: Frame) -> Draft:
    found: Draft = frame.data.get("draft", {})
    return found


def asked(ctx: Context, frame: Frame) -> Asked:
    return Asked(ctx, draft_of(frame), frame.data.get("asking", {}))


def filled(ctx: Context, frame: Frame, values: Mapping[str, Json]) -> Frame:
    """The frame with `values` in its draft, and nothing left of the question. Waves go with a moved workshop."""
    old = draft_of(frame)
    new = {**old, **values}
    if "starts" in values and old.get("waves") and old.get("starts"):
        before, after = (_hours(old), _hours(new))
        zone = ZoneInfo(new["zone"])
        new["waves"] = to_json(moved(from_json(old["waves"]), before, after, zone, ctx.now))
    return frame.at(frame.step, draft=new, asking=None)


def _hours(draft: Draft) -> tuple[Instant, Instant]:
    return parse_instant(draft["starts"]), parse_instant(draft["ends"])


def hear(ctx: Context, frame: Frame, name: str, event: Heard) -> Filled | Again:
    """What the field makes of the event; a skip fills it with its empty values."""
    field = FIELDS[name]
    if isinstance(event, Tap) and event.verb == "skip" and field.empty is not None:
        return Filled(field.empty)
    if not isinstance(event, Tap | Text):
        return Again(asked(ctx, frame).asking, Say("please-tap"))
    return field.hear(asked(ctx, frame), event)


def field_screen(ctx: Context, frame: Frame, name: str, *, place: Say | None = None, ways: Row = ()) -> Screen:
    """The field's question with a way to skip it, and `ways` back and out."""
    field = FIELDS[name]
    shown = field.ask(asked(ctx, frame))
    skip = (button(f"organise-skip-{name}", "skip"),) if field.empty is not None else ()
    head = (place, EMPTY) if place is not None else ()
    return screen([*head, *shown.lines], [*shown.rows, skip, ways])


def kept_asking(frame: Frame, again: Again) -> Frame:
    return frame.at(frame.step, asking=dict(again.asking) or None)


def neighbour(name: str, draft: Draft, *, way: int) -> Field | None:
    """The field before (-1) or after (1) that one which the draft needs; None at the ends."""
    wanted = [field for field in ORDER if field.wanted(draft) or field.name == name]
    at = [field.name for field in wanted].index(name) + way
    return wanted[at] if 0 <= at < len(wanted) else None


def tidy(draft: Draft) -> dict[str, Any]:
    """The draft without what no longer belongs to it: a place without a room, a link without a call."""
    kept = dict(draft)
    if kept.get("room") == 0:
        kept |= {"place": {}, "map": None}
    if kept.get("online") == 0:
        kept |= {"link": None, "online_code": None}
    return kept
