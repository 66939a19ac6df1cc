"""When an entry of the timeline is due, in words: from which of the workshop's dates it is counted, and how far from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.screens import Joined, Say, Words
from domain.timeline import Moment, moment_from_json

HOUR: Final = 60


def counted_from(follows: Mapping[str, Any] | None) -> Words | None:
    """`follows`: a `domain.timeline.Moment` as JSON; None: it is a wave's own date, of which there is nothing to say."""
    if follows is None:
        return None
    moment = moment_from_json(follows)
    if moment.anchor == "date":
        return Say("timeline-fixed-date")
    anchor = Say("timeline-anchor", {"anchor": moment.anchor.replace("_", "-")})
    return Say("timeline-follows", {"anchor": anchor, "offset": offset_words(moment)})


def offset_words(moment: Moment) -> Words:
    """How far from its anchor."""
    parts: list[Words] = []
    if moment.days or moment.at is not None:
        way = "before" if moment.days < 0 else "after" if moment.days else "same"
        parts.append(Say("timeline-offset-days", {"way": way, "days": abs(moment.days)}))
    if moment.at is not None:
        parts.append(Say("timeline-offset-at", {"clock": f"{moment.at.hour}:{moment.at.minute:02}"}))
    if moment.minutes:
        hours, minutes = divmod(abs(moment.minutes), HOUR)
        way = "before" if moment.minutes < 0 else "after"
        told = "both" if hours and minutes else "hours" if hours else "minutes"
        parts.append(Say("timeline-offset-passes", {"way": way, "told": told, "hours": hours, "minutes": minutes}))
    return Joined(tuple(parts), " ") if parts else Say("timeline-offset-none")
