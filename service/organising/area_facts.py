"""What the conversations about areas are shown: the list, what can be grouped, and how the room answers, safely hidden."""

from __future__ import annotations

from typing import Any, Final

from conversations.organise.area_rules import ANSWERS
from conversations.session import Frame
from domain.instants import Instant
from service.areas import covered
from service.organising import area_news
from service.organising.area_acts import shortlist
from service.organising.impact import people
from service.work import Town, Tx
from storage import areas as table
from storage import organising as rows
from storage import screens, theme_decisions
from storage.areas import Area, Groupable, Round

STEP: Final = 5


def facts(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """For /areas. `proposals` are words that the room does not see yet: for those who may release them."""
    if frame.workshop is None:
        return {}
    figures = table.newest_figures(tx, frame.workshop)
    known = _in_released_order(table.groupable(tx, frame.workshop), figures)
    merged = table.merged(tx, frame.workshop)
    listed = table.of_workshop(tx, frame.workshop)
    visible = {one.id for one in known}
    return {
        "areas": {
            "languages": screens.languages(tx, frame.workshop),
            "listed": [_shown(area, known, merged) for area in listed],
            "agreed": any(area.state == "agreed" for area in listed),
            "news": area_news.state(tx, frame.workshop),
            "tells": people(area_news.reaches(tx, frame.workshop, town, now)) if frame.step == "tell" else None,
            "themes": [{"id": one.id, "names": one.names, "origin": one.origin} for one in known],
            "shortlist": [theme for theme in shortlist(figures) if theme in visible],
            "proposals": [
                {"id": one.id, "names": one.names, "shown": one.shown}
                for one in theme_decisions.of_workshop(tx, frame.workshop, ("incoming",))
            ],
            "check": _check(tx, frame.workshop),
        }
    }


def _in_released_order(known: list[Groupable], figures: dict[str, Any] | None) -> list[Groupable]:
    """Released themes first, as they were published; then the others in theirs."""
    places = {theme["id"]: place for place, theme in enumerate((figures or {}).get("themes", ()))}
    return sorted(known, key=lambda one: places.get(one.id, len(places)))


def _shown(area: Area, known: list[Groupable], merged: dict[int, int]) -> dict[str, Any]:
    return {
        "id": area.id,
        "name": area.name,
        "sentence": area.sentence,
        "covers": list(covered(area, known, merged)),
    }


def _check(tx: Tx, workshop: int) -> dict[str, Any] | None:
    """The latest round. While it is open no more than the number of answers shows; then each answer's, none exactly."""
    latest = table.latest_round(tx, workshop)
    if latest is None:
        return None
    counted = table.counted(tx, workshop, latest.number)
    if latest.open:
        return {"open": True, "people": steps(sum(counted.values()))}
    return {
        "open": False,
        "counts": {answer: steps(counted.get(answer, 0)) for answer in ANSWERS},
        "reasons": table.reasons(tx, workshop, latest.number),
        "at": latest.opened_at,
    }


def steps(count: int) -> int:
    """A number of people as the room's staff see it: down to a step of five; 0 says fewer than five, nobody or some."""
    return count - count % STEP


def asked(tx: Tx, frame: Frame, now: Instant, reader: str) -> dict[str, Any]:
    """For somebody in the room who is asked about the areas: the list, whether it is still asked, their own answer."""
    person = rows.person_of(tx, reader)
    if frame.workshop is None or person is None:
        return {}
    latest: Round | None = table.latest_round(tx, frame.workshop)
    number = frame.data.get("round")
    mine = table.own_answer(tx, frame.workshop, int(number), person) if isinstance(number, int) else None
    return {
        "check": {
            "open": latest is not None and latest.open and latest.number == number,
            "present": table.is_present(tx, frame.workshop, person),
            "mine": mine,
            "listed": [
                {"name": area.name, "sentence": area.sentence} for area in table.of_workshop(tx, frame.workshop)
            ],
        }
    }
