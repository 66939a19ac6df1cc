"""Instants as people read them, in the zone that is handed in: 'poniedziałek, 21 listopada, 9:00–12:00'.

Names of days and months, and the order of the parts, are catalogue messages (`dates.ftl`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from conversations.screens import When

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
Ask = Callable[[str, Mapping[str, Any]], str]
"""(message name, arguments) -> words, in one language."""


def shown(when: When, ask: Ask) -> str:
    """`when` in its own style and zone. Raises ZoneInfoNotFoundError for a zone that does not exist."""
    zone = ZoneInfo(when.zone)
    moment = when.moment.astimezone(zone)
    if when.style == "time":
        return _clock(moment)
    if when.style == "stamp":
        return f"{moment.day}.{moment.month:02}.{moment.year}, {_clock(moment)}"
    if when.style == "short":
        return ask("date-short", _parts(moment, ask))
    if when.style == "date":
        return ask("date-day", _parts(moment, ask))
    if when.style == "deadline":
        return ask("date-deadline", {**_parts(moment, ask, "until"), "time": _clock(moment)})
    if when.style == "span" and when.until is not None:
        return _span(moment, when.until.astimezone(zone), ask)
    return ask("date-long", {**_parts(moment, ask), "time": _clock(moment)})


def _span(start: datetime, end: datetime, ask: Ask) -> str:
    if start.date() == end.date():
        hours = ask("date-span", {"from": _clock(start), "until": _clock(end)})
        return ask("date-long", {**_parts(start, ask), "time": hours})
    first = ask("date-long", {**_parts(start, ask), "time": _clock(start)})
    last = ask("date-long", {**_parts(end, ask), "time": _clock(end)})
    return ask("date-days", {"from": first, "until": last})


def _clock(moment: datetime) -> str:
    return f"{moment.hour}:{moment.minute:02}"


def _parts(moment: datetime, ask: Ask, form: str = "day") -> dict[str, str]:
    """Day of the month, month's and weekday's name; `form` is 'day' or 'until' (what follows "until")."""
    day_name = _DAYS[moment.weekday()]
    weekday = ask(f"weekday-{day_name}" if form == "day" else f"weekday-until-{day_name}", {})
    return {"day": str(moment.day), "month": ask(f"month-{_MONTHS[moment.month - 1]}", {}), "weekday": weekday}
