"""All flows, by name. A flow that is not listed here cannot be entered, and frames of it are dropped.

A flow is loaded when it is first looked up: what only organisers and staff use costs a bot that starts, or that serves
residents alone, neither time nor memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Final

from conversations.flow import Flow

_PLACES: Final[Mapping[str, str]] = {
    "welcome": "welcome:WELCOME",
    "workshops": "workshops:WORKSHOPS",
    "survey": "survey:SURVEY",
    "reg": "registration:REGISTRATION",
    "needs": "needs:NEEDS",
    "profile": "profile:PROFILE",
    "card": "card:CARD",
    "mydata": "own_affairs:MYDATA",
    "forget": "own_affairs:FORGET",
    "privacy": "own_affairs:PRIVACY",
    "settings": "settings:SETTINGS",
    "stop": "settings:STOP",
    "help": "about:HELP",
    "series": "about:SERIES",
    "code": "code:CODE",
    "results": "afterwards:RESULTS_FLOW",
    "later": "afterwards:LATER",
    "invitation": "about:INVITATION",
    "new": "new_workshop:NEW",
    "manage": "manage:MANAGE",
    "timeline": "timeline:TIMELINE",
    "announce": "announce:ANNOUNCE",
    "figures": "figures:FIGURES",
    "roles": "roles:ROLES_FLOW",
    "audit": "audit:AUDIT",
    "themes": "themes:THEMES",
    "id": "audit:ID",
    "checkin": "checkin:CHECKIN",
    "today": "today:TODAY",
    "poster": "poster:POSTER",
    "asks_needs": "asks_needs:ASKS_NEEDS",
    "needs_seen": "needs_seen:NEEDS_SEEN",
    "areas": "areas:AREAS",
    "check": "check:CHECK",
    "paper": "paper:PAPER_FLOW",
    "typing": "typing_in:TYPING_FLOW",
    "helping": "helping:HELPING_FLOW",
}
"""Name -> module and the flow's name in it."""


class Flows(Mapping[str, Flow]):
    """Name -> flow, loaded when it is wanted."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places
        self._loaded: dict[str, Flow] = {}

    def __getitem__(self, name: str) -> Flow:
        found = self._loaded.get(name)
        if found is None:
            found = self._loaded[name] = _load(self._places[name])
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def _load(place: str) -> Flow:
    module, _, name = place.partition(":")
    found: Flow = getattr(import_module(f"{__name__}.{module}"), name)
    return found


FLOWS: Final = Flows(_PLACES)
