"""Effects of taking part: a place, and what a person needs to be able to come."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from conversations.effects import SaveNeeds, SetRegistration
from service import announcements, needs, people, registrations
from service.doing import Doing


def _set_registration(doing: Doing, effect: SetRegistration) -> None:
    passed_on = registrations.wish(
        doing.tx,
        doing.person.id,
        effect.workshop,
        effect.wish,
        online=effect.online,
        name=doing.name,
        now=doing.now,
    )
    joined = announcements.joined(doing.tx, doing.person.id, effect.workshop, doing.now)
    doing.deliveries |= passed_on or joined > 0
    doing.wake |= passed_on


def _save_needs(doing: Doing, effect: SaveNeeds) -> None:
    people.save_needs(doing.tx, doing.person.id, effect.workshop, effect.needs, doing.now)
    if effect.needs is not None:
        needs.came(doing, effect.workshop)


HANDLERS: Final[Mapping[type, Callable[[Doing, Any], None]]] = {
    SetRegistration: _set_registration,
    SaveNeeds: _save_needs,
}
